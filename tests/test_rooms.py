"""The rooms of the Python: which may import which, no circle, and nothing too long to read at once."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
ROOMS = ("wizard", "scripts")
MODULES = {
    path.relative_to(REPOSITORY).as_posix(): path.read_text("utf-8")
    for room in ROOMS
    for path in sorted((REPOSITORY / room).rglob("*.py"))
}

MOST_LINES_OF_THE_MEDIAN = 110
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40
LONGER: dict[str, str] = {
    "scripts/releasing/shipped/brand.py": "it is handed to people as one file",
    "scripts/releasing/shipped/verify.py": "one file, so that whoever must trust it reads all that runs",
}
"""The modules that may be longer, and why. One that is no longer so must leave this list."""


TOLD_AS_ONE = (
    *("wizard/packet", "scripts/guide/office_lists", "scripts/guide/pictures", "scripts/site_server"),
    *("scripts/runtime_bundle", "scripts/releasing/shipped/template"),
)
"""The rooms that the maps tell of as a whole, by their names: not every module of theirs stands there."""


LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def report(folder: Path) -> str:
    """What import-linter says of the Python below *folder*, by the contracts of pyproject.toml."""
    ran = subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    return ran.stdout + ran.stderr


def test_no_import_goes_up_or_in_a_circle() -> None:
    """Checks and the server, the guide, the bundle and the tables, the wizard: each sees only what is below it."""
    said = report(REPOSITORY)
    assert "4 kept, 0 broken" in said, said


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The Python of the project, in a folder of its own."""
    for name in MODULES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, file)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("wizard/wording.py", "import scripts.guide.folders", "The wizard knows no site builder BROKEN"),
        ("wizard/wording.py", "import mkdocs.plugins", "The wizard knows no site builder BROKEN"),
        ("wizard/wording.py", "import wizard.render", "No circle BROKEN"),
        ("scripts/guide/folders.py", "import scripts.checks.prose", "on, the wizard BROKEN"),
        ("scripts/guide/folders.py", "import scripts.guide.search", "in which layer it stands BROKEN"),
        ("scripts/guide/new.py", "", "in which layer it stands BROKEN"),
    ],
)
def test_each_such_import_is_found(copy: Path, module: str, line: str, broken: str) -> None:
    """Up, sideways, in a circle, or from a module of which nobody said where it stands."""
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert broken in " ".join(report(copy).split())


def named_in_the_maps() -> set[str]:
    """Every word of what README.md and scripts/README.md set as code."""
    maps = [(REPOSITORY / folder / "README.md").read_text("utf-8") for folder in ("", "scripts")]
    return {word for text in maps for code in re.findall(r"`([^`]+)`", text) for word in re.findall(r"\w+", code)}


def test_every_module_stands_on_a_map() -> None:
    """By its own name, or by that of a room that is told of as one."""
    modules = [Path(name) for name in MODULES if not Path(name).stem.startswith("__")]
    modules += [path.relative_to(REPOSITORY) for path in sorted((REPOSITORY / "wizard" / "web").glob("*.js"))]
    named = named_in_the_maps()
    rooms = [next((Path(room) for room in TOLD_AS_ONE if path.is_relative_to(room)), path) for path in modules]
    assert [str(path) for path in rooms if path.stem not in named] == []
    assert set(TOLD_AS_ONE) <= {path.as_posix() for path in rooms}


def length(text: str) -> int:
    """The lines of a module."""
    return len(text.splitlines())


def long_functions(name: str, text: str) -> Iterator[str]:
    """The functions that do not fit on a screen."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{name}: {node.name} has {lines} lines"


def test_a_module_is_read_at_once() -> None:
    """Half of them in two screens, and the longest in five."""
    assert median(map(length, MODULES.values())) <= MOST_LINES_OF_THE_MEDIAN
    assert {name for name, text in MODULES.items() if length(text) > MOST_LINES} == LONGER.keys()


def test_a_function_fits_on_a_screen() -> None:
    """With its docstring."""
    assert [fault for name, text in MODULES.items() for fault in long_functions(name, text)] == []


def test_every_policy_stands_in_one_module() -> None:
    """Whoever asks what a page may do reads one file; the seal, which comes later, is the page's own."""
    files = [path for path in (REPOSITORY / "scripts").rglob("*") if path.suffix in {".html", ".py", ".mjs"}]
    assert [path.name for path in files if "default-src" in path.read_text("utf-8")] == ["policies.py"]
