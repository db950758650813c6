"""What ``scripts/serve --watch`` sees: every file that the site is made of, however it came to its place."""

import re
import time
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent, FileSystemEvent

from scripts.site_server import live_reload

REPOSITORY = Path(__file__).resolve().parents[1]


def test_all_is_watched_that_a_build_is_stamped_with() -> None:
    """A change that no build would follow is not waited for, and none is missed that one would."""
    build = (REPOSITORY / "scripts" / "build").read_text("utf-8")
    (stamped,) = re.findall(r"^ +find (.+) -type f", build, re.MULTILINE)
    assert sorted(stamped.split()) == sorted((*live_reload.WATCHED, *live_reload.SETTINGS))


@pytest.mark.parametrize(
    ("event", "counts"),
    [
        (FileModifiedEvent("/project/docs/page.md"), True),
        (FileModifiedEvent("/project/requirements/site.txt"), True),
        (FileModifiedEvent("/project/requirements/test.txt"), False),
        (FileModifiedEvent("/project/docs/.page.md.swp"), False),
        (FileMovedEvent("/project/docs/.page.md.tmp", "/project/docs/page.md"), True),
        (FileMovedEvent("/project/docs/page.md", "/project/docs/page.md~"), True),
        (FileMovedEvent("/project/docs/.page.md.a", "/project/docs/.page.md.b"), False),
    ],
)
def test_a_file_counts_by_its_old_name_and_by_its_new_one(event: FileSystemEvent, *, counts: bool) -> None:
    """Many editors write beside a file, and then move what they wrote over it."""
    builds = live_reload.Builds(Path("/project"))
    builds.on_any_event(event)
    assert builds.changed.is_set() == counts


@pytest.mark.parametrize("name", ["docs/page.md", "requirements/site.txt"])
def test_a_file_that_is_moved_to_its_place_is_built(tmp_path: Path, name: str) -> None:
    """As the system itself tells it."""
    for folder in ("docs", "wizard", "scripts", "requirements", "build"):
        (tmp_path / folder).mkdir()
    door = tmp_path / "scripts" / "build"
    door.write_text(f"#!/bin/sh\ncp '{tmp_path / name}' '{tmp_path}/build/site.stamp'\n")
    door.chmod(0o755)
    beside = (tmp_path / name).with_name(".new")
    beside.write_text("new")
    with live_reload.watching(tmp_path):
        beside.rename(tmp_path / name)
        ends = time.monotonic() + 20
        while not (tmp_path / "build" / "site.stamp").exists() and time.monotonic() < ends:
            time.sleep(0.05)
    assert (tmp_path / "build" / "site.stamp").read_text() == "new"
