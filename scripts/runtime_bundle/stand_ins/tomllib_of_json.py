"""The bundle's TOML files hold JSON (`prepared.py`): C reads that, where TOML is read by Python."""

import json
from datetime import date
from typing import Any

DAY = "\u0000day"
"""The one key of an object that is a day, which JSON has no form for."""


class TOMLDecodeError(ValueError):
    """A name that others import."""


def loads(text: str, /) -> dict[str, Any]:
    """The table that *text* was before it was JSON."""
    table: dict[str, Any] = json.loads(text, object_hook=_value)
    return table


def _value(table: dict[str, Any]) -> dict[str, Any] | date:
    return date.fromisoformat(table[DAY]) if DAY in table else table
