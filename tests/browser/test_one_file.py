"""The guide as one file, opened from a disk: the whole of it works, and nobody is asked for anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.engines.chromium import chromium_tab
from tests.browser.engines.firefox import firefox_tab
from tests.browser.engines.tab import Tab, wait
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.steps import wait_for_python
from tests.browser.test_packet import ANSWERS, LETTER, TYPED
from tests.one_file import on_disk
from wizard.languages import languages
from wizard.questions import GROUPS, Need, group_of
from wizard.wording import wording

pytestmark = [pytest.mark.browser, pytest.mark.site]

ENGINES = ("chromium", "firefox")
LOADED = "() => performance.getEntriesByType('resource').map(entry => entry.name)"
SEEN = "() => [...document.querySelectorAll('#pages > *, #main')].filter(e => e.offsetParent).map(e => e.id)"
FOUND = "() => document.querySelectorAll('.place-hits summary').length === 2"
CARD = "() => document.querySelector('.place-hits .place-card')?.textContent"
REFUSED = """async address => {
  const image = (onload, onerror) => Object.assign(new Image(), { src: address, onload, onerror });
  return (await Promise.allSettled([fetch(address), new Promise(image)])).map(({ status }) => status);
}"""


@contextmanager
def opened(engine: str, playwright: Playwright, profile: Path) -> Iterator[Tab]:
    """A tab of *engine*; Chromium is without a network."""
    if engine == "firefox":
        with firefox_tab(profile) as firefox:
            yield firefox
        return
    with chromium_tab(playwright, profile) as chromium:
        chromium.page.context.set_offline(True)
        yield chromium


@pytest.mark.thorough
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("engine", ENGINES)
def test_an_interview_to_a_saved_letter(engine: str, language: str, playwright: Playwright, tmp_path: Path) -> None:
    """From the first question to the letter on the disk, in either language, and pages are read in between."""
    with opened(engine, playwright, tmp_path / "profile") as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{on_disk(language).as_uri()}#wizard/")
        wizard.walk_to_result(
            {question: {answer} for question, answer in ANSWERS.items()} | {GROUPS: {group_of(Need(ANSWERS["needs"]))}}
        )
        wizard.open_form()
        for name, text in TYPED.items():
            tab.type(f'#interview [name="{name}"]', text)
        tab.run("() => { location.hash = '#get-help/'; }")
        wait(tab, "() => document.getElementById('main').hidden")
        assert tab.run(SEEN) == ["get-help/"]
        tab.back()
        wait(tab, "() => !document.getElementById('main').hidden")
        wizard.go_on()
        name, content = tab.save(f'#interview [data-file="{LETTER}.txt"]')
        assert name == f"{LETTER}.txt"
        assert TYPED["name"] in content.decode()
        assert {urlsplit(url).scheme for url in tab.run(LOADED)} <= {"blob"}


@pytest.mark.thorough
@pytest.mark.parametrize("engine", ENGINES)
def test_an_office_is_found_and_nobody_can_be_asked(engine: str, playwright: Playwright, tmp_path: Path) -> None:
    """By the name of a center; and what the page asks the network for it does not get, before any seal."""
    with opened(engine, playwright, tmp_path / "profile") as tab:
        tab.open(f"{on_disk('en').as_uri()}#find-your-office/")
        tab.type("[id='find-your-office/office-filter']", "Harris County, Texas")
        wait(tab, FOUND)
        tab.click(".place-hits li:nth-child(2) summary")
        assert "Houston Field Office" in wait(tab, CARD)
        assert tab.run(LOADED) == []
        assert tab.run(REFUSED, "https://example.org/") == ["rejected", "rejected"]


def test_the_first_answer_and_python_from_a_file(page: Page) -> None:
    """Pages first; then the interview, by the static screens and by Python, in a page that has asked for nothing."""
    asked: list[str] = []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(on_disk("es").as_uri())
    assert page.evaluate(SEEN) == ["start/"]
    page.click(".guide-start")
    wait_for_python(page)
    assert page.evaluate(SEEN) == ["main"]
    page.check("#interview [name=answer][value='false']")
    page.click("#interview .continue")
    page.wait_for_selector("[data-question=need_groups]")
    page.go_back()
    page.wait_for_selector("[data-question=emergency]")
    page.go_back()
    page.wait_for_selector("[id='start/']")
    assert {urlsplit(url).scheme for url in asked} == {"file", "blob"}
    assert [url for url in asked if url.startswith("file:")] == [on_disk("es").as_uri()]


def test_a_page_that_is_read_has_no_way_to_skip_to_the_question(page: Page) -> None:
    """By the keyboard: it would lead away from what is read, and start Python."""
    page.goto(on_disk("en").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#top a:not(.skip)') !== null")
    page.click(".guide-start")
    wait_for_python(page)
    assert page.locator(".skip").get_attribute("hidden") is None


def test_a_browser_that_cannot_read_the_interviews_script_walks_by_links(page: Page, tmp_path: Path) -> None:
    """Here the policy refuses it, since it is another one; the pages are read as ever."""
    text = on_disk("en").read_text("utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace("globalThis.beginInterview = ", "globalThis.unknown = "), "utf-8")
    page.goto(broken.as_uri())
    page.click(".guide-start")
    headings = page.locator("h1:visible")
    assert headings.all_inner_texts() == [wording("en")("question.emergency.title")]
    page.click("#interview .screen:visible .by-link a >> nth=1")
    assert headings.count() == 1
    assert headings.first.inner_text() != wording("en")("question.emergency.title")


@pytest.mark.parametrize("language", languages())
def test_without_scripts_it_is_walked_by_links(chromium: Browser, language: str) -> None:
    """One page at a time, and one screen; the first screen, and one that leads on from it."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    page.goto(on_disk(language).as_uri())
    headings = page.locator("h1:visible")
    assert headings.count() == 1
    page.click(".guide-start")
    assert headings.all_inner_texts() == [wording(language)("question.emergency.title")]
    page.click("#n1 .by-link a >> nth=1")
    assert headings.count() == 1
    assert headings.first.inner_text() != wording(language)("question.emergency.title")
    context.close()
