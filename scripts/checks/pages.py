"""Holds the reading pages to ICE's statements and the facts. Called by content.py.

It makes the pages' own text without MkDocs, so that a check needs no built site.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from markdown import Markdown
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from scripts.guide.folders import DOCS, REPOSITORY
from scripts.guide.page_text.names import filled
from wizard.languages import languages
from wizard.library import LAW, facts_in, statements
from wizard.rules.days import IN_TEXTS
from wizard.wording import wording

PAGES = DOCS
NOT_QUOTED = {"R52": "it has no words; what the page does not say is a list on how-we-know"}
"""The statements that no page quotes, and why a reader does not need them there."""

TYPED_FACT = re.compile(r"\d{3}[-. ]\d{4}|\b911\b|\b988\b|@|https?:|www\.|\.gov\b|\.org\b|\.com\b")
TYPED_EXAMPLES = {
    "hosting.md": ("https://www.wikipedia.org/", "https://example.org/guide/", "`https://`"),
    "changing.md": (
        "ilrc.org/node/3987",
        '"acis.eoir.justice.gov"',
        '"justice.gov/eoir, stored copy, undated"',
        '@rule("R45")',
    ),
}
"""What the pages for programmers may write out, since it is an example of what to type elsewhere."""


def page_faults() -> Iterator[str]:
    """Every fault of the pages, one line each."""
    for language in languages():
        yield from quotation_faults(language)
    for path in sorted(PAGES.glob("*/*.md")):
        yield from typed_faults(path)


def quotation_faults(language: str) -> Iterator[str]:
    """Prints how many statements the pages quote; a fault for each that no page quotes and no reason excuses."""
    quoted = {statement for _, found in rendered(language).values() for statement in found}
    reasons = "; ".join(f"{identity}: {reason}" for identity, reason in NOT_QUOTED.items())
    print(f"statements quoted on pages, {language}: {len(quoted)} of {len(statements())}; {reasons}")
    for identity in statements():
        if (identity in quoted) == (identity in NOT_QUOTED):
            yield f"pages: {language}: {identity} must be quoted on a page, or have a reason not to be, and not both"


def typed_faults(path: Path) -> Iterator[str]:
    """Numbers, addresses and links that *path* writes out, where it should name a fact."""
    text = path.read_text("utf-8")
    for example in TYPED_EXAMPLES.get(path.name, ()):
        text = text.replace(example, "")
    every = {fact.value for language in languages() for fact in facts_in(language).values() if fact.kind != LAW}
    known = "|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in sorted(every))
    for found in re.finditer(f"{TYPED_FACT.pattern}|{known}", text):
        line = text.count("\n", 0, found.start()) + 1
        yield f"pages: {path.parent.name}/{path.name}, line {line}: names a fact by hand ({found.group()})"
    if path.parent.name in languages():
        yield from typed_days(path, text)


def typed_days(path: Path, text: str) -> Iterator[str]:
    """Days that decide, written out where the page should name them."""
    for name, day in IN_TEXTS.items():
        if isinstance(day, date) and wording(path.parent.name).day(day) in " ".join(text.split()):
            yield f"pages: {path.parent.name}/{path.name}: names by hand the day that days({name}) gives"


@cache
def rendered(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Every page of *language* by name: its own HTML, and the statements it quotes."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for path in sorted((PAGES / language).glob("*.md")):
        quoted: set[str] = set()
        text, _ = get_data(path.read_text("utf-8"))
        found[path.stem] = (
            _markdown().reset().convert(filled(text, language, quoted, outside_links=no_links)),
            frozenset(quoted),
        )
    return found


def no_links(*_: str, **__: str) -> str:
    """Nothing in place of the list of outside links: addresses are no prose."""
    return ""


@cache
def _markdown() -> Markdown:
    listed = yaml_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    options = {name: settings for entry in listed if isinstance(entry, dict) for name, settings in entry.items()}
    names = [name for entry in listed for name in ([entry] if isinstance(entry, str) else entry)]
    return Markdown(extensions=names, extension_configs=options)
