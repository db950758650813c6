"""Nothing is lost by a slip: a reload, a closed tab or "Clear everything" asks once where something was typed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from scripts.site_server import Server
from tests.browser.faults import looks
from tests.browser.screens import HOME, LANGUAGES
from tests.browser.steps import choose, wait_for_python
from tests.browser.test_moving_about import at_the_date
from tests.browser.test_packet import ANSWERS, LETTER, TYPED, fill
from tests.browser.test_place import result_of
from wizard.wording import wording

pytestmark = pytest.mark.browser

NAME = "#interview [name=name]"


@pytest.fixture
def questions(page: Page) -> Iterator[list[str]]:
    """The kinds of questions that the browser itself asked; each is answered with "Stay"."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    yield asked
    page.remove_listener("dialog", stay)


def form_of(page: Page, server: Server, language: str = "en") -> Page:
    """The form of details, with nothing in it."""
    result_of(page, server, language, ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    return page


def write_a_name(page: Page) -> None:
    """Types by keys, as a person does: of what a script wrote no browser asks."""
    page.click(NAME)
    page.keyboard.type(TYPED["name"])


def try_to_reload(page: Page) -> None:
    """Loads the page again, unless the person is asked and stays."""
    page.evaluate("() => { window.before = true; setTimeout(() => location.reload()); }")
    page.wait_for_timeout(600)


def is_reloaded(page: Page) -> bool:
    """Whether another page stands in the tab."""
    page.wait_for_load_state()
    return page.evaluate("window.before") is None


def test_a_reload_asks_once_something_is_typed_and_keeps_it_for_those_who_stay(
    page: Page, server: Server, questions: list[str]
) -> None:
    """The browser's own question; the words are still there."""
    form_of(page, server)
    write_a_name(page)
    try_to_reload(page)
    assert questions == ["beforeunload"]
    assert not is_reloaded(page)
    assert page.input_value(NAME) == TYPED["name"]


def test_a_day_that_is_typed_is_asked_for_too(page: Page, server: Server, questions: list[str]) -> None:
    """It is the one answer that takes looking up."""
    at_the_date(page, server, "en")
    page.click("#interview [data-part=day]")
    page.keyboard.type("5")
    try_to_reload(page)
    assert questions == ["beforeunload"]


def test_a_reload_after_choosing_alone_asks_nothing(page: Page, server: Server, questions: list[str]) -> None:
    """Who only chose is not held back: a page that is closed in haste does not stay open for a minute's work."""
    form_of(page, server)
    try_to_reload(page)
    assert is_reloaded(page)
    assert questions == []


def test_what_is_saved_is_not_asked_for_until_more_is_typed(page: Page, server: Server, questions: list[str]) -> None:
    """The file holds it."""
    form_of(page, server)
    write_a_name(page)
    with page.expect_download():
        page.click("form[data-details] .save-first [data-save]")
    page.wait_for_selector(".told")
    page.click(NAME)
    page.keyboard.type("x")
    try_to_reload(page)
    assert questions == ["beforeunload"]
    with page.expect_download():
        page.click("form[data-details] .save-first [data-save]")
    page.wait_for_selector(".told")
    try_to_reload(page)
    assert is_reloaded(page)
    assert questions == ["beforeunload"]


def test_words_typed_while_the_file_is_made_do_not_hold_it_up_and_are_asked_for(
    page: Page, server: Server, questions: list[str]
) -> None:
    """The file comes, with what stood there at the press; of what was typed since it says nothing."""
    form_of(page, server)
    write_a_name(page)
    with page.expect_download() as download:
        page.evaluate(
            """name => {
              document.querySelector("form[data-details] .save-first [data-save]").click();
              const field = document.querySelector(name);
              field.value += "x";
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            NAME,
        )
    page.wait_for_selector(".told")
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["details"]["name"] == TYPED["name"]
    try_to_reload(page)
    assert questions == ["beforeunload"]
    assert page.input_value(NAME) == f"{TYPED['name']}x"


def test_nothing_asks_on_the_way_out_by_the_quick_exit(page: Page, server: Server, questions: list[str]) -> None:
    """Not by its button, and not by its keys, whatever was typed."""
    form_of(page, server)
    write_a_name(page)
    page.evaluate("document.activeElement.blur()")
    away = page.get_attribute("[data-leave]", "href") or ""
    page.route(f"{away}**", lambda route: route.fulfill(body="Elsewhere"))
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(away)
    assert questions == []


@pytest.mark.parametrize("href", ["tel:+18005550100", "mailto:a@example.org"])
def test_a_call_or_a_mail_asks_nothing_and_a_reload_after_it_does(
    page: Page, server: Server, questions: list[str], href: str
) -> None:
    """The page stays while a number is dialled."""
    form_of(page, server)
    write_a_name(page)
    page.evaluate(
        """href => {
          const link = Object.assign(document.createElement("a"), { id: "out", href, textContent: "Out" });
          document.querySelector(".danger").append(link);
        }""",
        href,
    )
    page.click("#out")
    page.wait_for_timeout(2500)
    assert questions == []
    try_to_reload(page)
    assert questions == ["beforeunload"]


@pytest.mark.parametrize(("button", "language"), looks(("[data-restart]", "[data-clear]"), LANGUAGES))
def test_clearing_asks_once_beside_the_button(page: Page, server: Server, language: str, button: str) -> None:
    """By keyboard: the question takes the focus, Escape and "No" go back to the button, and "Yes" clears all."""
    say = wording(language)
    form_of(page, server, language)
    write_a_name(page)
    page.focus(button)
    page.keyboard.press("Enter")
    ask = page.locator("#ask-clear")
    expect(ask).to_be_focused()
    expect(ask).to_have_accessible_name(say("ui.clear_ask"))
    expect(ask).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(ask).to_be_hidden()
    expect(page.locator(button)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-keep]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(button)).to_be_focused()
    assert page.input_value(NAME) == TYPED["name"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-clear-now]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-question=emergency]")
    assert TYPED["name"] not in page.content()
    expect(page.locator(".told")).to_have_text(say("ui.cleared"))
    expect(page.locator(".told")).to_be_in_viewport()
    expect(ask).to_be_hidden()


@pytest.mark.parametrize(("button", "language"), looks(("[data-restart]", "[data-clear]"), LANGUAGES))
def test_clearing_asks_once_several_questions_were_answered(
    page: Page, server: Server, language: str, button: str
) -> None:
    """In words, beside the button; "No" leaves the screen as it was, and "Yes" clears all."""
    page.goto(server.url + HOME[language])
    wait_for_python(page)
    choose(page, "false")
    choose(page, "inside")
    page.check("#interview [value=detention_problem]")
    page.click(button)
    ask = page.locator("#ask-clear")
    expect(ask).to_contain_text(wording(language)("ui.clear_ask"))
    page.click("[data-keep]")
    expect(ask).to_be_hidden()
    expect(page.locator("#interview [value=detention_problem]")).to_be_checked()
    page.click(button)
    page.click("[data-clear-now]")
    page.wait_for_selector("[data-question=emergency]")
    expect(page.locator("#interview :checked")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_without_python_asks_before_answers_are_lost(
    page: Page, server: Server, language: str
) -> None:
    """It is another page there: "No" and Escape leave all as it was, "Yes" leads on to it."""
    say = wording(language)
    other = next(code for code in LANGUAGES if code != language)
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(server.url + HOME[language])
    page.wait_for_selector("[data-python=python_failed]")
    choose(page, "false")
    choose(page, "inside")
    page.check("#interview [value=detention_problem]")
    link, ask = page.locator(f"[data-language={other}]"), page.locator("#ask-clear")
    for no in ("[data-keep]", "Escape"):
        link.click()
        expect(ask).to_be_focused()
        expect(ask).to_have_accessible_name(f"{say('ui.language_ask')} {say('ui.clear_ask')}")
        page.click(no) if no.startswith("[") else page.keyboard.press(no)
        expect(ask).to_be_hidden()
        expect(link).to_be_focused()
        expect(page.locator("#interview [value=detention_problem]")).to_be_checked()
    page.click("[data-restart]")
    expect(ask).to_have_accessible_name(say("ui.clear_ask"))
    page.click("[data-keep]")
    link.click()
    page.click("[data-clear-now]")
    page.wait_for_url(server.url + HOME[other])
    page.wait_for_selector("[data-question=emergency]")


def test_clearing_asks_nothing_after_one_answer(page: Page, server: Server) -> None:
    """It is given again at once."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    page.click("[data-restart]")
    page.wait_for_selector("[data-question=emergency]")
    expect(page.locator("#ask-clear")).to_be_hidden()


def test_answers_that_are_saved_are_not_asked_for(page: Page, server: Server) -> None:
    """The file holds them; another answer after it is asked for again."""
    form_of(page, server)
    with page.expect_download():
        page.click("form[data-details] .save-first [data-save]")
    page.click("[data-clear]")
    page.wait_for_selector("[data-question=emergency]")
    expect(page.locator("#ask-clear")).to_be_hidden()


def test_the_quick_exit_is_not_asked_after_several_answers_either(
    page: Page, server: Server, questions: list[str]
) -> None:
    """By its button, with the question of "Clear everything" open beside it."""
    form_of(page, server)
    page.click("[data-clear]")
    expect(page.locator("#ask-clear")).to_be_visible()
    away = page.get_attribute("[data-leave]", "href") or ""
    page.route(f"{away}**", lambda route: route.fulfill(body="Elsewhere"))
    page.click("[data-leave]")
    page.wait_for_url(away)
    assert questions == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_saving_is_offered_before_typing_and_on_the_form(page: Page, server: Server, language: str) -> None:
    """With the reason; and what the browser did with the file is said beside the button, until the next act."""
    say = wording(language)
    result_of(page, server, language, ANSWERS)
    for place in ("#save-first", "form[data-details] .save-first"):
        expect(page.locator(place)).to_contain_text(say("packet.case_file.save_first"))
        with page.expect_download() as download:
            page.click(f"{place} [data-save]")
        saved = json.loads(Path(download.value.path()).read_text("utf-8"))
        assert saved["role"] == ANSWERS["role"]
        told = page.locator(f"{place} .told")
        expect(told).to_have_text(say("packet.screen.saved"))
        expect(told).to_be_in_viewport()
        assert page.text_content("[data-spoken]") == say("packet.screen.saved")
        if place == "#save-first":
            page.click("#prepare button")
            page.wait_for_selector("form[data-details]")
            expect(page.locator(".told")).to_have_count(0)


def test_a_case_with_a_slip_is_not_saved_but_the_slip_is_told(page: Page, server: Server) -> None:
    """Nothing typed is lost by it, and no file comes that lacks a part."""
    form_of(page, server)
    fill(page, {**TYPED, "a_number": "12"})
    page.click("form[data-details] .save-first [data-save]")
    expect(page.locator("#field-a_number-error")).to_contain_text(wording("en")("packet.error.a_number.short"))
    assert page.input_value(NAME) == TYPED["name"]
    expect(page.locator(".told")).to_have_count(0)


def test_the_language_survives_a_reload_and_the_way_back(page: Page, server: Server) -> None:
    """The address becomes that of the page in the other language; nothing is stored, and nothing asked for."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    asked = len(server.requests)
    page.click("[data-language=es]")
    page.wait_for_function("() => document.documentElement.lang === 'es'")
    assert page.url == f"{server.url}es/wizard/"
    page.go_back()
    page.wait_for_selector("#interview [data-question=emergency]")
    assert page.url == f"{server.url}es/wizard/"
    assert len(server.requests) == asked
    hrefs = page.eval_on_selector_all("#top a[href], #bottom a[href]", "all => all.map(link => link.href)")
    ours = {href for href in hrefs if href.startswith(server.url)}
    assert {f"{server.url}es/", f"{server.url}es/privacy/", f"{server.url}wizard/"} <= ours
    page.reload()
    wait_for_python(page)
    assert page.evaluate("document.documentElement.lang") == "es"
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_pulling_the_page_down_does_not_load_it_again(page: Page, server: Server) -> None:
    """On phones that is the slip that costs most."""
    page.goto(f"{server.url}wizard/")
    assert page.evaluate("getComputedStyle(document.documentElement).overscrollBehaviorY") == "contain"


@pytest.mark.parametrize("language", LANGUAGES)
def test_copied_and_not_copied_are_said_beside_the_button(page: Page, server: Server, language: str) -> None:
    """Visibly, and in the one live region; the next act ends it."""
    say = wording(language)
    form_of(page, server, language)
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    button = f"[data-copy={LETTER}]"
    for clipboard, message in (("async () => {}", "copied"), ("async () => { throw Error(); }", "copy_failed")):
        page.evaluate(
            f"""() => {{
              const value = {{ writeText: {clipboard} }};
              Object.defineProperty(navigator, "clipboard", {{ configurable: true, value }});
            }}"""
        )
        page.click(button)
        told = page.locator(f"{button} + .told")
        expect(told).to_have_text(say("packet.screen", message))
        expect(told).to_be_in_viewport()
        assert page.text_content("[data-spoken]") == say("packet.screen", message)
        expect(page.locator(".told")).to_have_count(1)
        page.click(".packet h1")
        expect(page.locator(".told")).to_have_count(0)


def test_a_browser_that_cannot_print_says_what_to_do(page: Page, server: Server) -> None:
    """As inside other apps on Android, and in Firefox for Android before 2023."""
    form_of(page, server)
    page.evaluate("() => { delete Window.prototype.print; window.print = undefined; }")
    page.click("#after [data-print]")
    expect(page.locator("[data-print] + .told")).to_have_text(wording("en")("ui.print_missing"))
