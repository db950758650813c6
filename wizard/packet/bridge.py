"""The packet's part of the door between the browser and Python (`wizard.bridge`): the form, the papers, the files.

Every request carries ``details``: the fields of the form by name, as they were typed; and ``dated``: what was typed as
the day of the field office's answer (``{"option", "day", "month", "year"}``), or nothing. Nothing is kept. A form comes
with ``carried``: the same details, each text under the name of the letter that it stands in now; the page keeps those.
"""

import base64
from collections.abc import Mapping
from datetime import date, datetime
from re import sub
from typing import Any

from wizard.intake import BadIntakeError, Intake, period_of, read_intake
from wizard.interview import NONE_OF_THEM, ResultScreen, State, asked_so_far, next_screen
from wizard.packet import ARCHIVE, TYPES, FaultyDetailsError, Packet, Told, packet_of
from wizard.packet.as_text import as_text
from wizard.packet.carried import carried, was_one_for_all
from wizard.packet.case import custody_of
from wizard.packet.case_file import CASE_FILE, MOST_BYTES, saved, typed_of
from wizard.packet.dates import NotADayError, read_day, until
from wizard.packet.details import Typed
from wizard.packet.fields import PAPERS
from wizard.packet.form import HAVE, details_html, prepares
from wizard.packet.screens import packet_html
from wizard.questions import LOCAL_REQUEST_NEEDS, LocalResponsePeriod, Role

ACTIONS = ("details", "packet", "file", "save")

type Reply = dict[str, Any]


def answer(asked: Mapping[str, Any], state: State) -> Reply | None:
    """What an action of the packet gives; None where there is no result yet, or nothing to prepare."""
    screen = next_screen(state)
    if not isinstance(screen, ResultScreen) or not prepares(screen.assessment):
        return None
    role, custody = Role(state.answers[Role.id()]), custody_of(screen.assessment, state.answers)
    typed = carried(_typed(asked), screen.assessment.cards, role, custody)
    if asked["do"] == "details":
        return _form(screen, state, typed, asked["language"], {})
    try:
        packet = _packet(screen, state, typed, asked)
    except FaultyDetailsError as error:
        return _form(screen, state, typed, asked["language"], error.faults)
    match asked["do"]:
        case "packet":
            return _papers(packet, screen, asked["language"], one_for_all=was_one_for_all(typed))
        case "file":
            return _file(asked["name"], packet.file(asked["name"]))
        case _:
            counted = asked_so_far(state)
            return _file(CASE_FILE, saved(packet, state.needs, state.answers, counted, state.places))


def loaded(text: str, today: date) -> tuple[State, dict[str, str], dict[str, str]]:
    """The state, the typed details and the day of the answer in a saved case.

    Raises ``BadIntakeError`` for anything that is not one.
    """
    try:
        intake = read_intake(text.encode(), today, MOST_BYTES)
    except UnicodeEncodeError:
        raise BadIntakeError("intake: not UTF-8 text") from None
    answers = dict(intake.answers)
    if answers.get(LOCAL_REQUEST_NEEDS) == "":
        answers[LOCAL_REQUEST_NEEDS] = NONE_OF_THEM
    state = State(intake.needs, answers, places=intake.places)
    return state, {**typed_of(intake.details), **_ticked(intake)}, _dated(intake.answered_on)


def _dated(day: date | None) -> dict[str, str]:
    return {"option": "", "day": str(day.day), "month": str(day.month), "year": str(day.year)} if day else {}


def _ticked(intake: Intake) -> dict[str, str]:
    """The boxes of the papers that are there; where nobody said what is missing, none."""
    if intake.missing_items is None:
        return {}
    return {f"{HAVE}{paper}": "on" for paper in PAPERS if paper not in intake.missing_items}


def _typed(asked: Mapping[str, Any]) -> Typed:
    """The fields that came, of text only; half a character of a pair cannot go back to the browser."""
    return {
        name: sub("[\ud800-\udfff]", "\ufffd", value)
        for name, value in asked.get("details", {}).items()
        if isinstance(value, str)
    }


def _packet(screen: ResultScreen, state: State, typed: Typed, asked: Mapping[str, Any]) -> Packet:
    have = frozenset(paper for paper in PAPERS if typed.get(f"{HAVE}{paper}"))
    now = asked.get("now")
    return packet_of(
        screen.assessment,
        Told(state.answers, typed, state.places, have, answered_on(asked, state)),
        asked["language"],
        date.fromisoformat(asked["today"]),
        datetime.fromisoformat(now) if now else None,
    )


def answered_on(asked: Mapping[str, Any], state: State) -> date | None:
    """The day that was typed for the field office's answer, where it is still the one that counts."""
    typed = asked.get("dated", {})
    day, month, year = (typed.get(part, "") for part in ("day", "month", "year"))
    try:
        found = read_day(day, month, year, until(date.fromisoformat(asked["today"])), asked["language"])
    except NotADayError:
        return None
    return found if state.answers.get(LocalResponsePeriod.id()) == period_of(found) else None


def _form(screen: ResultScreen, state: State, typed: dict[str, str], language: str, faults: Mapping[str, str]) -> Reply:
    html = details_html(screen.assessment, state.answers, typed, language, faults)
    return {"screen": "details", "error": bool(faults), "html": html, "carried": typed}


def _papers(packet: Packet, screen: ResultScreen, language: str, *, one_for_all: bool) -> Reply:
    return {
        "screen": "packet",
        "error": False,
        "html": packet_html(packet, screen.assessment.notices, language, one_for_all=one_for_all),
        "texts": {document.name: as_text(document) for document in packet.documents},
        "files": [*packet.names, ARCHIVE],
    }


def _file(name: str, content: bytes) -> Reply:
    ending = name[name.rindex(".") :]
    return {"name": name, "type": TYPES[ending], "base64": base64.b64encode(content).decode()}
