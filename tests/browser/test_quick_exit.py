"""The quick exit: blanks the page at once, forgets everything, and puts another page in place of this one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from scripts.site_server import Fault, Server, serve
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.tab import Tab, wait
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.faults import looks
from tests.browser.from_one_file import OneFile, served
from tests.browser.site_copy import site_with
from tests.browser.steps import choose, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

SAY = wording("en")
SPOKEN = "[data-spoken]"
WIPED = "() => !document.querySelector('#interview') && !/detention/i.test(document.documentElement.innerHTML)"
SHORTLY = 5.0  # seconds after which a key press is forgotten


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The place to go: a plain page."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text("<!doctype html><title>Elsewhere</title><p>Weather")
    with serve(folder) as running:
        yield running


@pytest.fixture(scope="module")
def guide(
    site: Path, elsewhere: Server, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Server | OneFile]:
    """The site, whose quick exit leads to the place that answers."""
    copy = site_with(site, tmp_path_factory.mktemp("guide") / "site", leave=elsewhere.url)
    with served(copy, request.config) as running:
        yield running


@pytest.fixture(scope="module")
def guide_to_nowhere(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site, whose quick exit leads to a place that takes the call and never says a word."""
    folder = tmp_path_factory.mktemp("nowhere")
    (folder / "index.html").write_text("")
    silent = serve(folder, throttle=(1.0, 3600.0))
    with silent as nowhere, serve(site_with(site, folder / "site", leave=nowhere.url)) as running:
        yield running


def press_the_button(tab: Tab) -> None:
    """Presses the button."""
    tab.click("[data-leave]")


def press_shift_three_times(tab: Tab) -> None:
    """Presses the Shift key three times."""
    for _ in range(3):
        tab.press("Shift")


