"""The days on which we take the ICE detention line to be closed, from the pinned package `holidays`.

    python -m scripts.tables.federal_holidays            writes wizard/calendar/federal_holidays.toml anew
    python -m scripts.tables.federal_holidays --check    exit 1 where the table is not what the package says

The table is committed, so that its diff shows what an update of the package changes.
docs/decisions/0007-opening-hours.md says why.
"""

import sys
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

from holidays import country_holidays
from holidays.constants import GOVERNMENT

TABLE = Path(__file__).resolve().parents[2] / "wizard" / "calendar" / "federal_holidays.toml"
FIRST_YEAR, LAST_YEAR = 2025, 2032
SATURDAY = 5

HEAD = """\
# Weekdays on which federal offices are closed: holidays, the days on which they are observed, and single closures.
# Made by scripts/tables/federal_holidays.py from the package "holidays"; not edited by hand.
made_from = "holidays {version}, US, category government"
first_day = {first}
last_day = {last}

[closed]
"""


def closed_weekdays() -> dict[date, str]:
    """Every weekday closed, with the package's name for it. New Year's Day may be observed in December."""
    known = country_holidays("US", categories=(GOVERNMENT,), years=range(FIRST_YEAR, LAST_YEAR + 2), observed=True)
    return {
        day: name
        for day, name in sorted(known.items())
        if day.weekday() < SATURDAY and first_day() <= day <= last_day()
    }


def first_day() -> date:
    """The first day that the table knows."""
    return date(FIRST_YEAR, 1, 1)


def last_day() -> date:
    """The last day that the table knows."""
    return date(LAST_YEAR + 1, 1, 1) - timedelta(days=1)


def table() -> str:
    """The table as TOML."""
    head = HEAD.format(version=version("holidays"), first=first_day(), last=last_day())
    return head + "".join(f'{day} = "{name}"\n' for day, name in closed_weekdays().items())


def main() -> int:
    """Writes the table, or checks it. Returns the exit code."""
    if "--check" not in sys.argv[1:]:
        TABLE.write_text(table(), "utf-8")
        return 0
    if TABLE.read_text("utf-8") == table():
        return 0
    print(
        "federal_holidays: the table is not what the package says; run python -m scripts.tables.federal_holidays",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
