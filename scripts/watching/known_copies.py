"""The copies that ``copies.toml`` lists, each checked: who runs it, and where."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .fetching import is_address

KEYS = {"group": str, "address": str, "since": date}
ON_THIS_MACHINE = {"127.0.0.1", "localhost"}


class ListError(Exception):
    """The list cannot be read; says why, in one line."""


@dataclass(frozen=True)
class Copy:
    """A copy of the guide: the group that runs it (none for the project's own), and its address."""

    group: str
    address: str


def known_copies(file: Path) -> list[Copy]:
    """Every copy that *file* lists, the project's own first. Raises ``ListError``."""
    try:
        told = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ListError(f"{file.name}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ListError(f"{file.name}: {error}") from None
    for fault in _faults(told):
        raise ListError(f"{file.name}: {fault}")
    own = [Copy("", told["reference"])] if told["reference"] else []
    return own + [Copy(row["group"], row["address"]) for row in told.get("copy", ())]


def _faults(told: dict[str, Any]) -> Iterator[str]:
    for key in sorted(told.keys() - {"reference", "copy"}):
        yield f"{key} is no key of it; they are reference and [[copy]]"
    if not isinstance(told.get("reference"), str):
        yield "reference must be an address, or an empty text"
    elif told["reference"]:
        yield from _address_faults("reference", told["reference"])
    copies = told.get("copy", [])
    if not isinstance(copies, list) or not all(isinstance(row, dict) for row in copies):
        yield "each copy begins with [[copy]]"
        return
    seen = {told.get("reference")}
    for number, row in enumerate(copies, 1):
        yield from _row_faults(f"copy {number}", row)
        if row["address"] in seen:
            yield f"copy {number}: {row['address']} stands there twice"
        seen.add(row["address"])


def _row_faults(where: str, row: dict[str, Any]) -> Iterator[str]:
    for key in sorted(KEYS.keys() ^ row.keys()):
        yield f"{where} {'lacks' if key in KEYS else 'has, and nobody asks for,'} {key}"
    for key, kind in KEYS.items():
        if not isinstance(row[key], kind) or not row[key]:
            yield f"{where}: {key} must be a {'day, such as 2026-12-01' if kind is date else 'text'}"
    yield from _address_faults(where, row["address"])


def _address_faults(where: str, address: str) -> Iterator[str]:
    parts = urlsplit(address) if is_address(address) else None
    if (
        not parts
        or (parts.scheme != "https" and parts.hostname not in ON_THIS_MACHINE)
        or parts.query
        or parts.fragment
    ):
        yield f"{where}: {address} is no address that begins with https://"
    elif not parts.path.endswith("/"):
        yield f"{where}: {address} must end with a slash"
