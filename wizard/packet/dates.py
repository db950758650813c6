"""Days as people type them in three fields."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wizard.folding import folded
from wizard.languages import languages
from wizard.rules.days import OLDEST
from wizard.wording import Wording, wording


class Fault(StrEnum):
    """Why something is no day that can be taken."""

    INCOMPLETE = "incomplete"
    MONTH = "month"
    YEAR = "year"
    UNREAL = "unreal"
    FUTURE = "future"
    OLD = "old"
    OVER = "over"
    FAR = "far"
    LETTER = "letter"


class NotADayError(Exception):
    """Something that is no such day, and why. Never holds what was typed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Span:
    """The first and the last day that can be taken, and what is wrong with one before or after them."""

    first: date
    last: date
    before: Fault
    after: Fault


def until(today: date) -> Span:
    """Days that have come already."""
    return Span(OLDEST, today, Fault.OLD, Fault.FUTURE)


def ahead(today: date, years: int) -> Span:
    """Days to come, at most so many *years*. Yesterday counts: somewhere it is still today."""
    year = min(today.year + years, date.max.year - 1)
    last = date(year, today.month, 1) + timedelta(days=today.day - 1)
    return Span(today - timedelta(days=1), last, Fault.OVER, Fault.FAR)


def read_day(day: str, month: str, year: str, span: Span, say: Wording) -> date:
    """The day typed in three fields, digits of any script; the month by number or by name.

    A name counts whole, or as one of its abbreviations, in every language of the guide, that of the reader first.
    Raises ``NotADayError``.
    """
    day, month, year = day.strip(), month.strip(), year.strip()
    if not (day and month and year):
        raise NotADayError(Fault.INCOMPLETE)
    if not (year.isdecimal() and len(year) == len("2026")):
        raise NotADayError(Fault.YEAR)
    if not _is_number(day) or (month.isdecimal() and not _is_number(month)):
        raise NotADayError(Fault.UNREAL)
    return _possible(int(year), _month(month, say), int(day), span)


def _possible(year: int, month: int, day: int, span: Span) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADayError(Fault.UNREAL) from None
    if found > span.last:
        raise NotADayError(span.after)
    if found < span.first:
        raise NotADayError(span.before)
    return found


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= len("31")


def _month(typed: str, say: Wording) -> int:
    if typed.isdecimal():
        return int(typed)
    wanted = _plain(typed)
    for spoken in (say, *map(wording, languages())):
        if wanted in (known := _months(spoken)):
            return known[wanted]
    raise NotADayError(Fault.MONTH)


def _months(say: Wording) -> dict[str, int]:
    """Every name and abbreviation of a month in the language of *say*."""
    return {_plain(name): number for number in range(1, 13) for name in say.month_names(number)}


def _plain(name: str) -> str:
    """*name* without case, accents and the dot of an abbreviation."""
    return folded(name).strip().rstrip(".").rstrip()
