"""What people type for a place leads to that place, in Python and on the page alike, and never past the state."""

import json
import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.tables import gazetteer
from wizard.offices import counties_of, state_code, states
from wizard.place_index import index
from wizard.place_names import called_counties, names
from wizard.place_search import Found, find, is_called, is_called_state

REPOSITORY = Path(__file__).resolve().parents[1]
CENTERS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("center_names.json").read_text("utf-8"))
CITIES = {
    "El Paso, TX": "TX El Paso",
    "el paso tx": "TX El Paso",
    "NYC": "NY New York",
    "New York City": "NY New York",
    "Brooklyn": "NY Kings",
    "Brooklyn, NY": "NY Kings",
    "the Bronx": "NY Bronx",
    "Staten Island": "NY Richmond",
    "Queens": "NY Queens",
    "Yonkers": "NY Westchester",
    "Buffalo": "NY Erie",
    "Rochester, New York": "NY Monroe",
    "Nueva York": "NY",
    "Waco": "TX McLennan",
    "Austin": "TX Travis",
    "San Antonio": "TX Bexar",
    "Ft. Worth": "TX Tarrant",
    "laredo texas": "TX Webb",
    "McAllen": "TX Hidalgo",
    "Los Ángeles": "CA Los Angeles",
    "Fresno, California": "CA Fresno",
    "san jose ca": "CA Santa Clara",
    "Bakersfield": "CA Kern",
    "Chicago": "IL",
    "Detroit": "MI",
    "Miami, FL": "FL",
    "Washington DC": "DC",
    "Saint Louis": "MO",
    "Albuquerqe": "NM",
    "Postville, IA": "IA",
    "San Juan, Puerto Rico": "PR",
}
ZIPS = {
    "79901": "TX El Paso",
    "76701": "TX McLennan",
    "78701": "TX Travis",
    "77002": "TX Harris",
    "75201": "TX Dallas",
    "78501": "TX Hidalgo",
    "90012": "CA Los Angeles",
    "93301": "CA Kern",
    "94103": "CA San Francisco",
    "92101": "CA San Diego",
    "92231": "CA Imperial",
    "10001": "NY New York",
    "11201": "NY Kings",
    "14202": "NY Erie",
    "12901-1234": "NY Clinton",
    "60623": "IL",
    "48201": "MI",
    "20001": "DC",
    "31815": "GA",
    "00901": "PR",
}


@cache
def every_county() -> list[tuple[str, str]]:
    """State and name of every county of the Census."""
    return [(state, name) for state, name, _ in gazetteer.atlas()]


def on_the_page(typed: list[str]) -> list[dict[str, Any]]:
    """What the page's script finds for each text."""
    asked = json.dumps({"names": names(), "typed": typed})
    program = REPOSITORY / "tests" / "node" / "place_answers.mjs"
    ran = subprocess.run(["node", program], input=asked, capture_output=True, encoding="utf-8", timeout=300, check=True)
    answers: list[dict[str, Any]] = json.loads(ran.stdout)
    return answers


def as_json(found: Found) -> dict[str, Any]:
    """*found* as the page has it."""
    rows = asdict(found)
    places = {name: [place._asdict() for place in rows[name]] for name in ("counties", "cities", "zips")}
    return {name: list(row) for name, row in rows.items()} | places


def states_in(found: dict[str, Any]) -> set[str]:
    """The states that an answer offers as places."""
    return {*found["states"], *(place["state"] for room in ("counties", "cities", "zips") for place in found[room])}


@pytest.mark.parametrize("row", CENTERS, ids=[row["typed"] for row in CENTERS])
def test_a_center_is_found_by_what_people_call_it(row: dict[str, Any]) -> None:
    """All 40 spellings: every center that may be meant, before any other; and nothing for a place that is none."""
    found = find(row["typed"], index())
    if not row["expect"]:
        assert found.is_nothing
    assert set(found.centers[: len(row["expect"])]) == set(row["expect"])


def test_the_page_finds_what_python_finds() -> None:
    """The same ids and places in the same order, for what is typed in full and letter by letter."""
    typed = [row["typed"] for row in CENTERS] + [
        *CITIES,
        *ZIPS,
        "Washington D",
        "Washington state",
        "find me",
        "",
        "ICE",
    ]
    typed += ["Cleveland Immigration Court", "corte de Houston", "Whipple", "condado de Kern", "Orange", "rikers ny"]
    typed += ["moshanon valley"[:count] for count in range(1, 15)]
    typed += [f"{name} County" for _, name in every_county()[::40]]
    typed += ["Californa", "Vegas", "n/a", "South LA", "county jail Texas", "West, TX", "City of Houston, USA", "T"]
    typed += ["Virgin", "Hays", "River", "FCI Lewisburg", "Louisiana ICE", "09012", "corte Texas", "Varick NY"]
    for text, answer in zip(typed, on_the_page(typed), strict=True):
        found = find(text, index())
        assert answer == as_json(found) | {"sure": sure_of(text, found)}, text


