"""The pages, cut at their empty lines: a paragraph of the English page, and the one in its place in another language.

A page goes out by paragraph if it has as many as the English one; `tests/test_translation.py` holds ours to that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.guide.folders import DOCS
from wizard.languages import SOURCE_LANGUAGE

GROUP = "page"
EMPTY_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")
ASKED = re.compile(r"\{\{ *(\w+)\((.*?)\) *\}\}")
WITH_WORDS = ("say", "statement_table", "path_table", "decision_table", "browser_table", "outside_links")
"""What a page asks for with words of its own language, or in another language only."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its id, the English, and what stands in its place in another language (nothing, if nothing)."""

    id: str
    english: str
    translated: str


@cache
def page_names() -> list[str]:
    """Every page, by the name of its file without the ending."""
    return [path.stem for path in sorted((DOCS / SOURCE_LANGUAGE).glob("*.md"))]


def file_of(language: str, name: str) -> Path:
    """Where the page *name* stands in *language*."""
    return DOCS / language / f"{name}.md"


def parts(language: str, name: str) -> list[str]:
    """The paragraphs of a page, and what parts them: every second one is empty lines. None where there is no page."""
    path = file_of(language, name)
    return EMPTY_LINES.split(path.read_text("utf-8").removesuffix("\n")) if path.is_file() else []


def paragraphs(language: str, name: str) -> Iterator[Paragraph]:
    """The paragraphs of the page *name*, without those that name only facts and quotations. None where it differs."""
    english, theirs = parts(SOURCE_LANGUAGE, name)[::2], parts(language, name)[::2]
    if name in unlike(language):
        return
    for number, text in enumerate(english):
        if ASKED.sub(lambda found: found.group() if found.group(1) in WITH_WORDS else "", text).strip():
            there = theirs[number] if theirs else ""
            yield Paragraph(f"{GROUP}.{name}.{number}", text, "" if there == text else there)


def unlike(language: str) -> list[str]:
    """The pages that cannot go out by paragraph, since they have not as many as the English ones."""
    pairs = {name: (parts(language, name), parts(SOURCE_LANGUAGE, name)) for name in page_names()}
    return [name for name, (theirs, english) in pairs.items() if theirs and len(theirs) != len(english)]


def written(language: str, name: str, translated: dict[int, str]) -> str:
    """The page *name* with the paragraphs that are *translated*; all others as they are, or in English."""
    english, theirs = parts(SOURCE_LANGUAGE, name), parts(language, name)
    whole = theirs if len(theirs) == len(english) else english
    found = [translated.get(at // 2, part) if at % 2 == 0 else part for at, part in enumerate(whole)]
    return "".join(found) + "\n"
