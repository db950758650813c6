"""A card goes on to the end: what happens next, until then, and if nobody answers; from ICE's page, or said unknown."""

import re

import pytest
from markupsafe import escape

from tests.answers import HELD
from wizard.afterwards import AFTER_STATEMENTS, pages_of
from wizard.assess import assess
from wizard.card_view import card_view
from wizard.cards import Card, Channel
from wizard.interview import ResultScreen
from wizard.languages import languages
from wizard.library import facts, statements
from wizard.questions import Need
from wizard.render import card_text, screen_html
from wizard.wording import wording

ANSWERS = {**HELD, "role": "self"}
ROADS: dict[Channel, tuple[Need, dict[str, str]]] = {
    Channel.DETENTION_LINE: (Need.DETENTION_PROBLEM, {}),
    Channel.FIELD_OFFICE: (Need.RELEASE, {}),
    Channel.FIELD_OFFICE_FOLLOW_UP: (Need.RELEASE, {"local_request": "pending"}),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: (Need.LEGAL_ACCESS, {"field_office_unable": "false"}),
    Channel.REVIEWING_OFFICIAL: (
        Need.RELEASE,
        {
            "local_request": "answered",
            "local_response_period": "after_window",
            "facts_changed": "false",
            "evidence_not_submitted": "false",
            "factors_overlooked": "true",
        },
    ),
    Channel.OPLA: (Need.DISMISSAL, {}),
    Channel.OUTSIDE: (Need.COMPLAINT, {}),
}
PLACE = {"place": {"center": "kay-county-ok"}}
NUMBER = "tel:+15803623393"


def card_of(channel: Channel, **more: str) -> Card:
    """The card that a road to *channel* ends at."""
    need, answers = ROADS[channel]
    return assess((need,), {**ANSWERS, **answers, **more}).cards[0]


def test_every_channel_that_answers_has_a_road() -> None:
    """Those that go on from danger or end the way have nothing to wait for."""
    assert set(ROADS) == set(AFTER_STATEMENTS)
    for channel in ROADS:
        assert card_of(channel).channel is channel
        assert set(AFTER_STATEMENTS[channel]) <= set(statements())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("channel", ROADS)
def test_a_card_says_what_happens_next_until_then_and_if_nothing_does(channel: Channel, language: str) -> None:
    """On the page and in the terminal; and what it rests on is among the reasons."""
    say, card = wording(language), card_of(channel)
    view = card_view(card, say, {})
    text = card_text(card, say)
    for part in ("next", "until", "silence"):
        assert len(view["after"][part]) > 20
        assert view["after"][part] in text
    assert say("ui.what_next") in {reason.text for reason in view["reasons"]}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "channel", [Channel.FIELD_OFFICE, Channel.FIELD_OFFICE_FOLLOW_UP, Channel.REVIEWING_OFFICIAL, Channel.OPLA]
)
def test_nobody_waits_for_an_answer_while_a_removal_is_near(channel: Channel, language: str) -> None:
    """A judge can act; a letter cannot."""
    say = wording(language)
    until = card_view(card_of(channel, removal_imminent="true"), say, {})["after"]["until"]
    assert until == say("card", channel.value, "until_near")


def test_a_stay_and_a_stranger_are_told_what_holds_for_them() -> None:
    """There is no appeal from one; the other hears nothing."""
    say = wording("en")
    stay = assess((Need.STAY_OF_REMOVAL,), ANSWERS).cards[0]
    assert "no appeal" in card_view(stay, say, {})["after"]["next"]
    stranger = card_of(Channel.FIELD_OFFICE, role="organization")
    assert "tells you nothing" in card_view(stranger, say, {})["after"]["next"]


def test_when_the_office_is_unable_the_line_s_number_stands_there() -> None:
    """ICE's page names the line for it."""
    card = card_of(Channel.FIELD_OFFICE_LEGAL_ACCESS)
    assert facts()["line_number"].value in card_text(card, wording("en"))


@pytest.mark.parametrize("language", languages())
def test_a_closed_line_is_no_dead_end(language: str) -> None:
    """Danger, what can be done now, and the center's own number, once the center is known. Who only asks needs none."""
    say, card = wording(language), card_of(Channel.DETENTION_LINE)
    assessment = assess(card.needs, ANSWERS)
    before = screen_html(ResultScreen(assessment), say)
    assert escape(say("ui.find_number")) in before
    assert NUMBER not in before
    after = screen_html(ResultScreen(assessment), say, PLACE)
    assert NUMBER in after
    assert escape(say("ui.other_center")) in after
    assert all(line in card_text(card, say, PLACE) for line in say.lines("card", "detention_line", "closed"))
    place = {"place": {"state": "TX"}}
    assert say("ui.number_of_center", place="Texas") in screen_html(ResultScreen(assessment), say, place)
    asking = assess((Need.GENERAL_QUESTION,), ANSWERS).cards[0]
    assert not card_view(asking, say, PLACE)["closed"]


def test_each_card_leads_to_pages_that_say_more() -> None:
    """Who looks for a person is led to the first hours; the links themselves are followed by the tests of the site."""
    for channel in ROADS:
        card = card_of(channel)
        assert pages_of(card)
        html = screen_html(ResultScreen(assess(card.needs, {**ANSWERS, **ROADS[channel][1]})), wording("en"))
        for page in pages_of(card):
            assert re.search(rf'href="\.\./{page.replace("_", "-")}/" target="_blank"', html)
    assert pages_of(assess((Need.FIND_A_PERSON,), ANSWERS).cards[0])[0] == "for_families"
