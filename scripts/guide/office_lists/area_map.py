"""The map of areas: pictures/make_map.mjs draws it into build/map.svg, anew only when what it is made from changes."""

import json

from scripts.guide.pictures.drawing import drawn
from wizard.office_facts import field_offices

from .places import areas, states

SUFFIX = " Field Office"


def map_with(heard: dict[str, str]) -> str:
    """The map as SVG, with what a reader hears of each anchor filled in (markup, already escaped)."""
    picture = drawn("make_map.mjs", _places(), "map.svg")
    for anchor, name in heard.items():
        picture = picture.replace(f"{{{anchor}}}", name)
    return picture


def _places() -> str:
    places = [
        {
            "anchor": area.anchor,
            "state": area.state,
            "name": states()[area.state].name,
            "offices": area.offices,
            "counties": area.counties,
            "label": " ".join(field_offices()[code].name.removesuffix(SUFFIX) for code in area.offices[:1])
            if len(area.offices) == 1
            else "",
        }
        for area in areas().values()
    ]
    return json.dumps(places)
