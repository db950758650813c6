"""The intake: one JSON object in, checked; or one plain sentence that says what is wrong and what to do.

An error names a field only if it is one of ours, and never repeats a value: values may be private.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from re import DOTALL, finditer, fullmatch
from typing import Any

from wizard.cards import Item
from wizard.centers import centers
from wizard.engine import Question
from wizard.offices import Found, field_office_for, states
from wizard.questions import (
    LOCAL_REQUEST_NEEDS,
    OFFICER_REQUESTS,
    PLACES,
    QUESTIONS,
    KnownToIce,
    LocalResponsePeriod,
    Need,
)
from wizard.rules.days import OLDEST, answers_of_day

MOST_DEEP = 20
"""How deep the lists and objects of an intake may lie in each other; its own lie in no more than four."""

MOST_BYTES = 64 * 1024
MOST_CHARACTERS = 100
DATE_FIELD = "local_response_date"


class BadIntakeError(Exception):
    """An intake that cannot be used. Its text is one line, safe to show and to log."""


@dataclass(frozen=True)
class Intake:
    """A checked intake: needs in a fixed order, answers by question id, and what never blocks.

    *answered_on* is the day of the field office's answer, where it was given as one. *details* are as they came: only
    the packet reads and checks them (`wizard.packet.case_file`).
    """

    needs: tuple[Need, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    missing_items: tuple[Item, ...] | None = None
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    answered_on: date | None = None


def read_intake(raw: bytes, today: date, most_bytes: int = MOST_BYTES) -> Intake:
    """The intake in *raw* (UTF-8 JSON, at most 64 KiB, or *most_bytes*). Raises ``BadIntakeError``."""
    if len(raw) > most_bytes:
        raise BadIntakeError(f"intake: larger than {most_bytes // 1024} KiB")
    try:
        text = raw.decode("utf-8-sig")
        if _is_deep(text):
            raise BadIntakeError("intake: not JSON")
        loaded = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadIntakeError("intake: not UTF-8 text") from None
    except (json.JSONDecodeError, RecursionError, ValueError):
        raise BadIntakeError("intake: not JSON") from None
    return check_intake(loaded, today)


def check_intake(loaded: Any, today: date) -> Intake:
    """The intake in *loaded* (what JSON gave). Raises ``BadIntakeError``; *today* bounds the answer's date."""
    if not isinstance(loaded, dict):
        raise BadIntakeError("intake: takes one JSON object")
    given = {name: value for name, value in loaded.items() if value is not None}
    for name in given:
        if name not in FIELDS:
            raise BadIntakeError(f"intake: has a field that is not known; the fields are {', '.join(FIELDS)}")
    for name, value in given.items():
        FIELDS[name](name, value)
    return Intake(
        tuple(need for need in Need if need.value in given.get("needs", ())),
        _answers(given, today),
        _items(given.get("missing_items")),
        {name: given[name] for name in PLACES if name in given},
        given.get("details", {}),
        _day(given.get(DATE_FIELD)),
    )


def with_known_default(answers: dict[str, str]) -> dict[str, str]:
    """*answers* where an unanswered ``known_to_ice`` counts as unknown, so that it never blocks."""
    return {KnownToIce.id(): KnownToIce.UNKNOWN.value, **answers}


def _answers(given: dict[str, Any], today: date) -> dict[str, str]:
    answers = {name: _option(value) for name, value in given.items() if name in QUESTIONS}
    if LOCAL_REQUEST_NEEDS in given:
        answers[LOCAL_REQUEST_NEEDS] = " ".join(given[LOCAL_REQUEST_NEEDS])
    if DATE_FIELD in given:
        dated = _of_field(given[DATE_FIELD], today)
        period = dated[LocalResponsePeriod.id()]
        if answers.get(LocalResponsePeriod.id(), period) != period:
            raise BadIntakeError(f"local_response_period: is in conflict with {DATE_FIELD}; give one of the two")
        answers |= dated
    return answers


def _day(value: str | None) -> date | None:
    return None if value in {None, LocalResponsePeriod.UNKNOWN.value} else date.fromisoformat(str(value))


def _of_field(value: str, today: date) -> dict[str, str]:
    if value == LocalResponsePeriod.UNKNOWN.value:
        return {LocalResponsePeriod.id(): value}
    day = date.fromisoformat(value)
    if day > today:
        raise BadIntakeError(f"{DATE_FIELD}: is in the future; takes the day of an answer already given")
    if day < OLDEST:
        raise BadIntakeError(f"{DATE_FIELD}: is before {OLDEST.year}; takes the day of an answer already given")
    return answers_of_day(day)