@pytest.mark.parametrize(("engine", "leave"), looks(list(Engine), [press_the_button, press_shift_three_times]))
def test_the_page_is_replaced(
    engine: Engine, leave: Callable[[Tab], None], playwright: Playwright, guide: Server, tmp_path: Path
) -> None:
    """By button or keys another page stands in its place; Back leads to the wizard as it was before any answer."""
    with tab_of(engine, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{guide.url}wizard/")
        for option in ("false", "inside", "detention_problem"):
            wizard.answer(option)
        entries = tab.run("() => history.length")
        away = tab.run("() => document.querySelector('[data-leave]').href")
        leave(tab)
        wait(tab, "url => location.href === url", away)
        assert tab.run("() => history.length") == entries
        tab.back()
        wait(tab, "() => document.querySelector('[data-python]')?.dataset.python === 'python_ready'")
        look = wizard.look()
        assert (look["screen"], look["chosen"], look["changes"]) == ("emergency", 0, [])


def in_the_middle(page: Page, server: Server) -> Page:
    """A wizard with Python, two answers on."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    choose(page, "detention_problem")
    return page


LEAVE_AND_LOOK_AROUND = f"""async () => {{
    const wiped = {WIPED};
    for (const kind of ["keydown", "keyup", "keydown", "keyup", "keydown", "keyup"]) {{
        document.body.dispatchEvent(new KeyboardEvent(kind, {{ key: "Shift", bubbles: true }}));
    }}
    const atOnce = [wiped(), document.body.innerText.trim()];
    await new Promise(done => setTimeout(done, 500));
    return [...atOnce, wiped()];
}}"""
"""While another page is on its way Playwright asks nothing more of this one, so all is asked at once.

A press by code on a link would lead nowhere: guard.js."""


def test_it_blanks_at_once_where_the_other_page_never_comes(page: Page, guide_to_nowhere: Server) -> None:
    """No answer and no question is left in the page after the press, and Python is gone."""
    in_the_middle(page, guide_to_nowhere)
    ended: list[bool] = []
    page.workers[0].on("close", lambda _: ended.append(True))
    assert page.evaluate(LEAVE_AND_LOOK_AROUND) == [True, SAY("ui.quick_exit_done"), True]
    assert ended == [True]


def test_it_blanks_while_python_is_on_its_way(page: Page, site: Path, guide_to_nowhere: Server) -> None:
    """Also someone who leaves before Python is there leaves nothing behind."""
    wasm = next((site / "wizard" / "runtime").glob("*.wasm")).name
    guide_to_nowhere.faults[f"*/{wasm}"] = Fault.STALL
    page.goto(f"{guide_to_nowhere.url}wizard/")
    page.wait_for_selector("[data-python=python_loading]")
    choose(page, "false")
    assert page.evaluate(LEAVE_AND_LOOK_AROUND) == [True, SAY("ui.quick_exit_done"), True]
    guide_to_nowhere.faults.clear()


def test_each_press_of_shift_is_announced(page: Page, guide: Server, elsewhere: Server) -> None:
    """Two more, one more, and away; each is told to screen readers in a live region."""
    in_the_middle(page, guide)
    assert page.get_attribute(SPOKEN, "aria-live") == "polite"
    page.keyboard.press("Shift")
    assert page.text_content(SPOKEN) == SAY("ui.shift_two")
    page.keyboard.press("Shift")
    assert page.text_content(SPOKEN) == SAY("ui.shift_one")
    page.keyboard.press("Shift")
    page.wait_for_url(elsewhere.url)


def test_presses_that_are_far_apart_do_not_count(page: Page, guide: Server) -> None:
    """After five seconds the presses are forgotten, and that is said; three new ones are needed."""
    page.clock.install()
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    for _ in range(2):
        page.keyboard.press("Shift")
    page.clock.fast_forward(int(SHORTLY * 1000) + 1)
    assert page.text_content(SPOKEN) == SAY("ui.shift_expired")
    for _ in range(2):
        page.keyboard.press("Shift")
    assert page.text_content(SPOKEN) == SAY("ui.shift_one")
    assert page.url == f"{guide.url}wizard/"


@pytest.mark.parametrize("keys", ["Shift+a", "Shift+Tab", "Control+Shift"])
def test_shift_with_another_key_does_not_count(page: Page, guide: Server, keys: str) -> None:
    """Capital letters, going back by Tab, and shortcuts do not throw anyone out."""
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    for _ in range(4):
        page.keyboard.press(keys)
    assert page.text_content(SPOKEN) == ""
    assert page.url == f"{guide.url}wizard/"


@pytest.mark.parametrize("act", ["click", "wheel"])
def test_shift_held_for_the_mouse_does_not_count(page: Page, guide: Server, act: str) -> None:
    """Choosing with Shift held, or scrolling to the side with it, throws nobody out; three bare presses then do."""
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    page.mouse.move(5, 5)
    for _ in range(4):
        page.keyboard.down("Shift")
        if act == "click":
            page.mouse.click(5, 5)
        else:
            page.mouse.wheel(0, 40)
            page.wait_for_timeout(100)
        page.keyboard.up("Shift")
    assert page.text_content(SPOKEN) == ""
    assert page.url == f"{guide.url}wizard/"


@pytest.mark.parametrize("field", ["input", "textarea", "div"])
def test_shift_in_a_text_field_does_not_count(page: Page, guide: Server, field: str) -> None:
    """A phone's keyboard sends its Shift by itself before a capital letter: a name is written, nobody leaves."""
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    page.evaluate(
        """field => {
          const typed = document.createElement(field);
          Object.assign(typed, { id: "typed", contentEditable: "true" });
          document.querySelector("main").append(typed);
        }""",
        field,
    )
    page.focus("#typed")
    for _ in range(4):
        page.keyboard.press("Shift")
    assert page.text_content(SPOKEN) == ""
    assert page.url == f"{guide.url}wizard/"


def test_a_box_that_is_ticked_is_no_text_field(page: Page, guide: Server, elsewhere: Server) -> None:
    """Who has just chosen an answer by the keyboard can leave from there."""
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    page.focus("#interview [name=answer]")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(elsewhere.url)


def test_another_key_between_the_presses_starts_anew(page: Page, guide: Server) -> None:
    """Shift, Shift, a letter, Shift is writing, not leaving."""
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    for key in ("Shift", "Shift", "a", "Shift"):
        page.keyboard.press(key)
    assert page.text_content(SPOKEN) == SAY("ui.shift_two")


def test_without_javascript_it_is_a_plain_link(chromium: Browser, guide: Server, elsewhere: Server) -> None:
    """The button leads away, and tells the other page nothing of where the person was."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{guide.url}wizard/")
    before = len(elsewhere.requests)
    page.click("a.leave")
    page.wait_for_url(elsewhere.url)
    arrivals = [request for request in list(elsewhere.requests)[before:] if request.path == "/"]
    assert arrivals
    assert all("referer" not in request.headers for request in arrivals)
    context.close()
