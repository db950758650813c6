"""Which office answers for a place, held against a second table made from the sources on its own (areas.json)."""

import io
import json
import re
import sys
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks import offices as check_offices
from scripts.runtime_bundle.inputs import wizard_files
from wizard.__main__ import main
from wizard.folding import folded
from wizard.intake import BadIntakeError, check_intake, read_moment
from wizard.languages import languages
from wizard.library import Standing, load_toml
from wizard.office_facts import (
    FOLDER,
    Value,
    check_in_offices,
    courts,
    email_notice,
    field_offices,
    general,
    opla_by_state,
    opla_offices,
    opla_rule,
    sources,
)
from wizard.offices import Found, counties_of, field_office_for, opla_for, place_key, state_code, states
from wizard.places import states_by_name
from wizard.wording import wording

REPOSITORY = Path(__file__).resolve().parents[1]
AREAS: dict[str, Any] = json.loads(Path(__file__).with_name("areas.json").read_text("utf-8"))
WHOLE: dict[str, list[str]] = AREAS["states"]
COUNTIES = [(state, county, codes) for state, table in AREAS["counties"].items() for county, codes in table.items()]
TODAY = read_moment("2026-11-24T12:00:00-05:00").date()


def codes_for(state: str, county: str = "") -> list[str]:
    """The codes of the offices of a place, sorted."""
    return sorted(office.code for office in field_office_for({"state": state, "county": county}).offices)


def values() -> list[Value]:
    """Every value of every office, court and rule."""
    found = [email_notice(), *general().values(), opla_rule(), *(row.claim for row in opla_by_state().values())]
    for office in field_offices().values():
        found += [office.address, office.phone, office.email, office.area]
        found += [value for conflict in office.conflicts for value in conflict.values]
    for lawyers in opla_offices().values():
        found += [lawyers.field_location, lawyers.address, lawyers.phone]
        found += [value for value in (lawyers.area, lawyers.mailing_address) if value]
    for check_in in check_in_offices().values():
        found += [check_in.address, check_in.phone, check_in.area]
    for court in courts().values():
        found += [court.address, *(value for conflict in court.conflicts for value in conflict.values)]
    for state in states():
        for county in counties_of(state) or ("",):
            found += field_office_for({"state": state, "county": county}).claims
    return found


def test_the_second_table_is_whole() -> None:
    """52 states and territories with one office, American Samoa with none, 374 counties of three split states."""
    assert len(WHOLE) == 53
    assert {state for state, codes in WHOLE.items() if not codes} == {"AS"}
    assert len(COUNTIES) == 374
    assert {state: len(table) for state, table in AREAS["counties"].items()} == {"CA": 58, "NY": 62, "TX": 254}
    assert WHOLE.keys() | AREAS["counties"].keys() == states().keys()


@pytest.mark.parametrize("state", sorted(WHOLE.keys() - {"AS"}))
def test_a_whole_state_has_its_office(state: str) -> None:
    """Whatever county is given beside it."""
    answer = field_office_for({"state": state})
    assert answer.found is Found.ONE
    assert codes_for(state) == codes_for(state, "Nowhere") == WHOLE[state]
    assert counties_of(state) == ()


def test_every_county_of_a_split_state_has_the_office_of_the_sources() -> None:
    """All 374; and there are no others."""
    for state, county, codes in COUNTIES:
        answer = field_office_for({"state": state, "county": county})
        assert codes_for(state, county) == codes, (state, county)
        assert answer.found is (Found.ONE if len(codes) == 1 else Found.CONFLICT)
    for state, table in AREAS["counties"].items():
        assert counties_of(state) == tuple(sorted(table))


def test_ten_counties_of_texas_stay_in_conflict_with_both_sources() -> None:
    """Around Waco; neither source is called confirmed, and neither is preferred."""
    disputed = [county for state, county, codes in COUNTIES if len(codes) > 1]
    assert disputed == [
        "Bell", "Bosque", "Coryell", "Falls", "Freestone", "Hamilton", "Hill", "Limestone", "McLennan", "Somervell",
    ]  # fmt: skip
    for county in disputed:
        answer = field_office_for({"state": "TX", "county": county})
        claims = {claim.value: claim.sources for claim in answer.claims}
        assert claims == {"HOU": ("ddp_areas",), "SNA": ("uwchr_areas",)}
        assert {claim.standing for claim in answer.claims} == {Standing.REPORTED}


