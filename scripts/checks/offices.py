"""Holds the facts about offices together: sources, days, standing, numbers and areas. Called by content.py."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from wizard.library import Standing, load_toml
from wizard.office_facts import FOLDER

FILES = ("areas.toml", "centers.toml", "check_in_offices.toml", "courts.toml", "field_offices.toml", "opla.toml")
COUNTED = {
    "areas.toml": 56,
    "centers.toml": 251,
    "check_in_offices.toml": 121,
    "courts.toml": 72,
    "field_offices.toml": 25,
    "opla.toml": 67,
}
COUNTIES = {"CA": 58, "NY": 62, "TX": 254}
WHOLE_STATES = 52
PHONE = re.compile(r"\(\d{3}\) \d{3}-\d{4}")
ADDRESS = re.compile(r".+, [A-Z]{2} \d{5}(-\d{4})?")
PRINTED_EMAIL = re.compile(r"[A-Za-z]+\.Outreach@ice\.dhs\.gov")
KEYS = {"value", "sources", "checked", "standing"}
NUMBERS = {"about_a_person", "phone", "phone_other"}
WITHOUT_A_NUMBER = {
    *("baker-correctional-institution", "kansas-city-holdroom", "marion-county-in"),
    *("miami-staging", "san-diego-staging", "san-juan-staging"),
}
WHOSE = {"office", "line", "shared"}


def office_faults() -> Iterator[str]:
    """Every fault of the facts about offices, one line each."""
    tables = {name: load_toml(FOLDER, name) for name in FILES}
    dates = load_toml(FOLDER, "sources.toml")
    rows = [row for name, table in tables.items() for row in _rows(table, name)]
    for where, row in rows:
        yield from (f"offices: {where}: {fault}" for fault in value_faults(where, row, dates))
    rows += [(name, {"sources": [key]}) for name, key in _other_names(tables["centers.toml"])]
    checks = (count_faults, area_faults, center_faults, conflict_faults, email_faults)
    whole = chain(source_faults(rows, dates), *(check(tables) for check in checks))
    yield from (f"offices: {fault}" for fault in whole)


def value_faults(where: str, row: dict[str, Any], dates: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one value: *row* of TOML, with the *dates* of all sources."""
    needed = KEYS - {"value"} if {"offices", "city"} & row.keys() else KEYS
    if not needed <= row.keys():
        yield "needs value, sources, checked and standing"
        return
    if not row["sources"] or not set(row["sources"]) <= dates.keys():
        yield "names no source, or one that is not in sources.toml"
        return
    yield from _form_faults(where.rpartition(".")[2], row.get("value", "-"))
    if row["standing"] not in set(Standing):
        yield "has a standing that is none"
    if bool(row.get("value", "-")) == (row["standing"] == Standing.UNKNOWN):
        yield "is empty if and only if it is unknown"
    days = [dates[key]["date"] for key in row["sources"] if "date" in dates[key]]
    yield from _day_faults(row, dates)
    if row["standing"] == Standing.CONFIRMED and len(row["sources"]) == 1:
        yield "is confirmed by one source alone"
    if row["standing"] in {Standing.CONFIRMED, Standing.REPORTED} and not days:
        yield "has no date and is held for more than last seen"


def _day_faults(row: dict[str, Any], dates: dict[str, Any]) -> Iterator[str]:
    dated = [dates[key] for key in row["sources"] if "date" in dates[key]]
    newest = max((source["date"] for source in dated), default=dates[row["sources"][0]].get("read_on"))
    oldest = max((source["date"] for source in dated if "own_days" not in source), default=row["checked"])
    own = any("own_days" in source for source in dated)
    if row["checked"] != newest and not (own and oldest <= row["checked"] < newest):
        yield "is checked on the day of its newest source, or where none is dated, on the day it was read"


def _form_faults(name: str, value: str) -> Iterator[str]:
    match name:
        case "phone" | "about_a_person" | "phone_other" if value and not PHONE.fullmatch(value):
            yield "is not a telephone number of the form (000) 000-0000"
        case "address" | "mailing_address" if value and not ADDRESS.fullmatch(value):
            yield "is not an address that ends with a state and a ZIP code"
        case "email" if not PRINTED_EMAIL.fullmatch(value):
            yield "is not an address that ICE prints for a field office"
        case _:
            pass


def source_faults(rows: list[tuple[str, dict[str, Any]]], dates: dict[str, Any]) -> Iterator[str]:
    """Sources without a day, and sources of nothing."""
    used = {key for _, row in rows for key in row.get("sources", ())}
    for key, source in dates.items():
        if not source.get("what") or ("date" in source) == ("read_on" in source):
            yield f"sources.toml: {key} needs what, and either date or read_on"
        if key not in used:
            yield f"sources.toml: {key} is the source of nothing"


