"""The worked cases: exactly these channels, and what comes before them; at least these items, warnings, statements."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CASES: list[dict[str, Any]] = [
    case
    for name in ("cases.json", "cases_law.json")
    for case in json.loads(Path(__file__).with_name(name).read_text("utf-8"))
]


def assessed(intake: dict[str, Any], *arguments: str) -> dict[str, Any]:
    """The assessment of *intake*, through the command line as an advocate's program calls it."""
    command = [sys.executable, "-m", "wizard", "assess", "-", *arguments]
    done = subprocess.run(command, input=json.dumps(intake), capture_output=True, text=True, check=True)
    assessment: dict[str, Any] = json.loads(done.stdout)
    return assessment


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_worked_case_is_routed_as_agreed(case: dict[str, Any]) -> None:
    """Channels and what comes before are exact; the rest is the least that must be shown, or what must not be."""
    assessment = assessed(case["intake"])
    assert assessment["complete"]
    cards = assessment["cards"]
    assert [card["channel"] for card in cards] == case["channels"]
    assert set(case["include"]) <= {item for card in cards for item in card["include"]}
    assert set(case["warn"]) <= {warning for card in cards for warning in card["warnings"]}
    cited = {statement for card in cards for reason in card["because"] for statement in reason["statements"]}
    assert set(case["statements"]) <= cited
    assert assessment["before"] == case.get("before", assessment["before"])
    shown = {entry for card in cards for entry in (*card["include"], *card["warnings"])}
    assert not shown.intersection(case.get("absent", ()))
    assert "stop" not in case.get("absent", ()) or assessment["stop"] is None


def test_a_missing_item_makes_a_request_not_ready() -> None:
    """S64: everything but the A-number."""
    (card,) = assessed(next(case for case in CASES if case["id"] == "S64")["intake"])["cards"]
    assert card["missing"] == ["a_number"]
    assert not card["ready"]


@pytest.mark.slow
def test_a_request_is_ready_only_when_the_person_says_that_nothing_is_missing() -> None:
    """Not having been asked is not the same as having everything."""
    intake = next(case for case in CASES if case["id"] == "S46")["intake"]
    assert not assessed(intake)["cards"][0]["ready"]
    assert assessed({**intake, "missing_items": []})["cards"][0]["ready"]


@pytest.mark.slow
def test_spanish_changes_the_words_and_nothing_else() -> None:
    """Ids are the same in every language."""
    intake = CASES[0]["intake"]
    english, spanish = assessed(intake), assessed(intake, "--language", "es")
    for assessment in (english, spanish):
        for card in assessment["cards"]:
            del card["title"], card["text"]
    assert english == spanish