def test_american_samoa_is_covered_by_no_source_and_gets_no_office() -> None:
    """Neither of ERO nor of ICE's lawyers: nothing is guessed."""
    for answer in (field_office_for({"state": "AS"}), opla_for({"state": "American Samoa"})):
        assert answer.found is Found.NOT_COVERED
        assert (answer.offices, answer.claims) == ((), ())


@pytest.mark.parametrize("state", ["CA", "NY", "TX"])
def test_a_split_state_needs_its_county(state: str) -> None:
    """And says which there are."""
    for place in ({"state": state}, {"state": state, "county": "Nowhere"}, {"state": state, "county": " County "}):
        answer = field_office_for(place)
        assert answer.found is Found.NEEDS_COUNTY
        assert answer.offices == ()
        assert answer.counties == tuple(sorted(AREAS["counties"][state]))


@pytest.mark.parametrize(
    ("state", "county", "code"),
    [
        ("NY", "Dutchess", "NYC"),
        ("NY", "Duchess", "NYC"),
        ("TX", "Kleberg", "HLG"),
        ("TX", "Kleburg county", "HLG"),
        ("NY", "Saint Lawrence", "BUF"),
        ("NY", "st lawrence", "BUF"),
        ("NY", "Brooklyn", "NYC"),
        ("NY", "New York County", "NYC"),
        ("NY", "the Bronx", "NYC"),
        ("TX", "De Witt", "HOU"),
        ("TX", "LaSalle", "SNA"),
        ("TX", "Condado de El Paso", "ELP"),
        ("CA", "  LOS   ANGELES COUNTY ", "LOS"),
        ("CA", "San Benitó", "SFR"),
        ("Texas", "Travis", "SNA"),
        ("tx", "travis", "SNA"),
        ("U.S. Virgin Islands", "", "MIA"),
        ("Commonwealth of the Northern Mariana Islands", "", "SFR"),
        ("washington, d.c.", "", "WAS"),
        ("Washington", "", "SEA"),
        ("West Virginia", "", "PHI"),
    ],
)
def test_a_place_is_understood_as_people_write_it(state: str, county: str, code: str) -> None:
    """The Census's spelling and ICE's; by code or by name."""
    assert codes_for(state, county) == [code]


SPELLINGS = st.tuples(
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str]),
    st.sampled_from(["", " ", "  ", "\t", "\u00a0"]),
    st.sampled_from(["", " County", " county", " COUNTY "]),
    st.sampled_from([" ", "  ", "-", "."]),
    st.sampled_from(["", "\u0301", "\u0303"]),
)


@given(st.sampled_from(COUNTIES), SPELLINGS)
def test_case_spaces_accents_and_the_word_county_change_nothing(
    county: tuple[str, str, list[str]], spelling: tuple[Any, str, str, str, str]
) -> None:
    """For any county, however it is typed."""
    state, name, codes = county
    cased, around, ending, between, accent = spelling
    typed = f"{around}{cased(name).replace(' ', between)}{accent}{ending}{around}"
    assert codes_for(state, typed) == codes
    assert codes_for(state.lower(), typed) == codes


@given(st.dictionaries(st.sampled_from(["state", "county", "court"]), st.text(max_size=30)))
def test_whatever_is_typed_there_is_an_answer(place: dict[str, str]) -> None:
    """An office only where the text means a place."""
    for answer in (field_office_for(place), opla_for(place)):
        assert bool(answer.offices) == (answer.found in {Found.ONE, Found.SEVERAL, Found.CONFLICT})


def test_no_two_counties_of_a_state_fold_together() -> None:
    """Forgiving spelling must not confuse two places."""
    for state, table in AREAS["counties"].items():
        assert len({place_key(county) for county in table}) == len(table), state
    assert {state_code(state) for state in states()} == states().keys()
    assert state_code("Nowhere") == state_code("") == ""


