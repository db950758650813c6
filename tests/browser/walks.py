"""Random walks through the wizard by the hundred.

    python -m tests.browser.walks chromium firefox webkit --count 500

Each is a fresh browser that answers, hesitates, errs, writes letters, and takes them out by every button. In the end it
is closed, or loads the page anew, or is killed in mid-word and started again. What it left is written as one line to
build/walks/<engine>.jsonl. A run that was stopped goes on where it ended, as long as the site is the same; the report
counts what all of them left.
"""

import argparse
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from random import Random, SystemRandom
from unittest.mock import patch
from urllib.parse import urlsplit

from playwright.sync_api import Error, Playwright, sync_playwright
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from scripts.guide.folders import REPOSITORY
from scripts.site_server import serve
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.disk import files_that_hold
from tests.browser.engines.tab import NotDoneError, Tab, kill, let_it_save, wait
from tests.browser.engines.walk import Walk
from tests.browser.engines.wizard_tab import READY, WizardTab
from tests.browser.seen import inspector, looked_up

FOLDER = REPOSITORY / "build" / "walks"
SITE = REPOSITORY / "site"
BACK = 2.0
"""Seconds in which a browser that is started again could bring back its pages. Driven as here, none did."""
ALL = """() => document.documentElement.outerHTML
  + [...document.querySelectorAll("input, textarea, select")].map(({ value }) => value).join("\\n")"""
"""The page as it is, with what stands in its fields."""


class End(StrEnum):
    """How a walk ends, when whoever took it has done what they wanted."""

    CLOSED = "closed"
    RELOADED = "reloaded"
    KILLED = "killed"


@dataclass(frozen=True)
class Left:
    """What one walk left: nothing, where all is well."""

    site: str
    """The walked site, by a hash of the wizard's page."""
    seed: int
    """Repeats the walk."""
    seconds: int
    steps: int
    letters: bool
    """Whether it ended over letters or a date that were half written."""
    end: End
    requests: list[str]
    """Asked of the server after Python was there."""
    names: list[str]
    """Looked up after Python was there, the site's own apart. WebKitGTK does not tell."""
    files: list[str]
    """On the disk, with what was typed in them."""
    brought_back: list[str]
    """What of the typed then stood in it."""
    failure: str
    """What went wrong with the walk itself."""


def edition() -> str:
    """Tells this build of the site from others."""
    return hashlib.sha256((SITE / "wizard" / "index.html").read_bytes()).hexdigest()[:12]


def walk_once(engine: Engine, playwright: Playwright, seed: int, folder: Path) -> Left:
    """One walk in a browser whose files lie in *folder*, the temporary ones too."""
    start, profile, noted = time.monotonic(), folder / "profile", folder / "lookups"
    random = Random(seed)  # noqa: S311 (a walk that can be repeated)
    canaries = (f"Q{random.randrange(1000)}CANARY", f"CANARYQ{random.randrange(1000)}")
    end = random.choice(list(End))
    with patch.dict(os.environ, TMPDIR=str(folder)), serve(SITE) as server:
        with _may_be_killed(end), tab_of(engine, playwright, profile, lookups=noted) as tab:
            wizard = WizardTab(tab)
            wizard.open(f"{server.url}wizard/")
            before, known = len(server.requests), looked_up(noted)
            walk = Walk(wizard, random, canaries, inspector(server.url), takes_everything_out=True)
            failure = _walk(walk, profile)
            asked, pages = server.requests[before:], _ended(tab, end, profile)
        if end is End.CLOSED:
            asked = server.requests[before:]
        elif end is End.KILLED:
            pages = _started_again(engine, playwright, profile, noted.with_name("lookups-again"))
        asked += [request for request in server.requests if any(canary in repr(request) for canary in canaries)]
        own = urlsplit(server.url).hostname
    return Left(
        site=edition(),
        seed=seed,
        seconds=round(time.monotonic() - start),
        steps=len(walk.steps),
        letters=walk.left_in_the_middle,
        end=end,
        requests=[request.path for request in asked],
        names=sorted(name for name in looked_up(noted) - known if name != own),
        files=sorted({file for canary in canaries for file in files_that_hold(canary, folder)}),
        brought_back=sorted(canary for canary in canaries if any(canary in page for page in pages)),
        failure=failure,
    )


