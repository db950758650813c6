"""No reading page keeps anyone out: axe-core's rules and ours, on every page, in both languages, colours and sizes."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.faults import AXE, NARROW, WIDE, Scheme, faults_of, looking
from tests.built_pages import paper_addresses, reading_addresses

pytestmark = pytest.mark.browser

SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
CONFIGURATIONS = tuple(product((NARROW, WIDE), SCHEMES))
NAMES = [f"{size[0]}-{scheme}" for size, scheme in CONFIGURATIONS]
HOMES = {"en": "", "es": "es/"}

LOOSE_LINKS = """
() => [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).filter((link) => {
  const style = (element) => getComputedStyle(element);
  const parts = [link, ...link.querySelectorAll("*")];
  const underlined = parts.some((part) => style(part).textDecorationLine.includes("underline"));
  const boxed = style(link).backgroundColor !== "rgba(0, 0, 0, 0)";
  const alone = link.matches(".guide-name") || link.closest("svg");
  return !underlined && !boxed && !alone;
}).map((link) => link.outerHTML)
"""
SMALL_TARGETS = """
() => [...document.querySelectorAll("header :is(a, button, summary, input), nav a, footer a")]
  .filter((target) => target.checkVisibility())
  .filter((target) => Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < 24)
  .map((target) => target.outerHTML)
"""
FOCUSED = """
() => {
  const element = document.activeElement;
  const { width, height, bottom, right } = element.getBoundingClientRect();
  const inWindow = width > 1 && height > 1 && bottom > 0 && right > 0;
  const seen = inWindow && element.checkVisibility({ visibilityProperty: true });
  return [element === document.body, seen, element.outerHTML.slice(0, 120)];
}
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
    """Each page in two of the four, one a language, so that all pages and all configurations have their turn."""
    pages = sorted(address.removeprefix("es/") for address in all_addresses())
    pages = list(dict.fromkeys(pages))
    turn = CONFIGURATIONS.index(configuration)
    english = [address for place, address in enumerate(pages) if place % 4 == turn]
    spanish = [f"es/{address}" for place, address in enumerate(pages) if (place + 2) % 4 == turn]
    with looking(chromium, *configuration) as page:
        assert faults_by_page(page, server.url, english + spanish) == {}


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


def test_no_link_is_told_by_its_colour_alone(start: Page) -> None:
    """It is underlined, or it is a button with a ground of its own."""
    assert start.evaluate(LOOSE_LINKS) == []


def test_no_target_of_header_menu_and_footer_is_smaller_than_24_pixels(start: Page) -> None:
    """WCAG 2.2, 2.5.8."""
    assert start.evaluate(SMALL_TARGETS) == []


def test_every_stop_of_the_tab_key_is_seen(start: Page) -> None:
    """Nothing that is hidden takes focus."""
    stops: dict[str, bool] = {}
    for _ in range(200):
        start.keyboard.press("Tab")
        ended, seen, element = start.evaluate(FOCUSED)
        if ended:
            break
        stops[element] = seen
    assert len(stops) > 15
    assert [element for element, seen in stops.items() if not seen] == []
