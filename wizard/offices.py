"""Which office answers for a place: ERO by where the person is (R23), ICE's lawyers by where the court case is (R34).

A conflict between sources stays one, and what no source covers is said to be so: nothing here chooses or guesses.
Knows no wording. Never in the way: whatever is given, there is an answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from re import sub

from wizard.centers import centers
from wizard.folding import folded, folded_letters
from wizard.library import load_toml
from wizard.office_facts import (
    FOLDER,
    Conflict,
    Court,
    FieldOffice,
    OplaOffice,
    Value,
    courts,
    field_offices,
    opla_by_state,
    opla_offices,
    opla_rule,
    value_of,
)

__all__ = [
    "Answer",
    "Conflict",
    "FieldOffice",
    "Found",
    "OplaOffice",
    "counties_of",
    "field_office_for",
    "opla_for",
    "states",
]


class Found(StrEnum):
    """What a place leads to. The names never change meaning."""

    ONE = "one"
    SEVERAL = "several"
    CONFLICT = "conflict"
    NEEDS_STATE = "needs_state"
    NEEDS_COUNTY = "needs_county"
    NOT_COVERED = "not_covered"
    NEEDS_COURT = "needs_court"


@dataclass(frozen=True)
class Answer[Office]:
    """The offices of a place; *claims* say which sources give it to which office (their values are codes or ids).

    Offices that are there only because they are in the state, and not by an area in ICE's words, have no claim.
    *counties*: what the county must be one of, where it is needed. *courts*: the courts that the words given may mean.
    """

    found: Found
    offices: tuple[Office, ...] = ()
    claims: tuple[Value, ...] = ()
    counties: tuple[str, ...] = ()
    courts: tuple[Court, ...] = ()


@dataclass(frozen=True)
class _Area:
    """A state or territory: one *office*, or its *counties* with the offices that sources give each."""

    names: tuple[str, ...]
    office: Value | None
    counties: Mapping[str, tuple[Value, ...]]
    spellings: Mapping[str, str]


def field_office_for(place: Mapping[str, str]) -> Answer[FieldOffice]:
    """The field office of ``{"state": ..., "county": ...}``; the county is looked at only where a state is split.

    Of ``{"center": ...}`` it is the one in ICE's own word for that place. An area that says another is told beside it
    (`wizard.center_view`), and does not make it less.
    """
    if center := centers().get(place["center"]) if "center" in place else None:
        return _by_claims((center.office,))
    area = _areas().get(state_code(place.get("state", "")))
    if area is None:
        return Answer(Found.NEEDS_STATE)
    if not area.counties:
        return _by_claims((area.office,) if area.office else ())
    county = _spellings(area).get(place_key(place.get("county", "")))
    if county is None:
        return Answer(Found.NEEDS_COUNTY, counties=tuple(area.counties))
    return _by_claims(area.counties[county])


def opla_for(court_place: Mapping[str, str]) -> Answer[OplaOffice]:
    """The OPLA offices that may hold a case, by ``court`` where it is known, and otherwise by ``state``.

    A court leads to the offices of its own city. With the state alone, every office in it may be meant, beside the
    main ones whose areas, in ICE's words, hold it. A court that is not known leaves the state; without one, the court
    is needed. A center stands for its state: which court has the case of who is held there, nobody says.
    """
    if center := centers().get(court_place["center"]) if "center" in court_place else None:
        return opla_for(center.place)
    named, _, tail = court_place.get("court", "").rpartition(",")
    in_tail = state_code(tail)
    state = state_code(court_place.get("state", "")) or (in_tail if named else "")
    meant = _courts_called(named if named and in_tail else court_place.get("court", ""), state)
    if not meant and not state:
        return Answer(Found.NEEDS_COURT)
    if not meant:
        return _lawyers_of_state(state)
    here = {identity: office for court in meant for identity, office in _lawyers_in_city(court)}
    if here:
        claims = tuple(replace(opla_rule(), value=identity) for identity in here)
        return Answer(_count(here), tuple(here.values()), claims, courts=meant)
    states = {court.state for court in meant}
    answer = _lawyers_of_state(states.pop()) if len(states) == 1 else Answer[OplaOffice](Found.NEEDS_COURT)
    return Answer(answer.found, answer.offices, answer.claims, courts=meant)


def counties_of(state: str) -> tuple[str, ...]:
    """The counties of a split state, in the spelling of the Census; none where one office has the whole state."""
    area = _areas().get(state_code(state))
    return tuple(area.counties) if area else ()


@cache
def states() -> dict[str, str]:
    """The states and territories, with their names in English, by USPS code."""
    return {code: area.names[1] for code, area in _areas().items()}


def state_code(state: str) -> str:
    """The USPS code of a state or territory given by code or name; empty where it is neither."""
    return _state_names().get(place_key(state), "")


def place_key(name: str) -> str:
    """*name* without what people write differently: case, accents, spaces, dots, and the word for county."""
    return folded_letters(sub(r"^\s*condado\s+de\s+|\s+county\s*$", "", folded(name)))


def _by_claims(claims: tuple[Value, ...]) -> Answer[FieldOffice]:
    offices = tuple(field_offices()[claim.value] for claim in claims)
    match len(offices):
        case 0:
            return Answer(Found.NOT_COVERED)
        case 1:
            return Answer(Found.ONE, offices, claims)
        case _:
            return Answer(Found.CONFLICT, offices, claims)


def _lawyers_of_state(state: str) -> Answer[OplaOffice]:
    if state not in opla_by_state():
        return Answer(Found.NOT_COVERED)
    main = opla_by_state()[state]
    others = (identity for identity, office in opla_offices().items() if office.state == state)
    names = tuple(dict.fromkeys((*main.offices, *others)))
    claims = tuple(replace(main.claim, value=name) for name in main.offices)
    offices = tuple(opla_offices()[name] for name in names)
    return Answer(Found.CONFLICT if main.conflict else _count(offices), offices, claims)


def _lawyers_in_city(court: Court) -> Iterable[tuple[str, OplaOffice]]:
    for identity, office in opla_offices().items():
        if office.state == court.state and place_key(court.city) in map(place_key, office.places):
            yield identity, office


def _courts_called(name: str, state: str) -> tuple[Court, ...]:
    wanted = place_key(sub(r"(?i)\s*(immigration\s+)?court\s*$", "", name))
    return tuple(
        court
        for court in courts().values()
        if wanted and wanted in map(place_key, court.names) and state in {"", court.state}
    )


def _count(offices: Iterable[object]) -> Found:
    return Found.ONE if len(tuple(offices)) == 1 else Found.SEVERAL


@cache
def _areas() -> dict[str, _Area]:
    areas = {}
    for code, row in load_toml(FOLDER, "areas.toml").items():
        counties = {name: (value_of(part["office"]),) for part in row.get("parts", ()) for name in part["counties"]}
        for conflict in row.get("conflicts", ()):
            claims = tuple(value_of(value) for value in conflict["values"])
            counties |= dict.fromkeys(conflict["counties"], claims)
        office = value_of(row["office"]) if "office" in row else None
        names = (code, row["name"], *row.get("also", ()))
        areas[code] = _Area(names, office, dict(sorted(counties.items())), row.get("spellings", {}))
    return areas


@cache
def _state_names() -> dict[str, str]:
    return {place_key(name): code for code, area in _areas().items() for name in area.names}


def _spellings(area: _Area) -> dict[str, str]:
    others = {place_key(spelling): county for spelling, county in area.spellings.items()}
    return others | {place_key(county): county for county in area.counties}
