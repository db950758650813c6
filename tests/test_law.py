"""What is not from ICE's page is a fact with source, day and standing, wherever it is said."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import pytest

from scripts.guide.numbered_screens import build_graph
from scripts.guide.page_text.facts import cite, laws_box
from tests.answers import HELD
from tests.test_rules import ONE_IN, interviews
from wizard.aspects import Aspect
from wizard.assess import assess
from wizard.cards import Beware, Card
from wizard.intake import read_intake, read_moment
from wizard.interview import Interlude, InterludeScreen, ResultScreen
from wizard.languages import languages
from wizard.library import LAW, facts
from wizard.questions import OFFICER_REQUESTS, Need
from wizard.reach import LAW_OF_INTERLUDE, LAW_OF_NEED, LAW_OF_NOTICE, LAW_OF_WARNING
from wizard.render import card_text, screen_html
from wizard.report import assessment_report
from wizard.wording import wording

LAWS = [fact for fact in facts().values() if fact.kind == LAW]
SET_FORM = {"en": "set form", "es": "formato fijo"}


@cache
def screens(language: str) -> tuple[str, ...]:
    """What every interlude, every screen of the page without Python, and results of requests to officers say."""
    told = [screen_html(InterludeScreen(interlude), wording(language)) for interlude in Interlude]
    told += [screen_html(node.screen, wording(language)) for node in build_graph()]
    told += [screen_html(ResultScreen(assess((need,), answers)), wording(language)) for need, answers in sampled()]
    return tuple(map(plain, told))


def sampled() -> Iterator[tuple[Need, dict[str, str]]]:
    """Interviews of requests to officers, of one kind of sender each, so that all cards are among them."""
    for number, interview in enumerate(interviews(OFFICER_REQUESTS)):
        if number % 17 == 0:
            yield interview.need, interview.answers


@cache
def as_text(card: Card, language: str) -> str:
    """*card* as text: many interviews come to the same one."""
    return card_text(card, wording(language))


def plain(shown: str) -> str:
    """What a screen says, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def test_every_law_has_its_source_its_day_and_its_standing() -> None:
    """And words in every language."""
    assert len(LAWS) > 20
    for law in LAWS:
        assert law.sources, law.id
        assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", law.checked), law.id
        assert law.value, law.id
        assert all(wording(language).lines("law", law.id) for language in languages()), law.id


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_no_law_is_said_on_a_screen_without_its_citation_its_standing_and_its_day(language: str) -> None:
    """Directly behind its words."""
    say = wording(language)
    said: set[str] = set()
    for law in LAWS:
        last = say.lines("law", law.id)[-1]
        mark = f"{law.value}. {say('standing', law.standing.value)} ({say('ui.checked', date=say.day(law.checked))})."
        for shown in screens(language):
            if last not in shown:
                continue
            said.add(law.id)
            assert shown.count(last) <= shown.count(f"{last} {mark}"), (law.id, shown[:200])
    used = {
        name for table in (LAW_OF_WARNING, LAW_OF_NEED, LAW_OF_INTERLUDE) for names in table.values() for name in names
    }
    assert used - said == set()


@pytest.mark.parametrize("language", languages())
def test_a_page_that_names_a_law_shows_the_same(language: str) -> None:
    """By the same words, citation, standing and day."""
    say = wording(language)
    for law in LAWS:
        box = plain(laws_box([law.id], say))
        assert box.endswith(plain(str(cite(law, say))))
        assert all(line in box for line in say.lines("law", law.id))


@pytest.mark.slow
@pytest.mark.parametrize("language", languages())
def test_a_notice_that_is_not_ices_cites_its_source(language: str) -> None:
    """ICE's lawyers and dismissals: an alert of May 28, 2025."""
    say = wording(language)
    assert LAW_OF_NOTICE
    for notice, names in LAW_OF_NOTICE.items():
        shown = [text for text in screens(language) if say("notice", notice.value, "title") in text]
        assert shown
        assert all(facts()[name].value in text for name in names for text in shown)


@pytest.mark.slow
@ONE_IN
@pytest.mark.parametrize("language", languages())
def test_no_result_with_a_stay_says_that_there_is_no_set_form(language: str, one_in: int) -> None:
    """On a screen or as text; it is said where the page says it, of a case review alone."""
    said = 0
    for interview in islice(interviews(OFFICER_REQUESTS), 0, None, one_in):
        if interview.answers.get("role", "self") != "self":
            continue
        for needs in ((interview.need,), (interview.need, Need.STAY_OF_REMOVAL), (Need.CASE_REVIEW, interview.need)):
            for card in assess(needs, interview.answers | {"role": "self"}).cards:
                told = as_text(card, language)
                stay, review = Need.STAY_OF_REMOVAL in card.needs, Need.CASE_REVIEW in card.needs
                if SET_FORM[language] in told:
                    said += 1
                    assert review, interview
                    assert not stay, interview
    assert said
    for text in screens(language):
        assert not (SET_FORM[language] in text and "I-246" in text)


@pytest.mark.slow
def test_every_variant_of_a_text_has_a_card_that_says_it() -> None:
    """A variant of an aspect that never comes would be a text that nobody reads."""
    wanted = {
        name for name in wording("en").texts if re.match(rf"(card|beware|interlude)\..*_({'|'.join(Aspect)})$", name)
    }
    texts = {name: wording("en").texts[name] for name in wanted}
    shown = " ".join(screens("en")) + " ".join(all_cards())
    beside_a_stay: dict[str, object] = {"rest": wording("en")("packet.letter.asked.release")}
    for name, text in texts.items():
        first = text[0] if isinstance(text, list) else text
        assert wording("en")._fill(first, beside_a_stay) in shown, name  # noqa: SLF001


def all_cards() -> Iterator[str]:
    """Every card of every interview of one need as text, each once, and that of a stay with a release."""
    cards = {card for interview in interviews() for card in interview.cards}
    cards.update(assess((Need.RELEASE, Need.STAY_OF_REMOVAL), HELD).cards)
    for card in cards:
        yield card_text(card, wording("en"))


@pytest.mark.slow
def test_a_stay_is_said_not_to_wait_flatly() -> None:
    """The regulation says it: no "does not say" there."""
    for need, answers in sampled():
        for card in assess((need,), answers).cards:
            if Beware.STAY_FORM in card.warnings:
                told = card_text(card, wording("en"))
                assert wording("en")("beware.no_guarantee.text_stay") in told
                assert wording("en")("beware.no_guarantee.text") not in told


def test_the_assessment_carries_the_law_as_data() -> None:
    """For programs that show it themselves."""
    intake: dict[str, Any] = {
        "needs": ["stay_of_removal"],
        "role": "self",
        "custody": "ice_detention",
        "local_request": "none",
    }
    intake |= {"emergency": False, "removal_imminent": True}
    moment = read_moment("2026-11-27T12:00:00-05:00")
    (card,) = assessment_report(read_intake(json.dumps(intake).encode(), moment.date()), wording("en"), moment)["cards"]
    assert {"stay_regulation", "stay_instructions", "before_boarding", "appeal_deadline"} <= {
        law["id"] for law in card["law"]
    }
    assert all(law["sources"] and law["checked"] and law["standing"] and law["text"] for law in card["law"])
