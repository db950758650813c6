"""Answers live as long as the page, and no longer: leaving, reloading and clearing forget them for good."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

from scripts.site_server import Server
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.tab import Tab, wait
from tests.browser.engines.walk import DATE
from tests.browser.engines.wizard_tab import READY, WizardTab
from tests.browser.faults import looks

pytestmark = pytest.mark.browser

TO_THE_DATE = (
    ("emergency", "false"),
    ("need_groups", "out"),
    ("needs", "case_review"),
    ("removal_imminent", "false"),
    ("custody", "ice_detention"),
    ("local_request", "answered"),
)


def answer_up_to_the_date(wizard: WizardTab) -> None:
    """Answers until the date is asked, and types into it."""
    for question, option in TO_THE_DATE:
        assert wizard.look()["screen"] == question
        wizard.answer(option)
    assert wizard.look()["screen"] == DATE
    wizard.tab.type("#interview [data-part=day]", "Q7CANARY1")


def assert_forgotten(wizard: WizardTab) -> None:
    """The first question stands there, and neither it nor any later one knows an answer."""
    look = wizard.look()
    assert (look["screen"], look["chosen"], look["changes"], look["back"]) == ("emergency", 0, [], False)
    assert "CANARY" not in wizard.tab.run("() => document.documentElement.outerHTML")
    for question, option in TO_THE_DATE:
        look = wizard.look()
        assert (look["screen"], look["chosen"]) == (question, 0)
        wizard.answer(option)
    look = wizard.look()
    assert (look["screen"], look["chosen"], look["typed"]) == (DATE, 0, "")


def leave_and_come_back(tab: Tab, url: str) -> None:
    """Opens another page of the site, and goes back."""
    tab.open(f"{url}privacy/")
    tab.back()


def reload(tab: Tab, _: str) -> None:
    """Loads the page again."""
    tab.reload()


def clear(tab: Tab, _: str) -> None:
    """Presses "Clear everything"."""
    WizardTab(tab).clear()


@pytest.mark.parametrize(("engine", "forget"), looks(list(Engine), [leave_and_come_back, reload, clear]))
def test_answers_are_forgotten(
    engine: Engine, forget: Callable[[Tab, str], None], playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """Leaving and coming back, loading anew, and clearing all end at the first question, with nothing known."""
    with tab_of(engine, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        answer_up_to_the_date(wizard)
        forget(tab, server.url)
        wait(tab, READY)
        wait(tab, "() => !!document.querySelector('#interview [data-question=emergency]')")
        assert_forgotten(wizard)


@pytest.mark.parametrize(("engine", "forget"), looks(list(Engine), [leave_and_come_back, reload, clear]))
def test_back_then_leads_out_of_the_page(
    engine: Engine, forget: Callable[[Tab, str], None], playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """At the first press, not one forgotten entry after the other. Forward brings nothing back either."""
    with tab_of(engine, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        tab.open(server.url)
        wizard.open(f"{server.url}wizard/")
        answer_up_to_the_date(wizard)
        forget(tab, server.url)
        wait(tab, READY)
        wait(tab, "() => history.state.step === 0 && !document.querySelector('#interview').inert")
        tab.back()
        wait(tab, "() => !document.querySelector('#interview')")
        assert tab.run("() => location.href") == server.url
        tab.run("() => setTimeout(() => history.forward())")
        wait(tab, READY)
        look = wizard.look()
        assert (look["screen"], look["chosen"], look["back"]) == ("emergency", 0, False)


def test_skipping_to_the_interview_leaves_the_address_alone(page: Page, server: Server) -> None:
    """The skip link moves the focus, and nothing else."""
    page.goto(f"{server.url}wizard/")
    page.wait_for_selector("html.started")
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'main'")
    assert page.url == f"{server.url}wizard/"


def test_the_page_s_own_back_works_after_a_new_start(playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """Someone who cleared everything and begins anew goes back one question with one press."""
    with tab_of(Engine.CHROMIUM, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        answer_up_to_the_date(wizard)
        wizard.clear()
        wizard.answer("false")
        assert wizard.look()["screen"] == "need_groups"
        wizard.back()
        look: dict[str, Any] = wizard.look()
        assert (look["screen"], look["chosen"]) == ("emergency", 1)


@pytest.mark.parametrize("language", ["", "es/"])
def test_without_javascript_the_address_says_only_a_number(chromium: Browser, server: Server, language: str) -> None:
    """The links of the interview are opaque numbers; which answer led there cannot be read from one."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}{language}wizard/")
    page.click("#n1 .by-link a >> nth=1")
    page.wait_for_url(re.compile(rf"{re.escape(server.url)}{language}all-questions/#n\d+$"))
    targets = [link.get_attribute("href") or "" for link in page.query_selector_all("#interview .screen .by-link a")]
    assert len(targets) > 250
    assert all(re.fullmatch(r"#n\d+", target) for target in targets)
    context.close()


FIELD = re.compile(r"<(?:input|textarea|select|form)\b[^>]*>")


@pytest.mark.parametrize("language", ["", "es/"])
def test_no_field_of_the_wizard_may_be_remembered(site: Path, language: str) -> None:
    """Browsers keep what is entered into a field on the disk, unless every field and form says autocomplete="off"."""
    pages = (site / language / name / "index.html" for name in ("wizard", "all-questions"))
    fields = {field for page in pages for field in FIELD.findall(page.read_text("utf-8"))}
    assert len(fields) > 30
    assert {field for field in fields if 'autocomplete="off"' not in field} == set()
    assert {field for field in fields if 'type="text"' in field and 'spellcheck="false"' not in field} == set()


def test_no_search_may_be_remembered(site: Path) -> None:
    """Nor may what is typed into the search of the reading pages."""
    fields = {field for page in site.rglob("*.html") for field in FIELD.findall(page.read_text("utf-8"))}
    typable = {field for field in fields if re.search(r'type="(text|search)"|<textarea', field)}
    assert len(typable) > 2
    assert {f for f in typable if 'autocomplete="off"' not in f or 'spellcheck="false"' not in f} == set()
