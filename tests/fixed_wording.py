"""Tells whether a piece of a paper is made of our fixed wording, of facts, and of nothing else."""

import re
from collections.abc import Iterable
from functools import cache

from wizard.offices import states
from wizard.packet.case import Case
from wizard.packet.document import Document, Mark, Run, Table
from wizard.packet.letter_head import postal_address
from wizard.wording import texts_of, wording

BETWEEN = re.compile(r"(?: - |\. |, |: | and | y |[.,: ])?")
"""What may stand between two pieces, and before and after them."""

BOX = re.compile(r"(?:\[[ x]\] |- )?")
ROOMS = ("packet.letter.", "packet.certificate.", "packet.mirror.", "office.place_county")


def unexplained(document: Document, cases: Iterable[Case], typed: Iterable[str]) -> list[str]:
    """Every run of *document* that is neither fixed wording with facts, nor a blank, nor one of the *typed* lines."""
    allowed, told = {line.strip() for line in typed}, tuple(_facts_of(cases))
    runs = [run for block in document.blocks if not isinstance(block, Table) for run in block.runs]
    return [run.text for run in runs if not _is_explained(run, allowed, told, document.language)]


def _is_explained(run: Run, typed: set[str], told: tuple[str, ...], language: str) -> bool:
    if run.mark is Mark.BLANK:
        return not run.text.strip("_")
    if run.mark is Mark.OWN:
        return run.text.strip() in typed
    return is_fixed(run.text, told, language)


def _facts_of(cases: Iterable[Case]) -> Iterable[str]:
    """What the offices and places of *cases* are called."""
    yield from states().values()
    for case in cases:
        yield from (place.get(part, "") for place in case.places.values() for part in ("county", "court"))
        yield postal_address(case)
        yield from (office.name for office in (case.office, case.local_office) if office)


def is_fixed(text: str, told: tuple[str, ...], language: str) -> bool:
    """Whether *text* is a row of pieces of our wording in *language*, days, numbers, and facts that are *told*."""
    pieces = (*_pieces(language), *(re.compile(re.escape(fact)) for fact in told if fact))
    start = BOX.match(text)
    return _consumed(text, start.end() if start else 0, pieces, frozenset())


def _consumed(text: str, at: int, pieces: tuple[re.Pattern[str], ...], seen: frozenset[int]) -> bool:
    between = BETWEEN.match(text, at)
    for start in {at, between.end() if between else at}:
        if not text[start:].strip():
            return True
        for piece in pieces:
            found = piece.match(text, start)
            if found and start < found.end() not in seen and _consumed(text, found.end(), pieces, seen | {found.end()}):
                return True
    return False


@cache
def _pieces(language: str) -> tuple[re.Pattern[str], ...]:
    """Each text between its braces, whole texts first; days, A-numbers and the letters of exhibits."""
    say = wording(language)
    months = "|".join(say("month", str(number)) for number in range(1, 13))
    found = [rf"(?:\d+ de )?(?:{months}) (?:\d+, |de )\d{{4}}", r"A-\d{3}-\d{3}-\d{3}", r"[A-Z]{1,2}(?=\)|:|\b)"]
    for name, text in texts_of(language).items():
        if name.startswith(ROOMS) and isinstance(text, str):
            found += [re.escape(part.strip(" .")) for part in re.split(r"\{\w+\}", text) if part.strip(" .,:-")]
    return tuple(re.compile(piece) for piece in sorted(found, key=len, reverse=True))
