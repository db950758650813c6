"""Light or dark: as the device asks, until the reader chooses; the choice holds on every page, the wizard's too."""

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server

pytestmark = pytest.mark.browser

TOGGLE = "[data-scheme-toggle]"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_chosen_colours_hold_on_every_page(page: Page, server: Server, device: str) -> None:
    """And they are all that is kept."""
    page.emulate_media(color_scheme="dark" if device == "dark" else "light")
    page.goto(server.url)
    expect(page.locator(TOGGLE)).to_have_attribute("aria-pressed", str(device == "dark").lower())
    as_the_device = page.evaluate(PAPER)
    page.click(TOGGLE)
    expect(page.locator(TOGGLE)).to_have_attribute("aria-pressed", str(device == "light").lower())
    chosen = page.evaluate(PAPER)
    assert chosen != as_the_device
    for address in ("es/privacy/", "wizard/", "es/wizard/", "all-questions/", ""):
        page.goto(server.url + address)
        assert page.evaluate(PAPER) == chosen, address
    assert page.evaluate("[{ ...localStorage }, { ...sessionStorage }]") == [
        {"guide.scheme": "light" if device == "dark" else "dark"},
        {},
    ]


def test_where_nothing_can_be_kept_the_choice_holds_for_the_page(page: Page, server: Server) -> None:
    """As in a browser that refuses storage."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
    )
    page.goto(server.url)
    before = page.evaluate(PAPER)
    page.click(TOGGLE)
    assert page.evaluate(PAPER) != before
    page.goto(f"{server.url}wizard/")
    assert page.evaluate(PAPER) == before
