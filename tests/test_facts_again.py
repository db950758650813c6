"""Facts are listed by age, and a new look is written into their file, and nowhere else."""

import difflib
import shutil
import subprocess
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scripts.watching import facts as command
from scripts.watching.fact_rows import FACTS, LEAST_SURE, rows
from scripts.watching.shown_where import shown_where
from wizard.library import Standing, facts

REPOSITORY = Path(__file__).resolve().parents[1]
TODAY = datetime.now(tz=UTC).astimezone().date()
PAGE = "https://www.ice.gov/contact/"
ON = TODAY.isoformat()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all facts."""
    return shutil.copytree(FACTS, tmp_path / "facts")


def run(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> tuple[int, str, str]:
    """What the command says, and its exit code."""
    code = command.main(list(arguments), folder)
    told = capsys.readouterr()
    return code, told.out, told.err


def confirm(capsys: pytest.CaptureFixture[str], folder: Path, identity: str, seen: str = PAGE, on: str = ON) -> str:
    """Records a look, and gives what is said of it."""
    code, told, why = run(capsys, folder, "confirm", identity, "--seen", seen, "--on", on)
    assert (code, why) == (0, "")
    return told


def changed_lines(folder: Path) -> dict[str, list[str]]:
    """The new lines of each file that is not as it was."""
    found: dict[str, list[str]] = {}
    for file in sorted(folder.rglob("*.toml")):
        before = (FACTS / file.relative_to(folder)).read_text("utf-8").splitlines()
        delta = difflib.ndiff(before, file.read_text("utf-8").splitlines())
        if lines := [line[2:] for line in delta if line.startswith("+ ")]:
            found[file.name] = lines
    return found


def test_every_fact_is_listed_once_and_the_oldest_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Also those in another language, the topics of what changed, and what is known of offices."""
    listed = rows()
    ids = [row.id for row in listed]
    assert len(set(ids)) == len(ids)
    assert {*facts(), "court_page.es", "topics.bond", "field_offices.offices.ATL.phone"} <= {*ids}
    order = [(row.day, LEAST_SURE.index(row.standing)) for row in listed]
    assert order == sorted(order)
    told = sum(file.read_text("utf-8").count("standing = ") for file in FACTS.rglob("*.toml"))
    in_conflicts = sum(_standings_in_lists(tomllib.loads(file.read_text("utf-8"))) for file in FACTS.rglob("*.toml"))
    assert len(listed) == told - in_conflicts
    code, out, _ = run(capsys, FACTS)
    assert code == 0
    assert [line.split()[2] for line in out.splitlines()[:-1] if line[0] != " "] == ids


def _standings_in_lists(told: object, *, inside: bool = False) -> int:
    """How many values stand in lists: those that sources give differently, of which none is the value."""
    if isinstance(told, dict):
        return inside * ("standing" in told) + sum(_standings_in_lists(part, inside=inside) for part in told.values())
    return sum(_standings_in_lists(part, inside=True) for part in told) if isinstance(told, list) else 0


def test_every_fact_says_where_it_is_shown() -> None:
    """No fact is kept for nobody."""
    assert [row.id for row in rows() if not shown_where(row)] == []
    shown = {row.id: shown_where(row) for row in rows()}
    assert "card detention_line" in shown["line_number"]
    assert "page detention-line" in shown["line_number"]
    assert shown["topics.bond"] == ("page what-has-changed",)


def test_a_list_can_be_cut_down(capsys: pytest.CaptureFixture[str]) -> None:
    """To what holds a word, to so many, to all but offices."""
    assert run(capsys, FACTS, "uscis.gov", "--most", "2")[1].splitlines()[-1].startswith("2 of ")
    without = run(capsys, FACTS, "--without-offices")[1]
    assert "field_offices." not in without
    assert "citizen_line" in without
    code, told, why = run(capsys, FACTS, "nothing like this")
    assert (code, told, why) == (2, "", "facts: no fact holds nothing like this\n")


def test_a_look_changes_three_lines_and_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The day, the sources and the standing; comments, order and everything else stay byte for byte."""
    told = confirm(capsys, folder, "line_code")
    assert told.startswith(f"facts: line_code was seen on {ON}; it is confirmed now, and was reported on 2025-07\n")
    ((file, lines),) = changed_lines(folder).items()
    assert file == "ice.toml"
    sources, checked, standing = lines
    assert sources.endswith(f', "www.ice.gov/contact, seen on {TODAY.day} {TODAY:%B %Y}"]')
    assert (checked, standing) == (f"checked = {ON}", 'standing = "confirmed"')


def test_the_same_page_seen_again_takes_the_place_of_the_older_look(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of sources does not grow by each look."""
    confirm(capsys, folder, "court_page.es", on=(TODAY - timedelta(days=2)).isoformat())
    confirm(capsys, folder, "court_page.es")
    row = next(row for row in rows(folder) if row.id == "court_page.es")
    assert [source for source in row.sources if "www.ice.gov" in source] == [
        f"www.ice.gov/contact, seen on {TODAY.day} {TODAY:%B %Y}"
    ]


