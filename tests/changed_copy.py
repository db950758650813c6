"""A copy of the repository to change as a newcomer would, and what its own checks say to it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("wizard", "scripts", "docs", "mkdocs.yml", "pyproject.toml")


class ChangedCopy:
    """The sources in *folder*, to be changed and run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(ROOT / name, folder / name)

    def change(self, file: str, old: str, new: str) -> None:
        """Puts *new* in place of *old*, which stands once in *file*."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    def without_line(self, file: str, begun: str) -> None:
        """Takes away the one line of *file* that begins so."""
        path = self.folder / file
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(begun)]
        assert len(lines) - len(kept) == 1, (file, begun, len(lines) - len(kept))
        path.write_text("".join(kept), "utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs this Python with *arguments* in the copy, and takes its modules from there."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
