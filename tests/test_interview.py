"""The walk over screens: safety first, an honest count of what is left, and nothing lost by going back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.guide.numbered_screens import Node, build_graph, choices, static_screen
from wizard.assess import may_be_too_late
from wizard.cards import Before
from wizard.interview import (
    GROUPS,
    NEEDS,
    NONE_OF_THEM,
    Interlude,
    InterludeScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    asked_so_far,
    next_screen,
    open_questions,
)
from wizard.questions import LOCAL_REQUEST_NEEDS, OFFICER_REQUESTS, QUESTIONS, Need, Role, group_of

FULL = st.fixed_dictionaries(
    {
        **{name: st.sampled_from([option.value for option in question]) for name, question in QUESTIONS.items()},
        LOCAL_REQUEST_NEEDS: st.sets(st.sampled_from(OFFICER_REQUESTS)).map(" ".join),
    }
)
SOME_NEEDS = st.sets(st.sampled_from(Need), min_size=1, max_size=4).map(
    lambda chosen: tuple(need for need in Need if need in chosen)
)


def walk(needs: tuple[Need, ...], answers: dict[str, str]) -> list[tuple[Screen, State]]:
    """Every screen from the first to the result, with the state it was shown in."""
    state, seen = State(), []
    while True:
        screen = next_screen(state)
        seen.append((screen, state))
        match screen:
            case QuestionScreen(question) if question == GROUPS:
                state = state.chosen(question, [*map(group_of, needs)]) or state
            case QuestionScreen(question, options=options) if question == NEEDS:
                state = state.chosen(question, [need for need in needs if need in options]) or state
            case QuestionScreen(question, options=options) if question == LOCAL_REQUEST_NEEDS:
                asked_for = [option for option in options if option in answers[question]]
                state = state.answered(question, " ".join(asked_for or [NONE_OF_THEM]))
            case QuestionScreen(question):
                state = state.answered(question, answers[question])
            case InterludeScreen(interlude):
                state = state.having_seen(interlude)
            case ResultScreen():
                return seen


@pytest.mark.slow
@given(SOME_NEEDS, FULL)
def test_danger_is_asked_first_and_both_warnings_come_before_any_result(
    needs: tuple[Need, ...], answers: dict[str, str]
) -> None:
    """Whatever else is answered."""
    screens = [screen for screen, _ in walk(needs, answers)]
    assert screens[0] == QuestionScreen("emergency", None, ("true", "false", "unsure"))
    last = screens[-1]
    assert isinstance(last, ResultScreen)
    assert (InterludeScreen(Interlude.EMERGENCY) in screens) == (answers["emergency"] == "true")
    assert (InterludeScreen(Interlude.MAYBE_DANGER) in screens) == (answers["emergency"] == "unsure")
    assert (InterludeScreen(Interlude.STOP) in screens) == last.assessment.stop
    near = may_be_too_late(needs) and answers["removal_imminent"] == "true"
    assert (InterludeScreen(Interlude.REMOVAL_NEAR) in screens) == near
    assert not near or Before.REMOVAL_NEAR in last.assessment.before
    order = [screen.interlude for screen in screens if isinstance(screen, InterludeScreen)]
    assert order == [interlude for interlude in Interlude if interlude in order]


@pytest.mark.slow
@given(SOME_NEEDS, FULL)
def test_no_more_questions_come_than_were_announced(needs: tuple[Need, ...], answers: dict[str, str]) -> None:
    """At every question of every walk, once the needs are known."""
    screens = [screen for screen, state in walk(needs, answers) if state.needs and isinstance(screen, QuestionScreen)]
    for position, screen in enumerate(screens):
        if screen.left is None:
            assert screen.question == NEEDS
        else:
            assert len(screens) - position - 1 <= screen.left


@pytest.mark.slow
def test_the_announced_number_is_reached_by_some_interview_of_every_need() -> None:
    """An upper bound that nobody meets would be a scare."""
    longest: dict[int, int] = {}
    nodes = {node.number: node for node in build_graph()}
    for number in sorted(nodes, reverse=True):
        _depth(number, nodes, longest)
    for node in nodes.values():
        if isinstance(node.screen, QuestionScreen) and node.state.needs:
            unasked = Role.id() in open_questions(node.state) and node.screen.question != Role.id()
            assert node.screen.left == longest[node.number] - 1 + unasked  # the page itself asks for no sender


def _depth(number: int, nodes: dict[int, Node], longest: dict[int, int]) -> int:
    node = nodes[number]
    if number not in longest:
        after = max((_depth(way.number, nodes, longest) for way in node.exits), default=0)
        longest[number] = after + isinstance(node.screen, QuestionScreen)
    return longest[number]


@pytest.mark.slow
@given(SOME_NEEDS, FULL, st.data())
def test_an_earlier_answer_can_be_changed_without_losing_the_others(
    needs: tuple[Need, ...], answers: dict[str, str], data: st.DataObject
) -> None:
    """There and back again gives the same result; answers that became moot were kept."""
    _, done = walk(needs, answers)[-1]
    question = data.draw(st.sampled_from([name for name in asked_so_far(done) if name in QUESTIONS]))
    other = data.draw(st.sampled_from([option.value for option in QUESTIONS[question]]))
    changed = done.answered(question, other)
    assert {**changed.answers, question: done.answers[question]} == dict(done.answers)
    back = changed.answered(question, done.answers[question])
    assert next_screen(back) == next_screen(done)


@pytest.mark.slow
@given(SOME_NEEDS, FULL)
def test_only_answers_that_count_are_shown(needs: tuple[Need, ...], answers: dict[str, str]) -> None:
    """What was asked on the way is what is listed, in the order of a full interview."""
    screens = walk(needs, answers)
    asked = {s.question for s, _ in screens if isinstance(s, QuestionScreen)} - {GROUPS, NEEDS}
    assert set(asked_so_far(screens[-1][1])) == asked


@pytest.mark.slow
def test_screens_that_are_one_on_the_page_look_and_lead_alike() -> None:
    """Each option of each numbered screen leads to the screen that Python would show next."""
    nodes = {node.number: node for node in build_graph()}
    for node in nodes.values():
        ways = dict(choices(node.screen, node.state))
        assert list(ways) == [way.option for way in node.exits]
        for way in node.exits:
            target = nodes[way.number].screen
            expected = static_screen(ways[way.option])
            assert type(target) is type(expected)
            if isinstance(target, QuestionScreen | InterludeScreen):
                assert target == expected


@pytest.mark.slow
def test_every_numbered_screen_can_be_reached_from_the_first() -> None:
    """No orphan."""
    nodes = build_graph()
    targets = {way.number for node in nodes for way in node.exits}
    assert targets == {node.number for node in nodes} - {1}
