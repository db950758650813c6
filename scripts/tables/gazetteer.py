"""Names of counties and cities, and ZIP codes, with the state of each: from two pinned packages.

    python -m scripts.tables.gazetteer            writes wizard/gazetteer/*.toml anew
    python -m scripts.tables.gazetteer --check    exit 1 where a table is not what the packages say

Counties come from `us-atlas` (npm; the Census), cities and ZIP codes from `zipcodes` (PyPI; the Postal Service and
GeoNames). The tables are committed, so that their diff shows what an update changes.

A county is listed for every state. A city has its counties only in the states that two or more field offices share;
elsewhere the state alone decides. A city's name is taken if a city of that name is in one of these states or in a
territory, or has two ZIP codes somewhere, or if a county, a center, a building or a court is called so too, and then
for every state that has one: a name never stands for one state alone by omission.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from itertools import filterfalse
from pathlib import Path

import zipcodes

from wizard.centers import centers
from wizard.library import load_toml
from wizard.office_facts import courts
from wizard.offices import counties_of, place_key, state_code, states
from wizard.place_spelling import key_of, parts_of, words_of

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "wizard" / "gazetteer"
ATLAS = ROOT / "node_modules" / "us-atlas"
FIRST_CITY = 510
"""From this number on, what the Census counts as a county is a city on its own."""

NOT_CALLED_COUNTIES = {"AK", "AS", "DC", "GU", "LA", "MP", "PR", "VI"}
TERRITORIES = {"AS", "GU", "MP", "PR", "VI"}
FEWEST_ZIPS = 2

SMALLEST_SHARE = 0.1
"""A county with a smaller part of a city's ZIP codes is left out: it is a post office box, or a slip."""


def atlas() -> list[tuple[str, str, str]]:
    """State, name and number within the state of every county."""
    shapes = json.loads((ATLAS / "counties-10m.json").read_text("utf-8"))["objects"]
    codes = {shape["id"]: state_code(shape["properties"]["name"]) for shape in shapes["states"]["geometries"]}
    counted = shapes["counties"]["geometries"]
    return [(codes[shape["id"][:2]], shape["properties"]["name"], shape["id"][2:]) for shape in counted]


def counties() -> str:
    """The table of counties: those that are called so, and those that are not."""
    found: dict[str, dict[str, set[str]]] = {"county": defaultdict(set), "other": defaultdict(set)}
    for state, name, number in atlas():
        plain = int(number) >= FIRST_CITY or state in NOT_CALLED_COUNTIES
        found["other" if plain else "county"][state].add(name)
    for state, names in found["county"].items():
        found["other"][state] -= names
    package = json.loads((ATLAS / "package.json").read_text("utf-8"))["version"]
    return _head("Counties, and what the Census counts as one", f"us-atlas {package}") + _sections(found)


def cities() -> str:
    """The table of cities: by state, and where two or more offices share it, by county."""
    rows = zip_rows()
    states_of: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        states_of[row["city"]][row["state"]] += 1
    by_state: dict[str, set[str]] = defaultdict(set)
    alike = _alike()
    for city, held in states_of.items():
        large = max(held.values()) >= FEWEST_ZIPS or any(map(counties_of, held)) or TERRITORIES & held.keys()
        if large or alike.issuperset(words_of(city)):
            alike |= {key_of(words_of(city))}
    for city, held in states_of.items():
        if key_of(words_of(city)) in alike:
            for state in filterfalse(counties_of, held):
                by_state[state].add(city)
    found: dict[str, Mapping[str, set[str]]] = {"state": by_state}
    for state in filter(counties_of, states()):
        found[f"county.{state}"] = _cities_by_county(row for row in rows if row["state"] == state)
    return _head("Cities by state; in split states, by county", _package()) + _sections(found)


