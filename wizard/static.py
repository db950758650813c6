"""The whole interview as a graph of numbered screens, for the page that works without Python.

Screens that look alike and lead alike are one; so the page stays small. Each need is walked alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.assess import Assessment
from wizard.cards import Card
from wizard.interview import (
    NEEDS,
    Interlude,
    InterludeScreen,
    QuestionScreen,
    ResultScreen,
    Screen,
    State,
    next_screen,
)
from wizard.questions import QUESTIONS, Emergency, Need
from wizard.reach import BESIDE


@dataclass(frozen=True)
class Exit:
    """One way on from a screen: the option chosen (empty for an interlude) and the number of the screen it leads to."""

    option: str
    number: int


@dataclass(frozen=True)
class Node:
    """One numbered screen. *state* is one of the states that lead here; all of them look and lead alike."""

    number: int
    screen: Screen
    exits: tuple[Exit, ...]
    state: State


def choices(screen: Screen, state: State) -> Iterator[tuple[str, State]]:
    """Every way on from *screen*: the option, and the state it gives."""
    match screen:
        case QuestionScreen(question) if question == NEEDS:
            for need in Need:
                yield need.value, replace(state, needs=(need,))
        case QuestionScreen(question):
            for option in QUESTIONS[question]:
                yield option.value, state.answered(question, option.value)
        case InterludeScreen(Interlude.EMERGENCY):
            yield "", State(answers={Emergency.id(): Emergency.NO})  # once read, danger makes no more difference
        case InterludeScreen(interlude):
            yield "", state.having_seen(interlude)
        case ResultScreen():
            return


def look_of(screen: Screen) -> Screen:
    """*screen* reduced to what is shown of it: needs that no text names make no difference."""
    if not isinstance(screen, ResultScreen):
        return screen
    cards = tuple(_shown(card) for card in screen.assessment.cards if card.channel.value != Emergency.id())
    return ResultScreen(Assessment(cards, False, screen.assessment.notices))


def _shown(card: Card) -> Card:
    return replace(card, needs=tuple(need for need in card.needs if need in BESIDE))


def build_graph() -> tuple[Node, ...]:
    """Every interview of one need, where screens that look and lead alike are one. Number 1 is the first question."""
    merged: dict[tuple[Screen, tuple[tuple[str, int], ...]], int] = {}
    known: dict[tuple[object, ...], int] = {}
    found: list[tuple[Screen, tuple[tuple[str, int], ...], State]] = []

    def visit(state: State) -> int:
        key = (state.needs, tuple(sorted(state.answers.items())), state.seen)
        if key not in known:
            screen = next_screen(state)
            exits = tuple((option, visit(after)) for option, after in choices(screen, state))
            shape = (look_of(screen), exits)
            if shape not in merged:
                merged[shape] = len(found)
                found.append((screen, exits, state))
            known[key] = merged[shape]
        return known[key]

    return _numbered(found, visit(State()))


def _numbered(found: list[tuple[Screen, tuple[tuple[str, int], ...], State]], start: int) -> tuple[Node, ...]:
    order: dict[int, int] = {}
    queue = [start]
    while queue:
        index = queue.pop(0)
        if index not in order:
            order[index] = len(order) + 1
            queue += [target for _, target in found[index][1]]
    return tuple(
        Node(number, found[index][0], tuple(Exit(o, order[t]) for o, t in found[index][1]), found[index][2])
        for index, number in order.items()
    )
