"""A case as a file: an intake's ``details`` as fields of the form, and back. Everything read is checked as hostile.

An error names a field, what it takes, and never what it holds.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from re import fullmatch
from typing import Any

from wizard.cards import LETTERS, Channel, Item
from wizard.engine import Answers
from wizard.intake import DATE_FIELD, BadIntakeError
from wizard.packet import Packet
from wizard.packet.case import Case
from wizard.packet.details import DATES, NONE_BOXES, PARTS, TICKS, Details, Typed
from wizard.packet.fields import FOR_EACH, PAPERS, Field, fields_of
from wizard.packet.readiness import readiness
from wizard.places import Places
from wizard.questions import LOCAL_REQUEST_NEEDS, Need, needs_in
from wizard.wording import Wording

MOST_BYTES = 4 * 1024 * 1024
"""The most that a file with details holds: each of its fields may be as long as in the form."""

CASE_FILE = "case.json"
"""The name of a saved case: nobody's name."""

NONE = "none"
"""What ``email`` or ``telephone`` says where there is none."""

NAMES = (*Field, *FOR_EACH.values())
"""The names of all details."""

_WITH_WORDS: dict[Field, tuple[Channel, ...]] = {
    **dict.fromkeys(FOR_EACH, LETTERS),
    Field.FACTS: (Channel.DETENTION_LINE, *LETTERS),
}
"""The channels that words can be for."""


def typed_of(details: Mapping[str, Any]) -> Typed:
    """An intake's *details* as fields of the form. Raises ``BadIntakeError`` for a field or a type that is not ours."""
    typed: dict[str, str] = {}
    for name, value in details.items():
        if name not in NAMES:
            raise BadIntakeError(f"details: has a field that is not known; the fields are {', '.join(NAMES)}")
        if value is not None:
            typed |= _typed(Field(name), value) if name in list(Field) else _for_each(name, value)
    return typed


def _typed(field: Field, value: Any) -> dict[str, str]:
    if field is Field.EXHIBITS:
        return {field.value: _listed(field, value)}
    if field in TICKS:
        return _tick(field, value)
    if field is Field.OVERLOOKED_FACTORS and isinstance(value, dict):
        return _parts(field, value)
    if not isinstance(value, str):
        raise BadIntakeError(f"details.{field}: takes {'a day as YYYY-MM-DD' if field in DATES else 'text'}")
    if field in DATES:
        return _day(field, value)
    if field in NONE_BOXES and value.strip().casefold() == NONE:
        return {NONE_BOXES[field]: "on"}
    return {f"{field}.{PARTS[field][0]}" if field in PARTS else field.value: value}


def _for_each(name: str, value: Any) -> dict[str, str]:
    """An object of texts, or of lists of them, by channel."""
    field = next(field for field, plural in FOR_EACH.items() if plural == name)
    channels = _WITH_WORDS[field]
    if not isinstance(value, dict) or not value.keys() <= set(channels):
        what = "lists of texts" if field is Field.EXHIBITS else "texts"
        raise BadIntakeError(f"details.{name}: takes an object of {what}; its names are {', '.join(channels)}")
    return {f"{field}.{channel}": _words(field, name, one) for channel, one in value.items() if one is not None}


def _words(field: Field, name: str, value: Any) -> str:
    if field is Field.EXHIBITS:
        return _listed(name, value)
    if not isinstance(value, str):
        raise BadIntakeError(f"details.{name}: takes a text for each letter")
    return value


def _listed(name: str, value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadIntakeError(f"details.{name}: takes a list of texts")
    return "\n".join(" ".join(one.split("\n")) for one in value)


def _tick(field: Field, value: Any) -> dict[str, str]:
    if not isinstance(value, bool):
        raise BadIntakeError(f"details.{field}: takes true or false")
    return {field.value: "on"} if value else {}


def _day(field: Field, value: str) -> dict[str, str]:
    if not fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise BadIntakeError(f"details.{field}: takes a real day as YYYY-MM-DD")
    return dict(zip((f"{field}.year", f"{field}.month", f"{field}.day"), value.split("-"), strict=True))


def _parts(field: Field, value: Mapping[str, Any]) -> dict[str, str]:
    if not value.keys() <= set(PARTS[field]) or not all(isinstance(one, str) for one in value.values()):
        raise BadIntakeError(f"details.{field}: takes text, or an object of texts with {', '.join(PARTS[field])}")
    return {f"{field}.{part}": text for part, text in value.items()}


def refusal(faults: Mapping[str, str], given: Iterable[str], say: Wording) -> BadIntakeError:
    """The first of *faults* as an error of the command line, in the words of the form.

    *given* are the names in the intake: a text for one letter may have come as one for all.
    """
    name, identity = next(iter(faults.items()))
    field = Field(name.partition(".")[0])
    shown = FOR_EACH[field] if field in FOR_EACH and field.value not in given else field.value
    return BadIntakeError(f"details.{shown}: {say(identity)}")


def saved(packet: Packet, needs: Iterable[Need], answers: Answers, asked: Iterable[str], places: Places) -> bytes:
    """A case as an intake in JSON: the answers that were *asked* for and count, and the details that are asked for."""
    missing = {point.item for case in packet.cases for point in readiness(case) if point.item and not point.there}
    missing |= set(PAPERS).difference(*(case.have for case in packet.cases))
    days = {case.answered_on.isoformat() for case in packet.cases if case.answered_on}
    case_ = {
        "needs": [need.value for need in needs],
        **{question: _answer(question, answers[question]) for question in asked},
        **({DATE_FIELD: min(days)} if days else {}),
        "missing_items": [item.value for item in Item if item in missing],
        **{name: dict(place) for name, place in places.items()},
        "details": _all_details(packet.cases),
    }
    return (json.dumps(case_, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _answer(question: str, value: str) -> str | bool | list[str]:
    if question == LOCAL_REQUEST_NEEDS:
        return [need.value for need in needs_in(value)]
    return value == "true" if value in {"true", "false"} else value


def _all_details(cases: Iterable[Case]) -> dict[str, Any]:
    """The details of *cases* in the form of an intake; those of each letter by its channel."""
    found: dict[str, Any] = {}
    for case in cases:
        for field in fields_of(case.card, case.role, case.custody):
            if not case.details.has(field):
                continue
            value = _json(case.details, field)
            if field in FOR_EACH:
                found.setdefault(FOR_EACH[field], {})[case.card.channel.value] = value
            else:
                found[field.value] = value
    return {name: found[name] for name in NAMES if name in found}


def _json(details: Details, field: Field) -> Any:
    value = getattr(details, field.value)
    match value:
        case date():
            return value.isoformat()
        case tuple() if field is Field.OVERLOOKED_FACTORS:
            return {part: "\n".join(lines) for part, lines in zip(PARTS[field], value, strict=True)}
        case tuple():
            return list(value) if field is Field.EXHIBITS else "\n".join(value)
        case _:
            return NONE if details.has_none(field) else value
