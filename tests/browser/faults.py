"""What is wrong with what a window shows: axe-core's rules, and ours beside them (faults.js)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.steps import ZONE
from tests.browser.words import word_faults

REPOSITORY = Path(__file__).resolve().parents[2]
AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8") + "; 0"
CHECKS = sorted(Path(__file__).with_name("checks").glob("*.js"))
FAULTS = (
    Path(__file__)
    .with_name("faults.js")
    .read_text("utf-8")
    .replace("/* CHECKS */", "\n".join(file.read_text("utf-8") for file in CHECKS))
)
PRESSED = """
  window.pressed = new WeakSet();
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (kind === "click" && this instanceof Element) window.pressed.add(this);
    return listen.call(this, kind, ...rest);
  };
"""
"""Notes what listens for a click, for the check that a keyboard can press it too."""
NARROW = (320, 256)
"""1280 by 1024 pixels at 400 per cent."""
WIDE = (1280, 900)

type Scheme = Literal["light", "dark"]


def looks(*kinds: Sequence[Any]) -> list[Any]:
    """Every combination of *kinds* as parameters. The usual run has each value of a kind, and not every mixture.

    Of light and dark, English and Spanish, narrow and wide, that is light, English, narrow, and dark, Spanish, wide.
    """
    usual = {tuple(kind[number % len(kind)] for kind in kinds) for number in range(max(map(len, kinds)))}
    return [
        pytest.param(*mixture, marks=() if mixture in usual else pytest.mark.thorough) for mixture in product(*kinds)
    ]


SCHEMES: tuple[Scheme, ...] = ("light", "dark")


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
    context.add_init_script(PRESSED)
    yield context.new_page()
    context.close()


def faults_of(page: Page, *, axe_too: bool = True) -> list[str]:
    """Everything that is wrong with what *page* shows; axe must be in it (`page.evaluate(AXE)`)."""
    found = page.evaluate(FAULTS, {"axeToo": axe_too})
    return [*found["faults"], *word_faults(found["said"])]
