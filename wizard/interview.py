"""The interview as a walk over screens: which one comes next, and how many questions may still come.

A screen is a question, an interlude (danger, a near removal, stop) or the result. Danger is asked first of all, then
whether a removal is near, and each interlude comes as soon as it is known to apply, so that no address is ever shown
before it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from wizard.assess import (
    Assessment,
    assess,
    card_for,
    history_of,
    may_be_too_late,
    reaching_ice,
    stop_check,
    unanswered,
)
from wizard.engine import Answers, Ask, Program, UnansweredError, every_path
from wizard.places import PLACES, Place, Places
from wizard.questions import (
    LOCAL_REQUEST_NEEDS,
    OFFICER_REQUESTS,
    QUESTIONS,
    Custody,
    Emergency,
    LocalRequest,
    Need,
)
from wizard.rules.stop import (
    ice_knows_the_person_who_is_free,
    removal_is_imminent,
    someone_is_in_danger_now,
)

NEEDS = "needs"
"""The id of the first question with several answers; `LOCAL_REQUEST_NEEDS` is the other."""

NONE_OF_THEM = "none"
"""The option of `LOCAL_REQUEST_NEEDS` that stands alone: the earlier request was for something else."""


class Interlude(StrEnum):
    """What is shown once between questions, and acknowledged, in this order."""

    EMERGENCY = "emergency"
    REMOVAL_NEAR = "removal_near"
    NOT_HELD = "not_held"
    WHO_HOLDS = "who_holds"
    TAKEN = "taken"
    STOP = "stop"
    RECORD_KEPT = "record_kept"


ASKING_BACK = (Interlude.NOT_HELD, Interlude.WHO_HOLDS)
"""One plain question back, where two answers do not go together: each of the two can be changed there."""


@dataclass(frozen=True)
class State:
    """How far a person has come: needs, answers by question id, interludes read, and places told. Holds no details."""

    needs: tuple[Need, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[Interlude] = frozenset()
    places: Places = field(default_factory=dict)

    def answered(self, question: str, option: str) -> "State":
        """This state with one answer more, or changed."""
        return self.with_answers({question: option})

    def with_answers(self, more: Answers) -> "State":
        """This state with several answers more, or changed."""
        return replace(self, answers={**self.answers, **more})

    def without(self, question: str) -> "State":
        """This state without the answer to *question*."""
        return replace(self, answers={name: option for name, option in self.answers.items() if name != question})

    def placed(self, name: str, place: Place) -> "State":
        """This state with one place more, or changed."""
        return replace(self, places={**self.places, name: place})

    def having_seen(self, interlude: Interlude) -> "State":
        """This state with *interlude* acknowledged."""
        return replace(self, seen=self.seen | {interlude})


@dataclass(frozen=True)
class QuestionScreen:
    """One question, its options by id, and an upper bound on the questions after it."""

    question: str
    left: int
    options: tuple[str, ...]


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


type Screen = QuestionScreen | InterludeScreen | ResultScreen

_HELD_BY_ICE = (Custody.ICE_DETENTION, Custody.TAKEN_PLACE_UNKNOWN)


def _danger(state: State) -> bool:
    return someone_is_in_danger_now(Ask(state.answers))


def _removal_near(state: State) -> bool:
    return may_be_too_late(state.needs) and removal_is_imminent(Ask(state.answers))


def _not_held(state: State) -> bool:
    """Release and bond are for people who are held."""
    return bool({Need.RELEASE, Need.BOND} & set(state.needs)) and _custody(state) is Custody.NOT_DETAINED


def _who_holds(state: State) -> bool:
    """A jail holds whom a detainer is on; and whom a jail holds, ICE cannot let out."""
    custody = _custody(state)
    dropped = Need.CANCEL_DETAINER in state.needs and custody in (*_HELD_BY_ICE, Custody.NOT_DETAINED)
    let_out = Need.RELEASE in state.needs and custody is Custody.JAIL_WITH_DETAINER
    return dropped or (let_out and Need.CANCEL_DETAINER not in state.needs)


def _taken(state: State) -> bool:
    return bool(reaching_ice(state.needs)) and _custody(state) is Custody.TAKEN_PLACE_UNKNOWN


def _stop(state: State) -> bool:
    check = stop_check(state.needs)
    return check is not None and check(Ask(state.answers))


def _record_kept(state: State) -> bool:
    return bool(reaching_ice(state.needs)) and ice_knows_the_person_who_is_free(Ask(state.answers))


def _custody(state: State) -> Custody | None:
    return Ask(state.answers).told(Custody)


_APPLIES: dict[Interlude, Callable[[State], bool]] = {
    Interlude.EMERGENCY: _danger,
    Interlude.REMOVAL_NEAR: _removal_near,
    Interlude.NOT_HELD: _not_held,
    Interlude.WHO_HOLDS: _who_holds,
    Interlude.TAKEN: _taken,
    Interlude.STOP: _stop,
    Interlude.RECORD_KEPT: _record_kept,
}


def applies(interlude: Interlude, state: State) -> bool:
    """Whether *interlude* is known to apply."""
    try:
        return _APPLIES[interlude](state)
    except UnansweredError:
        return False


def next_screen(state: State) -> Screen:
    """The screen that follows from what is known."""
    if Emergency.id() not in state.answers:
        return question_screen(Emergency.id(), state)
    for interlude in Interlude:
        if interlude not in state.seen and applies(interlude, state):
            return InterludeScreen(interlude)
    if not state.needs:
        return question_screen(NEEDS, state)
    if earlier_request_is_unclear(state) and LOCAL_REQUEST_NEEDS not in state.answers:
        return question_screen(LOCAL_REQUEST_NEEDS, state)
    question = unanswered(state.needs, state.answers)
    if question is not None:
        return question_screen(question.id(), state)
    return ResultScreen(assess(state.needs, state.answers))


def requests_to_officers(state: State) -> tuple[Need, ...]:
    """Which of the needs are requests to ICE's officers."""
    return tuple(need for need in state.needs if need in OFFICER_REQUESTS)


