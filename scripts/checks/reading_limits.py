"""Holds our texts to limits of how hard they may be to read. Called by content.py.

    python -m scripts.checks.reading_limits          prints how hard they are, and what is beyond its limit
    python -m scripts.checks.reading_limits --set    sets the limits anew from the texts of today

A limit is what was measured on the day it was set and an allowance; a screen in English may never be beyond MOST.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf
from statistics import mean

from scripts.guide.folders import REPOSITORY
from scripts.guide.numbered_screens import Node, build_graph
from wizard.assess import assess
from wizard.interview import QuestionScreen, ResultScreen
from wizard.languages import languages
from wizard.library import source
from wizard.packet import Told, packet_of
from wizard.packet.form import Written, details_html
from wizard.packet.screens import packet_html
from wizard.questions import Need
from wizard.render import screen_html
from wizard.wording import wording

from .pages import rendered
from .prose import prose
from .reading_level import Measure, level, measure_of

TABLE = REPOSITORY / "scripts" / "guide" / "page_text" / "reading_limits.toml"
SCREENS, PAGES, PROGRAMMERS = "screens", "pages", "pages_for_programmers"
FOR_PROGRAMMERS = frozenset({"hosting", "changing", "changelog"})
NOT_TEXT = frozenset({"wizard"})
"""The page whose text is the screens."""

MOST = {("en", SCREENS): 6.0}
"""What no limit may be beyond, whatever is measured."""
SHOWN = 5
"""How many of the screens are printed, the hardest first."""

HEAD = """\
# How hard our texts were to read when these limits were set, and how hard they may become (docs/decisions/0009).
# English in school grades: less is easier. Spanish in points of ease, from 0 to 100: more is easier.
# Made by python -m scripts.checks.reading_limits --set; not edited by hand.
"""


@dataclass(frozen=True)
class Limits:
    """How hard texts may be, on average and at most, in the unit of their language."""

    mean: float
    hardest: float


def texts(language: str) -> dict[str, dict[str, list[str]]]:
    """Our own sentences in *language*, by kind and by the name of the screen or page."""
    pages = {name: prose(html) for name, (html, _) in rendered(language).items() if name not in NOT_TEXT}
    found = {
        SCREENS: {_name(node): prose(screen_html(node.screen, wording(language))) for node in build_graph()},
        PAGES: {name: text for name, text in pages.items() if name not in FOR_PROGRAMMERS},
        PROGRAMMERS: {name: text for name, text in pages.items() if name in FOR_PROGRAMMERS},
    }
    found[SCREENS] |= {name: prose(html) for name, html in _packet_screens(language)}
    return found


def _name(node: Node) -> str:
    match node.screen:
        case QuestionScreen(question):
            return f"question {question} ({node.number})"
        case ResultScreen(assessment):
            return f"result {assessment.cards[-1].channel.value} ({node.number})"
        case _:
            return f"interlude ({node.number})"


EVERY_PAPER: dict[str, str] = {
    "emergency": "false",
    "custody": "ice_detention",
    "local_request": "answered",
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "removal_imminent": "false",
    "role": "attorney",
}
"""Answers that lead a case review to the reviewing official, who asks for the most."""


def _packet_screens(language: str) -> Iterator[tuple[str, str]]:
    """The two screens of the packet, without the papers themselves: those are in the words that ICE's page uses."""
    assessment = assess((Need.DETENTION_PROBLEM, Need.CASE_REVIEW, Need.BOND), EVERY_PAPER)
    say = wording(language)
    packet = packet_of(assessment, Told(EVERY_PAPER, {}), say, source().retrieved)
    html = packet_html(packet, assessment.notices, say)
    yield "details of a packet", details_html(assessment, EVERY_PAPER, Written({}, {}, asks_day=True), say)
    yield "papers of a packet", re.sub(r'<article class="paper".*?</article>', "", html, flags=re.DOTALL)


@cache
def measured(language: str) -> dict[str, dict[str, float]]:
    """How hard each screen and page with a sentence of ours is: by kind and name, the hardest first."""
    measure = _measure(language)
    found: dict[str, dict[str, float]] = {}
    for kind, by_name in texts(language).items():
        levels = {name: level(sentences, measure) for name, sentences in _each_once(by_name)}
        found[kind] = dict(sorted(levels.items(), key=lambda entry: -measure.harder * entry[1]))
    return found


def _each_once(by_name: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Every text once, by the first of its names: many interviews come to the same screen."""
    names: dict[tuple[str, ...], list[str]] = {}
    for name, sentences in by_name.items():
        names.setdefault(tuple(sentences), []).append(name)
    for text, (first, *others) in names.items():
        if text:
            yield f"{first} and {len(others)} alike" if others else first, list(text)


def _measure(language: str) -> Measure:
    measure = measure_of(language)
    if measure is None:
        raise LookupError(f"{language} is not measured")
    return measure


def limits_after(kind: str, language: str, levels: Mapping[str, float]) -> Limits:
    """The limits that follow from how hard the texts of a kind are; the hardest of *levels* is the first."""
    measure = _measure(language)

    def limit(value: float) -> float:
        return min(round(value + measure.harder * measure.allowance, 1), MOST.get((language, kind), inf))

    return Limits(limit(mean(levels.values())), limit(next(iter(levels.values()))))


def reading_faults() -> Iterator[str]:
    """Prints how hard the texts of each language are to read; a fault where they are too hard."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    for language in languages():
        if not measure_of(language):
            print(f"reading, {language}: not measured; its row in languages.toml names no formula that is known")
            continue
        if language not in table:
            yield f"reading: {language} has no limits; python -m scripts.checks.reading_limits --set sets them"
            continue
        for kind, levels in measured(language).items():
            limit = Limits(*(table[language][kind][what]["limit"] for what in ("mean", "hardest")))
            yield from too_hard(kind, language, levels, limit)


def too_hard(kind: str, language: str, levels: Mapping[str, float], limits: Limits) -> Iterator[str]:
    """Prints *levels*, which are by name and the hardest first, and yields what is beyond *limits*."""
    harder, unit = _measure(language).harder, _measure(language).unit
    what, average = f"{language} {kind.replace('_', ' ')}", mean(levels.values())
    listed = [f"{name} {value:.1f}" for name, value in levels.items()]
    shown = ", ".join(listed[:SHOWN] if kind == SCREENS else listed)
    print(
        f"reading, {what}: mean {unit} {average:.1f} (limit {limits.mean}); hardest (limit {limits.hardest}): {shown}"
    )
    if harder * average > harder * limits.mean:
        yield f"reading: {what} have a mean {unit} of {average:.1f}; the limit is {limits.mean}"
    for name, value in levels.items():
        if harder * value > harder * limits.hardest:
            yield f"reading: {what}, {name}: {unit} {value:.1f}; the limit is {limits.hardest}"


def table_of_today() -> str:
    """The text of TABLE, from how hard the texts are now."""
    parts = [HEAD]
    for language in filter(measure_of, languages()):
        for kind, levels in measured(language).items():
            limits, hardest = limits_after(kind, language, levels), next(iter(levels.values()))
            parts.append(f"""
[{language}.{kind}]
mean = {{ measured = {mean(levels.values()):.1f}, limit = {limits.mean} }}
hardest = {{ measured = {hardest:.1f}, limit = {limits.hardest} }}
""")
    return "".join(parts)


def main() -> int:
    """Sets the limits, or prints measures and faults. Returns the exit code."""
    if sys.argv[1:] == ["--set"]:
        TABLE.write_text(table_of_today(), "utf-8")
    found = list(reading_faults())
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
