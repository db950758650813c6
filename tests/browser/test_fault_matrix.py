"""Every file that the wizard needs, spoiled in every way: within ten seconds one can answer, and a sentence says so.

The files are read from the page itself, so that a new one is spoiled too. `EVERY_DAY` are walked in each run, the whole
matrix with --thorough.
"""

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.site_server import Fault, Server
from tests.browser.screens import HOME, WHOLE
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.browser

NEEDED = ("first", "open_now", "wizard")
RUNTIME = ("worker.*.js", "pyodide.*.mjs", "pyodide.asm.*.mjs", "pyodide.asm.*.wasm", "python.*.zip")
FILES = (
    *(f"wizard/assets/{name}.*.js" for name in NEEDED),
    "wizard/assets/wizard.*.css",
    *(f"wizard/runtime/{name}" for name in RUNTIME),
    "own.css",
    "WHOLE",
)
"""By address; WHOLE is the page of all questions in the language of the wizard."""
EVERY_DAY = {
    ("wizard/assets/first.*.js", Fault.STALL, "en"),
    ("wizard/assets/wizard.*.js", Fault.FADE, "es"),
    ("WHOLE", Fault.LOGIN_PAGE, "en"),
}
MATRIX = [
    pytest.param(
        *(file, fault, code),
        marks=[] if (file, fault, code) in EVERY_DAY else pytest.mark.thorough,
        id=f"{file} {fault} {code}",
    )
    for file in FILES
    for fault in Fault
    for code in languages()
]
USABLE = """() => {
    const seen = (element) => Boolean(element && element.getClientRects().length);
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    const field = document.querySelector("#interview input[value=false]");
    const link = document.querySelector("#interview .by-link a[data-option=false]");
    return painted && (seen(link) || seen(field?.labels[0]));
}"""
ANOTHER_HEADING = """before => document.querySelector("html:not(.js)") ||
    [...document.querySelectorAll("h1")].some((h1) => h1.getClientRects().length && h1.innerText !== before)"""
SAID = (
    "python_loading",
    "python_ready",
    "python_failed",
    "page_by_link",
    "page_plain",
    "page_cut",
    "questions_missing",
)


def test_the_matrix_has_every_file_of_the_page(site: Path) -> None:
    """What the page names, and what these name in turn."""
    page = (site / "wizard" / "index.html").read_text("utf-8")
    (found,) = re.findall(r'id="runtime">(.*?)</script>', page)
    named = set(re.findall(r'(?:href|src)="(?:\.\./)+([^"]+\.(?:js|css))"', page))
    named |= {f"wizard/runtime/{file['url']}" for file in json.loads(found)["manifest"]["files"]}
    assert {file for file in named if not any(fnmatch(file, pattern) for pattern in FILES)} == set()
    assert {pattern for pattern in FILES if not any(fnmatch(file, pattern) for file in named)} == {"WHOLE"}


@pytest.mark.parametrize(("file", "fault", "code"), MATRIX)
def test_whatever_comes_of_a_file_one_can_answer(page: Page, guide: Server, file: str, fault: Fault, code: str) -> None:
    """The first question can be answered, by its fields or by links, and what follows is shown."""
    say = wording(code)
    guide.faults[f"/{WHOLE[code] if file == 'WHOLE' else file}"] = fault
    page.goto(f"{guide.url}{HOME[code]}", wait_until="commit")
    page.wait_for_function(USABLE, timeout=10_000)
    link = page.locator("#interview .by-link a[data-option=false]")
    page.wait_for_function(
        "sentences => sentences.some((sentence) => document.body.innerText.includes(sentence))",
        arg=[say(f"ui.{name}") for name in SAID],
        timeout=10_000,
    )
    before = page.inner_text("#interview h1:visible")
    if not link.is_visible():
        page.check("#interview input[value=false]")
        page.click("#interview .continue")
        page.wait_for_function(
            ANOTHER_HEADING,
            arg=before,
            timeout=20_000,
        )
    if link.is_visible():
        link.click()
        page.wait_for_function("() => location.hash || location.pathname.includes('all-questions')", timeout=10_000)
