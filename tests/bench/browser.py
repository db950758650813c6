"""A Chromium of our own in a process group of its own, so that all of it, workers too, can be slowed down."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET

SLOW_CPU = Path(__file__).with_name("slow_cpu.py")
IN_FRONT = (
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-background-timer-throttling",
)
"""Without a screen, Chromium would take a page for one in the background and give its process less of the processor."""

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
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
        command = [
            CHROMIUM,
            *QUIET,
            *IN_FRONT,
            "--headless=new",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
        ]
        process = subprocess.Popen(
            [*command, "about:blank"], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port(Path(profile))}")
                yield browser, process.pid
                browser.close()
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
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
            if int(fields[2]) == group:
                ticks += int(fields[11]) + int(fields[12])
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def loop_times(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds that one fixed loop takes on the main thread and in a worker: what the throttle really does."""
    page = browser.new_page()
    page.goto(address)
    times = (float(page.evaluate(SPIN)[0]), float(page.evaluate(SPIN_IN_A_WORKER)[0]))
    page.close()
    return times
