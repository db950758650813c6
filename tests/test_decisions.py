"""Every decision record has a number, a date and a status, and the index names each as it stands."""

import re
from datetime import date
from pathlib import Path

import pytest

DECISIONS = Path(__file__).resolve().parents[1] / "docs" / "decisions"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
HEAD = re.compile(r"# (\d+)\. (.+)\n\nDate: (\S+)\. Status: (.+)\.\n\n## Context\n")
ROW = re.compile(r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \| (\S+) \| (.+) \|$", re.MULTILINE)
STATUS = re.compile(r"proposed|accepted|replaced by (\d{4})")


def head(record: Path) -> tuple[int, str, str, str]:
    """The number, title, date and status that a record begins with."""
    found = HEAD.match(record.read_text("utf-8"))
    assert found, f"{record.name} must begin like the others: # number. title, Date: ... Status: ..., ## Context"
    return int(found[1]), found[2], found[3], found[4]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_record_says_its_number_its_day_and_its_status(record: Path) -> None:
    """The number is that of its file; what replaces it is there."""
    number, _, day, status = head(record)
    assert record.name.startswith(f"{number:04}-")
    assert date.fromisoformat(day).isoformat() == day
    told = STATUS.fullmatch(status)
    assert told, f"{record.name}: a status is one of those in README.md, and not {status!r}"
    assert told[1] is None or list(DECISIONS.glob(f"{told[1]}-*.md"))


def test_the_index_names_every_record_as_it_stands() -> None:
    """Each once and in order; a record that it lacks, or that says something else, is in the difference."""
    index = ROW.findall((DECISIONS / "README.md").read_text("utf-8"))
    records = [(record.name[:4], record.name, *head(record)[1:]) for record in RECORDS]
    assert index == records
    assert [int(row[0]) for row in index] == list(range(1, len(index) + 1))
