"""Devices that refuse something midway or are set as few are: one can answer there, and nothing typed leaves."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from scripts.site_server import Server
from tests.browser.conftest import CHROMIUM, QUIET, Launch
from tests.browser.faults import looks
from tests.browser.screens import HOME, LANGUAGES, WHOLE
from tests.browser.steps import ZONE, choose, wait_for_python
from tests.browser.test_packet import LETTER, TYPED, papers_of

pytestmark = pytest.mark.browser

SIZES = {"240 px": (240, 320), "500 per cent": (256, 205)}
"""A watch or an old feature phone; a desktop of 1280 by 1024 whose pages are five times as large."""
YEARS = (1999, 2049)
IN_ONE = [pytest.param(code, marks=pytest.mark.thorough if number else ()) for number, code in enumerate(LANGUAGES)]
"""The first language in each run, all with --thorough."""
FORBIDDEN = '{"profile": {"default_content_setting_values": {"cookies": 2}}}'
"""A Chromium in which no site may keep anything: whoever touches storage gets an exception."""
WIDER = """
() => [...document.querySelectorAll("#interview *")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, pre"))
  .filter((one) => { const { left, right } = one.getBoundingClientRect(); return right > innerWidth + 1 || left < -1; })
  .map((one) => one.outerHTML.slice(0, 160))
"""


def to_the_papers(page: Page, server: Server, language: str) -> None:
    """From the first question to the letter, by real presses."""
    papers_of(page, server, language, TYPED)
    expect(page.locator(f"#{LETTER}")).to_contain_text(TYPED["name"])


@pytest.fixture
def little_memory(launch: Launch) -> Iterator[Page]:
    """A page in a Chromium whose WebAssembly may have 6 MB: Python wants 20."""
    page = launch("--js-flags=--wasm-max-mem-pages=100").new_page()
    yield page
    page.close()


def test_where_memory_is_refused_the_page_answers_without_python(little_memory: Page, server: Server) -> None:
    """And says so in a plain sentence."""
    little_memory.goto(f"{server.url}wizard/")
    little_memory.wait_for_selector("[data-python=python_failed]", timeout=30_000)
    for option in ("false", "inside", "detention_problem", "ice_detention"):
        choose(little_memory, option)
    assert little_memory.get_attribute("#interview .card", "data-channel") == "detention_line"


@pytest.mark.parametrize(("language", "year"), looks(LANGUAGES, YEARS))
def test_with_a_clock_that_is_wrong_by_years_a_letter_is_made(
    chromium: Browser, server: Server, language: str, year: int
) -> None:
    """The letter asks for its day, or bears the device's: what a person typed stands in it in any case."""
    context = chromium.new_context(timezone_id=ZONE)
    page = context.new_page()
    page.clock.set_fixed_time(datetime(year, 6, 1, 16, tzinfo=UTC))
    to_the_papers(page, server, language)
    old = page.locator(".guide-stale")
    expect(old.first).to_be_visible(visible=year > 2026)
    context.close()


@pytest.mark.parametrize("language", IN_ONE)
def test_where_storage_is_forbidden_all_goes_as_ever(
    playwright: Playwright, server: Server, tmp_path: Path, language: str
) -> None:
    """The wizard keeps nothing, so that nothing can be missing; what would keep the guide says that it cannot."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(FORBIDDEN)
    context = playwright.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, args=[*QUIET])
    page = context.pages[0]
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(server.url)
    assert page.evaluate("() => { try { return localStorage.length; } catch (error) { return error.name; } }") == (
        "SecurityError"
    )
    to_the_papers(page, server, language)
    page.goto(f"{server.url}offline/")
    expect(page.locator("[data-offline]")).to_have_attribute("data-offline", "none")
    page.goto(server.url + WHOLE[language])
    assert failures == []
    context.close()


@pytest.mark.parametrize("language", IN_ONE)
def test_scripts_that_are_forbidden_midway_take_no_answer_with_them(page: Page, server: Server, language: str) -> None:
    """A press then sends nothing and leads nowhere; after a reload links lead on."""
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    choose(page, "false")
    page.check("#interview [value=inside]")
    address, asked = page.url, len(server.requests)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.locator("#interview .continue").dispatch_event("click")
    page.keyboard.press("Enter")
    page.wait_for_timeout(1000)
    assert (page.url, len(server.requests)) == (address, asked)
    page.reload()
    page.click("#interview .by-link a[data-option=false], #interview a[data-option=false]")
    page.wait_for_url(f"**/{WHOLE[language]}*")
    assert "inside" not in page.url


@pytest.mark.parametrize(("language", "size"), looks(LANGUAGES, list(SIZES)))
def test_on_the_narrowest_windows_a_letter_is_made(chromium: Browser, server: Server, language: str, size: str) -> None:
    """Everything is inside the window, and every button can be pressed."""
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, timezone_id=ZONE)
    page = context.new_page()
    to_the_papers(page, server, language)
    assert page.evaluate(WIDER) == []
    for _ in range(8):
        page.evaluate("window.before = document.querySelector('#interview h1')")
        page.click("[data-back]:visible")
        page.wait_for_function("() => document.querySelector('#interview h1') !== window.before")
        assert page.evaluate(WIDER) == [], page.inner_text("#interview h1")
    context.close()
