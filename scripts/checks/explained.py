"""Holds the reading pages to plain words: what the law or an office calls a thing stands beside what people call it.

Which words, and what explains each, stands in ``docs/*/explained.toml``.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence

from scripts.guide.folders import DOCS
from wizard.languages import languages

from .pages import rendered
from .prose import HEADINGS, Block, blocks

WORDS = "explained.toml"
FOR_EXPERTS = {"for-lawyers", "how-we-know", "outside-links", "hosting", "changing", "changelog"}
"""Whoever reads these knows the words, or came for what they rest on."""


def every_unexplained_word() -> Iterator[str]:
    """Every fault of every language, one line each."""
    for language in languages():
        yield from unexplained_words(language)


def unexplained_words(language: str) -> Iterator[str]:
    """A fault for each page of *language* that first names a word without what explains it."""
    words: dict[str, list[str]] = tomllib.loads((DOCS / language / WORDS).read_text("utf-8"))
    pages = {name: html for name, (html, _) in rendered(language).items() if name not in FOR_EXPERTS}
    for name, html in pages.items():
        shown = [block for block in blocks(html) if not block.quoted]
        for word, explaining in words.items():
            beside = beside_first(word, shown)
            if beside and not any(plain.casefold() in beside.casefold() for plain in explaining):
                told = " or ".join(explaining)
                yield f"explained: {language}/{name}.md first names {word} without {told}: {beside}"


def beside_first(word: str, shown: Sequence[Block]) -> str:
    """The first paragraph of *shown* that names *word*; of a heading, also the one below it; empty if none does."""
    named = re.compile(rf"(?<!\w)(?i:{re.escape(word[0])}){re.escape(word[1:])}(?!\w)")
    for place, block in enumerate(shown):
        if named.search(block.prose):
            below = shown[place + 1 : place + 2] if block.tag in HEADINGS else []
            return " ".join(one.text for one in (block, *below))
    return ""
