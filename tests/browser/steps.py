"""What a person does in the wizard, as steps of a test."""

from playwright.sync_api import Page

from wizard.questions import GROUPS, NEED_GROUPS, Need, group_of

ZONE = "America/New_York"
"""Where tests read: in a zone that readers have. One that is hidden looks like Greenwich."""


def wait_for_python(page: Page) -> None:
    """Waits until Python has taken over."""
    page.wait_for_selector("[data-python=python_ready]", timeout=60_000)


def choose(page: Page, *options: str) -> None:
    """Chooses options of the question on the screen, continues, and waits for the next screen.

    Needs are chosen by way of their groups, one group after another.
    """
    needs = [Need(option) for option in options if option in list(Need)]
    if needs and page.get_attribute("#interview form", "data-question") == GROUPS:
        groups = [group for group in NEED_GROUPS if group in map(group_of, needs)]
        choose(page, *groups)
        for group in groups:
            choose(page, *(need for need in needs if group_of(need) is group))
        return
    before = page.inner_text("#interview h1")
    for option in options:
        page.check(f"#interview [name=answer][value={option}]")
    go_on(page, before)


def clear(page: Page, button: str = "[data-clear]") -> None:
    """Presses "Clear everything", or the *button* to start again, and says yes where that is asked."""
    page.click(button)
    if page.is_visible("#ask-clear"):
        page.click("[data-clear-now]")


def go_on(page: Page, before: str | None = None) -> None:
    """Presses Continue and waits until another heading stands there."""
    heading = before if before is not None else page.inner_text("#interview h1")
    page.click("#interview .continue")
    page.wait_for_function("h => document.querySelector('#interview h1').innerText !== h", arg=heading)
