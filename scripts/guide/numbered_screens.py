"""The whole interview as a graph of numbered screens, for the page that works without Python.

Screens that look alike and lead alike are one; so the page stays small. Each need is walked alone. Who will contact ICE
is not asked here, and two more answers make no difference to a result: it says what holds for each of them, with an if.
So does a result that several needs share.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, reduce
from itertools import product

from wizard.aspects import Aspect, aspects
from wizard.assess import Assessment, assess
from wizard.cards import Card, Channel
from wizard.engine import Ask, UnansweredError
from wizard.interview import (
    Interlude,
    InterludeScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    asked_so_far,
    next_screen,
)
from wizard.questions import COURT_REQUESTS, Emergency, LocalResponsePeriod, Need, RemovalImminent, Role
from wizard.reach import needs_told

SENDERS = (Role.SELF, Role.FAMILY_OR_FRIEND, Role.ATTORNEY)
"""Who may send a request: one of each kind that ICE's page tells apart."""

SHARING = (
    {Need.DETENTION_PROBLEM, Need.MENTAL_HEALTH, Need.CHILD_OR_DEPENDENT, Need.TRAFFICKING_OR_CRIME},
    {Need.RELEASE, Need.CANCEL_DETAINER, Need.CASE_REVIEW},
    {*COURT_REQUESTS} - {Need.JOIN_MOTION_TO_REOPEN},
)
"""Needs whose results differ by a paragraph: they share one, and each paragraph stands under the need that it is of."""


@dataclass(frozen=True)
class Exit:
    """One way on from a screen: the option chosen (empty for an interlude) and the number of the screen it leads to."""

    option: str
    number: int


@dataclass(frozen=True)
class Node:
    """One numbered screen. *state* is one of the states that lead here: all of them look and lead alike.

    *known* is what all of them have in common: no more may be said of a person who stands here.
    """

    number: int
    screen: Screen
    exits: tuple[Exit, ...]
    state: State
    known: State


def choices(screen: Screen, state: State) -> Iterator[tuple[str, State]]:
    """Every way on from *screen*: the option, and the state it gives."""
    match screen:
        case QuestionScreen(question, options=options):
            for option in options:
                yield option, _chosen(question, option, state)
        case InterludeScreen(interlude):
            yield "", _read(interlude, state)
        case ResultScreen():
            return


def _chosen(question: str, option: str, state: State) -> State:
    return state.chosen(question, (option,)) or state


def _read(interlude: Interlude, state: State) -> State:
    """*state* after *interlude*: danger makes no more difference then, and each result speaks of a near removal."""
    match interlude:
        case Interlude.EMERGENCY | Interlude.MAYBE_DANGER:
            return State(answers={Emergency.id(): Emergency.NO})
        case Interlude.REMOVAL_NEAR:
            return state.answered(RemovalImminent.id(), RemovalImminent.NO)
        case _:
            return state.having_seen(interlude)


def static_screen(state: State) -> Screen:
    """The screen that follows from what is known; where only the sender is still to be asked for, the result."""
    screen = next_screen(state)
    if isinstance(screen, ResultScreen) and screen.assessment.cards[0].channel is Channel.OUTSIDE:
        return screen
    if isinstance(screen, ResultScreen) or (isinstance(screen, QuestionScreen) and screen.question == Role.id()):
        with suppress(UnansweredError):
            return ResultScreen(for_anyone(state))
    return screen


def for_anyone(state: State) -> Assessment:
    """One assessment for every sender, for a removal that is near or not, and for an answer before or after the window.

    All items and warnings of all of them, and the reasons that hold for each; of needs that share a result, for all.
    """
    needs = next((tuple(shared) for shared in SHARING if shared.issuperset(state.needs)), state.needs)
    found = [assess(needs, {**state.answers, **answers}) for answers in _left_open(state)]
    cards = tuple(_for_anyone(each) for each in zip(*(assessment.cards for assessment in found), strict=True))
    return replace(found[0], cards=cards)


def _left_open(state: State) -> Iterator[dict[str, str]]:
    asked = set(asked_so_far(state))
    open_: dict[str, Sequence[str]] = {
        Role.id(): [state.answers[Role.id()]] if Role.id() in state.answers else list(SENDERS)
    }
    if RemovalImminent.id() in asked:
        open_[RemovalImminent.id()] = list(RemovalImminent)
    period = Ask(state.answers).told(LocalResponsePeriod)
    if period is not None and period.outside_the_window:
        open_[LocalResponsePeriod.id()] = [other for other in LocalResponsePeriod if other.outside_the_window]
    for chosen in product(*open_.values()):
        yield {question: str(option) for question, option in zip(open_, chosen, strict=True)}


def _for_anyone(cards: tuple[Card, ...]) -> Card:
    shared = tuple(reason for reason in cards[0].because if all(reason in card.because for card in cards))
    return replace(reduce(Card.merged_with, cards), because=shared)


type Look = tuple[Screen, tuple[tuple[Aspect, ...], ...]]


def look_of(screen: Screen) -> Look:
    """*screen* reduced to what is shown of it, and in what variants: needs that no text names make no difference."""
    if not isinstance(screen, ResultScreen):
        return screen, ()
    cards = [card for card in screen.assessment.cards if card.channel is not Channel.EMERGENCY]
    reduced = tuple(replace(card, needs=needs_told(card)) for card in cards)
    return ResultScreen(Assessment(reduced, (), screen.assessment.notices)), tuple(tuple(aspects(c)) for c in cards)


@dataclass
class _Found:
    """A distinct screen while the graph is built; its exits are indices."""

    screen: Screen
    exits: tuple[tuple[str, int], ...]
    state: State
    known: State


@cache
def build_graph() -> tuple[Node, ...]:
    """Every interview of one need, where screens that look and lead alike are one. Number 1 is the first question."""
    merged: dict[tuple[Look, tuple[tuple[str, int], ...]], int] = {}
    visited: dict[tuple[object, ...], int] = {}
    found: list[_Found] = []

    def visit(state: State) -> int:
        key = (state.needs, tuple(sorted(state.answers.items())), state.seen)
        if key not in visited:
            screen = static_screen(state)
            exits = tuple((option, visit(after)) for option, after in choices(screen, state))
            shape = (look_of(screen), exits)
            if shape not in merged:
                merged[shape] = len(found)
                found.append(_Found(screen, exits, state, state))
            visited[key] = merged[shape]
            here = found[merged[shape]]
            here.known = _in_common(here.known, state)
        return visited[key]

    return _numbered(found, visit(State()))


def _in_common(one: State, other: State) -> State:
    """What two states that lead to the same screen both know."""
    answers = {name: option for name, option in one.answers.items() if other.answers.get(name) == option}
    return State(one.needs if one.needs == other.needs else (), answers, one.seen & other.seen)


def _numbered(found: list[_Found], start: int) -> tuple[Node, ...]:
    order: dict[int, int] = {}
    queue = [start]
    while queue:
        index = queue.pop(0)
        if index not in order:
            order[index] = len(order) + 1
            queue += [target for _, target in found[index].exits]
    return tuple(
        Node(number, here.screen, tuple(Exit(o, order[t]) for o, t in here.exits), here.state, here.known)
        for here, number in ((found[index], number) for index, number in order.items())
    )
