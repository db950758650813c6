"""The words of a saved page, block by block, from HTML or text. Knows nothing of whose page it is."""

import email
import email.policy
import re
from dataclasses import dataclass
from typing import Any

import lxml.html

SKIPPED = {"script", "style", "template", "noscript", "svg", "head", "nav", "footer", "iframe", "select", "option"}
"""What is no text of a page, or is the same on every page of a site."""

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
"""What stands inside a sentence. Everything else begins a block and ends one."""

BULLET = re.compile(r"^[ \t\u00a0]*[•·▪◦‣∙*\-\u2013][ \t\u00a0]+")
LOOKS_LIKE_HTML = re.compile(r"<(!doctype|html|head|body|main|div|p|h1|ul)\b", re.IGNORECASE)
DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
LONGEST_WRAPPED = 120
"""A text without a longer line was broken into lines by a program; in any other, each line is a block."""


@dataclass(frozen=True)
class Page:
    """A page: blocks of text in their own letters, the language it says it is in, whether it asks for a password."""

    blocks: tuple[str, ...]
    language: str = ""
    asks_for_password: bool = False


def page_of(content: bytes, charset: str = "") -> Page:
    """The page in *content*: HTML, a page saved as one file (MHTML), or text. *charset* is what a server said."""
    if content.startswith((b"From:", b"MIME-Version:")) and b"multipart/" in content[:4096]:
        content = _html_of_mhtml(content)
    text = _decoded(content, charset)
    return _from_html(text) if LOOKS_LIKE_HTML.search(text) else Page(tuple(_paragraphs(text)))


def _html_of_mhtml(content: bytes) -> bytes:
    for part in email.message_from_bytes(content, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            return body if isinstance(body, bytes) else b""
    return b""


def _decoded(content: bytes, charset: str) -> str:
    declared = DECLARED.search(content[:4096])
    for name in (charset, "utf-8-sig", declared.group(1).decode("ascii") if declared else "", "cp1252"):
        try:
            if name:
                return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


def _from_html(text: str) -> Page:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(text.encode(), parser=parser)
    pieces: list[str] = []
    _collect(root, pieces)
    blocks = (_together(block) for block in "".join(pieces).split("\x00"))
    found = tuple(without_bullet(block) for block in blocks if block)
    return Page(found, root.get("lang", ""), bool(root.xpath('//input[@type="password"]')))


def _collect(element: Any, pieces: list[str]) -> None:
    """Adds the text below *element*; a NUL, which no HTML can hold, stands between two blocks."""
    name = element.tag
    block = name not in INLINE
    pieces.append("\x00" if block else " " if name == "br" else "")
    if name not in SKIPPED:
        pieces.append(element.text or "")
        for child in element:
            _collect(child, pieces)
            pieces.append(child.tail or "")
    pieces.append("\x00" if block else "")


def _paragraphs(text: str) -> list[str]:
    lines = text.splitlines()
    blocks, wrapped = [""], max(map(len, lines), default=0) <= LONGEST_WRAPPED
    for line in lines:
        if not (wrapped and line.strip()) or BULLET.match(line):
            blocks.append("")
        blocks[-1] += f" {without_bullet(line)}"
    return [_together(block) for block in blocks if block.strip()]


def _together(text: str) -> str:
    """*text* with one space for several, as browsers show it; spaces of another kind are letters of the page."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()


def without_bullet(line: str) -> str:
    """*line* without the sign of a list before it."""
    return BULLET.sub("", line)
