"""A page as the blocks of text that a reader meets, and which of it is our own prose.

It knows HTML and nothing of the guide, but for the classes of what is not prose: lists of offices and wide tables.
"""

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

LEAST_WORDS = 5
"""Fragments of fewer words would flatter a figure and are left out of it."""

VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "source", "use", "wbr"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
TABLES_AND_LISTS = frozenset({"table", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd"})
FORMS = frozenset({"form", "fieldset", "legend", "label", "button", "option"})
OTHERS = frozenset({"p", "div", "section", "article", "aside", "details", "summary", "figure", "figcaption", "pre"})
BLOCKS = HEADINGS | TABLES_AND_LISTS | FORMS | OTHERS | {"blockquote"}
UNSEEN = frozenset({"script", "style", "template", "noscript", "svg"})
NOT_PROSE = frozenset({"blockquote", "select", "pre", "code"})
"""ICE's own words, lists to choose from and what a program reads are not ours to make plainer."""
NOT_PROSE_CLASS = re.compile(r"\b(office-|guide-(wide|source|cite)\b|cite\b)")
SENTENCE_END = re.compile(r"""(?<=[.?!…])(?<!\b\w\.\w\.)[»”")]* (?![a-záéíóúñ])""")
"""Where a sentence of prose ends: not at *a.m.* nor *U.S.*, and not before a small letter."""
OUTSIDE = ("tel:", "mailto:", "https:")


@dataclass(frozen=True)
class Block:
    """One run of text: what it says, what of it is our prose, and how it stands on the page."""

    text: str
    prose: str
    tag: str
    hidden: bool
    """Only seen after a tap, or never: in folded details, or in something hidden."""
    quoted: bool
    """ICE's own words, or our translation of them."""


@dataclass(frozen=True)
class _Around:
    """What holds for everything inside an element."""

    tag: str = ""
    block: str = ""
    unseen: bool = False
    hidden: bool = False
    quoted: bool = False
    prose: bool = True


class _Page(HTMLParser):
    """Cuts a page into blocks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.around = [_Around()]
        self.text = self.prose = ""
        self.feed(html)
        self.close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._end_block()
        elif tag == "br":
            self.handle_data(" ")
        if tag not in VOID:
            self.around.append(_inside(self.around[-1], tag, given))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_block()
        if any(open_one.tag == tag for open_one in self.around):
            while self.around.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        here = self.around[-1]
        if not here.unseen:
            self.text += data
            self.prose += data if here.prose else ""

    def _end_block(self) -> None:
        here = self.around[-1]
        if text := _in_one_line(self.text):
            self.blocks.append(Block(text, _in_one_line(self.prose), here.block, here.hidden, here.quoted))
        self.text = self.prose = ""


def _inside(outer: _Around, tag: str, given: dict[str, str]) -> _Around:
    address = tag == "a" and given.get("href", "").startswith(OUTSIDE)
    skipped = address or tag in NOT_PROSE or bool(NOT_PROSE_CLASS.search(given.get("class", "")))
    return replace(
        outer,
        tag=tag,
        block=tag if tag in BLOCKS else outer.block,
        unseen=outer.unseen or tag in UNSEEN or given.get("aria-hidden") == "true",
        hidden=outer.hidden or "hidden" in given or (tag == "details" and "open" not in given),
        quoted=outer.quoted or tag == "blockquote",
        prose=outer.prose and not skipped,
    )


def _in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def blocks(html: str) -> list[Block]:
    """Everything that *html* says, block by block, in the order of the page."""
    return _Page(html).blocks


def main_content(page: str) -> str:
    """What a built page says itself: without the header, the menu and the foot that every page has."""
    found = re.search(r'<main id="main">.*</main>', page, re.DOTALL)
    if not found:
        raise ValueError("this page has no main content")
    return found.group()


def sentences(text: str) -> list[str]:
    """*text* cut after each mark that ends a sentence."""
    return re.split(r"(?<=[.?!:])[»”\"]? (?=\S)", text)


def prose(html: str) -> list[str]:
    """The sentences of *html* that are ours; a block of text is at least one, however it ends."""
    found = (sentence for block in blocks(html) for sentence in SENTENCE_END.split(block.prose.replace(" .", ".")))
    return [sentence for sentence in found if len(sentence.split()) >= LEAST_WORDS]
