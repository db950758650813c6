"""Whose the guide is not is seen without scrolling on a phone, on every page, and again on paper."""

import pytest
from playwright.sync_api import Browser, Page

from scripts.guide.blank_papers import SENT
from scripts.site_server import Server
from tests.browser.faults import looking
from tests.built_pages import addresses, paper_addresses
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.browser

PHONE = (360, 640)
SEEN = """
(words) => {
  const lines = [...document.querySelectorAll("header p")].filter((line) => line.innerText.includes(words));
  return lines.map((line) => {
    const { top, bottom, left, right, height } = line.getBoundingClientRect();
    const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && height > 0;
    return inside && line.checkVisibility() && parseFloat(getComputedStyle(line).fontSize) >= 11;
  });
}
"""
"""Whether each line with *words* stands wholly in the window, in letters that can be read."""


def places(page: Page, root: str, language: str) -> dict[str, list[bool]]:
    """For every page in *language*, whether its line is seen."""
    words = wording(language)("ui.not_government")
    found: dict[str, list[bool]] = {}
    for address in [*addresses(), *paper_addresses(), "no/such/page/"]:
        if address.startswith("es/") == (language == "es") or address.startswith("no/"):
            page.goto(root + address)
            found[address] = page.evaluate(SEEN, words)
    return found


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_line_is_seen_at_once_on_every_page(chromium: Browser, server: Server, medium: str, language: str) -> None:
    """Once, and whole; but on paper, on none that goes out to others: it is its sender's own."""
    with looking(chromium, PHONE, "light") as page:
        page.emulate_media(media="print" if medium == "print" else "screen")
        seen = places(page, server.url, language)
    assert len(seen) > 25
    sent = {address for address in seen if medium == "print" and address.rpartition("/")[2].startswith(SENT)}
    assert {address: lines for address, lines in seen.items() if lines != [True] and address not in sent} == {}
    assert all(True not in seen[address] for address in sent)
