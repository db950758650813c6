"""Three browser engines behind one small set of steps, so that one scenario drives them all."""

from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path

from playwright.sync_api import Playwright

from tests.browser.engines.chromium import chromium_tab
from tests.browser.engines.firefox import firefox_tab
from tests.browser.engines.tab import Tab
from tests.browser.engines.webkit import webkit_tab


class Engine(StrEnum):
    """The engines that people's browsers are made of."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    WEBKIT = "webkit"


def tab_of(
    engine: Engine, playwright: Playwright, profile: Path, *, lookups: Path | None = None
) -> AbstractContextManager[Tab]:
    """A tab of a fresh browser of *engine*, whose files lie in *profile*; it is closed with the context.

    Chromium and Firefox note in the file *lookups* every name that they look up.
    """
    match engine:
        case Engine.CHROMIUM:
            return chromium_tab(playwright, profile, lookups=lookups)
        case Engine.FIREFOX:
            return firefox_tab(profile, lookups=lookups)
        case Engine.WEBKIT:
            return webkit_tab(profile)
