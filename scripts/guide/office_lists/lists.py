"""The lists of offices as HTML, from templates that see facts and wording.

What the lists say beside the facts is wizard/wording/LANGUAGE/offices.toml.
"""

from collections.abc import Callable, Sequence
from functools import cache, reduce
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from wizard.center_view import center_told
from wizard.centers import NEWEST_LIST, centers
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import Standing, facts_in
from wizard.office_facts import Value, email_notice, field_offices, general
from wizard.places import centers_by_state, checked, county_name, shown, sorted_as, state_name, telephone
from wizard.wording import Wording, wording

from .area_map import map_with
from .courts import lawyers_by_state
from .places import area_of, areas, check_ins_by_state, states


def words(language: str) -> dict[str, str]:
    """The texts of the lists in *language*, by their ids without the room."""
    texts = wording(language).texts
    return {name.removeprefix("office."): text for name, text in texts.items() if name.startswith("office.")}


def names(language: str) -> dict[str, Callable[[], str]]:
    """What a page in *language* can name."""
    return {name: lambda name=name: _made(f"{name}.html", language) for name in _PAGES} | {
        "email_notice": lambda: str(email_notice().value),
        "email_notice_date": lambda: wording(language).day(email_notice().checked),
        "centers_counted": lambda: str(len(centers())),
        "centers_date": lambda: wording(language).day(NEWEST_LIST),
        "contact_form": lambda: mark_up(general()["contact_form"], language),
    }


_PAGES = (
    *("office_list", "office_map", "area_list", "place_box"),
    *("center_list", "center_filter"),
    *("opla_list", "opla_filter"),
    "check_in_list",
)


def mark_up(page: Value, language: str) -> str:
    """A page of ICE as a link, with its mark where it is not confirmed."""
    told = "" if language == SOURCE_LANGUAGE else f" {wording(language)('ui.in_english')}"
    shown = wording(language).apart(str(page.value))
    link = Markup('<a href="https://{}" rel="noreferrer">{}{}</a>').format(page.value, shown, told)
    return str(link + mark(page, language))


def mark(value: Value, language: str) -> Markup:
    """How sure *value* is and since when, where it is not confirmed. A copy without a date is said to have none."""
    if value.standing is Standing.CONFIRMED:
        return Markup()
    say = wording(language)
    mark_of = Markup(' <span class="guide-standing">{} ({})</span>')
    return mark_of.format(say("standing", value.standing.value), checked(value, say))


def _made(template: str, language: str) -> str:
    say: Wording = wording(language)

    def called(code: str) -> str:
        return state_name(code, say)

    def by_name[Row](rows: dict[str, Row]) -> list[tuple[str, Row]]:
        return sorted(rows.items(), key=lambda row: sorted_as(called(row[0])))

    def heard(anchor: str) -> str:
        place = areas()[anchor]
        offices = either(place.offices)
        name = f"{called(place.state)} ({place.state})"
        return say.join("named", name=name, value=offices or texts["no_source_short"])

    def either(codes: Sequence[str]) -> str:
        names = [say.apart(field_offices()[code].name) for code in codes]
        return reduce(lambda one, other: say.join("either", one=one, other=other), names, names.pop(0) if names else "")

    texts = words(language)
    page = _environment().get_template(template)
    made = page.render(
        words=texts,
        say=say,
        called=called,
        by_name=by_name,
        either=either,
        mark=lambda value: mark(value, language),
        **_of_offices(),
        **_of_centers(say),
        directory=facts_in(language)["field_office_directory"],
        opla_directory=facts_in(language)["opla_directory"],
        map=lambda: Markup(map_with({anchor: str(escape(heard(anchor))) for anchor in areas()})),  # noqa: S704
    )
    # Markdown takes an empty line for the end of a block of HTML.
    return "\n".join(line.strip() for line in made.splitlines() if line.strip())


def _of_offices() -> dict[str, Any]:
    """What the lists of offices are made from."""
    return {
        "states": states(),
        "areas": areas(),
        "offices": field_offices(),
        "lawyers": lawyers_by_state,
        "check_ins": check_ins_by_state,
        "shown": shown,
    }


def _of_centers(say: Wording) -> dict[str, Any]:
    """What the list of places where ICE holds people is made from."""
    return {
        "centers": lambda: centers_by_state(say),
        "told": lambda center: center_told(center, say),
        "county": county_name,
        "newest_list": NEWEST_LIST,
        "area_of": area_of,
    }


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters["telephone"] = telephone
    return made
