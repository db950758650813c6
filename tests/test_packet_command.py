"""The packet from the terminal: files in a folder, their names on the screen, and nothing of what they hold."""

import io
import json
import resource
import signal
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.packets import ANSWERED, CASES, CHANNELS, DETAILS, SEEN_AS, details_for, intake_for, packet_for
from wizard.__main__ import main
from wizard.packet import on_disk
from wizard.wording import wording

PRIVATE = "Zacapa-Q7"
AT = ("--at", "2026-11-24T17:30:00-05:00")
GOOD: dict[str, Any] = {**ANSWERED, "needs": ["release"], "details": DETAILS}

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs ``packet`` on an intake; gives the exit code, standard output and standard error."""

    def write(intake: Any, *arguments: str, out: Path | None = None) -> tuple[int, str, str]:
        raw = intake if isinstance(intake, bytes) else json.dumps(intake).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(["packet", "-", "--out", str(out or tmp_path / "out"), *AT, *arguments])
        written = capsys.readouterr()
        return code, written.out, written.err

    return write


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_worked_case_becomes_files_whose_names_are_printed(case: dict[str, Any], run: Run, tmp_path: Path) -> None:
    """Every file named is there, and no other; nothing of the person is printed."""
    code, out, err = run({**case["intake"], "details": DETAILS}, "--language", "es")
    say = wording("es")
    assert code == 0
    assert say("ui.not_government") in err
    assert not any(word in err for words in SEEN_AS.values() for word in words)
    assert sorted(out.split()) == sorted(path.name for path in (tmp_path / "out").iterdir())
    assert "checklist.docx" in out
    assert not any(word in out for words in SEEN_AS.values() for word in words)


@pytest.mark.parametrize("known", ["no_case", "in_proceedings"])
def test_whom_ice_may_not_know_is_told_to_get_advice_first(known: str, run: Run, tmp_path: Path) -> None:
    """On the screen before the names of drafts, and on the checklist that goes with them; and what may have changed."""
    say = wording("en")
    intake = {**GOOD, "custody": "not_detained", "known_to_ice": known, "local_request": "none"}
    code, _, err = run(intake)
    kept = (tmp_path / "out" / "checklist.txt").read_text("utf-8")
    assert code == 0
    for told in (err, kept):
        assert (say("interlude.stop.title") in told) == (known == "no_case")
        assert say("notice.currency.title") in told
        assert say("ui.danger_line") in told


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_files_are_those_of_the_packet(
    channel: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same function answers the browser; but for what is drawn for each packet anew."""
    intake = {**ANSWERED, **CHANNELS[channel], "details": details_for(intake_for(channel)), "missing_items": []}
    monkeypatch.setattr(on_disk, "lot", lambda: "")
    run(intake, "--language", "es")
    expected = dict(packet_for(intake_for(channel, missing_items=[]), language="es").files())
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == expected


def test_only_the_owner_may_read_what_is_written(run: Run, tmp_path: Path) -> None:
    """A shared computer has other people's accounts."""
    run(GOOD)
    for path in (tmp_path / "out").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    """A lawyer may have worked on a letter."""
    run(GOOD)
    letter = tmp_path / "out" / "letter-reviewing-official.docx"
    letter.write_text("mine")
    code, out, err = run(GOOD)
    assert (code, out) == (2, "")
    assert err == "--out: has letter-reviewing-official.docx already, and nothing is overwritten; name another folder\n"
    assert letter.read_text() == "mine"


def test_a_folder_that_cannot_be_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    """Below a file there is no folder."""
    (tmp_path / "file").write_text("")
    code, out, err = run(GOOD, out=tmp_path / "file" / "out")
    assert (code, out, err) == (2, "", "--out: cannot be written to; give the path of a folder\n")


