"""No reading page keeps anyone out: axe-core's rules and ours, on every page, in both languages, colours and sizes."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.by_keyboard import keyboard_faults
from tests.browser.faults import AXE, NARROW, WIDE, Scheme, faults_of, looking
from tests.browser.screens import HOME
from tests.built_pages import paper_addresses, reading_addresses

pytestmark = pytest.mark.browser

SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
CONFIGURATIONS = tuple(product((NARROW, WIDE), SCHEMES))
NAMES = [f"{size[0]}-{scheme}" for size, scheme in CONFIGURATIONS]
HOMES = {"en": "", "es": "es/"}

SMALL_TARGETS = """
() => [...document.querySelectorAll("header :is(a, button, summary, input), nav a, footer a")]
  .filter((target) => target.checkVisibility())
  .filter((target) => Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < 24)
  .map((target) => target.outerHTML)
"""


def all_addresses() -> list[str]:
    """The pages that people read, and the blank papers."""
    return [*reading_addresses(), *paper_addresses()]


def faults_by_page(page: Page, root: str, addresses: list[str]) -> dict[str, list[str]]:
    """What is wrong with each page, with every part that folds unfolded."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(root + address)
        page.evaluate(AXE)
        page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
        found[address] = faults_of(page)
    return {address: faults for address, faults in found.items() if faults}


@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=NAMES)
def test_every_page_is_without_fault_in_one_configuration(
    chromium: Browser, server: Server, configuration: tuple[tuple[int, int], Scheme]
) -> None:
    """Each page in one of the four and in one language, so that all pages and all configurations have their turn."""
    pages = sorted({address.removeprefix("es/") for address in all_addresses()})
    turn = CONFIGURATIONS.index(configuration)
    addresses = [f"{'es/' * (place // 4 % 2)}{pages[place]}" for place in range(turn, len(pages), 4)]
    with looking(chromium, *configuration) as page:
        assert faults_by_page(page, server.url, addresses) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=NAMES)
def test_every_page_is_without_fault_in_every_configuration(
    chromium: Browser, server: Server, configuration: tuple[tuple[int, int], Scheme]
) -> None:
    """The whole product."""
    with looking(chromium, *configuration) as page:
        assert faults_by_page(page, server.url, all_addresses()) == {}


@pytest.fixture(params=list(zip(HOMES, CONFIGURATIONS[::3], strict=True)), ids=["en-320-light", "es-1280-dark"])
def start(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Page]:
    """The start page, in one language and one configuration."""
    language, configuration = request.param
    with looking(chromium, *configuration) as page:
        page.goto(server.url + HOMES[language])
        page.evaluate(AXE)
        yield page


def test_the_opened_search_is_without_fault(start: Page) -> None:
    """With results, and it is a dialog that has a name."""
    start.click("[data-search-open]")
    start.keyboard.type("ICE")
    start.wait_for_selector("[data-search-result] a")
    assert faults_of(start) == []
    assert start.locator("dialog").evaluate(
        "dialog => dialog.getAttribute('aria-labelledby') && dialog.matches(':modal')"
    )
    assert start.evaluate(SMALL_TARGETS) == []


def test_the_opened_menu_is_without_fault(chromium: Browser, server: Server) -> None:
    """On a phone, in both languages."""
    for home, scheme in zip(HOMES.values(), SCHEMES, strict=True):
        with looking(chromium, NARROW, scheme) as page:
            page.goto(server.url + home)
            page.evaluate(AXE)
            page.click(".guide-menu summary")
            assert page.locator(".guide-menu a:visible").count() > 15
            assert faults_of(page) == []
            assert page.evaluate(SMALL_TARGETS) == []


def test_the_page_for_lost_addresses_is_without_fault(chromium: Browser, server: Server) -> None:
    """In both colours."""
    for scheme in SCHEMES:
        with looking(chromium, NARROW, scheme) as page:
            page.goto(f"{server.url}no/such/page/")
            page.evaluate(AXE)
            assert faults_of(page) == []


def test_no_target_of_header_menu_and_footer_is_smaller_than_24_pixels(start: Page) -> None:
    """WCAG 2.2, 2.5.8."""
    assert start.evaluate(SMALL_TARGETS) == []


def test_the_start_page_is_walked_by_keyboard(start: Page) -> None:
    """Each stop is seen and shows its focus, none holds it fast, and what opens is left by Escape."""
    assert keyboard_faults(start) == []


@pytest.mark.thorough
@pytest.mark.parametrize("configuration", CONFIGURATIONS[::3], ids=NAMES[::3])
def test_every_page_is_walked_by_keyboard(
    chromium: Browser, server: Server, configuration: tuple[tuple[int, int], Scheme]
) -> None:
    """So is all of the site, the first questions too."""
    found: dict[str, list[str]] = {}
    with looking(chromium, *configuration) as page:
        for address in (*all_addresses(), *HOME.values()):
            page.goto(server.url + address)
            found[address] = keyboard_faults(page)
    assert {address: faults for address, faults in found.items() if faults} == {}
