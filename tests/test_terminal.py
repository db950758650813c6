"""The interview in a terminal."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.packets import ANSWERED
from wizard.__main__ import main
from wizard.terminal import ask_in_the_terminal
from wizard.wording import wording


def test_a_volunteer_walks_from_the_first_question_to_the_number(
    typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """By numbers and by ids, with an explanation, a mistake, and a step back."""
    typing += ["2", "?", "nonsense", "2", "nonsense", "detention_problem", "1", "b", "1", "2"]
    assert main(["ask"]) == 0
    out = capsys.readouterr().out
    assert "1-888-351-4024" in out
    assert "Not ICE. Not the government. Not legal advice." in out
    assert "Choose at least one need." in out


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-24T19:59:00-05:00", "By ICE's hours, the line is open now, until 8 p.m. Eastern Time."),
        ("2026-11-24T17:00:00-08:00", "The line is closed now. It opens November 25, 2026, at 8 a.m. Eastern Time."),
        ("2026-11-26T10:00:00-05:00", "a federal holiday. It opens November 27, 2026, at 8 a.m. Eastern Time."),
        ("2099-11-24T12:00:00-05:00", "The line is open Monday to Friday, 8 a.m. to 8 p.m. Eastern Time"),
    ],
)
def test_a_volunteer_is_told_whether_the_line_is_open(
    typing: list[str], capsys: pytest.CaptureFixture[str], at: str, told: str
) -> None:
    """By the clock, before the number."""
    typing += ["2", "inside", "detention_problem", "1", "2"]
    assert main(["ask", "--at", at]) == 0
    out = capsys.readouterr().out
    assert out.index(told) < out.index("1-888-351-4024")


def test_the_line_is_told_of_as_it_is_when_the_call_ends(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A talk that began before eight in the evening may end after."""
    typing += ["2", "inside", "detention_problem", "1", "2"]
    minutes = iter(range(58, 80))

    def clock() -> datetime:
        hour, minute = divmod(next(minutes), 60)
        return datetime.fromisoformat(f"2026-11-24T{19 + hour}:{minute:02}:00-05:00")

    assert ask_in_the_terminal(None, wording("en"), clock) == 0
    assert "The line is closed now. It opens November 25, 2026" in capsys.readouterr().out


@pytest.mark.parametrize("at", ["0001-01-01T00:00+23:00", "9999-12-31T23:59-23:00", "1899-12-31T00:00Z", "noon"])
def test_a_moment_at_the_end_of_all_calendars_is_refused_in_one_line(
    at: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no day after it to count to."""
    assert main(["ask", "--at", at]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n"), at in told.err) == ("", 1, False)


REPOSITORY = Path(__file__).resolve().parents[1]


def run(*arguments: str, intake: str, output: int, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """The command itself, its standard output being *output*."""
    command = [sys.executable, "-m", "wizard", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        command,
        cwd=REPOSITORY,
        env=environment,
        input=intake.encode(),
        stdout=output,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


PROBLEM = json.dumps({**ANSWERED, "needs": ["detention_problem"]})


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_few_letters_is_told_all_the_same(encoding: str) -> None:
    """JSON stays JSON, and says the same."""
    told = run("assess", "-", "--language", "es", intake=PROBLEM, output=subprocess.PIPE, encoding=encoding)
    assert (told.returncode, told.stderr) == (0, b"")
    report = json.loads(told.stdout.decode(encoding))
    assert report["complete"] is True
    assert "detención" in json.dumps(report, ensure_ascii=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [("assess", "-"), ("paths",)])
def test_output_that_cannot_be_written_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    """A disk is full sometimes."""
    with Path("/dev/full").open("wb") as full:
        told = run(*arguments, intake=PROBLEM, output=full.fileno())
    assert (told.returncode, told.stderr) == (2, b"standard output: cannot be written to\n")


def test_danger_and_the_stop_card_come_first_in_spanish_too(
    typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Interludes wait for Enter."""
    typing += ["1", "", "out", "case_review", "2", "not_detained", "no_case", "", "1", "1"]
    assert main(["ask", "--language", "es"]) == 0
    out = capsys.readouterr().out
    assert out.index("911") < out.index("notary public") < out.index("www.ice.gov/es/contactenos/oficinas-de-campo")


def test_a_date_may_be_typed_as_a_day(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And neither a day in the future nor one of another century is taken."""
    typing += ["false", "out", "case_review", "false", "1", "3", "2999-01-01", "1023-07-27", "2023-07-27", "2", "1"]
    assert main(["ask", "--at", "2026-11-24T12:00:00-05:00"]) == 0
    assert "not to write to the reviewing official" in capsys.readouterr().out


def test_it_goes_on_from_an_intake(typing: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What the file answers is not asked again."""
    intake = tmp_path / "intake.json"
    intake.write_text(json.dumps({"needs": ["bond"], "emergency": False, "custody": "ice_detention"}), "utf-8")
    typing += ["self"]
    assert main(["ask", str(intake)]) == 0
    assert "OPLA" in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["0", "99", "-1", "²", "9" * 5000, "1 " + "9" * 5000], ids=lambda typed: typed[:4])
def test_a_number_that_is_not_offered_is_asked_again(
    typed: str, typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Also one that is too long for Python to read, as only a pipe can bring it."""
    typing += ["2", typed, "inside", "detention_problem", "1", "2"]
    assert main(["ask"]) == 0
    told = capsys.readouterr()
    assert (told.out.count("Choose at least one"), told.err) == (1, "")
    assert "1-888-351-4024" in told.out


def test_leaving_in_the_middle_is_quiet(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """End of input is no traceback."""
    typing += ["2"]
    assert main(["ask"]) != 0
    assert capsys.readouterr().err == ""


def test_paths_prints_the_committed_list(capsys: pytest.CaptureFixture[str]) -> None:
    """The same as the file that tests hold."""
    assert main(["paths"]) == 0
    assert capsys.readouterr().out == Path(__file__).with_name("paths.txt").read_text("utf-8")
