"""A Chromium of our own in a process group of its own, so that all of it, workers too, can be slowed down."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET

SLOW_CPU = Path(__file__).with_name("slow_cpu.py")
IN_FRONT = (
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-background-timer-throttling",
)
"""Without a screen, Chromium would take a page for one in the background and give its process less of the processor."""

PHONE = {"width": 360, "height": 740}
WASM_PAGE = 2**16  # bytes
MARK = 4321 * WASM_PAGE  # bytes; a size that no program asks for
REACH = 2**32  # bytes that a WebAssembly memory can address
STARTS_WITHIN = 30.0  # seconds

SPIN = """() => {
  const begun = performance.now();
  let sum = 0;
  for (let i = 0; i < 2e8; i++) sum = (sum + i) | 0;
  return [performance.now() - begun, sum];
}"""
SPIN_IN_A_WORKER = f"""() => new Promise((resolve) => {{
  const code = `postMessage(({SPIN})()[0])`;
  new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({{ data }}) => resolve([data, 0]);
}})"""


@contextmanager
def chromium() -> Iterator[tuple[Browser, int]]:
    """A fresh Chromium, and the id of its process group."""
    debugger = "--remote-debugging-port=0"
    with _profile() as profile, _running(profile, debugger, "about:blank") as group, sync_playwright() as playwright:
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port(profile)}")
        yield browser, group
        browser.close()


@contextmanager
def browsing(address: str) -> Iterator[int]:
    """A fresh Chromium that shows *address* and that no debugger is at; the id of its process group."""
    size = f"--window-size={PHONE['width']},{PHONE['height']}"
    with _profile() as profile, _running(profile, size, address) as group:
        yield group


@contextmanager
def _profile() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
        yield Path(profile)


@contextmanager
def _running(profile: Path, *arguments: str) -> Iterator[int]:
    command = [CHROMIUM, *QUIET, *IN_FRONT, "--headless=new", f"--user-data-dir={profile}", *arguments]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def _port(profile: Path) -> str:
    """The port that Chromium chose for its debugger."""
    file = profile / "DevToolsActivePort"
    give_up = time.monotonic() + STARTS_WITHIN
    while not (file.is_file() and file.read_text()):
        if time.monotonic() > give_up:
            raise TimeoutError(f"{CHROMIUM} did not start")
        time.sleep(0.05)
    return file.read_text().split()[0]


@contextmanager
def slowed(group: int, factor: float) -> Iterator[None]:
    """Lets every process of *group* run one part in *factor* of the time while the context lasts."""
    if factor == 1:
        yield
        return
    slowing = subprocess.Popen([sys.executable, str(SLOW_CPU), str(group), str(factor)])
    try:
        yield
    finally:
        slowing.terminate()
        slowing.wait(10)


def processor_time(group: int) -> float:
    """Milliseconds of processor that the living processes of *group* have used so far."""
    total = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            if int(_fields(process)[2]) == group:
                total += processor_time_of(process)
    return total


def processor_time_of(process: Path) -> float:
    """Milliseconds of processor that *process* has used so far."""
    fields = _fields(process)
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _fields(process: Path) -> list[str]:
    """What the system says of *process*, behind its name."""
    return (process / "stat").read_text("utf-8").rpartition(")")[2].split()


def process_of(page: Page, group: int) -> Path:
    """The process of *page*'s tab, of *group*, in the system's list: known by a memory that nobody uses.

    Chromium has more processes for pages than pages, and says of none whose it is. Raises LookupError.
    """
    page.evaluate("(pages) => void (window.benchMark = new WebAssembly.Memory({ initial: pages }))", MARK // WASM_PAGE)
    for process in renderers(group):
        if MARK in _wasm_memories(process):
            return process
    raise LookupError("the tab's process is not among Chromium's")


def renderers(group: int) -> Iterator[Path]:
    """The living processes of *group* that show pages, or wait for one, in the system's list."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            if int(_fields(process)[2]) == group and _shows_pages(process):
                yield process


def _shows_pages(process: Path) -> bool:
    command = (process / "cmdline").read_bytes()
    return b"--type=renderer" in command and b"--top-chrome-webui" not in command


def private_memory(process: Path) -> int:
    """Bytes of memory that *process* has to itself."""
    lines = (process / "smaps_rollup").read_text("utf-8").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def wasm_memory(process: Path) -> int:
    """Bytes of every WebAssembly memory of *process*, in pages and workers, as large as they have grown."""
    return sum(size for size in _wasm_memories(process) if size != MARK)


def _wasm_memories(process: Path) -> list[int]:
    """The size of each, in bytes.

    DevTools has no figure for it. Chromium lays each at a multiple of 4 GiB and keeps at least as much free behind it,
    so that no 32-bit address leads out: that is how the system's list of the process shows them.
    """
    areas = map(_area, (process / "maps").read_text("utf-8").splitlines())
    return [
        one.end - one.start
        for one, behind in pairwise(areas)
        if one.may.startswith("rw") and one.start % REACH == 0
        if behind.may.startswith("---") and behind.start == one.end and behind.end >= one.start + REACH
    ]


class _Area(NamedTuple):
    """A part of a process's addresses, and what may be done there, as the system writes it."""

    start: int
    end: int
    may: str


def _area(line: str) -> _Area:
    addresses, may, *_ = line.split()
    start, end = addresses.split("-")
    return _Area(int(start, 16), int(end, 16), may)


def dom_nodes(page: Page) -> int:
    """DOM nodes of *page*'s process once what nobody needs is gone: elements, texts, comments, in the page or not."""
    tools = page.context.new_cdp_session(page)
    tools.send("HeapProfiler.collectGarbage")
    nodes = int(tools.send("Memory.getDOMCounters")["nodes"])
    tools.detach()
    return nodes


def loop_times(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds that one fixed loop takes on the main thread and in a worker: what the throttle really does."""
    page = browser.new_page()
    page.goto(address)
    times = (float(page.evaluate(SPIN)[0]), float(page.evaluate(SPIN_IN_A_WORKER)[0]))
    page.close()
    return times