def _may_be_killed(end: End) -> AbstractContextManager[None]:
    """A browser that was killed cannot be closed any more."""
    return suppress(*((Error, NotDoneError, WebDriverException, HTTPError) if end is End.KILLED else ()))


def _walk(walk: Walk, profile: Path) -> str:
    """Takes *walk*, and lets the browser note its pages; what went wrong with it."""
    try:
        walk.run()
        if walk.left_in_the_middle:
            let_it_save(walk.wizard.tab, profile)
    except (AssertionError, NotDoneError) as problem:
        return f"{problem} after {walk.steps}"
    typed = any(canary in step for step in walk.steps for canary in walk.canaries)
    return "" if typed else "nothing was typed that could be found"


def _ended(tab: Tab, end: End, profile: Path) -> list[str]:
    """Loads the page anew, or kills the browser; what stands in the pages then."""
    if end is End.RELOADED:
        tab.reload()
        wait(tab, READY)
        return tab.everywhere(ALL)
    if end is End.KILLED:
        kill(profile)
    return []


def _started_again(engine: Engine, playwright: Playwright, profile: Path, noted: Path) -> list[str]:
    """What stands in the pages of the same browser, started once more."""
    with tab_of(engine, playwright, profile, lookups=noted) as tab:
        time.sleep(BACK)
        return tab.everywhere(ALL)


def walked(engine: Engine) -> list[Left]:
    """The walks of this site that are on record."""
    file = FOLDER / f"{engine}.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    found = map(json.loads, lines)
    return [Left(**left) for left in found if left["site"] == edition()]


def go_on(engine: Engine, count: int, playwright: Playwright) -> Iterator[Left]:
    """Walks until *count* are on record, and gives each as it ends."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for _ in range(count - len(walked(engine))):
        with tempfile.TemporaryDirectory() as folder:
            left = walk_once(engine, playwright, SystemRandom().randrange(2**32), Path(folder))
        with (FOLDER / f"{engine}.jsonl").open("a", encoding="utf-8") as record:
            record.write(json.dumps(asdict(left)) + "\n")
        yield left


def report(engine: Engine) -> str:
    """What all walks on record left, in a line."""
    found = walked(engine)
    told = (
        f"{engine}: {len(found)} walks, {sum(left.steps for left in found)} steps, "
        f"{sum(left.letters for left in found)} left in mid-word, "
        f"{sum(left.end == End.KILLED for left in found)} killed"
    )
    left_behind = (
        f"requests after the seal {sum(len(left.requests) for left in found)}, "
        f"names looked up {'not seen' if engine is Engine.WEBKIT else sum(len(left.names) for left in found)}, "
        f"files with what was typed {sum(len(left.files) for left in found)}, "
        f"pages that brought something back {sum(bool(left.brought_back) for left in found)}, "
        f"walks that failed {sum(bool(left.failure) for left in found)}"
    )
    return f"{told}; {left_behind}"


def bad(left: Left) -> bool:
    """Whether a walk left something, or failed."""
    return bool(left.requests or left.names or left.files or left.brought_back or left.failure)


def main() -> int:
    """Walks, and reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="*", default=list(Engine), type=Engine, metavar="engine")
    parser.add_argument("--count", type=int, default=500, help="how many of each engine are to be on record")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        for engine in options.engines:
            for left in go_on(engine, options.count, playwright):
                told = f"{engine} {left.seed}: {left.steps} steps, {left.seconds} s"
                print(f"{told}; {left}" if bad(left) else told, flush=True)
    for engine in options.engines:
        print(report(engine))
    return int(any(bad(left) for engine in options.engines for left in walked(engine)))


if __name__ == "__main__":
    raise SystemExit(main())
