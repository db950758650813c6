"""Places where ICE holds people: each with ICE's word for its office, numbers in their order, and how sure they are."""

import io
import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from scripts.checks import offices as check_offices
from wizard.__main__ import main
from wizard.centers import centers
from wizard.library import Standing, load_toml
from wizard.office_facts import FOLDER, field_offices, sources
from wizard.offices import Found, field_office_for, opla_for
from wizard.places import centers_by_state, place_of, told
from wizard.wording import wording

LISTED = load_toml(FOLDER, "centers.toml")["stewart"]["in_use"]
UNLIKE_THE_AREA = {
    "san-luis-regional": ("SND", "PHO"),
    "scott-county-ia": ("CHI", "SPM"),
    "kay-county-ok": ("CHI", "DAL"),
    "douglas-county-wi": ("SPM", "CHI"),
    "uinta-county-wy": ("SLC", "DEN"),
}


def test_every_center_has_an_office_and_lies_where_an_office_answers() -> None:
    """All 251; one lies outside all states."""
    assert len(centers()) == 251
    for center in centers().values():
        assert center.office.value in field_offices(), center.id
        if center.id == "guantanamo-bay":
            assert not center.place
        else:
            assert field_office_for(center.place).found in {Found.ONE, Found.CONFLICT}, center.id


def test_the_centers_whose_own_office_is_not_that_of_the_area_are_the_five_that_are_known() -> None:
    """A sixth is to be looked at before this line is changed."""
    found = {}
    for center in centers().values():
        area = {office.code for office in field_office_for(center.place).offices}
        if area and center.office.value not in area:
            found[center.id] = (center.office.value, *area)
    assert found == UNLIKE_THE_AREA


def test_the_number_to_ask_about_a_person_comes_first_and_one_of_an_older_list_last() -> None:
    """And a main number that sources give differently stands there twice."""
    told = {name: [about for about, _ in center.numbers()] for name, center in centers().items()}
    order = ["center_about", "center_phone", "center_phone_other"]
    assert all(abouts == sorted(abouts, key=order.index) for abouts in told.values())
    assert told["stewart"] == ["center_about"]
    assert told["baldwin-county-al"] == ["center_phone_other"]
    assert [value.value for _, value in centers()["otay-mesa"].numbers()][-2:] == ["(619) 671-8700", "(619) 671-8750"]
    assert sum(not abouts for abouts in told.values()) == 6


def test_a_center_that_the_newest_list_does_not_name_is_last_seen() -> None:
    """208 are named by it; of the others, nothing is called confirmed."""
    assert sum(center.is_current for center in centers().values()) == 208
    for center in centers().values():
        if not center.is_current:
            assert center.office.standing is Standing.LAST_SEEN, center.id


def test_a_number_of_an_older_list_says_of_which_day_it_is() -> None:
    """The list is one file, and its rows are older than that."""
    for center in centers().values():
        if other := center.phone_other:
            assert other.standing is Standing.LAST_SEEN
            assert other.checked <= sources()["hifld_prisons"].date
    assert {other.checked[:4] for center in centers().values() if (other := center.phone_other)} > {"2017", "2024"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"office": {"value": "XXX"}}, "names a field office that is not there"),
        ({"place": {"county": "Fulton County"}}, "is in a county that areas.toml does not have"),
        ({"about_is": "cousin"}, "does not say whose a number is"),
        (
            {"in_use": LISTED.replace(year=2030)},
            "later than its office",
        ),
    ],
)
def test_the_check_sees_a_row_that_does_not_hold_together(change: dict[str, object], fault: str) -> None:
    """One change at a time, to a center in Texas."""
    tables = {name: deepcopy(load_toml(FOLDER, name)) for name in check_offices.FILES}
    row = tables["centers.toml"]["karnes-ipc"]
    assert list(check_offices.center_faults(tables)) == []
    for name, part in change.items():
        row[name] = {**row[name], **part} if isinstance(part, dict) else part
    assert any(fault in told for told in check_offices.center_faults(tables))


