"""Every name that a place is known by, as plain data: what `wizard.place_search` looks through, and the page too.

Centers, states, counties, cities, ZIP codes and courts, each with its state. Knows no office and no wording.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypedDict

from wizard.centers import centers
from wizard.languages import languages
from wizard.library import load_toml
from wizard.office_facts import FOLDER, courts
from wizard.offices import counties_of, states
from wizard.wording import wording

NICKNAMES = {
    "NY": {"NYC": "New York"},
    "CA": {"LA": "Los Angeles"},
    "FL": {"Dade": "Miami-Dade"},
    "VI": {"Charlotte Amalie": "St. Thomas"},
}
"""What people call a county, or the city in it, that has another name."""

STATES_IN_SPANISH = {"TX": ("Tejas",), "NM": ("Nuevo Méjico",), "WV": ("Virginia del Oeste",)}
"""Names of states that people say in Spanish beside those of the wizard's own texts."""


class Named(TypedDict):
    """Where something with *names* lies."""

    state: str
    city: str
    county: str
    names: list[str]


class Names(TypedDict):
    """All names, as JSON has them: many in one text, with ``|`` between them, or of runs of ZIP codes, spaces.

    *words*: those of gazetteer/words.toml. *rooms*: buildings with hold rooms. *others*: what the
    Census counts as a county and nobody calls one. *also*: other names of both.
    *cities* and *zips*: by state, and those in *split* by state and county.
    """

    words: dict[str, str]
    states: dict[str, list[str]]
    centers: dict[str, Named]
    rooms: dict[str, Named]
    courts: dict[str, Named]
    counties: dict[str, str]
    others: dict[str, str]
    also: dict[str, dict[str, str]]
    cities: dict[str, str]
    zips: dict[str, str]
    split: dict[str, "Split"]


class Split(TypedDict):
    """The cities and the ZIP codes of a state that offices share, by county."""

    cities: dict[str, str]
    zips: dict[str, str]


@cache
def names() -> Names:
    """All names."""
    county, cities, zips = (load_toml("gazetteer", f"{name}.toml") for name in ("counties", "cities", "zips"))
    areas = load_toml(FOLDER, "areas.toml")
    return {
        "words": load_toml("gazetteer", "words.toml"),
        "states": {code: _called(code, row) for code, row in areas.items()},
        "centers": {
            center.id: _named(center.state, center.city, center.county, center.name, *center.also)
            for center in sorted(centers().values(), key=lambda center: not center.is_current)
        },
        "rooms": {
            identity: _named(row["state"], row["city"], row["county"], *row["names"])
            for identity, row in load_toml("gazetteer", "hold_rooms.toml").items()
        },
        "courts": {
            court.id: _named(court.state, court.city, "", court.name, *court.names) for court in courts().values()
        },
        "counties": county["county"],
        "others": county["other"],
        "also": {
            code: {**row.get("spellings", {}), **NICKNAMES.get(code, {})}
            for code, row in areas.items()
            if "spellings" in row or code in NICKNAMES
        },
        "cities": cities["state"],
        "zips": zips["state"],
        "split": {
            code: {"cities": cities["county"][code], "zips": zips["county"][code]}
            for code in states()
            if counties_of(code)
        },
    }


def _called(code: str, row: Mapping[str, Any]) -> list[str]:
    """The names of a state, each once: its code, what sources and people call it, and the wizard in each language."""
    told = [wording(language).texts.get(f"state.{code}", "") for language in languages()]
    called = (code, row["name"], *row.get("also", ()), *STATES_IN_SPANISH.get(code, ()), *told)
    return list(dict.fromkeys(filter(None, called)))


def _named(state: str, city: str, county: str, *called: str) -> Named:
    return {"state": state, "city": city, "county": county, "names": list(dict.fromkeys(called))}


@cache
def called_counties() -> dict[str, frozenset[str]]:
    """The counties of each state that are called so; the rest are cities, parishes, boroughs or islands."""
    return _by_state("county")


@cache
def other_counties() -> dict[str, frozenset[str]]:
    """What the Census counts as a county in each state, and is called otherwise."""
    return _by_state("other")


def _by_state(room: str) -> dict[str, frozenset[str]]:
    return {state: frozenset(row.split("|")) for state, row in load_toml("gazetteer", "counties.toml")[room].items()}
