"""The one door to the browser: dates, errors, and texts that are data and never markup."""

import json
from typing import Any

import pytest

from wizard.bridge import handle
from wizard.languages import languages
from wizard.wording import wording

STATE: dict[str, Any] = {
    "needs": ["case_review"],
    "answers": {
        "emergency": "false",
        "removal_imminent": "false",
        "custody": "ice_detention",
        "local_request": "answered",
    },
    "seen": [],
}


def answer(value: Any, question: str = "local_response_period", language: str = "en") -> dict[str, Any]:
    """What the browser gets for an answer."""
    request = {
        **STATE,
        "do": "answer",
        "language": language,
        "question": question,
        "value": value,
        "today": "2026-11-24",
    }
    response: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return response


def typed(day: str, month: str, year: str, option: str = "") -> dict[str, str]:
    """The fields of the date."""
    return {"day": day, "month": month, "year": year, "option": option}


@pytest.mark.parametrize(
    ("value", "period"),
    [
        (typed("23", "6", "2022"), "before_window"),
        (typed("24", "6", "2022"), "in_window"),
        (typed("27", "7", "2023"), "in_window"),
        (typed("28", "7", "2023"), "after_window"),
        (typed(" 5 ", "3", "2024"), "after_window"),
        (typed("05", "03", "2024"), "after_window"),
        (typed("29", "2", "2024"), "after_window"),
        (typed("24", "11", "2026"), "after_window"),
        (typed("\u0665", "3", "\u0662\u0660\u0662\u0664"), "after_window"),
        (typed("5", "3", "2024", "after_window"), "after_window"),
        (typed("", "", "", "unknown"), "unknown"),
    ],
)
def test_a_date_gives_its_period(value: dict[str, str], period: str) -> None:
    """Typed, chosen, or both where they agree."""
    response = answer(value)
    assert not response["error"]
    assert response["answers"]["local_response_period"] == period
    assert response["screen"] == "question:facts_changed"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (typed("31", "6", "2024"), "ui.date_unreal"),
        (typed("29", "2", "2023"), "ui.date_unreal"),
        (typed("5", "3", "24"), "ui.date_year"),
        (typed("five", "3", "2024"), "ui.date_unreal"),
        (typed("-5", "3", "2024"), "ui.date_unreal"),
        (typed("5", "3", "20245"), "ui.date_year"),
        (typed("0", "3", "2024"), "ui.date_unreal"),
        (typed("<b>5</b>", "3", "2024"), "ui.date_unreal"),
        (typed("5", "3", "+202"), "ui.date_year"),
        (typed("5", "3", "2_02"), "ui.date_year"),
        (typed("5", "1_0", "2024"), "ui.date_month"),
        (typed("+5", "3", "2024"), "ui.date_unreal"),
        (typed("5", "3", "0202"), "packet.error.date.old"),
        (typed("5", "3", "1023"), "packet.error.date.old"),
        (typed("31", "12", "1899"), "packet.error.date.old"),
        (typed("", "3", "2024"), "ui.date_incomplete"),
        (typed("5", "", "2024"), "ui.date_incomplete"),
        (typed("5", "3", ""), "ui.date_incomplete"),
        (typed("25", "11", "2026"), "ui.date_future"),
        (typed("1", "1", "9999"), "ui.date_future"),
        (typed("5", "3", "2024", "in_window"), "ui.date_conflict"),
        (typed("5", "3", "2024", "unknown"), "ui.date_conflict"),
        (typed("", "", ""), "question.local_response_period.nothing"),
    ],
)
@pytest.mark.parametrize("language", languages())
def test_a_date_that_cannot_be_taken_is_explained_next_to_the_field(
    value: dict[str, str], message: str, language: str
) -> None:
    """The same screen again, with one plain sentence; what was typed is not in it."""
    response = answer(value, language=language)
    assert response["error"]
    assert response["screen"] == "question:local_response_period"
    assert response["answers"] == STATE["answers"]
    assert response["html"].count(wording(language)(message)) == 2
    assert "&lt;b&gt;" not in response["html"]


def test_nothing_chosen_is_an_error_on_the_same_screen() -> None:
    """For a choice, and for needs."""
    assert answer("", "local_request")["error"]
    assert answer([], "needs")["screen"] == "question:needs"


@pytest.mark.parametrize(
    "request_",
    [
        {**STATE, "do": "answer", "language": "en", "question": "custody", "value": "<script>"},
        {**STATE, "do": "answer", "language": "en", "question": "nothing", "value": "true"},
        {**STATE, "do": "show", "language": "../en"},
        {"do": "show", "language": "en", "answers": {"custody": "free"}},
        {**STATE, "do": "show", "language": "en", "today": "2026-11-24", "now": "9999-12-31"},
    ],
)
def test_what_no_page_of_ours_would_send_is_refused(request_: dict[str, Any]) -> None:
    """An error, and never a screen."""
    with pytest.raises((KeyError, ValueError, FileNotFoundError)):
        handle(json.dumps(request_))


def test_for_what_an_earlier_request_asked_counts_only_where_there_was_one() -> None:
    """A saved case may say the one without the other, whatever made it; then that is asked, and nothing breaks."""
    answers = {key: option for key, option in STATE["answers"].items() if key != "local_request"}
    request = {
        "do": "show",
        "needs": ["release", "stay_of_removal"],
        "answers": {**answers, "local_request_needs": "none"},
        "seen": [],
        "language": "en",
        "today": "2026-11-24",
    }
    assert json.loads(handle(json.dumps(request)))["screen"] == "question:local_request"


def test_the_same_request_gives_the_same_bytes() -> None:
    """Nothing is kept between requests."""
    request = json.dumps({**STATE, "do": "show", "language": "es"})
    first = handle(request)
    answer(typed("31", "6", "2024"))
    assert handle(request) == first
