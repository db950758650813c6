"""Whatever does not arrive, the person gets to an answer, and one plain sentence says what is missing."""

from fnmatch import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from scripts.site_server import Fault, Server, serve
from tests.browser.conftest import Launch
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.chromium import ChromiumTab
from tests.browser.engines.firefox import FirefoxTab
from tests.browser.engines.tab import Tab, wait
from tests.browser.screens import SENDER
from tests.browser.steps import choose, clear, go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

SAY = wording("en")
RUNTIME = ("worker.*", "pyodide.*.mjs", "pyodide.asm.*.mjs", "pyodide.asm.*.wasm", "python.*")
COMES_OF = {
    Fault.NOT_FOUND: "python_failed",
    Fault.ABORT: "python_failed",
    Fault.STALL: "python_failed",
    Fault.TRUNCATE: "python_failed",
    Fault.FLIP_BIT: "python_failed",
    Fault.LOGIN_PAGE: "python_failed",
    Fault.WRONG_TYPE: "python_ready",  # the bytes are checked, not what a host calls them
    Fault.CRAWL: "python_loading",
    Fault.FADE: "python_loading",
}
"""What the page says in the end, or, where a file comes at a kilobyte a second, for as long as anyone waits."""
EVERY_DAY = {
    ("worker.*", Fault.NOT_FOUND),
    ("worker.*", Fault.LOGIN_PAGE),
    ("pyodide.asm.*.mjs", Fault.ABORT),
    ("pyodide.asm.*.wasm", Fault.STALL),
    ("pyodide.asm.*.wasm", Fault.FLIP_BIT),
    ("pyodide.asm.*.wasm", Fault.WRONG_TYPE),
    ("pyodide.asm.*.wasm", Fault.CRAWL),
    ("python.*", Fault.TRUNCATE),
}
"""Every kind of fault, and nearly every kind of file, at least once; --thorough has all of them."""
MATRIX = [
    pytest.param(file, fault, marks=[] if (file, fault) in EVERY_DAY else pytest.mark.thorough, id=f"{file} {fault}")
    for file in RUNTIME
    for fault in Fault
]
PLAIN = {name: SAY(f"ui.{name}") for name in ("python_loading", "python_ready", "python_failed")}
"""Each of them says that Python is there, or that one can go on without it."""
TO_THE_LINE = ("false", "detention_problem", "ice_detention")
"""Without Python nobody is asked who calls; with it, `SENDER` follows."""


def wait_for_the_plain_sentence(page: Page, name: str = "python_failed") -> None:
    """Waits until the page says, to be seen, that it goes on without Python, or another of PLAIN."""
    page.wait_for_selector(f"[data-python={name}] [data-say={name}]", timeout=60_000)
    assert page.inner_text(f"[data-say={name}]").strip() == PLAIN[name]


def assert_the_line_is_reached(page: Page, *, by_python: bool = False) -> None:
    """Answers from the first question to the card."""
    for option in TO_THE_LINE:
        choose(page, option)
    if by_python:
        choose(page, SENDER)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


def test_the_matrix_has_every_file_and_every_fault(site: Path) -> None:
    """A file that is new in the runtime is spoiled too, in every way."""
    files = {file.name for file in (site / "wizard" / "runtime").iterdir() if file.suffix not in {".br", ".gz"}}
    assert {name for name in files if not any(fnmatch(name, pattern) for pattern in RUNTIME)} == set()
    assert COMES_OF.keys() == set(Fault)


@pytest.mark.parametrize(("file", "fault"), MATRIX)
def test_whatever_comes_of_a_file_of_python_the_page_answers(
    page: Page, guide: Server, file: str, fault: Fault
) -> None:
    """A plain sentence stands there within ten seconds, the right one in the end, and the person gets to the card."""
    guide.faults[f"/wizard/runtime/{file}"] = fault
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("html.started")
    said = page.wait_for_selector(", ".join(f"[data-say={name}]:visible" for name in PLAIN), timeout=10_000)
    assert said is not None
    assert said.inner_text().strip() in PLAIN.values()
    choose(page, TO_THE_LINE[0])
    if COMES_OF[fault] != "python_loading":
        wait_for_the_plain_sentence(page, COMES_OF[fault])
    for option in TO_THE_LINE[1:]:
        choose(page, option)
    if not page.is_visible("#interview .card"):
        choose(page, SENDER)  # Python is there: it was not hurt, or a small file crawled here meanwhile
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"
    if fault is Fault.CRAWL and "wasm" in file:
        wait_for_the_plain_sentence(page, "python_loading")


