"""Chromium, driven by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.engines.tab import PATIENCE, NotDoneError, environment


class ChromiumTab:
    """A tab of Chromium."""

    session_files = ("Default/Sessions/Session_*",)

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requested: list[str] = []
        """The address of every request that page and workers made, as the browser itself reports them."""
        page.context.on("request", lambda request: self.requested.append(request.url))

    def open(self, url: str) -> None:
        """Goes to *url*."""
        self.page.goto(url)

    def run(self, function: str, *arguments: Any) -> Any:
        """Calls *function* in the page."""
        try:
            return self.page.evaluate(f"given => ({function})(...given)", list(arguments))
        except Error as error:
            raise NotDoneError(str(error)) from error

    def click(self, selector: str) -> None:
        """Presses *selector*."""
        try:
            self.page.click(selector)
        except Error as error:
            raise NotDoneError(str(error)) from error

    def type(self, selector: str, text: str) -> None:
        """Types *text* into *selector*."""
        self.page.click(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def select(self, selector: str, value: str) -> None:
        """Chooses *value* in *selector*."""
        self.page.select_option(selector, value)

    def press(self, *keys: str) -> None:
        """Presses *keys* together."""
        for key in keys:
            self.page.keyboard.down(key)
        for key in reversed(keys):
            self.page.keyboard.up(key)

    def back(self) -> None:
        """Goes back; the page that appears may come from the back/forward cache."""
        self.page.go_back(wait_until="commit")

    def reload(self) -> None:
        """Loads the page again."""
        self.page.reload()

    def save(self, selector: str) -> tuple[str, bytes]:
        """Presses *selector*, and gives the file that it saves."""
        with self.page.expect_download() as download:
            self.click(selector)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@contextmanager
def chromium_tab(playwright: Playwright, profile: Path) -> Iterator[ChromiumTab]:
    """A Chromium with *profile*, closed afterwards; it keeps left pages alive, as people's browsers do."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        args=list(QUIET),
        ignore_default_args=["--disable-back-forward-cache"],
        env=dict(environment(profile)),
        viewport={"width": 412, "height": 800},
    )
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield ChromiumTab(context.pages[0])
    finally:
        context.close()
