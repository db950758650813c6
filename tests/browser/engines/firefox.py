"""Firefox, driven over WebDriver BiDi by a small Node program (firefox.mjs)."""

import base64
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.engines.tab import NotDoneError, environment, saved_into

FIREFOX = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
REPOSITORY = Path(__file__).resolve().parents[3]


class FirefoxTab:
    """A tab of Firefox."""

    session_files = ("sessionstore-backups/recovery.jsonlz4",)

    def __init__(self, driver: subprocess.Popen[str], downloads: Path) -> None:
        self._driver = driver
        self._downloads = downloads

    def ask(self, *command: Any) -> Any:
        """Sends one command to the driver and returns its answer."""
        if self._driver.stdin is None or self._driver.stdout is None:
            raise NotDoneError("Firefox's driver has no pipes")
        print(json.dumps(command), file=self._driver.stdin, flush=True)
        line = self._driver.stdout.readline()
        if not line:
            raise NotDoneError("Firefox's driver ended")
        answer = json.loads(line)
        if "error" in answer:
            raise NotDoneError(answer["error"])
        return answer["value"]

    def open(self, url: str) -> None:
        """Goes to *url*."""
        self.ask("open", url)

    def run(self, function: str, *arguments: Any) -> Any:
        """Calls *function* in the page."""
        return self.ask("run", function, arguments)

    def first_run(self, function: str) -> None:
        """Calls *function* in every page that is opened from now on, before its own scripts."""
        self.ask("firstRun", function)

    def printed(self) -> bytes:
        """The page as a PDF, on US Letter."""
        return base64.b64decode(self.ask("print"))

    def click(self, selector: str) -> None:
        """Presses *selector*."""
        self.ask("click", selector)

    def type(self, selector: str, text: str) -> None:
        """Types *text* into *selector*."""
        self.ask("type", selector, text)

    def select(self, selector: str, value: str) -> None:
        """Chooses *value* in *selector*."""
        self.ask("select", selector, value)

    def press(self, *keys: str) -> None:
        """Presses *keys* together."""
        self.ask("press", *keys)

    def back(self) -> None:
        """Goes back."""
        self.ask("back")

    def reload(self) -> None:
        """Loads the page again."""
        self.ask("reload")

    def everywhere(self, function: str) -> list[Any]:
        """What *function* gives in each tab."""
        found: list[Any] = self.ask("everywhere", function)
        return found

    def print(self) -> None:
        """Puts the page on paper."""
        self.printed()

    def save(self, selector: str) -> tuple[str, bytes]:
        """Presses *selector*, and gives the file that it saves."""
        return saved_into(self._downloads, lambda: self.click(selector))


@contextmanager
def firefox_tab(
    profile: Path, desk: Mapping[str, str] | None = None, *, lookups: Path | None = None
) -> Iterator[FirefoxTab]:
    """A Firefox with *profile*, closed afterwards; with the settings of a *desk* it is seen there, and read out.

    The names that it looks up are noted in the file *lookups*.
    """
    noted = {"MOZ_LOG": "nsHostResolver:5,sync", "MOZ_LOG_FILE": str(lookups)} if lookups else {}
    downloads = profile / "downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    node = subprocess.run([REPOSITORY / "scripts" / "find-node"], capture_output=True, text=True, check=True)
    with subprocess.Popen(
        [node.stdout.strip(), Path(__file__).with_suffix(".mjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**environment(profile), **noted, **(desk or {})},
    ) as driver:
        tab = FirefoxTab(driver, downloads)
        try:
            tab.ask("launch", FIREFOX, str(profile), str(downloads), desk is not None)
            yield tab
        finally:
            tab.ask("close")
            if driver.stdin is not None:
                driver.stdin.close()
            driver.wait()
