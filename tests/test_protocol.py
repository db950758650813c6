"""What page and Python say to each other: read once, refused in plain words that repeat nothing, and typed alike."""

import json
from typing import Any

import pytest

from scripts.tables import protocol_types
from wizard.bridge import handle
from wizard.engine import Kind
from wizard.protocol import ACTIONS, BadRequestError, Context, Known
from wizard.questions import KINDS, QUESTIONS
from wizard.read_request import read_request

TYPED = "Zacapa"
KNOWN: dict[str, Any] = {"language": "en", "needs": ["release"], "answers": {"emergency": "false"}, "seen": []}
WHOLE: dict[str, dict[str, Any]] = {
    "show": {},
    "change": {"question": "needs", "group": "out"},
    "answer": {"question": "custody", "value": "unknown"},
    "seek": {"question": "place", "words": "stew"},
    "read": {"interlude": "stop"},
    "frame": {
        "links": {
            "home": "",
            "privacy": "",
            "version": "0.1.0",
            "leave": "",
            "megabytes": "5",
            "languages": [],
        },
    },
    "details": {},
    "packet": {},
    "file": {"name": "packet.zip"},
    "save": {},
    "load": {"text": "{"},
}
"""One request of each kind, without what stands beside it."""


def test_the_types_of_the_javascript_are_those_of_python() -> None:
    """The committed file is what would be made now: `python -m scripts.tables.protocol_types` writes it anew."""
    assert protocol_types.FILE.read_text("utf-8") == protocol_types.text()


@pytest.mark.parametrize("do", ACTIONS)
def test_every_action_is_read(do: str) -> None:
    """With what it takes, and what stands beside it."""
    request = read_request(json.dumps({**KNOWN, **WHOLE[do], "do": do}))
    assert type(request.action) is ACTIONS[do]
    assert vars(request.action).keys() == WHOLE[do].keys()
    assert request.context.state.answers == KNOWN["answers"]


BAD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("do", {"do": TYPED}),
    ("do", {"do": None}),
    ("do", {"do": ["show"]}),
    ("language", {"language": TYPED}),
    ("language", {"language": "../en"}),
    ("needs", {"needs": [TYPED]}),
    ("needs", {"needs": TYPED}),
    ("answers", {"answers": {"custody": TYPED}}),
    ("answers", {"answers": {"custody": 7}}),
    ("answers", {"answers": [TYPED]}),
    ("answers", {"answers": {"local_request_needs": TYPED}}),
    ("need_groups", {"answers": {"need_groups": TYPED}}),
    ("group", {"do": "change", "question": "needs", "group": TYPED}),
    ("group", {"do": "change", "question": "role", "group": "out"}),
    ("seen", {"seen": [TYPED]}),
    ("places", {"places": {TYPED: {}}}),
    ("place", {"places": {"place": TYPED}}),
    ("place", {"places": {"place": {"state": 7}}}),
    ("dated", {"dated": TYPED}),
    ("details", {"details": {"name": [TYPED]}}),
    ("today", {"today": TYPED}),
    ("now", {"now": TYPED}),
    ("question", {"do": "change", "question": TYPED}),
    ("question", {"do": "answer", "question": TYPED, "value": "x"}),
    ("value", {"do": "answer", "question": "custody", "value": TYPED}),
    ("value", {"do": "answer", "question": "custody", "value": [TYPED]}),
    ("value", {"do": "answer", "question": "needs", "value": TYPED}),
    ("value", {"do": "answer", "question": "needs", "value": [TYPED]}),
    ("value", {"do": "answer", "question": "place", "value": TYPED}),
    ("value", {"do": "answer", "question": "local_response_period", "value": {"day": 7}}),
    ("option", {"do": "answer", "question": "local_response_period", "value": {"option": TYPED}}),
    ("interlude", {"do": "read", "interlude": TYPED}),
    ("links", {"do": "frame", "links": {"languages": TYPED}}),
    ("home", {"do": "frame", "links": {"home": 7, "languages": []}}),
    ("name", {"do": "file", "name": 7}),
    ("text", {"do": "load", "text": {"name": TYPED}}),
)


@pytest.mark.parametrize(("field", "changed"), BAD)
def test_what_cannot_be_taken_is_refused_by_the_name_of_its_field_and_repeats_nothing(
    field: str, changed: dict[str, Any]
) -> None:
    """In one line that says what it takes."""
    with pytest.raises(BadRequestError) as refused:
        handle(json.dumps({**KNOWN, "do": "show", **changed}))
    told = str(refused.value)
    assert field in told.split(": ")[:-1]
    assert TYPED not in told
    assert "\n" not in told
    assert told.rsplit(": ", maxsplit=1)[-1].startswith("takes ") or "is not known" in told or "takes a list" in told


@pytest.mark.parametrize("text", ["", "{", "[]", "7", f'"{TYPED}"', f'{{"{TYPED}', "[" * 100_000])
def test_what_is_no_request_at_all_is_refused_too(text: str) -> None:
    """And not quoted."""
    with pytest.raises(BadRequestError, match=r"^request: ") as refused:
        handle(text)
    assert TYPED not in str(refused.value)


def test_a_day_that_has_to_be_known_is_asked_for() -> None:
    """Only where something follows from it."""
    with pytest.raises(BadRequestError, match=r"^today: "):
        handle(json.dumps({**KNOWN, "do": "load", "text": "{}"}))


def test_a_reply_says_everything_in_one_order() -> None:
    """A page leans on the names; a saved copy of a reply on the order."""
    shown = json.loads(handle(json.dumps({**KNOWN, "do": "show"})))
    assert list(shown) == [
        *("answers_html", "needs", "answers", "seen", "places", "focus", "prepare"),
        *("screen", "error", "html"),
    ]


def test_every_question_is_of_one_kind() -> None:
    """Those that take several, those with options, that of a day, and two places."""
    assert set(QUESTIONS) < set(KINDS)
    found = {kind: [name for name, of in KINDS.items() if of is kind] for kind in Kind}
    assert found[Kind.MANY] == ["need_groups", "needs", "local_request_needs"]
    assert found[Kind.DATE] == ["local_response_period"]
    assert found[Kind.PLACE] == ["place", "court_place"]


def test_what_is_known_has_no_default_and_what_was_typed_has() -> None:
    """So that no page forgets an answer, and Python starts before anything was typed."""
    assert Known((), {}, frozenset(), {}) == Known((), {}, frozenset(), {})
    assert Context((), {}, frozenset(), {}, "en").details == {}
