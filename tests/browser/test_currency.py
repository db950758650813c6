"""A copy that nobody compared with ICE's page for 90 days says so, by the reader's own clock, without asking anyone."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, expect

from scripts.site_server import Server
from tests.browser.faults import looks
from tests.browser.screens import HOME, LANGUAGES, WHOLE
from tests.browser.steps import wait_for_python
from wizard.library import source
from wizard.wording import wording

pytestmark = pytest.mark.browser

CHECKED = datetime.combine(source().retrieved, datetime.min.time(), UTC)
PAGES = {
    "en": ("", "case-review/", "detention-line/", HOME["en"], WHOLE["en"]),
    "es": ("es/", "es/get-help/", HOME["es"]),
}


def told(language: str) -> str:
    """What an old page says."""
    say = wording(language)
    return say("ui.stale", date=say.day(source().retrieved))


@pytest.mark.parametrize(("language", "age"), looks(LANGUAGES, [(90, False), (91, True), (0, False), (4000, True)]))
def test_a_page_says_that_it_is_old_after_ninety_days(
    chromium: Browser, server: Server, language: str, age: tuple[int, bool]
) -> None:
    """Every page shows the day itself, whatever the clock says."""
    days, old = age
    context = chromium.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(CHECKED + timedelta(days=days, minutes=-1 if days == 90 else 1))
    for path in PAGES[language]:
        page.goto(server.url + path)
        expect(page.locator(".guide-stale")).to_contain_text(told(language))
        assert page.locator(".guide-stale").is_visible() == old, path
        expect(page.locator("footer").last).to_contain_text(wording(language).day(source().retrieved))
    context.close()


def test_the_wizard_says_so_in_the_other_language_too(chromium: Browser, server: Server) -> None:
    """After a change of language without leaving the page."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(CHECKED + timedelta(days=100))
    page.goto(server.url + HOME["en"])
    wait_for_python(page)
    page.click("[data-language=es]")
    expect(page.locator(".guide-stale")).to_contain_text(told("es"))
    assert page.locator(".guide-stale").is_visible()
    context.close()


def test_without_scripts_the_day_stands_there(chromium: Browser, server: Server) -> None:
    """And nothing is claimed of its age."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (*PAGES["en"], *PAGES["es"]):
        page.goto(server.url + path)
        assert page.locator(".guide-stale").is_hidden()
        assert str(source().retrieved.year) in page.inner_text("footer >> nth=-1")
    context.close()
