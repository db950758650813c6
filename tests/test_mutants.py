"""What `scripts/mutants` leans on is still there; and what it tells is what was found."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.mutants.results import Module, Mutant, accepted, table

REPOSITORY = Path(__file__).resolve().parents[1]
MODULES = tomllib.loads((REPOSITORY / "tests" / "mutants" / "modules.toml").read_text("utf-8"))["wizard"]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_and_the_tests_that_concern_it_are_there(name: str) -> None:
    """Under the names that the list has for them."""
    assert (REPOSITORY / "wizard" / name).is_file()
    assert all((REPOSITORY / "tests" / f"test_{test}.py").is_file() for test in MODULES[name])


@pytest.mark.parametrize(("name", "before", "after"), accepted())
def test_a_survivor_that_is_explained_is_of_a_line_that_is_still_there(name: str, before: str, after: str) -> None:
    """An explanation of a line that changed explains nothing."""
    assert before in " ".join((REPOSITORY / "wizard" / name).read_text("utf-8").split())
    assert before != after


def test_a_mutant_is_told_by_its_lines_and_its_end() -> None:
    """As cosmic-ray has them."""
    mutation = {"start_pos": [7, 4]}
    diff = "--- mutation diff ---\n--- a\n+++ b\n@@ -7 +7 @@\n here\n-    if a  <  b:\n+    if a  <= b:\n"
    result = {"worker_outcome": "normal", "test_outcome": "survived", "diff": diff, "output": ""}
    assert Mutant.of(mutation, result) == Mutant("if a < b:", "if a <= b:", 7, noticed=False)
    assert Mutant.of(mutation, {**result, "test_outcome": "killed"}).noticed
    assert Mutant.of(mutation, None).noticed is None
    with pytest.raises(RuntimeError, match="line 7"):
        Mutant.of(mutation, {**result, "test_outcome": "incompetent"})


def test_a_report_counts_each_end_and_names_only_what_nobody_explained() -> None:
    """In one row a module, and one for all."""
    name, before, after = next(iter(accepted()))
    explained, new = Mutant(before, after, 3, noticed=False), Mutant("x = 1", "x = 2", 9, noticed=False)
    noticed, untried = Mutant("y", "z", 1, noticed=True), Mutant("", "", 2, noticed=None)
    module = Module(name, (explained, new, noticed, untried))
    assert list(module.lines()) == [f"{name}:9\n  - x = 1\n  + x = 2"]
    assert list(table([module]))[-2:] == [
        f"| `{name}` | 4 | 1 (33.3%) | 0 | 1 | 1 | 1 |",
        "| `all` | 4 | 1 (33.3%) | 0 | 1 | 1 | 1 |",
    ]


@pytest.mark.thorough
def test_every_change_of_how_an_a_number_is_read_is_noticed() -> None:
    """The command itself, on its shortest module."""
    command = [str(REPOSITORY / "scripts" / "mutants"), "--anew", "packet/a_number.py"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "(100.0%)" in ran.stdout
