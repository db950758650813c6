"""The one door between the browser and Python: a JSON request in, a JSON response out, and nothing kept between.

A request carries everything known: ``{"do", "language", "needs", "answers", "seen", "places"}`` and what the action
takes:

- ``show``: the screen that follows from what is known
- ``change``: the screen of ``question`` (or of a place), to answer it again
- ``answer``: takes ``question`` and ``value`` (an option id, a list of needs, for the date ``{"option", "day",
  "month", "year"}``, for a place ``{"state", "county"}`` or ``{"court"}``), and gives the next screen, or the same one
  with an error by the field
- ``read``: acknowledges ``interlude``, and gives the next screen
- ``frame``: takes ``links``, and gives the parts of the page around the screen, in another language
- ``details``, ``packet``, ``file`` (takes ``name``), ``save``: the letters and all that goes out; each takes
  ``details`` (the fields of the form by name, as they were typed), ``dated`` (the ``value`` of the date that was
  answered, if one was), ``today`` (YYYY-MM-DD), and ``now`` (ISO 8601 with its offset)
- ``load``: takes ``text``, a saved case, and gives the next screen with ``details`` and ``dated``; or ``problem`` and
  no screen, where it is none

A response carries ``screen`` (a stable name), ``html``, ``answers_html``, what is known anew, ``focus``: the place
whose office was asked for, where it is shown, and ``prepare``: whether there is something to send. That of ``file`` and
``save`` is ``name``, ``type`` and ``base64``; that of ``packet`` has ``texts`` by the name of a paper, and ``files``.
"""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from wizard.intake import BadIntakeError, answers_of_day, period_of
from wizard.interview import (
    NEEDS,
    NONE_OF_THEM,
    Interlude,
    InterludeScreen,
    PlaceScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    changed_screen,
    next_screen,
    requests_to_officers,
)
from wizard.packet import bridge as packet
from wizard.packet.dates import Fault, NotADayError, read_day, until
from wizard.packet.form import prepares
from wizard.places import PLACE, PLACES, needs_county, place_of
from wizard.questions import LOCAL_REQUEST_NEEDS, QUESTIONS, LocalResponsePeriod, Need
from wizard.render import answers_html, frame_html, screen_html
from wizard.wording import wording

_NO_DAY = {
    Fault.INCOMPLETE: "ui.date_incomplete",
    Fault.FUTURE: "ui.date_future",
    Fault.OLD: "packet.error.date.old",
    Fault.YEAR: "packet.error.date.year",
    Fault.MONTH: "packet.error.date.month",
}
"""The messages for what is no day that can be taken; for any other fault, that there is no such day."""


_KEPT = (*QUESTIONS, LOCAL_REQUEST_NEEDS)
"""The answers that a page keeps: what follows from another one is found anew with each request."""


class _NotTakenError(Exception):
    """An answer that cannot be taken; its text is the id of the message to show."""


def handle(request: str) -> str:
    """Answers one *request*. Raises ``ValueError`` or ``KeyError`` on one that no page of ours would send."""
    asked = json.loads(request)
    language = asked["language"]
    if asked["do"] == "frame":
        return json.dumps(frame_html(language, asked["links"]), ensure_ascii=False)
    state = _state(asked)
    if asked["do"] == "load":
        return json.dumps(_load(asked, state), ensure_ascii=False)
    if asked["do"] in packet.ACTIONS:
        reply = packet.answer(asked, state)
        if reply and "base64" in reply:
            return json.dumps(reply)
        if reply:
            return json.dumps({**_known(state, language), **reply}, ensure_ascii=False)
    try:
        state = _after(asked, state)
        screen = _screen(asked, state)
        error = ""
    except _NotTakenError as problem:
        screen, error = changed_screen(asked["question"], state), str(problem)
    focus = asked["question"] if asked["do"] == "answer" and asked["question"] in PLACES else ""
    return json.dumps({**_shown(screen, state, language, error), "focus": focus}, ensure_ascii=False)


def _shown(screen: Screen | PlaceScreen, state: State, language: str, error: str = "") -> dict[str, Any]:
    return {
        **_known(state, language),
        "screen": screen_name(screen),
        "error": bool(error),
        "html": screen_html(screen, language, state.places, error=error),
        "prepare": isinstance(screen, ResultScreen) and prepares(screen.assessment),
    }


def _known(state: State, language: str) -> dict[str, Any]:
    """What every response carries: all that is known, and what the screens of the packet have none of."""
    return {
        "answers_html": answers_html(state, language),
        "needs": [need.value for need in state.needs],
        "answers": {name: option for name, option in state.answers.items() if name in _KEPT},
        "seen": sorted(state.seen),
        "places": state.places,
        "focus": "",
        "prepare": False,
    }


