"""Names of countries in every language of the guide, from a committed table; any other name stays as it was typed."""

from functools import cache
from typing import Any

from wizard.folding import folded_letters
from wizard.library import load_toml


def country_names(language: str) -> list[str]:
    """The names to choose from, in the order in which *language* has them."""
    return [_countries()[code][language] for code in _table()["order"][language].split()]


def country_in(language: str, typed: str) -> str:
    """The country *typed* (in any language of the guide) as *language* calls it, or *typed* where it is not known."""
    code = _codes().get(folded_letters(typed))
    return _countries()[code][language] if code else typed


@cache
def _table() -> dict[str, Any]:
    return load_toml("countries", "names.toml")


def _countries() -> dict[str, dict[str, str]]:
    return _table()["names"]  # type: ignore[no-any-return]


@cache
def _codes() -> dict[str, str]:
    return {folded_letters(name): code for code, names in _countries().items() for name in names.values()}
