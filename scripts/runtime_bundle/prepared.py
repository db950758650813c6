"""What is done once, while the bundle is made, and not on every phone: reading TOML, and what dataclasses compile.

Python writes the functions of each dataclass as text, and compiles it when the class is made: that was a third of the
time in which the wizard was imported. TOML is read by Python itself, and was half of the first answer.
"""

import json
import tomllib
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from .inputs import BundleError
from .stand_ins.tomllib_of_json import DAY

START = "start.py"
FUNCTIONS = "dataclass_functions.py"
"""Modules of the bundle: `start.py`, which stands beside this one, and what `functions_module` writes."""


def with_json_for_toml(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """*files* with JSON in those that end in `.toml`; the stand-in for `tomllib` reads it."""
    return {name: _as_json(name, content) if name.endswith(".toml") else content for name, content in files.items()}


def _as_json(name: str, content: bytes) -> bytes:
    def of_a_day(value: object) -> dict[str, str]:
        if type(value) is not date:
            raise BundleError(f"{name} holds a {type(value).__name__}, for which tomllib_of_json has no form")
        return {DAY: value.isoformat()}

    table = tomllib.loads(content.decode("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=of_a_day).encode("utf-8")


def start_modules(texts: Iterable[str]) -> dict[str, bytes]:
    """The module that the worker starts with, and the functions of the dataclasses whose *texts* Python wrote."""
    return {
        START: Path(__file__).with_name(START).read_bytes(),
        FUNCTIONS: functions_module(texts).encode("utf-8"),
    }


def functions_module(texts: Iterable[str]) -> str:
    """Source that has each of *texts* once, under its checksum; raises BundleError where two have the same."""
    by_sum: dict[int, str] = {}
    for text in texts:
        if by_sum.setdefault(zlib.crc32(text.encode()), text) != text:
            raise BundleError("two dataclasses have the same checksum: another is needed in start.py")
    made = "\n".join(f"{text}\nCODE[{number}] = __create_fn__.__code__" for number, text in by_sum.items())
    return f"CODE = {{}}\n{made}\n"
