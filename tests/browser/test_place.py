"""A card that names an office finds the office: by the place of the person, or by the court of the case."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from scripts.site_server import Server
from tests.answers import HELD
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.tab import wait
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.faults import AXE, NARROW, SCHEMES, Scheme, faults_of, looking, looks
from tests.browser.screens import HOME, LANGUAGES, answer_to, heading_of, take
from tests.browser.steps import go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser

TO_THE_FIELD_OFFICE = {**HELD, "needs": "release", "role": "self"}
TO_THE_LAWYERS = {**TO_THE_FIELD_OFFICE, "needs": "dismissal"}


def result_of(page: Page, server: Server, language: str, answers: dict[str, str]) -> None:
    """Walks to the result with *answers*."""
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    while form := page.query_selector("#interview form"):
        take(page, answer_to(form.get_attribute("data-question") or "", answers))


def find(page: Page, place: str) -> None:
    """Presses the button on the card."""
    before = heading_of(page)
    page.click(f"[data-focus={place}] [data-change={place}]")
    page.wait_for_function("h => document.querySelector('#interview h1').innerText !== h", arg=before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_state_asks_for_the_county_and_the_card_names_the_office(
    page: Page, server: Server, language: str
) -> None:
    """And the reader is taken to it; a change of mind and Back lose nothing."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    seen = len(server.requests)
    find(page, "place")
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.nothing"))
    page.select_option("#state", "TX")
    page.click("#interview .continue")
    page.wait_for_selector("#county")
    assert page.input_value("#state") == "TX"
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.county_nothing"))
    page.click("[data-first-field]")
    assert page.evaluate("document.activeElement.id") == "county"
    page.select_option("#county", label="Travis")
    go_on(page)
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["San Antonio Field Office"])
    county = say("office.place_county", county="Travis")
    expect(finder).to_contain_text(f"{county}, Texas")
    assert page.evaluate("document.activeElement.dataset.focus") == "place"
    expect(page.locator("#answers")).to_contain_text(f"{county}, Texas")
    page.go_back()
    page.wait_for_selector("#county")
    assert page.input_value("#county") == "Travis"
    page.go_forward()
    expect(finder.locator(".office-name")).to_have_text(["San Antonio Field Office"])
    assert len(server.requests) == seen
    assert "Travis" not in page.url + page.title()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_center_is_enough_and_its_own_office_answers(page: Page, server: Server, language: str) -> None:
    """With the number to call, its day and ICE's locator; a state beside it that is another is asked about."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    find(page, "place")
    page.select_option("#center", "kay-county-ok")
    page.select_option("#state", "TX")
    page.click("#interview .continue")
    expect(page.locator("#interview .field-error")).to_contain_text(say("question.place.nothing"))
    page.select_option("#center", "kay-county-ok")
    page.select_option("#state", "")
    go_on(page)
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["Chicago Field Office"])
    expect(finder).to_contain_text(say("office.center_area", office="Dallas Field Office"))
    expect(finder.locator("a[href*=locator]")).to_have_count(1)
    expect(finder.locator("a[href='tel:+15803623393']")).to_have_count(1)
    expect(page.locator("#answers")).to_contain_text("Kay County Detention Center, Newkirk, Oklahoma")
    find(page, "place")
    assert page.input_value("#center") == "kay-county-ok"


def test_a_conflict_of_sources_stays_one(page: Page, server: Server) -> None:
    """Nobody is sent to an office on a guess."""
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    page.select_option("#state", "AS")
    go_on(page)
    expect(page.locator("[data-focus=place]")).to_contain_text(wording("en")("office.no_source"))
    expect(page.locator("[data-focus=place] .office-name")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lawyers_are_found_by_the_court(page: Page, server: Server, language: str) -> None:
    """A court, or the state of one that is not known; the language can change in the middle."""
    result_of(page, server, language, TO_THE_LAWYERS)
    find(page, "court_place")
    page.select_option("#court", "Cleveland Immigration Court")
    other = next(name for name in LANGUAGES if name != language)
    page.click(f"[data-language={other}]")
    expect(page.locator("#interview h1")).to_have_text(wording(other)("question.court_place.title"))
    page.select_option("#court", "Cleveland Immigration Court")
    go_on(page)
    expect(page.locator("[data-focus=court_place]")).to_contain_text("Cleveland")
    find(page, "court_place")
    page.select_option("#court", "OH")
    go_on(page)
    assert page.locator("[data-focus=court_place] .office-name").count() >= 1


def test_without_python_a_card_links_to_the_list_of_offices(page: Page, server: Server) -> None:
    """In a tab of its own, so that the answers stay."""
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(server.url + HOME["en"])
    page.wait_for_selector("[data-python=python_failed]")
    while form := page.query_selector("#interview .screen:not([hidden]) form"):
        take(page, answer_to(form.get_attribute("data-question") or "", TO_THE_FIELD_OFFICE))
    link = page.locator("[data-focus=place] a")
    expect(link).to_be_visible()
    assert link.get_attribute("target") == "_blank"
    assert page.locator("[data-focus=place] button").is_hidden()
    with page.context.expect_page() as opened:
        link.click()
    assert opened.value.url == f"{server.url}find-your-office/"


@pytest.mark.parametrize(("scheme", "language"), looks(SCHEMES, LANGUAGES))
def test_the_screens_of_a_place_keep_no_one_out(
    chromium: Browser, server: Server, language: str, scheme: Scheme
) -> None:
    """Both questions, with their errors, and the offices found."""
    with looking(chromium, NARROW, scheme) as page:
        for answers, place, field, state in (
            (TO_THE_FIELD_OFFICE, "place", "#state", "CA"),
            (TO_THE_LAWYERS, "court_place", "#court", "CA"),
        ):
            result_of(page, server, language, answers)
            page.evaluate(AXE)
            find(page, place)
            assert faults_of(page) == []
            page.click("#interview .continue")
            page.wait_for_selector("#interview .field-error")
            assert faults_of(page) == []
            page.select_option(field, state)
            page.click("#interview .continue")
            if place == "place":
                page.wait_for_selector("#county")
                assert faults_of(page) == []
                page.select_option("#county", label="Kern")
                page.click("#interview .continue")
            page.wait_for_selector(f"[data-focus={place}] .office")
            assert faults_of(page) == []


WITH_KEYBOARD = (320, 300)
"""What a phone's keyboard leaves of a small screen."""

