"""What is told of a place where ICE holds people: its numbers, how sure each is, of which day, and a conflict."""

from typing import Any

from wizard.centers import NEWEST_LIST, Center
from wizard.library import Standing
from wizard.office_facts import Value, field_offices
from wizard.offices import field_office_for
from wizard.places import checked, telephone
from wizard.wording import Wording

WHOSE = {"office": "center_about_office", "line": "center_about_line", "shared": "center_about_shared"}


def center_told(center: Center, say: Wording) -> dict[str, Any]:
    """All of it in words, but for the office's own address and numbers."""
    return {
        "office": center.office.value,
        "mark": _mark(center.office, say),
        "conflict": _conflict(center, say),
        "numbers": [
            {
                "about": say("office", about),
                "number": value.value,
                "href": telephone(value.value),
                "mark": " ".join(filter(None, (_mark(value, say), _whose(about, center, say)))),
            }
            for about, value in center.numbers()
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
