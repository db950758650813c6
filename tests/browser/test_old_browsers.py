"""The interview without scripts, and the search, in browsers of 2020 and 2021, which lack :has() or :is()."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.site_server import Server
from tests.browser.engines.old_chromium import OldChromium, old_chromium
from tests.browser.screens import HOME, LANGUAGES, Way, kind, nodes, shortest_ways
from tests.browser.test_paper import pages_of
from wizard.questions import Emergency
from wizard.wording import wording

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

LOOK = """
() => {
  const seen = element => element.offsetParent !== null && getComputedStyle(element).visibility === "visible";
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  return {
    screens: all(".screen, .start").map(screen => screen.id || screen.className),
    headings: all("h1").map(heading => heading.innerText),
    dead: all("button, input, select, progress").map(element => element.outerHTML),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}
"""


@pytest.fixture(scope="module", params=[80, 92])
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OldChromium]:
    """A tab of an old Chromium that runs no script."""
    with old_chromium(request.param, tmp_path_factory.mktemp("profile")) as tab:
        tab.forbid_scripts()
        yield tab


def assert_alone(old: OldChromium, screen: str, language: str) -> None:
    """*screen* is shown and no other; one heading, nothing dead, and no wider than the window."""
    old.wait(f"() => JSON.stringify(({LOOK})().screens) === JSON.stringify([{screen!r}])")
    seen = old.run(LOOK)
    number = 1 if screen == "start" else int(screen.removeprefix("n"))
    assert len(seen["headings"]) == 1, seen
    assert (seen["dead"], seen["wide"]) == ([], False)
    if number == 1:
        assert seen["headings"] == [wording(language)("question", Emergency.id(), "title")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_reached_by_clicking_links_and_left_by_the_browser_s_back(
    old: OldChromium, server: Server, language: str
) -> None:
    """Each is shown alone, on the way there and again on the way back."""
    old.open(f"{server.url}{HOME[language]}")
    reached: set[int] = set()
    leads_to = {way: way[-1].number for way in shortest_ways().values() if way}

    def visit(screen: str, way: Way) -> None:
        number = way[-1].number if way else 1
        assert_alone(old, screen, language)
        reached.add(number)
        for exit_ in nodes()[number].exits:
            onward = next((w for w in leads_to if w[:-1] == way and w[-1].option == exit_.option), None)
            if onward is None:
                continue
            holder = f"#{screen}" if screen != "start" else ".start"
            old.click(f'{holder} .by-link [data-option="{exit_.option}"]')
            visit(f"n{exit_.number}", onward)
            old.back()
            assert_alone(old, screen, language)

    visit("start", ())
    assert reached == set(nodes())


def test_starting_again_and_the_other_language_keep_to_one_screen(old: OldChromium, server: Server) -> None:
    """The first screen by its own number, and the same number on the other page."""
    old.open(f"{server.url}wizard/#n5")
    assert_alone(old, "n5", "en")
    old.click('#n5 .screen-links [href="#n1"]')
    assert_alone(old, "n1", "en")
    old.click("#n1 .screen-links [hreflang=es]")
    old.wait("() => document.readyState === 'complete' && document.documentElement.lang === 'es'")
    assert_alone(old, "n1", "es")


def test_what_is_shown_is_printed(old: OldChromium, server: Server, tmp_path: Path) -> None:
    """The first question with its answers, or the result: on a sheet or two, and not on none or on thousands."""
    say = wording("en")
    result = next(n for n in nodes() if kind(nodes()[n]) == "result: detention_line")
    wanted = {
        "": [say("question", Emergency.id(), "options", option.value) for option in Emergency],
        f"#n{result}": [say("card.detention_line.title")],
    }
    for fragment, texts in wanted.items():
        old.open(f"{server.url}wizard/{fragment}")
        sheet = tmp_path / "sheet.pdf"
        sheet.write_bytes(old.printed())
        assert 1 <= pages_of(sheet.read_bytes()) <= 3
        told = subprocess.run(["pdftotext", str(sheet), "-"], capture_output=True, text=True, check=True).stdout
        for text in texts:
            assert text in " ".join(told.split())


FOUND = "() => [...document.querySelectorAll('[data-search-result] a')].map(link => link.getAttribute('href'))"
TYPE = """words => {
  const input = document.querySelector("#search-words");
  input.value = words;
  input.dispatchEvent(new Event("input"));
}"""


@pytest.mark.parametrize("version", [80, 92])
def test_the_search_finds_and_shows_ways_on(version: int, server: Server, tmp_path: Path) -> None:
    """With its scripts: what came to JavaScript later, these browsers would not even read."""
    with old_chromium(version, tmp_path) as tab:
        tab.open(server.url)
        tab.click("[data-search-open]")
        tab.run(TYPE, "where is my husband")
        tab.wait(f"() => ({FOUND})()[0] === './get-help/#find'")
        tab.run(TYPE, "zzzz")
        tab.wait("() => document.querySelector('[data-search-way-on]').hidden === false")
        assert tab.run(FOUND) == []