def test_states_are_looked_up_without_their_accents() -> None:
    """Míchigan stands before Minnesota."""
    for language in languages():
        names = [name for _, name in states_by_name(wording(language))]
        assert [folded(name) for name in names] == sorted(map(folded, names))
    spanish = [name for _, name in states_by_name(wording("es"))]
    assert spanish.index("Míchigan") < spanish.index("Minnesota")


def test_all_offices_are_here() -> None:
    """25 field offices, 121 check-in offices, 67 of ICE's lawyers, 72 courts."""
    assert len(field_offices()) == 25
    assert len(check_in_offices()) == 121
    assert len(opla_offices()) == 67
    assert len(courts()) == 72
    assert len({office.field_location.value for office in opla_offices().values()} - {""}) == 25


def test_every_value_has_sources_a_day_and_a_standing() -> None:
    """And an undated copy is never held for more than last seen."""
    found = set(values())
    assert len(found) > 700
    claims = {row.claim for row in opla_by_state().values()}
    for value in found:
        assert value.sources
        assert set(value.sources) <= sources().keys()
        assert "2024" < value.checked <= "2026-11-24"
        assert (value.value == "") == (value.standing is Standing.UNKNOWN) or value in claims
        if not value.dated:
            assert value.standing in {Standing.LAST_SEEN, Standing.UNKNOWN}


def test_no_wrong_number_and_no_mailbox_but_those_that_ice_prints() -> None:
    """Neither of a person nor of ICE's lawyers; the two wrong numbers in circulation are nowhere."""
    for path in sorted((REPOSITORY / "wizard" / FOLDER).glob("*.toml")):
        text = path.read_text("utf-8")
        assert "351-5024" not in text
        assert "898-8170" not in text
        mailboxes = re.findall(r"\S+@\S+", text)
        assert len(mailboxes) == (25 if path.name == "field_offices.toml" else 0)
        assert all(re.fullmatch(r'"[A-Za-z]+\.Outreach@ice\.dhs\.gov",', mailbox) for mailbox in mailboxes)


def test_an_email_address_is_never_called_confirmed() -> None:
    """ICE's own words of 4 February 2026 put its use in doubt."""
    assert {office.email.standing for office in field_offices().values()} == {Standing.REPORTED}
    assert email_notice().value.startswith("The emails listed are for recruiting purposes only")
    assert email_notice().checked == "2026-02-04"


def test_addresses_and_numbers_have_their_form() -> None:
    """One address alone is not known: that of the lawyers in Sacramento, who have an address for mail."""
    reached = [(office.name, office.address, office.phone) for office in field_offices().values()]
    assert all(phone.value for _, _, phone in reached)
    reached += [(office.name, office.address, office.phone) for office in opla_offices().values()]
    reached += [(office.name, office.address, office.phone) for office in check_in_offices().values()]
    assert [name for name, address, _ in reached if not address.value] == ["OPLA San Francisco (Sacramento)"]
    assert opla_offices()["san_francisco_sacramento"].mailing_address is not None
    for _, _, phone in reached:
        assert re.fullmatch(r"(\(\d{3}\) \d{3}-\d{4})?", phone.value)


def test_conflicts_of_offices_keep_every_value() -> None:
    """Miami and New Orleans moved, and St. Paul changed its number."""
    conflicts = {code: [c.about for c in office.conflicts] for code, office in field_offices().items()}
    assert {code: about for code, about in conflicts.items() if about} == {
        "MIA": ["address", "phone"],
        "NOL": ["address", "phone"],
        "SPM": ["phone"],
    }
    st_paul = field_offices()["SPM"].conflicts[0].values
    assert [value.value for value in st_paul] == ["(612) 409-7799", "(612) 843-8600"]
    assert field_offices()["MIA"].listed_as == "Miramar Sub Office"
    doubted = {court.id: court.conflicts[0].values[1].value for court in courts().values() if court.conflicts}
    assert doubted == {"batavia": "closed", "san_francisco": "no_longer_listed"}