def test_the_check_sees_a_number_younger_than_its_source() -> None:
    """Also where rows have days of their own."""
    row = deepcopy(load_toml(FOLDER, "centers.toml")["baldwin-county-al"]["phone_other"])
    dates = load_toml(FOLDER, "sources.toml")
    assert list(check_offices.value_faults("x.phone_other", row, dates)) == []
    row["checked"] = row["checked"].replace(year=2026)
    assert any("newest source" in told for told in check_offices.value_faults("x.phone_other", row, dates))


INTAKE: dict[str, Any] = {
    "needs": ["release"], "role": "self", "custody": "ice_detention", "emergency": False, "local_request": "none",
    "removal_imminent": False,
}  # fmt: skip


def assessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: dict[str, str]
) -> dict[str, Any]:
    """The only card of an intake with *place*, through the command line."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps({**INTAKE, "place": place}).encode())))
    assert main(["assess", "-"]) == 0
    (card,) = json.loads(capsys.readouterr().out)["cards"]
    found: dict[str, Any] = card
    return found


def letter(folder: Path, number: int, place: dict[str, str], **details: str) -> str:
    """The letter to the field office as text, of an intake with *place*."""
    file, out = folder / "intake.json", folder / f"out-{number}"
    file.write_text(json.dumps({**INTAKE, "place": place, "details": details}), "utf-8")
    assert main(["packet", str(file), "--out", str(out)]) == 0
    return (out / "letter-field-office.txt").read_text("utf-8")


def test_an_intake_that_names_a_center_is_answered_with_the_centers_own_office(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not with that of its state; and the card tells the other, the day, the locator and whom to ask."""
    card = assessed(monkeypatch, capsys, {"center": "kay-county-ok"})
    assert card["send_to"]["field_office"]["value"] == "Chicago Field Office"
    assert assessed(monkeypatch, capsys, {"state": "OK"})["send_to"]["field_office"]["value"] == "Dallas Field Office"
    assert "Kay County Detention Center, Newkirk, Oklahoma" in card["text"]
    for words in ("another office, Dallas Field Office", "As of July 20, 2026", "locator.ice.gov", "(580) 362-3393"):
        assert words in card["text"]


def test_a_letter_names_the_center_and_the_county_in_full(tmp_path: Path) -> None:
    """'Frio County, Texas' and not 'Frio, Texas'; what the writer calls the place goes before ICE's name."""
    text = letter(tmp_path, 1, {"center": "south-texas-pearsall"})
    assert centers()["south-texas-pearsall"].name in text
    assert "Pearsall, Frio County, Texas" in text
    assert "San Antonio Field Office" in text
    assert "Frio County, Texas" in letter(tmp_path, 2, {"state": "TX", "county": "frio"})
    own = letter(tmp_path, 3, {"center": "south-texas-pearsall"}, center="Pearsall")
    assert centers()["south-texas-pearsall"].name not in own


def test_a_county_is_told_as_each_language_calls_it() -> None:
    """Of states with one office, as it was written."""
    place = {"state": "TX", "county": "Frio"}
    assert told(place, wording("en")) == "Frio County, Texas"
    assert told(place, wording("es")) == "Condado de Frio, Texas"
    assert told({"state": "LA", "county": "Jackson Parish"}, wording("en")) == "Jackson Parish, Louisiana"
    assert told({"center": "guantanamo-bay"}, wording("en")).endswith("Guantanamo Bay, Cuba")


def test_a_center_says_nothing_of_the_court() -> None:
    """Its state does: any of the lawyers' offices there may have the case."""
    assert opla_for({"center": "stewart"}) == opla_for({"state": "GA"})
    assert field_office_for({"center": "no-such-place"}).found is Found.NEEDS_STATE


def test_a_form_takes_a_center_or_a_state_and_not_two_that_differ() -> None:
    """Where both are given, the person may have meant either."""
    assert place_of("place", {"center": "stewart", "state": ""}) == {"center": "stewart"}
    assert place_of("place", {"center": "stewart", "state": "GA"}) == {"center": "stewart"}
    assert place_of("place", {"center": "stewart", "state": "TX"}) is None
    assert place_of("place", {"center": "", "state": "GA"}) == {"state": "GA"}
    assert place_of("place", {"center": "no-such-place", "state": "GA"}) == {"state": "GA"}
    listed = [center.id for _, held in centers_by_state(wording("es")) for center in held]
    assert sorted(listed) == sorted(centers())