def _alike() -> frozenset[str]:
    """What else than a city may be called by a city's name: counties whole, all other things by each word."""
    others = [(*center.also, center.name, center.city, center.county) for center in centers().values()]
    others += [(*court.names, court.name, court.city) for court in courts().values()]
    others += [(*row["names"], row["city"]) for row in load_toml("gazetteer", "hold_rooms.toml").values()]
    parts = parts_of(text for row in others for text in row)
    return parts.words | parts.pairs | {key_of(words_of(name)) for _, name, _ in atlas()}


def _cities_by_county(rows: Iterable[Mapping[str, str]]) -> dict[str, set[str]]:
    counties: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if county := _county(row):
            counties[row["city"]][county] += 1
    found: dict[str, set[str]] = defaultdict(set)
    for city, held in counties.items():
        for county, count in held.items():
            if count >= SMALLEST_SHARE * held.total():
                found[county].add(city)
    return found


def zips() -> str:
    """The table of ZIP codes by state, and where two or more offices share it, by county: only codes that exist."""
    held: dict[str, dict[str, list[str]]] = {"state": defaultdict(list)}
    for row in sorted(zip_rows(), key=lambda row: row["zip_code"]):
        state, county = row["state"], _county(row)
        room, name = (f"county.{state}", county) if county else ("state", state)
        held.setdefault(room, defaultdict(list))[name].append(row["zip_code"])
    told = {room: {name: _in_runs(codes) for name, codes in rows.items()} for room, rows in held.items()}
    return _head("ZIP codes by state; in split states, by county", _package()) + _sections(told, " ")


def _in_runs(codes: Iterable[str]) -> list[str]:
    """*codes* by their first three digits, with the runs of the last two: ``350:04-07,10``."""
    runs: dict[str, list[list[str]]] = defaultdict(list)
    last = 0
    for code in codes:
        begun = runs[code[:3]]
        if begun and int(code) == last + 1:
            begun[-1][1:] = [code[3:]]
        else:
            begun.append([code[3:]])
        last = int(code)
    return [f"{first}:{','.join(map('-'.join, held))}" for first, held in runs.items()]


def zip_rows() -> list[Mapping[str, str]]:
    """The ZIP codes that are in use within the states and territories."""
    rows: list[Mapping[str, str]] = [
        row
        for row in zipcodes.list_all()  # type: ignore[no-untyped-call]
        if row["active"] and row["zip_code_type"] != "MILITARY"
    ]
    return [row for row in rows if row["state"] in states() and row["zip_code"] != "88888"]


def _county(row: Mapping[str, str]) -> str:
    """The county of a ZIP code in the spelling of our own table, where it is a county of a split state."""
    spelt = {place_key(county): county for county in counties_of(row["state"])}
    return spelt.get(place_key(row["county"]), "")


def _package() -> str:
    return f"zipcodes {version('zipcodes')}"


def _head(what: str, package: str) -> str:
    return f"# {what}. Made by scripts/tables/gazetteer.py; not edited by hand.\nmade_from = {json.dumps(package)}\n"


def _sections(rooms: Mapping[str, Mapping[str, Iterable[str]]], between: str = "|") -> str:
    return "".join(
        f"\n[{room}]\n"
        + "".join(
            f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(between.join(sorted(held)), ensure_ascii=False)}\n"
            for name, held in sorted(rows.items())
            if held
        )
        for room, rows in rooms.items()
    )


TABLES: dict[str, Callable[[], str]] = {"counties.toml": counties, "cities.toml": cities, "zips.toml": zips}


def main() -> int:
    """Writes the tables, or checks them. Returns the exit code."""
    wrong = [name for name, made in TABLES.items() if _differs(FOLDER / name, made())]
    if "--check" not in sys.argv[1:]:
        for name in wrong:
            (FOLDER / name).write_text(TABLES[name](), "utf-8")
        return 0
    for name in wrong:
        print(
            f"gazetteer: {name} is not what its package says; run python -m scripts.tables.gazetteer", file=sys.stderr
        )
    return 1 if wrong else 0


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text("utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
