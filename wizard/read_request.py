"""A request of the browser, read and checked: the one place that looks at what JSON gave.

An error names a field and what it takes, and never repeats a value: values may be private.
"""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any

from wizard.engine import Answers, Kind
from wizard.languages import languages
from wizard.library import source
from wizard.places import Place
from wizard.protocol import (
    ACTIONS,
    Action,
    Answer,
    BadRequestError,
    Change,
    Context,
    Link,
    Links,
    MakeFile,
    MakePapers,
    OpenCase,
    Read,
    Request,
    SaveCase,
    Seek,
    Show,
    ShowDetails,
    ShowFrame,
)
from wizard.questions import JOINED, KINDS, NEEDS, PLACES, QUESTIONS, SEVERAL, Need, NeedGroup
from wizard.state import Interlude


def read_request(text: str) -> Request:
    """The request in *text*. Raises ``BadRequestError``."""
    try:
        asked = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRequestError("request: not JSON") from None
    if not isinstance(asked, dict):
        raise BadRequestError("request: takes one JSON object")
    name = _one_of(asked, "do", ACTIONS)
    return Request(_READERS[ACTIONS[name]](asked), _context(asked))


type _Asked = Mapping[str, Any]


def _context(asked: _Asked) -> Context:
    return Context(
        _needs(asked),
        _answers(asked),
        frozenset(map(Interlude, _several(asked, "seen", list(Interlude)))),
        _places(asked),
        _one_of(asked, "language", languages()),
        _texts(asked, "dated"),
        _texts(asked, "sought"),
        _texts(asked, "details"),
        _today(asked),
        _moment(asked, "now", _with_offset, "a moment with its offset from UTC"),
    )


def _needs(asked: _Asked) -> tuple[Need, ...]:
    given = _several(asked, "needs", list(Need))
    return tuple(need for need in Need if need.value in given)


def _today(asked: _Asked) -> date | None:
    """The reader's day, or that on which this guide was checked: a clock that shows an earlier one is wrong."""
    day = _moment(asked, "today", date.fromisoformat, "a day as YYYY-MM-DD")
    return max(day, source().retrieved) if day else None


def _answers(asked: _Asked) -> Answers:
    """The answers that a page keeps. What follows from another one is none of them, and is found anew each time."""
    given = _texts(asked, "answers")
    for question in QUESTIONS:
        if question in given:
            _one_of(given, question, [option.value for option in QUESTIONS[question]], "answers: ")
    for question in JOINED:
        if not set(given.get(question, "").split()) <= set(SEVERAL[question]):
            raise BadRequestError(f"answers: {question}: takes some of {', '.join(SEVERAL[question])}")
    return {question: given[question] for question in given if question in (*QUESTIONS, *JOINED)}


def _places(asked: _Asked) -> dict[str, Place]:
    given = _object(asked, "places")
    if not given.keys() <= set(PLACES):
        raise BadRequestError(f"places: has a place that is not known; the places are {', '.join(PLACES)}")
    return {name: _texts(given, name) for name in given}


def _answer(asked: _Asked) -> Answer:
    question, value = _one_of(asked, "question", KINDS), asked.get("value") or ""
    match KINDS[question]:
        case Kind.MANY:
            return Answer(question, _several(asked, "value", _TICKED) if value else ())
        case Kind.PLACE:
            return Answer(question, _texts(asked, "value"))
        case Kind.DATE if isinstance(value, dict):
            fields = _texts(asked, "value")
            if fields.get("option"):
                _option_of(question, fields, "option")
            return Answer(question, fields)
        case Kind.DATE | Kind.ONE:
            return Answer(question, _option_of(question, asked, "value") if value else "")


_TICKED = {option for options in SEVERAL.values() for option in options}
"""What a box can stand for. What does not belong to the question is told to the person, as any other wrong choice."""


def _option_of(question: str, given: _Asked, name: str) -> str:
    return _one_of(given, name, [option.value for option in QUESTIONS[question]])


def read_links(given: _Asked) -> Links:
    """The links of a page. Raises ``BadRequestError``."""
    listed = given.get("languages")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise BadRequestError("links: languages takes a list of objects")
    return Links(
        _text(given, "home"),
        _text(given, "privacy"),
        _text(given, "version"),
        _text(given, "leave"),
        _text(given, "megabytes"),
        tuple(Link(_text(one, "code"), _text(one, "name"), _text(one, "href")) for one in listed),
    )


def _change(asked: _Asked) -> Change:
    question = _one_of(asked, "question", KINDS)
    group = NeedGroup(_one_of(asked, "group", list(NeedGroup))) if asked.get("group") else None
    if group and question != NEEDS:
        raise BadRequestError(f"group: takes a group beside the question {NEEDS} alone")
    return Change(question, group)


_READERS: dict[type[Action], Callable[[_Asked], Action]] = {
    Show: lambda _: Show(),
    Change: _change,
    Answer: _answer,
    Seek: lambda asked: Seek(_one_of(asked, "question", PLACES), _text(asked, "words")),
    Read: lambda asked: Read(Interlude(_one_of(asked, "interlude", list(Interlude)))),
    ShowFrame: lambda asked: ShowFrame(read_links(_object(asked, "links"))),
    ShowDetails: lambda _: ShowDetails(),
    MakePapers: lambda _: MakePapers(),
    MakeFile: lambda asked: MakeFile(_text(asked, "name")),
    SaveCase: lambda _: SaveCase(),
    OpenCase: lambda asked: OpenCase(_text(asked, "text")),
}


def _text(asked: _Asked, name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise BadRequestError(f"{name}: takes a text")
    return value


def _one_of(asked: _Asked, name: str, options: Collection[str], room: str = "") -> str:
    value = asked.get(name)
    if not isinstance(value, str) or value not in options:
        raise BadRequestError(f"{room}{name}: takes one of {', '.join(options)}")
    return value


def _several(asked: _Asked, name: str, options: Collection[str]) -> tuple[str, ...]:
    value = asked.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one in options for one in value):
        raise BadRequestError(f"{name}: takes a list of {', '.join(options)}")
    return tuple(value)


def _object(asked: _Asked, name: str) -> dict[str, Any]:
    value = asked.get(name) or {}
    if not isinstance(value, dict):
        raise BadRequestError(f"{name}: takes an object")
    return value


def _texts(asked: _Asked, name: str) -> dict[str, str]:
    value = _object(asked, name)
    if not all(isinstance(one, str) for one in value.values()):
        raise BadRequestError(f"{name}: takes an object of texts")
    return value


def _with_offset(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _moment[T](asked: _Asked, name: str, read: Callable[[str], T], takes: str) -> T | None:
    """What *read* makes of a text; None where there is none."""
    if not asked.get(name):
        return None
    try:
        return read(_text(asked, name))
    except ValueError:
        raise BadRequestError(f"{name}: takes {takes}") from None