def count_faults(tables: dict[str, Any]) -> Iterator[str]:
    """Offices, states or counties lost, or come from nowhere."""
    for name, expected in COUNTED.items():
        found = len(tables[name].get("offices", tables[name]))
        if found != expected:
            yield f"{name} has {found} entries; {expected} expected"
    whole = sum("office" in area for area in tables["areas.toml"].values())
    if whole != WHOLE_STATES:
        yield f"areas.toml: {whole} states and territories have one office; {WHOLE_STATES} expected"


def area_faults(tables: dict[str, Any]) -> Iterator[str]:
    """Areas and offices that name what is not there, and counties listed twice or not at all."""
    codes, lawyers = tables["field_offices.toml"]["offices"].keys(), tables["opla.toml"]["offices"]
    named = {row["value"] for where, row in _rows(tables["areas.toml"], "areas.toml") if "value" in row}
    named |= {office["field_office"] for office in tables["check_in_offices.toml"].values()}
    for code in sorted(named ^ codes):
        yield f"{code} is a field office without an area, or an area without its office"
    for state, area in tables["areas.toml"].items():
        counties = [name for part in (*area.get("parts", ()), *area.get("conflicts", ())) for name in part["counties"]]
        if len(counties) != COUNTIES.get(state, 0) or len(set(counties)) != len(counties):
            yield f"areas.toml: {state} has a county twice, or one too few or too many"
        if not set(area.get("spellings", {}).values()) <= set(counties):
            yield f"areas.toml: {state} has a spelling of no county"
    for state, row in tables["opla.toml"]["by_state"].items():
        if state not in tables["areas.toml"] or not all("area" in lawyers.get(name, {}) for name in row["offices"]):
            yield f"opla.toml: by_state.{state} names a state or a main office that is not there"


def center_faults(tables: dict[str, Any]) -> Iterator[str]:
    """Places where ICE holds people without an office or a place that there is, and numbers of nobody."""
    for identity, row in tables["centers.toml"].items():
        if row["office"]["value"] not in tables["field_offices.toml"]["offices"]:
            yield f"centers.toml: {identity} names a field office that is not there"
        area = tables["areas.toml"].get(row["place"]["state"], {"parts": []})
        parts = (*area.get("parts", ()), *area.get("conflicts", ()))
        if parts and not any(row["place"]["county"] in part["counties"] for part in parts):
            yield f"centers.toml: {identity} is in a county that areas.toml does not have"
        if row.get("about_is", "office") not in WHOSE or ("about_is" in row and "about_a_person" not in row):
            yield f"centers.toml: {identity} does not say whose a number is"
        if not NUMBERS & row.keys() and identity not in WITHOUT_A_NUMBER:
            yield f"centers.toml: {identity} has no telephone number"
        if "in_use" in row and row["in_use"] > row["office"]["checked"]:
            yield f"centers.toml: {identity} is in use later than its office was seen"


def _other_names(centers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for identity, row in centers.items():
        yield from ((f"centers.toml.{identity}.also", key) for _, key in row.get("also", ()))


def conflict_faults(tables: dict[str, Any]) -> Iterator[str]:
    """Conflicts that are none, that call a value confirmed, or that the value shown is not the newest of."""
    for name, table in tables.items():
        for identity, entry in table.get("offices", table).items():
            for conflict in entry.get("conflicts", ()):
                values = conflict["values"]
                if len({value["value"] for value in values}) < 2:  # noqa: PLR2004
                    yield f"{name}: {identity} has a conflict of fewer than two values"
                if any(value["standing"] == Standing.CONFIRMED for value in values):
                    yield f"{name}: {identity} has a value in conflict that is called confirmed"
                if values[0] != entry.get(conflict["about"], values[0]):
                    yield f"{name}: {identity} does not show the first value of its conflict"


def email_faults(tables: dict[str, Any]) -> Iterator[str]:
    """E-mail addresses other than those that ICE prints for its field offices: of a person, or unproven."""
    for name, table in tables.items():
        for address in re.findall(r"[\w.+-]+@[\w.-]+", str(table)):
            if name != "field_offices.toml" or not PRINTED_EMAIL.fullmatch(address):
                yield f"{name} holds an e-mail address that it may not hold"


def _rows(table: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every value in a *table* of TOML, with the path to it."""
    if isinstance(table, list):
        for item in table:
            yield from _rows(item, where)
    elif isinstance(table, dict) and ({"sources", "standing", "checked"} & table.keys()):
        yield where, table
    elif isinstance(table, dict):
        for name, inner in table.items():
            yield from _rows(inner, f"{where}.{name}")
