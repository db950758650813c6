"""Needs are independent: the assessment of several is the assessments of each, merged by channel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from scripts.guide.numbered_screens import SHARING, build_graph
from wizard.assess import assess, unanswered
from wizard.cards import Card, Channel
from wizard.interview import ResultScreen, Screen
from wizard.languages import languages
from wizard.questions import LOCAL_REQUEST_NEEDS, OFFICER_REQUESTS, QUESTIONS, Need, RemovalImminent
from wizard.reach import LAWYERS
from wizard.render import screen_html
from wizard.wording import wording

ANSWERS = st.fixed_dictionaries(
    {name: st.sampled_from([option.value for option in question]) for name, question in QUESTIONS.items()},
    optional={LOCAL_REQUEST_NEEDS: st.sets(st.sampled_from(OFFICER_REQUESTS)).map(" ".join)},
)
NEEDS = st.sets(st.sampled_from(Need), min_size=1, max_size=6).map(lambda chosen: tuple(n for n in Need if n in chosen))

KNOWN = {
    "emergency": "false",
    "removal_imminent": "false",
    "custody": "jail_with_detainer",
    "known_to_ice": "final_order",
    "local_request": "none",
}


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


@pytest.mark.parametrize("language", languages())
def test_what_is_said_of_one_of_several_needs_stands_under_its_name(language: str) -> None:
    """Also on a result that needs share where there is no Python; of one need alone, no name is needed."""
    say = wording(language)
    shared = [need for needs in SHARING for need in needs if say.has("beside", need.value, "text")]
    assert shared
    for need in shared:
        node = next(node for node in build_graph() if need in needs_of(node.screen))
        shown = screen_html(node.screen, say)
        name = say("ui.if_so", need=say("question", "needs", "options", need.value))
        text = say.lines("beside", need.value, "text")[0]
        assert 0 < shown.index(str(escape(name))) < shown.index(str(escape(text)))
    alone = screen_html(
        ResultScreen(assess((Need.MENTAL_HEALTH,), {"emergency": "false", "custody": "ice_detention", "role": "self"})),
        say,
    )
    assert str(escape(say("question", "needs", "options", Need.MENTAL_HEALTH.value))) not in alone


def needs_of(screen: Screen) -> tuple[Need, ...]:
    """The needs of a result; none of any other screen."""
    return screen.assessment.cards[0].needs if isinstance(screen, ResultScreen) else ()


@pytest.mark.parametrize("language", languages())
def test_what_nobody_decided_is_said_with_an_if(language: str) -> None:
    """Without Python: which form, whether a removal is near, and which of the needs that share a result."""
    say = wording(language)
    shared = next(node.screen for node in build_graph() if Need.CANCEL_DETAINER in needs_of(node.screen))
    shown, plain = screen_html(shared, say), {"form_g28": "attorney", "form_60_001": "family_or_friend"}
    near = say.lines("interlude", "removal_near", "text_maybe_near")[0]
    assert str(escape(near)) in shown
    assert all(say("fact", name) in shown for name in LAWYERS)
    for form, role in plain.items():
        only_if, needed = (str(escape(say("item", item))) for item in (f"{form}_anyone", form))
        assert only_if in shown
        assert needed not in shown
        chosen = assess((Need.RELEASE, Need.CANCEL_DETAINER), KNOWN | {"role": role})
        live = screen_html(ResultScreen(chosen), say)
        assert needed in live
        assert only_if not in live
        assert str(escape(say("ui.if_so", need=say("question.needs.options.cancel_detainer")))) not in live


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("near", ["false", "true"])
def test_what_is_asked_for_beside_a_stay_is_named_and_can_still_go_by_mail(near: str, language: str) -> None:
    """The stay's form is handed in in person, where one can be held: no source says so of a release."""
    say = wording(language)
    rest = say("packet.letter.asked.release")
    both = [escape(say("card.field_office", name, rest=rest)) for name in ("title_stay_and", "do_stay_and")]
    alone = [escape(say("card.field_office", name)) for name in ("title_stay", "do_stay")]
    answers = KNOWN | {"custody": "ice_detention", "role": "self", "removal_imminent": near}
    for needs, shown, other in (
        ((Need.RELEASE, Need.STAY_OF_REMOVAL), both, alone),
        ((Need.STAY_OF_REMOVAL,), alone, both),
    ):
        html = screen_html(ResultScreen(assess(needs, answers)), say)
        assert shown[0] in html
        assert other[0] not in html
        assert (shown[1] in html) is (near == "false")  # where one is near, a lawyer comes first
        assert other[1] not in html
