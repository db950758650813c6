"""Measures our page against stock Pyodide and prints the tables; see README.md."""

import argparse
import os
import platform
import signal
import sys
from datetime import UTC, datetime

from tests.bench import papers, table
from tests.bench.browser import chromium
from tests.bench.compare import compare
from tests.bench.page_cost import compare_costs
from tests.bench.profiles import PROFILES
from tests.bench.stock_site import make


def main() -> None:
    """Print one table after another, each as soon as it is measured."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: stopped"))  # so that Chromium is stopped too
    make()
    _say(_setting())
    if not options.no_papers:
        _say(*table.papers(papers.in_every_way()))
    for index, name in enumerate(options.profiles):
        comparison = compare(PROFILES[name], options.runs)
        if index == 0:
            _say(*table.sizes(comparison))
        _say(*table.times(comparison))
    if not options.no_page:
        for factor in (1.0, 4.0):
            _say(*table.page_costs(factor, *compare_costs(factor, options.runs)))
    _say("", f"load average at the end {_load()}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Our page against stock Pyodide.")
    parser.add_argument("profiles", nargs="*", default=list(PROFILES), help=f"of {', '.join(PROFILES)}; all of them")
    parser.add_argument("--runs", type=int, help="visits to each page and profile, in place of the profile's own")
    parser.add_argument("--no-page", action="store_true", help="leave out what the static page costs")
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
