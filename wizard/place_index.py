"""The names of `wizard.place_names`, ready to be looked up. The page has the same in JavaScript (`place-index.js`)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from wizard.place_names import Named, Names, names
from wizard.place_spelling import GENERIC, KINDS, Parts, key_of, parts_of, words_of


class Place(NamedTuple):
    """A place within a state: *name* as it is called, and its county, where the county is known and decides."""

    state: str
    name: str
    county: str


@dataclass(frozen=True)
class Entry:
    """A center, a building or a court: what it is known by, in *parts* to compare words with, and *whole*, by key."""

    id: str
    state: str
    county: str
    parts: Parts
    whole: frozenset[str]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """All names, by key (`key_of`). *zips*: the codes of each place, as the table has them: ``350:04-07,10 351:01``."""

    states: Mapping[str, str]
    counties: Mapping[str, tuple[Place, ...]]
    cities: Mapping[str, tuple[Place, ...]]
    zips: tuple[tuple[str, Place], ...]
    centers: tuple[Entry, ...]
    rooms: tuple[Entry, ...]
    courts: tuple[Entry, ...]

    def zip(self, code: str) -> tuple[Place, ...]:
        """The place of a ZIP *code*, or none."""
        return tuple(Place(place.state, code, place.county) for row, place in self.zips if _holds(row, code))


@cache
def index() -> Index:
    """The index of all names."""
    return index_of(names())


def index_of(known: Names) -> Index:
    """The index of the names that are *known*."""
    return Index(
        {key_of(words_of(name)): code for code, called in known["states"].items() for name in called},
        _by_key(_counties(known)),
        _by_key(_cities(known)),
        tuple(_zips(known)),
        *(tuple(_entries(rows)) for rows in (known["centers"], known["rooms"], known["courts"])),
    )


def _counties(known: Names) -> Iterator[tuple[str, Place]]:
    for code, row in (*known["counties"].items(), *known["others"].items()):
        yield from ((name, Place(code, name, name)) for name in row.split("|"))
    for code, called in known["also"].items():
        yield from ((name, Place(code, county, county)) for name, county in called.items())


def _cities(known: Names) -> Iterator[tuple[str, Place]]:
    for code, row in known["cities"].items():
        yield from ((name, Place(code, name, "")) for name in row.split("|"))
    for code, part in known["split"].items():
        for county, row in part["cities"].items():
            yield from ((name, Place(code, name, county)) for name in row.split("|"))


def _zips(known: Names) -> Iterator[tuple[str, Place]]:
    for code, row in known["zips"].items():
        yield row, Place(code, "", "")
    for code, part in known["split"].items():
        yield from ((row, Place(code, "", county)) for county, row in part["zips"].items())


def _holds(row: str, code: str) -> bool:
    """Whether the ZIP *code* is one of *row*. A code between two others need not exist."""
    first, last = code[:3], code[3:]
    found = next((part[4:] for part in row.split() if part.startswith(f"{first}:")), "")
    runs = (run.partition("-") for run in found.split(",") if run)
    return any(start <= last <= (end or start) for start, _, end in runs)


def _by_key(named: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    found: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for name, place in named:
        found[key_of(words_of(name))][place] = None
    return {key: tuple(places) for key, places in found.items()}


def _entries(rows: Mapping[str, Named]) -> Iterator[Entry]:
    for identity, row in rows.items():
        parts = parts_of((*row["names"], row["city"], row["county"]))
        whole = frozenset(key for name in row["names"] for key in whole_keys(words_of(name)))
        yield Entry(identity, row["state"], row["county"], parts, whole, tuple(row["names"]))


def whole_keys(words: Sequence[str]) -> set[str]:
    """The keys of a whole name: all *words*, those that choose, and those without what many names end with."""
    core = [word for word in words if word not in GENERIC]
    own = next((core[:end] for end in range(len(core), 0, -1) if core[end - 1] not in KINDS), [])
    return {key_of(words), key_of(core), key_of(own)} - {""}
