"""The states and territories with their field offices, the way a page lists them: whole, or by groups of counties.

Chooses nothing: which office answers is `wizard.offices`' to say. Knows no wording.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from wizard.library import load_toml
from wizard.office_facts import FOLDER, CheckInOffice, Value, check_in_offices
from wizard.offices import counties_of, field_office_for, state_code


@dataclass(frozen=True)
class Area:
    """A whole state, or the counties of one that have the same office; several *offices* are a conflict of sources."""

    anchor: str
    state: str
    offices: tuple[str, ...]
    claims: tuple[Value, ...]
    counties: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """A state or territory. *also*: other names it goes by; *spellings*: other names of its counties, by county."""

    code: str
    name: str
    also: tuple[str, ...]
    spellings: dict[str, tuple[str, ...]]
    areas: tuple[Area, ...]


@cache
def states() -> dict[str, State]:
    """Every state and territory by its code."""
    return {code: _state(code, row) for code, row in load_toml(FOLDER, "areas.toml").items()}


@cache
def areas() -> dict[str, Area]:
    """Everything a map can point to, by anchor: ``MA``, ``TX-DAL``, and ``TX-HOU-SNA`` where sources disagree."""
    return {area.anchor: area for state in states().values() for area in state.areas}


def area_of(office: str) -> str:
    """The anchor of the first place on the page of offices that shows the office with this code, and no other."""
    return next(area.anchor for area in areas().values() if area.offices == (office,))


def check_ins_by_state() -> dict[str, list[CheckInOffice]]:
    """The check-in offices by the state in their name."""
    found: dict[str, list[CheckInOffice]] = {}
    for office in sorted(check_in_offices().values(), key=lambda office: office.name):
        found.setdefault(state_code(office.name.rpartition(", ")[2]), []).append(office)
    return found


def _state(code: str, row: dict[str, Any]) -> State:
    spellings: dict[str, tuple[str, ...]] = {}
    for spelling, county in row.get("spellings", {}).items():
        spellings[county] = (*spellings.get(county, ()), spelling)
    return State(code, row["name"], tuple(row.get("also", ())), spellings, _areas_of(code))


def _areas_of(state: str) -> tuple[Area, ...]:
    if not counties_of(state):
        answer = field_office_for({"state": state})
        return (Area(state, state, tuple(office.code for office in answer.offices), answer.claims),)
    parts: dict[tuple[str, ...], Area] = {}
    for county in counties_of(state):
        answer = field_office_for({"state": state, "county": county})
        offices = tuple(office.code for office in answer.offices)
        known = parts.get(offices, Area("-".join((state, *offices)), state, offices, answer.claims))
        parts[offices] = Area(known.anchor, state, offices, known.claims, (*known.counties, county))
    return tuple(sorted(parts.values(), key=lambda part: (len(part.offices), part.offices)))
