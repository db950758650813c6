"""Whatever does not arrive, the person gets to an answer, and one plain sentence says what is missing."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Fault, Server, serve
from tests.browser.conftest import Launch
from tests.browser.screens import SENDER
from tests.browser.steps import choose, go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

SAY = wording("en")
RUNTIME = ("worker.*", "pyodide.*.mjs", "pyodide.asm.*.mjs", "pyodide.asm.*.wasm", "python.*")
EVERY_DAY = {
    ("worker.*", Fault.NOT_FOUND),
    ("pyodide.asm.*.mjs", Fault.ABORT),
    ("pyodide.asm.*.wasm", Fault.STALL),
    ("pyodide.asm.*.wasm", Fault.FLIP_BIT),
    ("python.*", Fault.TRUNCATE),
    ("python.*", Fault.FLIP_BIT),
}
"""Every kind of fault, and every kind of file, at least once; --thorough has all of them."""
MATRIX = [
    pytest.param(file, fault, marks=[] if (file, fault) in EVERY_DAY else pytest.mark.thorough, id=f"{file} {fault}")
    for file in RUNTIME
    for fault in Fault
    if fault is not Fault.WRONG_TYPE
]
TO_THE_LINE = ("false", "detention_problem", "ice_detention")
"""Without Python nobody is asked who calls; with it, `SENDER` follows."""


def wait_for_the_plain_sentence(page: Page) -> None:
    """Waits until the page says, to be seen, that it goes on without Python."""
    page.wait_for_selector("[data-python=python_failed] [data-say=python_failed]", timeout=60_000)
    assert page.inner_text("[data-say=python_failed]") == SAY("ui.python_failed")


def assert_the_line_is_reached(page: Page, *, by_python: bool = False) -> None:
    """Answers from the first question to the card."""
    for option in TO_THE_LINE:
        choose(page, option)
    if by_python:
        choose(page, SENDER)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


@pytest.mark.parametrize(("file", "fault"), MATRIX)
def test_without_a_file_of_python_the_page_answers(page: Page, guide: Server, file: str, fault: Fault) -> None:
    """The person answers meanwhile, is told plainly, and gets to the card."""
    guide.faults[f"/wizard/runtime/{file}"] = fault
    page.goto(f"{guide.url}wizard/")
    choose(page, TO_THE_LINE[0])
    wait_for_the_plain_sentence(page)
    for option in TO_THE_LINE[1:]:
        choose(page, option)
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"


def test_clearing_without_python_clears_what_was_ticked_at_hand(page: Page, guide: Server) -> None:
    """The next person at this device sees no tick of the one before."""
    guide.faults["/wizard/runtime/*"] = Fault.NOT_FOUND
    page.goto(f"{guide.url}wizard/")
    wait_for_the_plain_sentence(page)
    assert_the_line_is_reached(page)
    page.locator("#interview .checklist input").first.check()
    page.click("[data-clear]")
    page.wait_for_selector("#interview [data-question=emergency]")
    assert_the_line_is_reached(page)
    assert page.locator("#interview .checklist input:checked").count() == 0
    assert page.locator("#interview .checklist input").count() > 0


@pytest.mark.parametrize("file", ["pyodide.asm.*.wasm", pytest.param("*", marks=pytest.mark.thorough)])
def test_a_wrong_type_does_no_harm(page: Page, guide: Server, file: str) -> None:
    """A host that does not know what WebAssembly is still brings Python: the bytes are checked, not their name."""
    guide.faults[f"/wizard/runtime/{file}"] = Fault.WRONG_TYPE
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


SCRIPTS = ("wizard", "static_interview", "leave", "runtime")


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        pytest.param("wizard", Fault.NOT_FOUND),
        pytest.param("runtime", Fault.STALL),
        *(pytest.param(s, f, marks=pytest.mark.thorough) for s in SCRIPTS for f in (Fault.NOT_FOUND, Fault.FLIP_BIT)),
        *(pytest.param(s, Fault.STALL, marks=pytest.mark.thorough) for s in SCRIPTS[:3]),
    ],
)
def test_without_a_script_of_the_page_links_lead_on(
    chromium: Browser, guide: Server, script: str, fault: Fault
) -> None:
    """Fields that nothing reads are replaced by links, within ten seconds, and these lead to the card."""
    page = chromium.new_page()
    guide.faults[f"/wizard/assets/{script}.*.js"] = fault
    page.goto(f"{guide.url}wizard/", wait_until="commit")
    for option in (TO_THE_LINE[0], "inside", *TO_THE_LINE[1:]):
        page.click(f".by-link a[data-option={option}]:visible", timeout=15_000)
    assert page.get_attribute(".card:visible", "data-channel") == "detention_line"
    page.close()


@pytest.mark.parametrize("fault", [Fault.NOT_FOUND, pytest.param(Fault.FLIP_BIT, marks=pytest.mark.thorough)])
def test_without_the_early_script_the_fields_still_work(page: Page, guide: Server, fault: Fault) -> None:
    """The script that hides the links before the first paint is not needed by the one that reads the fields."""
    guide.faults["/wizard/assets/early.*.js"] = fault
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


@pytest.mark.parametrize("fault", [Fault.NOT_FOUND, pytest.param(Fault.WRONG_TYPE, marks=pytest.mark.thorough)])
def test_without_its_style_sheets_the_page_still_answers(page: Page, guide: Server, fault: Fault) -> None:
    """It is ugly, and it works."""
    guide.faults["/wizard/assets/*.css"] = fault
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    assert_the_line_is_reached(page, by_python=True)


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
