"""Needs are independent: the assessment of several is the assessments of each, merged by channel."""

from hypothesis import given
from hypothesis import strategies as st

from wizard.assess import assess, unanswered
from wizard.cards import Card, Channel
from wizard.questions import LOCAL_REQUEST_NEEDS, OFFICER_REQUESTS, QUESTIONS, Need, RemovalImminent

ANSWERS = st.fixed_dictionaries(
    {name: st.sampled_from([option.value for option in question]) for name, question in QUESTIONS.items()},
    optional={LOCAL_REQUEST_NEEDS: st.sets(st.sampled_from(OFFICER_REQUESTS)).map(" ".join)},
)
NEEDS = st.sets(st.sampled_from(Need), min_size=1, max_size=6).map(lambda chosen: tuple(n for n in Need if n in chosen))


@given(NEEDS, ANSWERS)
def test_the_cards_of_several_needs_are_the_cards_of_each_merged(
    needs: tuple[Need, ...], answers: dict[str, str]
) -> None:
    """Whatever the answers."""
    together = assess(needs, answers)
    alone = [assess((need,), answers) for need in needs]
    expected: dict[Channel, Card] = {}
    for assessment in alone:
        for card in assessment.cards:
            known = expected.get(card.channel)
            expected[card.channel] = known.merged_with(card) if known else card
    assert {card.channel: card for card in together.cards} == expected
    assert together.stop == any(assessment.stop for assessment in alone)
    assert set(together.notices) == {notice for assessment in alone for notice in assessment.notices}


@given(NEEDS, ANSWERS)
def test_cards_come_in_the_order_in_which_to_act(needs: tuple[Need, ...], answers: dict[str, str]) -> None:
    """Danger, then the line, then the rest; one card a channel."""
    order = [card.channel for card in assess(needs, answers).cards]
    assert order == [channel for channel in Channel if channel in order]


@given(st.lists(st.sampled_from(Need), min_size=1, max_size=6, unique=True), ANSWERS)
def test_the_order_in_which_needs_are_chosen_makes_no_difference(needs: list[Need], answers: dict[str, str]) -> None:
    """A set, not a list."""
    assert assess(tuple(needs), answers) == assess(tuple(reversed(needs)), answers)


@given(NEEDS, ANSWERS, st.data())
def test_answers_that_nothing_asks_for_change_nothing(
    needs: tuple[Need, ...], answers: dict[str, str], data: st.DataObject
) -> None:
    """Kept, but ignored: what an interview never asked cannot alter its result; but a near removal is never ignored."""
    asked: dict[str, str] = {}
    if LOCAL_REQUEST_NEEDS in answers:
        asked[LOCAL_REQUEST_NEEDS] = answers[LOCAL_REQUEST_NEEDS]
    while (question := unanswered(needs, asked)) is not None:
        asked[question.id()] = answers[question.id()]
    others = {name: value for name, value in answers.items() if name not in {*asked, RemovalImminent.id()}}
    changed = {
        name: data.draw(st.sampled_from([o.value for o in QUESTIONS[name]])) for name in others if name in QUESTIONS
    }
    assert assess(needs, asked) == assess(needs, {**changed, **asked})
