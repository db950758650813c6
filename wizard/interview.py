"""The interview as a walk over screens: which one comes next, and how many questions may still come.

A screen is a question, an interlude (danger, a near removal, stop) or the result. Danger is asked first of all, then
whether a removal is near, and each interlude comes as soon as it is known to apply, so that no address is ever shown
before it.
"""

from dataclasses import dataclass

from wizard.assess import Assessment, assess, unanswered
from wizard.engine import Ask, Kind
from wizard.interludes import applies
from wizard.progress import asked_so_far, left_after, open_questions
from wizard.questions import (
    GROUPS,
    KINDS,
    LOCAL_REQUEST_NEEDS,
    NEED_GROUPS,
    NEEDS,
    NONE_OF_THEM,
    PLACE,
    QUESTIONS,
    SEVERAL,
    Custody,
    Emergency,
    NeedGroup,
)
from wizard.state import ASKING_BACK, Interlude, State

__all__ = [
    "ASKING_BACK",
    "GROUPS",
    "NEEDS",
    "NONE_OF_THEM",
    "Interlude",
    "InterludeScreen",
    "PlaceScreen",
    "QuestionScreen",
    "ResultScreen",
    "Screen",
    "State",
    "applies",
    "asked_so_far",
    "changed_screen",
    "next_screen",
    "open_questions",
    "question_screen",
    "screen_name",
]


@dataclass(frozen=True)
class QuestionScreen:
    """One question, its options by id, and at most how many come after it, if known; of needs, their group."""

    question: str
    left: int | None
    options: tuple[str, ...]
    group: NeedGroup | None = None


@dataclass(frozen=True)
class InterludeScreen:
    """A card that comes before everything else."""

    interlude: Interlude


@dataclass(frozen=True)
class PlaceScreen:
    """Where something is, for a card that names an office: never in the way, shown when a person asks for it.

    *taken*: it is asked of somebody who does not know to where ICE took the person.
    """

    name: str
    taken: bool = False


@dataclass(frozen=True)
class ResultScreen:
    """Where to turn. The emergency card is not repeated here: it was its own screen, and its line never goes away."""

    assessment: Assessment


type Screen = QuestionScreen | InterludeScreen | ResultScreen


def next_screen(state: State) -> Screen:
    """The screen that follows from what is known."""
    if Emergency.id() not in state.answers:
        return question_screen(Emergency.id(), state)
    for interlude in Interlude:
        if interlude not in state.seen and applies(interlude, state):
            return InterludeScreen(interlude)
    if not state.groups:
        return question_screen(GROUPS, state)
    if state.open_groups:
        return question_screen(NEEDS, state)
    if state.earlier_request_is_unclear and LOCAL_REQUEST_NEEDS not in state.answers:
        return question_screen(LOCAL_REQUEST_NEEDS, state)
    question = unanswered(state.needs, state.answers)
    if question is not None:
        return question_screen(question.id(), state)
    return ResultScreen(assess(state.needs, state.answers))


def changed_screen(question: str, state: State, group: NeedGroup | None = None) -> QuestionScreen | PlaceScreen:
    """The screen of a question (of needs, in *group*) or of a place, to answer it, or to change the answer."""
    return place_screen(question, state) if KINDS[question] is Kind.PLACE else question_screen(question, state, group)


def place_screen(name: str, state: State) -> PlaceScreen:
    """*name*, one of the places, as it is asked of this person."""
    taken = Ask(state.answers).told(Custody) is Custody.TAKEN_PLACE_UNKNOWN
    return PlaceScreen(name, taken=taken and name == PLACE)


def question_screen(question: str, state: State, group: NeedGroup | None = None) -> QuestionScreen:
    """*question* as a screen, also where it was answered before and is to be changed.

    Needs are those of *group*, or else of the first group that is open; where there is none, groups come first.
    """
    if question == NEEDS:
        group = group or next(iter((*state.open_groups, *state.groups)), None)
        question = NEEDS if group else GROUPS
    return QuestionScreen(question, left_after(question, state), options_of(question, group, state), group)


def options_of(question: str, group: NeedGroup | None, state: State) -> tuple[str, ...]:
    """What can be chosen at *question*, by id."""
    if group:
        return tuple(need.value for need in NEED_GROUPS[group])
    if question == LOCAL_REQUEST_NEEDS:
        return (*(need.value for need in state.requests_to_officers), NONE_OF_THEM)
    return SEVERAL[question] if question in SEVERAL else tuple(option.value for option in QUESTIONS[question])


def screen_name(screen: Screen | PlaceScreen) -> str:
    """A stable name for pages and tests: ``question:custody``, ``interlude:stop``, ``result``."""
    match screen:
        case QuestionScreen(question):
            return f"question:{question}"
        case InterludeScreen(interlude):
            return f"interlude:{interlude.value}"
        case PlaceScreen(name):
            return f"place:{name}"
        case ResultScreen():
            return "result"
