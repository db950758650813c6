"""A copy of the repository in which mutants live: nothing of it is ever written here."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.built_pages import REPOSITORY


@contextmanager
def copied(name: str, node_modules: Path = REPOSITORY / "node_modules") -> Iterator[Path]:
    """What git knows of, as it lies here. Compiled once: nothing is compiled for good while mutants are tried."""
    tree = REPOSITORY / "build" / "mutants-tree" / name
    shutil.rmtree(tree, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    for file in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / file).is_file():
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / file, tree / file)
    (tree / "build").mkdir()
    (tree / "node_modules").symlink_to(node_modules)
    compiled = (sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "wizard", "tests")
    subprocess.run(compiled, cwd=tree, check=True)
    try:
        yield tree
    finally:
        shutil.rmtree(tree)
