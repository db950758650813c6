"""No screen keeps anyone out: axe-core's rules, and what no tool knows, on every distinct screen in both languages."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Fault, Server, serve
from tests.browser.conftest import Launch
from tests.browser.faults import AXE, NARROW, SCHEMES, WIDE, Scheme, faults_of, looking, looks
from tests.browser.screens import (
    HOME,
    LANGUAGES,
    WHOLE,
    Way,
    covering_ways,
    kind,
    nodes,
    one_of_each_kind,
    start_again,
    take,
    ways_through,
    with_python,
)
from tests.browser.steps import wait_for_python

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def browser(launch: Launch) -> Browser:
    """A Chromium that lets a page go on to hundreds of screens in a few seconds."""
    return launch("--disable-ipc-flooding-protection")


def faults_on(page: Page, address: str, ways: Iterable[Way]) -> dict[str, list[str]]:
    """Everything that is wrong on the screens along *ways*, with Python, each screen looked at once."""
    page.goto(address)
    wait_for_python(page)
    page.evaluate(AXE)
    found = {"the first": faults_of(page)}
    for way in ways:
        start_again(page)
        for option, name in with_python(way):
            take(page, option)
            if name not in found:
                found[name] = faults_of(page)
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize(("language", "scheme", "turn"), [("en", "light", 0), ("es", "dark", 2)])
def test_screens_are_without_fault_on_the_smallest_window(
    browser: Browser, server: Server, language: str, scheme: Scheme, turn: int
) -> None:
    """320 by 256 pixels, which is a desktop at 400 per cent: nothing out of the window, nothing that axe objects to.

    A quarter of the ways in each language; with --thorough all, below.
    """
    with looking(browser, NARROW, scheme) as page:
        assert faults_on(page, f"{server.url}{HOME[language]}", covering_ways()[turn::4]) == {}


@pytest.mark.parametrize(("scheme", "size", "language"), looks(SCHEMES, (NARROW, WIDE), LANGUAGES))
def test_each_kind_of_screen_is_without_fault_in_every_configuration(
    browser: Browser, server: Server, language: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """Languages, colours and sizes together."""
    with looking(browser, size, scheme) as page:
        assert faults_on(page, f"{server.url}{HOME[language]}", ways_through(one_of_each_kind())) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_is_without_fault_in_every_configuration(
    browser: Browser, server: Server, language: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """The whole product."""
    with looking(browser, size, scheme) as page:
        assert faults_on(page, f"{server.url}{HOME[language]}", covering_ways()) == {}


def test_each_kind_of_screen_is_without_fault_in_forced_colours(browser: Browser, server: Server) -> None:
    """Where the device's own colours replace ours, nothing depends on ours."""
    with looking(browser, NARROW, "dark", forced=True) as page:
        assert faults_on(page, f"{server.url}wizard/", ways_through(one_of_each_kind())) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_with_an_error_is_without_fault(browser: Browser, server: Server, language: str) -> None:
    """On each kind of question, Continue without an answer."""
    found: dict[str, list[str]] = {}
    with looking(browser, NARROW, "light") as page:
        page.goto(f"{server.url}{HOME[language]}")
        wait_for_python(page)
        page.evaluate(AXE)
        for way in ways_through(one_of_each_kind()):
            start_again(page)
            for option, _ in with_python(way):
                if page.is_visible(".question"):
                    page.evaluate(
                        "document.querySelectorAll('[name=answer]').forEach(input => { input.checked = false; })"
                    )
                    page.click(".continue")
                    page.wait_for_selector(".problem:visible")
                    question = page.get_attribute(".question", "data-question") or ""
                    if question not in found:
                        found[question] = faults_of(page)
                take(page, option)
    assert len(found) > 10
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_without_scripts_is_without_fault(browser: Browser, site: Path, language: str) -> None:
    """Each kind of screen as a link leads to it. axe itself needs scripts, so here ours are missing from the server.

    A look at all sections at once takes axe seven seconds, so only the section that is shown stays in the page;
    twice the same id is html-validate's to find.
    """
    found = {}
    with serve(site, faults={"*.js": Fault.NOT_FOUND}) as server, looking(browser, NARROW, "light") as page:
        page.goto(server.url + HOME[language])
        page.evaluate(AXE)
        found["the first"] = faults_of(page)
        page.goto(server.url + WHOLE[language])
        page.evaluate(f"{AXE}; window.sections = [...document.querySelectorAll('.screen')]; 0")
        for number in one_of_each_kind():
            page.goto(f"{server.url}{WHOLE[language]}#n{number}")
            page.evaluate("n => document.getElementById('interview').replaceChildren(sections[n - 1])", number)
            found[kind(nodes()[number])] = faults_of(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


SECTION = re.compile(r'<section id="n(\d+)" class="screen".*?(?=<section id="n|<section class="start">)', re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_screen_is_valid_html(site: Path, tmp_path: Path, language: str) -> None:
    """By html-validate, a kind of screen at a time, as one is shown at a time (all at once take it a minute).

    Its config lets a checkbox carry autocomplete=off: the standard does not foresee it, and without it browsers
    write to the disk what was ticked.
    """
    page = (site / WHOLE[language] / "index.html").read_text("utf-8")
    for number in one_of_each_kind():
        alone = SECTION.sub(lambda section, n=number: section[0] if int(section[1]) == n else "", page)  # type: ignore[misc]
        (tmp_path / f"{number}.html").write_text(alone, "utf-8")
    checker = REPOSITORY / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    config = Path(__file__).with_name("htmlvalidate.json")
    report = tmp_path / "report.json"
    with report.open("w") as out:
        subprocess.run(
            ["node", str(checker), "--config", str(config), "--formatter", "json", str(tmp_path)],
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    results = json.loads(report.read_text("utf-8"))
    assert {f"{m['ruleId']}: {m['message']}" for result in results for m in result["messages"]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_stands_twice_in_the_page(site: Path, language: str) -> None:
    """All sections together."""
    ids = re.findall(r'<[a-z][^>]*? id="([^"]*)"', (site / WHOLE[language] / "index.html").read_text("utf-8"))
    assert len(ids) > len(nodes())
    assert sorted(ids) == sorted(set(ids))
