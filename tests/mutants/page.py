"""The page's script, changed by Stryker, and asked of the tests in `tests/node`."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.built_pages import REPOSITORY
from tests.locked_packages import installed
from tests.mutants.results import Module, Mutant
from tests.mutants.tree import copied

HERE = Path(__file__).parent
SETTINGS = json.loads((HERE / "stryker.json").read_text("utf-8"))
NOTICED = {"Killed": True, "Timeout": True, "Survived": False, "NoCoverage": False}
"""What became of a mutant. Any other is none: the instrumented script could not be read."""


def modules(*, report: bool) -> list[Module]:
    """The modules with their mutants, tried now unless they were, or unless a *report* is all that is wanted."""
    found = _found()
    if not report and not found.is_file():
        _run(found)
    if not found.is_file():
        return []
    files = json.loads(found.read_text("utf-8"))["files"]
    return [Module(name.removeprefix("wizard/"), tuple(_mutants(file))) for name, file in sorted(files.items())]


def _found() -> Path:
    """Where the results stand for the modules, their tests, the settings and Stryker as they are now."""
    named = [REPOSITORY / name for name in (*SETTINGS["mutate"], *SETTINGS["tap"]["testFiles"])]
    parts = (*named, HERE / "stryker.json", HERE / "package-lock.json")
    digest = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:12]
    return REPOSITORY / "build" / "mutants-found" / f"page-{digest}.json"


def _run(found: Path) -> None:
    packages = installed(HERE)
    found.parent.mkdir(parents=True, exist_ok=True)
    with copied("page", packages) as tree:
        program = packages / "@stryker-mutator" / "core" / "bin" / "stryker.js"
        subprocess.run(["node", program, "run", HERE / "stryker.json"], cwd=tree, check=True)
        shutil.copy(tree / SETTINGS["jsonReporter"]["fileName"], found)


def _mutants(file: dict[str, Any]) -> Iterator[Mutant]:
    lines = file["source"].split("\n")
    for mutant in file["mutants"]:
        if mutant["status"] not in NOTICED:
            continue
        start, end = mutant["location"]["start"], mutant["location"]["end"]
        whole = lines[start["line"] - 1 : end["line"]]
        changed = whole[0][: start["column"] - 1] + mutant["replacement"] + whole[-1][end["column"] - 1 :]
        yield Mutant(
            _one_line("\n".join(whole)),
            _one_line(changed),
            start["line"],
            noticed=NOTICED[mutant["status"]],
            endless=mutant["status"] == "Timeout",
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
