"""The line is open when ICE says so, at every hour that the table covers, wherever the caller is."""

import json
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from holidays import country_holidays

from scripts.tables import federal_holidays
from wizard import hours
from wizard.hours import Calendar, Hours, Reason, calendar, eastern, line_hours

NEW_YORK = ZoneInfo("America/New_York")
FIRST, AFTER_LAST = datetime(2025, 1, 1, tzinfo=NEW_YORK), datetime(2033, 1, 1, tzinfo=NEW_YORK)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@cache
def closed_days() -> frozenset[date]:
    """Federal holidays, straight from the package."""
    return frozenset(country_holidays("US", categories=("government",), years=range(2025, 2034)))


@cache
def shifts() -> tuple[list[datetime], list[datetime]]:
    """Every opening and every closing from 2025 to 2032, by the time zone database."""
    days = (FIRST.date() + timedelta(days=number) for number in range(366 * 8))
    working = [day for day in days if day.year < 2033 and day.weekday() < 5 and day not in closed_days()]
    return tuple(
        [datetime(day.year, day.month, day.day, hour, tzinfo=NEW_YORK).astimezone(UTC) for day in working]
        for hour in (8, 20)
    )  # type: ignore[return-value]


def expected(moment: datetime) -> tuple[bool, datetime, datetime] | None:
    """Open or not, next opening and next closing at *moment*, found by looking them up."""
    openings, closings = shifts()
    opening, closing = bisect_right(openings, moment), bisect_right(closings, moment)
    return (opening > closing, openings[opening], closings[closing]) if opening < len(openings) else None


def told(hours: Hours | None) -> tuple[bool, datetime, datetime] | None:
    """What *hours* says, in the same form."""
    return (hours.now, hours.opens, hours.closes) if hours else None


def at(text: str) -> Hours:
    """The line at *text*, in Eastern Time where it names no offset."""
    moment = datetime.fromisoformat(text)
    hours = line_hours(moment if moment.tzinfo else moment.replace(tzinfo=NEW_YORK))
    assert hours is not None
    return hours


def every(step: timedelta, first: datetime, after_last: datetime) -> Iterator[datetime]:
    """Moments *step* apart, in UTC."""
    moment, end = first.astimezone(UTC), after_last.astimezone(UTC)
    while moment < end:
        yield moment
        moment += step


@pytest.mark.slow
def test_every_hour_of_eight_years_agrees_with_the_time_zone_database_and_the_holidays_package() -> None:
    """Also the next opening and closing, and the clock itself."""
    wrong = [m for m in every(HOUR, FIRST, AFTER_LAST) if told(line_hours(m)) != expected(m)]
    assert wrong == []
    off = [m for m in every(HOUR, FIRST, AFTER_LAST) if eastern(m).replace(tzinfo=None) != _wall(m)]
    assert off == []


def _wall(moment: datetime) -> datetime:
    return moment.astimezone(NEW_YORK).replace(tzinfo=None)


@pytest.mark.slow
def test_every_reason_is_the_plain_one() -> None:
    """Weekend before holiday, holiday before the hour."""
    for moment in every(HOUR, FIRST, AFTER_LAST - timedelta(days=3)):
        local, hours = moment.astimezone(NEW_YORK), line_hours(moment)
        assert hours is not None
        match hours.reason:
            case Reason.WEEKEND:
                assert local.weekday() >= 5
            case Reason.HOLIDAY:
                assert local.weekday() < 5
                assert local.date() in closed_days()
            case Reason.BEFORE_HOURS:
                assert local.hour < 8
                assert hours.opens.date() == local.date()
            case Reason.AFTER_HOURS:
                assert local.hour >= 20
            case Reason.WITHIN_HOURS:
                assert 8 <= local.hour < 20


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01", "2031-03-09", "2032-11-07"])
def test_no_minute_is_lost_where_clocks_change(day: str) -> None:
    """Two days before and after each change, minute by minute."""
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=NEW_YORK)
    for moment in every(MINUTE, noon - timedelta(days=2), noon + timedelta(days=2)):
        assert eastern(moment).replace(tzinfo=None) == _wall(moment)
        assert told(line_hours(moment)) == expected(moment)


def test_it_opens_at_eight_and_closes_at_eight_to_the_minute() -> None:
    """On a Tuesday."""
    assert at("2026-11-24T07:59:59").reason is Reason.BEFORE_HOURS
    assert at("2026-11-24T08:00").now
    assert at("2026-11-24T19:59:59").now
    assert at("2026-11-24T20:00").reason is Reason.AFTER_HOURS


def test_after_an_opening_the_next_one_is_meant() -> None:
    """While it is open, it closes before it opens."""
    hours = at("2026-11-24T08:00")
    assert hours.closes.isoformat() == "2026-11-24T20:00:00-05:00"
    assert hours.opens.isoformat() == "2026-11-25T08:00:00-05:00"


def test_before_thanksgiving_the_next_opening_is_on_friday() -> None:
    """A holiday is skipped, and so is a weekend with a Monday off."""
    assert at("2026-11-25T20:00").opens.date() == date(2026, 11, 27)
    assert at("2027-07-02T20:00").opens.date() == date(2027, 7, 6)


def test_a_holiday_on_a_weekend_closes_the_day_on_which_it_is_observed() -> None:
    """Saturday's on Friday, Sunday's on Monday; and New Year's Day in the year before."""
    for day in ("2026-07-03", "2027-07-05", "2027-12-24", "2027-12-31", "2028-11-10", "2032-06-18"):
        assert at(f"{day}T12:00").reason is Reason.HOLIDAY


