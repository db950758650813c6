"""The detention line is closed at night: the center has a number of its own, and the card finds it."""

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server
from tests.answers import HELD
from tests.browser.faults import AXE, faults_of
from tests.browser.screens import HOME, LANGUAGES, answer_to, take
from tests.browser.steps import go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

TO_THE_LINE = {**HELD, "needs": "detention_problem"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_center_s_number_is_found_from_the_line_s_card(page: Page, server: Server, language: str) -> None:
    """The reader is brought back to it, on the phone's screen; the choice stands among the answers."""
    say = wording(language)
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    while form := page.query_selector("#interview form"):
        take(page, answer_to(form.get_attribute("data-question") or "", TO_THE_LINE))
    card = page.locator("[data-channel=detention_line]")
    expect(card).to_contain_text(say("ui.line_closed"))
    card.locator("[data-change=place]").click()
    page.wait_for_selector("#center")
    page.select_option("#center", "kay-county-ok")
    go_on(page)
    number = card.locator("a[href='tel:+15803623393']")
    expect(number).to_be_in_viewport()
    assert page.evaluate("document.activeElement.dataset.focus") == "place"
    expect(page.locator("#answers")).to_contain_text("Kay County Detention Center")
    page.evaluate(AXE)
    assert faults_of(page) == []
