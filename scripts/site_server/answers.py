"""From a path and what the browser accepts to a response: types, caching, compression, faults."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path

from .model import Fault, Site

TYPES = {
    ".br": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
# A name or folder that holds a hash never changes its content, so it may be kept for ever.
HASHED = re.compile(r"(?:^|[./-])[0-9a-f]{8,64}(?:[./-]|$)")


LOGIN_PAGE = (
    b"<!doctype html><title>Sign in</title><form method=post><input name=room><button>Go online</button></form>"
)
CRAWL = 1024  # bytes a second
PACKED = re.compile(r"((?<=/)index\.html)?\.gz$")
"""What the address of a packed file has that its own has not: `/page/` lies packed as `/page/index.html.gz`."""


@dataclass(frozen=True)
class Answer:
    """A response that is ready to be sent."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes = b""
    sent: int | None = None  # how many bytes of the body leave before the connection ends; None: all, and it stays
    stalls: bool = False  # silence instead of an end
    pace: int | None = None  # how many bytes of the body leave each second, on however fast a line


def answer_to(site: Site, path: str | None, headers: Mapping[str, str]) -> Answer:
    """Answer a request for `path` (decoded, below the subpath; None outside it); `headers` have names in lower case."""
    fault = None if path is None else site.fault(PACKED.sub("", path))  # what is wrong with a file is so packed too
    file = None if path is None or fault is Fault.NOT_FOUND else site.find(path)
    if path is None or file is None:
        return _not_found(site)
    if file.name == "index.html" and not path.endswith(("/", "/index.html")):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{site.subpath}{path}/"})
    whole = Answer(HTTPStatus.OK, {"Content-Type": _type(file), "Cache-Control": _caching(path)})
    if fault is not None:
        return _spoiled(replace(whole, body=file.read_bytes()), fault)
    return _unspoiled(whole, file, headers)


def _not_found(site: Site) -> Answer:
    page = site.directory / "404.html"
    body = page.read_bytes() if page.is_file() else b"Not found"
    return Answer(HTTPStatus.NOT_FOUND, {"Content-Type": TYPES[".html"], "Cache-Control": "no-cache"}, body)


def _type(file: Path) -> str:
    return TYPES.get(file.suffix, "application/octet-stream")


def _caching(path: str) -> str:
    return "max-age=31536000, immutable" if HASHED.search(path) else "no-cache"


def _unspoiled(whole: Answer, file: Path, headers: Mapping[str, str]) -> Answer:
    accepted = {entry.partition(";")[0].strip() for entry in headers.get("accept-encoding", "").split(",")}
    siblings = {name: file.with_name(file.name + end) for name, end in (("br", ".br"), ("gzip", ".gz"))}
    ready = {name: sibling for name, sibling in siblings.items() if sibling.is_file()}
    encoding = next((name for name in ready if name in accepted), None)
    sent = ready[encoding] if encoding else file
    stat = sent.stat()
    fields = {**whole.headers, "ETag": f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{encoding or "plain"}"'}
    if ready:
        fields["Vary"] = "Accept-Encoding"
    if headers.get("if-none-match") == fields["ETag"]:
        return Answer(HTTPStatus.NOT_MODIFIED, fields)
    if encoding:
        fields["Content-Encoding"] = encoding
    return Answer(HTTPStatus.OK, fields, sent.read_bytes())


def _spoiled(whole: Answer, fault: Fault) -> Answer:
    body = whole.body
    middle = len(body) // 2
    match fault:
        case Fault.TRUNCATE:
            return replace(whole, body=body[:middle])
        case Fault.FLIP_BIT:
            flipped = bytes(byte ^ 1 for byte in body[middle : middle + 1])
            return replace(whole, body=body[:middle] + flipped + body[middle + 1 :])
        case Fault.WRONG_TYPE:
            return replace(whole, headers={**whole.headers, "Content-Type": TYPES[".txt"]})
        case Fault.ABORT | Fault.STALL:
            return replace(whole, sent=middle, stalls=fault is Fault.STALL)
        case Fault.LOGIN_PAGE:
            return replace(whole, headers={"Content-Type": TYPES[".html"]}, body=LOGIN_PAGE)
        case Fault.CRAWL | Fault.FADE:
            return replace(whole, sent=middle if fault is Fault.FADE else None, pace=CRAWL)
        case Fault.NOT_FOUND:
            raise AssertionError("answered before a file was looked for")
