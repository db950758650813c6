"""The table of what changed: a table on a desktop and on paper, a list of cards on a phone, and a table to a voice."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.guide.page_text.what_has_changed import NAME, topics
from scripts.site_server import Server
from tests.browser.faults import AXE, NARROW, SCHEMES, WIDE, Scheme, faults_of, looking, looks

pytestmark = pytest.mark.browser

PAGES = (f"{NAME}/", f"es/{NAME}/")
SHAPE = """
() => {
  const table = document.querySelector(".guide-changes");
  const box = (element) => element.getBoundingClientRect();
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(box));
  return {
    stacked: rows.every((cells) => cells.every((cell, place) => !place || cell.top >= cells[place - 1].bottom - 1)),
    beside: rows.every((cells) => cells.every((cell, place) => !place || cell.left >= cells[place - 1].right - 1)),
    inside: rows.flat().every((cell) => cell.left >= 0 && cell.right <= innerWidth),
    wide: document.documentElement.scrollWidth > innerWidth,
    cut: [...table.tBodies[0].querySelectorAll("th, td, strong, time")]
      .filter((part) => getComputedStyle(part).display !== "inline" && part.scrollWidth > part.clientWidth + 1)
      .map((part) => part.outerHTML),
  };
}
"""


def voices(page: Page) -> dict[str, int]:
    """How often each role of a table is told to a screen reader."""
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [node.get("role", {}).get("value", "") for node in nodes if not node.get("ignored")]
    return {role: told.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}


@pytest.mark.parametrize(("address", "size", "scheme"), looks(PAGES, (NARROW, WIDE), SCHEMES))
def test_it_fits_and_stays_a_table_to_a_voice(
    chromium: Browser, server: Server, address: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """On a phone its cells stand below each other, on a desktop beside; and axe-core finds nothing in any colours."""
    with looking(chromium, size, scheme) as page:
        page.goto(server.url + address)
        shape = page.evaluate(SHAPE)
        page.evaluate(AXE)
        assert faults_of(page) == []
        told = voices(page)
    assert shape["stacked" if size == NARROW else "beside"]
    assert (shape["inside"], shape["wide"], shape["cut"]) == (True, False, [])
    count = len(topics())
    assert told == {"table": 1, "row": count + 1, "columnheader": 4, "rowheader": count, "cell": 3 * count}


@pytest.mark.parametrize("address", PAGES)
def test_on_paper_it_is_a_table_that_fits_the_sheet(chromium: Browser, server: Server, address: str) -> None:
    """US Letter without its margins."""
    with looking(chromium, (672, 900), "dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        page.goto(server.url + address)
        shape = page.evaluate(SHAPE)
    assert shape["beside"]
    assert (shape["inside"], shape["wide"], shape["cut"]) == (True, False, [])
