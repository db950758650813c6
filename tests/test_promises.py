"""Every paragraph of the privacy page names the tests that hold it (promises.toml)."""

import ast
import re
import tomllib
from itertools import zip_longest
from pathlib import Path

import pytest

from wizard.languages import languages

REPOSITORY = Path(__file__).resolve().parents[1]
KNOWN: list[dict[str, object]] = tomllib.loads((REPOSITORY / "tests" / "promises.toml").read_text("utf-8"))["paragraph"]
PROMISES_NOTHING = {"heading", "others", "limit", "advice"}


def paragraphs(language: str) -> list[str]:
    """The page's paragraphs, entries and the terms before them, each in one line."""
    text = (REPOSITORY / "docs" / language / "privacy.md").read_text("utf-8").split("---", 2)[2]
    parts = [
        part
        for paragraph in re.split(r"\n\s*\n", text)
        if not paragraph.lstrip().startswith("#")
        for part in re.split(r"\n(?=- |\d\. |:   )", paragraph.strip("\n"))
    ]
    return [line for part in parts if (line := " ".join(part.split()))]


def names_in(file: str) -> set[str]:
    """The names of a file's tests."""
    tree = ast.parse((REPOSITORY / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_every_paragraph_has_its_tests() -> None:
    """In the page's order, none left over."""
    for paragraph, known in zip_longest(paragraphs("en"), KNOWN, fillvalue=None):
        assert paragraph is not None
        assert known is not None, paragraph
        assert paragraph.startswith(str(known["begins"])), (paragraph, known["begins"])
        assert ("held_by" in known) != ("promises" in known), paragraph


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_paragraphs(language: str) -> None:
    """One for one: so the tests of the English hold them too."""
    assert len(paragraphs(language)) == len(KNOWN)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: str(known["begins"]))
def test_the_tests_that_are_named_are_there(known: dict[str, object]) -> None:
    """By file, or by file and name."""
    for name in known.get("held_by", ()):  # type: ignore[attr-defined]
        file, _, test = name.partition("::")
        assert names_in(file)
        assert not test or test in names_in(file), name
    assert str(known.get("promises", "nothing: heading")).partition("nothing: ")[2] in PROMISES_NOTHING
