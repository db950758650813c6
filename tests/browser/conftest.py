"""The built site on loopback, and a Chromium to look at it with. A missing browser fails a test, never skips it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Response, sync_playwright

from scripts.site_server import Server
from tests.browser.from_one_file import OneFile, served, within
from tests.browser.site_copy import site_with
from tests.browser.steps import ZONE

SITE = Path(__file__).resolve().parents[2] / "site"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps Chromium itself from speaking to anyone."""

IMPATIENT = {"stallSeconds": 2, "bootSeconds": 40, "handleSeconds": 3}
"""How many seconds the page waits in tests of what does not come."""


type Launch = Callable[..., Browser]


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site (``scripts/test`` builds it first)."""
    if not (SITE / "wizard" / "index.html").is_file():
        pytest.fail("site/ is not built; run scripts/build first")
    return SITE


@pytest.fixture
def server(site: Path, request: pytest.FixtureRequest) -> Iterator[Server | OneFile]:
    """The site at the root of its own server, which remembers every request; with ``--one-file`` that file."""
    with served(site, request.config) as running:
        yield running


@pytest.fixture(scope="session")
def impatient(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a wizard that waits seconds where people's waits longer."""
    return site_with(site, tmp_path_factory.mktemp("impatient") / "site", settings=IMPATIENT)


@pytest.fixture
def guide(impatient: Path, request: pytest.FixtureRequest) -> Iterator[Server | OneFile]:
    """That site, in good order until a test says otherwise; with ``--one-file`` the file that is made of it."""
    with served(impatient, request.config) as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, driving Debian's own browsers."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Iterator[Launch]:
    """Starts a Chromium; takes further arguments of its command line."""
    started: list[Browser] = []

    def start(*arguments: str, **options: Any) -> Browser:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *arguments], **options)
        started.append(browser)
        return browser

    yield start
    for browser in started:
        browser.close()


@pytest.fixture(scope="session")
def chromium(launch: Launch) -> Browser:
    """One Chromium for the whole run.

    It compiles WebAssembly once and well enough: to do it again and better, while a test looks on, is two fifths of all
    that a start of Python costs, and pays only for a visit of minutes. Whoever launches a browser has it as people do.
    """
    return launch("--js-flags=--liftoff-only")


@pytest.fixture(autouse=True)
def in_the_file_of_its_language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``--one-file`` each language has a file of its own, where the website has folders."""
    go_to = Page.goto

    def go_within(page: Page, url: str, **options: Any) -> Response | None:
        if page.url.partition("#")[0] == within(url).partition("#")[0]:
            go_to(page, "about:blank")  # else it would be taken for another part of the page that is open
        return go_to(page, within(url), **options)

    if request.config.option.one_file:
        monkeypatch.setattr(Page, "goto", go_within)


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a context of its own. Any error in its scripts fails the test."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, timezone_id=ZONE)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    with ExitStack() as stack:
        for name in {"server", "guide"} & set(request.fixturenames):
            running = request.getfixturevalue(name)
            if isinstance(running, OneFile):
                stack.enter_context(running.alone(opened))
        yield opened
    context.close()
    assert errors == [], errors
