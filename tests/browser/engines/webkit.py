"""WebKitGTK, which stands in for Safari: selenium, WebKitWebDriver and MiniBrowser on a screen that nobody sees.

Under automation WebKitGTK keeps its session in memory alone, so what is found on its disk proves less than elsewhere.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Remote, WebKitGTKOptions
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.tab import HOMES, PATIENCE, NotDoneError, environment, saved_into

DRIVER = os.environ.get("WEBKIT_DRIVER", "/usr/bin/WebKitWebDriver")
CALL = "const done = arguments[arguments.length - 1]; Promise.resolve(({})(...arguments[0])).then(done);"


class WebKitTab:
    """A tab of WebKitGTK."""

    session_files: tuple[str, ...] = ()

    def __init__(self, driver: Remote, downloads: Path) -> None:
        self._driver = driver
        self._downloads = downloads

    def open(self, url: str) -> None:
        """Goes to *url*."""
        self._driver.get(url)

    def run(self, function: str, *arguments: Any) -> Any:
        """Calls *function* in the page."""
        try:
            return self._driver.execute_async_script(CALL.replace("{}", function, 1), list(arguments))
        except WebDriverException as error:
            raise NotDoneError(str(error)) from error

    def click(self, selector: str) -> None:
        """Scrolls to *selector*, as a person does and this driver sometimes does not, and presses it."""
        try:
            element = self._find(selector)
            self._driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
            element.click()
        except WebDriverException as error:
            raise NotDoneError(str(error)) from error

    def type(self, selector: str, text: str) -> None:
        """Types *text* into *selector*."""
        self.click(selector)
        self.press("Control", "a")
        self.press("Delete")
        if text:
            self._find(selector).send_keys(text)

    def select(self, selector: str, value: str) -> None:
        """Chooses *value* in *selector*."""
        Select(self._find(selector)).select_by_value(value)

    def press(self, *keys: str) -> None:
        """Presses *keys* together."""
        codes = [getattr(Keys, key.upper(), key) for key in keys]
        chain = ActionChains(self._driver)
        for code in codes:
            chain.key_down(code)
        for code in reversed(codes):
            chain.key_up(code)
        chain.perform()

    def back(self) -> None:
        """Goes back."""
        self._driver.back()

    def reload(self) -> None:
        """Loads the page again."""
        self._driver.refresh()

    def everywhere(self, function: str) -> list[Any]:
        """What *function* gives in the tab; this browser brings none back."""
        return [self.run(function)]

    def print(self) -> None:
        """Nothing: its driver knows no command for it."""

    def save(self, selector: str) -> tuple[str, bytes]:
        """Presses *selector*, and gives the file that it saves."""
        return saved_into(self._downloads, lambda: self.click(selector))

    def _find(self, selector: str) -> WebElement:
        return self._driver.find_element("css selector", selector)


@contextmanager
def webkit_tab(profile: Path) -> Iterator[WebKitTab]:
    """A WebKitGTK with *profile* as its home, closed afterwards."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if not browsers:
        raise FileNotFoundError("MiniBrowser, which comes with webkit2gtk-driver, is not installed")
    options = WebKitGTKOptions()
    options.binary_location = str(browsers[-1])
    options.add_argument("--automation")
    with _screen() as display:
        settings = {
            "DISPLAY": display,
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # its sandbox wants rights that a container has not
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",  # without a graphics card Mesa draws, and crashes now and then
        }
        service = Service(DRIVER, env={**environment(profile), **settings})
        downloads = profile / "downloads"
        downloads.mkdir(exist_ok=True)
        (profile / HOMES["XDG_CONFIG_HOME"] / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n')
        service.start()
        try:
            driver = Remote(RemoteConnection(client_config=ClientConfig(service.service_url)), options=options)
            driver.set_script_timeout(PATIENCE)
            try:
                yield WebKitTab(driver, downloads)
            finally:
                driver.quit()  # else MiniBrowser stays behind
        finally:
            service.stop()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen in memory, under a number that is free."""
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "800x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writable,), stderr=subprocess.DEVNULL) as server:
        os.close(writable)
        try:
            with os.fdopen(readable) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()
