"""People type whole sentences into the search; what is found first must bring them to the answer, on a small phone."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from scripts.guide.search import words_of
from scripts.site_server import serve
from tests import what_pages_say
from tests.browser.test_search import SHOWN, found, open_search
from tests.readers import reader
from tests.test_readers_questions import Asked, asked, holds, values_in
from wizard.folding import folded
from wizard.languages import SOURCE_LANGUAGE, languages

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 740}
TABLE = Path(__file__).resolve().parents[2] / "build" / "questions.md"
SCREENS = 3
"""How far below the place that was opened an answer may stand, in screens of that phone."""
TAPS_TO_THE_FIRST_HIT = 3
"""The search, its box, and what is found first; what comes second costs a look and a way back more."""
OF_SO_MANY, FIRST, AMONG_THREE = 84, 70, 80
LEAST_OF_BOTH, LEAST_SILENT = 40, 10

TEXTS = """() => [...document.querySelectorAll("main :is(p, li, td, dd, dt, h1, h2, h3)")]
  .filter((element) => element.getClientRects().length > 0)
  .map((element) => [
    element.textContent.replace(/[\\s\\u00a0]+/g, " ").trim(),
    element.getBoundingClientRect().top / innerHeight,
  ])"""


class Way(NamedTuple):
    """How a person came to an answer: the taps, where they led, and the screens to go down from there."""

    taps: int
    place: str
    screens: float


class Walk:
    """Someone with a small phone, who searches, opens what is found, and looks down the page."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.home = home
        self.context = browser.new_context(viewport=PHONE)
        self.search = self.context.new_page()
        self.tabs: dict[str, Page] = {}
        open_search(self.search, home)
        links = self.search.locator("main a:visible").evaluate_all("links => links.map((link) => link.href)")
        self.cards = sorted({link for link in links if link.startswith(home) and link.partition("#")[0].endswith("/")})
        self.texts = cache(self.opened)

    def opened(self, address: str) -> list[tuple[str, float]]:
        """The texts of the place at *address* as it opens, each with how many screens down it stands."""
        page = address.partition("#")[0]
        if page not in self.tabs:
            self.tabs[page] = self.context.new_page()
        tab = self.tabs[page]
        tab.goto(address)
        tab.evaluate("new Promise(requestAnimationFrame)")
        if "#" not in address:
            tab.evaluate("scrollTo(0, 0)")
        return [(text, down) for text, down in tab.evaluate(TEXTS)]

    def down_to(self, answer: str, address: str) -> float | None:
        """How many screens down *answer* stands from *address*; nothing where it is not soon seen."""
        near = [down for text, down in self.texts(address) if answer in text and -0.5 < down < SCREENS]
        return round(max(0, min(near)), 1) if near else None

    def hits(self, question: Asked) -> list[str]:
        """What the search shows. The way to the wizard's questions is always the first, and counts only for them."""
        links = [urljoin(self.home, link) for link in found(self.search, question.asks)[:3]]
        always = urljoin(self.home, str(self.search.locator(SHOWN).first.get_attribute("href")))
        return [always, *links] if question.page == "wizard" else links

    def by_search(self, question: Asked) -> Way | None:
        """The way to the answer by the first of three hits that leads to it."""
        return self.first(question, enumerate(self.hits(question), TAPS_TO_THE_FIRST_HIT))

    def by_card(self, question: Asked) -> Way | None:
        """The way to the answer by a link of the start page."""
        return self.first(question, ((1, address) for address in self.cards))

    def first(self, question: Asked, tried: Iterable[tuple[int, str]]) -> Way | None:
        """The first of *tried*, addresses with their taps, from where the answer is soon seen."""
        for taps, address in tried:
            if (down := self.down_to(question.answer, address)) is not None:
                return Way(taps, address.removeprefix(self.home) or "./", down)
        return None


def also_asked(language: str) -> list[tuple[Asked, bool]]:
    """The sentences that are no readers' question, and whether the guide can only say that nobody knows."""
    rows = reader(language, "sentences")["question"]
    facts = values_in(language)
    return [
        (Asked(language, row["asks"], row["page"], row["answer"].format_map(facts)), row.get("silent", False))
        for row in rows
    ]


