"""The search of the reading pages: it finds in its own language, without a network, and keeps nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Fault, Server, serve

pytestmark = pytest.mark.browser

ANSWERED = re.compile("found|encontr")


def open_search(page: Page, address: str) -> None:
    """Opens the search of the page at *address*, and waits for the texts."""
    page.goto(address)
    with page.expect_response("**/search/*.json"), page.expect_response("**/minisearch.js"):
        page.click("[data-search-open]")


def found(page: Page, words: str) -> list[str]:
    """The addresses that the search gives for *words*."""
    page.fill("#search-words", words)
    expect(page.locator(".guide-search-status")).to_contain_text(ANSWERED)
    return [str(link.get_attribute("href")) for link in page.locator(".guide-search-found a").all()]


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
    page.click(".guide-search-found a")
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


def test_a_search_without_its_texts_says_so_and_tries_again(page: Page, server: Server) -> None:
    """The first answer is lost; the next letter asks once more."""
    server.faults["*search/*"] = Fault.NOT_FOUND
    open_search(page, server.url)
    page.keyboard.type("bo")
    expect(page.locator(".guide-search-status")).to_contain_text("could not")
    server.faults.clear()
    page.keyboard.type("nd")
    page.wait_for_selector(".guide-search-found a")


def test_the_search_is_used_by_keyboard_and_forgets(page: Page, server: Server) -> None:
    """Escape closes it, what was typed is gone from it, and focus is where it was before."""
    page.goto(server.url)
    page.focus("[data-search-open]")
    page.keyboard.press("Enter")
    page.keyboard.type("bond")
    page.wait_for_selector(".guide-search-found a")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.guide-search-found a')")
    page.keyboard.press("Escape")
    assert not page.is_visible(".guide-search")
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")
    page.keyboard.press("Enter")
    assert page.input_value("#search-words") == ""
    assert page.locator(".guide-search-found a").count() == 0
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