def test_a_link_that_leads_nowhere_is_not_written_through(run: Run, tmp_path: Path) -> None:
    """It may lead out of the folder."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "checklist.docx").symlink_to(tmp_path / "elsewhere")
    code, _, err = run(GOOD)
    assert (code, err.split(" already")[0]) == (2, "--out: has checklist.docx")
    assert not (tmp_path / "elsewhere").exists()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["checklist.docx"]


def test_a_disk_that_is_full_leaves_nothing_half_done(run: Run, tmp_path: Path) -> None:
    """No empty letter stays there, and another try finds the folder free."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        code, out, err = run(GOOD)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert (code, out, err) == (2, "", "--out: cannot be written to; give the path of a folder\n")
    assert list((tmp_path / "out").iterdir()) == []
    assert run(GOOD)[0] == 0


def test_the_day_of_the_answer_stands_in_the_letter(run: Run, tmp_path: Path) -> None:
    """Given as a day, it need not be written by hand."""
    run(GOOD)
    letter = (tmp_path / "out" / "letter-reviewing-official.txt").read_text("utf-8")
    assert "Date of its answer: September 14, 2026" in letter


def test_an_intake_from_a_file_and_an_empty_packet_of_details(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without details every paper has blanks."""
    (tmp_path / "intake.json").write_text(json.dumps({**ANSWERED, "needs": ["release"]}), "utf-8")
    assert main(["packet", str(tmp_path / "intake.json"), "--out", str(tmp_path / "out")]) == 0
    assert "letter-reviewing-official.txt" in capsys.readouterr().out
    assert "Name: ____" in (tmp_path / "out" / "letter-reviewing-official.txt").read_text("utf-8")
    with zipfile.ZipFile(tmp_path / "out" / "letter-reviewing-official.docx") as archive:
        assert archive.testzip() is None


BAD: list[tuple[str, dict[str, Any]]] = [
    ("needs", {"needs": None}),
    ("role", {"role": None}),
    ("local_request", {"local_request": None}),
    ("details", {"details": {PRIVATE: 1}}),
    ("details", {"details": [PRIVATE]}),
    ("details.name", {"details": {"name": 5}}),
    ("details.a_number", {"details": {"a_number": PRIVATE}}),
    ("details.a_number", {"details": {"a_number": "MSC2190000001"}}),
    ("details.date_of_birth", {"details": {"date_of_birth": PRIVATE}}),
    ("details.date_of_birth", {"details": {"date_of_birth": "1990-02-30"}}),
    ("details.date_of_birth", {"details": {"date_of_birth": "2030-01-01"}}),
    ("details.telephone", {"details": {"telephone": PRIVATE[:6]}}),
    ("details.email", {"details": {"email": PRIVATE}}),
    ("details.exhibits", {"details": {"exhibits": PRIVATE}}),
    ("details.facts", {"details": {"facts": PRIVATE * 20_000}}),
]


@pytest.mark.parametrize(("field", "change"), BAD, ids=[f"{number}-{field}" for number, (field, _) in enumerate(BAD)])
def test_bad_input_is_one_line_that_names_the_field_and_not_what_it_holds(
    field: str, change: dict[str, Any], run: Run, tmp_path: Path
) -> None:
    """Exit 2, nothing on standard output, and nothing is written."""
    code, out, err = run({**GOOD, **change})
    assert (code, out) == (2, "")
    assert err.startswith(f"{field}: ")
    assert err.count("\n") == 1
    assert PRIVATE not in err
    assert not (tmp_path / "out").exists()


def test_a_bad_detail_that_nothing_asks_for_is_ignored(run: Run) -> None:
    """Like every field that the needs make irrelevant."""
    code, out, _ = run({**GOOD, "needs": ["detention_problem"], "details": {"email": PRIVATE}})
    assert code == 0
    assert "call-detention-line.txt" in out


def test_a_packet_takes_larger_files_than_an_assessment(run: Run) -> None:
    """A field may be as long as in the form; four megabytes are too much all the same."""
    assert run({**GOOD, "details": {"facts": "word " * 18_000}})[0] == 0
    code, _, err = run(b" " * 4 * 1024 * 1024 + b"{}")
    assert (code, err) == (2, "intake: larger than 4096 KiB\n")


def test_the_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, like every error of the command line."""
    assert main(["packet", "-"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
