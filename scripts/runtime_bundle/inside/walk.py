"""An interview in which every option of every question is chosen once, through the door that the browser uses."""

import base64
import json
from importlib.resources import files
from typing import Any

from wizard.bridge import handle
from wizard.interview import NONE_OF_THEM
from wizard.questions import (
    GROUPS,
    LOCAL_REQUEST_NEEDS,
    NEED_GROUPS,
    NEEDS,
    OFFICER_REQUESTS,
    PLACE,
    PLACES,
    QUESTIONS,
    LocalResponsePeriod,
    Need,
    NeedGroup,
)

type Told = dict[str, Any]
"""What is known so far, as the bridge gives it back: needs, answers, and interludes seen."""


def walk_every_answer() -> None:
    """Show the first screen and the frame in every language, every question again, and every screen of an answer."""
    for language in _languages():
        _ask("show", {}, language)
        _ask("frame", {"links": _LINKS}, language)
    for question in (GROUPS, NEEDS, *QUESTIONS):
        _ask("change", {"question": question})
    for group in NeedGroup:
        _ask("change", {"question": NEEDS, "group": group})
    _seek_places()
    _prepare_everything()
    tried: set[tuple[str, str]] = set()
    waiting = [_ask("show", {})]
    while waiting:
        screen = waiting.pop()
        for way_on in _ways_on(screen):
            way = (screen["screen"], json.dumps(way_on))
            if way not in tried:
                tried.add(way)
                waiting.append(_ask(way_on.pop("do"), {**screen, **way_on}))


def _seek_places() -> None:
    """Look for places by names that are plain and by one that is not."""
    for question, words in (("place", "Wayne Co\u00fanty"), ("place", "79901"), ("court_place", "Waco, Texas")):
        _ask("seek", {"question": question, "words": words})


def _prepare_everything() -> None:
    """Make every kind of paper, in every language: with details that cannot be taken, with good ones, and as files."""
    known = {
        "needs": [Need.DETENTION_PROBLEM, Need.CASE_REVIEW, Need.BOND, Need.LEGAL_ACCESS],
        "answers": _EVERY_PAPER,
        "seen": ["removal_near"],
        "places": {"place": {"state": "TX", "county": "Travis"}, "court_place": {"court": "Pearsall"}},
        "today": "2026-11-24",
        "now": "2026-11-24T17:30:00-05:00",
    }
    for language in _languages():
        _ask("details", known, language)
        for bad in ({"a_number": "1"}, {"email": "?"}, {"telephone": "1"}, {"date_of_birth.day": "1"}):
            _ask("packet", {**known, "details": bad}, language)
        papers = _ask("packet", {**known, "details": _DETAILS}, language)
        for name in papers["files"]:
            _ask("file", {**known, "details": _DETAILS, "name": name}, language)
        saved = base64.b64decode(_ask("save", {**known, "details": _DETAILS}, language)["base64"]).decode()
        for text in (saved, "{", "[]"):
            _ask("load", {**known, "text": text}, language)


_EVERY_PAPER = {
    "emergency": "false",
    "removal_imminent": "true",
    "custody": "ice_detention",
    "field_office_unable": "false",
    "local_request": "answered",
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "role": "attorney",
}
"""Answers that lead a case review to the reviewing official."""

_DETAILS = {
    "name": "\u00c1",
    "a_number": "A 012 345 678",
    "date_of_birth.day": "5",
    "date_of_birth.month": "mar",
    "date_of_birth.year": "1990",
    "country_of_birth": "Honduras",
    "email.none": "on",
    "facts": "\u05d0\ud800",
    "exhibits.opla": "\u05d0",
    "have.form_g28": "on",
}

_LINKS = {
    "home": "../",
    "privacy": "../privacy/",
    "leave": "../",
    "version": "1.0.0",
    "megabytes": "5",
    "languages": [],
}
"""Links of the page's frame: where they lead makes no difference here."""


def _languages() -> list[str]:
    wording = files("wizard").joinpath("wording").iterdir()
    return sorted(entry.name for entry in wording if entry.is_dir())


def _ask(action: str, told: Told, language: str = "en") -> Told:
    answer: Told = json.loads(handle(json.dumps({**told, "do": action, "language": language})))
    return answer


def _ways_on(told: Told) -> list[Told]:
    """Return the requests that a person could send from this screen."""
    kind, _, name = told["screen"].partition(":")
    match kind, name:
        case "question", _ if name == GROUPS:
            groups = [[], *([group.value] for group in NeedGroup)]
            return [{"do": "answer", "question": name, "value": value} for value in groups]
        case "question", _ if name == NEEDS:
            several = [need.value for need in OFFICER_REQUESTS]
            shown = NEED_GROUPS[NeedGroup(told["answers"][GROUPS])]
            chosen = [[], *([need.value] for need in shown), *([several] if Need.RELEASE in shown else [])]
            return [{"do": "answer", "question": name, "value": value} for value in chosen]
        case "question", _ if name == LOCAL_REQUEST_NEEDS:
            some: list[list[str]] = [[], [Need.RELEASE.value], [NONE_OF_THEM]]
            return [{"do": "answer", "question": name, "value": value} for value in some]
        case "question", _:
            typed = {"day": "1", "month": "2", "year": "2026"} if name == LocalResponsePeriod.id() else ""
            values = [*(option.value for option in QUESTIONS[name]), typed]
            return [{"do": "answer", "question": name, "value": value} for value in values]
        case "place", _:
            place = {"state": "TX", "county": "Travis"} if name == PLACE else {"court": "MN"}
            return [{"do": "answer", "question": name, "value": value} for value in (place, {}, {"state": "TX"})]
        case "interlude", _:
            return [{"do": "read", "interlude": name}]
        case _:
            return [{"do": "change", "question": name} for name in PLACES if not told["places"]]
