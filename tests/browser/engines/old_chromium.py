"""Chromium 80 and 92, as npm packages bring them packed, driven by the DevTools protocol itself.

Today's drivers no longer speak to them. They run on Linux with an x86-64 processor, beside Debian's own Chromium, which
brings the libraries that they need.
"""

import base64
import io
import json
import platform
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
import websocket

from tests.browser.engines.tab import PATIENCE, NotDoneError, environment

REPOSITORY = Path(__file__).resolve().parents[3]
LOCKED = REPOSITORY / "tests" / "browser" / "old_browsers"
INSTALLED = REPOSITORY / "build" / "old-browsers"
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
MIDDLE = """selector => {
  const element = document.querySelector(selector);
  if (!element || element.offsetParent === null) return null;
  element.scrollIntoView({ block: "center" });
  const box = element.getClientRects()[0];
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}"""


class OldChromium:
    """One tab of an old Chromium."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(address, timeout=PATIENCE, suppress_origin=True)
        self._asked = 0
        self._session = ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """Sends one command and returns what it gives."""
        self._asked += 1
        session = {"sessionId": self._session} if self._session else {}
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": given, **session}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._asked:
                break
        if "error" in answer:
            raise NotDoneError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def forbid_scripts(self) -> None:
        """Runs no script of any page from now on; `run` still works."""
        self.ask("Emulation.setScriptExecutionDisabled", value=True)

    def open(self, url: str) -> None:
        """Goes to *url* and waits until all of it is there."""
        self.ask("Page.navigate", url="about:blank")  # else a fragment alone is no new page
        self.wait("() => location.href === 'about:blank'")
        self.ask("Page.navigate", url=url)
        self.wait("url => location.href === url && document.readyState === 'complete'", url)

    def run(self, function: str, *arguments: Any) -> Any:
        """Calls *function* in the page."""
        expression = f"({function})(...{json.dumps(arguments)})"
        given = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in given:
            raise NotDoneError(str(given["exceptionDetails"]))
        return given["result"].get("value")

    def wait(self, function: str, *arguments: Any) -> Any:
        """Calls *function* in the page until it gives something true, and returns that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if given := self.run(function, *arguments):
                return given
            time.sleep(0.02)
        raise NotDoneError(f"still not so: {function} {arguments}")

    def click(self, selector: str) -> None:
        """Moves the pointer to the first element of *selector* and presses."""
        middle = self.wait(MIDDLE, selector)
        self.ask("Page.captureScreenshot", format="jpeg", quality=1)  # what was not drawn yet takes no press
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **middle)

    def back(self) -> None:
        """Goes back as the browser's own button does."""
        history = self.ask("Page.getNavigationHistory")
        earlier = history["entries"][history["currentIndex"] - 1]
        self.ask("Page.navigateToHistoryEntry", entryId=earlier["id"])
        self.wait("url => location.href === url", earlier["url"])

    def printed(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def close(self) -> None:
        """Ends the browser."""
        self._session = ""
        self.ask("Browser.close")
        self._socket.close()


@contextmanager
def old_chromium(version: int, profile: Path) -> Iterator[OldChromium]:
    """A Chromium of this *version* with *profile*, closed afterwards."""
    program = _unpacked(version)
    messages = profile / "messages.txt"
    profile.mkdir(parents=True, exist_ok=True)
    command = [str(program), *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
    with (
        messages.open("wb") as told,
        subprocess.Popen(command, stdout=told, stderr=told, env=environment(profile)) as browser,
    ):
        try:
            tab = OldChromium(_address(messages, browser))
            yield tab
            tab.close()
        finally:
            browser.terminate()


def _address(messages: Path, browser: subprocess.Popen[bytes]) -> str:
    """Where the browser listens, as it says itself."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and browser.poll() is None:
        _, found, rest = messages.read_text("utf-8").partition("DevTools listening on ")
        if found and "\n" in rest:
            return rest.splitlines()[0]
        time.sleep(0.05)
    raise NotDoneError(f"the browser did not start: {messages.read_text('utf-8')[-500:]}")


def _unpacked(version: int) -> Path:
    """The program of this *version*, installed by its lock file and unpacked beside its libraries, once."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise NotDoneError("the old browsers run on Linux with an x86-64 processor alone")
    packed = INSTALLED / "node_modules" / f"chromium-{version}" / "bin"
    _install(packed)
    folder = INSTALLED / f"chromium-{version}"
    program = folder / "chromium"
    if not program.is_file():
        folder.mkdir(exist_ok=True)
        libraries = brotli.decompress((packed / "swiftshader.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
            archive.extractall(folder, filter="data")
        unfinished = folder / "chromium.part"
        unfinished.write_bytes(brotli.decompress((packed / "chromium.br").read_bytes()))
        unfinished.chmod(0o755)
        unfinished.replace(program)
    return program


def _install(packed: Path) -> None:
    """Both packages of the lock file; nothing of theirs is run, they only hold the programs."""
    lock = (LOCKED / "package-lock.json").read_bytes()
    kept = INSTALLED / "package-lock.json"
    if packed.is_dir() and kept.is_file() and kept.read_bytes() == lock:
        return
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, INSTALLED)
    command = ["npm", "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]
    ran = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, check=False)
    if ran.returncode:
        kept.unlink()
        raise NotDoneError(f"the old browsers could not be installed: {ran.stderr}")
