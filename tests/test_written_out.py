"""A set of options is written out: nothing is picked by its place, so what is added in the middle loses nothing."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.cards import Item
from wizard.packet.fields import FIELD_OF_ITEM, PAPERS, Field
from wizard.packet.form import GROUPS, WORDS
from wizard.questions import NEED_GROUPS, OUTSIDE_NEEDS, Need

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("wizard", "scripts", "tests") for path in (ROOT / room).rglob("*.py"))
MAKING = {"tuple", "list", "sorted", "islice"}


def trees() -> dict[str, ast.Module]:
    """Every module by its path."""
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in MODULES}


def enums(parsed: dict[str, ast.Module]) -> set[str]:
    """The names of all enumerations."""
    classes = [node for tree in parsed.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return {c.name for c in classes if {"StrEnum", "Enum", "Question"} & {name_of(base) for base in c.bases}}


def name_of(node: ast.AST) -> str:
    """The last name in *node*."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def listed(node: ast.AST) -> str:
    """What *node* makes a list of: ``tuple(Need)``, ``[*Need]``."""
    if isinstance(node, ast.Call) and name_of(node.func) in MAKING and node.args:
        return name_of(node.args[0])
    if isinstance(node, ast.List | ast.Tuple) and len(node.elts) == 1 and isinstance(node.elts[0], ast.Starred):
        return name_of(node.elts[0].value)
    return ""


def by_place(tree: ast.Module, options: set[str], *, constants: bool) -> Iterator[int]:
    """The lines where something is picked by its place among *options*, or, of *constants*, as a slice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) == "islice" and listed(node) in options:
            yield node.lineno
        if isinstance(node, ast.Subscript):
            constant = name_of(node.value)
            sliced = constants and isinstance(node.slice, ast.Slice) and constant.isupper()
            if listed(node.value) in options or sliced:
                yield node.lineno


def test_nothing_is_picked_by_its_place_in_an_enumeration_or_in_a_constant() -> None:
    """Such a pick loses what is added before it, while every type still fits. Tests may cut their own walks."""
    parsed = trees()
    options = enums(parsed)
    assert {"Need", "Item", "Field", "Channel", "Custody"} <= options
    constants = {name: not name.startswith("tests/") for name in parsed}
    found = [
        f"{name}, line {line}"
        for name, tree in parsed.items()
        for line in by_place(tree, options, constants=constants[name])
    ]
    assert not found


@pytest.mark.parametrize(
    "text", ["tuple(Need)[:8]", "list(Item)[0]", "[*Field][6:9]", "(*Need,)[-1]", "islice(Need, 8)", "_NINE[:7]"]
)
def test_each_such_pick_is_noticed(text: str) -> None:
    """Otherwise the test above says nothing."""
    assert list(by_place(ast.parse(text), {"Need", "Item", "Field"}, constants=True)) == [1]


def test_every_need_is_in_one_group_and_every_detail_in_one_part_of_the_form() -> None:
    """What is added, and put nowhere, is named here."""
    needs = Counter(need for group in NEED_GROUPS.values() for need in group)
    assert needs == Counter(Need)
    fields = Counter([*(field for group in GROUPS.values() for field in group), *WORDS])
    assert fields == Counter(Field)
    assert set(OUTSIDE_NEEDS) <= set(Need)


def test_every_item_is_filled_by_a_detail_or_is_a_paper() -> None:
    """The one that is neither follows from the needs."""
    assert {*FIELD_OF_ITEM, *PAPERS, Item.DISCRETION_SOUGHT} == set(Item)
