"""Requests by the thousand, good and bad: each is answered, or refused in a line that repeats nothing."""

import json
from collections.abc import Callable

import pytest

from tests.door import trial as door
from tests.door.requests import ACTIONS, CANARY, request
from tests.door.trial import Trial
from wizard.protocol import BadRequestError

USUAL, MANY = 600, 30_000


def _fails(text: str) -> str:
    raise KeyError(text)


def _echoes(text: str) -> str:
    raise BadRequestError(text)


def _answers_with_a_list(_: str) -> str:
    return "[]"


def _repeats_in_a_problem(_: str) -> str:
    return json.dumps({"problem": CANARY})


@pytest.mark.slow
def test_some_hundred_requests_break_nothing() -> None:
    """Good ones and bad ones."""
    trial = sent(USUAL)
    assert trial.broken == []
    assert USUAL * 0.1 < trial.refused < USUAL * 0.9


@pytest.mark.thorough
def test_thirty_thousand_requests_break_nothing_and_leave_nothing_in_memory() -> None:
    """Others than those above: `python -m tests.door` sends as many as one likes."""
    assert sent(MANY, USUAL).broken == []


@pytest.mark.parametrize("number", [122935, 130224, 132813, 502205])
def test_what_broke_something_once_breaks_nothing_now(number: int) -> None:
    """A moment without an offset, half a letter in a saved case, and for what an earlier request asked without one."""
    assert sent(1, number).broken == []


def sent(count: int, first: int = 0) -> Trial:
    """So many requests, from the *first*."""
    trial = Trial()
    for number in range(first, first + count):
        trial.send(number)
    return trial


def test_a_request_follows_from_its_number_and_every_action_is_among_them() -> None:
    """So that one which broke something can be sent again."""
    texts = [request(number) for number in range(300)]
    assert texts == [request(number) for number in range(300)]
    assert all(f'"do": "{action}"' in "\n".join(texts) for action in ACTIONS)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("handle", "told"),
    [
        (_fails, "raises KeyError"),
        (_echoes, "repeats a value"),
        (_echoes, "in more than a line"),
        (_answers_with_a_list, "is answered with no object"),
        (_repeats_in_a_problem, "tells a problem with a value in it"),
    ],
)
def test_a_door_that_breaks_a_promise_is_noticed(
    monkeypatch: pytest.MonkeyPatch, handle: Callable[[str], str], told: str
) -> None:
    """By the number of the request."""
    monkeypatch.setattr(door, "handle", handle)
    assert any(told in line for line in sent(40).broken)


def test_a_door_that_is_slow_or_grows_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In processor time of one request, and in what the process holds."""
    monkeypatch.setattr(door, "MOST_SECONDS", 0)
    assert "takes" in sent(1).broken[0]
    monkeypatch.setattr(door, "MOST_SECONDS", 60)
    monkeypatch.setattr(door, "handle", lambda _: "{}")
    monkeypatch.setattr(door, "WARM", 50)
    sizes = iter(range(0, 1000, door.MOST_GROWTH + 1))
    monkeypatch.setattr(door, "_mebibytes", lambda: next(sizes))
    assert "grown too much" in sent(100).broken[0]