def every_question(language: str) -> list[Asked]:
    """Of both sets."""
    return [*(one for one in asked() if one.language == language), *(one for one, _ in also_asked(language))]


type Ways = dict[Asked, tuple[Way | None, Way | None]]
"""To the answer of each question: by the search, and by a card of the start page."""


@pytest.fixture(scope="module")
def ways(chromium: Browser, site: Path) -> Ways:
    """Every question typed whole into the search. Writes the table."""
    found: Ways = {}
    with serve(site) as server:
        for language in languages():
            walk = Walk(chromium, server.url if language == SOURCE_LANGUAGE else f"{server.url}{language}/")
            found |= {one: (walk.by_search(one), walk.by_card(one)) for one in every_question(language)}
            walk.context.close()
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(table(found)), "utf-8")
    return found


def reached(ways: Ways, questions: list[Asked], hits: int) -> list[Asked]:
    """Those of *questions* that one of so many *hits* answers."""
    ends = {one: ways[one][0] for one in questions}
    return [one for one, way in ends.items() if way and way.taps < TAPS_TO_THE_FIRST_HIT + hits]


def table(ways: Ways) -> Iterator[str]:
    """The ways as lines of Markdown, with their sums first."""
    for language in languages():
        questions = every_question(language)
        sums = [len(reached(ways, questions, hits)) for hits in (1, 3)]
        by_card = sum(ways[one][1] is not None for one in questions)
        counted = f"{len(questions)} questions"
        yield f"{language}: {counted}; {sums[0]} by the first hit, {sums[1]} by three; {by_card} also by a card\n"
    yield "| language | question | taps | place | screens down | by a card, one tap |\n|---|---|---|---|---|---|"
    for one, (way, card) in ways.items():
        told = way or ("not found", one.page, "")
        yield f"| {one.language} | {one.asks} | {' | '.join(map(str, told))} | {card.place if card else ''} |"


@pytest.mark.thorough
@pytest.mark.parametrize("language", languages())
def test_a_question_typed_whole_leads_to_its_answer(ways: Ways, language: str) -> None:
    """Of 84 questions 70 by what is found first, and 80 by one of the first three."""
    questions = every_question(language)
    for hits, least in ((1, FIRST), (3, AMONG_THREE)):
        lost = sorted(one.asks for one in set(questions) - set(reached(ways, questions, hits)))
        print(f"{language}: {len(questions) - len(lost)} of {len(questions)} by {hits}; not: {lost}")
        assert len(lost) * OF_SO_MANY <= len(questions) * (OF_SO_MANY - least), lost


@pytest.mark.thorough
@pytest.mark.parametrize("language", languages())
def test_what_nobody_can_answer_leads_to_the_sentence_that_says_so(ways: Ways, language: str) -> None:
    """Within the first three hits, always: a silence is no dead end."""
    silent = [one for one, is_silent in also_asked(language) if is_silent]
    assert set(silent) - set(reached(ways, silent, 3)) == set()


def test_these_questions_are_new_and_many() -> None:
    """None is a readers' question, and none stands in the data of the search, which would then find only itself."""
    also = {language: also_asked(language) for language in languages()}
    assert sum(map(len, also.values())) >= LEAST_OF_BOTH
    assert sum(is_silent for rows in also.values() for _, is_silent in rows) >= LEAST_SILENT
    for language in languages():
        told = {folded(text) for texts in words_of(language)["sentences"].values() for text in texts}
        assert [one.asks for one in every_question(language) if folded(one.asks) in told] == []
    assert {one.asks for one in asked()} & {one.asks for rows in also.values() for one, _ in rows} == set()


@pytest.mark.parametrize("language", languages())
def test_the_page_answers_in_exactly_that_sentence(language: str) -> None:
    """In prose that everyone sees, as for the readers' questions."""
    for one, _ in also_asked(language):
        shown = [block.text for block in what_pages_say.said(language, one.page) if not (block.hidden or block.quoted)]
        assert any(holds(text, one.answer) for text in shown), f"{one.page} does not say: {one.answer}"
