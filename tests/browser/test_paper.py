"""What comes out of a printer, US Letter: the result with everything unfolded, and the whole interview by numbers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from scripts.site_server import Server
from tests.browser.screens import HOME, LANGUAGES, WHOLE, kind, nodes, shortest_ways, take, with_python
from tests.browser.steps import wait_for_python
from tests.browser.test_packet import TYPED, papers_of
from wizard.cards import Notice
from wizard.interview import ResultScreen
from wizard.library import statements
from wizard.questions import Need
from wizard.wording import wording

pytestmark = pytest.mark.browser

LETTER: ViewportSize = {"width": 816 - 2 * 60, "height": 1056 - 2 * 68}
"""The printed part of a page at 96 pixels an inch."""

ON_PAPER = """
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const printed = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return shown(element) && width > 0 && height > 0;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(printed);
  return {
    controls: all("button, progress, .leave, .skip, nav").map((e) => e.outerHTML.slice(0, 80)),
    quotes: all("q").map((q) => q.innerText),
    sections: all(".screen").map((section) => section.id),
    written: all('a[href^="https:"]').map((a) => getComputedStyle(a, "::after").content.includes(a.href)),
    numbers: all(".paper-number").map((number) => Number.parseInt(number.innerText)),
    goes: all(".by-link li").map((li) => printed(li.querySelector(".paper-only")) && li.innerText),
    empty: [...document.querySelectorAll("body *")].filter(shown)
      .filter((box) => /flex|grid/.test(getComputedStyle(box).display) && ![...box.children].some(printed))
      .filter((box) => !box.innerText.trim()).map((box) => box.outerHTML.slice(0, 80)),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}
"""


LONGEST = {"en": 64, "es": 70}
"""The most pages that the whole interview may take: who prints it for a waiting room pays for each."""


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Chromium has."""
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_is_printed_with_its_reasons_and_without_buttons(page: Page, server: Server, language: str) -> None:
    """What is folded on the screen is on the paper, links are written out, and nothing is there to be pressed."""
    page.goto(f"{server.url}{HOME[language]}")
    wait_for_python(page)
    number = next(
        n
        for n, node in nodes().items()
        if kind(node) == "result: reviewing_official"
        and isinstance(node.screen, ResultScreen)
        and Need.CASE_REVIEW in node.screen.assessment.cards[0].needs
    )
    for option, _ in with_python(shortest_ways()[number]):
        take(page, Need.CASE_REVIEW if option in list(Need) else option)
    assert page.locator("#interview q:visible").count() == 0
    quotes = page.evaluate("[...document.querySelectorAll('#interview q')].map(q => q.textContent)")
    page.set_viewport_size(LETTER)
    page.emulate_media(media="print")
    paper = page.evaluate(ON_PAPER)
    assert paper["controls"] == []
    assert paper["empty"] == []
    assert quotes
    assert [quote.strip('“”«»"') for quote in paper["quotes"]] == quotes
    assert paper["written"]
    assert all(paper["written"])
    assert not paper["wide"]
    page.emulate_media()
    pages = pages_of(page.pdf(prefer_css_page_size=True))
    assert 2 <= pages <= 8
    print(f"a result with its reasons: {pages} pages")


def test_the_papers_are_printed_together_without_an_empty_box(page: Page, server: Server) -> None:
    """An empty flex box printed 36,473 pages in a Chromium of 2022; where the buttons stood nothing is left."""
    papers_of(page, server, "en", TYPED)
    page.set_viewport_size(LETTER)
    page.emulate_media(media="print")
    paper = page.evaluate(ON_PAPER)
    assert paper["controls"] == []
    assert paper["empty"] == []
    page.emulate_media()
    assert 3 <= pages_of(page.pdf(prefer_css_page_size=True)) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_interview_is_printed_by_numbers(without_scripts: Page, server: Server, language: str) -> None:
    """Every screen under its number, every answer with the number to go on to, each of ICE's sentences once."""
    page = without_scripts
    page.goto(server.url + WHOLE[language])
    page.set_viewport_size(LETTER)
    page.emulate_media(media="print")
    paper = page.evaluate(ON_PAPER)
    assert paper["sections"] == [f"n{number}" for number in nodes()]
    assert paper["numbers"] == list(nodes())
    assert paper["controls"] == []
    assert paper["empty"] == []
    say = wording(language)
    exits = [exit_.number for node in nodes().values() for exit_ in node.exits]
    assert len(paper["goes"]) == len(exits)
    for told, number in zip(paper["goes"], exits, strict=True):
        assert told.endswith(say("ui.go_to", number=number))
    assert [quote.strip('“”«»"') for quote in paper["quotes"]] == [s.quote for s in statements().values() if s.quote]
    for notice in Notice:
        assert page.locator(f".notice.{notice.value} > p > .told-once:visible").count() == 1
    assert not paper["wide"]
    pages = pages_of(page.pdf(prefer_css_page_size=True))
    assert pages <= LONGEST[language]
    print(f"the whole interview: {pages} pages")


def test_one_screen_without_scripts_is_printed_alone(without_scripts: Page, server: Server) -> None:
    """Who went to a result by links prints that result."""
    page = without_scripts
    number = next(n for n in nodes() if kind(nodes()[n]) == "result: detention_line")
    page.goto(f"{server.url}{WHOLE['en']}#n{number}")
    page.set_viewport_size(LETTER)
    page.emulate_media(media="print")
    paper = page.evaluate(ON_PAPER)
    assert paper["sections"] == [f"n{number}"]
    assert paper["controls"] == []
    assert paper["empty"] == []
    assert paper["quotes"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_interview_is_a_link_away_with_scripts_too(page: Page, server: Server, language: str) -> None:
    """It is printed whole by a browser that runs scripts as by one that does not."""
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    page.click(".to-whole a")
    page.wait_for_url(server.url + WHOLE[language])
    page.emulate_media(media="print")
    assert page.evaluate(ON_PAPER)["numbers"] == list(nodes())


def test_the_first_question_without_scripts_is_printed_with_its_answers(without_scripts: Page, server: Server) -> None:
    """Its fields are not shown, so its links are."""
    page = without_scripts
    page.goto(f"{server.url}{HOME['en']}")
    page.emulate_media(media="print")
    paper = page.evaluate(ON_PAPER)
    assert paper["sections"] == ["n1"]
    assert paper["controls"] == []
    assert page.locator(".by-link a:visible").count() == len(nodes()[1].exits)
