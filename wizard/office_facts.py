"""What is known of ICE's offices, read from wizard/facts/offices: every value with where and when it was seen.

Chooses nothing and knows no wording. The rule that gives a value its standing is at the top of sources.toml there.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from wizard.library import Standing, load_toml

FOLDER = "facts/offices"


@dataclass(frozen=True)
class Value:
    """One thing that copies of public pages show.

    Where its standing is unknown it is empty, and *sources* are where we looked. *checked* (YYYY-MM-DD) is the day of
    the newest copy that shows it; where it is not *dated*, the day on which we read the copy.
    """

    value: str
    sources: tuple[str, ...]
    checked: str
    standing: Standing

    @property
    def dated(self) -> bool:
        """Whether any copy that shows this bears a date."""
        return any(sources()[key].date for key in self.sources)


@dataclass(frozen=True)
class Conflict:
    """Values of one thing that sources give differently, newest first; which of them is right is not known."""

    about: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Source:
    """A copy of a public page; without a date where it bears none (YYYY-MM-DD)."""

    key: str
    what: str
    date: str
    dated_by: str


@dataclass(frozen=True)
class FieldOffice:
    """A field office of ERO. *email* is what ICE prints, and no way to send: see ``email_notice``."""

    code: str
    name: str
    listed_as: str
    address: Value
    phone: Value
    email: Value
    area: Value
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class CheckInOffice:
    """Where people under supervision check in: never a place to send a request."""

    id: str
    name: str
    field_office: str
    address: Value
    phone: Value
    area: Value
    page: str
    page_modified: str


@dataclass(frozen=True)
class OplaOffice:
    """An office of ICE's lawyers. One with an *area* is the main one of its field location."""

    id: str
    name: str
    state: str
    places: tuple[str, ...]
    field_location: Value
    address: Value
    mailing_address: Value | None
    phone: Value
    area: Value | None


@dataclass(frozen=True)
class StateLawyers:
    """The main OPLA offices whose areas, in ICE's words, hold a state; in *conflict*, where only one can."""

    offices: tuple[str, ...]
    claim: Value
    conflict: bool


@dataclass(frozen=True)
class Court:
    """An immigration court: *names* are all it goes by, *city* is that of its address."""

    id: str
    name: str
    names: tuple[str, ...]
    state: str
    city: str
    address: Value
    page: str
    conflicts: tuple[Conflict, ...]


@cache
def sources() -> dict[str, Source]:
    """Every source by its key."""
    return {
        key: Source(key, row["what"], str(row.get("date", "")), row["dated_by"])
        for key, row in load_toml(FOLDER, "sources.toml").items()
    }


@cache
def field_offices() -> dict[str, FieldOffice]:
    """The 25 field offices by code."""
    return {
        code: FieldOffice(
            code,
            row["name"],
            row.get("listed_as", row["name"]),
            value_of(row["address"]),
            value_of(row["phone"]),
            value_of(row["email"]),
            value_of(row["area"]),
            conflicts_of(row),
        )
        for code, row in load_toml(FOLDER, "field_offices.toml")["offices"].items()
    }


def email_notice() -> Value:
    """What ICE itself says of the e-mail addresses that it prints, word for word."""
    return value_of(load_toml(FOLDER, "field_offices.toml")["notices"]["emails"])


def general() -> dict[str, Value]:
    """What belongs to no single field office: ``contact_form`` and ``headquarters``."""
    return {name: value_of(row) for name, row in load_toml(FOLDER, "field_offices.toml")["general"].items()}


@cache
def check_in_offices() -> dict[str, CheckInOffice]:
    """The 121 check-in offices by id. Their file is not in the browser, where this raises ``FileNotFoundError``."""
    return {
        identity: CheckInOffice(
            identity,
            row["name"],
            row["field_office"],
            value_of(row["address"]),
            value_of(row["phone"]),
            value_of(row["area"]),
            row.get("page", ""),
            str(row.get("page_modified", "")),
        )
        for identity, row in load_toml(FOLDER, "check_in_offices.toml").items()
    }


@cache
def opla_offices() -> dict[str, OplaOffice]:
    """The 67 OPLA offices by id."""
    return {
        identity: OplaOffice(
            identity,
            row["name"],
            row["state"],
            tuple(row["places"]),
            value_of(row["field_location"]),
            value_of(row["address"]),
            value_of(row["mailing_address"]) if "mailing_address" in row else None,
            value_of(row["phone"]),
            value_of(row["area"]) if "area" in row else None,
        )
        for identity, row in load_toml(FOLDER, "opla.toml")["offices"].items()
    }


@cache
def opla_by_state() -> dict[str, StateLawyers]:
    """Main OPLA offices by the code of a state. One that no source covers is not in it."""
    return {
        state: StateLawyers(tuple(row["offices"]), value_of(row), row.get("conflict", False))
        for state, row in load_toml(FOLDER, "opla.toml")["by_state"].items()
    }


@cache
def opla_rule() -> Value:
    """How ICE says to choose among its lawyers' offices, in our words."""
    return value_of(load_toml(FOLDER, "opla.toml")["rule"]["court_city"])


@cache
def courts() -> dict[str, Court]:
    """The immigration courts by id."""
    return {
        identity: Court(
            identity,
            row["name"],
            (row["name"].removesuffix(" Immigration Court"), row["city"], *row.get("also", ())),
            row["state"],
            row["city"],
            value_of(row["address"]),
            row["page"],
            conflicts_of(row),
        )
        for identity, row in load_toml(FOLDER, "courts.toml").items()
    }


def value_of(row: dict[str, Any]) -> Value:
    """The value in one *row* of TOML."""
    return Value(row.get("value", ""), tuple(row["sources"]), str(row["checked"]), Standing(row["standing"]))


def conflicts_of(row: dict[str, Any]) -> tuple[Conflict, ...]:
    """The conflicts in one *row* of TOML."""
    return tuple(
        Conflict(conflict["about"], tuple(value_of(value) for value in conflict["values"]))
        for conflict in row.get("conflicts", ())
    )
