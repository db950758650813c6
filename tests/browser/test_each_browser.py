"""The table of browsers on the page "How we know", cell by cell: each is tried in that browser itself.

What a cell promises is said by `CHECKS`; a cell that no function tries is a fault. Two rows are tried in every run.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from scripts.guide.page_text.browsers import Browser, How, Use, browsers
from scripts.site_server import Server, serve
from tests.browser.engines.firefox import FirefoxTab, firefox_tab
from tests.browser.engines.old_chromium import OldChromium, old_chromium
from tests.browser.engines.tab import wait
from tests.browser.screens import (
    HOME,
    WHOLE,
    Way,
    answer_to,
    asks_for_the_sender,
    kind,
    nodes,
    one_of_each_kind,
    shortest_ways,
    ways_through,
)
from tests.browser.test_packet import ANSWERS, LETTER, TYPED
from tests.built_pages import reading_addresses
from wizard.questions import Emergency
from wizard.wording import wording

type Tab = OldChromium | FirefoxTab

pytestmark = pytest.mark.browser

USUAL = ("chromium-80", "chromium-109")
"""The rows that every run tries: the oldest, and the last Chrome that Windows 7 and 8 got."""
NO_SCRIPTS = {"Content-Security-Policy": "script-src 'none'"}
LONGEST = 20
"""Seconds that printing may take on a busy machine. A style sheet in which each element looked through the whole page
took ninety of them in Chrome 109."""
FAULTS = """() => {
  window.faults = [];
  addEventListener("error", event => window.faults.push(event.message));
  addEventListener("unhandledrejection", event => window.faults.push(String(event.reason)));
}"""
LOOK = """() => {
  const seen = element => element.offsetParent !== null && getComputedStyle(element).visibility === "visible";
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  return {
    screens: all(".screen, .start").map(screen => screen.id || screen.className),
    headings: all("h1").map(heading => heading.innerText),
    dead: all("main button, main input, main select, progress").map(element => element.outerHTML),
    byHand: all("main a[href$='/papers/']").map(link => link.innerText),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    faults: window.faults || [],
  };
}"""


def started(browser: Browser, profile: Path) -> AbstractContextManager[Tab]:
    """A tab of *browser*."""
    if browser.id.startswith("chromium-"):
        return old_chromium(int(browser.id.removeprefix("chromium-")), profile)
    return firefox_tab(profile)


def rows() -> Iterator[Any]:
    """The browsers, as parameters."""
    for browser in browsers():
        marks = () if browser.id in USUAL else (pytest.mark.thorough,)
        yield pytest.param(browser, id=browser.id, marks=marks)


@pytest.fixture(scope="module", params=rows())
def row(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Tab]]:
    """A browser of the table, and a tab of it."""
    with started(request.param, tmp_path_factory.mktemp("profile")) as tab:
        tab.first_run(FAULTS)
        yield request.param, tab


@pytest.fixture
def unscripted(site: Path) -> Iterator[Server]:
    """The site, in which no browser runs a script."""
    with serve(site, headers=NO_SCRIPTS) as running:
        yield running


def told(tab: Tab) -> tuple[str, int]:
    """What the page is on paper, in words, and on how many sheets; nobody waits a minute and a half for it."""
    since = time.monotonic()
    printed = tab.printed()
    assert time.monotonic() - since < LONGEST
    ran = subprocess.run(["pdftotext", "-", "-"], input=printed, capture_output=True, check=True)
    text = ran.stdout.decode()
    return plain(text), text.count("\f")


def plain(text: str) -> str:
    """*text* without joined letters, and with nothing but spaces between its words."""
    return " ".join(normalize("NFKC", text).split())


# ------------------------------------------------------------ pages


def pages_work(tab: Tab, server: Server) -> None:
    """Each has its heading, fits, and breaks no script; the box finds a place, and Shift is counted."""
    for address in reading_addresses():
        tab.open(server.url + address)
        seen = tab.run(LOOK)
        assert len(seen["headings"]) == 1, address
        assert (seen["wide"], seen["faults"]) == (False, []), address
    tab.open(f"{server.url}find-your-office/")
    wait(tab, "() => document.querySelector('[data-place-box]').offsetParent !== null")
    tab.type("#office-filter", "stewart")
    wait(tab, "() => document.querySelector('.place-hits').innerText.includes('Georgia')")
    tab.open(f"{server.url}detention-line/")
    wait(tab, "() => document.querySelector('[data-live]').innerText !== ''")
    message = wording("en")("ui.shift_two")
    tab.press("Shift")
    wait(tab, "message => document.querySelector('[data-spoken]').innerText === message", message)
    assert tab.run("() => window.faults") == []


# ------------------------------------------------------------ the questions by links


def assert_alone(tab: Tab, screen: str) -> None:
    """*screen* is shown and no other; one heading, nothing dead, and no wider than the window."""
    wait(tab, f"() => JSON.stringify(({LOOK})().screens) === JSON.stringify([{screen!r}])")
    seen = tab.run(LOOK)
    assert len(seen["headings"]) == 1, seen
    assert (seen["dead"], seen["wide"]) == ([], False)


def first_screen(tab: Tab) -> str:
    """The first screen as this browser shows it: of the whole interview, without :has(), its copy after the last."""
    shown: list[str] = wait(tab, f"() => {{ const s = ({LOOK})().screens; return s.length === 1 && s; }}")
    assert shown[0] in {"n1", "start"}
    return shown[0]


def links_work(tab: Tab, server: Server) -> None:
    """One screen of each kind, there by clicking and back by the browser's own button; a letter is offered by hand."""
    tab.open(f"{server.url}{HOME['en']}")
    first = first_screen(tab)
    by_hand = wording("en")("ui.by_hand")
    ways = ways_through(one_of_each_kind())
    passed = dict.fromkeys(way[: length + 1] for way in ways for length in range(len(way)))

    def visit(screen: str, way: Way) -> None:
        assert_alone(tab, screen)
        letter = tab.run(f"() => document.querySelector('#{screen} [data-prepare-here]') !== null") if way else False
        assert tab.run(LOOK)["byHand"] == ([by_hand] if letter else [])
        for onward in (other for other in passed if other[:-1] == way):
            tab.click(f'#{screen} .by-link [data-option="{onward[-1].option}"]')
            visit(f"n{onward[-1].number}", onward)
            tab.run("() => { history.back(); }")
            assert_alone(tab, screen)

    visit(first, ())
    tab.open(f"{server.url}{WHOLE['en']}")
    holder = ".start" if first_screen(tab) == "start" else "#n1"
    tab.click(f"{holder} .by-link [data-option=false]")
    assert_alone(tab, f"n{nodes()[1].exits[1].number}")
    tab.open(f"{server.url}{WHOLE['en']}#n5")
    tab.click('#n5 .screen-links [href="#n1"]')
    assert_alone(tab, "n1")
    tab.click("#n1 .screen-links [hreflang=es]")
    wait(tab, "() => document.readyState === 'complete' && document.documentElement.lang === 'es'")
    assert_alone(tab, "n1")