@pytest.mark.parametrize(
    ("court_place", "found", "names"),
    [
        ({"court": "Adelanto"}, Found.ONE, {"los_angeles_adelanto"}),
        ({"court": "stewart immigration court"}, Found.ONE, {"atlanta_lumpkin"}),
        ({"court": "Denver Immigration Court"}, Found.ONE, {"denver"}),
        ({"court": "Portland, OR"}, Found.ONE, {"seattle_portland"}),
        ({"court": "San Juan"}, Found.ONE, {"miami_san_juan"}),
        ({"court": "Krome"}, Found.SEVERAL, {"miami", "miami_southwest_12th"}),
        ({"court": "New York"}, Found.SEVERAL, {"new_york", "new_york_varick_street"}),
        ({"court": "Portland", "state": "ME"}, Found.ONE, {"boston"}),
        ({"court": "Laredo", "state": "TX"}, Found.SEVERAL, None),
        ({"court": "Aurora"}, Found.ONE, {"denver"}),
        ({"state": "KY"}, Found.CONFLICT, {"chicago", "new_orleans"}),
        ({"state": "WV"}, Found.CONFLICT, {"philadelphia", "washington_dc_sterling"}),
        ({"state": "ID"}, Found.CONFLICT, {"denver", "seattle"}),
        ({"state": "VA"}, Found.SEVERAL, {"washington_dc_annandale", "washington_dc_sterling"}),
        ({"state": "GU"}, Found.ONE, {"honolulu"}),
        ({"state": "AZ"}, Found.SEVERAL, {"phoenix", "phoenix_eloy", "phoenix_florence", "phoenix_tucson"}),
        ({"court": "Nowhere"}, Found.NEEDS_COURT, set()),
        ({}, Found.NEEDS_COURT, set()),
    ],
)
def test_the_lawyers_are_those_of_the_court(court_place: dict[str, str], found: Found, names: set[str] | None) -> None:
    """R34: by the court, and never more certain than the sources."""
    answer = opla_for(court_place)
    assert answer.found is found
    assert names is None or {office.id for office in answer.offices} == names
    assert all(claim.standing is not Standing.CONFIRMED for claim in answer.claims)


def test_every_court_and_every_state_leads_to_lawyers_who_may_hold_its_cases() -> None:
    """Offices in the court's own city where there are any; American Samoa alone leads nowhere."""
    for court in courts().values():
        answer = opla_for({"court": court.name, "state": court.state})
        assert answer.offices, court.id
        assert court in answer.courts
        in_city = [office for office in answer.offices if court.city in office.places and office.state == court.state]
        assert in_city in ([], list(answer.offices))
    assert {state for state in states() if not opla_for({"state": state}).offices} == {"AS"}
    assert len(opla_by_state()) == 55


def test_an_area_in_ices_words_names_the_states_of_the_lawyers_map() -> None:
    """Where ICE names states at all, and not parts of one."""
    names = tomllib.loads((REPOSITORY / "wizard" / FOLDER / "areas.toml").read_text("utf-8"))
    parts = {"CA", "FL", "HI", "MP", "NY", "TX", "VI"}
    for state, lawyers in opla_by_state().items():
        for name in lawyers.offices if state not in parts else ():
            area = opla_offices()[name].area
            assert area is not None
            assert names[state]["name"] in area.value, (state, name)


FIELD: dict[str, Any] = {
    "needs": ["release"], "role": "self", "custody": "ice_detention", "emergency": False, "local_request": "none",
    "removal_imminent": False,
}  # fmt: skip
COURT: dict[str, Any] = {"needs": ["bond"], "role": "self", "custody": "ice_detention", "emergency": False}


