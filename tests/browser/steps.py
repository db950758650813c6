"""What a person does in the wizard, as steps of a test."""

from playwright.sync_api import Page


def wait_for_python(page: Page) -> None:
    """Waits until Python has taken over."""
    page.wait_for_selector("[data-python=python_ready]", timeout=60_000)


def choose(page: Page, *options: str) -> None:
    """Chooses options of the question on the screen, continues, and waits for the next screen."""
    before = page.inner_text("#interview h1")
    for option in options:
        page.check(f"#interview [name=answer][value={option}]")
    go_on(page, before)


def go_on(page: Page, before: str | None = None) -> None:
    """Presses Continue and waits until another heading stands there."""
    heading = before if before is not None else page.inner_text("#interview h1")
    page.click("#interview .continue")
    page.wait_for_function("h => document.querySelector('#interview h1').innerText !== h", arg=heading)
