"""One visit to one page: what arrived, when the first question could be answered, what each step took."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from scripts.site_server import Request, Server
from scripts.site_server.answers import answer_to
from tests.bench.browser import PHONE, dom_nodes, private_memory, process_of, processor_time, wasm_memory

WATCH = Path(__file__).with_name("watch.mjs").read_text("utf-8")
PATIENCE = 240_000.0  # milliseconds for the slowest page on the slowest line

INTERVIEWS: tuple[tuple[str, ...], ...] = (
    ("false", "inside", "detention_problem", "ice_detention", "self"),
    ("false", "out", "case_review", "false", "not_detained", "unknown", "", "none", "self"),
)
"""Two ways through the wizard, to a telephone card and past the warning to an office; empty: only Continue."""

THREE_QUESTIONS = (INTERVIEWS[0][:3],)
"""What the neighbors ask, which know no more: the wizard's own first three."""

KEYSTROKE = 280
"""Milliseconds of a keystroke of the average typist (Card, Moran and Newell, 1980): what pressing Enter takes after a
key or a choice; the way to a button takes longer."""

STEP = """async ({ option, patience, pause }) => {
  const interview = document.getElementById("interview");
  const wanted = option ? `[name=answer][value="${option}"]` : "[data-interlude] .continue";
  const sorry = (what) => new Error(`${what}; the page shows "${interview.querySelector("h1")?.textContent.trim()}"`);
  const giveUp = performance.now() + patience;
  const find = () => interview.inert ? null : interview.querySelector(wanted);
  while (!find()) {
    if (performance.now() > giveUp) throw sorry(`nothing to press for ${option || "Continue"}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const screen = interview.firstElementChild;
  const shown = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(sorry(`nothing came after ${option || "Continue"}`)), patience);
    const watcher = new MutationObserver(() => {
      if (!interview.firstElementChild || interview.firstElementChild === screen) return;
      watcher.disconnect();
      clearTimeout(timer);
      resolve();
    });
    watcher.observe(interview, { childList: true });
  });
  if (option) find().click();
  if (option) await new Promise((resolve) => setTimeout(resolve, pause));
  const pressed = performance.now();
  interview.querySelector(".continue").click();
  await shown;
  interview.getBoundingClientRect();
  return performance.now() - pressed;
}"""
"""Waits for what is to be pressed, and a keystroke after a choice; then milliseconds from the press of Continue until
the next screen stands in the page, laid out. Rejects, with what the page shows, where either does not come."""


@dataclass(frozen=True)
class Task:
    """A task of the main thread over 50 ms, in milliseconds; *start* is counted from the start of the navigation."""

    start: float
    duration: float


class BrokenVisitError(Exception):
    """A page that did not get where the bench goes: which, and how far, in one line."""


@dataclass(frozen=True)
class Visit:
    """Times in milliseconds; memory in bytes; sizes are bytes of bodies on the wire."""

    answerable: float
    """When the first question could be answered, from the start of the navigation."""

    ready: float
    """When Python was there."""

    ready_again: float
    """The same, on a second visit with what the browser kept."""

    processor: float
    """What all of Chromium's processes worked until then: the one figure that a busy machine hardly changes."""

    tasks: tuple[Task, ...]
    """From the start to the last step."""

    steps: tuple[float, ...]
    memory: int
    """What the tab's process has to itself after the last step, with every file that it keeps for DevTools."""

    wasm: int
    """What WebAssembly holds of it, in the page and its workers."""

    nodes: int
    """DOM nodes after the last step, in the page or kept beside it."""

    brotli: int
    gzip: int
    raw: int
    brotli_again: int

    @property
    def blocked(self) -> float:
        """How long the main thread was busy beyond the first 50 ms of each task."""
        return sum(task.duration - 50 for task in self.tasks)

    @property
    def longest(self) -> float:
        """The longest task of the main thread over 50 ms, 0 if there was none."""
        return longest(self.tasks)


def longest(tasks: Iterable[Task]) -> float:
    """The milliseconds of the longest of *tasks*, 0 where there is none: then every task was under 50."""
    return max((task.duration for task in tasks), default=0.0)


def tasks_of(seen: dict[str, Any]) -> tuple[Task, ...]:
    """The tasks that watch.mjs has *seen*."""
    return tuple(Task(**task) for task in seen["tasks"])


def visit(
    browser: Browser, group: int, server: Server, path: str, interviews: Sequence[tuple[str, ...]] = INTERVIEWS
) -> Visit:
    """Opens *path* as somebody who was never there, goes through *interviews*, and comes once more.

    Raises BrokenVisitError where the page does not get there.
    """
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.add_init_script(WATCH)
    try:
        page = context.new_page()
        before = processor_time(group)
        first, tab = _open(page, group, server, path)
        processor = processor_time(group) - before
        steps = [_step(page, option) for option in _choices(page, interviews)]
        seen = page.evaluate("window.bench")
        memory, wasm, nodes = private_memory(tab), wasm_memory(tab), dom_nodes(page)
        page.close()
        page = context.new_page()
        again, _ = _open(page, group, server, path)
        ready_again = page.evaluate("window.bench.ready")
    except Error as error:
        raise BrokenVisitError(f"{path}: {error.message.splitlines()[0]}") from error
    finally:
        context.close()
    return Visit(
        answerable=seen["started"],
        ready=seen["ready"],
        ready_again=ready_again,
        processor=processor,
        tasks=tasks_of(seen),
        steps=tuple(steps),
        memory=memory,
        wasm=wasm,
        nodes=nodes,
        brotli=on_the_wire(server, first, "br"),
        gzip=on_the_wire(server, first, "gzip"),
        raw=on_the_wire(server, first, ""),
        brotli_again=on_the_wire(server, again, "br"),
    )


def _open(page: Page, group: int, server: Server, path: str) -> tuple[list[Request], Path]:
    """Opens *path* and waits for Python; the requests that it took, and the tab's process."""
    server.requests.clear()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}{path.lstrip('/')}", wait_until="commit", timeout=PATIENCE)
    give_up = time.monotonic() + PATIENCE / 1000
    tab = process_of(page, group)
    while not (seen := page.evaluate("window.bench"))["ready"]:  # asked seldom: the page has better things to do
        if seen["failed"]:
            raise BrokenVisitError(f"{path}: the page says that Python does not come")
        if time.monotonic() > give_up:
            raise BrokenVisitError(f"{path}: no Python within {PATIENCE / 1000:g} seconds")
        time.sleep(0.25)
    return list(server.requests), tab


def _step(page: Page, option: str) -> float:
    return float(page.evaluate(STEP, {"option": option, "patience": PATIENCE, "pause": KEYSTROKE}))


def _choices(page: Page, interviews: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The options to choose, starting again before each interview but the first."""
    for number, interview in enumerate(interviews):
        if number:
            page.click("[data-restart]")
            if page.is_visible("#ask-clear"):
                page.click("[data-clear-now]")
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