def sent_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], intake: dict[str, Any]
) -> dict[str, Any]:
    """What the only card of an intake says of where to send, through the command line."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(intake).encode())))
    assert main(["assess", "-"]) == 0
    (card,) = json.loads(capsys.readouterr().out)["cards"]
    found: dict[str, Any] = card["send_to"]
    return found


def test_an_assessment_names_the_field_office_of_the_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside what it said before; with standing and day, and without an e-mail address."""
    without = sent_to(monkeypatch, capsys, FIELD)
    found = sent_to(monkeypatch, capsys, {**FIELD, "place": {"state": "MN"}, "court_place": {"state": "MN"}})
    assert found.pop("field_office") == {
        "answer": "one",
        "value": "St. Paul Field Office",
        "standing": "confirmed",
        "checked": "2026-07-07",
        "dated": True,
        "offices": [
            {
                "id": "SPM",
                "name": "St. Paul Field Office",
                "listed_as": "St Paul Field Office",
                "address": {
                    "value": "1 Federal Drive, Suite 1601, Fort Snelling, MN 55111",
                    "standing": "confirmed",
                    "checked": "2026-07-07",
                    "dated": True,
                    "sources": ["carwil_list", "ddp_offices", "dsd_offices"],
                },
                "phone": {
                    "value": "(612) 409-7799",
                    "standing": "reported",
                    "checked": "2026-07-07",
                    "dated": True,
                    "sources": ["carwil_list", "dsd_offices"],
                },
                "conflicts": [
                    {
                        "about": "phone",
                        "values": [
                            {
                                "value": "(612) 409-7799",
                                "standing": "reported",
                                "checked": "2026-07-07",
                                "dated": True,
                                "sources": ["carwil_list", "dsd_offices"],
                            },
                            {
                                "value": "(612) 843-8600",
                                "standing": "last-seen",
                                "checked": "2026-04-10",
                                "dated": True,
                                "sources": ["ice_check_in_pages", "seekins_list"],
                            },
                        ],
                    }
                ],
            }
        ],
        "claims": [
            {
                "value": "SPM",
                "standing": "confirmed",
                "checked": "2026-07-07",
                "dated": True,
                "sources": ["carwil_list", "ddp_areas", "dsd_offices", "ice_map", "uwchr_areas"],
            }
        ],
        "counties": [],
        "courts": [],
    }
    assert found == without


@pytest.mark.parametrize(
    ("place", "answer", "offices"),
    [
        ({"state": "TX", "county": "Bell"}, "conflict", ["HOU", "SNA"]),
        ({"state": "TX"}, "needs_county", []),
        ({"state": "AS"}, "not_covered", []),
        ({"state": "GA", "county": "Nowhere"}, "one", ["ATL"]),
    ],
)
def test_an_assessment_says_why_it_names_no_one_office(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: dict[str, str],
    answer: str,
    offices: list[str],
) -> None:
    """In plain ids; a county of a state that is not split is ignored."""
    found = sent_to(monkeypatch, capsys, {**FIELD, "place": place})["field_office"]
    assert found["answer"] == answer
    assert [office["id"] for office in found["offices"]] == offices
    assert (found["value"] is None) == (answer != "one")
    assert bool(found["counties"]) == (answer == "needs_county")


