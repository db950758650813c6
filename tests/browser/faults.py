"""What is wrong with what a window shows: axe-core's rules, and ours beside them (faults.js)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.browser.steps import ZONE

REPOSITORY = Path(__file__).resolve().parents[2]
AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8") + "; 0"
FAULTS = (Path(__file__).with_name("faults.js")).read_text("utf-8")
NARROW = (320, 256)
"""1280 by 1024 pixels at 400 per cent."""
WIDE = (1280, 900)

type Scheme = Literal["light", "dark"]


@contextmanager
def looking(browser: Browser, size: tuple[int, int], scheme: Scheme, *, forced: bool = False) -> Iterator[Page]:
    """A page of this size and colours. The policy of the page stays as it is."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        forced_colors="active" if forced else "none",
        reduced_motion="reduce",
        timezone_id=ZONE,
    )
    yield context.new_page()
    context.close()


def faults_of(page: Page) -> list[str]:
    """Everything that is wrong with what *page* shows; axe must be in it (`page.evaluate(AXE)`)."""
    found: list[str] = page.evaluate(FAULTS)
    return found
