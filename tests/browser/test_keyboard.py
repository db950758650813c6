"""The whole interview with a keyboard alone: Tab, arrows, Space and Enter; nothing is clicked."""

import pytest
from playwright.sync_api import Page

from scripts.site_server import Server
from tests.browser.screens import Way, covering_ways, nodes, one_of_each_kind, ways_through, with_python
from tests.browser.steps import wait_for_python
from wizard.questions import MOST_NEEDS

pytestmark = pytest.mark.browser

MOST_TABS = 120
FOCUSED = """
() => {
  const element = document.activeElement;
  const box = element.closest(".choice, .checklist label") ?? element;
  const drawn = [element, box].some((e) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { top, bottom } = box.getBoundingClientRect();
  return {
    tag: element.tagName,
    name: element.getAttribute("name") ?? "",
    value: element.value ?? "",
    classes: element.className,
    checked: Boolean(element.checked),
    seen: drawn && bottom > 0 && top < innerHeight,
  };
}
"""
# The first question stands there at once, to be seen alone; the focus comes to it with the answer.
BEGUN_AGAIN = """
() => !interview.inert && document.activeElement === document.querySelector("#interview [data-question=emergency] h1")
"""


def focused(page: Page) -> dict[str, str | bool]:
    """What has the focus."""
    found: dict[str, str | bool] = page.evaluate(FOCUSED)
    return found


def tab_to(page: Page, **wanted: str) -> None:
    """Presses Tab until the focus is on what is wanted; on the way the focus can always be seen."""
    for _ in range(MOST_TABS):
        page.evaluate("window.tabbed = document.activeElement")
        page.keyboard.press("Tab")
        page.wait_for_function("document.activeElement !== window.tabbed")  # a busy browser moves it later
        here = focused(page)
        assert here["tag"] == "BODY" or here["seen"], f"the focus cannot be seen on {here}"
        if all(here[key] == value for key, value in wanted.items()):
            return
    pytest.fail(f"Tab never reaches {wanted}")


def press_and_wait(page: Page, key: str) -> None:
    """Presses *key* and waits for the next screen, whose heading has the focus."""
    page.evaluate("window.before = document.querySelector('#interview h1')")
    page.keyboard.press(key)
    page.wait_for_function("() => !interview.inert && document.querySelector('#interview h1') !== window.before")
    assert page.evaluate("document.activeElement === document.querySelector('#interview h1')")


def choose(page: Page, option: str) -> None:
    """One of several by arrows, or a tick by Space, as a keyboard does it; then Continue."""
    if option and page.query_selector("[type=checkbox][name=answer]"):
        tab_to(page, name="answer", value=option)
        page.keyboard.press("Space")
    elif option:
        tab_to(page, name="answer")
        if not focused(page)["checked"]:
            page.keyboard.press("Space")
        while focused(page)["value"] != option:
            page.keyboard.press("ArrowDown")
        assert focused(page)["checked"]
    tab_to(page, classes="continue")
    press_and_wait(page, "Enter")


def opened(page: Page, server: Server) -> Page:
    """The wizard with Python; the focus is where the browser puts it."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    assert focused(page)["tag"] == "BODY"
    return page


def walk(page: Page, ways: tuple[Way, ...]) -> None:
    """Goes *ways* one after the other; between them the button that starts again is pressed."""
    for way in ways:
        if page.is_visible("[data-restart]"):
            page.focus("[data-restart]")
            page.keyboard.press("Enter")
            if page.is_visible("#ask-clear"):
                page.keyboard.press("Tab")  # to its "Yes"
                page.keyboard.press("Enter")
            page.wait_for_function(BEGUN_AGAIN)
        for option, _ in with_python(way):
            choose(page, option)
        heading = page.inner_text("#interview h1")
        assert heading
        assert page.locator("#interview .card").count() == _cards(way)


def _cards(way: Way) -> int:
    assessment = getattr(nodes()[way[-1].number].screen, "assessment", None)
    return 0 if assessment is None else len(assessment.cards)


def test_each_kind_of_screen_is_reached_and_left_by_keyboard(page: Page, server: Server) -> None:
    """From the first question to each kind of result; the focus is on each new heading."""
    walk(opened(page, server), ways_through(one_of_each_kind()))


@pytest.mark.thorough
def test_every_screen_is_reached_by_keyboard(page: Page, server: Server) -> None:
    """All of them."""
    walk(opened(page, server), covering_ways())


def test_the_first_stop_skips_to_the_question(page: Page, server: Server) -> None:
    """The skip link is there at the first Tab, can be seen, and the next Tab is in the question."""
    opened(page, server)
    page.keyboard.press("Tab")
    here = focused(page)
    assert (here["classes"], here["seen"]) == ("skip", True)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "answer"
    assert page.url == f"{server.url}wizard/" or page.url.endswith("#main")


def test_nothing_chosen_is_told_and_the_message_leads_to_the_field(page: Page, server: Server) -> None:
    """The focus goes to the message, Enter on its link goes to the first option, and a choice goes on."""
    opened(page, server)
    tab_to(page, classes="continue")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.classList.contains('problem')")
    assert page.locator("#interview .problem").is_visible()
    assert page.locator("#interview .field-error").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page)["name"] == "answer"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-question=need_groups]")


def test_what_had_the_focus_outlives_its_screen_for_a_moment(page: Page, server: Server) -> None:
    """A screen reader in Chromium that finds it gone says nothing of the next heading; see tests/browser/speech."""
    opened(page, server)
    page.evaluate(
        "document.addEventListener('focusin', () => document.querySelector('h1:focus') && (left = pressed.isConnected))"
    )
    for option in ("false", "inside"):
        page.evaluate("window.left = undefined; window.pressed = document.querySelector('#interview .continue')")
        choose(page, option)
        assert page.evaluate("left") is True
        page.wait_for_function("() => !pressed.isConnected")
        assert page.evaluate("document.activeElement === document.querySelector('#interview h1')")
    page.go_back()
    page.go_back()
    assert page.locator("#interview .continue").count() == 1


def test_the_reasons_open_and_close_with_enter(page: Page, server: Server) -> None:
    """Folded text on a question and on a result."""
    opened(page, server)
    tab_to(page, tag="SUMMARY")
    page.keyboard.press("Enter")
    assert page.get_attribute(".why", "open") == ""
    page.keyboard.press("Enter")
    assert page.get_attribute(".why", "open") is None
    walk(page, (next(way for way in covering_ways() if _cards(way)),))
    page.focus(".because summary")
    page.keyboard.press("Enter")
    assert page.locator(".because blockquote").first.is_visible()


def test_escape_does_nothing(page: Page, server: Server) -> None:
    """No answer is lost and no screen is left."""
    opened(page, server)
    choose(page, "false")
    page.check("[value=court]")
    page.keyboard.press("Escape")
    assert page.is_checked("[value=court]")
    assert page.is_visible("[data-question=need_groups]")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_screen_holds_the_focus_fast(page: Page, server: Server, key: str) -> None:
    """On the longest question Tab goes through everything once and comes out of the page again, both ways."""
    opened(page, server)
    choose(page, "false")
    choose(page, "out")
    page.focus("#interview h1" if key == "Tab" else "#bottom a")
    stops = []
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        here = focused(page)
        if here["tag"] == "BODY":
            break
        stops.append((here["tag"], here["name"], here["value"], here["classes"]))
    else:
        pytest.fail("the focus never leaves the page")
    assert len([stop for stop in stops if stop[1] == "answer"]) == MOST_NEEDS
