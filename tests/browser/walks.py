"""Random walks through the wizard by the hundred.

    python -m tests.browser.walks chromium firefox webkit --count 500

Each is a fresh browser that answers, hesitates, errs, writes letters and is closed, perhaps in mid-word. What it left
is written as one line to build/walks/<engine>.jsonl. A run that was stopped goes on where it ended, as long as the site
is the same; the report counts what all of them left.
"""

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random, SystemRandom
from urllib.parse import urlsplit

from playwright.sync_api import Playwright, sync_playwright

from scripts.guide.folders import REPOSITORY
from scripts.site_server import serve
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.disk import files_that_hold
from tests.browser.engines.tab import NotDoneError, let_it_save
from tests.browser.engines.walk import Walk
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.seen import inspector, looked_up

FOLDER = REPOSITORY / "build" / "walks"
SITE = REPOSITORY / "site"


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
    """Whether it was closed over letters or a date that were half written."""
    requests: list[str]
    """Asked of the server after Python was there."""
    names: list[str]
    """Looked up after Python was there, the site's own apart. WebKitGTK does not tell."""
    files: list[str]
    """On the disk, with what was typed in them."""
    failure: str
    """What went wrong with the walk itself."""


def edition() -> str:
    """Tells this build of the site from others."""
    return hashlib.sha256((SITE / "wizard" / "index.html").read_bytes()).hexdigest()[:12]


def walk_once(engine: Engine, playwright: Playwright, seed: int, folder: Path) -> Left:
    """One walk in a browser whose files lie in *folder*."""
    random = Random(seed)  # noqa: S311 (a walk that can be repeated)
    canaries = (f"Q{random.randrange(1000)}CANARY", f"CANARYQ{random.randrange(1000)}")
    start, failure, profile, noted = time.monotonic(), "", folder / "profile", folder / "lookups"
    with serve(SITE) as server:
        with tab_of(engine, playwright, profile, lookups=noted) as tab:
            wizard = WizardTab(tab)
            wizard.open(f"{server.url}wizard/")
            before, known = len(server.requests), looked_up(noted)
            walk = Walk(wizard, random, canaries, inspector(server.url))
            try:
                walk.run()
                if walk.left_in_the_middle:
                    let_it_save(tab, profile)
                if not any(canary in step for step in walk.steps for canary in canaries):
                    failure = "nothing was typed that could be found"
            except (AssertionError, NotDoneError) as problem:
                failure = f"{problem} after {walk.steps}"
        requests = [request.path for request in server.requests[before:]]
        own = urlsplit(server.url).hostname
    names = sorted(name for name in looked_up(noted) - known if name != own)
    files = sorted({file for canary in canaries for file in files_that_hold(canary, profile)})
    seconds = round(time.monotonic() - start)
    return Left(edition(), seed, seconds, len(walk.steps), walk.left_in_the_middle, requests, names, files, failure)


def walked(engine: Engine) -> list[Left]:
    """The walks of this site that are on record."""
    file = FOLDER / f"{engine}.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return [left for line in lines if (left := Left(**json.loads(line))).site == edition()]


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
        f"{sum(left.letters for left in found)} left in mid-word"
    )
    left_behind = (
        f"requests after the seal {sum(len(left.requests) for left in found)}, "
        f"names looked up {'not seen' if engine is Engine.WEBKIT else sum(len(left.names) for left in found)}, "
        f"files with what was typed {sum(len(left.files) for left in found)}, "
        f"walks that failed {sum(bool(left.failure) for left in found)}"
    )
    return f"{told}; {left_behind}"


def bad(left: Left) -> bool:
    """Whether a walk left something, or failed."""
    return bool(left.requests or left.names or left.files or left.failure)


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
