"""What is wrong with a page for whoever has only a keyboard: a walk by Tab, and what opens, presses and chooses."""

from pathlib import Path

from playwright.sync_api import Page

WALK = Path(__file__).with_name("by_keyboard.js").read_text("utf-8")
"""Defines ``walked``: how everything looks while nothing has the focus, and what each stop is like."""
HELD = 12
"""So many times the Tab key may be pressed within one element: a film with its controls, a date."""
A_WHILE = 3_000
"""Milliseconds for which a message that comes with the focus must stay."""
OPENERS = "[aria-haspopup=dialog], [data-search-open], a[href='#']"


def keyboard_faults(page: Page) -> list[str]:
    """All of it."""
    page.evaluate(WALK)
    faults = _walk(page)
    for kind in ("press", "choose"):
        for number in range(page.evaluate(f"walked.all('{kind}')")):
            page.evaluate(f"walked.focus('{kind}', {number})")
            page.keyboard.press("Space" if kind == "press" else "ArrowDown")
            faults += page.evaluate(f"walked.after('{kind}', {number})")
    for number in range(page.locator(OPENERS).count()):
        faults += _box(page, number)
    return list(dict.fromkeys(faults))


def _walk(page: Page) -> list[str]:
    """Tab by Tab to the end of the page."""
    faults: list[str] = []
    pressed = 0
    while pressed < page.evaluate("walked.most()") + HELD:
        pressed += 1
        page.keyboard.press("Tab")
        stop = page.evaluate("walked.stop()")
        if stop is None:
            return faults
        faults += stop["faults"]
        if stop["came"]:
            page.wait_for_timeout(A_WHILE)
            faults += page.evaluate("walked.gone()")
        if stop["times"] >= HELD:
            break
    return [*faults, f"the Tab key gets no further: {page.evaluate('walked.brief()')}"]


def _box(page: Page, number: int) -> list[str]:
    """What opens takes the focus, holds it, and is left by Escape, after which the focus is where it was."""
    opener = page.locator(OPENERS).nth(number)
    if not opener.is_visible():
        return []
    page.evaluate("walked.before()")
    opener.focus()
    page.keyboard.press("Enter")
    if not page.evaluate("walked.opened()"):
        return []
    faults: list[str] = page.evaluate("walked.onlyByMouse()")
    if not page.evaluate("walked.isInside()"):
        faults.append("what opens does not take the focus")
        page.evaluate("walked.enter()")
    for _ in range(page.evaluate("walked.stopsInside()") + 1):
        page.keyboard.press("Tab")
        if not page.evaluate("walked.isInside()"):
            faults.append("what opens does not hold the focus")
            page.evaluate("walked.enter()")
            break
    page.keyboard.press("Escape")
    if page.evaluate("walked.isOpen()"):
        faults.append("Escape does not close what opened")
        page.evaluate("walked.remove()")
    elif not opener.evaluate("opener => opener === document.activeElement"):
        faults.append("the focus does not come back from what was closed")
    return faults
