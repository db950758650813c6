"""Holds what changed since ICE's page to its facts and to its words in every language. Called by content.py."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

from scripts.guide.folders import DOCS
from scripts.guide.page_text import what_has_changed
from scripts.guide.page_text.what_has_changed import NAME, State
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.library import Standing

from .pages import TYPED_FACT

PARTS = ("state", "day", "sources", "checked", "standing")
LABELS = ("caption", "topic", "state", "for_you", "source", "sources")
SAID = ("name", "for_you")
MOST_WORDS = 25
"""How long the one sentence may be that tells what a topic means."""

NAMED = re.compile(r'\{\{ change\("(\w+)"\) \}\}')


def change_faults() -> Iterator[str]:
    """Every fault of topics, words and pages, one line each."""
    known = what_has_changed.rows()
    for identity, row in known.items():
        yield from topic_faults(identity, row)
    for language in languages():
        yield from language_faults(language, known)


def topic_faults(identity: str, row: dict[str, Any]) -> Iterator[str]:
    """What is missing or cannot be in what is known of one topic."""
    for part in sorted(set(PARTS) ^ row.keys()):
        yield f"changes: {identity} {'lacks' if part in PARTS else 'has, and nobody asks for,'} {part}"
    if set(PARTS) - row.keys():
        return
    if row["state"] not in list(State):
        yield f"changes: {identity}: its state is none of {', '.join(State)}"
    if row["standing"] not in list(Standing):
        yield f"changes: {identity}: its standing is none of {', '.join(Standing)}"
    if not row["sources"] or not all(isinstance(source, str) and source for source in row["sources"]):
        yield f"changes: {identity} names no source"
    if row["standing"] == Standing.UNKNOWN and row["state"] != State.NOT_KNOWN:
        yield f"changes: {identity}: its standing is unknown, and yet it has a state"
    if row["standing"] == Standing.CONFIRMED and row["state"] == State.NOT_KNOWN:
        yield f"changes: {identity}: nothing confirms what is not known"
    yield from day_faults(identity, str(row["day"]), str(row["checked"]))


def day_faults(identity: str, day: str, checked: str) -> Iterator[str]:
    """A day that does not exist, or one after the day on which we looked."""
    for told in (day, checked):
        try:
            date.fromisoformat(told if len(told) > len("2026-07") else f"{told}-01")
        except ValueError:
            yield f"changes: {identity}: {told} is no day (YYYY-MM-DD, or YYYY-MM)"
            return
    if day[: len(checked)] > checked[: len(day)]:
        yield f"changes: {identity}: we looked on {checked}, before its day ({day})"


def language_faults(language: str, known: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Words missing or left over in *language*, sentences that are none or two, and topics that its page forgets."""
    file, page = DOCS / language / f"{NAME}.toml", DOCS / language / f"{NAME}.md"
    if not file.is_file() or not page.is_file():
        yield f"changes: {language} lacks {NAME}.toml or {NAME}.md in docs/{language}"
        return
    found, reference = (
        tomllib.loads((DOCS / code / file.name).read_text("utf-8")) for code in (language, SOURCE_LANGUAGE)
    )
    wanted = {"label": LABELS, "state": list(State), "source": reference.get("source", {}), "topic": known}
    for group, ids in wanted.items():
        for identity in sorted(found.get(group, {}).keys() ^ set(ids)):
            yield f"changes: {language} {'lacks' if identity in ids else 'has too much:'} {group}.{identity}"
    for identity, said in found.get("topic", {}).items():
        yield from word_faults(f"{language}, {identity}", said)
    named = NAMED.findall(page.read_text("utf-8"))
    for identity in sorted(known.keys() ^ set(named)):
        yield f"changes: {language}: the page and the topics do not agree on {identity}"
    for identity in sorted({name for name in named if named.count(name) > 1}):
        yield f"changes: {language}: the page tells twice of {identity}"


def word_faults(where: str, said: dict[str, str]) -> Iterator[str]:
    """What is wrong with the name of a topic, and with the sentence that tells what it means."""
    for part in sorted(set(SAID) ^ said.keys()):
        yield f"changes: {where} {'lacks' if part in SAID else 'has, and nobody asks for,'} {part}"
    sentence = said.get("for_you", "")
    if not re.fullmatch(r"[^.?!]*(?:\.\d[^.?!]*)*\.", sentence):
        yield f"changes: {where}: what it means must be one sentence, with a stop at its end"
    if len(sentence.split()) > MOST_WORDS:
        yield f"changes: {where}: what it means takes more than {MOST_WORDS} words"
    if TYPED_FACT.search(" ".join(said.values())):
        yield f"changes: {where}: names a number, an address or a link by hand"
