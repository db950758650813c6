"""Every content security policy of the site, and the response headers that a copy should send.

Each page carries a policy in its HTML, for hosts that send none. What is 'none' in it, no script of ours needs. The
wizard's page seals itself with a second one before Python starts: wizard/web/seal.js.
"""

READING_PAGE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""The pages that are read; wizard.js and Python are not on them."""

WIZARD_PAGE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types wizard",
    )
)
"""The wizard's own page: Python runs from a blob, since the page is sealed before it starts."""

BLANK_PAPER = "default-src 'none'; style-src 'self'; img-src data:"
"""A blank paper as a page: no script at all."""

EVERY_PAGE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""What the host sends with every answer: no less than any page needs."""

SECURITY_HEADERS = {
    "Content-Security-Policy": EVERY_PAGE,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), clipboard-read=(), payment=(), usb=(), browsing-topics=()"
    ),
}
"""The response headers that every copy of the site should send, where its host can set any."""

LIVE_RELOAD = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'"
"""Of the page around the guide that ``scripts/serve --watch`` shows. It is in no site."""
