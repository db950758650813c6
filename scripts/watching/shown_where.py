"""Where a fact is shown: cards, needs, warnings, papers, texts by id, and pages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from scripts.guide.folders import DOCS
from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.law import SHOWN
from wizard.reach import (
    BESIDE,
    FORMS,
    LAW_OF_INTERLUDE,
    LAW_OF_NEED,
    LAW_OF_NOTICE,
    LAW_OF_WARNING,
    LAWYERS,
    REACH,
    WITH_LAWYERS,
)
from wizard.wording import texts_of

from .fact_rows import Row

OF_OFFICES = {
    "areas": ("which field office a card names",),
    "centers": ("places where ICE holds people, on cards", "page detention-centers", "page find-your-office"),
    "check_in_offices": ("page check-in-offices",),
    "courts": ("which office of ICE's lawyers a card names",),
    "field_offices": ("the field office on cards and letters", "page find-your-office"),
    "opla": ("ICE's lawyers on cards and letters", "page opla-offices"),
}
"""What the files of offices are shown on, each as a whole."""

NAMED = re.compile(r"\b(?:fact|value|law|change)\(([^)]*)\)")

EXAMPLES = "changing"
"""The page that says how a page names a fact, and shows none."""


def shown_where(row: Row) -> tuple[str, ...]:
    """Where *row* is shown, each place once."""
    if row.is_of_an_office:
        return OF_OFFICES[row.file.stem]
    name = row.path[0]
    return tuple(dict.fromkeys((*_tables().get(name, ()), *_texts(name), *_pages().get(name, ()))))


@cache
def _tables() -> dict[str, tuple[str, ...]]:
    named: list[tuple[str, Mapping[Any, tuple[str, ...]]]] = [
        ("card", REACH),
        ("need", BESIDE),
        ("need", LAW_OF_NEED),
        ("warning", LAW_OF_WARNING),
        ("interlude", LAW_OF_INTERLUDE),
        ("notice", LAW_OF_NOTICE),
        ("item", {item: (name,) for item, name in FORMS.items()}),
        ("card", dict.fromkeys(WITH_LAWYERS, LAWYERS)),
        ("papers of", {"every letter": SHOWN}),
    ]
    found: dict[str, tuple[str, ...]] = {}
    for kind, table in named:
        for key, names in table.items():
            for name in names:
                found[name] = (*found.get(name, ()), f"{kind} {key}")
    return found


def _texts(name: str) -> Iterator[str]:
    for identity, text in texts_of(SOURCE_LANGUAGE).items():
        if f"{{{name}}}" in ("".join(text) if isinstance(text, list) else text):
            yield f"text {identity}"


@cache
def _pages() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for page in sorted((DOCS / SOURCE_LANGUAGE).glob("*.md")):
        if page.stem == EXAMPLES:
            continue
        for named in NAMED.findall(page.read_text("utf-8")):
            for name in re.findall(r"\w+", named):
                found[name] = (*found.get(name, ()), f"page {page.stem}")
    return found
