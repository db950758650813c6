"""The modules in JavaScript stand on each other without circles: in the page, each only on those of a lower floor."""

import re
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
WEB = REPOSITORY / "wizard" / "web"
MOST_LINES = 250
FLOORS = (
    (
        "afterwards.js",
        "checked.js",
        "early.js",
        "entries.js",
        "guard.js",
        "late_styles.js",
        "leave.js",
        "on_paper.js",
        "open_now.js",
        "own.js",
        "packed.js",
        "door.js",
        "scheme.js",
        "second_press.js",
        "trail.js",
        "unsaved.js",
        "worker.js",
    ),
    ("failures.js", "form.js", "papers.js", "seal.js", "session.js", "static_interview.js"),
    ("download.js", "engine.js", "screen.js", "whole_interview.js"),
    ("frame.js", "place_box.js", "worker_host.js"),
    ("runtime.js", "walk.js"),
    ("arrival.js",),
    ("wizard.js",),
)
"""From the ground up. A new module needs its floor here."""

LOADED = re.compile(r'(?:\bfrom|^import|\bimport\()\s*"(\.[^"]+)"', re.MULTILINE)
"""A module that a file names: to run it, or, within a comment, for one of its types."""
RUN = re.compile(r'^(?:import|export)\b[^;"]*"(\.[^"]+)";', re.MULTILINE)
"""A module that a file runs."""


def every_module() -> list[Path]:
    """The JavaScript of this repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.js", "*.mjs"],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [path for name in listed.stdout.split() if (path := REPOSITORY / name).is_file()]


def named_by(module: Path, pattern: re.Pattern[str] = LOADED) -> list[Path]:
    """The modules that *module* stands on; types that are only declared (``.d.ts``) are none."""
    named = [(module.parent / name).resolve() for name in pattern.findall(module.read_text("utf-8"))]
    return [path for path in named if not path.with_suffix(".d.ts").is_file()]


def circle_from(module: Path, way: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The first way that leads from *module* back to a module that it passed; empty where there is none."""
    if module in way:
        return (*way[way.index(module) :], module)
    if not module.is_file():  # a type of a package, or what a site serves under this name
        return ()
    return next((found for other in named_by(module) if (found := circle_from(other, (*way, module)))), ())


def test_imports_are_seen_in_all_their_forms() -> None:
    """The tests below would say nothing about what they do not see."""
    lines = (
        'import { a,\n  b } from "./a.js";',
        'import "./b.js";',
        'export { c } from "./c.js";',
        '/** @type {import("./d.js").D} */',
    )
    text = "\n".join(lines)
    assert LOADED.findall(text) == ["./a.js", "./b.js", "./c.js", "./d.js"]
    assert RUN.findall(text) == ["./a.js", "./b.js", "./c.js"]


def test_no_module_stands_on_itself() -> None:
    """Not by way of any other either, here or in the tools and tests."""
    modules = every_module()
    assert len(modules) > 20
    assert [[path.name for path in circle] for module in modules if (circle := circle_from(module))] == []


def test_every_module_of_the_page_has_a_floor() -> None:
    """One, and no floor holds a module that is not there."""
    assert sorted(name for floor in FLOORS for name in floor) == sorted(path.name for path in WEB.glob("*.js"))


@pytest.mark.parametrize("height", range(len(FLOORS)))
def test_a_module_of_the_page_stands_on_lower_floors_alone(height: int) -> None:
    """Types count too: whoever names the shape of another module's things leans on it."""
    below = {WEB / name for floor in FLOORS[:height] for name in floor}
    assert {name: [path.name for path in named_by(WEB / name) if path not in below] for name in FLOORS[height]} == {
        name: [] for name in FLOORS[height]
    }


@pytest.mark.parametrize("module", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_no_module_of_the_page_is_long(module: Path) -> None:
    """A longer one has two jobs."""
    assert len(module.read_text("utf-8").splitlines()) <= MOST_LINES
