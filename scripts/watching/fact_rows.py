"""Every fact as it stands in its file: numbers, links, laws, topics of what changed, and what is known of offices.

An id is that of the fact; of what stands in a folder below, the name of the file comes first (`topics.bond`).
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scripts.guide.folders import REPOSITORY
from wizard.library import Standing

FACTS = REPOSITORY / "wizard" / "facts"
NEEDED = {"sources", "checked", "standing"}
TOPICS = "topics"
OFFICES = "offices"
LEAST_SURE = (Standing.UNKNOWN, Standing.LAST_SEEN, Standing.REPORTED, Standing.CONFIRMED)


@dataclass(frozen=True)
class Row:
    """A fact, the file in which it stands, and its path there."""

    id: str
    file: Path
    path: tuple[str, ...]
    value: str
    sources: tuple[str, ...]
    checked: str
    standing: Standing

    @property
    def day(self) -> date:
        """The day on which it was checked; of a month, the first."""
        return date.fromisoformat(self.checked if len(self.checked) > len("2026-07") else f"{self.checked}-01")

    @property
    def is_topic(self) -> bool:
        """Whether it is a topic of what changed: *checked* is then the day on which we last looked for news."""
        return self.file.stem == TOPICS

    @property
    def is_of_an_office(self) -> bool:
        """Whether its sources are keys of a table of sources."""
        return self.file.parent.name == OFFICES


def rows(folder: Path = FACTS) -> list[Row]:
    """Every fact of *folder*, the oldest first; of one day, the least sure first."""
    found = [row for file in sorted(folder.rglob("*.toml")) for row in _of_file(file, folder)]
    return sorted(found, key=lambda row: (row.day, LEAST_SURE.index(row.standing), row.id))


def _of_file(file: Path, folder: Path) -> Iterator[Row]:
    below = () if file.parent == folder else (file.stem,)
    for path, table in _tables(tomllib.loads(file.read_text("utf-8")), ()):
        yield Row(
            ".".join((*below, *path)),
            file,
            path,
            _value(table),
            tuple(table["sources"]),
            str(table["checked"]),
            Standing(table["standing"]),
        )


def _tables(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    if table.keys() >= NEEDED:
        yield path, table
    for key, below in table.items():
        if isinstance(below, dict):
            yield from _tables(below, (*path, key))


def _value(table: Mapping[str, Any]) -> str:
    """What is known: a value, a state with its day, or all that is said beside source, day and standing."""
    if "value" in table:
        return str(table["value"])
    said = {key: told for key, told in table.items() if key not in NEEDED and not isinstance(told, dict)}
    return ", ".join(", ".join(map(str, told)) if isinstance(told, list) else str(told) for told in said.values())
