"""Requests at the door: what a page sends, and what no page would. Each follows from its number alone."""

import json
from base64 import b64decode
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from tests.naughty import OUR_OWN
from tests.packets import CHANNELS, TODAY, details_for, intake_for
from wizard.bridge import handle
from wizard.cards import LETTERS
from wizard.engine import Kind
from wizard.languages import languages
from wizard.packet.case_file import typed_of
from wizard.questions import KINDS, PLACES, QUESTIONS, SEVERAL, Need, NeedGroup
from wizard.state import Interlude

CANARY = "Q7CANARYQ7"
"""Stands in whatever a person could have typed: no refusal may repeat it."""

PLACES_TOLD: tuple[dict[str, str], ...] = ({"state": "TX", "county": "Harris"}, {"state": "FL"}, {"state": "GU"})
LINKS = {"home": "/", "privacy": "/p", "version": "1", "leave": "", "megabytes": "5"}
MOMENTS = ("2026-11-24T17:30:00-05:00", "2026-03-08T02:30:00-05:00", "2027-01-01T00:00:00+14:00")


def request(number: int) -> str:
    """The text of the request of this *number*: half of them with odd words alone, half with up to four faults."""
    random = Random(number)  # noqa: S311 (it is to be the same each time)
    asked = deepcopy(valid(random))
    for _ in range(random.choice((0, 1, 2, 6))):
        _reword(asked, random)
    for _ in range(random.choice((0, 0, 0, 1, 1, 4))):
        _spoil(asked, random)
    text = json.dumps(asked, ensure_ascii=random.random() < 0.5)
    return _torn(text, random) if random.random() < 0.05 else text


def valid(random: Random) -> dict[str, Any]:
    """A request that a page could send: of a walk that is on its way, or of one that led to a result."""
    channel = random.choice(list(CHANNELS))
    known, saved = _known(channel)
    asked: dict[str, Any] = {**json.loads(known), "language": random.choice(list(languages()))}
    if random.random() < 0.3:
        asked["needs"] = [need.value for need in random.sample(list(Need), random.randint(0, 5))]
    for name in random.sample(list(QUESTIONS), random.choice((0, 0, 1, 3))):
        asked["answers"][name] = random.choice(list(QUESTIONS[name])).value
    if random.random() < 0.2:
        asked["answers"] = dict(random.sample(list(asked["answers"].items()), random.randint(0, len(asked["answers"]))))
    asked["seen"] = [one.value for one in Interlude if random.random() < 0.7]
    asked["places"] = {name: random.choice(PLACES_TOLD) for name in PLACES if random.random() < 0.5}
    asked["details"] = {name: words for name, words in asked["details"].items() if random.random() < 0.9}
    asked["now"] = random.choice(MOMENTS)
    if random.random() < 0.3:
        asked["dated"] = {"day": "5", "month": "3", "year": "2024", "option": ""}
    action = random.choice(list(ACTIONS))
    return {**asked, "do": action, **ACTIONS[action](random, saved)}


@cache
def _known(channel: str) -> tuple[str, str]:
    """What is known where the interview led to *channel*, as JSON; and the same as a case that was saved."""
    intake = intake_for(channel)
    typed = typed_of(details_for(intake))
    known = {
        "needs": [need.value for need in intake.needs],
        "answers": {name: option for name, option in intake.answers.items() if name != "response_after_orders"},
        "today": TODAY.isoformat(),
        "details": {name: words if _is_checked(name) else f"{words} {CANARY}" for name, words in typed.items()},
    }
    saving = {**known, "do": "save", "language": "en", "seen": list(Interlude), "now": MOMENTS[0]}
    reply = json.loads(handle(json.dumps(saving)))
    return json.dumps(known), b64decode(reply["base64"]).decode() if "base64" in reply else "{}"


def _is_checked(name: str) -> bool:
    """Whether a detail is one of those that are refused where they are not what they should be."""
    return name in {"a_number", "email", "telephone", "country_of_birth"} or name.endswith((".day", ".month", ".year"))


def _answer(random: Random, _: str) -> dict[str, Any]:
    question = random.choice(list(KINDS))
    value: Any
    match KINDS[question]:
        case Kind.MANY:
            options = list(SEVERAL[question])
            value = random.sample(options, random.randint(0, min(4, len(options))))
        case Kind.PLACE:
            value = random.choice(({"typed": random.choice(("houston", "77002", CANARY, ""))}, *PLACES_TOLD))
        case Kind.DATE:
            day, month, year = map(random.choice, (("1", "31", CANARY), ("2", "12"), ("2022", "2026", "9999")))
            value = random.choice(({"day": day, "month": month, "year": year, "option": ""}, "unknown"))
        case Kind.ONE:
            value = random.choice(list(QUESTIONS[question])).value
    return {"question": question, "value": value}


