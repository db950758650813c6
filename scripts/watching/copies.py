"""Holds every known copy against the releases, by their own verify.py, and writes a page of today in each language.

Run by ``scripts/watch-copies``, whose first lines say how.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from scripts.guide.folders import BUILD, REPOSITORY
from wizard.languages import languages
from wizard.wording import wording

from .known_copies import Copy, ListError, known_copies

MOST_SECONDS = 900


class State(StrEnum):
    """How a copy stands, in the order in which the page tells it."""

    CHANGED = "changed"
    SILENT = "silent"
    OLD = "old"
    GENUINE = "genuine"


@dataclass(frozen=True)
class Release:
    """A release as it was unpacked, and its version."""

    folder: Path
    version: str


@dataclass(frozen=True)
class Look:
    """What was seen of a copy: its state, the version it was held against, and why it is silent."""

    copy: Copy
    state: State
    version: str
    why: str = ""


def main(arguments: list[str]) -> int:
    """Looks, writes, tells. Returns 0 where every copy is genuine, 1 where one is not, 2 where nothing was done."""
    parser = argparse.ArgumentParser(prog="scripts/watch-copies", description="Holds every known copy to its release.")
    parser.add_argument(
        "release", nargs="+", type=Path, help="guide-VERSION.zip or its folder: the newest, then older ones"
    )
    parser.add_argument("--copies", type=Path, default=REPOSITORY / "copies.toml", metavar="FILE", help="copies.toml")
    parser.add_argument("--out", type=Path, default=BUILD / "copies", metavar="FOLDER", help="where the pages go")
    told = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            releases = [release_in(path, Path(folder)) for path in told.release]
            looks = [look(copy, releases) for copy in known_copies(told.copies)]
            day = datetime.now().astimezone().date().isoformat()
            told.out.mkdir(parents=True, exist_ok=True)
            for language in languages():
                (told.out / f"{day}.{language}.md").write_text(page(looks, releases[0], day, language), "utf-8")
    except (ListError, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        print(f"watch-copies: {error}", file=sys.stderr)
        return 2
    for one in looks:
        print(f"{one.state}  {one.copy.address}  {one.why or one.version}")
    print(f"watch-copies: {len(looks)} copies; {told.out}/{day}.*.md")
    return 0 if all(one.state is State.GENUINE for one in looks) else 1


def release_in(path: Path, spare: Path) -> Release:
    """The release at *path*; a zip is unpacked into a folder of *spare*."""
    if path.is_file():
        into = Path(tempfile.mkdtemp(dir=spare))
        with zipfile.ZipFile(path) as packed:
            packed.extractall(into)
        (path,) = into.iterdir()
    return Release(path, str(json.loads((path / "MANIFEST.json").read_text("utf-8"))["version"]))


def look(copy: Copy, releases: list[Release]) -> Look:
    """What there is to say of *copy*: by the newest release, and where it says that it is older, by that one."""
    newest, *older = releases
    found, against = verified(copy, newest, newest), newest
    if found.get("verdict") == "other version":
        version = str(found.get("version", ""))
        own = next((release for release in older if release.version == version), None)
        if own is None:
            return Look(copy, State.SILENT, version, f"says that it is version {version}, which is not at hand")
        found, against = verified(copy, newest, own), own
    genuine = State.GENUINE if against is newest else State.OLD
    state = {"genuine": genuine, "changed": State.CHANGED}.get(str(found.get("verdict")), State.SILENT)
    why = str(found.get("why") or "some of its files did not come") if state is State.SILENT else ""
    return Look(copy, state, against.version, why)


def verified(copy: Copy, program: Release, against: Release) -> dict[str, Any]:
    """What verify.py of the release *program* says of *copy*, held against the manifest of another."""
    command = [sys.executable, "-I", f"{program.folder}/verify.py", "--files", "--json"]
    command += ["--manifest", f"{against.folder}/MANIFEST.json", copy.address]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return {"why": f"no end after {MOST_SECONDS // 60} minutes"}
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return {"why": " ".join(done.stderr.split())}
    return found if isinstance(found, dict) else {}


def page(looks: list[Look], newest: Release, day: str, language: str) -> str:
    """The page of *day* in *language*, as Markdown."""
    say = wording(language)
    lines = [f"# {say('copies.title', date=say.day(day))}", "", say("copies.intro", version=newest.version), ""]
    for state in State:
        lines += [f"## {say('copies', state.value, 'title')}", "", say("copies", state.value, "text"), ""]
        lines += [f"- {_line(one, say('copies.own'))}" for one in looks if one.state is state] or [say("copies.none")]
        lines.append("")
    return "\n".join(lines)


def _line(one: Look, own: str) -> str:
    """One copy: who runs it, where, and the version it was held against."""
    name = (one.copy.group or own).translate({ord(sign): f"\\{sign}" for sign in "\\`*_[]<>#|"})
    version = f" ({one.version})" if one.version and one.state is not State.SILENT else ""
    return f"{name}: <{one.copy.address}>{version}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
