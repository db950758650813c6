"""A copy as a volunteer makes it: the release's zip, and what HOST.en.md says to type and to write, in one folder."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests import own_copy
from tests.built_pages import REPOSITORY

EXAMPLE = "/var/www"
"""The folder of the page's examples. Here it is one of the test's."""
HEADS = {"nginx": "nginx.conf", "Caddy": "Caddyfile", "Apache": "apache.conf"}


def release_zip(folder: Path) -> Path:
    """A release, packed as it is handed out."""
    command = [sys.executable, "-m", "scripts.releasing", str(own_copy.release()), "--out", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    (packed,) = folder.glob("*.zip")
    return packed


class Hosted:
    """The copy at *path* (``""`` or ``/a/b``) below *folder*, from the *packed* release, after every command."""

    def __init__(self, packed: Path, folder: Path, path: str) -> None:
        start = time.monotonic()
        shutil.unpack_archive(packed, folder)
        self.folder, self.path, self.release = folder, path, folder / packed.stem
        self.page = (self.release / "HOST.en.md").read_text("utf-8")
        self.copy = folder / (f"html{path}" if path else "guide/ready")
        (self.release / "own.toml").write_text(own_copy.OWN.replace("org/guide/", f"org{path}/"), "utf-8")
        for command in self.commands()[:-1]:  # the last one starts the server
            here = command.replace("sudo ", "").replace(EXAMPLE, str(folder))
            subprocess.run(here, shell=True, cwd=self.release, check=True, capture_output=True)  # noqa: S602 (as it is typed)
        self.seconds = time.monotonic() - start

    def commands(self) -> list[str]:
        """What the page says to type: at a path the second command is another."""
        first, copy, reload = told_after("Copy `own", self.page)
        return [first, *told_after("Below a path", self.page), reload] if self.path else [first, copy, reload]

    def told(self, server: str) -> str:
        """What the page says to write into the files of *server*, or to type for Python's own."""
        if server == "http.server":
            (command,) = told_after("Apache that is not yours", self.page)
            return command.replace("ready", str(self.folder / "html" if self.path else self.copy))
        if self.path:
            shipped = (self.release / "servers" / HEADS[server]).read_text("utf-8")
            lines = told_after("Below a path", re.sub(r"^# ?", "", shipped, flags=re.MULTILINE))
        else:
            lines = told_after(f"{server}, ", self.page)
        return "\n".join(lines).replace(EXAMPLE, str(self.folder))


def told_after(begun: str, page: str) -> list[str]:
    """The lines to type or to write after the paragraph of *page* that begins so, without what a comment says."""
    paragraphs = page.split("\n\n")
    place = next(number for number, text in enumerate(paragraphs) if text.startswith(begun))
    lines = paragraphs[place + 1].splitlines()
    assert all(line.startswith("    ") for line in lines), begun
    return [line[4:].partition("  # ")[0].rstrip() for line in lines]
