"""A screen is the same bytes wherever it comes from: the built page, Python here, and Python in the browser."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.guide.assets import WEB
from scripts.site_server import Server, serve
from tests.browser.screens import HOME, LANGUAGES, WHOLE, known, nodes
from wizard.bridge import handle
from wizard.interview import next_screen
from wizard.render import screen_html
from wizard.wording import wording

pytestmark = pytest.mark.browser

SECTION = re.compile(
    r'<section id="n(?P<number>\d+)" class="screen(?: told-before)?" data-state="(?P<state>[^"]*)">\n'
    r'<p class="paper-number">(?P=number)(?: <span class="paper-only">[^<]*</span>)?</p>\n'
    r"(?P<html>.*?)"
    r'(?=<ul class="by-link">|<p class="screen-links">)',
    re.DOTALL,
)
START = """
async ({ module, manifest, base }) => {
  const { fetchPython, startPython } = await import(module);
  window.python = await startPython({ manifest, files: fetchPython({ manifest, base: new URL(base, location.href) }) });
}
"""
ASK = "requests => Promise.all(requests.map(request => window.python.handle(request)))"


def built_page(site: Path, address: str) -> str:
    """The page at *address* as it was built."""
    return (site / address / "index.html").read_text("utf-8")


def requests_for_every_screen(language: str) -> list[dict[str, Any]]:
    """What the page asks to be shown each distinct screen."""
    return [{"do": "show", "language": language, **known(node.state)} for node in nodes().values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_page_holds_every_screen_as_python_renders_it(site: Path, language: str) -> None:
    """Section by section, character by character, and as the bridge answers it too."""
    sections = [(int(found["number"]), found["html"]) for found in SECTION.finditer(built_page(site, WHOLE[language]))]
    assert [number for number, _ in sections] == list(nodes())
    asked = requests_for_every_screen(language)
    for (number, html), request in zip(sections, asked, strict=True):
        rendered = screen_html(nodes()[number].screen, wording(language))
        assert html.startswith(rendered)
        assert html.removeprefix(rendered).strip() == ""
        if nodes()[number].screen == next_screen(nodes()[number].state):
            assert json.loads(handle(json.dumps(request)))["html"] == rendered


@pytest.fixture
def with_modules(site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site, and beside it the modules of the wizard's page as they are written."""
    shutil.copytree(site / "wizard" / "runtime", tmp_path / "wizard" / "runtime")
    shutil.copytree(WEB, tmp_path / "modules")
    with serve(tmp_path) as running:
        yield running


def test_python_in_chromium_answers_every_screen_like_python_here(page: Page, with_modules: Server, site: Path) -> None:
    """The site's own loader, bundle and worker, sealed as ever; the answer is compared whole, in both languages.

    They are driven from a page of the same server that asks no one anything: the wizard's own page gives no one a
    way to its Python.
    """
    runtime = re.search(r'id="runtime">(.*?)</script>', built_page(site, HOME["en"]), re.DOTALL)
    assert runtime is not None
    manifest = json.loads(runtime[1])["manifest"]
    page.goto(f"{with_modules.url}modules/early.js")
    base = f"{with_modules.url}wizard/runtime/"
    page.evaluate(START, {"module": "./runtime.js", "manifest": manifest, "base": base})
    for language in LANGUAGES:
        requests = requests_for_every_screen(language)
        answers = page.evaluate(ASK, requests)
        assert answers == [json.loads(handle(json.dumps(request))) for request in requests]
