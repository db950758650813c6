"""What a person needs, asked in two steps: everyday groups first, then the needs of each group that was chosen."""

import json
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from scripts.guide.numbered_screens import build_graph
from wizard.bridge import handle
from wizard.interview import (
    GROUPS,
    NEEDS,
    InterludeScreen,
    QuestionScreen,
    ResultScreen,
    State,
    next_screen,
    question_screen,
)
from wizard.languages import languages
from wizard.questions import MOST_NEEDS, NEED_GROUPS, SEVERAL, Emergency, Need, NeedGroup, group_of
from wizard.render import screen_html
from wizard.state import Interlude
from wizard.terminal import ask_in_the_terminal
from wizard.wording import wording

SAFE = State(answers={"emergency": "false"})


def chosen(state: State, question: str, *options: str) -> State:
    """*state* after *options* at *question*."""
    after = state.chosen(question, options)
    assert after is not None
    return after


def request(do: str, state: dict[str, Any], language: str = "en", **more: Any) -> dict[str, Any]:
    """What the page gets for one request."""
    known = {name: state[name] for name in ("needs", "answers", "seen", "places") if name in state}
    reply: dict[str, Any] = json.loads(handle(json.dumps({**known, "do": do, "language": language, **more})))
    return reply


def test_no_screen_has_more_than_eight_choices() -> None:
    """Neither one that is asked at once, nor one that several needs lead to."""
    screens = [node.screen for node in build_graph() if isinstance(node.screen, QuestionScreen)]
    every = chosen(chosen(SAFE, GROUPS, *NeedGroup), NEEDS, *Need)
    screens += [question_screen(question, every) for question in SEVERAL]
    assert max(len(screen.options) for screen in screens) <= MOST_NEEDS == 8


def test_every_need_is_in_one_group() -> None:
    """And nothing is in a group that is no need."""
    assert Counter(need for needs in NEED_GROUPS.values() for need in needs) == Counter(Need)
    assert list(NEED_GROUPS) == list(NeedGroup)


def test_each_group_that_was_chosen_is_asked_for_its_needs_and_no_other() -> None:
    """One after another, before anything else; two needs of each."""
    state = chosen(SAFE, GROUPS, "out", "find")
    asked = []
    while isinstance(screen := next_screen(state), QuestionScreen) and screen.question == NEEDS:
        assert screen.options == tuple(NEED_GROUPS[screen.group or NeedGroup.ELSE])
        asked.append(screen.group)
        state = chosen(state, NEEDS, *screen.options[:2])
    assert asked == [NeedGroup.FIND, NeedGroup.OUT]
    assert {*state.needs} == {*NEED_GROUPS[NeedGroup.FIND][:2], *NEED_GROUPS[NeedGroup.OUT][:2]}


def test_needs_of_one_group_are_changed_without_touching_another() -> None:
    """What stands on a screen is replaced, and nothing else."""
    state = chosen(chosen(chosen(SAFE, GROUPS, "inside", "court"), NEEDS, "legal_access"), NEEDS, "dismissal", "relief")
    assert chosen(state, NEEDS, "relief").needs == (Need.LEGAL_ACCESS, Need.RELIEF)
    assert chosen(state, NEEDS, "detention_problem").needs == (Need.DETENTION_PROBLEM, Need.DISMISSAL, Need.RELIEF)


def test_the_needs_of_a_group_that_is_unticked_go_and_a_new_one_is_asked_for() -> None:
    """What stays chosen is not asked again."""
    state = chosen(chosen(chosen(SAFE, GROUPS, "inside", "court"), NEEDS, "legal_access"), NEEDS, "dismissal")
    changed = chosen(state, GROUPS, "help", "inside")
    assert changed.needs == (Need.LEGAL_ACCESS,)
    screen = next_screen(changed)
    assert isinstance(screen, QuestionScreen)
    assert (screen.question, screen.group) == (NEEDS, NeedGroup.HELP)


def test_nothing_is_no_answer_to_either_step() -> None:
    """Nor is a group's name a need, or a need a group's."""
    assert SAFE.chosen(GROUPS, ()) is None
    assert SAFE.chosen(NEEDS, ()) is None
    assert SAFE.chosen(GROUPS, ("release",)) is None
    assert SAFE.chosen(NEEDS, ("out",)) is None


@pytest.mark.parametrize("need", Need)
def test_who_comes_with_needs_is_never_asked_for_groups(need: Need) -> None:
    """An intake of another program names needs alone."""
    state = State((need,), {"emergency": "false"})
    screen = next_screen(state)
    assert not (isinstance(screen, QuestionScreen) and screen.question in {GROUPS, NEEDS})
    assert state.groups == (group_of(need),)
    other = next(one for one in Need if group_of(one) is not group_of(need))
    assert chosen(state, NEEDS, other).needs == (other,)


