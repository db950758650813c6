"""What the box for places loads when it is first used: all names, and in each language what is told of a center.

Nobody is told here which office answers for a place: the page has that in its list, and a center brings ICE's own word.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from wizard.centers import NEWEST_LIST, Center, centers
from wizard.library import Standing, facts_in
from wizard.office_facts import Value, field_offices
from wizard.offices import field_office_for
from wizard.place_names import names
from wizard.places import checked, telephone
from wizard.wording import Wording, wording

NAMES = "places/names.json"
TEXTS = (
    *("place_which", "place_county", "place_decides", "place_room", "place_court", "place_elsewhere"),
    "center_office",
)
WHOSE = {"office": "center_about_office", "line": "center_about_line", "shared": "center_about_shared"}


def files(languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of each file."""
    yield NAMES, _json(names())
    for language in languages:
        yield f"places/{language}.json", _json(told(language))


def told(language: str) -> dict[str, Any]:
    """The texts of the box in *language*, and what it tells of every center."""
    say = wording(language)
    locator = facts_in(language)["locator"]
    return {
        "texts": {name: say.texts[f"office.{name}"] for name in TEXTS},
        "between": say.join("list"),
        "locator": {"name": locator.value, "href": locator.href},
        "centers": {center.id: _center(center, say) for center in centers().values()},
    }


def _center(center: Center, say: Wording) -> dict[str, Any]:
    return {
        "office": center.office.value,
        "mark": _mark(center.office, say),
        "conflict": _conflict(center, say),
        "numbers": [
            {"about": say("office", about), "number": value.value, "href": telephone(value.value), "mark": note}
            for about, value in center.numbers()
            for note in [" ".join(filter(None, (_mark(value, say), _whose(about, center, say))))]
        ],
        "none": "" if center.numbers() else say("office.center_no_phone"),
        "day": _day(center, say),
    }


def _mark(value: Value, say: Wording) -> str:
    if value.standing is Standing.CONFIRMED:
        return ""
    return f"{say('standing', value.standing.value)} ({checked(value, say)})."


def _whose(about: str, center: Center, say: Wording) -> str:
    return say("office", WHOSE[center.about_is]) if about == "center_about" and center.about_is else ""


def _conflict(center: Center, say: Wording) -> str:
    """What to say where the area of the place has another office than ICE names for it."""
    others = [office.name for office in field_office_for(center.place).offices]
    if not others or field_offices()[center.office.value].name in others:
        return ""
    return say("office.center_area", office=say.join("list").join(others))


def _day(center: Center, say: Wording) -> str:
    if not center.in_use:
        return say("office.center_in_no_list")
    key = "office.center_in_use" if center.is_current else "office.center_not_in_use"
    return say(key, date=say.day(center.in_use), newest=say.day(NEWEST_LIST))


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
