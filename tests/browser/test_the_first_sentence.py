"""What matters most is the first thing on a phone's screen: with scripts and without, in every language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.faults import looks
from tests.browser.screens import HOME, LANGUAGES, answer_to, take
from tests.browser.steps import choose, wait_for_python
from wizard.interview import GROUPS
from wizard.wording import wording

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 360, 740
"""A small phone, in pixels."""

NOTHING = {
    "emergency": "false",
    "removal_imminent": "false",
    "custody": "ice_detention",
    "known_to_ice": "final_order",
    "local_request": "none",
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "false",
    "role": "family_or_friend",
}

SITUATIONS: dict[str, tuple[dict[str, str], tuple[str, ...], bool]] = {
    "father taken this morning": ({"needs": "find_a_person"}, ("outside", "find_a_person", "text"), True),
    "flight on Friday": (
        {"needs": "stay_of_removal", "removal_imminent": "true"},
        ("interlude", "removal_near", "text"),
        True,
    ),
    "officer hit him": ({"needs": "assault_or_abuse"}, ("card", "detention_line", "do_abuse"), False),
    "free with an order": (
        {"needs": "case_information", "custody": "not_detained"},
        ("interlude", "record_kept", "text"),
        True,
    ),
    "one-line refusal, not sure": (
        {"needs": "case_review", "local_request": "answered", "factors_overlooked": "unsure"},
        ("card", "no_basis_for_reviewing_official", "do_unsure"),
        False,
    ),
}
"""What is answered, and the text (of a list, its first) that must come first."""

SEEN = """
words => {
  const folded = text => text.replace(/\\s+/g, " ").trim();
  const said = [...document.querySelectorAll(".result p, .result li")]
    .find(element => element.offsetParent && folded(element.textContent).startsWith(words));
  if (!said || said.closest("details:not([open])")) return null;
  const box = said.getBoundingClientRect();
  return [box.top, box.bottom, box.height];
}
"""


def by_links(page: Page, answers: dict[str, str]) -> None:
    """Goes from the first question to the result by links alone."""
    while True:
        form = page.locator(".screen:visible form")
        if form.count() == 0:
            return
        question = form.get_attribute("data-question")
        option = answer_to(question, answers) if question else ""
        link = page.locator(f'.screen:visible .by-link a[data-option="{option}"]')
        leads = str(link.evaluate("link => link.href"))
        link.click()
        page.wait_for_url(leads)


def by_fields(page: Page, answers: dict[str, str]) -> None:
    """Answers every question in the wizard, and reads what comes between."""
    wait_for_python(page)
    while page.locator("#interview form").count():
        heading = page.inner_text("#interview h1")
        question = page.get_attribute("#interview form", "data-question")
        if question:
            page.check(f'#interview [name=answer][value="{answer_to(question, answers)}"]')
        page.click("#interview .continue")
        page.wait_for_function("h => document.querySelector('#interview h1').innerText !== h", arg=heading)


@pytest.mark.parametrize(("language", "walk"), looks(LANGUAGES, [by_fields, by_links]))
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_right_sentence_is_on_the_first_screen_of_the_result(
    chromium: Browser,
    server: Server,
    language: str,
    situation: str,
    walk: Callable[[Page, dict[str, str]], None],
) -> None:
    """Without opening or scrolling anything."""
    scripts = walk is by_fields
    answers, path, listed = SITUATIONS[situation]
    say = wording(language)
    if not scripts and say.has(*path[:-1], f"{path[-1]}_maybe_near"):  # what the page by links says with an if
        path = (*path[:-1], f"{path[-1]}_maybe_near")
    expected = say.lines(*path)[0] if listed else say(*path)
    with chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(server.url + HOME[language])
        walk(page, NOTHING | answers)
        assert page.locator(".result:visible").count() == 1
        top, bottom, height = page.evaluate(SEEN, expected) or (0, 0, 0)
    assert height > 0, "it is nowhere, or folded"
    assert 0 <= top < bottom <= HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_of_the_order_leads_to_its_card_and_leaves_no_trace(page: Page, server: Server, language: str) -> None:
    """Focus stands on the card's heading; the address and the history stay as they were."""
    answers = {
        "emergency": "false",
        "removal_imminent": "false",
        "custody": "ice_detention",
        "known_to_ice": "in_proceedings",
        "local_request": "none",
        "role": "family_or_friend",
    }
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    while form := page.query_selector("#interview form"):
        question = form.get_attribute("data-question") or ""
        if question == GROUPS:
            choose(page, "find_a_person", "release", "complaint")
        else:
            take(page, answers.get(question, ""))
    before = page.evaluate("[location.href, history.length]")
    for step, heading in (("field_office", "h2"), ("complaint", "h2"), ("find_a_person", "h2")):
        page.click(f"[data-to={step}]")
        assert page.evaluate("document.activeElement.tagName").lower() == heading
        assert page.inner_text(":focus").strip() == page.inner_text(f"[data-to={step}]").strip()
    assert page.evaluate("[location.href, history.length]") == before
    page.click(".card[data-channel=field_office] [data-prepare]")
    page.wait_for_selector("form[data-details]")