def _option(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _items(names: list[str] | None) -> tuple[Item, ...] | None:
    return None if names is None else tuple(item for item in Item if item.value in names)


def _is_deep(text: str) -> bool:
    """Whether *text* nests deeper than any intake: a browser's Python would not survive to read that."""
    depth = 0
    for bracket in finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text, DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if depth > MOST_DEEP:
            return True
    return False


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise BadIntakeError("intake: names a field twice")
    return dict(pairs)


def _no_constant(_: str) -> None:
    raise BadIntakeError("intake: not JSON")


def options_of(question: type[Question]) -> list[bool | str]:
    """The options of *question* as an intake has them: yes and no are true and false."""
    booleans = {"true": True, "false": False}
    return [booleans.get(option.value, option.value) for option in question]


def _takes_one_of(question: type[Question]) -> Callable[[str, Any], None]:
    options = options_of(question)
    told = ", ".join(json.dumps(option) if isinstance(option, bool) else option for option in options)

    def check(name: str, value: Any) -> None:
        if not isinstance(value, bool | str) or value not in options:
            raise BadIntakeError(f"{name}: takes {'true or false' if options == [True, False] else f'one of {told}'}")

    return check


def _takes_some_of(options: list[str], least: int) -> Callable[[str, Any], None]:
    def check(name: str, value: Any) -> None:
        listed = isinstance(value, list) and len(value) >= least
        if not listed or not all(isinstance(one, str) and one in options for one in value):
            some = "a list of one or more" if least else "a list"
            raise BadIntakeError(f"{name}: takes {some} of {', '.join(options)}")

    return check


def _takes_a_date(name: str, value: Any) -> None:
    message = f"{name}: takes a real day as YYYY-MM-DD, or unknown"
    if value == "unknown":
        return
    if not isinstance(value, str) or not fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise BadIntakeError(message)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise BadIntakeError(message) from None


def _takes_a_place(*other: str) -> Callable[[str, Any], None]:
    def check(name: str, value: Any) -> None:
        parts = ("state", "county", *other, "center")
        if not isinstance(value, dict) or not value or not value.keys() <= set(parts):
            raise BadIntakeError(f"{name}: takes an object with {', '.join(parts)}")
        texts = (part if isinstance(part, str) else "" for part in value.values())
        if not all(text.isprintable() and text.strip() and len(text) <= MOST_CHARACTERS for text in texts):
            raise BadIntakeError(f"{name}: takes one line of 1 to {MOST_CHARACTERS} visible characters in each part")
        if "state" in value and value["state"] not in states():
            raise BadIntakeError(f"{name}: state takes a two-letter code of a state or territory")
        if "county" in value and "state" not in value:
            raise BadIntakeError(f"{name}: county needs a state beside it")
        if name == "place" and value.get("county") and field_office_for(value).found is Found.NEEDS_COUNTY:
            raise BadIntakeError(f"{name}: county takes the name of a county of that state; leave it out if not known")
        if "center" in value and (len(value) > 1 or value["center"] not in centers()):
            raise BadIntakeError(f"{name}: center takes the id of a place where ICE holds people, alone")

    return check


def _takes_an_object(name: str, value: Any) -> None:
    if not isinstance(value, dict):
        raise BadIntakeError(f"{name}: takes an object")


FIELDS: dict[str, Callable[[str, Any], None]] = {
    "needs": _takes_some_of([need.value for need in Need], 1),
    **{name: _takes_one_of(question) for name, question in QUESTIONS.items()},
    DATE_FIELD: _takes_a_date,
    LOCAL_REQUEST_NEEDS: _takes_some_of([need.value for need in OFFICER_REQUESTS], 0),
    "missing_items": _takes_some_of([item.value for item in Item], 0),
    "place": _takes_a_place(),
    "court_place": _takes_a_place("court"),
    "details": _takes_an_object,
}
"""Every field of an intake, with the check of its shape."""


def read_moment(text: str) -> datetime:
    """The moment in *text* (ISO 8601 with an offset from UTC), of a year that has others around it.

    Raises ``BadIntakeError``.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not OLDEST.year <= moment.year < date.max.year:
        raise BadIntakeError("--at: takes a moment with its offset, such as 2026-11-24T17:30:00-05:00")
    return moment
