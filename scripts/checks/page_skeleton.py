"""Holds a page to the same page in the source language: headings, lists, what it names, links, and no English left."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from scripts.guide.folders import DOCS
from wizard.languages import SOURCE_LANGUAGE

HEADING = re.compile(r"(#+) .*?(?:\{ ?#([\w-]+) ?\})?$")
LIST_ITEM = re.compile(r"\s*(?:[-*]|\d{1,2}\.) ")
NAMED = re.compile(r"\{\{ *(\w+)\((.*?)\) *\}\}", re.DOTALL)
IDENTITY = re.compile(r"[\"']([a-z0-9_-]+|R\d+)[\"'](?! *=)")
LINK = re.compile(r"\]\(([^)\s]+)")
CODE = re.compile(r"^```.*?^```|(?<=\n\n)(?: {4}[^\n]*\n)+|\{%.*?%\}|`[^`]*`", re.MULTILINE | re.DOTALL)
LABELS = frozenset(
    {"statement_table", "path_table", "decision_table", "browser_table", "outside_links", "reading_limit"}
)
"""What takes words of the page's own language, or is named in the language that the page is about."""
TRANSLATION = "say"
"""What leads in a translation, which stands below ICE's words in every language but theirs."""
LEAST_WORDS = 5
"""So many words in a row can be told from a name."""


@dataclass
class Section:
    """What stands below one heading, without its words."""

    title: str
    level: int = 0
    items: int = 0
    names: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)


def page_faults(language: str, name: str) -> Iterator[str]:
    """Where the page *name* of *language* is not built like that of the source language, or is still in English."""
    page, model = DOCS / language / name, DOCS / SOURCE_LANGUAGE / name
    where = f"docs/{language}/{name}"
    if not page.is_file():
        yield f"pages: {where} is missing"
        return
    found, wanted = (file.read_text("utf-8") for file in (page, model))
    if page.suffix != ".md":
        yield from english_lines(where, found, wanted)
        return
    yield from skeleton_faults(where, found, wanted)
    yield from english_lines(where, found, wanted)


def skeleton_faults(where: str, found: str, wanted: str) -> Iterator[str]:
    """Headings missing or left over; and under each, a difference in lists, in what is named, and in links."""
    ours, theirs = sections(found), sections(wanted)
    for here, there in zip_longest(ours, theirs):
        if not (here and there and here.title == there.title):
            ours_is, theirs_is = (part.title if part else "none" for part in (here, there))
            yield f"pages: {where}: where {SOURCE_LANGUAGE} has the heading {theirs_is}, here is {ours_is}"
            return
        yield from section_faults(f"pages: {where}, under {here.title}", here, there)


def section_faults(below: str, here: Section, there: Section) -> Iterator[str]:
    """What of one section is *here* and not *there*, in the source language, or the other way round."""
    if here.level != there.level:
        yield f"{below}: the heading has {here.level} #, and {there.level} in {SOURCE_LANGUAGE}"
    if here.items != there.items:
        yield f"{below}: {here.items} items in lists, and {there.items} in {SOURCE_LANGUAGE}"
    for what, mine, yours in (("names", here.names, there.names), ("links to", here.links, there.links)):
        for lacking in sorted((yours - mine).keys()):
            yield f"{below}: {SOURCE_LANGUAGE} {what} {lacking}, and this page does not"
        for more in sorted((mine - yours).keys()):
            yield f"{below}: {what} {more}, and {SOURCE_LANGUAGE} does not"


def sections(text: str) -> list[Section]:
    """The parts of a page, by the ids of their headings; a heading without one goes by its place."""
    plain = CODE.sub("", text)
    found = [Section("its beginning")]
    for line in plain.split("\n"):
        if heading := HEADING.match(line):
            marks, identity = heading.groups()
            found.append(Section(f"#{identity}" if identity else f"heading {len(found)}", len(marks)))
        found[-1].items += bool(LIST_ITEM.match(line))
    bodies = re.split(r"^#+ .*$", plain, flags=re.MULTILINE)
    for section, body in zip(found, bodies, strict=True):
        for name, arguments in NAMED.findall(body):
            if name == TRANSLATION:
                continue
            section.names[f"{name}({'' if name in LABELS else ', '.join(IDENTITY.findall(arguments))})"] += 1
        section.links.update(LINK.findall(body))
    return found


def english_lines(where: str, found: str, wanted: str) -> Iterator[str]:
    """Each line of prose that stands word for word in the source language's page."""
    theirs = {prose for _, prose in _prose(wanted)}
    for number, prose in _prose(found):
        if prose in theirs:
            yield f"pages: {where}, line {number} is still in the source language"


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Every line that is our own words, with its number; code, names and links are none."""
    blank = CODE.sub(lambda code: "\n" * code.group().count("\n"), text)
    for number, line in enumerate(blank.split("\n"), 1):
        prose = NAMED.sub("", re.sub(r"\]\([^)]*\)|<[^>]*>", "", line))
        if len(re.findall(r"[^\W\d_]{2,}", prose)) >= LEAST_WORDS:
            yield number, " ".join(prose.split())
