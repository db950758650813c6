"""What is pressed while the questions are still arriving: it must not end the arriving, and it must not be lost.

On a line of 8 kB a second, from a host that does not compress, the questions after the first take over two minutes.
Here the line gives 30 kB a second, uncompressed, and becomes fast once all that matters was pressed.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.site_server import Server, Throttle, serve
from tests.browser.screens import WHOLE
from tests.browser.site_copy import site_with
from tests.browser.steps import choose, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

SPEED = 30_000
"""Bytes a second."""
TO_THE_LINE = ("inside", "detention_problem", "ice_detention", "self")
SLOWEST = Throttle(8_000, 0.05)
LONG = f"<!--{'long' * 100_000}-->"
"""Makes the wizard's page one that takes a while to arrive, behind its first question."""


@pytest.fixture
def slow(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site on a slow line, uncompressed where it counts; the parameter is another speed, in bytes a second."""
    speed = getattr(request, "param", SPEED)
    copy = site_with(site, tmp_path / "site")
    for packed in copy.rglob("all-questions/index.html.*"):
        packed.unlink()
    with serve(copy, throttle=(speed, 0.05)) as running:
        yield running


def open_first_screen(page: Page, server: Server) -> None:
    """Opens the wizard, and waits until the first question can be answered."""
    page.goto(f"{server.url}wizard/", wait_until="commit")
    page.wait_for_selector("#n1 .continue")


def go_on_to_the_line(page: Page) -> None:
    """From the needs to the card."""
    page.wait_for_selector("#interview [data-question=need_groups]")
    for option in TO_THE_LINE:
        choose(page, option)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


@pytest.mark.parametrize(
    "slow", [SPEED, pytest.param(SLOWEST.bytes_per_second, marks=pytest.mark.thorough)], indirect=True
)
def test_continue_pressed_while_the_questions_arrive_is_kept_and_ends_nothing(page: Page, slow: Server) -> None:
    """Before the page's script is there and after: the person is told below the button, and it goes on by itself."""
    open_first_screen(page, slow)
    page.check("#n1 [name=answer][value=false]")
    page.click("#n1 .continue")
    for selector in ("html", "html.started"):
        page.wait_for_selector(selector, timeout=120_000)
        page.click("#n1 .continue")
        assert page.inner_text("#n1 .continue + .arriving") == wording("en")("ui.page_arriving")
        expect(page.locator("#n1 .arriving")).to_be_in_viewport(ratio=1)
        assert page.is_checked("#n1 [name=answer][value=false]")
    assert slow.site.throttle, "the line became fast too early to prove anything"
    slow.site.throttle = None
    page.wait_for_selector("#interview [data-question=need_groups]")
    wait_for_python(page)
    go_on_to_the_line(page)
    assert page.locator(".arriving, [data-pressed]").count() == 0
    for _ in ("false", *TO_THE_LINE):
        page.go_back()
    page.wait_for_selector("#interview [data-question=emergency] [value=false]:checked")


def test_continue_pressed_without_a_choice_says_so_before_the_questions_are_there(page: Page, slow: Server) -> None:
    """As it does at any other time."""
    open_first_screen(page, slow)
    page.click("#n1 .continue")
    page.wait_for_selector("#interview [data-question=emergency] .problem:focus")
    page.check("#n1 [name=answer][value=false]")
    page.click("#n1 .continue")
    page.wait_for_selector("#n1 .continue + .arriving")
    slow.site.throttle = None
    page.wait_for_selector("#interview [data-question=need_groups]")


def test_a_press_that_is_cleared_is_not_kept(page: Page, slow: Server) -> None:
    """Nothing goes on by itself after "Clear everything", and the next press counts."""
    open_first_screen(page, slow)
    page.wait_for_selector("html.started")
    page.check("#n1 [name=answer][value=false]")
    page.click("#n1 .continue")
    page.wait_for_selector("#n1 .continue + .arriving")
    page.click("[data-clear]")
    page.wait_for_selector(".told")
    slow.site.throttle = None
    wait_for_python(page)
    assert page.get_attribute("#interview form", "data-question") == "emergency"
    assert page.locator("#interview :checked, .arriving, .problem:visible").count() == 0
    choose(page, "false")


def test_a_number_dialled_while_the_questions_arrive_ends_nothing(page: Page, slow: Server) -> None:
    """The page is whole, and goes on taking what it waits for."""
    open_first_screen(page, slow)
    page.wait_for_selector("html.started")
    page.check("#n1 [name=answer][value=false]")
    page.click(".danger a")
    page.wait_for_timeout(500)
    page.evaluate("document.querySelector('#n1 .continue').click()")  # the browser may just be asking who is to dial
    slow.site.throttle = None
    page.wait_for_selector("#interview [data-question=need_groups]")
    wait_for_python(page)


def test_a_number_dialled_while_the_page_arrives_leaves_a_way_on(
    chromium: Browser, slow: Server, tmp_path: Path
) -> None:
    """Dialling cannot wait, and browsers then load no further: the page says so, and can be loaded again."""
    file = tmp_path / "site" / "wizard" / "index.html"
    file.write_text(file.read_text("utf-8").replace('<div id="bottom">', f'{LONG}<div id="bottom">'), "utf-8")
    with closing(chromium.new_context(viewport={"width": 360, "height": 740})) as context:
        page = context.new_page()
        open_first_screen(page, slow)
        page.click(".danger a")
        page.wait_for_selector("#cut:visible")
        assert page.locator("#bottom").count() == 0
        assert page.inner_text("#cut").startswith(wording("en")("ui.page_cut"))
        slow.site.throttle = None
        page.evaluate("document.querySelector('#cut a').click()")  # the browser may just be asking who is to dial
        wait_for_python(page)
        assert page.is_hidden("#cut")


def test_the_screens_are_asked_for_first_and_python_waits_for_them(page: Page, slow: Server) -> None:
    """The page is sealed after the last of them, and once."""
    open_first_screen(page, slow)
    page.wait_for_selector("html.started")
    slow.site.throttle = None
    wait_for_python(page)
    paths = [request.path for request in slow.requests]
    assert paths.index(f"/{WHOLE['en']}") < min(at for at, path in enumerate(paths) if "/runtime/" in path)
    assert page.evaluate("performance.getEntriesByName(new URL('../all-questions/', location.href))[0].responseEnd") > 0
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 2