HITS = "#interview .place-hits button"


def type_place(page: Page, text: str) -> list[str]:
    """Types *text* into the box, in place of what stands there; what is offered."""
    page.focus("#typed")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    expect(page.locator("#typed")).to_have_value(text)
    expect(page.locator("#interview .place-box [aria-busy]")).to_have_count(0)
    return page.locator(HITS).all_inner_texts()


def kept_by_the_browser(page: Page) -> str:
    """Address, title, storage and history: nothing that is typed may stand there."""
    text: str = page.evaluate(
        """() => [location.href, document.title, document.cookie, JSON.stringify(localStorage),
          JSON.stringify(sessionStorage), JSON.stringify(history.state), window.name].join(" ")"""
    )
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_center_is_typed_and_chosen_above_the_keyboard_of_a_phone(page: Page, server: Server, language: str) -> None:
    """Nothing of it is sent or kept, the count is announced, and the office is the center's own."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    find(page, "place")
    seen = len(server.requests)
    page.set_viewport_size({"width": WITH_KEYBOARD[0], "height": WITH_KEYBOARD[1]})
    found = type_place(page, "Krome")
    assert found[0].startswith("Krome North Service Processing Center, Florida")
    expect(page.locator("#interview .place-box [role=status]")).to_have_text(say.count("office.places", len(found)))
    first = page.locator(HITS).first.bounding_box()
    assert first is not None
    assert first["y"] >= 0
    assert first["y"] + first["height"] <= WITH_KEYBOARD[1]
    assert "krome" not in kept_by_the_browser(page).lower()
    page.locator(HITS).first.dblclick()
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["Miami Field Office"])
    assert page.evaluate("document.activeElement.dataset.focus") == "place"
    assert len(server.requests) == seen
    assert "krome" not in kept_by_the_browser(page).lower()
    page.go_back()
    page.wait_for_selector("#typed")
    assert (page.input_value("#typed"), page.input_value("#center")) == ("", "krome")


def test_by_keyboard_alone_a_place_is_typed_and_one_of_many_states_chosen(page: Page, server: Server) -> None:
    """Tab leads from the box to what fits; each button of a state says in its group which name it is for."""
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    states = type_place(page, "Wayne County")
    assert {"Michigan", "New York"} <= set(states)
    group = page.locator("#interview .place-hits [role=group]")
    assert page.locator(f"#{group.get_attribute('aria-labelledby')}").inner_text().startswith("Wayne County")
    for _ in range(states.index("Michigan") + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Michigan"
    page.keyboard.press("Enter")
    finder = page.locator("[data-focus=place]")
    expect(finder.locator(".office-name")).to_have_text(["Detroit Field Office"])
    expect(finder).to_contain_text("Wayne County, Michigan")


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_takes_what_fits_alone_and_asks_where_more_or_nothing_does(
    page: Page, server: Server, language: str
) -> None:
    """The sentence stands by the box, the words stay, and the person is in the box again."""
    say = wording(language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    find(page, "place")
    for text, problem in (
        ("Cook County", "question.place.several"),
        ("Albuquerqe", "question.place.guess"),
        ("zzzz", "office.place_none"),
    ):
        type_place(page, text)
        page.keyboard.press("Enter")
        expect(page.locator("#interview .place-box .field-error")).to_contain_text(say(problem))
        assert page.evaluate("document.activeElement.id") == "typed"
        assert page.input_value("#typed") == text
        assert page.locator("#interview .problem").count() == 0
        assert (page.locator(HITS).count() > 0) == (text != "zzzz")
    type_place(page, "Washington D")
    assert page.locator("#interview .place-box .field-error").count() == 0
    type_place(page, "79901")
    page.keyboard.press("Enter")
    expect(page.locator("[data-focus=place] .office-name")).to_have_text(["El Paso Field Office"])


SLOWED = """
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...all) { setTimeout(() => post.apply(this, all), window.slowed ?? 0); };
"""


def test_words_typed_while_python_answers_stay_and_the_box_goes_on(page: Page, server: Server) -> None:
    """On a slow phone: the screen that is drawn again has the newest words, and what fits them."""
    page.add_init_script(SLOWED)
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    page.evaluate("window.slowed = 800")
    page.focus("#typed")
    page.keyboard.type("Cook County")
    page.evaluate("window.drawn = document.querySelector('#typed')")
    page.keyboard.press("Enter")
    page.keyboard.type(", Illino")
    page.wait_for_function("() => !window.drawn.isConnected", timeout=20_000)
    assert page.input_value("#typed") == "Cook County, Illino"
    page.keyboard.type("is")
    expect(page.locator(HITS)).to_have_text(["Cook County, Illinois"], timeout=20_000)
    assert page.locator("#interview .place-box .field-error").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_and_the_lists_midway_lose_nothing(page: Page, server: Server, language: str) -> None:
    """What is typed stands there in the other language; a choice from the lists takes its place."""
    other = next(name for name in LANGUAGES if name != language)
    result_of(page, server, language, TO_THE_FIELD_OFFICE)
    find(page, "place")
    type_place(page, "Kern County")
    page.click(f"[data-language={other}]")
    expect(page.locator("#interview h1")).to_have_text(wording(other)("question.place.title"))
    assert page.input_value("#typed") == "Kern County"
    county = wording(other)("office.place_county", county="Kern")
    expect(page.locator("#interview .place-hits")).to_contain_text(f"{county}, California")
    page.select_option("#state", "OH")
    assert page.input_value("#typed") == ""
    expect(page.locator(HITS)).to_have_count(0)
    go_on(page)
    expect(page.locator("[data-focus=place]")).to_contain_text("Ohio")


def test_a_state_that_is_typed_asks_for_its_county(page: Page, server: Server) -> None:
    """By the list of counties, or typed once more; the page's Back leads to the box again."""
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    type_place(page, "Texas")
    page.click(f"{HITS}:text-is('Texas (TX)')")
    page.wait_for_selector("#county")
    assert (page.input_value("#typed"), page.input_value("#state")) == ("", "TX")
    type_place(page, "Frio")
    page.click(f"{HITS}:text-is('Frio County, Texas')")
    expect(page.locator("[data-focus=place]")).to_contain_text("Frio County, Texas")
    expect(page.locator("#answers")).to_contain_text("Frio County, Texas")
    page.click("[data-back]")
    page.wait_for_selector("#county")
    assert page.input_value("#county") == "Frio"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_court_is_typed_too(page: Page, server: Server, language: str) -> None:
    """A court by its city; a city that has none gives its state."""
    say = wording(language)
    result_of(page, server, language, TO_THE_LAWYERS)
    find(page, "court_place")
    assert type_place(page, "Jena")[0].startswith("LaSalle Immigration Court")
    some = say("question.court_place.some_court", state="Texas")
    assert some in type_place(page, "Waco")
    page.click(f"{HITS}:text-is('{some}')")
    page.wait_for_selector("[data-focus=court_place] .office-name")
    find(page, "court_place")
    assert page.input_value("#court") == "TX"


