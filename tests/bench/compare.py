"""Our page against the stock page and its neighbors on one profile, run by turns, and what came of it."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from scripts.site_server import serve
from tests.bench.browser import chromium, loop_times, slowed
from tests.bench.measure import INTERVIEWS, THREE_QUESTIONS, Visit, visit
from tests.bench.neighbors import NEIGHBORS
from tests.bench.profiles import Profile
from tests.bench.stock_site import OURS, ROOT, STOCK


@dataclass
class Comparison:
    """Every visit of one profile so far, and how long a fixed loop took in a page and in a worker meanwhile (ms)."""

    profile: Profile
    ours: list[Visit] = field(default_factory=list)
    stock: list[Visit] = field(default_factory=list)
    neighbors: dict[str, list[Visit]] = field(default_factory=dict)
    loop: tuple[float, float] = (0.0, 0.0)

    def ratio(self, figure: Callable[[Visit], float]) -> float:
        """Our median of *figure* as a part of stock's."""
        return median(self.ours, figure) / median(self.stock, figure)

    def measure(self, runs: int | None = None, neighbors: Iterable[str] = ()) -> None:
        """Visits both pages and these *neighbors* by turns. ``stock_site.make()`` comes first.

        Raises BrokenVisitError where a page does not get to its end; the visits before it stay.
        """
        profile = self.profile
        self.neighbors = {name: [] for name in neighbors}
        pages = [(OURS, self.ours, INTERVIEWS), (STOCK, self.stock, INTERVIEWS)]
        pages += [(NEIGHBORS[name], visits, THREE_QUESTIONS) for name, visits in self.neighbors.items()]
        with chromium() as (browser, group), serve(ROOT, throttle=profile.line) as server:
            with slowed(group, profile.cpu):
                self.loop = loop_times(browser, server.url)
            for _ in range(runs or profile.runs):
                for path, visits, interviews in pages:
                    with slowed(group, profile.cpu):
                        visits.append(visit(browser, group, server, path, interviews))


def compare(profile: Profile, runs: int | None = None) -> Comparison:
    """Visits both pages by turns, all the way. ``stock_site.make()`` comes first."""
    comparison = Comparison(profile)
    comparison.measure(runs)
    return comparison


def median(visits: Sequence[Visit], figure: Callable[[Visit], float]) -> float:
    """The median of *figure* over *visits*."""
    return statistics.median(figure(one) for one in visits)


def steps(visits: Sequence[Visit]) -> list[float]:
    """Every step of *visits*, the quickest first."""
    return sorted(step for one in visits for step in one.steps)


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay within; *values* are sorted."""
    return values[min(len(values) - 1, int(len(values) * 0.95))]
