"""What the static page costs without Python: parsing, nodes and memory, against its first screen alone."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from scripts.site_server import Fault, Server, serve
from tests.bench.browser import chromium, slowed
from tests.bench.measure import PATIENCE, PHONE, WATCH
from tests.bench.stock_site import FIRST_SCREEN_ALONE, OURS, ROOT

RUNS = 5
WITHOUT_PYTHON = {"*/runtime/*": Fault.NOT_FOUND}


@dataclass(frozen=True)
class PageCost:
    """Times in milliseconds, memory in bytes."""

    parsed: float
    """From the first byte of the page to its last element."""

    answerable: float
    tasks: tuple[float, ...]
    nodes: int
    heap: int
    memory: int
    """What the processes of pages have to themselves, more than with an empty page."""


def compare_costs(factor: float, runs: int | None = None) -> tuple[PageCost, PageCost]:
    """The medians of the whole page and of its first screen alone, opened by turns."""
    whole: list[PageCost] = []
    short: list[PageCost] = []
    with chromium() as (browser, group), serve(ROOT) as server:
        for _ in range(runs or RUNS):
            for path, costs in ((OURS, whole), (FIRST_SCREEN_ALONE, short)):
                costs.append(page_cost(browser, server, path, group, factor))
    return _medians(whole), _medians(short)


def page_cost(browser: Browser, server: Server, path: str, group: int, factor: float) -> PageCost:
    """Opens *path* with Python refused, so that what is left is the page itself."""
    server.faults.update(WITHOUT_PYTHON)
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.add_init_script(WATCH)
    try:
        page = context.new_page()
        before = _private_memory(browser)
        with slowed(group, factor):
            page.goto(f"{server.url}{path.lstrip('/')}", wait_until="commit", timeout=PATIENCE)
            page.wait_for_selector("[data-python=python_failed]", state="attached", timeout=PATIENCE)
            seen = page.evaluate("window.bench")
            parsed = page.evaluate(
                "(([n]) => n.domInteractive - n.responseStart)(performance.getEntriesByType('navigation'))"
            )
        tools = context.new_cdp_session(page)
        tools.send("HeapProfiler.collectGarbage")
        nodes = tools.send("Memory.getDOMCounters")["nodes"]
        heap = tools.send("Runtime.getHeapUsage")["usedSize"]
        memory = _private_memory(browser) - before
    finally:
        context.close()
        server.faults.clear()
    return PageCost(parsed, seen["started"], tuple(seen["tasks"]), nodes, int(heap), memory)


def _private_memory(browser: Browser) -> int:
    """Bytes of memory that the processes of pages have to themselves."""
    tools = browser.new_browser_cdp_session()
    processes = tools.send("SystemInfo.getProcessInfo")["processInfo"]
    tools.detach()
    lines = [
        line
        for process in processes
        if process["type"] == "renderer"
        for line in Path(f"/proc/{process['id']}/smaps_rollup").read_text("utf-8").splitlines()
    ]
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def _medians(costs: list[PageCost]) -> PageCost:
    """The median of each figure; the tasks of the run with the longest one."""
    return PageCost(
        statistics.median(cost.parsed for cost in costs),
        statistics.median(cost.answerable for cost in costs),
        max((cost.tasks for cost in costs), key=lambda tasks: max(tasks, default=0)),
        round(statistics.median(cost.nodes for cost in costs)),
        round(statistics.median(cost.heap for cost in costs)),
        round(statistics.median(cost.memory for cost in costs)),
    )