@pytest.mark.parametrize("language", languages())
def test_no_number_of_questions_is_said_while_needs_are_chosen(language: str) -> None:
    """Nobody knows it then; after the last group it is said, and falls with each answer."""
    say = wording(language)
    state, left = chosen(SAFE, GROUPS, "find", "help", "out"), []
    assert '<p class="left">' not in screen_html(next_screen(SAFE), say)
    for need in ("find_a_person", "stay_of_removal", "legal_advice"):
        assert '<p class="left">' not in screen_html(next_screen(state), say)
        state = chosen(state, NEEDS, need)
    while isinstance(screen := next_screen(state), QuestionScreen):
        left.append(screen.left)
        assert (say("ui.left_none") in screen_html(screen, say)) is (screen.left == 0)
        state = chosen(state, screen.question, screen.options[1])
    assert left[0]
    assert left == sorted(left, key=lambda number: number or 0, reverse=True)
    assert '<p class="left">' not in screen_html(question_screen(NEEDS, state), say)


def test_the_number_counts_what_another_answer_would_ask() -> None:
    """Who changes an answer is not told that it is the last question, where a new answer asks more."""
    state = chosen(chosen(SAFE, GROUPS, "out"), NEEDS, "release")
    for question, option in (("removal_imminent", "false"), ("custody", "ice_detention"), ("known_to_ice", "no_case")):
        state = state.answered(question, option)
    done = state.answered("local_request", "none").answered("role", "self")
    assert isinstance(next_screen(done), ResultScreen)
    assert (question_screen("local_request", done).left or 0) > 0


@pytest.mark.parametrize("language", languages())
def test_the_answers_say_group_by_group_what_was_chosen_and_lead_back_to_it(language: str) -> None:
    """With a button for the groups and one for each group, also after a switch of language."""
    say = wording(language)
    reply = request("show", {"answers": SAFE.answers})
    for value in (["inside", "court"], ["detention_problem", "legal_access"], ["court_date", "relief"]):
        question = GROUPS if value == ["inside", "court"] else NEEDS
        reply = request("answer", reply, question=question, value=value)
    answers = request("show", reply, language)["answers_html"]
    assert 'data-change="need_groups"' in answers
    for group in ("inside", "court"):
        assert f'data-change="needs" data-group="{group}"' in answers
        again = request("change", reply, language, question=NEEDS, group=group)
        assert f'data-question="needs" data-group="{group}"' in again["html"]
        assert say("question.need_groups.options", group) in again["html"]
    assert request("change", reply, language, question=GROUPS)["screen"] == "question:need_groups"
    assert request("change", reply, language, question=NEEDS)["screen"] == "question:needs"


def test_a_case_that_is_opened_shows_its_groups_as_chosen() -> None:
    """The file has needs alone."""
    text = json.dumps({"needs": ["bond", "court_date"], "emergency": False})
    reply = request("load", {}, text=text, today="2026-11-30")
    assert reply["answers"][GROUPS] == "out court"


def test_in_the_terminal_both_steps_are_asked_by_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two groups, two needs in one of them, and a step back."""
    typed = iter(["false", "find help", "b", "1 5", "1", "1 2"])
    monkeypatch.setattr("builtins.input", lambda _="": next(typed))
    assert ask_in_the_terminal(None, wording("en"), lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)) == 0
    out = capsys.readouterr().out
    for group in ("find", "help"):
        assert f"\n{wording('en')('question.need_groups.options', group)}\n" in out
    for need in ("find_a_person", "legal_advice", "complaint"):
        assert wording("en")("outside", need, "title") in out


def test_who_is_not_sure_of_danger_is_told_what_counts_before_being_sent_anywhere() -> None:
    """With the number to call; and help comes first, as for danger."""
    state = SAFE.answered("emergency", "unsure")
    assert next_screen(State()) == question_screen(Emergency.id(), State())
    assert next_screen(state) == InterludeScreen(Interlude.MAYBE_DANGER)
    html = request("show", {"answers": state.answers})["html"]
    say = wording("en")
    assert html.index(say.lines("interlude.maybe_danger.text")[0]) < html.index('href="tel:911"')
    done = State((Need.FIND_A_PERSON,), state.answers, frozenset({Interlude.MAYBE_DANGER}))
    screen = next_screen(done)
    assert isinstance(screen, ResultScreen)
    assert [first.value for first in screen.assessment.before] == ["emergency"]
