"""Bad input is refused with one plain line that names the field, and never repeats what was typed."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packets import TODAY
from wizard.__main__ import main
from wizard.engine import RULES
from wizard.intake import FIELDS, BadIntakeError, read_intake
from wizard.office_facts import courts
from wizard.offices import counties_of, states

PRIVATE = "Zacapa-Q7"
GOOD: dict[str, Any] = {"needs": ["release"], "custody": "ice_detention", "role": "self"}

type Run = Callable[[bytes], tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``assess`` on bytes; gives the exit code, standard output and standard error."""

    def assess(raw: bytes, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(["assess", "-", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return assess


def refused(result: tuple[int, str, str]) -> str:
    """The one line of a refusal."""
    code, out, err = result
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert PRIVATE not in err
    return err.strip()


UNPRINTABLE = ("\n", "\r", "\t", "\x00", "\x0b", "\x1b", "\x85", "\u2028", "\u202e", "\ud800", "\udc00", "\uffff")
"""What begins another line, turns text around, or can stand in no document."""

CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("intake", {"surprise": PRIVATE}),
    ("intake", {PRIVATE: 1}),
    ("needs", {"needs": []}),
    ("needs", {"needs": "release"}),
    ("needs", {"needs": [PRIVATE]}),
    ("needs", {"needs": ["release", 7]}),
    ("needs", {"needs": {"release": True}}),
    ("needs", {"needs": [["release"]]}),
    ("role", {"role": PRIVATE}),
    ("role", {"role": True}),
    ("role", {"role": ["self"]}),
    ("custody", {"custody": "Detained"}),
    ("custody", {"custody": 1}),
    ("emergency", {"emergency": "true"}),
    ("emergency", {"emergency": 1}),
    ("emergency", {"emergency": "no"}),
    ("known_to_ice", {"known_to_ice": PRIVATE}),
    ("local_request", {"local_request": False}),
    ("local_response_period", {"local_response_period": "2022"}),
    ("facts_changed", {"facts_changed": 0}),
    ("evidence_not_submitted", {"evidence_not_submitted": "unknown"}),
    ("factors_overlooked", {"factors_overlooked": []}),
    ("removal_imminent", {"removal_imminent": "soon"}),
    ("field_office_unable", {"field_office_unable": {}}),
    ("missing_items", {"missing_items": "name"}),
    ("missing_items", {"missing_items": [PRIVATE]}),
    ("local_response_date", {"local_response_date": "2023-02-29"}),
    ("local_response_date", {"local_response_date": "2024-13-01"}),
    ("local_response_date", {"local_response_date": "05/03/2024"}),
    ("local_response_date", {"local_response_date": "20240305"}),
    ("local_response_date", {"local_response_date": "2024-W10-2"}),
    ("local_response_date", {"local_response_date": "2024-03-05T00:00"}),
    ("local_response_date", {"local_response_date": "\uff12\uff10\uff12\uff14-03-05"}),
    ("local_response_date", {"local_response_date": 20240305}),
    ("local_response_date", {"local_response_date": "2999-01-01"}),
    ("local_response_date", {"local_response_date": "1023-07-28"}),
    ("local_response_date", {"local_response_date": "1899-12-31"}),
    ("local_response_date", {"local_response_date": PRIVATE}),
    (
        "local_response_period",
        {"local_response_date": "2024-03-05", "local_response_period": "in_window"},
    ),
    (
        "local_response_period",
        {"local_response_date": "unknown", "local_response_period": "after_window"},
    ),
    ("place", {"place": "TX"}),
    ("place", {"place": {}}),
    ("place", {"place": {"state": "XX"}}),
    ("place", {"place": {"state": ["TX"]}}),
    ("place", {"place": {"county": "Travis"}}),
    ("place", {"place": {"state": "TX", "street": PRIVATE}}),
    ("place", {"place": {"state": "TX", "county": ""}}),
    ("place", {"place": {"state": "TX", "county": PRIVATE * 50}}),
    *(("place", {"place": {"state": "TX", "county": f"{PRIVATE}{bad}"}}) for bad in UNPRINTABLE),
    *(("court_place", {"court_place": {"state": "TX", "county": f"{bad}{PRIVATE}"}}) for bad in UNPRINTABLE),
    *(("court_place", {"court_place": {"court": f"{PRIVATE}{bad}Houston"}}) for bad in UNPRINTABLE),
    ("court_place", {"court_place": {"court": " "}}),
    ("place", {"place": {"state": "TX", "county": "   "}}),
    ("court_place", {"court_place": {"judge": PRIVATE}}),
    ("court_place", {"court_place": {"court": 3}}),
    ("place", {"place": {"center": PRIVATE}}),
    ("place", {"place": {"center": ["stewart"]}}),
    ("place", {"place": {"center": "stewart", "state": "GA"}}),
    ("court_place", {"court_place": {"center": PRIVATE}}),
    ("details", {"details": PRIVATE}),
    ("details", {"details": [PRIVATE]}),
]

MALFORMED: list[tuple[bytes, str]] = [
    (b"", "intake"),
    (b"not json", "intake"),
    (b"[]", "intake"),
    (b'"text"', "intake"),
    (b"null", "intake"),
    (b"{} {}", "intake"),
    (b"\xff\xfe{}", "intake"),
    (b'{"needs": NaN}', "intake"),
    (b"[" * 60_000, "intake"),
    (b'{"role": "self", "role": "self"}', "intake"),
    (b'{"needs": ["release"], "x": "' + b"y" * 70_000 + b'"}', "intake"),
    *((json.dumps(GOOD | change).encode(), field) for field, change in CHANGES),
]


@pytest.mark.parametrize(("raw", "field"), MALFORMED)
def test_a_malformed_intake_is_refused_by_the_name_of_its_field(run: Run, raw: bytes, field: str) -> None:
    """One line, exit 2, no output, no echo."""
    assert refused(run(raw)).startswith(f"{field}:")


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8).map(PRIVATE.__add__),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.slow
def test_hundreds_of_fuzzed_intakes_are_assessed_or_refused_and_never_echoed(run: Run) -> None:
    """Whatever the value of whatever field: a result, or one line."""

    @given(st.dictionaries(st.sampled_from(list(FIELDS)), JUNK, min_size=1, max_size=4))
    def any_intake(intake: dict[str, Any]) -> None:
        code, out, err = run(json.dumps({**GOOD, **intake}).encode())
        if code == 0:
            assert err == ""
            assert PRIVATE not in out
        else:
            refused((code, out, err))

    any_intake()


def test_fuzzed_bytes_are_refused(run: Run) -> None:
    """Not JSON, not UTF-8, or not an object."""

    @given(st.binary(max_size=60).filter(lambda raw: not raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")))
    def any_bytes(raw: bytes) -> None:
        assert refused(run(raw)).startswith("intake:")

    any_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "no-such-file.json"],
        ["assess", "-", "--language", "xx"],
        ["assess", "-", "--at", "yesterday"],
        ["assess", "-", "--at", "2026-11-24T17:30:00"],
        ["assess", "-", "--unheard-of"],
        ["assess", "a", "b"],
        ["decide"],
        [],
    ],
)
def test_bad_arguments_are_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """No usage screen, no traceback."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}")))
    code = main(arguments)
    out, err = capsys.readouterr()
    refused((code, out, err))


@pytest.mark.slow
def test_every_court_and_county_that_the_page_offers_is_taken() -> None:
    """With every letter in their names."""
    for court in courts().values():
        FIELDS["court_place"]("court_place", {"court": court.name})
    for state in states():
        for county in counties_of(state):
            FIELDS["place"]("place", {"state": state, "county": county})


def test_nothing_at_all_asks_for_needs_first(run: Run) -> None:
    """An empty intake is not bad; it is incomplete."""
    code, out, _ = run(b"{}")
    assert code == 0
    assert json.loads(out)["next"]["question"] == "needs"


@pytest.mark.parametrize(
    ("need", "known", "because"),
    [
        ("case_information", "unknown", {"ice_may_not_know_the_person": True}),
        ("general_question", "no_case", {"the_question_is_about_nobody": False, "ice_may_not_know_the_person": True}),
        ("case_information", "check_ins", {}),
    ],
)
def test_the_stop_card_rests_on_every_rule_that_was_looked_at_for_it(
    run: Run, need: str, known: str, because: dict[str, bool]
) -> None:
    """As a card does; and on nothing where it does not come."""
    told = {"needs": [need], "emergency": False, "role": "family_or_friend", "custody": "not_detained"}
    code, out, _ = run(json.dumps({**told, "known_to_ice": known}).encode())
    stop = json.loads(out)["stop"]
    found = [{"rule": rule, "statements": list(RULES[rule]), "result": result} for rule, result in because.items()]
    assert (code, stop and stop["because"]) == (0, found or None)


def test_null_is_the_same_as_absent(run: Run) -> None:
    """For every field."""
    empty = json.dumps(dict.fromkeys(FIELDS)).encode()
    assert run(empty) == run(b"{}")


def test_a_date_is_asked_for_as_a_date(run: Run) -> None:
    """It takes a day, or unknown; a period given in its place is enough."""
    intake = {**GOOD, "emergency": False, "removal_imminent": False, "local_request": "answered"}
    question = json.loads(run(json.dumps(intake).encode())[1])["next"]
    assert question == {"question": "local_response_date", "kind": "date", "options": ["unknown"]}
    with_period = json.dumps({**intake, "local_response_period": "in_window"}).encode()
    assert json.loads(run(with_period)[1])["next"]["question"] == "facts_changed"


def test_details_are_taken_and_never_printed(run: Run) -> None:
    """Whatever stands in them."""
    answers = {"emergency": False, "removal_imminent": False, "local_request": "none"}
    intake = {**GOOD, **answers, "details": {"name": PRIVATE, "odd": [PRIVATE]}}
    code, out, err = run(json.dumps(intake).encode())
    assert code == 0
    assert PRIVATE not in out + err


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[[" * 30 + "]]" * 30, '["\\\\",' * 50])
def test_what_nests_too_deep_is_no_intake(text: str) -> None:
    """Nothing that a browser's Python would not survive is read; brackets in a text are no lists."""
    with pytest.raises(BadIntakeError, match="not JSON"):
        read_intake(text.encode(), TODAY, 4 * 1024 * 1024)


def test_brackets_in_a_text_are_text() -> None:
    """However many."""
    given = {"needs": ["release"], "details": {"name": "[{" * 100 + '"'}}
    assert read_intake(json.dumps(given).encode(), TODAY).details == given["details"]