def _load(random: Random, saved: str) -> dict[str, Any]:
    case = json.loads(saved)
    for _ in range(random.choice((0, 1, 3))):
        _reword(case, random)
    for _ in range(random.choice((0, 0, 1, 2))):
        _spoil(case, random)
    text = json.dumps(case)
    return {"text": _torn(text, random) if random.random() < 0.1 else text}


FILES = ("checklist.txt", "packet.zip", "case.json", f"letter-{CANARY}.docx", *(f"{name}.docx" for name in LETTERS))
ACTIONS: dict[str, Callable[[Random, str], dict[str, Any]]] = {
    "show": lambda *_: {},
    "change": lambda random, _: {
        "question": random.choice(list(KINDS)),
        "group": random.choice(["", *(group.value for group in NeedGroup)]),
    },
    "answer": _answer,
    "seek": lambda random, _: {
        "question": random.choice(list(PLACES)),
        "words": random.choice(("stew", "770", "los an", CANARY, "é", "x" * 300)),
    },
    "read": lambda random, _: {"interlude": random.choice(list(Interlude)).value},
    "frame": lambda *_: {"links": {**LINKS, "languages": [{"code": "en", "name": "English", "href": "/"}]}},
    "details": lambda *_: {},
    "packet": lambda *_: {},
    "file": lambda random, _: {"name": random.choice(FILES)},
    "save": lambda *_: {},
    "load": _load,
}
"""What each action takes."""

WORDS = (
    *OUR_OWN,
    CANARY,
    f"<b>{CANARY}</b>",
    CANARY * 2000,
    "",
    " ",
    "true",
    "null",
    "-1",
    "1e999",
    "../../etc/passwd",
    "needs",
    "2026-02-30",
    "2026-11-24",
    "9999-12-31",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "2026-11-24T17:30:00",
)
OTHER = (None, True, False, 0, -1, 2**70, 0.5, 1e308, float("nan"), float("inf"))


def _value(random: Random, depth: int = 0) -> Any:
    """Anything that JSON can hold, and what Python's reader takes besides."""
    kind = random.random()
    if kind < 0.5:
        return random.choice(WORDS)
    if kind < 0.75 or depth > 3:
        return random.choice(OTHER)
    if kind < 0.87:
        return [_value(random, depth + 1) for _ in range(random.randint(0, 4))]
    return {random.choice(WORDS)[:60]: _value(random, depth + 1) for _ in range(random.randint(0, 4))}


def _reword(asked: dict[str, Any], random: Random) -> None:
    """Puts odd words where a person types."""
    typed = [asked[name] for name in ("details", "dated", "value", "sought") if isinstance(asked.get(name), dict)]
    if fields := [(hold, name) for hold in typed for name in hold]:
        hold, name = random.choice(fields)
        hold[name] = random.choice((random.choice(WORDS), f"{hold[name]}{random.choice(WORDS)}"))


def _spoil(asked: dict[str, Any], random: Random) -> None:
    """Takes away, adds or replaces one thing, anywhere."""
    holds: list[Any] = [asked]
    while random.random() < 0.7:
        inner = [one for one in _inside(holds[-1]) if isinstance(one, dict | list) and one]
        if not inner:
            break
        holds.append(random.choice(inner))
    hold = holds[-1]
    keys = list(hold) if isinstance(hold, dict) else list(range(len(hold)))
    if not keys or random.random() < 0.15:
        if isinstance(hold, dict):
            hold[random.choice(WORDS)[:60]] = _value(random)
        else:
            hold.append(_value(random))
        return
    key = random.choice(keys)
    match random.random():
        case chance if chance < 0.2:
            del hold[key]
        case chance if chance < 0.3 and isinstance(hold[key], str):
            hold[key] = _torn(hold[key], random)
        case chance if chance < 0.4:
            hold[key] = deepcopy(random.choice(_inside(random.choice(holds))))
        case _:
            hold[key] = _value(random)


def _inside(hold: Any) -> list[Any]:
    return list(hold.values()) if isinstance(hold, dict) else list(hold)


def _torn(text: str, random: Random) -> str:
    """*text* with a piece cut out, doubled, or put in."""
    at, to = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    to = min(to, at + random.choice((1, 3, 2000)))
    put = random.choice(("", text[at:to] * 2, "[" * 50, '"', "\\ud800", "}", random.choice(WORDS)[:60]))
    return text[:at] + put + text[to:]