def _load(asked: dict[str, Any], state: State) -> dict[str, Any]:
    """The screen that follows from a saved case; or why there is none, and everything stays as it is."""
    language = asked["language"]
    try:
        found, details, dated = packet.loaded(asked["text"], date.fromisoformat(asked["today"]))
    except BadIntakeError:
        return {**_known(state, language), "problem": wording(language)("packet.case_file.unreadable")}
    return {**_shown(next_screen(found), found, language), "details": details, "dated": dated, "problem": ""}


def screen_name(screen: Screen | PlaceScreen) -> str:
    """A stable name for tests: ``question:custody``, ``interlude:stop``, ``result``."""
    match screen:
        case QuestionScreen(question):
            return f"question:{question}"
        case InterludeScreen(interlude):
            return f"interlude:{interlude.value}"
        case PlaceScreen(name):
            return f"place:{name}"
        case _:
            return "result"


def _state(asked: dict[str, Any]) -> State:
    given = asked.get("answers", {})
    state = State(
        tuple(need for need in Need if need.value in asked.get("needs", [])),
        {q: QUESTIONS[q](a).value for q, a in given.items() if q in QUESTIONS},
        frozenset(Interlude(name) for name in asked.get("seen", [])),
        {name: dict(place) for name, place in asked.get("places", {}).items() if name in PLACES},
    )
    if LOCAL_REQUEST_NEEDS in given:
        state = state.answered(LOCAL_REQUEST_NEEDS, given[LOCAL_REQUEST_NEEDS])
    return _dated(asked, state)


def _dated(asked: dict[str, Any], state: State) -> State:
    """*state* with what follows from the day of the field office's answer, where that day was typed and counts."""
    day = packet.answered_on(asked, state) if asked.get("dated") else None
    return state.with_answers(answers_of_day(day)) if day else state


def _screen(asked: dict[str, Any], state: State) -> Screen | PlaceScreen:
    if asked["do"] == "change":
        return changed_screen(asked["question"], state)
    if asked["do"] == "answer" and asked["question"] == PLACE and needs_county(state.places[PLACE]):
        return PlaceScreen(PLACE)
    return next_screen(state)


def _after(asked: dict[str, Any], state: State) -> State:
    match asked["do"]:
        case "answer" if asked["question"] == NEEDS:
            needs = tuple(need for need in Need if need.value in (asked["value"] or []))
            if not needs:
                raise _NotTakenError("question.needs.nothing")
            return replace(state, needs=needs)
        case "answer" if asked["question"] in PLACES:
            return _placed(asked["question"], asked["value"], state)
        case "answer" if asked["question"] == LOCAL_REQUEST_NEEDS:
            return state.answered(LOCAL_REQUEST_NEEDS, _asked_before(asked["value"] or [], state))
        case "answer":
            return _dated(asked, state.answered(asked["question"], _option(asked)))
        case "read":
            return state.having_seen(Interlude(asked["interlude"]))
        case _:
            return state


def _placed(name: str, value: dict[str, str], state: State) -> State:
    place = place_of(name, value)
    if place is None:
        raise _NotTakenError(f"question.{name}.nothing")
    if "county" in value and needs_county(place) and place["state"] == state.places.get(name, {}).get("state"):
        raise _NotTakenError(f"question.{name}.county_nothing")
    return state.placed(name, place)


def _asked_before(chosen: list[str], state: State) -> str:
    """Which of the requests the earlier one was for: some of them, or none and no other."""
    requests = [need.value for need in requests_to_officers(state) if need.value in chosen]
    if bool(requests) == (NONE_OF_THEM in chosen):
        raise _NotTakenError(f"question.{LOCAL_REQUEST_NEEDS}.nothing")
    return " ".join(requests or [NONE_OF_THEM])


def _option(asked: dict[str, Any]) -> str:
    question, value = asked["question"], asked["value"]
    if isinstance(value, dict):
        return _period(value, date.fromisoformat(asked["today"]), asked["language"])
    if not value:
        raise _NotTakenError(f"question.{question}.nothing")
    return QUESTIONS[question](value).value


def _period(value: dict[str, str], today: date, language: str) -> str:
    """The period of a date typed in three fields, or the period chosen, or both where they agree."""
    day, month, year = (value.get(name, "").strip() for name in ("day", "month", "year"))
    chosen = value.get("option") or ""
    if not (day or month or year):
        if not chosen:
            raise _NotTakenError(f"question.{LocalResponsePeriod.id()}.nothing")
        return LocalResponsePeriod(chosen).value
    try:
        found = read_day(day, month, year, until(today), language)
    except NotADayError as error:
        raise _NotTakenError(_NO_DAY.get(error.fault, "ui.date_unreal")) from None
    if chosen and chosen != period_of(found):
        raise _NotTakenError("ui.date_conflict")
    return period_of(found).value
