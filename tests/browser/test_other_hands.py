"""Other hands on the page: a translator, a keyboard that suggests, and what a browser is asked to leave alone."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.site_server import Server
from tests.browser.screens import LANGUAGES
from tests.browser.steps import wait_for_python
from tests.browser.test_moving_about import at_the_date
from tests.browser.test_packet import ANSWERS, LETTER, TYPED, fill, papers_of
from tests.browser.test_place import result_of
from wizard.library import source
from wizard.wording import wording

pytestmark = pytest.mark.browser

TYPABLE = "input[type=text], input[type=search], input:not([type]), textarea"

TRANSLATOR = """() => {
  window.rounds = 0;
  const leaves = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((text) => text.data.trim() && !text.parentElement.closest("font, script, [translate=no]"));
  };
  const translate = () => {
    const found = leaves(document.body);
    if (found.length) window.rounds += 1;
    for (const text of found) {
      const font = document.createElement("font");
      font.textContent = `X${text.data}`;
      text.replaceWith(font);
    }
  };
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
  translate();
}"""
"""A translator as browsers have them: it puts other words in the place of each text, and watches for new ones."""


def test_the_line_of_the_hours_does_not_fight_a_translator(page: Page, server: Server) -> None:
    """It was rewritten, and translated again, ten times a second; now each text is translated once, and stays so."""
    page.goto(f"{server.url}detention-line/")
    page.wait_for_selector("[data-open-now] [data-live]", state="attached")
    page.evaluate(TRANSLATOR)
    page.wait_for_timeout(2000)
    assert page.evaluate("window.rounds") <= 3
    assert page.text_content("[data-live]").startswith("X")  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_are_not_translated(page: Page, server: Server, language: str) -> None:
    """A letter goes out as it was read, and no word that was typed is on the page outside of one and a field."""
    papers_of(page, server, language, TYPED)
    letter = page.inner_text(f"#{LETTER}")
    assert page.locator(".paper").count() == page.locator(".paper[translate=no]").count() > 1
    page.evaluate(TRANSLATOR)
    page.wait_for_function("() => window.rounds > 0")
    assert page.inner_text(f"#{LETTER}") == letter
    handed_over = page.evaluate("[...document.querySelectorAll('font')].map(font => font.textContent).join()")
    assert handed_over
    assert [word for word in (TYPED["name"], "012-345-678", TYPED["telephone"]) if word in handed_over] == []


def test_no_field_is_translated_or_written_on_by_the_browser(page: Page, server: Server) -> None:
    """Some browsers send what is being written to a service that suggests how to go on."""
    for address in ("find-your-office/", "es/find-your-office/"):
        page.goto(server.url + address)
        assert_left_alone(page)
    at_the_date(page, server, "en")
    assert_left_alone(page, translated=False)
    result_of(page, server, "en", ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    assert page.locator(f"#interview :is({TYPABLE})").count() > 10
    assert_left_alone(page, translated=False)


def assert_left_alone(page: Page, *, translated: bool = True) -> None:
    """No field of the page is suggested for; nor, but for the search of a reading page, translated."""
    fields = page.locator(f":is({TYPABLE})")
    assert fields.count() > 0
    left = '[writingsuggestions="false"]' + ("" if translated else '[translate="no"]')
    assert page.locator(f":is({TYPABLE})").and_(page.locator(left)).count() == fields.count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_device_with_a_wrong_clock_takes_days_and_dates_no_letter(
    chromium: Browser, server: Server, language: str
) -> None:
    """On January 2, 1970 by its clock nothing is in the future, and the letter is dated as the person says."""
    say = wording(language)
    context = chromium.new_context(timezone_id="America/Chicago")
    page = context.new_page()
    page.clock.set_fixed_time(datetime(1970, 1, 2, 18, tzinfo=UTC))
    papers_of(page, server, language, TYPED)
    expect(page.locator(f"#{LETTER}")).to_contain_text("March 5, 1990")
    assert "1970" not in page.inner_text(f"#{LETTER}")
    page.click("#interview [data-prepare]:visible >> nth=-1")
    page.wait_for_selector("form[data-details]")
    expect(page.locator("[data-asks=letter_day]")).to_contain_text(say("packet.form.letter_day_hint"))
    day = source().retrieved
    parts = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    fill(page, {f"letter_day.{part}": text for part, text in parts.items()})
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    expect(page.locator(f"#{LETTER}")).to_contain_text(wording("en").day(day))
    context.close()


@pytest.mark.parametrize(("zone", "asked"), [("America/New_York", 0), ("UTC", 1)])
def test_the_day_is_asked_for_where_the_zone_is_hidden_and_nowhere_else(
    chromium: Browser, server: Server, zone: str, asked: int
) -> None:
    """Browsers that hide it say that it is that of Greenwich."""
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    result_of(page, server, "en", ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    expect(page.locator("[data-asks=letter_day]")).to_have_count(asked)
    context.close()
