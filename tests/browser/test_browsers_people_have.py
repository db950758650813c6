"""What browsers lack that people still have: each is made to lack it here, and the page still serves."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.site_server import Server
from tests.browser.screens import LANGUAGES
from tests.browser.steps import wait_for_python
from tests.browser.test_packet import ANSWERS, LETTER, TYPED, papers_of
from tests.browser.test_place import result_of
from wizard.wording import wording

pytestmark = pytest.mark.browser

INTEGRITY = re.compile(r' integrity="[^"]*"')


def without_has(page: Page) -> None:
    """Makes the browser one that knows no ``:has()``, nor how to unfold on paper."""

    def older(route: Route) -> None:
        response = route.fetch()
        text = response.text()
        if route.request.url.endswith("/"):
            text = INTEGRITY.sub("", text)
        elif route.request.url.endswith(".css"):
            text = re.sub(r":has\(|::details-content", ":unknown(", text)
        route.fulfill(response=response, body=text)

    page.route(re.compile(r"/wizard/(assets/.*\.css)?$"), older)


def test_an_answer_that_has_the_focus_shows_it(page: Page, server: Server) -> None:
    """Where the label cannot have a ring, the box has."""
    without_has(page)
    page.goto(f"{server.url}wizard/")
    page.wait_for_selector("html.started")
    page.focus("#interview h1")
    page.keyboard.press("Tab")
    ring = page.evaluate(
        "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
    )
    assert page.evaluate("document.activeElement.name") == "answer"
    assert ring == ["solid", "3px"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_folded_is_opened_for_paper_and_folded_again(page: Page, server: Server, language: str) -> None:
    """Warnings and reasons; what the reader had opened stays open."""
    result_of(page, server, language, ANSWERS)
    page.locator(".because > summary").first.click()
    folded = "[...document.querySelectorAll('#interview details')].map(details => details.open)"
    before = page.evaluate(folded)
    assert set(before) == {True, False}
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(folded)) == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(folded) == before


def test_a_reading_page_is_unfolded_for_paper_too(page: Page, server: Server) -> None:
    """By the same script."""
    page.goto(f"{server.url}find-your-office/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details").count() == page.locator("details[open]").count() > 0


def test_one_letter_is_printed_alone(page: Page, server: Server, tmp_path: Path) -> None:
    """Without ``:has()``: its own words, and nothing of the page around it."""
    without_has(page)
    papers_of(page, server, "en", TYPED)
    page.evaluate("() => { window.print = () => {}; }")
    page.click(f"[data-print={LETTER}]")
    page.pdf(path=str(tmp_path / "letter.pdf"), format="Letter")
    told = subprocess.run(["pdftotext", str(tmp_path / "letter.pdf"), "-"], capture_output=True, text=True, check=True)
    assert TYPED["name"] in told.stdout
    assert wording("en")("packet.screen.title") not in told.stdout
    assert wording("en")("packet.screen.other_papers") not in told.stdout


@pytest.mark.parametrize("address", ["wizard/", "", "find-your-office/"])
def test_the_text_size_of_the_device_is_left_alone(page: Page, server: Server, address: str) -> None:
    """Any other value switches off the size that people choose in Android's settings."""
    page.goto(server.url + address)
    assert page.evaluate("getComputedStyle(document.documentElement).webkitTextSizeAdjust") == "auto"


def test_the_saved_case_can_be_chosen_on_a_phone(page: Page, server: Server) -> None:
    """Phones grey out files whose kind they do not know: a list of kinds would hide the person's own file."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    expect(page.locator("#case-file")).to_be_visible()
    assert page.get_attribute("#case-file", "accept") is None


@pytest.mark.parametrize("address", ["find-your-office/", "opla-offices/", "wizard/", ""])
def test_an_address_whose_end_is_cut_does_no_harm(page: Page, server: Server, address: str) -> None:
    """As a link that was broken in a message: no script fails, which the fixture of the page sees."""
    page.goto(f"{server.url}{address}#%E0%A4%A")
    page.wait_for_timeout(300)
    page.evaluate("location.hash = '#%E0%A4'")
    page.wait_for_timeout(300)
    expect(page.locator("h1:visible").first).to_be_visible()
