"""No style sheet asks more of a browser than the people who read this have: old phones, and computers of a library.

A list of selectors is void as a whole for a browser that does not know one of them; in 2026 that made the interview
without scripts an empty page in every browser older than :has().
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.guide.style_sheets import PARTS, STYLES

REPOSITORY = Path(__file__).resolve().parents[1]
SHEETS = {
    path.relative_to(REPOSITORY).as_posix(): path.read_text("utf-8")
    for room in ("wizard", "scripts")
    for path in sorted((REPOSITORY / room).rglob("*.css"))
}
NEWER = re.compile(r":has\(|:focus-visible|:focus-within|::file-selector-button|::details-content|::backdrop|:dir\(")
"""Selectors that came after Chromium 80 or Safari 13. They may stand alone: what hangs on them is then left out."""
NEVER = re.compile(r":is\(|:where\(|:not\((?![^()]*\)|:has\()|:not\([^()]*,")
"""What only shortens a list: written out, it works everywhere."""
SHORTHANDS = re.compile(r"(?:^|[\s;])((?:margin|padding|border)-(?:inline|block)|inset(?:-[a-z-]+)?)\s*:")
"""Unknown before Chromium 87 and Safari 14.1, while the names of single sides are known."""


def rules(text: str) -> Iterator[tuple[str, str, bool]]:
    """Every style rule of a sheet: its selectors, its declarations, and whether it stands inside another one."""
    open_blocks: list[str] = []
    for part in re.finditer(r"([^{};]*)([{};])", re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", text, flags=re.DOTALL)):
        words, mark = part[1].strip(), part[2]
        if mark == "{":
            inside = any(not block.startswith("@") for block in open_blocks)
            open_blocks.append(words)
            if not words.startswith("@"):
                yield words, "", inside
            continue
        if words and open_blocks:
            yield open_blocks[-1], f"{words};", False
        if mark == "}":
            open_blocks.pop()


def selectors(words: str) -> list[str]:
    """The selectors of a list; a comma in brackets parts none."""
    return [selector.strip() for selector in re.split(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))", words)]


def faults(text: str) -> set[str]:
    """What an older browser would drop although it stands beside what it knows."""
    found: set[str] = set()
    for words, declaration, nested in rules(text):
        if words.startswith("@"):
            continue
        if nested:
            found.add(f"nested: {words}")
        if NEVER.search(words):
            found.add(f"to be written out: {words}")
        if len(selectors(words)) > 1 and len({bool(NEWER.search(selector)) for selector in selectors(words)}) > 1:
            found.add(f"mixed: {words}")
        if SHORTHANDS.search(declaration):
            found.add(f"shorthand: {words} {{ {declaration} }}")
    return found


def test_every_part_of_a_sheet_is_in_it() -> None:
    """Once, and in an order that is written down."""
    written = {f"{sheet}/{part}.css" for sheet, parts in PARTS.items() for part in parts}
    assert written == {path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css")}
    assert len(written) == sum(map(len, PARTS.values()))


@pytest.mark.parametrize("name", SHEETS)
def test_no_rule_hangs_on_a_selector_that_older_browsers_lack(name: str) -> None:
    """What is newer stands alone, lists are written out, no rule is nested, and sides are named one by one."""
    assert faults(SHEETS[name]) == set()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (".a, .b:has(.c) { color: red; }", "mixed: .a, .b:has(.c)"),
        ("button, ::file-selector-button { color: red; }", "mixed: button, ::file-selector-button"),
        ("@media print { html :is(.a, .b) { color: red; } }", "to be written out: html :is(.a, .b)"),
        (".a:not(.b, .c) { color: red; }", "to be written out: .a:not(.b, .c)"),
        ("main { h1 { color: red; } }", "nested: h1"),
        ("@media print { main { color: red; & h1 { color: red; } } }", "nested: & h1"),
        (".a { color: red; margin-inline: auto }", "shorthand: .a { margin-inline: auto; }"),
        (".a { inset-block-start: 0; }", "shorthand: .a { inset-block-start: 0; }"),
    ],
)
def test_each_such_rule_is_noticed(text: str, fault: str) -> None:
    """The look itself is looked at."""
    assert faults(text) == {fault}


def test_what_stands_alone_is_no_fault() -> None:
    """A rule for newer browsers alone, a comma in brackets, and longer names of sides are as they should be."""
    text = ".a:has(.b, .c) { color: red; } main:not(:has(.d)) > .e { margin-block-start: 0; clip-path: inset(50%); }"
    assert faults(text) == set()
