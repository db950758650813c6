"""The whole interview by links alone: for browsers without scripts, and for those with scripts but no WebAssembly."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.conftest import Launch
from tests.browser.screens import (
    HOME,
    LANGUAGES,
    WHOLE,
    Way,
    covering_ways,
    nodes,
    one_of_each_kind,
    shortest_ways,
    start_again,
    take,
    ways_through,
)
from tests.browser.steps import choose
from wizard.questions import MOST_NEEDS, NEED_GROUPS
from wizard.wording import wording

pytestmark = pytest.mark.browser

LOOK = """
() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  return {
    sections: [...document.querySelectorAll(".screen, .start")].filter(seen).map(section => section.id),
    headings: [...document.querySelectorAll("h1")].filter(seen).length,
    dead: [...document.querySelectorAll("button, input, select, progress")].filter(seen).map(e => e.outerHTML),
  };
}
"""


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def look(page: Page) -> tuple[list[str], int, list[str]]:
    """The ids of the sections that are shown, how many first headings, and the controls that would do nothing."""
    seen = page.evaluate(LOOK)
    return seen["sections"], seen["headings"], seen["dead"]


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.thorough)])
def test_every_screen_is_reached_by_clicking_links_and_left_by_the_browser_s_back(
    without_scripts: Page, server: Server, language: str
) -> None:
    """Each is shown alone, with one heading and nothing dead on it, on the way there and again on the way back.

    From the wizard's page, which holds the first, to the page that holds them all.
    """
    page = without_scripts
    page.goto(f"{server.url}{HOME[language]}")
    reached: set[int] = set()
    leads_to = {way: way[-1].number for way in shortest_ways().values() if way}

    def visit(number: int, way: Way) -> None:
        assert look(page) == ([f"n{number}"], 1, [])
        reached.add(number)
        for exit_ in nodes()[number].exits:
            onward = next((w for w in leads_to if w[:-1] == way and w[-1].option == exit_.option), None)
            if onward is None:
                continue
            page.click(f'#n{number} .by-link [data-option="{exit_.option}"]')
            page.wait_for_url(f"{server.url}{WHOLE[language]}#n{exit_.number}")
            visit(exit_.number, onward)
            page.go_back()
            assert look(page)[0] == [f"n{number}"]

    visit(1, ())
    assert reached == set(nodes())


@dataclass(frozen=True)
class Link:
    """A link between screens: where it stands, what it answers, where it leads."""

    section: str
    option: str
    target: str


class Links(HTMLParser):
    """Gathers the answer links of the page, and the ids of its sections."""

    def __init__(self) -> None:
        super().__init__()
        self.section = ""
        self.sections: list[str] = []
        self.found: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes sections and the links in them."""
        given = {name: value or "" for name, value in attrs}
        if tag == "section" and {"screen", "start"} & set(given.get("class", "").split()):
            self.section = given.get("id", "start")
            self.sections.append(self.section)
        elif tag == "a" and "data-option" in given:
            self.found.append(Link(self.section, given["data-option"], given["href"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_where_the_rules_lead(without_scripts: Page, server: Server, language: str) -> None:
    """The page's links are the graph of the interview: each option of each screen, once, and the first's again."""
    links = links_of(without_scripts, server.url + WHOLE[language])
    assert links.sections == [*(f"n{number}" for number in nodes()), "start"]
    screens = [(f"n{node.number}", node) for node in nodes().values()]
    assert links.found == [
        Link(section, exit_.option, f"#n{exit_.number}")
        for section, node in [*screens, ("start", nodes()[1])]
        for exit_ in node.exits
    ]
    first = links_of(without_scripts, server.url + HOME[language])
    assert first.sections == ["n1"]
    leads = [(link.option, urljoin(server.url + HOME[language], link.target)) for link in first.found]
    assert leads == [(exit_.option, f"{server.url}{WHOLE[language]}#n{exit_.number}") for exit_ in nodes()[1].exits]


def links_of(page: Page, address: str) -> Links:
    """What stands in the HTML at *address*."""
    response = page.goto(address)
    assert response is not None
    links = Links()
    links.feed(response.text())
    return links


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_address_of_a_screen_leads_to_the_first_question(
    without_scripts: Page, server: Server, language: str
) -> None:
    """Every screen stood on the wizard's page once. Its first question is there, and leads to all of them."""
    page = without_scripts
    page.goto(f"{server.url}{HOME[language]}#n17")
    assert look(page) == (["n1"], 1, [])
    page.click(".to-whole a")
    page.wait_for_url(server.url + WHOLE[language])
    assert look(page) == (["n1"], 1, [])


def test_the_other_language_shows_the_same_screen(without_scripts: Page, server: Server) -> None:
    """The link to the other language below a screen keeps the place."""
    page = without_scripts
    page.goto(f"{server.url}{WHOLE['en']}#n5")
    page.click("#n5 .screen-links [hreflang=es]")
    page.wait_for_url(f"{server.url}{WHOLE['es']}#n5")
    assert look(page) == (["n5"], 1, [])
    assert page.get_attribute("html", "lang") == "es"


def test_the_words_above_the_first_question_say_that_links_are_enough(without_scripts: Page, server: Server) -> None:
    """What only Python can do is not spoken of; what works without it is."""
    page = without_scripts
    page.goto(f"{server.url}wizard/")
    assert page.locator(".guide-intro:visible").count() == 1
    assert not page.is_visible("[data-python] p")
    assert page.is_visible(".leave")


@pytest.fixture(scope="module")
def without_wasm(launch: Launch) -> Browser:
    """A Chromium that runs scripts and has no WebAssembly, as in a browser's strictest mode."""
    return launch("--js-flags=--jitless", "--disable-ipc-flooding-protection")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_webassembly_the_fields_lead_through_the_same_screens(
    without_wasm: Browser, server: Server, language: str
) -> None:
    """One of each kind of screen, by choosing and continuing."""
    walk_by_fields(without_wasm, server, language, ways_through(one_of_each_kind()))


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_webassembly_the_fields_lead_through_every_screen(
    without_wasm: Browser, server: Server, language: str
) -> None:
    """All of them."""
    walk_by_fields(without_wasm, server, language, covering_ways())


def walk_by_fields(browser: Browser, server: Server, language: str, ways: tuple[Way, ...]) -> None:
    """Walks *ways* with fields; every screen on them must be the section of its number, and focus on its heading."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server.url}{HOME[language]}")
    page.wait_for_selector("[data-python=python_failed]")
    assert page.evaluate("typeof WebAssembly") == "undefined"
    assert [request.path for request in server.requests if "/runtime/" in request.path] == []
    for way in ways:
        start_again(page)
        for step in way:
            take(page, step.option)
            assert look(page)[:2] == ([f"n{step.number}"], 1)
            assert page.evaluate("document.activeElement.tagName") == "H1"
    context.close()
    assert errors == []


def test_without_webassembly_several_needs_are_walked_one_after_the_other(
    without_wasm: Browser, server: Server
) -> None:
    """The result of the first offers the second by its name, and what was answered is not asked again."""
    context = without_wasm.new_context()
    page = context.new_page()
    page.goto(f"{server.url}wizard/")
    page.wait_for_selector("[data-python=python_failed]")
    take(page, "false")
    choose(page, "detention_problem", "bond")
    page.wait_for_selector("[data-question=custody]")
    take(page, "ice_detention")
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"
    label = page.inner_text("[data-next-need] span")
    assert label
    page.click("[data-next-need]")
    page.wait_for_selector("[data-question=known_to_ice], .card[data-channel=opla]")
    context.close()


def test_without_webassembly_each_group_is_asked_before_the_first_result_and_back_keeps_both(
    without_wasm: Browser, server: Server
) -> None:
    """Two groups with two needs each: a need that is changed on the way back is the only one that changes."""
    context = without_wasm.new_context()
    page = context.new_page()
    page.goto(f"{server.url}wizard/")
    page.wait_for_selector("[data-python=python_failed]")
    take(page, "false")
    choose(page, "inside", "help")
    choose(page, "detention_problem", "legal_access")
    page.wait_for_selector("[data-question=needs][data-group=help]")
    page.go_back()
    page.wait_for_selector("[data-question=needs][data-group=inside]")
    assert page.is_checked("[value=detention_problem]")
    page.uncheck("[value=legal_access]")
    choose(page, "property_or_papers")
    page.wait_for_selector("[data-question=needs][data-group=help]")
    choose(page, "complaint", "records")
    take(page, "ice_detention")
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"
    for need in ("property_or_papers", "complaint", "records"):
        label = wording("en")("question.needs.options", need)
        assert page.inner_text("[data-next-need] span") == label
        page.click("[data-next-need]")
        page.wait_for_selector(f"#interview .card[data-channel=outside] [data-need={need}]")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_points_where_reading_goes_and_the_first_step_is_in_everyday_words(
    without_scripts: Page, server: Server, language: str
) -> None:
    """An arrow the other way would say "back"; the group that is chosen is the heading of the second step."""
    page = without_scripts
    page.goto(f"{server.url}{HOME[language]}")
    page.locator(".by-link a[data-option=false]:visible").click()
    page.wait_for_url(f"{server.url}{WHOLE[language]}#n*")
    links = page.locator(".by-link a:visible")
    assert links.first.evaluate("a => getComputedStyle(a, '::after').content") == '"\u203a"'
    groups = [wording(language)("question.need_groups.options", group.value) for group in NEED_GROUPS]
    assert links.all_inner_texts() == groups
    for group, needs in NEED_GROUPS.items():
        page.locator(f".by-link a[data-option={group}]:visible").click()
        heading = wording(language)("question.need_groups.options", group.value)
        assert page.locator("h1:visible").all_inner_texts() == [heading]
        assert links.count() == len(needs) <= MOST_NEEDS
        page.go_back()
