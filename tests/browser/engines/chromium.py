"""Chromium, driven by Playwright."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.engines.tab import PATIENCE, NotDoneError, environment

READ_OUT = ("--force-renderer-accessibility=complete", "--window-size=1024,1100", "--window-position=0,0")
TRANSLATE_NOTHING = '{"translate": {"enabled": false}}'
"""Chromium has no Spanish of its own here, and would ask whether to make the page English."""
AUTOMATION = ("--enable-automation",)
"""Shows a bar above the page, which a screen reader says."""


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

    def first_run(self, function: str) -> None:
        """Calls *function* in every page that is opened from now on, before its own scripts."""
        self.page.add_init_script(f"({function})()")

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

    def everywhere(self, function: str) -> list[Any]:
        """What *function* gives in each tab."""
        return [page.evaluate(f"({function})()") for page in self.page.context.pages]

    def print(self) -> None:
        """Puts the page on paper."""
        self.page.pdf()

    def save(self, selector: str) -> tuple[str, bytes]:
        """Presses *selector*, and gives the file that it saves."""
        with self.page.expect_download() as download:
            self.click(selector)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@contextmanager
def chromium_tab(
    playwright: Playwright, profile: Path, desk: Mapping[str, str] | None = None, *, lookups: Path | None = None
) -> Iterator[ChromiumTab]:
    """A Chromium with *profile*, closed afterwards; it keeps left pages alive, as people's browsers do.

    With the settings of a *desk* it is seen there, and tells a screen reader all that it shows. All that its network
    does is noted in the file *lookups*.
    """
    if desk is not None:
        preferences = profile / "Default" / "Preferences"
        preferences.parent.mkdir(parents=True)
        preferences.write_text(TRANSLATE_NOTHING)
    seen: dict[str, Any] = {"viewport": {"width": 412, "height": 800}} if desk is None else {"no_viewport": True}
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        headless=desk is None,
        args=[
            *QUIET,
            *(READ_OUT if desk else ()),
            *([f"--log-net-log={lookups}"] if lookups else []),
        ],
        ignore_default_args=["--disable-back-forward-cache", *(AUTOMATION if desk else ())],
        env={**environment(profile), **(desk or {})},
        **seen,
    )
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield ChromiumTab(context.pages[0])
    finally:
        context.close()
