"""The office is found by the names of places, in a box above a list that is whole without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.faults import AXE, NARROW, SCHEMES, Scheme, faults_of, looking, looks

pytestmark = pytest.mark.browser

SITE = Path(__file__).resolve().parents[2] / "site"

SEEN = "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.id)"

STATUS = "document.querySelector('[data-place-box] [role=status]').textContent"


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def typed(page: Page, text: str) -> tuple[list[str], list[str]]:
    """What is left of the list of lawyers' offices when *text* is typed: states, and parts of states."""
    enter(page, text)
    states: list[str] = page.evaluate(SEEN, "[data-place]")
    parts: list[str] = page.evaluate(SEEN, "[data-part][id]")
    return states, parts


def enter(page: Page, text: str) -> None:
    """Types *text* into the field, in place of what stands there."""
    page.focus("#office-filter")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def rows(page: Page, text: str) -> list[str]:
    """What stands beneath the box when *text* is typed: the line of each row, or a name with its states."""
    enter(page, text)
    page.wait_for_function(
        "() => !document.querySelector('[data-place-box] [role=status]').textContent.match(/loading|carga/)"
    )
    page.wait_for_timeout(50)
    found: list[str] = page.eval_on_selector_all(
        ".place-hits > li",
        "rows => rows.map(row => (row.querySelector('summary') ?? row).innerText.replace(/\\s+/g, ' ').trim())",
    )
    return found


def test_a_place_is_found_by_what_people_call_it_with_its_state_beside_it(page: Page, server: Server) -> None:
    """A center, a city, a ZIP code, a building, a court; in both languages."""
    page.goto(f"{server.url}find-your-office/")
    assert rows(page, "Krome")[0] == "Krome North Service Processing Center, Florida"
    assert rows(page, "moshanon valley")[0].endswith(", Pennsylvania")
    assert rows(page, "Whipple") == ["Whipple, Minnesota", "Whipple, Ohio"]
    assert rows(page, "ohio")[0] == "Ohio (OH)"
    assert rows(page, "79901") == ["79901 (El Paso County), Texas"]
    assert page.inner_text(".place-hits .office-name") == "El Paso Field Office"
    assert "Kings County, New York" in rows(page, "Brooklyn")
    assert rows(page, "Cleveland Immigration Court") == ["Cleveland Immigration Court, Ohio"]
    page.click(".place-card a")
    page.wait_for_url("**/opla-offices/#OH")
    page.goto(f"{server.url}es/find-your-office/")
    assert "Nueva York (NY)" in rows(page, "nueva york")
    assert "Condado de Kern, California" in rows(page, "condado de kern")
    assert rows(page, "Rikers Island") == []
    assert page.inner_text("[data-place-box] [role=status]").startswith("No se halló nada")


def test_the_state_is_asked_where_several_have_the_name(page: Page, server: Server) -> None:
    """Detroit's county is offered beside the others, no office is shown before, and the one that is chosen opens."""
    page.goto(f"{server.url}find-your-office/")
    (row,) = rows(page, "Wayne County")
    assert row.startswith("Wayne County In which state?")
    assert {"Michigan", "New York"} <= set(page.locator(".place-states button").all_inner_texts())
    assert page.locator(".place-hits .office-card").count() == 0
    page.click(".place-states button:has-text('Michigan')")
    page.wait_for_selector(".place-hits .office-card")
    assert page.locator(".place-hits .office-name").all_inner_texts() == ["Detroit Field Office"]
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert rows(page, "Cook County") == ["Cook County, Georgia", "Cook County, Illinois", "Cook County, Minnesota"]
    assert rows(page, "Washington D") == ["District of Columbia (DC)"]
    for guess in ("holding facility", "Joe", "Pensylvania"):
        assert len(rows(page, guess)) == 1
        assert page.locator(".place-hits details[open]").count() == 0, guess
    assert {"Hays County, Texas", "Hays, Kansas"} <= set(rows(page, "Hays"))


