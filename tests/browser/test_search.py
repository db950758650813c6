"""The search of the reading pages: it finds in its own language, without a network, and keeps nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Fault, Server, serve
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.browser

ANSWERED = re.compile("found|encontr")
RESULTS = "[data-search-result] a"
SHOWN = ".guide-search-found li:visible a"


def open_search(page: Page, address: str) -> None:
    """Opens the search of the page at *address*, and waits for the texts."""
    page.goto(address)
    with page.expect_response("**/search/*.json"), page.expect_response("**/folding.js"):
        page.click("[data-search-open]")
    page.wait_for_load_state("networkidle")


def found(page: Page, words: str) -> list[str]:
    """The addresses that the search gives for *words*, below the way to the questions."""
    page.fill("#search-words", words)
    expect(page.locator(".guide-search-status")).to_contain_text(ANSWERED)
    return [str(link.get_attribute("href")) for link in page.locator(RESULTS).all()]


@pytest.fixture(params=["", "/guide"], ids=["root", "subpath"])
def guarded(site: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """The site with the headers that every host should send, also below a path."""
    with serve(site, subpath=request.param, headers=SECURITY_HEADERS) as running:
        yield running


@pytest.mark.parametrize(
    ("start", "words", "target"),
    [
        ("", "insulin", "for-families/"),
        ("", "BOND", "court-requests/"),
        ("how-we-know/", "local office first", "case-review/"),
        ("es/", "fianza", "es/court-requests/"),
        ("es/privacy/", "detencion", "es/detention-line/"),
    ],
)
def test_a_word_is_found_in_the_language_of_the_page_without_a_network(
    page: Page, guarded: Server, start: str, words: str, target: str
) -> None:
    """After the first opening nothing more is loaded; neither capitals nor accents are needed."""
    open_search(page, guarded.url + start)
    page.context.set_offline(True)
    before = len(guarded.requests)
    links = found(page, words)
    assert len(guarded.requests) == before
    pages = [urljoin(guarded.url + start, link).partition("#")[0] for link in links]
    assert f"{guarded.url}{target}" in pages
    assert all(address.startswith(f"{guarded.url}es/") == start.startswith("es/") for address in pages)
    assert page.locator(".guide-search-found mark").count() > 0
    page.context.set_offline(False)
    page.click(RESULTS)
    page.wait_for_url(pages[0] + "**")


def test_all_words_count_and_a_word_that_is_nowhere_finds_nothing(page: Page, server: Server) -> None:
    """Rather the parts with most of the words than every part with one of them."""
    open_search(page, server.url)
    assert found(page, "zzzz") == []
    assert page.inner_text(".guide-search-status").startswith("Nothing found")
    both, one = found(page, "bond hearing"), found(page, "bond")
    assert both
    assert len(both) <= len(one)
    assert found(page, "hearings") == found(page, "hearing")


@pytest.mark.parametrize("language", languages())
def test_the_questions_are_the_first_hit_and_nothing_found_has_three_ways_on(
    page: Page, server: Server, language: str
) -> None:
    """Before a word is typed, above what is found, and where nothing is: then also other help and the line."""
    say = wording(language)
    home = server.url if language == languages()[0] else f"{server.url}{language}/"
    ways = [say(f"site.frame.way_on_{name}") for name in ("questions", "help", "line")]
    places = [f"{home}{name}/" for name in ("wizard", "get-help", "detention-line")]
    open_search(page, f"{home}papers/")
    assert page.locator(SHOWN).all_inner_texts() == ways[:1]
    found(page, "bond")
    assert page.locator(SHOWN).first.inner_text() == ways[0]
    assert not set(ways[1:]) & set(page.locator(SHOWN).all_inner_texts())
    assert found(page, "zzzz") == []
    assert page.locator(SHOWN).all_inner_texts() == ways
    assert [urljoin(page.url, str(link.get_attribute("href"))) for link in page.locator(SHOWN).all()] == places
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(places[0])


@pytest.mark.parametrize(
    ("start", "words", "told"),
    [
        ("", "where is my husband", ("find-a-person/#find", "person")),
        ("", "depotation", ("case-review/#removal-near", "removal")),
        ("es/", "grillete", ("es/get-help/#check-in", "grillete")),
        ("es/", "liberar", ("es/court-requests/#bond", "liberación")),
    ],
)
def test_words_that_no_page_has_find_the_place_and_its_own_word_is_marked(
    page: Page, server: Server, start: str, words: str, told: tuple[str, str]
) -> None:
    """Synonyms, wrong letters, and questions whole."""
    target, marked = told
    open_search(page, f"{server.url}{start}")
    links = [urljoin(page.url, link) for link in found(page, words)]
    assert f"{server.url}{target}" in links[:3]
    assert marked in {word.lower() for word in page.locator(".guide-search-found mark").all_inner_texts()}


def test_a_search_without_its_texts_says_so_and_tries_again(page: Page, server: Server) -> None:
    """The first answer is lost; the next letter asks once more."""
    server.faults["*search/*"] = Fault.NOT_FOUND
    open_search(page, server.url)
    page.keyboard.type("bo")
    expect(page.locator(".guide-search-status")).to_contain_text("could not")
    server.faults.clear()
    page.keyboard.type("nd")
    page.wait_for_selector(RESULTS)


def test_the_search_is_used_by_keyboard_and_forgets(page: Page, server: Server) -> None:
    """Escape closes it, what was typed is gone from it, and focus is where it was before."""
    page.goto(server.url)
    page.focus("[data-search-open]")
    page.keyboard.press("Enter")
    page.keyboard.type("bond")
    page.wait_for_selector(RESULTS)
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-search-result] a')")
    page.keyboard.press("Escape")
    assert not page.is_visible(".guide-search")
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")
    page.keyboard.press("Enter")
    assert page.input_value("#search-words") == ""
    assert page.locator(RESULTS).count() == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_page_can_be_left_out_of_the_search(page: Page, server: Server) -> None:
    """The dialog lies over the header, so it has a way out of its own; it blanks the page first."""
    page.goto(server.url)
    page.context.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    page.click("[data-search-open]")
    where_to = page.get_attribute(".guide-leave", "href")
    assert where_to
    page.click(".guide-search [data-leave]")
    page.wait_for_url(where_to)
