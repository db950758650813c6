"""The days that decide, as they stand in ICE's page and in the law; and on which side of them an answer stands."""

from datetime import date, timedelta

import pytest

from wizard.rules import days


def test_the_days_are_those_of_the_page_and_of_the_law() -> None:
    """R32 and R50; the order of January 20, 2025; and the first day that anybody is asked for."""
    assert (date(2022, 6, 24), date(2023, 7, 27)) == (days.WINDOW_FIRST_DAY, days.WINDOW_LAST_DAY)
    assert date(2025, 1, 20) == days.ORDERS_DAY
    assert date(1900, 1, 1) == days.OLDEST
    assert (timedelta(14), timedelta(90)) == (days.AIM, days.MOST_DAYS_UNCOMPARED)


@pytest.mark.parametrize(
    ("day", "period", "after_orders"),
    [
        ("1900-01-01", "before_window", "false"),
        ("2022-06-23", "before_window", "false"),
        ("2022-06-24", "in_window", "false"),
        ("2023-07-27", "in_window", "false"),
        ("2023-07-28", "after_window", "false"),
        ("2025-01-19", "after_window", "false"),
        ("2025-01-20", "after_window", "false"),
        ("2025-01-21", "after_window", "true"),
        ("2026-11-24", "after_window", "true"),
    ],
)
def test_a_day_gives_its_period_and_whether_it_is_of_the_new_time(day: str, period: str, after_orders: str) -> None:
    """An answer of the day of the order itself is one of the time before."""
    answers = days.answers_of_day(date.fromisoformat(day))
    assert answers == {"local_response_period": period, "response_after_orders": after_orders}


@pytest.mark.parametrize("told", ["before_window", "in_window", "after_window", "unknown", None])
@pytest.mark.parametrize("day", ["2022-06-23", "2022-06-24", "2023-07-28"])
def test_a_day_that_was_typed_counts_only_for_the_period_that_was_told(day: str, told: str | None) -> None:
    """Another answer, one without a day, and none at all drop it."""
    answers = {"local_response_period": told} if told else {}
    counts = {"2022-06-23": "before_window", "2022-06-24": "in_window", "2023-07-28": "after_window"}[day] == told
    assert days.still_counts(date.fromisoformat(day), answers) == counts
