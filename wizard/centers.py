"""The places where ICE holds people, read from wizard/facts/offices/centers.toml: each with ICE's word for its office.

Chooses nothing and knows no wording. Lists of such places are old the day they are printed: whoever shows one says of
which day it is, and that the person may have been moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wizard.library import load_toml
from wizard.office_facts import FOLDER, Conflict, Value, conflicts_of, value_of

NEWEST_LIST = "2026-07-20"
"""The day of ICE's newest list of such places that was read."""

NUMBERS = ("about_a_person", "phone", "phone_other")


@dataclass(frozen=True)
class Center:
    """A place where ICE holds people.

    *office* is the code of a field office, in ICE's own word for this place. *about_is*: whose the number to ask about
    a person is, where it is not the center's ("office", "line", "shared"). *in_use*: the newest list that names it.
    """

    id: str
    name: str
    city: str
    county: str
    state: str
    named: Value
    office: Value
    about_a_person: Value | None
    about_is: str
    phone: Value | None
    phone_other: Value | None
    in_use: str
    also: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def is_current(self) -> bool:
        """Whether the newest of ICE's lists names it."""
        return self.in_use == NEWEST_LIST

    @property
    def place(self) -> Mapping[str, str]:
        """Where it lies, as `wizard.offices` takes it. A place outside all states has none."""
        return {name: part for name, part in (("state", self.state), ("county", self.county)) if part}

    def numbers(self) -> list[tuple[str, Value]]:
        """Its telephone numbers in the order in which to try them, each with what it is.

        None is told twice; of a main number that sources give differently, all are.
        """
        found = [("center_about", self.about_a_person)]
        others = next((conflict.values for conflict in self.conflicts if conflict.about == "phone"), (self.phone,))
        found += [("center_phone", value) for value in others]
        found += [("center_phone_other", self.phone_other)]
        seen: dict[str, tuple[str, Value]] = {}
        for about, value in found:
            if value:
                seen.setdefault(value.value, (about, value))
        return list(seen.values())


@cache
def centers() -> dict[str, Center]:
    """Every such place by its id."""
    return {identity: _center(identity, row) for identity, row in load_toml(FOLDER, "centers.toml").items()}


def _center(identity: str, row: Mapping[str, Any]) -> Center:
    place, numbers = row["place"], {about: value_of(row[about]) for about in NUMBERS if about in row}
    return Center(
        identity,
        row["name"]["value"],
        place["city"],
        place["county"],
        place["state"],
        value_of(row["name"]),
        value_of(row["office"]),
        numbers.get("about_a_person"),
        row.get("about_is", ""),
        numbers.get("phone"),
        numbers.get("phone_other"),
        str(row.get("in_use", "")),
        tuple(name for name, _ in row.get("also", ())),
        conflicts_of(dict(row)),
    )
