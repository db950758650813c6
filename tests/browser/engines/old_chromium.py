"""Chromium 80 to 119, as npm packages bring them packed, driven by the DevTools protocol itself.

Today's drivers no longer speak to them. They run on Linux with an x86-64 processor, beside Debian's own Chromium, which
brings the libraries that they need.
"""

import base64
import io
import json
import platform
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
from tests.locked_packages import installed

REPOSITORY = Path(__file__).resolve().parents[3]
LOCKED = REPOSITORY / "tests" / "browser" / "old_browsers"
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
        asked = self._asked
        session = {"sessionId": self._session} if self._session else {}
        self._socket.send(json.dumps({"id": asked, "method": method, "params": given, **session}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == asked:
                break
            if answer.get("method") == "Page.javascriptDialogOpening":  # who goes on to another page means it
                self.ask("Page.handleJavaScriptDialog", accept=True)
        if "error" in answer:
            raise NotDoneError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def first_run(self, function: str) -> None:
        """Calls *function* in every page that is opened from now on, before its own scripts."""
        self.ask("Page.addScriptToEvaluateOnNewDocument", source=f"({function})()")

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

    def type(self, selector: str, text: str) -> None:
        """Presses *selector*, and writes *text* behind what stands there."""
        self.click(selector)
        self.ask("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Presses *key*, a modifier, and lets go."""
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=f"{key}Left")

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
    packages = installed(LOCKED)
    packed = packages / f"chromium-{version}" / "bin"
    folder = packages.parent / f"chromium-{version}"
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
