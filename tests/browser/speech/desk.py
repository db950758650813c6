"""A desktop that nobody sees, with a screen reader: Xvfb, a message bus of its own, and Orca."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.engines.tab import PATIENCE, environment

START_ORCA = Path(__file__).with_name("start_orca.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's, for which its Orca is made."""

LOCALES = {"en": "en_US", "es": "es_US"}
"""Where people are who read in a language: Orca speaks it too."""

STILL = 0.4
"""Seconds in which nobody on a desk works before it is at rest."""
SOON = 15.0
"""Seconds in which something is said, if anything is."""
LONG = 600.0
"""Seconds that a long page may take to be read."""

type Said = tuple[int, str, str]
"""Which sentence of a text that is read on (0 elsewhere), what is said, and in which language, if it has one."""


class Desk:
    """One desktop, and what was said on it."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder = folder
        self.settings = settings
        """What a program needs in its environment to be seen and read out here."""
        self.log = folder / "said"
        self._known = 0

    def press(self, key: str) -> None:
        """Presses *key*, as the keyboard does."""
        self._xdotool("key", key)

    def type(self, text: str) -> None:
        """Types *text*, key by key."""
        self._xdotool("type", "--delay", "50", text)

    def _xdotool(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self.settings, check=True)

    def heard(self, *, something: bool = False, to_the_end: bool = False) -> list[Said]:
        """What was said since this was asked last, once all is at rest.

        Waits for *something*, though silence is heard too; and where a text is read *to the end*, for that.
        """
        if something:
            _wait(self._new, SOON)
        if to_the_end:
            assert _wait(lambda: None in self._new(), LONG), f"no end of {self._new()}"
        self.rest()
        new = self._new()
        self._known += len(new)
        return [line for line in new if line is not None]

    def _new(self) -> list[Said | None]:
        lines = self.log.read_text("utf-8").splitlines()[self._known :]
        return [None if said is None else (said[0], said[1], said[2]) for said in map(json.loads, lines)]

    def rest(self) -> None:
        """Waits until browser and screen reader have done all that they had to do, and said what they had to say."""
        processes = self.processes()
        end = time.monotonic() + PATIENCE
        size, since = -1, time.monotonic()
        while (now := time.monotonic()) - since <= STILL:
            assert now < end, f"no rest in {PATIENCE} s"
            said = self.log.stat().st_size
            if said != size or any(map(_works, processes)):
                size, since = said, now
            time.sleep(0.02)

    def processes(self) -> list[Path]:
        """Everything that runs on this desk, also what the message bus started."""
        mark = f"XDG_RUNTIME_DIR={self.folder}".encode()
        return [folder for folder in Path("/proc").glob("[0-9]*") if mark in _read(folder / "environ").split(b"\0")]


def _wait(condition: Any, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # it has ended
        return b""


def _works(process: Path) -> bool:
    """Whether a thread of *process* runs, or would if the machine let it."""
    return any(_read(file).rpartition(b") ")[2][:1] in (b"R", b"D") for file in process.glob("task/*/stat"))


@contextmanager
def desk(folder: Path, language: str) -> Iterator[Desk]:
    """A desk of a person who speaks *language*; everything on it is ended with the context."""
    folder.mkdir(mode=0o700)
    settings = environment(folder)
    settings |= {"XDG_RUNTIME_DIR": str(folder), "GSETTINGS_BACKEND": "memory", "GNOME_ACCESSIBILITY": "1"}
    settings |= _locale(folder, LOCALES[language])
    here = Desk(folder, settings)
    with ExitStack() as stack, (folder / "messages").open("w") as messages:
        readable, writable = os.pipe()
        screen = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1024x1100x24", "-nolisten", "tcp"]
        stack.enter_context(_running(screen, settings, stderr=messages, pass_fds=(writable,)))
        os.close(writable)
        with os.fdopen(readable) as number:
            settings["DISPLAY"] = f":{number.readline().strip()}"
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        running = stack.enter_context(_running(bus, settings, stdout=subprocess.PIPE, stderr=messages, text=True))
        settings["DBUS_SESSION_BUS_ADDRESS"] = running.stdout.readline().strip()
        orca = [SYSTEM_PYTHON, str(START_ORCA), str(here.log)]
        stack.enter_context(_running(orca, settings, stdout=messages, stderr=messages))
        stack.callback(_end_all, here)
        assert _wait(lambda: _read(here.log), PATIENCE), (folder / "messages").read_text()
        yield here


@contextmanager
def _running(command: list[str], settings: Mapping[str, str], **how: Any) -> Iterator[Any]:
    with subprocess.Popen(command, env=settings, **how) as process:
        try:
            yield process
        finally:
            process.terminate()


def _end_all(here: Desk) -> None:
    """Ends also what the message bus started, which is nobody's child."""
    for process in here.processes():
        with suppress(ProcessLookupError):
            os.kill(int(process.name), signal.SIGTERM)


def _locale(folder: Path, name: str) -> dict[str, str]:
    command = ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, f"{made.stderr} (the package locales is not here: run scripts/browsers)"
    return {"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name[:2]}
