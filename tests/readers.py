"""What people who read a language ask, and what is never said to them: a folder a language."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOM = Path(__file__).with_name("reader")


@cache
def reader(language: str, name: str) -> dict[str, Any]:
    """The file *name* of *language*. Raises ``LookupError`` with what to do where there is none."""
    path = ROOM / language / f"{name}.toml"
    if not path.is_file():
        raise LookupError(f"{path.relative_to(ROOM.parents[1])} is missing: scripts/new-language {language} makes it")
    return tomllib.loads(path.read_text("utf-8"))
