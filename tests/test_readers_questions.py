"""What real people ask is answered on a page: in a plain sentence, soon after a heading, two clicks from the start."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import pytest

from scripts.checks.prose import blocks
from tests import what_pages_say
from tests.readers import ROOM, reader
from wizard.cards import Channel
from wizard.languages import languages
from wizard.library import facts_in
from wizard.questions import Role

pytestmark = pytest.mark.site

DATA: dict[str, Any] = tomllib.loads((ROOM / "questions.toml").read_text("utf-8"))
LEAST_QUESTIONS = 30
SOON = 60
"""Words between a heading and the answer below it: about one screen of a phone."""
DETAINED = "detained"
TRAPS = {
    "C1": "two rules lead back to the local office, and both may apply",
    "C2": "the window turns on the day of the answer",
    "C3": "no answer yet",
    "C4": "bond or release",
    "C5": "a motion to reopen or a stay",
    "C6": "a hold on a person in jail",
    "C7": "two ways to choose an office",
    "C8": "the form is about giving information",
    "C9": "nine facts, or seven",
    "C10": "'may' and 'should' are no promise and no threat",
    "C11": "the one topic of the line with a condition",
    "C12": "a mental disorder is on the list twice",
    "C13": "the premise is out of date, and the page makes no rule of it",
    "C14": "the garbled sentence on local offices",
    "C15": "new proof of old facts",
}


@dataclass(frozen=True)
class Asked:
    """One question in one language, with the page and the sentence that answers it."""

    language: str
    asks: str
    page: str
    answer: str


def asked() -> list[Asked]:
    """Every question in every language."""
    return [
        Asked(language, told["asks"], DATA[name]["page"], told["answer"].format_map(values_in(language)))
        for language in languages()
        for name, told in reader(language, "questions").items()
    ]


def values_in(language: str) -> dict[str, str]:
    """The facts by id, as a page in *language* shows them."""
    return {fact.id: fact.value for fact in facts_in(language).values()}


QUESTIONS = pytest.mark.parametrize("one", asked(), ids=lambda one: f"{one.language}: {one.asks}")


def holds(text: str, sentence: str) -> bool:
    """Whether *sentence* stands in *text* whole: not cut at its front, and not within a word."""
    return re.search(rf"(^|[.?!:)»”\"] ){re.escape(sentence)}($| )", text) is not None


@QUESTIONS
def test_the_page_answers_in_exactly_that_sentence(one: Asked) -> None:
    """In prose that everyone sees: not folded away, not only in ICE's own words."""
    shown = [block.text for block in what_pages_say.said(one.language, one.page) if not (block.hidden or block.quoted)]
    assert any(holds(text, one.answer) for text in shown), f"{one.page} does not say: {one.answer}"


@QUESTIONS
def test_the_answer_stands_soon_after_a_heading(one: Asked) -> None:
    """A reader who finds the heading need not look for the answer."""
    shown = what_pages_say.said(one.language, one.page)
    places = [place for place, block in enumerate(shown) if holds(block.text, one.answer)]
    assert min(what_pages_say.words_above(shown, place) for place in places) <= SOON


@pytest.mark.parametrize("language", languages())
def test_every_page_that_answers_is_two_clicks_from_the_start(language: str) -> None:
    """By links in the text, since a frightened reader does not open a menu."""
    one_click = what_pages_say.links(language, what_pages_say.START)
    near = (
        {what_pages_say.START}
        | one_click
        | {name for page in one_click for name in what_pages_say.links(language, page)}
    )
    assert {row["page"] for row in DATA.values()} <= near
    assert reader(language, "questions").keys() == DATA.keys()


def test_questions_come_from_everyone_about_everything() -> None:
    """Every page, every role and the person inside, every channel, and every trap of ICE's page."""
    rows = DATA.values()
    assert len(rows) >= LEAST_QUESTIONS
    assert {row["page"] for row in rows} == set(what_pages_say.names())
    assert {row["who"] for row in rows} == {role.value for role in Role} | {DETAINED}
    assert {row["channel"] for row in rows} == {channel.value for channel in Channel}
    assert {trap for row in rows for trap in row.get("traps", ())} == TRAPS.keys()


def test_what_is_folded_away_or_only_quoted_is_told_apart() -> None:
    """So that the test above can fail."""
    page = "<p>Seen.</p><details><p>Folded.</p></details><p hidden>Gone.</p><blockquote><p>ICE's.</p></blockquote>"
    assert [block.text for block in blocks(page) if not (block.hidden or block.quoted)] == ["Seen."]
    assert holds("First. Ask the office. Then wait.", "Ask the office.")
    assert not holds("Never ask the office.", "ask the office.")