def test_a_center_tells_its_numbers_in_order_its_day_the_locator_and_a_conflict(page: Page, server: Server) -> None:
    """ICE's own word for its office goes first, and the area's is named too."""
    page.goto(f"{server.url}find-your-office/")
    rows(page, "Kay County Detention Center")
    page.locator(".place-hits summary").first.click()
    card = page.locator(".place-card").first
    card.wait_for()
    text = card.inner_text()
    assert "As of July 20, 2026" in text
    assert "Chicago Field Office" in text
    assert "another office, Dallas Field Office" in text
    assert card.locator("a[href*=locator]").count() == 1
    rows(page, "California City")
    page.locator(".place-hits summary").first.click()
    numbers = page.locator(".place-card > p:has(a[href^=tel])")
    numbers.first.wait_for()
    told = numbers.all_inner_texts()
    assert told[0].startswith("Phone to ask about a person there: (760) 491-8104")
    assert ["Main phone" in line for line in told] == [False, True, True]
    rows(page, "Baldwin County")
    page.locator(".place-hits summary:has-text('Alabama')").first.click()
    page.wait_for_selector(".place-card")
    assert "from an older list: (251) 937-0202" in page.inner_text(".place-card")


def test_what_is_found_stands_above_the_keyboard_of_a_phone(page: Page, server: Server) -> None:
    """Of a screen of 360 by 640, a keyboard leaves little more than half."""
    page.set_viewport_size({"width": 360, "height": 360})
    page.goto(f"{server.url}find-your-office/")
    rows(page, "Stewart")
    first = page.locator(".place-hits > li").first.bounding_box()
    field = page.locator("#office-filter").bounding_box()
    header = page.locator(".guide-header").bounding_box()
    assert first is not None
    assert field is not None
    assert header is not None
    assert field["y"] >= header["y"] + header["height"] - 1
    assert first["y"] + first["height"] <= 360


def test_a_court_s_city_leads_to_the_lawyers_office_there(page: Page, server: Server) -> None:
    """And only to that one."""
    page.goto(f"{server.url}opla-offices/")
    assert typed(page, "Lumpkin")[0] == ["GA"]
    shown = page.evaluate(
        "[...document.querySelectorAll('[data-opla]')].filter(e => e.checkVisibility()).map(e => e.dataset.opla)"
    )
    assert shown == ["atlanta_lumpkin"]


def test_a_center_is_found_in_the_list_by_its_name_its_city_or_its_county(page: Page, server: Server) -> None:
    """Only it stays, under its state; the line beneath the field counts places, and all come back."""
    page.goto(f"{server.url}detention-centers/")
    shown = (
        "[...document.querySelectorAll('[data-center]')].filter(e => e.checkVisibility()).map(e => e.dataset.center)"
    )
    everything = page.evaluate(shown)
    assert len(everything) == 251
    for text, count in (
        ("Stewart Detention", 1),
        ("Lumpkin", 1),
        ("florence", 3),
        ("Florence, AZ", 3),
        ("eloy arizona", 1),
        ("Florence, Texas", 0),
        ("Harris County", 2),
        ("zzz", 0),
    ):
        states, _ = typed(page, text)
        status = page.inner_text("[data-office-filter] [role=status]")
        assert len(page.evaluate(shown)) == count, text
        assert bool(states or not count), text
        told = {0: "Nothing found", 1: "1 place fits."}.get(count, f"{count} places fit.")
        assert status.startswith(told), (text, status)
    assert typed(page, "massachusetts")[0] == ["MA"]
    assert page.evaluate(shown) == ["plymouth-county-ma"]
    enter(page, "x")
    page.fill("#office-filter", "")
    assert page.evaluate(shown) == everything
    assert page.inner_text("[data-office-filter] [role=status]") == "The list shows all places."
    enter(page, "( .")
    assert page.inner_text("[data-office-filter] [role=status]") == "The list shows all places."
    enter(page, "louisiana")
    assert len(page.evaluate(shown)) == 12
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(shown) == everything, "nobody sees on paper what is left out"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(page.evaluate(shown)) == 12


def test_without_scripts_a_center_s_number_is_two_links_away(without_scripts: Page, server: Server) -> None:
    """From the line's page: the list, its state, and the number, which a finger can press."""
    page = without_scripts
    page.goto(f"{server.url}detention-line/")
    page.click("article a[href*='detention-centers/']")
    page.click(".office-states a[href='#GA']")
    assert page.url.endswith("/detention-centers/#GA")
    assert page.locator("#office-filter:visible").count() == 0
    row = page.locator("#GA [data-center]", has_text="Stewart Detention Center")
    assert row.locator("a[href^='tel:']").count() >= 1
    assert row.locator("a[href^='tel:']").first.bounding_box()


