"""What the bundle has ready: JSON in place of TOML, and the functions of dataclasses."""

import tomllib
from pathlib import Path

import pytest

from scripts.runtime_bundle.inputs import BundleError, wizard_files
from scripts.runtime_bundle.prepared import functions_module, with_json_for_toml
from scripts.runtime_bundle.stand_ins import tomllib_of_json

REPOSITORY = Path(__file__).resolve().parents[1]


def test_every_table_of_the_wizard_is_read_as_before() -> None:
    """Its days too, and its order."""
    files = {name: content for name, content in wizard_files(REPOSITORY) if name.endswith((".toml", ".txt"))}
    tables = 0
    for name, content in with_json_for_toml(files).items():
        if name.endswith(".toml"):
            tables += 1
            read, meant = tomllib_of_json.loads(content.decode()), tomllib.loads(files[name].decode())
            assert repr(read) == repr(meant), name
        else:
            assert content == files[name]
    assert tables > 20


def test_a_value_that_json_could_not_give_back_fails_the_build() -> None:
    """An hour, for instance: no table has one."""
    with pytest.raises(BundleError, match=r"a\.toml holds a datetime, for which"):
        with_json_for_toml({"a.toml": b"at = 2026-12-01T12:00:00"})


def test_two_texts_with_one_checksum_fail_the_build() -> None:
    """These two are known to have the same."""
    with pytest.raises(BundleError, match="the same checksum"):
        functions_module(["plumless", "buckeroo"])
    assert functions_module(["def __create_fn__(): pass"] * 2).count("def ") == 1