def sure_of(typed: str, found: Found) -> list[Any]:
    """What of *found* is called as was *typed*: centers and buildings, states, counties and cities."""
    known = index()
    entries = [entry for entry in (*known.centers, *known.rooms) if entry.id in (*found.centers, *found.rooms)]
    return [
        [entry.id for entry in entries if is_called(typed, entry, known)],
        [state for state in found.states if is_called_state(typed, state, known)],
        [is_called(typed, place, known) for place in (*found.counties, *found.cities)],
    ]


def test_every_county_is_offered_with_its_own_state() -> None:
    """More than 3,220 typed as 'NAME County': no person sees only another state's."""
    counties = every_county()
    assert len(counties) >= 3220
    answers = on_the_page([f"{name} County" for _, name in counties])
    missing = [
        (state, name)
        for (state, name), answer in zip(counties, answers, strict=True)
        if state not in {place["state"] for place in answer["counties"]}
    ]
    assert missing == []


@pytest.mark.parametrize(("typed", "wanted"), (CITIES | ZIPS).items())
def test_a_city_or_a_zip_code_leads_to_its_state_and_in_a_split_state_to_its_county(typed: str, wanted: str) -> None:
    """By the ways in which people write them."""
    state, _, county = wanted.partition(" ")
    found = as_json(find(typed, index()))
    assert state in states_in(found)
    if county:
        places = [place for room in ("counties", "cities", "zips") for place in found[room]]
        assert {"state": state, "county": county} in [
            {name: row[name] for name in ("state", "county")} for row in places
        ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Wayne County", {"MI", "NY", "OH"}),
        ("Cook County", {"IL", "GA", "MN"}),
        ("Essex County", {"NJ", "MA", "NY"}),
        ("Dade County", {"FL", "GA", "MO"}),
        ("Waco", {"TX", "GA"}),
        ("Springfield", {"MA", "IL", "MO", "OH"}),
    ],
)
def test_a_name_that_several_states_have_gives_each_of_them(typed: str, offered: set[str]) -> None:
    """So that the state is asked; 'Cook' is not Cooke County, Texas."""
    assert offered <= states_in(as_json(find(typed, index())))
    assert ("Cook" in typed) <= ("TX" not in states_in(as_json(find(typed, index()))))


def test_a_zip_code_that_does_not_exist_has_no_place() -> None:
    """Neither one of the armed forces, nor one between two others; every other has its own state."""
    assert all(find(typed, index()).is_nothing for typed in ("09012", "34002", "96201", "00000", "99999"))
    codes = {row["zip_code"]: row["state"] for row in gazetteer.zip_rows()}
    for code in list(codes)[::97]:
        assert [place.state for place in index().zip(code)] == [codes[code]], code
    gaps = [code for number in range(501, 99999, 97) if (code := f"{number:05}") not in codes]
    assert len(gaps) > 300
    assert [code for code in gaps if index().zip(code)] == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("Californa", "CA"), ("Virgina", "VA"), ("Tennesee", "TN"), ("Pensylvania", "PA"), ("Massachusets", "MA")),
        *(("Tejas", "TX"), ("Nueva York", "NY"), ("Luisiana", "LA"), ("county jail Texas", "TX"), ("jail, AL", "AL")),
        *(("processing center Texas", "TX"), ("South Florida", "FL"), ("South LA", "LA"), ("West Texas", "TX")),
    ],
)
def test_a_state_comes_first_where_it_is_told(typed: str, code: str) -> None:
    """With a slip, in Spanish, and behind words that any place has."""
    assert find(typed, index()).states[0] == code


def test_washington_d_is_not_the_state_of_washington() -> None:
    """And Washington alone is both, and more."""
    assert states_in(as_json(find("Washington D", index()))) == {"DC"}
    assert {"WA", "DC"} <= states_in(as_json(find("Washington", index())))
    assert find("Washington state", index()).states[0] == "WA"


def test_a_court_is_found_where_a_court_is_named() -> None:
    """And else only where nothing else has the name."""
    assert find("Cleveland Immigration Court", index()).courts == ("cleveland",)
    assert find("Cleveland", index()).courts == ()
    assert find("Ted Turner Drive", index()).courts == ("atlanta_ted_turner_drive",)


def test_a_building_with_hold_rooms_leads_to_its_state() -> None:
    """ICE's lists leave them out, and families type them."""
    rooms = {identity: row["state"] for identity, row in names()["rooms"].items()}
    for typed, room in (
        ("Broadview", "broadview"),
        ("whipple building", "whipple"),
        ("26 Federal Plaza", "federal_plaza"),
    ):
        assert find(typed, index()).rooms == (room,), typed
        assert rooms[room] in states()


def test_a_split_states_counties_are_those_of_the_offices() -> None:
    """No city and no ZIP code names a county that no office has."""
    for state in names()["split"]:
        split = names()["split"][state]
        assert {*split["cities"], *split["zips"]} <= set(counties_of(state))
    assert "Frio" in called_counties()["TX"]
    assert not called_counties().keys() & {"LA", "AK", "PR"}


@pytest.mark.thorough
def test_the_tables_are_what_their_packages_say() -> None:
    """An update of a package is seen in the difference of a table."""
    for name, made in gazetteer.TABLES.items():
        assert (gazetteer.FOLDER / name).read_text("utf-8") == made(), name
    assert {state for state, _ in every_county()} == set(states())
    assert state_code("Puerto Rico") == "PR"