def test_what_is_typed_stays_in_the_field(page: Page, server: Server) -> None:
    """Names come once, before anything is typed; nothing stands in the address, and the next look starts afresh."""
    page.goto(f"{server.url}find-your-office/")
    page.wait_for_load_state("networkidle")
    assert not [request for request in server.requests if "places/" in request.path]
    page.focus("#office-filter")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    asked = len(server.requests)
    assert rows(page, "harris")
    page.keyboard.press("Enter")
    assert page.url == f"{server.url}find-your-office/"
    assert len(server.requests) == asked
    assert page.evaluate(
        "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)]"
    ) in (
        ["{}", "{}", "null"],
        ["{}", "{}", "{}"],
    )
    page.click(".guide-name")
    page.go_back()
    assert page.input_value("#office-filter") == ""
    assert page.locator(".place-hits > li").count() == 0
    assert len(page.evaluate(SEEN, "[data-place]")) == 56


def test_where_the_names_do_not_come_the_box_says_so(page: Page, server: Server) -> None:
    """And points to the list, which is whole."""
    page.route("**/places/*.json", lambda route: route.abort())
    page.goto(f"{server.url}find-your-office/")
    enter(page, "ohio")
    page.wait_for_function(
        "() => document.querySelector('[data-place-box] [role=status]').textContent.includes('did not load')"
    )
    assert len(page.evaluate(SEEN, "[data-place]")) == 56


def test_the_map_leads_by_keyboard_to_a_state_of_the_list(page: Page, server: Server) -> None:
    """Also after something was typed."""
    page.goto(f"{server.url}find-your-office/")
    rows(page, "ohio")
    page.focus(".map a[href='#TX-DAL']")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    box = page.locator("#TX-DAL").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 740


def test_without_scripts_the_whole_list_is_there_and_no_dead_field(without_scripts: Page, server: Server) -> None:
    """With the map, whose links need none."""
    page = without_scripts
    page.goto(f"{server.url}find-your-office/")
    assert page.locator("[data-place]:visible").count() == 56
    assert page.locator("#office-filter:visible").count() == 0
    page.click(".map a[href='#MA'] rect")
    assert page.url.endswith("#MA")


def test_on_paper_nothing_lies_over_the_list(page: Page, server: Server) -> None:
    """Neither the link that skips to the content, which is on every page, nor the one that skips the map."""
    page.goto(f"{server.url}find-your-office/")
    page.emulate_media(media="print")
    assert page.locator(".guide-skip").evaluate("link => getComputedStyle(link).display") == "none"
    assert page.locator(".office-skip").evaluate("link => getComputedStyle(link).display") == "none"
    assert not page.is_visible("#office-filter")
    assert page.locator("[data-place]:visible").count() == 56


@pytest.mark.parametrize(("scheme", "language"), looks(SCHEMES, ("", "es/")))
def test_what_the_box_shows_keeps_no_one_out(chromium: Browser, server: Server, language: str, scheme: Scheme) -> None:
    """Rows, an open center with a conflict, and the states of a name."""
    with looking(chromium, NARROW, scheme) as page:
        page.goto(f"{server.url}{language}find-your-office/")
        page.evaluate(AXE)
        for text, open_first in (("Kay County", True), ("Wayne County", False), ("79901", False), ("zzzz", False)):
            found = rows(page, text)
            assert bool(found) == (text != "zzzz")
            if open_first:
                page.locator(".place-hits summary").first.click()
                page.wait_for_selector(".place-card")
            assert faults_of(page) == []


def test_the_page_stays_light_until_the_box_is_used(page: Page, server: Server) -> None:
    """At most 90 kB at the first view, as a server sends it with brotli; the names come when the box is entered."""
    page.goto(f"{server.url}find-your-office/")
    page.wait_for_load_state("networkidle")
    paths = {request.path.partition("?")[0].strip("/") for request in server.requests}
    files = [SITE / path / "index.html" if (SITE / path).is_dir() else SITE / path for path in paths]
    packed = [file.with_name(f"{file.name}.br") for file in files]
    weight = sum((br if br.is_file() else file).stat().st_size for br, file in zip(packed, files, strict=True))
    assert 30_000 < weight <= 90_000