@pytest.mark.thorough
def test_with_its_own_patience_the_page_says_at_once_that_one_can_start(page: Page, server: Server) -> None:
    """The line goes quiet: the page gives Python up after its twenty seconds, and the person never had to wait."""
    server.faults["/wizard/runtime/pyodide.asm.*.wasm"] = Fault.STALL
    page.goto(f"{server.url}wizard/")
    page.wait_for_selector("[data-say=python_loading]:visible", timeout=10_000)
    assert_the_line_is_reached(page)
    wait_for_the_plain_sentence(page, "python_loading")
    wait_for_the_plain_sentence(page)


def test_clearing_without_python_clears_what_was_ticked_at_hand(page: Page, guide: Server) -> None:
    """The next person at this device sees no tick of the one before."""
    guide.faults["/wizard/runtime/*"] = Fault.NOT_FOUND
    page.goto(f"{guide.url}wizard/")
    wait_for_the_plain_sentence(page)
    assert_the_line_is_reached(page)
    page.locator("#interview .checklist input").first.check()
    clear(page)
    page.wait_for_selector("#interview [data-question=emergency]")
    assert_the_line_is_reached(page)
    assert page.locator("#interview .checklist input:checked").count() == 0
    assert page.locator("#interview .checklist input").count() > 0


@pytest.mark.thorough
def test_wrong_types_of_all_files_do_no_harm(page: Page, guide: Server) -> None:
    """Of a host that knows no type at all."""
    guide.faults["/wizard/runtime/*"] = Fault.WRONG_TYPE
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


@pytest.mark.parametrize(
    "fault", [Fault.NOT_FOUND, Fault.STALL, pytest.param(Fault.FLIP_BIT, marks=pytest.mark.thorough)]
)
def test_without_the_script_of_the_page_links_lead_on(chromium: Browser, guide: Server, fault: Fault) -> None:
    """Fields that nothing reads are replaced by links, within ten seconds, and these lead to the card."""
    page = chromium.new_page()
    guide.faults["/wizard/assets/wizard.*.js"] = fault
    page.goto(f"{guide.url}wizard/", wait_until="commit")
    page.wait_for_selector("#by-link:visible", timeout=12_000)
    assert page.inner_text("#by-link").startswith(SAY("ui.page_by_link"))
    for option in (TO_THE_LINE[0], "inside", *TO_THE_LINE[1:]):
        page.click(f".by-link a[data-option={option}]:visible", timeout=15_000)
    assert page.get_attribute(".card:visible", "data-channel") == "detention_line"
    page.close()


@pytest.mark.parametrize("fault", [Fault.NOT_FOUND, pytest.param(Fault.FLIP_BIT, marks=pytest.mark.thorough)])
def test_without_the_early_script_the_fields_still_work(page: Page, guide: Server, fault: Fault) -> None:
    """The script that hides the links before the first paint is not needed by the one that reads the fields."""
    guide.faults["/wizard/assets/first.*.js"] = fault
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


def begin(tab: Tab, url: str) -> None:
    """Goes to *url*, and waits for nothing."""
    if isinstance(tab, ChromiumTab):
        tab.page.goto(url, wait_until="commit")
    elif isinstance(tab, FirefoxTab):
        tab.ask("begin", url)


@pytest.mark.parametrize("fault", [Fault.NOT_FOUND, pytest.param(Fault.WRONG_TYPE, marks=pytest.mark.thorough)])
def test_without_its_style_sheets_the_page_still_answers(page: Page, guide: Server, fault: Fault) -> None:
    """It is ugly, and it works."""
    guide.faults["/wizard/assets/*.css"] = fault
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


