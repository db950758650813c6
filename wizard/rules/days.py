"""The days that decide: on which side of the window an answer stands, of which time it is, and what is only an aim.

Told once: rules, dates in letters and texts all take them from here (`wizard.wording` puts them into the texts).
"""

from datetime import date, timedelta

from wizard.engine import Answers
from wizard.options import LocalResponsePeriod, ResponseAfterOrders

WINDOW_FIRST_DAY = date(2022, 6, 24)
WINDOW_LAST_DAY = date(2023, 7, 27)
"""Both ends inclusive (R32): the priorities came back on the day after the last (R19)."""

ORDERS_DAY = date(2025, 1, 20)
"""The day on which the order behind the priorities was revoked (`facts/law.toml`)."""

AIM = timedelta(days=14)
"""In how many days the reviewing official tries to answer where the person is held (R50)."""

MOST_DAYS_UNCOMPARED = timedelta(days=90)
"""After so many days without a look at ICE's page, each of our pages says so (`wizard/web/checked.js`)."""

IN_TEXTS: dict[str, date | timedelta] = {
    "window_first": WINDOW_FIRST_DAY,
    "window_last": WINDOW_LAST_DAY,
    "orders_day": ORDERS_DAY,
    "aim_days": AIM,
    "days_uncompared": MOST_DAYS_UNCOMPARED,
}
"""What texts name in braces: a day as each language says it, or a number of days."""

OLDEST = date(1900, 1, 1)
"""No date that anyone is asked for is before it: an earlier one is a slip."""


def period_of(day: date) -> LocalResponsePeriod:
    """On which side of the window (R30-R32) *day* stands."""
    if day < WINDOW_FIRST_DAY:
        return LocalResponsePeriod.BEFORE_WINDOW
    return LocalResponsePeriod.IN_WINDOW if day <= WINDOW_LAST_DAY else LocalResponsePeriod.AFTER_WINDOW


def answers_of_day(day: date) -> dict[str, str]:
    """What follows from the *day* of the field office's answer: the period, and whether it is of the new time."""
    recent = ResponseAfterOrders.YES if day > ORDERS_DAY else ResponseAfterOrders.NO
    return {LocalResponsePeriod.id(): period_of(day).value, ResponseAfterOrders.id(): recent.value}


def still_counts(day: date, answers: Answers) -> bool:
    """Whether *day*, typed before, is still the one that *answers* speak of."""
    return answers.get(LocalResponsePeriod.id()) == period_of(day)