def test_single_closures_that_are_known_are_closures() -> None:
    """A day of mourning, and the days around Christmas 2025."""
    for day in ("2025-01-09", "2025-12-24", "2025-12-26"):
        assert at(f"{day}T12:00").reason is Reason.HOLIDAY


def test_inauguration_day_is_no_closure() -> None:
    """It is a holiday in and around Washington only: 20 January 2029 is a Saturday, so the Friday before it is one."""
    assert at("2029-01-19T12:00").now


def test_an_hour_means_the_same_whatever_offset_it_is_given_in() -> None:
    """Also from the other side of the date line."""
    moments = ("2026-11-24T17:30-05:00", "2026-11-24T14:30-08:00", "2026-11-25T12:30+14:00", "2026-11-24T22:30+00:00")
    assert len({at(moment) for moment in moments}) == 1


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("Pacific/Honolulu", "Mon 03:00", "Mon 02:00"),
        ("America/Los_Angeles", "Mon 05:00", "Mon 05:00"),
        ("America/Phoenix", "Mon 06:00", "Mon 05:00"),
        ("America/Puerto_Rico", "Mon 09:00", "Mon 08:00"),
        ("Europe/London", "Mon 13:00", "Mon 13:00"),
        ("Pacific/Kiritimati", "Tue 03:00", "Tue 02:00"),
    ],
)
def test_a_caller_anywhere_is_told_their_own_hour(zone: str, winter: str, summer: str) -> None:
    """The opening of a Monday in January and in July, on the caller's own clock."""
    for weekend, own in (("2027-01-09T12:00", winter), ("2027-07-10T12:00", summer)):
        assert at(weekend).opens.astimezone(ZoneInfo(zone)).strftime("%a %H:%M") == own


def test_no_answer_is_given_beyond_the_table() -> None:
    """Neither before it, nor where the next opening would lie behind it, nor at the ends of time."""
    far = ("2024-12-31T23:59:59-05:00", "2032-12-30T12:00-05:00", "2033-01-03T12:00-05:00")
    for moment in (*far, "0001-01-01T00:00+14:00", "9999-12-31T23:59:59-12:00"):
        assert line_hours(datetime.fromisoformat(moment)) is None
    assert at("2032-12-29T21:00").opens.date() == date(2032, 12, 30)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-15T23:59:59-05:00", None),
        ("2026-11-16T00:00:00-05:00", "2026-11-16"),
        ("2026-11-19T21:00:00-05:00", "2026-11-20"),
        ("2026-11-20T07:59:59-05:00", "2026-11-20"),
        ("2026-11-20T08:00:00-05:00", None),
        ("2026-11-21T00:00:00-05:00", None),
    ],
)
def test_a_table_holds_from_its_first_minute_to_the_last_opening_in_it(
    monkeypatch: pytest.MonkeyPatch, moment: str, opens: str | None
) -> None:
    """Here a table of one week, Monday to Friday."""
    week = Calendar(date(2026, 11, 16), date(2026, 11, 20), frozenset())
    monkeypatch.setattr(hours, "calendar", lambda: week)
    found = line_hours(datetime.fromisoformat(moment))
    assert (found.opens.date().isoformat() if found else None) == opens


def test_a_moment_without_an_offset_is_refused() -> None:
    """Nobody can tell when that is."""
    with pytest.raises(ValueError, match="offset"):
        line_hours(datetime(2026, 11, 24, 12))  # noqa: DTZ001


def test_the_committed_table_is_what_the_package_says() -> None:
    """Made anew with ``python -m scripts.tables.federal_holidays``."""
    assert federal_holidays.TABLE.read_text("utf-8") == federal_holidays.table()
    assert {day for day in closed_days() if day.weekday() < 5 and day.year < 2033} == calendar().closed


def test_the_table_reaches_eighteen_months_ahead() -> None:
    """Fails when it is time to raise LAST_YEAR in scripts/tables/federal_holidays.py and make the table anew."""
    assert calendar().last_day - datetime.now(UTC).date() > timedelta(days=548)


@pytest.mark.parametrize(
    ("moment", "expects"),
    [
        ("2026-11-24T17:30:00-05:00", (True, "within_hours", "2026-11-25T08:00:00-05:00", "2026-11-24T20:00:00-05:00")),
        ("2026-11-28T09:00:00-08:00", (False, "weekend", "2026-11-30T08:00:00-05:00", "2026-11-30T20:00:00-05:00")),
        ("2026-07-03T12:00:00-04:00", (False, "holiday", "2026-07-06T08:00:00-04:00", "2026-07-06T20:00:00-04:00")),
        ("2040-01-03T12:00:00-05:00", None),
    ],
)
def test_an_assessment_says_whether_the_line_is_open(moment: str, expects: tuple[object, ...] | None) -> None:
    """On the card of the line, and on no other."""
    intake = {
        "needs": ["detention_problem", "court_date"],
        "custody": "ice_detention",
        "role": "self",
        "emergency": False,
    }
    command = [sys.executable, "-m", "wizard", "assess", "-", "--at", moment]
    done = subprocess.run(command, input=json.dumps(intake), capture_output=True, text=True, check=True)
    line, outside = json.loads(done.stdout)["cards"]
    assert line["channel"] == "detention_line"
    assert line["open"] == (dict(zip(("now", "reason", "opens", "closes"), expects, strict=True)) if expects else None)
    assert "open" not in outside
