"""npm packages of a lock file of their own, which few tests need: loaded when one asks for them, into ``build/``."""

import shutil
import subprocess
from pathlib import Path

from tests.built_pages import REPOSITORY


class NotInstalledError(Exception):
    """npm could not load them."""


def installed(locked: Path) -> Path:
    """The ``node_modules`` of the lock file in the folder *locked*; no script of a package is run."""
    folder = REPOSITORY / "build" / locked.name.replace("_", "-")
    lock = (locked / "package-lock.json").read_bytes()
    kept = folder / "package-lock.json"
    if kept.is_file() and kept.read_bytes() == lock:
        return folder / "node_modules"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(locked / name, folder)
    command = ["npm", "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        kept.unlink()
        raise NotInstalledError(f"the packages of {locked.name} could not be installed: {ran.stderr}")
    return folder / "node_modules"