# ------------------------------------------------------------ the questions with scripts


NAME = """() => {
  const form = document.querySelector("#interview form");
  return form && (form.dataset.question || form.dataset.interlude);
}"""
ANOTHER = "() => !document.querySelector('#interview').inert && !document.querySelector('#interview > .left')"


def walk(tab: Tab, server: Server, state: str) -> None:
    """By fields to the result of a case review; Python then is in *state*."""
    tab.open(f"{server.url}{HOME['en']}")
    wait(tab, "state => document.querySelector('[data-python]').dataset.python === state", state)
    while name := tab.run(NAME):
        if option := answer_to(name, ANSWERS):
            tab.click(f"#interview [name=answer][value={option}]")
        tab.run("() => { document.querySelector('#interview > *').classList.add('left'); }")
        tab.click("#interview .continue")
        wait(tab, ANOTHER)
    assert tab.run("() => document.querySelector('#interview .card').dataset.channel") == "reviewing_official"
    seen = tab.run(LOOK)
    assert (len(seen["headings"]), seen["wide"], seen["faults"]) == (1, False, [])


def state_of(browser: Browser) -> str:
    """How Python stands in *browser*: letters are what only it can write."""
    return "python_ready" if browser.ways[Use.LETTER] is How.WORKS else "python_failed"


def questions_work(tab: Tab, server: Server, browser: Browser) -> None:
    """By fields; and the answer that has the focus shows it, by the keyboard too (Firefox has none here)."""
    walk(tab, server, state_of(browser))
    if not isinstance(tab, OldChromium):
        return
    tab.open(f"{server.url}{HOME['en']}")
    wait(tab, "() => document.documentElement.classList.contains('started')")
    tab.run("() => document.querySelector('#interview h1').focus()")
    tab.press("Tab")
    ring = """() => {
      const outline = element => getComputedStyle(element).outlineStyle;
      const { activeElement } = document;
      return activeElement.name === "answer" && [outline(activeElement), outline(activeElement.closest("label"))];
    }"""
    assert any(style != "none" for style in wait(tab, ring))


def questions_are_links(tab: Tab, server: Server, browser: Browser) -> None:
    """The wizard's script cannot be read: at once links stand in place of the fields, and lead to a result."""
    assert state_of(browser) == "python_failed"
    tab.open(f"{server.url}{HOME['en']}")
    wait(tab, "() => !document.documentElement.classList.contains('js')", patience=6)
    assert tab.run(LOOK)["headings"] == [wording("en")("question", Emergency.id(), "title")]
    screen = first_screen(tab)
    for step in shortest_ways()[result_with_a_letter()]:
        tab.click(f'#{screen} .by-link [data-option="{step.option}"]')
        screen = f"n{step.number}"
        assert_alone(tab, screen)


def result_with_a_letter() -> int:
    """The number of a result for which there is a letter, and Python asks who sends it."""
    return next(n for n in nodes() if kind(nodes()[n]) == "result: reviewing_official" and asks_for_the_sender(n))


# ------------------------------------------------------------ letters


