"""The places where ICE holds people as facts, from the JSON in which they were compiled from ICE's lists and pages.

    python -m scripts.tables.centers FILE     writes wizard/facts/offices/centers.toml anew from FILE

FILE is no part of this repository: it holds what is not shown too, such as addresses. Once made, the table is a table
like the others in its folder: it is changed by hand, or made anew when a newer list was read.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

TABLE = Path(__file__).resolve().parents[2] / "wizard" / "facts" / "offices" / "centers.toml"
LISTS = (
    *("ice_list_2025_09_24", "ice_list_2025_11_20", "ice_list_2025_12_03", "ice_list_2025_12_22"),
    *("ice_list_2026_01_08", "ice_list_2026_02_02", "ice_list_2026_02_12", "ice_list_2026_04_09"),
    "ice_list_2026_07_20",
)
KEYS = {f"ST_{name.removeprefix('ice_list_20').replace('_', '')}": name for name in LISTS}
KEYS |= {
    "PG_DSD": "center_pages_dsd",
    "PG_WB": "center_pages_captures",
    "PG_JS": "center_pages_seekins",
    "PG_HB": "center_pages_habeas",
    "PG_SP": "center_pages_activity",
    "DDP": "ddp_centers",
    "HIFLD": "hifld_prisons",
    "DSD": "dsd_counties",
    "UWCHR": "uwchr_centers",
    "CARWIL": "carwil_nicknames",
    "PRESS": "press_nicknames",
    "ICE page 2009": "ice_lasalle_page",
}
DAYS = {
    **{name: name.removeprefix("ice_list_").replace("_", "-") for name in LISTS},
    "center_pages_dsd": "2026-07-07",
    "center_pages_seekins": "2025-09-11",
    "ddp_centers": "2026-05-27",
    "hifld_prisons": "2024-10-07",
    "dsd_counties": "2026-07-25",
    "uwchr_centers": "2025-01-31",
}
READ_ON = "2026-11-27"

HEAD = """\
# Places where ICE holds people: detention centers, jails and prisons that ICE's own lists name from September 2025 on.
#
# Made by scripts/tables/centers.py from ICE's lists and pages, as others keep them. None was seen on the live web.
# office: ICE's own word for the field office of this very place. It can differ from areas.toml; both are then shown.
# about_a_person: the number that ICE's page gives for asking about somebody who is held there. about_is: whose it is,
#   where it is not the center's: "office" (one of ICE), "line" (the detention line) or "shared" (other places have it).
# phone: the main number on ICE's page. phone_other: a number for the jail in another list, only where ICE prints none.
# in_use: the newest list of ICE that names the place; without it, only a page does. Of nine lists, the sources of
#   `office` name the newest and the oldest.
# also: other names, each with where it was seen. Left out on purpose: addresses (42 of them are in conflict), hold
#   rooms, hospitals, hotels, places for children.
# To change one: as in field_offices.toml.
"""


def table(centers: Iterable[dict[str, Any]]) -> str:
    """The table as TOML."""
    return HEAD + "".join(_row(center) for center in centers)


def _row(center: dict[str, Any]) -> str:
    captured = center.get("ice_page", {}).get("last_captured", "")
    told, address = center["sources"], center["address"]
    current = center["status"] == "current"
    county, state = center["county"] or "", address["state"] or ""
    city = "Guantanamo Bay, Cuba" if center["id"] == "guantanamo-bay" else address["city"]
    lists = [name for name, named in zip(LISTS, center["named_in"], strict=True) if named == "1"]
    pages = [KEYS[key] for key in center["field_office_sources"] if not key.startswith("ST_")]
    place = (("city", city), ("county", county), ("state", state))
    office = _value(center["field_office"], [*lists[-1:], *lists[:-1][:1], *pages], captured, current=current)
    lines = [
        f"\n[{center['id']}]",
        f"name = {_value(center['name'], _keys(told['name']), captured, current=current)}",
        f"place = {_table(place, _keys([*told['address'], *told['county']]), captured, current=current)}",
        f"office = {office}",
        *_numbers(center, captured),
        *([f"in_use = {center['last_seen_in_use']}"] if lists else []),
        *_also(center),
        *_conflicts(center, captured),
    ]
    return "\n".join(lines) + "\n"


def _numbers(center: dict[str, Any], captured: str) -> Iterable[str]:
    told = center["sources"]
    if number := center["phone_about_a_person"]:
        yield f"about_a_person = {_value(number, _keys(told['phone_about_a_person']), captured)}"
    if whose := _whose(center.get("phone_about_a_person_is", "")):
        yield f'about_is = "{whose}"'
    if number := center["phone"]:
        sure = center["phone_confidence"] == "confirmed" and not _disputed(center)
        yield f"phone = {_value(number, _keys(told['phone']), captured, sure=sure)}"
    if other := center.get("phone_other"):
        yield f"phone_other = {_value(other['value'], ['hifld_prisons'], '', current=False, day=other['checked'])}"


def _whose(told: str) -> str:
    if not told:
        return ""
    return "shared" if told.startswith("printed on") else "line" if told == "detention line" else "office"


def _also(center: dict[str, Any]) -> Iterable[str]:
    names = {name: source for name, source in center["also_called"] if source in KEYS or source.split()[0] in KEYS}
    names |= {name: "ST_260720" for name, source in center["also_called"] if source.startswith("initials")}
    if names:
        pairs = (f"[{_text(name)}, {_text(KEYS.get(key) or KEYS[key.split()[0]])}]" for name, key in names.items())
        yield f"also = [{', '.join(pairs)}]"


def _disputed(center: dict[str, Any]) -> list[list[str]]:
    found = [conflict["values"] for conflict in center["conflicts"] if conflict["field"] == "phone"]
    return found[0] if found and center["phone"] else []


def _conflicts(center: dict[str, Any], captured: str) -> Iterable[str]:
    if values := _disputed(center):
        told = center["sources"]["phone"]
        rows = (
            _value(number, _keys(told), captured, sure=False)
            if number == center["phone"]
            else _value(number, _keys([key]), captured, current=False)
            for number, key in values
        )
        yield f'conflicts = [{{ about = "phone", values = [{", ".join(rows)}] }}]'


def _keys(keys: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(KEYS[key] for key in keys))


def _value(  # noqa: PLR0913
    value: str, keys: Sequence[str], captured: str, *, current: bool = True, sure: bool = True, day: str = ""
) -> str:
    return _table((("value", value),), keys, captured, current=current, sure=sure, day=day)


def _table(  # noqa: PLR0913
    values: Iterable[tuple[str, str]],
    keys: Sequence[str],
    captured: str,
    *,
    current: bool = True,
    sure: bool = True,
    day: str = "",
) -> str:
    days = [DAYS[key] for key in keys if key in DAYS] + ([captured] if "center_pages_captures" in keys else [])
    standing = "confirmed" if len(keys) > 1 and sure else "reported"
    standing = standing if current and days else "last-seen"
    told = ", ".join(f"{name} = {_text(value)}" for name, value in values)
    sources = ", ".join(map(_text, keys))
    return (
        f'{{ {told}, sources = [{sources}], checked = {day or max(days, default=READ_ON)}, standing = "{standing}" }}'
    )


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Writes the table. Returns the exit code."""
    (file,) = sys.argv[1:]
    TABLE.write_text(table(json.loads(Path(file).read_text("utf-8"))["centers"]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
