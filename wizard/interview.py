"""The interview as a walk over screens: which one comes next, and how many questions may still come.

A screen is a question, an interlude (danger, stop) or the result. Danger is asked first of all, and the stop
card comes as soon as it is known to apply, so that no address is ever shown before either.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from wizard.assess import Assessment, assess, card_for, reaches_ice, unanswered
from wizard.engine import Answers, Ask, Program, UnansweredError, every_path
from wizard.places import PLACES, Place, Places
from wizard.questions import QUESTIONS, Emergency, Need
from wizard.rules.stop import ice_may_not_know_the_person, someone_is_in_danger_now

NEEDS = "needs"
"""The id of the one question with several answers."""


class Interlude(StrEnum):
    """What is shown once between questions, and acknowledged."""

    EMERGENCY = "emergency"
    STOP = "stop"


@dataclass(frozen=True)
class State:
    """How far a person has come: needs, answers by question id, interludes read, and places told. Holds no details."""

    needs: tuple[Need, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[Interlude] = frozenset()
    places: Places = field(default_factory=dict)

    def answered(self, question: str, option: str) -> "State":
        """This state with one answer more, or changed."""
        return replace(self, answers={**self.answers, question: option})

    def placed(self, name: str, place: Place) -> "State":
        """This state with one place more, or changed."""
        return replace(self, places={**self.places, name: place})

    def having_seen(self, interlude: Interlude) -> "State":
        """This state with *interlude* acknowledged."""
        return replace(self, seen=self.seen | {interlude})


@dataclass(frozen=True)
class QuestionScreen:
    """One question, and an upper bound on the questions after it."""

    question: str
    left: int


@dataclass(frozen=True)
class InterludeScreen:
    """A card that comes before everything else."""

    interlude: Interlude


@dataclass(frozen=True)
class PlaceScreen:
    """Where something is, for a card that names an office: never in the way, shown when a person asks for it."""

    name: str


@dataclass(frozen=True)
class ResultScreen:
    """Where to turn. The emergency card is not repeated here: it was its own screen, and its line never goes away."""

    assessment: Assessment


_CHECKS: tuple[Program[bool], ...] = (someone_is_in_danger_now, ice_may_not_know_the_person)
"""Asked for every need; the second only where a need can lead to ICE."""

type Screen = QuestionScreen | InterludeScreen | ResultScreen


def next_screen(state: State) -> Screen:
    """The screen that follows from what is known."""
    if Emergency.id() not in state.answers:
        return question_screen(Emergency.id(), state)
    if someone_is_in_danger_now(Ask(state.answers)) and Interlude.EMERGENCY not in state.seen:
        return InterludeScreen(Interlude.EMERGENCY)
    if not state.needs:
        return question_screen(NEEDS, state)
    if Interlude.STOP not in state.seen and _stop_applies(state):
        return InterludeScreen(Interlude.STOP)
    question = unanswered(state.needs, state.answers)
    if question is not None:
        return question_screen(question.id(), state)
    return ResultScreen(assess(state.needs, state.answers))


def changed_screen(question: str, state: State) -> QuestionScreen | PlaceScreen:
    """The screen of a question or of a place, to answer it, or to change the answer."""
    return PlaceScreen(question) if question in PLACES else question_screen(question, state)


def question_screen(question: str, state: State) -> QuestionScreen:
    """*question* as a screen, also where it was answered before and is to be changed."""
    return QuestionScreen(question, len(open_questions(state) - {question}))


def open_questions(state: State) -> set[str]:
    """Every question that some interview going on from *state* may still ask."""
    if not state.needs:
        longest = max((open_questions(replace(state, needs=(need,))) for need in Need), key=len)
        return {NEEDS, *longest}
    checks = _CHECKS if reaches_ice(state.needs) else _CHECKS[:1]
    return {
        question
        for program in (*checks, *state.needs)
        for interview in _interviews(program)
        if _agree(interview, state.answers)
        for question in interview
        if question not in state.answers
    }


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
    for program in _programs(state.needs):
        ask = Ask(state.answers)
        with suppress(UnansweredError):
            program(ask)
        asked |= set(ask.asked)
    return [question for question in QUESTIONS if question in asked]


def _programs(needs: tuple[Need, ...]) -> Iterator[Program[object]]:
    yield from _CHECKS if reaches_ice(needs) else _CHECKS[:1]
    for need in needs:
        yield _route(need)


def _route(need: Need) -> Program[object]:
    return lambda ask: card_for(need, ask)


def _stop_applies(state: State) -> bool:
    if not reaches_ice(state.needs):
        return False
    try:
        return ice_may_not_know_the_person(Ask(state.answers))
    except UnansweredError:
        return False
