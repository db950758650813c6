"""Several requests to officers, and an earlier one: which of them it asked for decides what each one is now."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from wizard.assess import assess
from wizard.bridge import handle
from wizard.interview import NONE_OF_THEM, QuestionScreen, ResultScreen, State, asked_so_far, next_screen
from wizard.languages import languages
from wizard.questions import LOCAL_REQUEST_NEEDS, OFFICER_REQUESTS, Need
from wizard.rules.review import the_field_office_was_asked
from wizard.terminal import ask_in_the_terminal
from wizard.wording import wording

BOTH = (Need.RELEASE, Need.STAY_OF_REMOVAL)
ANSWERED = {
    "emergency": "false",
    "removal_imminent": "false",
    "custody": "ice_detention",
    "local_request": "answered",
}
AFTER = {
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "role": "self",
}


def request(state: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What the page gets for *state* and one action."""
    reply: dict[str, Any] = json.loads(handle(json.dumps({"language": "en", "today": "2026-11-27", **state, **more})))
    return reply


def test_it_is_asked_only_where_several_requests_and_an_earlier_one_meet() -> None:
    """Right after the question whether there was one."""
    screen = next_screen(State(BOTH, ANSWERED))
    assert isinstance(screen, QuestionScreen)
    assert screen.question == LOCAL_REQUEST_NEEDS
    assert screen.options == ("release", "stay_of_removal", NONE_OF_THEM)
    for needs, answers in (
        (BOTH[:1], ANSWERED),
        (BOTH, {**ANSWERED, "local_request": "none"}),
        ((*BOTH[:1], Need.BOND), ANSWERED),
    ):
        other = next_screen(State(needs, answers))
        assert not (isinstance(other, QuestionScreen) and other.question == LOCAL_REQUEST_NEEDS)


def test_the_office_is_asked_anew_for_what_it_never_was_asked_for() -> None:
    """The refused release goes on to the reviewing official, the stay to the local office as new."""
    state = State(BOTH, {**ANSWERED, **AFTER, LOCAL_REQUEST_NEEDS: "release"})
    screen = next_screen(state)
    assert isinstance(screen, ResultScreen)
    cards = {card.channel.value: card for card in screen.assessment.cards}
    assert {name: card.needs for name, card in cards.items()} == {
        "field_office": (Need.STAY_OF_REMOVAL,),
        "reviewing_official": (Need.RELEASE,),
    }
    asked = the_field_office_was_asked.__name__
    assert (cards["field_office"].found(asked), cards["reviewing_official"].found(asked)) == (False, True)
    assert LOCAL_REQUEST_NEEDS in asked_so_far(state)


def test_where_it_asked_for_none_of_them_all_are_new_and_no_more_is_asked_about_the_answer() -> None:
    """The other questions would be about something else."""
    screen = next_screen(State(BOTH, {**ANSWERED, LOCAL_REQUEST_NEEDS: NONE_OF_THEM}))
    assert isinstance(screen, QuestionScreen)
    assert screen.question == "role"


@pytest.mark.parametrize("language", languages())
def test_the_page_takes_some_or_none_and_tells_what_is_wrong(language: str) -> None:
    """Nothing chosen, or None with another, comes back with a plain sentence by the field."""
    state = {"needs": [need.value for need in BOTH], "answers": ANSWERED, "language": language}
    answer = {"do": "answer", "question": LOCAL_REQUEST_NEEDS}
    for bad in ([], ["release", NONE_OF_THEM], ["bond"]):
        reply = request(state, **answer, value=bad)
        assert reply["error"]
        assert wording(language)("question", LOCAL_REQUEST_NEEDS, "nothing") in reply["html"]
        assert LOCAL_REQUEST_NEEDS not in reply["answers"]
    taken = request(state, **answer, value=["stay_of_removal"])
    assert taken["answers"][LOCAL_REQUEST_NEEDS] == "stay_of_removal"
    told = wording(language)("question.needs.options.stay_of_removal")
    assert told in taken["answers_html"]


def test_a_volunteer_is_asked_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In the terminal, by number, with None alone."""
    answers = ["false", "out", "release case_review", "false", "1", "3", "1 3", "1", "2024-02-29", "2", "2", "1", "1"]
    answers += ["Krome"]
    typed = iter(answers)
    monkeypatch.setattr("builtins.input", lambda _="": next(typed))
    moment = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert ask_in_the_terminal(None, wording("en"), lambda: moment) == 0
    out = capsys.readouterr().out
    assert wording("en")("question", LOCAL_REQUEST_NEEDS, "title") in out
    assert wording("en")("question", LOCAL_REQUEST_NEEDS, "nothing") in out
    assert wording("en")("card.field_office.title") in out
    assert "Miami Field Office" in out
    assert wording("en")("card.reviewing_official.title") in out


def test_every_request_to_officers_can_stand_in_an_intake() -> None:
    """And each that does not is new."""
    for need in OFFICER_REQUESTS:
        assessment = assess(OFFICER_REQUESTS, {**ANSWERED, **AFTER, LOCAL_REQUEST_NEEDS: need.value})
        by_channel = {card.channel.value: card.needs for card in assessment.cards}
        assert by_channel["reviewing_official"] == (need,)
        assert set(by_channel["field_office"]) == set(OFFICER_REQUESTS) - {need}
