"""What is pressed while the page is still arriving: it must not end the arriving, and it must not be lost.

On a line of 8 kB a second the page takes over three minutes where the host does not compress it, and seven seconds
where it does. Here it takes some twenty-five seconds: uncompressed, at 60 kB a second. A thorough test is slower.
"""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.site_server import Server, serve
from tests.browser.screens import nodes
from tests.browser.site_copy import site_with
from tests.browser.steps import choose, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

SPEED = 60_000
"""Bytes a second."""
TO_THE_LINE = ("inside", "detention_problem", "ice_detention", "self")
ARRIVED = "() => document.readyState !== 'loading'"
SECTIONS = """
() => {
  new MutationObserver(() => {
    window.most = Math.max(window.most ?? 0, document.querySelectorAll(".screen").length);
  }).observe(document, { childList: true, subtree: true });
}
"""
"""Counts the sections in the page, which keeps one of them when the wizard's script takes over."""


@pytest.fixture
def slow(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site on a slow line, its wizard uncompressed; the parameter is another speed, in bytes a second."""
    speed = getattr(request, "param", SPEED)
    with serve(site_with(site, tmp_path / "site"), throttle=(speed, 0.05)) as running:
        yield running


def open_first_screen(page: Page, server: Server) -> float:
    """Opens the wizard, and returns the time at which the first question could be answered."""
    page.add_init_script(f"({SECTIONS})()")
    page.goto(f"{server.url}wizard/", wait_until="commit")
    page.wait_for_selector("#n1 .continue")
    return time.monotonic()


def await_the_rest(page: Page, server: Server, since: float) -> None:
    """Waits until the page is whole and Python there; the line is fast from then on."""
    page.wait_for_function(ARRIVED, timeout=400_000)
    took = time.monotonic() - since
    server.site.throttle = None
    assert took > 15, "the page came too fast to prove anything"
    assert page.evaluate("window.most") == len(nodes())
    wait_for_python(page)


def go_on_to_the_line(page: Page) -> None:
    """From the needs to the card."""
    page.wait_for_selector("#interview [data-question=need_groups]")
    for option in TO_THE_LINE:
        choose(page, option)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


@pytest.mark.parametrize("slow", [SPEED, pytest.param(8_000, marks=pytest.mark.thorough)], indirect=True)
def test_continue_pressed_while_the_page_arrives_is_kept_and_ends_nothing(page: Page, slow: Server) -> None:
    """The person is told below the button, and the interview goes on by itself with what was chosen."""
    since = open_first_screen(page, slow)
    page.check("#n1 [name=answer][value=false]")
    presses = 0
    while not page.evaluate(ARRIVED):
        if page.is_visible("#n1 .continue"):
            page.click("#n1 .continue")
            presses += 1
            assert page.inner_text("#n1 .continue + .arriving") == wording("en")("ui.page_arriving")
            expect(page.locator("#n1 .arriving")).to_be_in_viewport(ratio=1)
            assert page.is_checked("#n1 [name=answer][value=false]")
        page.wait_for_timeout(1000)
    assert presses > 3
    await_the_rest(page, slow, since)
    go_on_to_the_line(page)
    assert page.locator(".arriving, [data-pressed]").count() == 0
    for _ in ("false", *TO_THE_LINE):
        page.go_back()
    page.wait_for_selector("#interview [data-question=emergency] [value=false]:checked")


@pytest.mark.thorough
def test_continue_pressed_without_a_choice_says_so_when_the_page_is_there(page: Page, slow: Server) -> None:
    """As it does at any other time."""
    since = open_first_screen(page, slow)
    page.click("#n1 .continue")
    await_the_rest(page, slow, since)
    page.wait_for_selector("#interview [data-question=emergency] .problem:focus")


@pytest.mark.thorough
def test_links_and_the_browser_s_back_end_nothing_either(page: Page, slow: Server) -> None:
    """The links that come after some seconds lead on, and a way that was gone by them counts more than a press."""
    since = open_first_screen(page, slow)
    page.check("#n1 [name=answer][value=true]")
    page.click("#n1 .continue")
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.click("#n1 .by-link [data-option=false]", timeout=15_000)
    page.wait_for_function("() => location.hash === '#n3'")
    page.go_back(wait_until="commit")
    page.wait_for_timeout(500)
    page.go_forward(wait_until="commit")
    page.wait_for_timeout(500)
    assert not page.evaluate(ARRIVED)
    await_the_rest(page, slow, since)
    go_on_to_the_line(page)
    assert page.evaluate("location.hash") == ""


def test_a_number_dialled_while_the_page_arrives_leaves_a_way_on(chromium: Browser, slow: Server) -> None:
    """Dialling cannot wait, and browsers then load no further: the page says so, and can be loaded again."""
    with closing(chromium.new_context(viewport={"width": 360, "height": 740})) as context:
        page = context.new_page()
        open_first_screen(page, slow)
        page.click(".danger a")
        page.wait_for_selector("#cut:visible")
        assert page.locator(".screen").count() < len(nodes())
        assert page.inner_text("#cut").startswith(wording("en")("ui.page_cut"))
        slow.site.throttle = None
        page.evaluate("document.querySelector('#cut a').click()")  # the browser may just be asking who is to dial
        wait_for_python(page)
        assert page.is_hidden("#cut")
