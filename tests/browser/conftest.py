"""The built site on loopback, and a Chromium to look at it with. A missing browser fails a test, never skips it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from scripts.site_server import Server, serve
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
def server(site: Path) -> Iterator[Server]:
    """The site at the root of its own server, which remembers every request."""
    with serve(site) as running:
        yield running


@pytest.fixture(scope="session")
def impatient(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a wizard that waits seconds where people's waits longer."""
    return site_with(site, tmp_path_factory.mktemp("impatient") / "site", settings=IMPATIENT)


@pytest.fixture
def guide(impatient: Path) -> Iterator[Server]:
    """That site, in good order until a test says otherwise."""
    with serve(impatient) as running:
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
    """One Chromium for the whole run."""
    return launch()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a context of its own. Any error in its scripts fails the test."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, timezone_id=ZONE)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == [], errors
