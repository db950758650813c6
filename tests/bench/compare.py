"""Our page against the stock page on one profile, run by turns, and what came of it."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from scripts.site_server import serve
from tests.bench.browser import chromium, loop_times, slowed
from tests.bench.measure import Visit, visit
from tests.bench.profiles import Profile
from tests.bench.stock_site import OURS, ROOT, STOCK


@dataclass(frozen=True)
class Comparison:
    """Every visit of one profile, and how long a fixed loop took in a page and in a worker meanwhile."""

    profile: Profile
    ours: tuple[Visit, ...]
    stock: tuple[Visit, ...]
    loop: tuple[float, float]

    def ratio(self, figure: Callable[[Visit], float]) -> float:
        """Our median of *figure* as a part of stock's."""
        return median(self.ours, figure) / median(self.stock, figure)


def compare(profile: Profile, runs: int | None = None) -> Comparison:
    """Visits both pages by turns. ``stock_site.make()`` comes first."""
    ours: list[Visit] = []
    stock: list[Visit] = []
    with chromium() as (browser, group), serve(ROOT, throttle=profile.line) as server:
        with slowed(group, profile.cpu):
            loop = loop_times(browser, server.url)
        for _ in range(runs or profile.runs):
            for path, visits in ((OURS, ours), (STOCK, stock)):
                with slowed(group, profile.cpu):
                    visits.append(visit(browser, group, server, path))
    return Comparison(profile, tuple(ours), tuple(stock), loop)


def median(visits: tuple[Visit, ...], figure: Callable[[Visit], float]) -> float:
    """The median of *figure* over *visits*."""
    return statistics.median(figure(one) for one in visits)


def steps(visits: tuple[Visit, ...]) -> list[float]:
    """Every step of *visits*, the quickest first."""
    return sorted(step for one in visits for step in one.steps)


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay within; *values* are sorted."""
    return values[min(len(values) - 1, int(len(values) * 0.95))]
