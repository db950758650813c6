"""Judges a PO file that came back: what of it can be written, what must be mended first, and what is left as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from scripts.checks.counting import braces
from scripts.checks.page_skeleton import skeleton_faults
from scripts.checks.pages import TYPED_FACT
from wizard.languages import table
from wizard.rules.days import IN_TEXTS
from wizard.wording import wording

from . import pages
from .po import Entry
from .texts import Text, texts, written

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HALF, UNSURE, CHANGED = (
    "half a list is translated",
    "fuzzy in a language that is published",
    "the English changed since the file was made",
)
"""Why a text is left as it is."""


@dataclass
class Judged:
    """What a PO file holds: texts by id, paragraphs by page and number, and which of the texts nobody is unsure of."""

    texts: dict[str, str | list[str]] = field(default_factory=dict)
    paragraphs: dict[str, dict[int, str]] = field(default_factory=dict)
    reviewed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=dict)


def judged(language: str, entries: list[Entry]) -> Judged:
    """What is to be done with *entries* of *language*. Where there are faults, nothing is."""
    found = Judged()
    by_id = {entry.id: entry for entry in entries}
    paragraphs = [paragraph for name in pages.page_names() for paragraph in pages.paragraphs(language, name)]
    known = {name for text in texts(language).values() for name in text.lines}
    known |= {paragraph.id for paragraph in paragraphs}
    found.faults += [_unknown(entry) for entry in entries if entry.id not in known]
    may_be_unsure, days = table()[language].is_draft, _days(language)
    for text in texts(language).values():
        given = [by_id[name] for name in text.lines if name in by_id]
        if any(entry.translated for entry in given):
            _judge_text(found, text, given, days, may_be_unsure=may_be_unsure)
    for paragraph in paragraphs:
        entry = by_id.get(paragraph.id)
        if entry and entry.translated:
            _judge_paragraph(found, paragraph, entry, may_be_unsure=may_be_unsure)
    return found


def _unknown(entry: Entry) -> str:
    if not entry.id:
        return f"an entry has no context, so nothing says which text it is: {entry.english[:60]}"
    return f"{entry.id}: there is no such text"


def _why_left(given: list[Entry], english: list[str], *, may_be_unsure: bool) -> str:
    """Why a text is not taken over, though nothing is wrong with it; empty where it is."""
    if [entry.english for entry in given] != english:
        return CHANGED
    if not all(entry.translated for entry in given):
        return HALF
    return "" if may_be_unsure or not any(entry.fuzzy for entry in given) else UNSURE


def _judge_text(found: Judged, text: Text, given: list[Entry], days: list[str], *, may_be_unsure: bool) -> None:
    if why := _why_left(given, list(text.lines.values()), may_be_unsure=may_be_unsure):
        found.left.setdefault(why, []).append(text.id)
        return
    for entry in given:
        found.faults += _faults_of_text(text, entry, days)
    found.texts[text.id] = text.of_lines([entry.translated for entry in given])
    if text.has_mark and not any(entry.fuzzy for entry in given):
        found.reviewed.append(text.id)


def _days(language: str) -> list[str]:
    """The days that decide, as *language* writes them; none where it cannot yet write a day."""
    if not {name for name in texts() if name.startswith(("month.", "date."))} <= written(language).keys():
        return []
    return [wording(language).day(moment) for moment in IN_TEXTS.values() if isinstance(moment, date)]


def _faults_of_text(text: Text, entry: Entry, days: list[str]) -> Iterator[str]:
    if CONTROL.search(entry.translated):
        yield f"{entry.id}: a text is one line, and this one has a line break or another mark that nobody sees"
    if not text.is_ours:
        return
    yield from _unlike(text, entry)
    if TYPED_FACT.search(entry.translated) or any(day in entry.translated for day in days):
        yield f"{entry.id}: names by hand a number, an address, a link or a day that has a name in braces"


def _unlike(text: Text, entry: Entry) -> Iterator[str]:
    """Braces lost or left over; the form of one number alone may say that number in words, or in digits."""
    wanted, here = braces(entry.english), braces(entry.translated)
    may_differ = {"count"} if text.alone else set()
    for name in sorted(wanted - here - may_differ):
        yield f"{entry.id}: {{{name}}} is missing"
    for name in sorted(here - wanted - may_differ):
        yield f"{entry.id}: {{{name}}} is not in the English"


def _judge_paragraph(found: Judged, paragraph: pages.Paragraph, entry: Entry, *, may_be_unsure: bool) -> None:
    if why := _why_left([entry], [paragraph.english], may_be_unsure=may_be_unsure):
        found.left.setdefault(why, []).append(paragraph.id)
        return
    if pages.EMPTY_LINES.search(entry.translated):
        found.faults.append(f"{entry.id}: there is an empty line in it, which makes two paragraphs of one")
    found.faults += skeleton_faults(entry.id, entry.translated, entry.english)
    _, name, number = paragraph.id.split(".")
    found.paragraphs.setdefault(name, {})[int(number)] = entry.translated
