"""The lines of a workflow's step, run as its platform runs them, in a folder of a test."""

import os
import subprocess
from pathlib import Path
from typing import Any


def run_step(step: dict[str, Any], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the lines of *step* in *folder*, whose `bin` comes first; what they note goes into `output`."""
    (folder / "output").write_text("")
    places = {"GITHUB_OUTPUT": f"{folder}/output", "PATH": f"{folder}/bin:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=os.environ | places | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
