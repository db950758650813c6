"""Is the ICE detention line open at a moment, and when does it open and close next.

Statement R6: Monday through Friday, excluding holidays, from 8 a.m. to 8 p.m. Eastern Time. The page does not say which
holidays; federal ones are assumed, from a dated table (docs/decisions/0007-opening-hours.md).
Knows no clock and no wording: the moment comes in, and ids and moments go out.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import cache

from wizard.library import load_toml

OPENS, CLOSES = 8, 20
"""Hours of the day, Eastern Time (R6). Open at the first, closed at the second."""

EASTERN_STANDARD = timezone(timedelta(hours=-5), "EST")
EASTERN_DAYLIGHT = timezone(timedelta(hours=-4), "EDT")
MARCH, NOVEMBER, SATURDAY = 3, 11, 5


class Reason(StrEnum):
    """Why the line is open or closed at a moment."""

    WITHIN_HOURS = "within_hours"
    BEFORE_HOURS = "before_hours"
    AFTER_HOURS = "after_hours"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class Hours:
    """The line at one moment. *opens* and *closes* are the next times it does so after that moment, Eastern Time.

    While it is open, *closes* comes first. Both convert to any zone by ``astimezone``.
    """

    reason: Reason
    opens: datetime
    closes: datetime

    @property
    def now(self) -> bool:
        """Whether the line is open."""
        return self.reason is Reason.WITHIN_HOURS


@dataclass(frozen=True)
class Calendar:
    """The weekdays on which the line is taken to be closed, known from *first_day* to *last_day*."""

    first_day: date
    last_day: date
    closed: frozenset[date]


@cache
def calendar() -> Calendar:
    """The committed table of federal holidays."""
    table = load_toml("calendar", "federal_holidays.toml")
    return Calendar(table["first_day"], table["last_day"], frozenset(map(date.fromisoformat, table["closed"])))


def line_hours(moment: datetime) -> Hours | None:
    """The line at *moment* (with its offset from UTC), or None where the table does not reach to the next opening.

    Raises ``ValueError`` for a moment without an offset.
    """
    if moment.utcoffset() is None:
        raise ValueError("a moment needs its offset from UTC")
    known = calendar()
    if not _midnight(known.first_day) <= moment < _midnight(known.last_day + timedelta(days=1)):
        return None
    local = eastern(moment)
    reason = _reason(local)
    opening = _next_working_day(local.date(), today_counts=reason is Reason.BEFORE_HOURS)
    if opening > known.last_day:
        return None
    closing = local.date() if reason is Reason.WITHIN_HOURS else opening
    return Hours(reason, _eastern_time(opening, OPENS), _eastern_time(closing, CLOSES))


def eastern(moment: datetime) -> datetime:
    """*moment* in Eastern Time: daylight saving from the second Sunday of March to the first of November, at 2 a.m."""
    year = moment.astimezone(EASTERN_STANDARD).year
    begins = datetime.combine(_sunday(year, MARCH, 2), time(2), EASTERN_STANDARD)
    ends = datetime.combine(_sunday(year, NOVEMBER, 1), time(2), EASTERN_DAYLIGHT)
    return moment.astimezone(EASTERN_DAYLIGHT if begins <= moment < ends else EASTERN_STANDARD)


def _sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday(), weeks=number - 1)


def _midnight(day: date) -> datetime:
    """The start of *day*, which is one in winter."""
    return datetime.combine(day, time(), EASTERN_STANDARD)


def _eastern_time(day: date, hour: int) -> datetime:
    """The moment of *hour* on *day*; no clock is changed between 8 and 20, so the zone an hour off is the right one."""
    zone = eastern(datetime.combine(day, time(hour), EASTERN_STANDARD)).tzinfo
    return datetime.combine(day, time(hour), zone)


def _reason(local: datetime) -> Reason:
    if local.weekday() >= SATURDAY:
        return Reason.WEEKEND
    if local.date() in calendar().closed:
        return Reason.HOLIDAY
    if local.hour < OPENS:
        return Reason.BEFORE_HOURS
    return Reason.WITHIN_HOURS if local.hour < CLOSES else Reason.AFTER_HOURS


def _next_working_day(day: date, *, today_counts: bool) -> date:
    if not today_counts:
        day += timedelta(days=1)
    while day.weekday() >= SATURDAY or day in calendar().closed:
        day += timedelta(days=1)
    return day