STALLING_SHEETS = [
    "wizard/ wizard/assets/wizard.*.css",
    pytest.param("es/privacy/ wizard/assets/palette.*.css", marks=pytest.mark.thorough),
    pytest.param("es/privacy/ assets/guide/site.css", marks=pytest.mark.thorough),
    pytest.param("all-questions/ wizard/assets/whole.*.css", marks=pytest.mark.thorough),
]


@pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])
@pytest.mark.parametrize("stalling", STALLING_SHEETS)
def test_a_style_sheet_that_stalls_leaves_no_blank_page(
    engine: Engine, stalling: str, playwright: Playwright, guide: Server, tmp_path: Path
) -> None:
    """Within ten seconds the page is painted, and says why it looks plain. Firefox gives the sheet up for that."""
    address, sheet = stalling.split()
    guide.faults[f"/{sheet}"] = Fault.STALL
    with tab_of(engine, playwright, tmp_path) as tab:
        begin(tab, f"{guide.url}{address}")
        wait(tab, "() => performance.getEntriesByName('first-contentful-paint').length", patience=12)
        wait(tab, "() => document.getElementById('plain')?.offsetParent != null", patience=12)
        stale = "() => [...document.querySelectorAll('.guide-stale')].filter((told) => told.offsetParent).length"
        assert tab.run(stale) == 0, "that the guide is old is said only where it is"


def test_python_that_dies_midway_loses_no_answer(page: Page, guide: Server) -> None:
    """A worker that ends without a word is noticed at the next answer, which still counts."""
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    for option in TO_THE_LINE[:2]:
        choose(page, option)
    page.workers[0].evaluate("() => self.close()")
    choose(page, TO_THE_LINE[2])
    wait_for_the_plain_sentence(page)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"
    page.click("[data-back]")
    page.wait_for_selector("#interview [data-question=custody] [value=ice_detention]:checked")


def test_python_that_dies_while_the_language_changes_is_given_up(page: Page, guide: Server) -> None:
    """The page keeps its language and its answers, and says that Python is gone."""
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    page.workers[0].evaluate("() => self.close()")
    page.click("[data-language=es]")
    wait_for_the_plain_sentence(page)
    for option in TO_THE_LINE[1:]:
        choose(page, option)


def test_whoever_saves_data_is_asked_first(page: Page, guide: Server) -> None:
    """The megabytes are fetched after a press, and the interview works without it."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    page.goto(f"{guide.url}wizard/")
    page.wait_for_selector("[data-say=python_ask]")
    choose(page, "false")
    assert not any("/runtime/" in request.path for request in guide.requests)
    page.click("[data-load]")
    wait_for_python(page)
    assert sum("/runtime/" in request.path for request in guide.requests) == len(RUNTIME)


def test_on_a_slow_line_answering_begins_before_python_is_there(page: Page, impatient: Path) -> None:
    """Python takes over in silence: no other screen, no other focus, no answer lost."""
    with serve(impatient, throttle=(1_500_000.0, 0.05)) as slow:
        page.goto(f"{slow.url}wizard/")
        choose(page, "false")
        choose(page, "inside")
        assert page.get_attribute("[data-python]", "data-python") == "python_loading"
        page.check("#interview [value=detention_problem]")
        page.evaluate("() => { window.before = [document.querySelector('#interview > *'), document.activeElement]; }")
        wait_for_python(page)
        now = "[document.querySelector('#interview > *'), document.activeElement]"
        assert page.evaluate(f"() => {now}.every((element, index) => element === window.before[index])")
        assert page.is_checked("#interview [value=detention_problem]")
        go_on(page)
        assert page.text_content(".answers dd >> nth=0") != ""
        for option in (*TO_THE_LINE[2:], SENDER):
            choose(page, option)
        assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


def test_without_webassembly_nothing_is_fetched_and_the_page_answers(launch: Launch, guide: Server) -> None:
    """As in iOS's Lockdown Mode: the plain sentence at once, and then the card."""
    page = launch("--js-flags=--jitless").new_page()
    page.goto(f"{guide.url}wizard/")
    wait_for_the_plain_sentence(page)
    assert not any("/runtime/" in request.path for request in guide.requests)
    assert_the_line_is_reached(page)
    page.close()
