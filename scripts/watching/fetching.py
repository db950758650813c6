"""A page from an address, as a plain program asks for it: no cookie, no script, and never more than a page's size."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

NAME = "ice-contact-guide (looks whether this page has changed)"
MOST_BYTES = 8_000_000
SECONDS = 40
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


class UnreachableError(Exception):
    """There is nothing to look at; says why."""


@dataclass(frozen=True)
class Answer:
    """What came: the bytes, and the letters they are in, where the server said so."""

    content: bytes
    charset: str


def is_address(text: str) -> bool:
    """Whether *text* is the address of a page on the web, well formed."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    whole = parts.scheme in {"http", "https"} and HOST.fullmatch(host) and not re.search(r"[\s<>\"\\^`{|}]", text)
    return bool(whole) and ".." not in host and parts.username is None and port != 0


def fetched(address: str) -> Answer:
    """What stands at *address*. Raises ``UnreachableError``."""
    request = urllib.request.Request(address, headers={"User-Agent": NAME, "Accept-Language": "en"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 (callers ask is_address first)
            content = answer.read(MOST_BYTES + 1)
            charset = answer.headers.get_content_charset() or ""
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreachableError(f"it answers {error.code} {error.reason}") from None
    except (urllib.error.URLError, OSError) as error:
        raise UnreachableError(f"it cannot be reached: {getattr(error, 'reason', error)}") from None
    if len(content) > MOST_BYTES:
        raise UnreachableError(f"it sends more than {MOST_BYTES // 1_000_000} MB: no page is that long")
    return Answer(content, charset)
