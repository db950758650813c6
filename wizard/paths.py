"""Every interview of one need, one a line, short enough to be read: its diff is the review of a rule change.

Options that never make a difference stand together. The danger check and the stop card do not depend on the
need, so they are told once, at the top.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wizard.assess import card_for
from wizard.cards import Card, Channel, Item
from wizard.engine import Ask, Program, UnansweredError
from wizard.questions import Need
from wizard.rules.stop import ice_may_not_know_the_person, someone_is_in_danger_now


@dataclass(frozen=True)
class Branch:
    """A question, and groups of options that lead alike."""

    question: str
    groups: tuple[tuple[tuple[str, ...], "Tree"], ...]


type Tree = Branch | Card | str


def tree_of[T](program: Program[T], leaf: Callable[[T], Tree], known: dict[str, str] | None = None) -> Tree:
    """All interviews of *program*, where options whose subtrees are equal stand together."""
    given = known or {}
    try:
        return leaf(program(Ask(given)))
    except UnansweredError as missing:
        groups: dict[Tree, tuple[str, ...]] = {}
        for option in missing.question:
            subtree = tree_of(program, leaf, {**given, missing.question.id(): option.value})
            groups[subtree] = (*groups.get(subtree, ()), option.value)
        return Branch(missing.question.id(), tuple((options, subtree) for subtree, options in groups.items()))


def lines() -> Iterator[str]:
    """The lines of ``paths``: the checks first, then each interview of one need."""
    yield from _told(tree_of(someone_is_in_danger_now, lambda yes: Channel.EMERGENCY if yes else "go on"), "check: ")
    yield from _told(tree_of(ice_may_not_know_the_person, lambda yes: "stop card" if yes else "go on"), "check: ")
    groups: dict[Tree, tuple[str, ...]] = {}
    for need in Need:
        tree = tree_of(_route(need), _without_need)
        groups[tree] = (*groups.get(tree, ()), need.value)
    for tree, needs in groups.items():
        yield from _told(tree, f"needs: {'|'.join(needs)}; ")


def _route(need: Need) -> Program[Card]:
    return lambda ask: card_for(need, ask)


def _without_need(card: Card) -> Card:
    """What must be equal for two interviews to be told as one: all of the card but the name of the need."""
    return Card(card.channel, (), card.include, card.warnings, card.because, card.priority)


def _told(tree: Tree, begun: str) -> Iterator[str]:
    match tree:
        case Branch(question, groups):
            for options, subtree in groups:
                yield from _told(subtree, f"{begun}{question}: {'|'.join(options)}; ")
        case Card():
            yield f"{begun.removesuffix('; ')} -> {_outcome(tree)}"
        case str():
            yield f"{begun.removesuffix('; ')} -> {tree}"


def _outcome(card: Card) -> str:
    """The channel, and what makes this line differ from its neighbours: priority, forms, what changed."""
    marks = ["priority"] if card.priority else []
    marks += [i.value for i in (Item.WHAT_CHANGED, Item.FORM_G28, Item.FORM_60_001) if i in card.include]
    return card.channel.value + (f" ({', '.join(marks)})" if marks else "")