def letter_works(tab: Tab, server: Server) -> None:
    """With the person's own words, and printed alone: nothing of the page around it."""
    walk(tab, server, "python_ready")
    tab.click("#prepare button")
    wait(tab, "() => document.querySelector('form[data-details]') !== null")
    tab.type("#interview [name=name]", TYPED["name"])
    tab.click("#interview .continue")
    wait(tab, "id => (document.getElementById(id) || { innerText: '' }).innerText.includes('ICE')", LETTER)
    tab.run("() => { window.print = () => {}; }")
    tab.click(f"[data-print={LETTER}]")
    words, sheets = told(tab)
    assert TYPED["name"] in words
    assert 1 <= sheets <= 4
    for around in ("packet.screen.title", "packet.screen.other_papers", "ui.product"):
        assert wording("en")(around) not in words
    assert tab.run("() => window.faults") == []


def letter_is_by_hand(tab: Tab, server: Server, browser: Browser) -> None:
    """The result says so in words, and leads to the blank ones."""
    if browser.ways[Use.QUESTIONS] is How.WORKS:
        walk(tab, server, "python_failed")
        said = "() => (document.querySelector('#by-hand:not([hidden])') || {}).innerText"
        assert wait(tab, said).startswith(wording("en")("ui.no_letters"))
        assert tab.run("() => document.querySelector('#prepare').offsetParent") is None
    else:
        tab.open(f"{server.url}{WHOLE['en']}#n{result_with_a_letter()}")
    assert any(text.startswith(wording("en")("ui.by_hand")) for text in tab.run(LOOK)["byHand"])
    href = tab.run("() => [...document.querySelectorAll('main a[href$=\"/papers/\"]')].find(a => a.offsetParent).href")
    assert href == f"{server.url}papers/"
    tab.open(href)
    assert tab.run("() => document.querySelectorAll('article a[href*=\"letter\"]').length") > 0


# ------------------------------------------------------------ paper, search


def print_works(tab: Tab, server: Server, browser: Browser) -> None:
    """A result with what is folded on the screen: reasons in ICE's words; the first screen on few sheets too."""
    say = wording("en")
    if browser.ways[Use.QUESTIONS] is How.WORKS:
        walk(tab, server, state_of(browser))
        shown = "#interview q"
    else:
        tab.open(f"{server.url}{WHOLE['en']}#n{result_with_a_letter()}")
        shown = f"#n{result_with_a_letter()} q"
    expected = tab.run("shown => [...document.querySelectorAll(shown)].map(quote => quote.textContent)", shown)
    words, sheets = told(tab)
    assert say("card.reviewing_official.title") in words
    assert expected
    assert [quote for quote in expected if plain(quote) not in words] == []
    assert 1 <= sheets <= 8
    assert say("ui.print") not in words


FOUND = "() => [...document.querySelectorAll('[data-search-result] a')].map(link => link.getAttribute('href'))"


def search_works(tab: Tab, server: Server) -> None:
    """It opens, finds, and shows ways on where it finds nothing."""
    tab.open(server.url)
    tab.click("[data-search-open]")
    tab.type("#search-words", "where is my husband")
    wait(tab, f"() => ({FOUND})()[0] === './find-a-person/#find'")
    tab.open(server.url)
    tab.click("[data-search-open]")
    tab.type("#search-words", "zzzzzzzz")
    wait(tab, "() => document.querySelector('[data-search-way-on]').hidden === false")
    assert tab.run("() => window.faults") == []


# ------------------------------------------------------------ the table


CHECKS: dict[tuple[Use, How], Callable[..., None]] = {
    (Use.PAGES, How.WORKS): pages_work,
    (Use.QUESTIONS, How.WORKS): questions_work,
    (Use.QUESTIONS, How.LINKS): questions_are_links,
    (Use.LETTER, How.WORKS): letter_works,
    (Use.LETTER, How.HAND): letter_is_by_hand,
    (Use.PRINT, How.WORKS): print_works,
    (Use.SEARCH, How.WORKS): search_works,
}
OF_THE_BROWSER = (questions_work, questions_are_links, letter_is_by_hand, print_works)


@pytest.mark.parametrize("use", [use for use in Use if use not in {Use.LINKS, Use.PAPER}])
def test_what_the_table_promises_holds(row: tuple[Browser, Tab], server: Server, use: Use) -> None:
    """In the browser itself, through the site's own server."""
    browser, tab = row
    check = CHECKS[use, browser.ways[use]]
    check(tab, server, *((browser,) if check in OF_THE_BROWSER else ()))


def test_without_scripts_too(row: tuple[Browser, Tab], unscripted: Server) -> None:
    """The questions by links, and what is shown is printed."""
    browser, tab = row
    assert browser.ways[Use.LINKS] is How.WORKS
    links_work(tab, unscripted)
    number = result_with_a_letter()
    tab.open(f"{unscripted.url}{WHOLE['en']}#n{number}")
    words, sheets = told(tab)
    assert wording("en")("card.reviewing_official.title") in words
    assert 1 <= sheets <= 8 if browser.ways[Use.PAPER] is How.WORKS else sheets > 8
