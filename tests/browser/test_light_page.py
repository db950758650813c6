"""The wizard's page holds one question. The others come from the page that carries them all, as text, or not at all."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Fault, Server, serve
from tests.browser.conftest import IMPATIENT
from tests.browser.screens import HOME, LANGUAGES, WHOLE, nodes
from tests.browser.site_copy import site_with
from tests.browser.steps import choose, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

MOST_NODES = 3_000
FAULTS = (Fault.NOT_FOUND, Fault.STALL, Fault.TRUNCATE, Fault.ABORT)
USUAL = (Fault.NOT_FOUND, Fault.STALL)
FIRST = nodes()[1]
NO_PYTHON = "/wizard/runtime/*"

HOLD_PYTHON = """
const { Worker } = window;
const held = new Promise((resolve) => { window.letPythonCome = resolve; });
window.Worker = class extends Worker {
  postMessage(...message) { held.then(() => super.postMessage(...message)); }
};
"""
"""Lets the worker wait for the files of Python."""

COUNT_CLOCKS = """
window.clocks = 0;
Intl.DateTimeFormat = class extends Intl.DateTimeFormat {
  constructor(...given) { super(...given); window.clocks += 1; }
};
"""


def assert_links_lead_on(page: Page, server: Server, language: str = "en") -> None:
    """The first question has links in place of its fields, says why, and each leads to a screen of the whole page."""
    expect(page.locator("#missing")).to_have_text(wording(language)("ui.questions_missing"))
    expect(page.locator("#missing")).to_be_visible()
    assert page.locator("#interview :is(button, input):visible").count() == 0
    links = page.locator("#interview .by-link a:visible")
    leads = [links.nth(n).evaluate("link => link.href") for n in range(links.count())]
    assert leads == [f"{server.url}{WHOLE[language]}#n{exit_.number}" for exit_ in FIRST.exits]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_interview_is_in_the_document_but_the_screen_that_is_shown(
    page: Page, server: Server, language: str
) -> None:
    """Also once it has come, before and after Python; the whole document stays small, detached screens counted."""
    server.faults[NO_PYTHON] = Fault.NOT_FOUND
    tools = page.context.new_cdp_session(page)
    page.goto(server.url + HOME[language])
    page.wait_for_selector("[data-python=python_failed]")
    for option in ("false", "detention_problem", "ice_detention"):
        assert page.locator(".screen").count() == 1
        choose(page, option)
    tools.send("HeapProfiler.collectGarbage")
    assert 100 < tools.send("Memory.getDOMCounters")["nodes"] <= MOST_NODES
    server.faults.clear()
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    tools.send("HeapProfiler.collectGarbage")
    assert 100 < tools.send("Memory.getDOMCounters")["nodes"] <= MOST_NODES
    assert page.locator(".screen").count() == 1
    assert wording(language)("question.need_groups.title") not in page.content()


@pytest.mark.parametrize(
    "fault", [pytest.param(fault, marks=() if fault in USUAL else pytest.mark.thorough) for fault in FAULTS]
)
def test_where_the_other_questions_do_not_come_links_lead_on_until_python_does(
    page: Page, guide: Server, fault: Fault
) -> None:
    """What was pressed meanwhile is answered then, by itself."""
    guide.faults[f"/{WHOLE['en']}"] = fault
    page.add_init_script(HOLD_PYTHON)
    page.goto(f"{guide.url}wizard/")
    choice = page.locator("#interview [value=false]")
    choice.check()
    page.click("#interview .continue")
    page.wait_for_selector("#missing:visible")
    assert_links_lead_on(page, guide)
    expect(page.locator("[data-python=python_failed]")).to_have_count(0)
    page.evaluate("window.letPythonCome()")
    page.wait_for_selector("#interview [data-question=need_groups]", timeout=60_000)
    wait_for_python(page)
    expect(page.locator("#missing")).to_be_hidden()
    choose(page, "detention_problem")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_comes_links_lead_on(page: Page, guide: Server, language: str) -> None:
    """By the page's own links, to a result; and the page is sealed all the same."""
    guide.faults[f"/{WHOLE[language]}"] = Fault.STALL
    guide.faults[NO_PYTHON] = Fault.NOT_FOUND
    page.goto(guide.url + HOME[language])
    page.wait_for_selector("#missing:visible")
    assert_links_lead_on(page, guide, language)
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 2
    guide.faults.clear()
    for option in ("false", "inside", "detention_problem", "ice_detention"):
        page.click(f".by-link a[data-option={option}]:visible")
    assert page.get_attribute(".card:visible", "data-channel") == "detention_line"


def test_python_that_dies_where_the_other_questions_did_not_come_leaves_links(page: Page, guide: Server) -> None:
    """Back at the first question, which says what is missing."""
    guide.faults[f"/{WHOLE['en']}"] = Fault.NOT_FOUND
    page.goto(f"{guide.url}wizard/")
    wait_for_python(page)
    expect(page.locator("#missing")).to_be_hidden()
    choose(page, "false")
    page.workers[0].evaluate("() => self.close()")
    page.check("#interview [value=inside]")
    page.click("#interview .continue")
    page.wait_for_selector("#missing:visible", timeout=30_000)
    assert_links_lead_on(page, guide)


@pytest.mark.parametrize(
    ("told", "instead"),
    [('data-edition="', 'data-edition="0'), ('<section id="n9"', '<section id="m9"')],
    ids=["another edition", "a screen is missing"],
)
def test_an_interview_that_is_not_this_page_s_is_not_taken(
    page: Page, site: Path, tmp_path: Path, told: str, instead: str
) -> None:
    """As while a copy is being replaced by a newer one: never a screen of the one and the next of the other."""
    copy = site_with(site, tmp_path / "site", settings=IMPATIENT)
    file = copy / WHOLE["en"] / "index.html"
    text = file.read_text("utf-8")
    assert re.search(re.escape(told), text)
    file.write_text(text.replace(told, instead), "utf-8")
    for packed in file.parent.glob("index.html.*"):
        packed.unlink()
    with serve(copy, faults={NO_PYTHON: Fault.NOT_FOUND}) as server:
        page.goto(f"{server.url}wizard/")
        page.wait_for_selector("#missing:visible")
        assert_links_lead_on(page, server)


def test_no_clock_is_made_before_the_hours_are_told(page: Page, server: Server) -> None:
    """The first of a page takes as long as all the rest of its script, and the first screens tell no hour."""
    page.add_init_script(COUNT_CLOCKS)
    page.goto(server.url + HOME["en"])
    wait_for_python(page)
    assert page.evaluate("window.clocks") == 0
    page.goto(f"{server.url}detention-line/")
    expect(page.locator("[data-live]").first).not_to_be_empty()
    assert page.evaluate("window.clocks") > 0