def test_leaving_clears_what_stands_in_the_box(page: Page, server: Server) -> None:
    """As everything else that was told."""
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    type_place(page, "Krome")
    page.click("[data-clear]")
    page.click("[data-clear-now]")
    page.wait_for_function("() => !document.querySelector('#interview [data-seek]')")
    assert "krome" not in page.content().lower().replace("krome north", "")
    result_of(page, server, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    assert page.input_value("#typed") == ""


@pytest.mark.parametrize("pressed", [f"{HITS} >> nth=0", "#interview .continue"])
def test_python_that_dies_over_a_place_leads_back_to_the_card(page: Page, guide: Server, pressed: str) -> None:
    """Whoever pressed an offer or Continue is at the top of it, where it links to the list of offices."""
    result_of(page, guide, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    type_place(page, "Krome")
    page.workers[0].evaluate("() => self.close()")
    page.click(pressed)
    page.wait_for_selector("[data-python=python_failed]")
    expect(page.locator("[data-focus=place] a")).to_be_visible()
    expect(page.locator("#interview h1")).to_be_focused()


def test_python_that_dies_while_a_place_is_typed_lets_no_one_wait_for_names(page: Page, guide: Server) -> None:
    """Nothing by the box says any longer that they are loading, whatever is typed then."""
    result_of(page, guide, "en", TO_THE_FIELD_OFFICE)
    find(page, "place")
    type_place(page, "")
    page.workers[0].evaluate("() => self.close()")
    told = page.locator("#interview .place-box [role=status]")
    page.keyboard.type("Kro")
    expect(told).to_have_text(wording("en")("office.place_loading"))
    page.wait_for_selector("[data-python=python_failed]")
    expect(told).to_have_text("")
    page.keyboard.type("me")
    expect(told).to_have_text("")


@pytest.mark.parametrize(("scheme", "language"), looks(SCHEMES, LANGUAGES))
def test_what_is_offered_keeps_no_one_out(chromium: Browser, server: Server, language: str, scheme: Scheme) -> None:
    """Offers, the states of a name, and each sentence by the box, at 400 per cent."""
    with looking(chromium, NARROW, scheme) as page:
        result_of(page, server, language, TO_THE_FIELD_OFFICE)
        page.evaluate(AXE)
        find(page, "place")
        for text in ("stewart", "Wayne County", "Washington", "zzzz"):
            type_place(page, text)
            assert faults_of(page) == []
            page.keyboard.press("Enter")
            page.wait_for_selector("#interview .place-box .field-error")
            assert faults_of(page) == []


@pytest.mark.thorough
@pytest.mark.parametrize("engine", [Engine.FIREFOX, Engine.WEBKIT])
def test_a_place_is_typed_in_the_other_engines(
    engine: Engine, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """Chosen by a press, and taken by Enter."""
    offered = "text => document.querySelector('#interview .place-hits button')?.textContent.startsWith(text) ?? false"
    office = "name => document.querySelector('[data-focus=place] .office-name')?.textContent === name"
    answers = {name: [option] for name, option in {**TO_THE_FIELD_OFFICE, "need_groups": "out"}.items()}
    with tab_of(engine, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        wizard.walk_to_result(answers)
        wizard.leads_on(lambda: tab.click("[data-focus=place] [data-change=place]"))
        tab.type("#typed", "krome")
        wait(tab, offered, "Krome North")
        wizard.leads_on(lambda: tab.click(HITS))
        wait(tab, office, "Miami Field Office")
        wizard.leads_on(lambda: tab.click("[data-focus=place] [data-change=place]"))
        tab.type("#typed", "79901")
        wait(tab, offered, "79901")
        wizard.leads_on(lambda: tab.press("Enter"))
        wait(tab, office, "El Paso Field Office")
