"""A result begins with what to do first, and says nothing twice."""

import re

import pytest
from markupsafe import escape

from tests.answers import HELD
from wizard.assess import assess
from wizard.interview import ResultScreen
from wizard.languages import languages
from wizard.questions import Need
from wizard.reach import LAWYERS
from wizard.render import screen_html
from wizard.result_order import in_order_of_action
from wizard.wording import wording

SEVERAL = (Need.FIND_A_PERSON, Need.DETENTION_PROBLEM, Need.RELEASE, Need.BOND, Need.COMPLAINT)


def result(language: str, needs: tuple[Need, ...]) -> str:
    """The result for *needs* as HTML."""
    return screen_html(ResultScreen(assess(needs, HELD)), wording(language))


@pytest.mark.parametrize("language", languages())
def test_the_order_stands_over_the_cards_and_names_each_step_once(language: str) -> None:
    """Who is looked for comes first, what is outside ICE last; each step leads to a card that is there."""
    html = result(language, SEVERAL)
    before, _, _ = html.partition("<article")
    steps = re.findall(r'data-to="(\w+)"', before)
    assert steps == ["find_a_person", "detention_line", "field_office", "opla", "complaint"]
    for step in steps:
        assert f'data-channel="{step}"' in html or f'data-need="{step}"' in html


def test_one_card_needs_no_order() -> None:
    """There is nothing to choose between."""
    assert 'class="order"' not in result("en", (Need.RELEASE,))


def test_a_person_who_is_not_found_is_looked_for_on_a_card_of_its_own() -> None:
    """Not below a complaint at the end of the page."""
    cards = in_order_of_action(assess(SEVERAL, HELD))
    assert cards[0].needs == (Need.FIND_A_PERSON,)
    assert cards[-1].needs == (Need.COMPLAINT,)
    assert len({need for card in cards for need in card.needs}) == len(SEVERAL)


def test_a_notice_is_said_once() -> None:
    """On the first card that it is about."""
    html = result("en", SEVERAL)
    title = wording("en")("notice", "currency", "title")
    assert html.count(title) == 1


@pytest.mark.parametrize("language", languages())
def test_what_to_write_or_say_is_offered_under_the_title_of_each_card(language: str) -> None:
    """Hidden until there is somebody who can make it; nothing is to be written to those outside ICE."""
    say = wording(language)
    for article in result(language, SEVERAL).split("<article")[1:]:
        channel = re.findall(r'data-channel="(\w+)"', article)[0]
        wanted = {"outside": "", "detention_line": say("ui.make_script")}.get(channel, say("ui.write_letter"))
        offered = re.findall(r"data-prepare-here hidden><button[^>]*>([^<]+)</button>", article)
        assert offered == ([wanted] if wanted else [])


def test_what_is_dangerous_stands_over_the_order() -> None:
    """Where a removal is near, a lawyer comes before any call and any letter."""
    near = assess(SEVERAL, {**HELD, "removal_imminent": "true"})
    html = screen_html(ResultScreen(near), wording("en"))
    assert 0 < html.index('data-lead="removal_near"') < html.index('class="order"') < html.index("<article")


@pytest.mark.parametrize("language", languages())
def test_each_step_says_what_it_is_about_and_names_free_lawyers(language: str) -> None:
    """Two letters to the same office are told apart; whoever is a lawyer is sent to none."""
    say = wording(language)
    needs = (Need.RELEASE, Need.LEGAL_ACCESS)
    answers = {**HELD, "field_office_unable": "false"}
    html = screen_html(ResultScreen(assess(needs, answers)), say)
    order, _, _ = html.partition("<article")
    for need in needs:
        assert str(escape(say("question.needs.options", need.value))) in order
    assert order.count("data-to=") == len(needs)
    assert all(say("fact", name) in order for name in LAWYERS)
    lawyer = screen_html(ResultScreen(assess(needs, {**answers, "role": "attorney"})), say)
    assert say("ui.order_lawyer") not in lawyer
