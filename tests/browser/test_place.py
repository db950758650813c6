"""A card that names an office finds the office: by the place of the person, or by the court of the case."""

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.site_server import Server
from tests.browser.faults import AXE, NARROW, Scheme, faults_of, looking
from tests.browser.screens import HOME, LANGUAGES, answer_to, heading_of, take
from tests.browser.steps import go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

TO_THE_FIELD_OFFICE = {
    "emergency": "false",
    "needs": "release",
    "known_to_ice": "in_proceedings",
    "role": "self",
    "custody": "ice_detention",
    "removal_imminent": "false",
    "local_request": "none",
}
TO_THE_LAWYERS = {**TO_THE_FIELD_OFFICE, "needs": "dismissal"}


def result_of(page: Page, server: Server, language: str, answers: dict[str, str]) -> None:
    """Walks to the result with *answers*."""
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    while form := page.query_selector("#interview form"):
        take(page, answer_to(form.get_attribute("data-question") or "", answers))


def find(page: Page, place: str) -> None:
    """Presses the button on the card."""
    before = heading_of(page)
    page.click(f"[data-focus={place}] [data-change={place}]")
    page.wait_for_function("h => document.querySelector('#interview h1').innerText !== h", arg=before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_state_asks_for_the_county_and_the_card_names_the_office(
    page: Page, server: Server, language: str
) -> None:
    """And the reader is taken to it; a change of mind and Back lose nothing."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    seen = len(server.requests)
    find(page, "place")
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.nothing"))
    page.select_option("#state", "TX")
    page.click("#interview .continue")
    page.wait_for_selector("#county")
    assert page.input_value("#state") == "TX"
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.county_nothing"))
    page.click("[data-first-field]")
    assert page.evaluate("document.activeElement.id") == "county"
    page.select_option("#county", label="Travis")
    go_on(page)
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["San Antonio Field Office"])
    county = say("office.place_county", county="Travis")
    expect(finder).to_contain_text(f"{county}, Texas")
    assert page.evaluate("document.activeElement.dataset.focus") == "place"
    expect(page.locator("#answers")).to_contain_text(f"{county}, Texas")
    page.go_back()
    page.wait_for_selector("#county")
    assert page.input_value("#county") == "Travis"
    page.go_forward()
    expect(finder.locator(".office-name")).to_have_text(["San Antonio Field Office"])
    assert len(server.requests) == seen
    assert "Travis" not in page.url + page.title()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_center_is_enough_and_its_own_office_answers(page: Page, server: Server, language: str) -> None:
    """With the number to call, its day and ICE's locator; a state beside it that is another is asked about."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    find(page, "place")
    page.select_option("#center", "kay-county-ok")
    page.select_option("#state", "TX")
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.nothing"))
    page.select_option("#center", "kay-county-ok")
    page.select_option("#state", "")
    go_on(page)
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["Chicago Field Office"])
    expect(finder).to_contain_text(say("office.center_area", office="Dallas Field Office"))
    expect(finder.locator("a[href*=locator]")).to_have_count(1)
    expect(finder.locator("a[href='tel:+15803623393']")).to_have_count(1)
    expect(page.locator("#answers")).to_contain_text("Kay County Detention Center, Newkirk, Oklahoma")
    find(page, "place")
    assert page.input_value("#center") == "kay-county-ok"


def test_a_conflict_of_sources_stays_one(page: Page, server: Server) -> None:
    """Nobody is sent to an office on a guess."""
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    page.select_option("#state", "AS")
    go_on(page)
    expect(page.locator("[data-focus=place]")).to_contain_text(wording("en")("office.no_source"))
    expect(page.locator("[data-focus=place] .office-name")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lawyers_are_found_by_the_court(page: Page, server: Server, language: str) -> None:
    """A court, or the state of one that is not known; the language can change in the middle."""
    result_of(page, server, language, TO_THE_LAWYERS)
    find(page, "court_place")
    page.select_option("#court", "Cleveland Immigration Court")
    other = next(name for name in LANGUAGES if name != language)
    page.click(f"[data-language={other}]")
    expect(page.locator("#interview h1")).to_have_text(wording(other)("question.court_place.title"))
    page.select_option("#court", "Cleveland Immigration Court")
    go_on(page)
    expect(page.locator("[data-focus=court_place]")).to_contain_text("Cleveland")
    find(page, "court_place")
    page.select_option("#court", "OH")
    go_on(page)
    assert page.locator("[data-focus=court_place] .office-name").count() >= 1


def test_without_python_a_card_links_to_the_list(page: Page, server: Server) -> None:
    """In a tab of its own, so that the answers stay."""
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(server.url + HOME["en"])
    page.wait_for_selector("[data-python=python_failed]")
    while form := page.query_selector("#interview .screen:not([hidden]) form"):
        take(page, answer_to(form.get_attribute("data-question") or "", TO_THE_FIELD_OFFICE))
    link = page.locator("[data-focus=place] a")
    expect(link).to_be_visible()
    assert link.get_attribute("target") == "_blank"
    assert page.locator("[data-focus=place] button").is_hidden()
    with page.context.expect_page() as opened:
        link.click()
    assert opened.value.url == f"{server.url}find-your-office/"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_screens_of_a_place_keep_no_one_out(
    chromium: Browser, server: Server, language: str, scheme: Scheme
) -> None:
    """Both questions, with their errors, and the offices found."""
    with looking(chromium, NARROW, scheme) as page:
        for answers, place, field, state in (
            (TO_THE_FIELD_OFFICE, "place", "#state", "CA"),
            (TO_THE_LAWYERS, "court_place", "#court", "CA"),
        ):
            result_of(page, server, language, answers)
            page.evaluate(AXE)
            find(page, place)
            assert faults_of(page) == []
            page.click("#interview .continue")
            page.wait_for_selector("#interview .field-error")
            assert faults_of(page) == []
            page.select_option(field, state)
            page.click("#interview .continue")
            if place == "place":
                page.wait_for_selector("#county")
                assert faults_of(page) == []
                page.select_option("#county", label="Kern")
                page.click("#interview .continue")
            page.wait_for_selector(f"[data-focus={place}] .office")
            assert faults_of(page) == []
