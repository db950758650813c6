"""Runs the bundle's Pyodide under Node: to compile, to measure what is imported, and to try the result."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from .inputs import BundleError

PROGRAM = Path(__file__).with_name("compile_bundle.mjs")

LONGEST_STEP_SECONDS = 600

ZONE = "UTC"
"""Pyodide takes its clock from Node: the first day of 1980, which a zip can hold, is 1979 west of Greenwich."""


def run_in_pyodide(step: str, *, abi: str, **paths: Path) -> list[str]:
    """Run one step of compile_bundle.mjs and return the list it answers; raise BundleError if it fails.

    Each step is a process of its own, so that Python starts as fresh as in a browser.
    """
    node = shutil.which("node")
    if node is None:
        raise BundleError("Node is not installed: the bundle needs Node 20 or newer")
    options = ["--abi", abi, *(part for name, path in paths.items() for part in (f"--{name}", str(path.resolve())))]
    command = [node, str(PROGRAM), step, *options]
    environment = {**os.environ, "TZ": ZONE}
    try:
        ran = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=LONGEST_STEP_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise BundleError(f"{step}: Pyodide did not answer within {LONGEST_STEP_SECONDS} s") from late
    if ran.returncode:
        lines = ran.stderr.strip().splitlines() or ["it ended without a word"]
        raise BundleError(f"{step}: {lines[-1]}")
    answer: list[str] = json.loads(ran.stdout.splitlines()[-1])
    return answer
