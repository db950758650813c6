"""What an intake takes just so, and what is one too many: each bound from both sides, and the words of each refusal."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.packets import TODAY
from wizard.intake import BadIntakeError, Intake, check_intake, read_intake, read_moment
from wizard.needs import Need
from wizard.rules.days import OLDEST


def refusal(**given: Any) -> str:
    """Why an intake of *given* is refused."""
    with pytest.raises(BadIntakeError) as refused:
        check_intake(given, TODAY)
    return str(refused.value)


def taken(**given: Any) -> Intake:
    """An intake of *given*."""
    return check_intake(given, TODAY)


def test_64_kib_are_taken_and_one_byte_more_is_not() -> None:
    """And what is larger says how large it may be."""
    assert read_intake(b"{}".ljust(64 * 1024), TODAY) == Intake()
    with pytest.raises(BadIntakeError, match=r"^intake: larger than 64 KiB$"):
        read_intake(b"{}".ljust(64 * 1024 + 1), TODAY)
    with pytest.raises(BadIntakeError, match=r"^intake: larger than 1023 KiB$"):
        read_intake(b"{}".ljust(1023 * 1024 + 1), TODAY, most_bytes=1023 * 1024)


@pytest.mark.parametrize(("opens", "closes"), [('{"a":', "}"), ("[", "]")])
def test_twenty_lists_or_objects_lie_in_each_other_and_no_more(opens: str, closes: str) -> None:
    """The details are the first below the intake itself, so eighteen lie in them, around an innermost one."""

    def deep(levels: int) -> bytes:
        inner = opens * (levels - 2) + "1" + closes * (levels - 2)
        return f'{{"details": {{"x": {inner}}}}}'.encode()

    assert read_intake(deep(20), TODAY).details
    with pytest.raises(BadIntakeError, match=r"^intake: not JSON$"):
        read_intake(deep(21), TODAY)


@pytest.mark.parametrize("one", [[], {}])
def test_what_is_closed_again_makes_no_room_below(one: object) -> None:
    """What was closed before counts once, and not against what lies too deep."""
    deep: object = 1
    for _ in range(19):
        deep = [deep]
    with pytest.raises(BadIntakeError, match=r"^intake: not JSON$"):
        read_intake(json.dumps({"details": {"x": [one] * 30, "y": deep}}).encode(), TODAY)


@pytest.mark.parametrize("one", [[], {}, [[]], {"a": {}}])
def test_what_is_closed_again_does_not_count(one: object) -> None:
    """However many lie beside each other."""
    details = {"x": [one] * 100, "y": "]}" * 50 + "[{" * 50}
    assert read_intake(json.dumps({"details": details}).encode(), TODAY).details == details


def test_the_lists_that_may_be_empty() -> None:
    """Not that of the needs; the others say so too."""
    assert taken(local_request_needs=[]).answers == {"local_request_needs": ""}
    assert taken(missing_items=[]).missing_items == ()
    assert refusal(needs=[]).startswith(f"needs: takes a list of one or more of {next(iter(Need)).value}, ")
    assert refusal(missing_items=["x"]).startswith("missing_items: takes a list of name, ")
    assert refusal(local_request_needs=["bond"]).startswith("local_request_needs: takes a list of case_review, ")


def test_yes_and_no_are_true_and_false_and_a_question_with_more_names_its_options() -> None:
    """In the words of JSON."""
    assert refusal(removal_imminent="x") == "removal_imminent: takes true or false"
    assert refusal(emergency="x") == "emergency: takes one of true, false, unsure"
    assert refusal(local_request=True) == "local_request: takes one of none, pending, answered"


def test_a_day_is_one_from_the_oldest_to_today() -> None:
    """Both are taken, and the days beside them are not."""
    assert taken(local_response_date=TODAY.isoformat()).answered_on == TODAY
    assert taken(local_response_date=OLDEST.isoformat()).answered_on == OLDEST
    assert "is in the future" in refusal(local_response_date=(TODAY + timedelta(days=1)).isoformat())
    assert f"is before {OLDEST.year}" in refusal(local_response_date=(OLDEST - timedelta(days=1)).isoformat())
    assert taken(local_response_date="unknown").answered_on is None
    assert "takes a real day" in refusal(local_response_date="unknowns")


def test_a_part_of_a_place_has_a_hundred_characters_at_most() -> None:
    """And at least one that is seen."""
    longest = {"court": "x" * 100}
    assert taken(court_place=longest).places == {"court_place": longest}
    told = "court_place: takes one line of 1 to 100 visible characters in each part"
    assert refusal(court_place={"court": "x" * 101}) == told
    assert refusal(court_place={"court": " "}) == told


def test_a_county_is_one_of_its_state_where_officers_are_and_not_where_a_court_is() -> None:
    """The ERO field offices go by county, and ICE's lawyers do not."""
    nowhere = {"state": "TX", "county": "Zacapa"}
    assert refusal(place=nowhere).startswith("place: county takes the name of a county of that state")
    assert taken(court_place=nowhere).places == {"court_place": nowhere}
    assert taken(place={"state": "TX"}).places == {"place": {"state": "TX"}}


def test_a_place_that_holds_people_stands_alone() -> None:
    """With nothing beside it, and by an id that is known."""
    assert taken(place={"center": "stewart"}).places == {"place": {"center": "stewart"}}
    alone = "place: center takes the id of a place where ICE holds people, alone"
    assert refusal(place={"center": "stewart", "state": "GA"}) == alone
    assert refusal(place={"center": "stewart", "state": "GA", "county": "Fulton"}) == alone
    assert refusal(place={"center": "nowhere"}) == alone


@pytest.mark.parametrize("year", [OLDEST.year, date.max.year - 1])
def test_a_moment_is_of_a_year_that_has_others_around_it(year: int) -> None:
    """With its offset."""
    moment = datetime.fromisoformat(f"{year}-06-01T12:00:00-05:00")
    assert read_moment(moment.isoformat()) == moment


@pytest.mark.parametrize(
    "text", [f"{OLDEST.year - 1}-12-31T12:00:00Z", f"{date.max.year}-01-01T12:00:00Z", "2026-06-01T12:00:00", "noon"]
)
def test_any_other_moment_is_refused(text: str) -> None:
    """By the name of its option."""
    with pytest.raises(BadIntakeError, match=r"^--at: takes a moment with its offset, such as"):
        read_moment(text)


def test_an_intake_keeps_needs_in_one_order() -> None:
    """Whichever was named first."""
    assert taken(needs=["bond", "release"]).needs == (Need.RELEASE, Need.BOND)
