"""One visit to one page: what arrived, when the first question could be answered, what each step took."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.site_server import Request, Server
from scripts.site_server.answers import answer_to
from tests.bench.browser import processor_time

WATCH = Path(__file__).with_name("watch.mjs").read_text("utf-8")
PATIENCE = 240_000.0  # milliseconds for the slowest page on the slowest line
PHONE = {"width": 360, "height": 740}

INTERVIEWS: tuple[tuple[str, ...], ...] = (
    ("false", "inside", "detention_problem", "ice_detention", "self"),
    ("false", "out", "case_review", "false", "not_detained", "unknown", "", "none", "self"),
)
"""Two ways through the wizard, to a telephone card and past the warning to an office; empty: only Continue."""

STEP = """async (option) => {
  const interview = document.getElementById("interview");
  const shown = new Promise((resolve) => new MutationObserver(resolve).observe(interview, { childList: true }));
  if (option) interview.querySelector(`[name=answer][value="${option}"]`).click();
  const pressed = performance.now();
  interview.querySelector(".continue").click();
  await shown;
  interview.getBoundingClientRect();
  return performance.now() - pressed;
}"""
"""Milliseconds from the press of Continue until the next screen stands in the page, laid out."""


@dataclass(frozen=True)
class Visit:
    """All times in milliseconds; sizes are bytes of bodies on the wire."""

    answerable: float
    """When the first question could be answered, from the start of the navigation."""

    ready: float
    """When Python was there."""

    ready_again: float
    """The same, on a second visit with what the browser kept."""

    processor: float
    """What all of Chromium's processes worked until then: the one figure that a busy machine hardly changes."""

    tasks: tuple[float, ...]
    """Every task of the main thread over 50 ms, from the start to the last step."""

    steps: tuple[float, ...]
    brotli: int
    gzip: int
    raw: int
    brotli_again: int

    @property
    def blocked(self) -> float:
        """How long the main thread was busy beyond the first 50 ms of each task."""
        return sum(task - 50 for task in self.tasks)

    @property
    def longest(self) -> float:
        """The longest task of the main thread over 50 ms, 0 if there was none."""
        return max(self.tasks, default=0.0)


def visit(browser: Browser, group: int, server: Server, path: str) -> Visit:
    """Opens *path* as somebody who was never there, goes through the interviews, and comes once more."""
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.add_init_script(WATCH)
    try:
        blank = context.new_page()
        before = processor_time(group)
        page, first = _open(blank, server, path)
        processor = processor_time(group) - before
        steps = [page.evaluate(STEP, option) for option in _choices(page)]
        seen = page.evaluate("window.bench")
        page.close()
        again_page, again = _open(context.new_page(), server, path)
        ready_again = again_page.evaluate("window.bench.ready")
    finally:
        context.close()
    return Visit(
        answerable=seen["started"],
        ready=seen["ready"],
        ready_again=ready_again,
        processor=processor,
        tasks=tuple(seen["tasks"]),
        steps=tuple(steps),
        brotli=on_the_wire(server, first, "br"),
        gzip=on_the_wire(server, first, "gzip"),
        raw=on_the_wire(server, first, ""),
        brotli_again=on_the_wire(server, again, "br"),
    )


def _open(page: Page, server: Server, path: str) -> tuple[Page, list[Request]]:
    """*page* at *path* with Python ready, and the requests that it took."""
    server.requests.clear()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}{path.lstrip('/')}", wait_until="commit", timeout=PATIENCE)
    give_up = time.monotonic() + PATIENCE / 1000
    while not page.evaluate("window.bench?.ready"):  # asked seldom: the page has better things to do
        if time.monotonic() > give_up:
            raise TimeoutError(f"no Python on {path}")
        time.sleep(0.25)
    return page, list(server.requests)


def _choices(page: Page) -> Iterable[str]:
    """The options to choose, starting again before each interview but the first."""
    for number, interview in enumerate(INTERVIEWS):
        if number:
            page.click("[data-restart]")
            page.wait_for_selector(f'#interview [name=answer][value="{interview[0]}"]')
        yield from interview


def on_the_wire(server: Server, requests: Sequence[Request], encoding: str) -> int:
    """Bytes of the bodies that the server sends for *requests* to a browser that takes *encoding*."""
    sizes = []
    for request in requests:
        headers = {**request.headers, "accept-encoding": encoding}
        if encoding != "br":
            headers.pop("if-none-match", None)
        path = request.path.partition("?")[0]
        sizes.append(len(answer_to(server.site, path, headers).body))
    return sum(sizes)
