"""The tab's memory in a browser that nobody watches: for DevTools a tab keeps every file that came, beside all else."""

import time
from contextlib import suppress
from dataclasses import dataclass

from scripts.site_server import serve
from tests.bench.browser import browsing, private_memory, processor_time_of, renderers
from tests.bench.stock_site import OURS, ROOT, STOCK

EVERY = 0.01  # seconds
RESTS = 3.0  # seconds; the rehearsal waits one second before each of its turns
STARTS_WITHIN = 10.0  # seconds
PATIENCE = 120.0  # seconds


@dataclass(frozen=True)
class Unwatched:
    """Bytes that the tab's process has to itself."""

    most: int
    """The most that was seen while Python came, started and rehearsed."""

    resting: int
    """Once it had nothing to do any more."""


def look_on(found: dict[str, list[Unwatched]], runs: int) -> None:
    """Puts into *found* what an empty tab, our page and the stock page hold, each *runs* times by turns."""
    with serve(ROOT) as server:
        pages = {"an empty tab": "about:blank", "ours": f"{server.url}{OURS[1:]}", "stock": f"{server.url}{STOCK[1:]}"}
        for name in pages:
            found[name] = []
        for _ in range(runs):
            for name, address in pages.items():
                found[name].append(unwatched(address))


def unwatched(address: str) -> Unwatched:
    """Opens *address*, and looks on from outside until the tab rests. Raises LookupError where it does not."""
    with browsing(address) as group:
        begun = busy = time.monotonic()
        most, worked = 0, 0.0
        while (now := time.monotonic()) - begun < PATIENCE:
            time.sleep(EVERY)
            with suppress(OSError, ValueError):  # some process ended meanwhile, or none is there yet
                memory, tab = max((private_memory(process), process) for process in renderers(group))
                most, before, worked = max(most, memory), worked, processor_time_of(tab)
                if worked != before:
                    busy = now
                elif now - busy > RESTS and now - begun > STARTS_WITHIN:
                    return Unwatched(most, memory)
    raise LookupError(f"{address}: the tab does not rest within {PATIENCE:g} seconds")
