"""Which browsers the guide is held to, and what works in each: one table that people read, tests try and linters ask.

Each cell is tried in that browser itself (tests/browser/test_each_browser.py). ``floors`` are the oldest browsers that
each layer of scripts and styles may be written for (eslint.config.mjs, stylelint.config.mjs).
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from markupsafe import Markup

from .tables import table

FILE = Path(__file__).with_suffix(".json")


class Use(StrEnum):
    """What people do with the guide, in the order of the table's columns."""

    PAGES = "pages"
    LINKS = "links"
    PAPER = "paper"
    QUESTIONS = "questions"
    LETTER = "letter"
    PRINT = "print"
    SEARCH = "search"


class How(StrEnum):
    """How that can be done in a browser: as everywhere, by links alone, by hand, the whole for a part."""

    WORKS = "works"
    LINKS = "links"
    HAND = "hand"
    WHOLE = "whole"


@dataclass(frozen=True)
class Browser:
    """A browser of the table, by the *id* under which the tests start it."""

    id: str
    name: str
    year: int
    ways: dict[Use, How]


@cache
def browsers() -> tuple[Browser, ...]:
    """Every browser of the table, the oldest first."""
    rows = json.loads(FILE.read_text("utf-8"))["browsers"]
    return tuple(
        Browser(name, row["name"], row["year"], {use: How(row[use]) for use in Use}) for name, row in rows.items()
    )


def browser_table(*heads: str, **words: str) -> str:
    """The table under *heads*, the name of the browser first; *words* say what each `How` is."""
    if len(heads) != 1 + len(Use):
        raise ValueError(f"the table of browsers has {1 + len(Use)} columns")
    rows = Markup("").join(_row(browser, words) for browser in browsers())
    return table("guide-browsers", heads, rows)


def _row(browser: Browser, words: dict[str, str]) -> Markup:
    cells = Markup("").join(_cell(browser.ways[use], words) for use in Use)
    return Markup('<tr><th scope="row">{} ({})</th>{}</tr>').format(browser.name, browser.year, cells)


def _cell(how: How, words: dict[str, str]) -> Markup:
    """What is not as everywhere is easy to see."""
    cell = "<td>{}</td>" if how is How.WORKS else "<td><strong>{}</strong></td>"
    return Markup(cell).format(words[how])  # noqa: S704 (one of the two above)
