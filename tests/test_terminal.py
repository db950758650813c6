"""The interview in a terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.__main__ import main


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a volunteer types, line by line; more is asked than typed is an end of input."""
    lines: list[str] = []

    def type_line(prompt: str = "") -> str:
        print(prompt, end="")
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("builtins.input", type_line)
    yield lines
    assert lines == []


def test_a_volunteer_walks_from_the_first_question_to_the_number(
    typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """By numbers and by ids, with an explanation, a mistake, and a step back."""
    typing += ["2", "?", "nonsense", "detention_problem", "1", "b", "1", "2"]
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
    typing += ["2", "detention_problem", "1", "2"]
    assert main(["ask", "--at", at]) == 0
    out = capsys.readouterr().out
    assert out.index(told) < out.index("1-888-351-4024")


def test_danger_and_the_stop_card_come_first_in_spanish_too(
    typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Interludes wait for Enter."""
    typing += ["1", "", "case_review", "3", "5", "", "1", "1"]
    assert main(["ask", "--language", "es"]) == 0
    out = capsys.readouterr().out
    assert out.index("911") < out.index("notary public") < out.index("www.ice.gov/contact/field-offices")


def test_a_date_may_be_typed_as_a_day(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And neither a day in the future nor one of another century is taken."""
    typing += ["false", "case_review", "1", "3", "2999-01-01", "1023-07-27", "2023-07-27", "2", "1"]
    assert main(["ask", "--at", "2026-11-24T12:00:00-05:00"]) == 0
    assert "not to write to the reviewing official" in capsys.readouterr().out


def test_it_goes_on_from_an_intake(typing: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What the file answers is not asked again."""
    intake = tmp_path / "intake.json"
    intake.write_text(json.dumps({"needs": ["bond"], "emergency": False, "custody": "ice_detention"}), "utf-8")
    typing += ["self"]
    assert main(["ask", str(intake)]) == 0
    assert "OPLA" in capsys.readouterr().out


def test_leaving_in_the_middle_is_quiet(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """End of input is no traceback."""
    typing += ["2"]
    assert main(["ask"]) != 0
    assert capsys.readouterr().err == ""


def test_paths_prints_the_committed_list(capsys: pytest.CaptureFixture[str]) -> None:
    """The same as the file that tests hold."""
    assert main(["paths"]) == 0
    assert capsys.readouterr().out == Path(__file__).with_name("paths.txt").read_text("utf-8")
