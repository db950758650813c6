"""What the static page costs without Python: parsing, tasks, nodes and memory, against its first screen alone."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser

from scripts.site_server import Fault, Server, serve
from tests.bench.browser import PHONE, chromium, dom_nodes, private_memory, process_of, slowed
from tests.bench.measure import PATIENCE, WATCH, Task, longest, tasks_of
from tests.bench.stock_site import FIRST_SCREEN_ALONE, OURS, ROOT

RUNS = 5
WITHOUT_PYTHON = {"*/runtime/*": Fault.NOT_FOUND}
SEALED = "() => document.querySelectorAll('meta[http-equiv]').length > 1"


@dataclass(frozen=True)
class PageCost:
    """Times in milliseconds, memory in bytes."""

    parsed: float
    """From the first byte of the page to its last element."""

    answerable: float
    """When the first question could be answered, from the start of the navigation."""

    tasks: tuple[Task, ...]
    nodes: int
    heap: int
    memory: int
    """What the tab's process has to itself."""

    @property
    def longest_before(self) -> float:
        """The longest task that began before the first question could be answered."""
        return longest(task for task in self.tasks if task.start < self.answerable)

    @property
    def longest_after(self) -> float:
        """The longest task that began later."""
        return longest(task for task in self.tasks if task.start >= self.answerable)


def compare_costs(factor: float, runs: int | None = None) -> tuple[list[PageCost], list[PageCost]]:
    """The page as it is and its first screen alone, opened by turns."""
    whole: list[PageCost] = []
    short: list[PageCost] = []
    with chromium() as (browser, group), serve(ROOT) as server:
        for _ in range(runs or RUNS):
            for path, costs in ((OURS, whole), (FIRST_SCREEN_ALONE, short)):
                costs.append(page_cost(browser, server, path, group, factor))
    return whole, short


def median_cost(costs: list[PageCost], figure: Callable[[PageCost], float]) -> float:
    """The median of *figure* over *costs*."""
    return statistics.median(figure(cost) for cost in costs)


def page_cost(browser: Browser, server: Server, path: str, group: int, factor: float) -> PageCost:
    """Opens *path* with Python refused, so that what is left is the page itself, and waits until all of it is there."""
    server.faults.update(WITHOUT_PYTHON)
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.add_init_script(WATCH)
    try:
        page = context.new_page()
        with slowed(group, factor):
            page.goto(f"{server.url}{path.lstrip('/')}", wait_until="commit", timeout=PATIENCE)
            page.wait_for_selector("[data-python=python_failed]", state="attached", timeout=PATIENCE)
            page.wait_for_function(SEALED, timeout=PATIENCE)  # by then the other screens are here, or will not come
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
            seen = page.evaluate("window.bench")
            parsed = page.evaluate(
                "(([n]) => n.domInteractive - n.responseStart)(performance.getEntriesByType('navigation'))"
            )
        nodes = dom_nodes(page)
        tools = context.new_cdp_session(page)
        heap = tools.send("Runtime.getHeapUsage")["usedSize"]
        memory = private_memory(process_of(page, group))
    finally:
        context.close()
        server.faults.clear()
    return PageCost(parsed, seen["started"], tasks_of(seen), nodes, int(heap), memory)