@pytest.mark.parametrize(
    ("identity", "seen", "standing"),
    [
        ("parents_page", "https://www.womensrefugeecommission.org/a-page", Standing.CONFIRMED),
        ("line_code", "https://example.org/page", Standing.REPORTED),
        ("reviewing_official_email", "https://example.org/page", Standing.REPORTED),
        ("reviewing_official_email", "https://www.ice.gov/ICEcasereview", Standing.CONFIRMED),
        ("line_number", "https://example.org/page", Standing.CONFIRMED),
        ("line_code", "https://notice.gov.example.org/", Standing.REPORTED),
        ("topics.bond", PAGE, Standing.REPORTED),
    ],
)
def test_the_standing_follows_what_was_seen(
    identity: str, seen: str, standing: Standing, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The official text or the page itself confirms; another page is one good source, and takes nothing away."""
    confirm(capsys, folder, identity, seen)
    assert next(row for row in rows(folder) if row.id == identity).standing is standing


def test_a_topic_gets_the_day_of_the_look_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its sources are what its state rests on, and a look that finds nothing newer is none."""
    confirm(capsys, folder, "topics.bond")
    assert changed_lines(folder) == {"topics.toml": [f"checked = {ON}"]}


def test_an_office_gets_a_source_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named once for all that was seen on that page on that day."""
    confirm(capsys, folder, "field_offices.offices.ATL.phone")
    confirm(capsys, folder, "field_offices.offices.BAL.phone")
    sources = tomllib.loads((folder / "offices" / "sources.toml").read_text("utf-8"))
    key = f"ice_gov_{TODAY:%Y_%m_%d}"
    assert sources[key]["date"] == TODAY
    offices = tomllib.loads((folder / "offices" / "field_offices.toml").read_text("utf-8"))["offices"]
    assert [offices[code]["phone"]["sources"][-1] for code in ("ATL", "BAL")] == [key, key]
    assert len(changed_lines(folder)["sources.toml"]) == 5
    assert len(changed_lines(folder)["field_offices.toml"]) == 2


TOMORROW = (TODAY + timedelta(days=1)).isoformat()
REFUSED = {
    "an unknown id": ("line_numbr", PAGE, ON, "there is no fact line_numbr; is it line_number?"),
    "an id like none": ("zzzzzz", PAGE, ON, "there is no fact zzzzzz"),
    "a day to come": ("line_number", PAGE, TOMORROW, f"{TOMORROW} is not yet: today is {TODAY}"),
    "an older day": ("line_number", PAGE, "2026-09-16", "line_number was checked on 2026-09-17, after 2026-09-16"),
    "a day of an older month": ("line_code", PAGE, "2025-06-30", "line_code was checked on 2025-07, after 2025-06-30"),
    "no day": ("line_number", PAGE, "2026-02-30", "2026-02-30 is no day: write YYYY-MM-DD"),
    "a day in words": ("line_number", PAGE, "yesterday", "yesterday is no day: write YYYY-MM-DD"),
    "no address": ("line_number", "www.ice.gov", ON, "www.ice.gov is no address of a page"),
    "another kind of address": ("line_number", "ftp://ice.gov/a", ON, "ftp://ice.gov/a is no address of a page"),
    "a space in it": ("line_number", "https://ice.gov/a b", ON, "https://ice.gov/a b is no address of a page"),
    "no host": ("line_number", "https:///contact", ON, "https:///contact is no address of a page"),
    "half a host": ("line_number", "https://[::1", ON, "https://[::1 is no address of a page"),
    "a port that is none": ("line_number", "https://ice.gov:x/", ON, "https://ice.gov:x/ is no address of a page"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_look_that_cannot_be_is_refused_in_one_line(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no file is touched."""
    identity, seen, on, why = REFUSED[name]
    code, told, error = run(capsys, folder, "confirm", identity, "--seen", seen, "--on", on)
    assert (code, told, error.count("\n")) == (2, "", 1)
    assert error.startswith(f"facts: {why}")
    assert changed_lines(folder) == {}


def test_what_was_looked_for_and_not_found_cannot_be_confirmed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty value was seen by nobody."""
    empty = next((row for row in rows(folder) if row.standing is Standing.UNKNOWN), None)
    if empty is None:
        file = folder / "help.toml"
        file.write_text(
            file.read_text("utf-8")
            + '\n[x]\nkind = "text"\nvalue = ""\nsources = ["a"]\nchecked = 2026-01-01\nstanding = "unknown"\n'
        )
    code, _, why = run(capsys, folder, "confirm", empty.id if empty else "x", "--seen", PAGE, "--on", ON)
    assert code == 2
    assert "has no value that anybody could have seen" in why


def test_the_command_lists_from_anywhere(tmp_path: Path) -> None:
    """By its door."""
    done = subprocess.run(
        [REPOSITORY / "scripts" / "facts", "line_number"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1-888-351-4024" in done.stdout


def test_a_day_of_a_month_is_its_first() -> None:
    """So that what is known of a month only is never taken for younger than it may be."""
    assert next(row for row in rows() if row.id == "line_code").day == date(2025, 7, 1)
