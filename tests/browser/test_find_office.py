"""The list of offices is shortened by keyboard, and whole without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server

pytestmark = pytest.mark.browser

SEEN = "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.id)"


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def typed(page: Page, text: str) -> tuple[list[str], list[str]]:
    """What is left of the list when *text* is typed: states, and parts of states."""
    page.focus("#office-filter")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    states: list[str] = page.evaluate(SEEN, "[data-place]")
    parts: list[str] = page.evaluate(SEEN, "[data-part][id]")
    return states, parts


def test_a_state_or_a_county_is_found_by_typing(page: Page, server: Server) -> None:
    """By name, code, other name and without accents; of a split state only the part that holds the county."""
    page.goto(f"{server.url}find-your-office/")
    assert typed(page, "ohio") == (["OH"], [])
    assert page.inner_text(".office-filter [role=status]").startswith("The list shows 1 ")
    assert typed(page, "Brooklyn") == (["NY"], ["NY-NYC"])
    assert page.inner_text(".office-found") == "Kings"
    assert typed(page, "mclennan county") == (["TX"], ["TX-HOU-SNA"])
    assert typed(page, "TX")[0] == ["TX"]
    assert len(typed(page, "TX")[1]) == 6
    assert set(typed(page, "orange")[0]) == {"CA", "NY", "TX"}
    assert typed(page, "zzz") == ([], [])
    assert page.inner_text(".office-filter [role=status]").startswith("Nothing found")
    page.goto(f"{server.url}es/find-your-office/")
    assert typed(page, "nueva york")[0] == ["NY"]
    assert typed(page, "hawai")[0] == ["HI"]
    assert typed(page, "condado de kern") == (["CA"], ["CA-SFR"])


def test_a_court_s_city_leads_to_the_lawyers_office_there(page: Page, server: Server) -> None:
    """And only to that one."""
    page.goto(f"{server.url}opla-offices/")
    assert typed(page, "Lumpkin")[0] == ["GA"]
    shown = page.evaluate(
        "[...document.querySelectorAll('[data-opla]')].filter(e => e.checkVisibility()).map(e => e.dataset.opla)"
    )
    assert shown == ["atlanta_lumpkin"]


def test_what_is_typed_stays_in_the_field(page: Page, server: Server) -> None:
    """Nothing is asked of the server, nothing stands in the address, and the next look at the page starts afresh."""
    page.goto(f"{server.url}find-your-office/")
    page.wait_for_load_state("networkidle")
    asked = len(server.requests)
    typed(page, "harris")
    page.keyboard.press("Enter")
    assert page.url == f"{server.url}find-your-office/"
    assert len(server.requests) == asked
    assert page.evaluate(
        "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)]"
    ) in (
        ["{}", "{}", "null"],
        ["{}", "{}", "{}"],
    )
    page.click(".guide-name")
    page.go_back()
    assert page.input_value("#office-filter") == ""
    assert len(page.evaluate(SEEN, "[data-place]")) == 56


def test_the_map_leads_by_keyboard_to_a_state_that_the_filter_hid(page: Page, server: Server) -> None:
    """A link never leads nowhere."""
    page.goto(f"{server.url}find-your-office/")
    typed(page, "ohio")
    page.focus(".map a[href='#TX-DAL']")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('TX-DAL').checkVisibility()")
    assert page.input_value("#office-filter") == ""
    box = page.locator("#TX-DAL").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 740


def test_without_scripts_the_whole_list_is_there_and_no_dead_field(without_scripts: Page, server: Server) -> None:
    """With the map, whose links need none."""
    page = without_scripts
    page.goto(f"{server.url}find-your-office/")
    assert page.locator("[data-place]:visible").count() == 56
    assert page.locator("#office-filter:visible").count() == 0
    page.click(".map a[href='#MA'] rect")
    assert page.url.endswith("#MA")


def test_on_paper_nothing_lies_over_the_list(page: Page, server: Server) -> None:
    """Neither the link that skips to the content, which is on every page, nor the one that skips the map."""
    page.goto(f"{server.url}find-your-office/")
    page.emulate_media(media="print")
    assert page.locator(".guide-skip").evaluate("link => getComputedStyle(link).display") == "none"
    assert page.locator(".office-skip").evaluate("link => getComputedStyle(link).display") == "none"
    assert not page.is_visible("#office-filter")
    assert page.locator("[data-place]:visible").count() == 56
