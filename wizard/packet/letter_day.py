"""The day that the letters are dated: the device's own, or, where the device cannot know it, the person's.

A browser that hides its zone shows the day of Greenwich, which in the evening is tomorrow; a clock that lost its
battery shows a day before this guide was made.
"""

from datetime import date, datetime, timedelta

from wizard.packet.dates import Fault, NotADayError, Span, read_day
from wizard.packet.details import Typed
from wizard.wording import Wording

LETTER_DAY = "letter_day"
PARTS = ("day", "month", "year")

_AROUND = timedelta(days=7)
"""How far the day that is said may be from the device's, where only the zone is hidden."""

_LONGEST = timedelta(days=3 * 365)
"""How far ahead it may be of the day on which this guide was checked, where the clock is wrong."""


def is_known(day: date, now: datetime | None) -> bool:
    """Whether *day*, never one before the guide was checked, is that of the reader's clock *now*, and of its zone."""
    return now is None or (bool(now.utcoffset()) and _is_near(day, now))


def said_day(typed: Typed, day: date, now: datetime | None, say: Wording) -> tuple[date | None, dict[str, str]]:
    """The day for the letters, None where it stays a blank, and what is wrong with what was typed."""
    if is_known(day, now):
        return day, {}
    wanted, month, year = (typed.get(f"{LETTER_DAY}.{part}", "").strip() for part in PARTS)
    if not (wanted or month or year):
        return None, {}
    last = day + (_AROUND if now and _is_near(day, now) else _LONGEST)
    try:
        return read_day(wanted, month, year, Span(day - _AROUND, last, Fault.LETTER, Fault.LETTER), say), {}
    except NotADayError as error:
        return None, {LETTER_DAY: f"packet.error.date.{error.fault}"}


def _is_near(day: date, now: datetime) -> bool:
    return abs(now.date() - day) <= timedelta(days=1)