def earlier_request_is_unclear(state: State) -> bool:
    """Whether there was an earlier request, and it may have asked for some of the needs and not for others."""
    asked = Ask(state.answers).told(LocalRequest)
    return len(requests_to_officers(state)) > 1 and asked in {LocalRequest.PENDING, LocalRequest.ANSWERED}


def changed_screen(question: str, state: State) -> QuestionScreen | PlaceScreen:
    """The screen of a question or of a place, to answer it, or to change the answer."""
    return PlaceScreen(question) if question in PLACES else question_screen(question, state)


def question_screen(question: str, state: State) -> QuestionScreen:
    """*question* as a screen, also where it was answered before and is to be changed."""
    return QuestionScreen(question, len(open_questions(state) - {question}), options_of(question, state))


def options_of(question: str, state: State) -> tuple[str, ...]:
    """What can be chosen at *question*, by id."""
    if question == NEEDS:
        return tuple(need.value for need in Need)
    if question == LOCAL_REQUEST_NEEDS:
        return (*(need.value for need in requests_to_officers(state)), NONE_OF_THEM)
    return tuple(option.value for option in QUESTIONS[question])


def open_questions(state: State) -> set[str]:
    """Every question that some interview going on from *state* may still ask."""
    if not state.needs:
        longest = max((open_questions(replace(state, needs=(need,))) for need in Need), key=len)
        return {NEEDS, *longest}
    found = {
        question
        for program, answers in (*((check, state.answers) for check in _checks(state.needs)), *_histories(state))
        for interview in _interviews(program)
        if _agree(interview, answers)
        for question in interview
        if question not in answers
    }
    one_more = len(requests_to_officers(state)) > 1 and LOCAL_REQUEST_NEEDS not in state.answers
    unclear = LocalRequest.id() in found or earlier_request_is_unclear(state)
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
    if earlier_request_is_unclear(state) and LOCAL_REQUEST_NEEDS in state.answers:
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