def test_an_assessment_names_the_lawyers_of_the_court(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By court_place alone: where the person is makes no difference."""
    without = sent_to(monkeypatch, capsys, {**COURT, "place": {"state": "TX", "county": "Bell"}})
    assert without.keys() == sent_to(monkeypatch, capsys, COURT).keys() == {"opla_directory"}
    one = sent_to(monkeypatch, capsys, {**COURT, "court_place": {"court": "Sacramento"}})["opla_office"]
    assert (one["answer"], one["value"]) == ("one", "OPLA San Francisco (Sacramento)")
    assert (one["standing"], one["dated"]) == ("last-seen", False)
    assert one["offices"][0]["address"]["value"] is None
    assert one["offices"][0]["mailing_address"]["standing"] == "last-seen"
    doubted = sent_to(monkeypatch, capsys, {**COURT, "court_place": {"court": "San Francisco"}})["opla_office"]
    assert doubted["courts"][0]["conflicts"][0]["values"][1]["value"] == "no_longer_listed"


@pytest.mark.parametrize("county", ["Nowhere", "county", "Travis "])
def test_a_county_that_a_split_state_does_not_have_is_bad_input(county: str) -> None:
    """One line that names the field and what it takes, and not what was typed."""
    with pytest.raises(BadIntakeError, match=r"^place: county takes the name of a county of that state") as refused:
        check_intake({"place": {"state": "NY", "county": county}}, TODAY)
    assert "Nowhere" not in str(refused.value)


def test_places_are_kept_as_they_were_given() -> None:
    """And never block: a court that is not known is no error."""
    place, court_place = {"state": "NY", "county": "duchess"}, {"court": "Nowhere"}
    intake = check_intake({"place": place, "court_place": court_place}, TODAY)
    assert (intake.places["place"], intake.places["court_place"]) == (place, court_place)


def test_no_fault_in_the_facts_about_offices() -> None:
    """By the same check that scripts/check runs."""
    assert list(check_offices.office_faults()) == []


def spoil(monkeypatch: pytest.MonkeyPatch, name: str, *path: Any, to: Any = None) -> list[str]:
    """The faults of the facts, where one thing is set *to* something else, or taken away."""
    read = load_toml

    def spoiled(folder: str, file: str) -> dict[str, Any]:
        table = deepcopy(read(folder, file))
        if file == name:
            inner: Any = table
            for step in path[:-1]:
                inner = inner[step]
            if to is None:
                del inner[path[-1]]
            else:
                inner[path[-1]] = to
        return table

    monkeypatch.setattr(check_offices, "load_toml", spoiled)
    return list(check_offices.office_faults())


UNSOURCED = {"value": "x", "sources": ["hearsay"], "checked": "2026-01-01", "standing": "reported"}
MIAMI = ("offices", "MIA")


@pytest.mark.parametrize(
    ("file", "path", "to", "fault"),
    [
        ("field_offices.toml", ("offices", "ATL", "phone", "standing"), None, "needs value, sources"),
        ("field_offices.toml", ("offices", "ATL", "phone", "value"), "404-893-1290", "telephone"),
        ("field_offices.toml", ("offices", "ATL", "phone", "value"), "", "empty"),
        ("field_offices.toml", ("offices", "ATL", "address", "value"), "Atlanta", "ZIP"),
        ("field_offices.toml", ("offices", "ATL", "email", "value"), "someone@ice.dhs.gov", "prints"),
        ("field_offices.toml", ("offices", "ATL", "address", "checked"), "2026-11-24", "newest source"),
        ("field_offices.toml", ("offices", "ATL", "address", "sources"), [], "no source"),
        ("field_offices.toml", ("offices", "ATL", "address"), UNSOURCED, "not in sources.toml"),
        ("field_offices.toml", ("offices", "HOU", "phone", "standing"), "confirmed", "one source alone"),
        ("field_offices.toml", ("offices", "HOU", "phone", "standing"), "sure", "standing that is none"),
        ("field_offices.toml", ("offices", "ATL"), None, "24 entries"),
        ("field_offices.toml", (*MIAMI, "conflicts", 0, "values", 1), None, "fewer than two"),
        ("field_offices.toml", (*MIAMI, "conflicts", 0, "values", 0, "standing"), "confirmed", "called confirmed"),
        ("field_offices.toml", (*MIAMI, "phone", "value"), "(954) 236-4900", "first value"),
        ("opla.toml", ("offices", "dallas", "phone", "standing"), "reported", "more than last seen"),
        ("opla.toml", ("offices", "dallas", "note"), "write to someone@ice.dhs.gov", "e-mail"),
        ("opla.toml", ("by_state", "GA", "offices"), ["atlanta_peachtree"], "main office"),
        ("areas.toml", ("GA", "office", "value"), "XXX", "XXX"),
        ("areas.toml", ("CA", "parts", 0, "counties", 0), None, "CA has a county"),
        ("areas.toml", ("NY", "spellings", "Duchess"), "Duches", "spelling of no county"),
        ("areas.toml", ("WY", "office"), None, "51 states"),
        ("sources.toml", ("osm_issue", "date"), None, "date or read_on"),
        ("sources.toml", ("hearsay",), {"what": "x", "date": "2026-01-01"}, "source of nothing"),
    ],
)
def test_a_fault_in_the_facts_about_offices_is_found(
    monkeypatch: pytest.MonkeyPatch, file: str, path: tuple[Any, ...], to: Any, fault: str
) -> None:
    """Whichever it is; that a county is in the right part is for areas.json to say."""
    assert any(fault in line for line in spoil(monkeypatch, file, *path, to=to))


def test_the_browser_gets_the_areas_and_not_the_check_in_offices() -> None:
    """They weigh as much as the rest, and nothing in the browser asks for them."""
    names = {name for name, _ in wizard_files(REPOSITORY) if name.startswith(f"wizard/{FOLDER}/")}
    here = ("areas", "centers", "courts", "field_offices", "opla", "sources")
    assert names == {f"wizard/{FOLDER}/{name}.toml" for name in here}
