"""Which questions an interview may still ask, and which answers count so far: all interviews are known beforehand."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

from wizard.assess import card_for, history_of, may_be_too_late, stop_check
from wizard.engine import Answers, Ask, Program, UnansweredError, every_path
from wizard.questions import (
    GROUPS,
    LOCAL_REQUEST_NEEDS,
    NEEDS,
    QUESTIONS,
    LocalRequest,
    Need,
)
from wizard.rules.stop import removal_is_imminent, someone_is_in_danger_now
from wizard.state import State


def left_after(question: str, state: State) -> int | None:
    """At most how many questions come after *question*; None while it is still being chosen what they are about."""
    if question in {GROUPS, NEEDS} or not state.groups or state.open_groups:
        return None
    return len(open_questions(state.without(question)) - {question})


def open_questions(state: State) -> set[str]:
    """Every question that may still be asked about the needs of *state*."""
    found = {
        question
        for program, answers in (*((check, state.answers) for check in _checks(state.needs)), *_histories(state))
        for interview in _interviews(program)
        if _agree(interview, answers)
        for question in interview
        if question not in answers
    }
    one_more = len(state.requests_to_officers) > 1 and LOCAL_REQUEST_NEEDS not in state.answers
    unclear = LocalRequest.id() in found or state.earlier_request_is_unclear
    return found | ({LOCAL_REQUEST_NEEDS} if one_more and unclear else set())


def _histories(state: State) -> Iterator[tuple[Need, Answers]]:
    for need in state.needs:
        yield need, history_of(need, state.answers)


def _checks(needs: tuple[Need, ...]) -> Iterator[Program[bool]]:
    """What is asked before each need is routed."""
    yield someone_is_in_danger_now
    if may_be_too_late(needs):
        yield removal_is_imminent
    if check := stop_check(needs):
        yield check


@cache
def _interviews(program: Need | Program[bool]) -> tuple[Mapping[str, str], ...]:
    """Every interview of one need, or of one check, as its answers."""
    run: Program[object] = _route(program) if isinstance(program, Need) else program
    return tuple(dict(path.answers) for path in every_path(run))


def _agree(interview: Mapping[str, str], answers: Answers) -> bool:
    return all(answers.get(question, option) == option for question, option in interview.items())


def asked_so_far(state: State) -> list[str]:
    """The questions whose answers count, in the order of a full interview. Kept but moot answers are not in it."""
    asked: set[str] = set()
    for program, answers in _programs(state):
        ask = Ask(answers)
        with suppress(UnansweredError):
            program(ask)
        asked |= set(ask.asked)
    if state.earlier_request_is_unclear and LOCAL_REQUEST_NEEDS in state.answers:
        asked |= {LOCAL_REQUEST_NEEDS, LocalRequest.id()}
    return [question for question in _IN_ORDER if question in asked]


_IN_ORDER = tuple(
    name
    for question in QUESTIONS
    for name in ((question, LOCAL_REQUEST_NEEDS) if question == LocalRequest.id() else (question,))
)


def _programs(state: State) -> Iterator[tuple[Program[object], Answers]]:
    for check in _checks(state.needs):
        yield check, state.answers
    for need, answers in _histories(state):
        yield _route(need), answers


def _route(need: Need) -> Program[object]:
    return lambda ask: card_for(need, ask)
