"""Build the guide anew when one of its files changes, and load the page anew that somebody looks at.

No page of the guide takes part in it. The development server has a page of its own, which shows the guide in a frame,
asks whether there is a newer site, and reloads that frame. So what is built, its policies and its seal are the same
with and without it, and nothing of it can be published by mistake.
"""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import override
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.guide.policies import LIVE_RELOAD

from .answers import TYPES, Answer
from .listening import Handler

FOLDER = "/live-reload/"
"""Where the page around the guide lies, below the start of the site; no page of the guide has this name."""
PARTS = {"": "page.html", "page.css": "page.css", "page.mjs": "page.mjs"}
WATCHED = ("docs", "wizard", "scripts")
"""The folders that a site is made of; of what lies beside them, `SETTINGS`."""
SETTINGS = ("mkdocs.yml", "pyproject.toml", "package-lock.json", "requirements/site.txt")
CHANGES = frozenset({"created", "modified", "moved", "deleted"})
QUIET = 0.3
"""Seconds without a change before a build begins: an editor writes a file in several steps."""


@dataclass(eq=False)
class Builds(FileSystemEventHandler):
    """The builds since the start: how many gave another site, and what the last one said."""

    project: Path
    number: int = 0
    said: str = ""
    changed: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note that a file changed; also one that an editor wrote under another name, and then moved to its place."""
        if event.is_directory or event.event_type not in CHANGES:
            return
        if any(self._counts(str(path)) for path in (event.src_path, event.dest_path) if path):
            self.changed.set()

    def _counts(self, file: str) -> bool:
        """Whether the site is made of *file*; what Python and editors leave beside it does not count."""
        path = Path(file).relative_to(self.project)
        if path.parts[0] not in WATCHED and path.as_posix() not in SETTINGS:
            return False
        return not any(part.startswith(".") or part.endswith(("~", ".pyc")) for part in path.parts)

    def run(self) -> None:
        """Build after each change, until `ended`."""
        while not self.ended.is_set():
            if not self.changed.wait(QUIET):
                continue
            while self.changed.is_set():
                self.changed.clear()
                self.ended.wait(QUIET)
            if not self.ended.is_set():
                self.build()

    def build(self) -> None:
        """Build once, and say what happened."""
        before = self._stamp()
        self.said = "building ..."
        done = subprocess.run([self.project / "scripts" / "build"], capture_output=True, text=True, check=False)
        self.said = done.stderr.strip() if done.returncode else ""
        if self.said:
            print(self.said, flush=True)
        if self._stamp() not in {before, ""}:
            self.number += 1
            print(f"serve: built anew ({self.number})", flush=True)

    def _stamp(self) -> str:
        stamp = self.project / "build" / "site.stamp"
        return stamp.read_text("utf-8") if stamp.is_file() else ""


@contextmanager
def watching(project: Path) -> Iterator[type[Handler]]:
    """Watch *project* while the context lasts; gives what answers requests for its site and for the page around it."""
    builds = Builds(project.resolve())
    observer = Observer()
    for folder in WATCHED:
        observer.schedule(builds, str(builds.project / folder), recursive=True)
    for beside in {(builds.project / file).parent for file in SETTINGS}:
        observer.schedule(builds, str(beside))
    builder = threading.Thread(target=builds.run, daemon=True)
    observer.start()
    builder.start()
    try:
        yield handler(builds)
    finally:
        builds.ended.set()
        observer.stop()
        observer.join()
        builder.join()


def handler(builds: Builds) -> type[Handler]:
    """The usual answers, and those for the page around the guide."""

    class Live(Handler):
        @override
        def do_GET(self) -> None:
            path = urlsplit(self.path).path.removeprefix(self.server.site.subpath)
            answer = page_or_state(path.removeprefix(FOLDER), builds) if path.startswith(FOLDER) else None
            if answer:
                self._send(answer)
            else:
                super().do_GET()

    return Live


def page_or_state(name: str, builds: Builds) -> Answer | None:
    """One of the files of the page around the guide, or how the builds stand."""
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": LIVE_RELOAD}
    if name == "state.json":
        state = {"number": builds.number, "said": builds.said}
        return Answer(HTTPStatus.OK, {**headers, "Content-Type": TYPES[".json"]}, json.dumps(state).encode())
    if name not in PARTS:
        return None
    file = Path(__file__).parent / "live_page" / PARTS[name]
    return Answer(HTTPStatus.OK, {**headers, "Content-Type": TYPES[file.suffix]}, file.read_bytes())
