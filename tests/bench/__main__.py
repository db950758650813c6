"""Measures our page against stock Pyodide and prints the tables; see README.md."""

import argparse
import os
import platform
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from playwright.sync_api import Error

from tests.bench import papers, table
from tests.bench.browser import chromium
from tests.bench.compare import Comparison
from tests.bench.measure import BrokenVisitError
from tests.bench.neighbors import NEIGHBORS
from tests.bench.page_cost import compare_costs
from tests.bench.profiles import PROFILES, USUAL
from tests.bench.stock_site import make
from tests.bench.unwatched import Unwatched, look_on


def main() -> None:
    """Print one table after another, each as soon as it is measured; exit with 1 where one broke off, and say why."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: stopped"))  # so that Chromium is stopped too
    make()
    _say(_setting())
    broken: list[str] = []
    if not options.no_papers:
        made: papers.Made = {}
        with going_on("the papers", broken):
            papers.in_every_way(made)
        _say(*table.papers(made))
    if not options.no_memory:
        found: dict[str, list[Unwatched]] = {}
        with going_on("the memory", broken):
            look_on(found, options.runs or 5)
        _say(*table.memory(found))
    for index, name in enumerate(options.profiles):
        comparison = Comparison(PROFILES[name])
        with going_on(name, broken):
            comparison.measure(options.runs, () if options.no_neighbors else NEIGHBORS)
        if index == 0:
            _say(*table.sizes(comparison))
        _say(*table.times(comparison))
    if not options.no_page:
        for factor in (1.0, 4.0):
            with going_on(f"the page without Python, CPU {factor:g}x", broken):
                _say(*table.page_costs(factor, *compare_costs(factor, options.runs)))
    _say("", f"load average at the end {_load()}")
    if broken:
        sys.exit("\n".join(["", *broken]))


@contextmanager
def going_on(what: str, broken: list[str]) -> Iterator[None]:
    """Notes in one line why *what* was not measured to its end; what was measured before is printed all the same."""
    try:
        yield
    except (BrokenVisitError, Error, LookupError, OSError) as error:
        broken.append(f"bench: {what} broke off: {str(error).splitlines()[0]}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Our page against stock Pyodide.")
    parser.add_argument(
        "profiles", nargs="*", default=list(USUAL), help=f"of {', '.join(PROFILES)}; else {', '.join(USUAL)}"
    )
    parser.add_argument("--runs", type=int, help="visits to each page and profile, in place of the profile's own")
    parser.add_argument("--no-neighbors", action="store_true", help="leave out PyScript, MicroPython and bare Pyodide")
    parser.add_argument("--no-page", action="store_true", help="leave out what the static page costs")
    parser.add_argument("--no-memory", action="store_true", help="leave out the tab's memory while Python comes")
    parser.add_argument("--no-papers", action="store_true", help="leave out what it takes to make a letter")
    options = parser.parse_args()
    if unknown := set(options.profiles) - set(PROFILES):
        parser.error(f"no such profile: {', '.join(sorted(unknown))}")
    return options


def _setting() -> str:
    with chromium() as (browser, _):
        version = browser.version
    return (
        f"load average {_load()}; {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Chromium {version}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )


def _load() -> str:
    return ", ".join(f"{load:.2f}" for load in os.getloadavg())


def _say(*lines: str) -> None:
    for line in lines:
        print(line)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
