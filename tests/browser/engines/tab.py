"""What a test asks of any browser: one tab, real clicks and keys, and a look into the page."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from tests.browser.steps import ZONE

PATIENCE = 60.0
"""Seconds a condition may take on a machine that has other work; a test that passes never waits for them."""

HOMES = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data"}
"""The places where a program leaves files, and what they are called below a profile."""


class NotDoneError(Exception):
    """The browser could not do it: an element is not there, or the page was just being replaced."""


class Runner(Protocol):
    """A page that can be asked."""

    def run(self, function: str, *arguments: Any) -> Any:
        """Calls *function* (JavaScript source) in the page as its console would; awaits it; JSON in and out."""


class Tab(Runner, Protocol):
    """One tab of a browser that was started with a profile folder of its own."""

    def open(self, url: str) -> None:
        """Goes to *url* and waits for its load event."""

    def click(self, selector: str) -> None:
        """Moves the pointer to the first element of *selector* and presses."""

    def type(self, selector: str, text: str) -> None:
        """Types *text* by keys into the field *selector*, in place of what stands there."""

    def select(self, selector: str, value: str) -> None:
        """Chooses *value* in the list *selector*."""

    def press(self, *keys: str) -> None:
        """Presses *keys* (``Shift``, ``Enter``, ``a``) together, and lets go."""

    def back(self) -> None:
        """Goes back as the browser's own button does."""

    def reload(self) -> None:
        """Loads the page again, as the browser's own button does."""

    def save(self, selector: str) -> tuple[str, bytes]:
        """Presses *selector* and waits for the file that the browser then saves: its name, and what it holds."""

    def everywhere(self, function: str) -> list[Any]:
        """What *function* gives in each tab that is open, also in one that the browser brought back by itself."""

    def print(self) -> None:
        """Puts the page on paper, as far as this browser can without a printer."""

    @property
    def session_files(self) -> tuple[str, ...]:
        """Patterns of the files, below the profile, in which this browser notes open pages while it runs."""


def wait(tab: Runner, function: str, *arguments: Any, patience: float = PATIENCE) -> Any:
    """Calls *function* in the page until it gives something true, and returns that. Fails after *patience* seconds."""
    end = time.monotonic() + patience
    last: object = None
    while time.monotonic() < end:
        try:
            last = tab.run(function, *arguments)
        except NotDoneError as problem:
            last = problem
        else:
            if last:
                return last
        time.sleep(0.03)
    raise AssertionError(f"not within {patience} s: {function} {arguments}; last: {last}")


TOLD = 1.5
"""Seconds until a page's fields are known to the part of the browser that writes: a save before that may hold less."""


def let_it_save(tab: Tab, profile: Path) -> None:
    """Waits until the browser, where it is one that does, has noted its open pages on the disk.

    A history entry that is replaced by itself is a reason to; browsers do not take a scroll or a key for one each time.
    """
    if not tab.session_files:
        return
    start = time.time()
    while time.time() < start + PATIENCE:
        tab.run("() => history.replaceState(history.state, '')")
        time.sleep(0.5)
        times = [path.stat().st_mtime for pattern in tab.session_files for path in profile.glob(pattern)]
        if max(times, default=0) > start + TOLD:
            return
    raise AssertionError(f"no session was saved in {PATIENCE} s")


UNFINISHED = (".part", ".wkdownload")
"""What the names of files end in that Firefox and WebKitGTK are still writing."""


def saved_into(folder: Path, act: Callable[[], None]) -> tuple[str, bytes]:
    """Does *act*, and waits for the one file that it brings into the empty *folder*; takes it away."""
    act()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        files = list(folder.iterdir())
        with suppress(FileNotFoundError):  # it was renamed just now: a browser writes under another name first
            if len(files) == 1 and files[0].suffix not in UNFINISHED and files[0].stat().st_size:
                found = files[0].name, files[0].read_bytes()
                files[0].unlink()
                return found
        time.sleep(0.03)
    raise AssertionError(f"no file in {PATIENCE} s, but {[path.name for path in folder.iterdir()]}")


def kill(profile: Path) -> None:
    """Ends the browser of *profile*, whoever drives it left out, as an empty battery does."""
    mark = f"HOME={profile / HOMES['HOME']}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            is_of_it = mark in (process / "environ").read_bytes().split(b"\0")
            if is_of_it and "node" not in (process / "exe").readlink().name:
                os.kill(int(process.name), signal.SIGKILL)


def environment(profile: Path) -> dict[str, str]:
    """The environment of a browser that must leave its files in *profile* and nowhere else."""
    for name in HOMES.values():
        (profile / name).mkdir(parents=True, exist_ok=True)
    return {
        **os.environ,
        "TZ": ZONE,
        **{variable: str(profile / name) for variable, name in HOMES.items()},
    }
