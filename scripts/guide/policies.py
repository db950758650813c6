"""Every content security policy of the site, and the response headers that a copy should send.

Each page carries a policy in its HTML, for hosts that send none. What is 'none' in it, no script of ours needs. The
wizard's page seals itself with a second one before Python starts: wizard/web/seal.js.
"""

from collections.abc import Sequence

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

OFFLINE_PAGE = READING_PAGE.replace("trusted-types 'none'", "trusted-types offline") + (
    "; worker-src 'self'; manifest-src 'self'"
)
"""The one page that may register the service worker, by the one name for scripts' addresses that its script takes."""

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


def one_file(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The policy of the guide as one file, from the hashes of what stands in it: it may ask nobody for anything."""
    hashes = {
        name: " ".join(f"'{digest}'" for digest in found) for name, found in (("script", scripts), ("style", styles))
    }
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes['script']} blob: 'wasm-unsafe-eval'",
            f"style-src {hashes['style']}",
            "img-src data:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types wizard",
        )
    )


BLANK_PAPER = "default-src 'none'; style-src 'self'; img-src data:"
"""A blank paper as a page: no script at all."""

OPENER = "default-src 'none'; style-src 'self'; img-src 'self'"
"""The first page of a copy, which opens the start page of its first language: no script at all."""

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
    "Strict-Transport-Security": "max-age=63072000",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), clipboard-read=(), payment=(), usb=(), browsing-topics=()"
    ),
}
"""The response headers that every copy of the site should send, where its host can set any."""

FRESH = "no-cache"
KEPT = "max-age=31536000, immutable"
HASHED_NAME = "[.-][0-9a-f]{8,64}[.-]"
"""How long a browser may keep a file: for ever where its name holds its hash, and else only if it asks each time."""
NOT_STORED = "no-store"
QUESTIONS = r"/(wizard|all-questions)/(index\.html(\.(br|gz))?)?$"
"""The pages where answers stand on the screen: of one that may not be stored, Firefox keeps no picture on the disk."""

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "zip": "application/zip",
    "xml": "application/xml",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The type of each ending in a copy."""

LIVE_RELOAD = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'"
"""Of the page around the guide that ``scripts/serve --watch`` shows. It is in no site."""
