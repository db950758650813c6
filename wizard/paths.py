"""Every interview of one need, one a line, short enough to be read: its diff is the review of a rule change.

Options that never make a difference stand together. Danger, a near removal, the stop card, and what a sender or a free
person should know do not depend on where the request goes, so they are told once, at the top.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wizard.assess import ASKED_FIRST, card_for
from wizard.cards import Beware, Card, Channel, Item
from wizard.engine import Ask, Program, UnansweredError
from wizard.questions import Need
from wizard.rules.review import the_answer_may_be_of_the_new_time
from wizard.rules.sender import (
    a_legal_representative_asks,
    a_stranger_asks,
    the_person_asks_in_person,
    warnings_for_the_sender,
)
from wizard.rules.stop import (
    ice_knows_the_person_who_is_free,
    ice_may_not_know_the_person,
    removal_is_imminent,
    someone_is_in_danger_now,
    the_question_is_about_nobody,
)

TOLD_ONCE = frozenset(
    {
        Beware.REMOVAL_NEAR,
        Beware.RECORD_KEPT,
        Beware.SENDER_NAMED,
        Beware.THIRD_PARTY,
        Beware.INTERPRETATION,
        Beware.SINCE_2025,
    }
)
"""Warnings that follow from one answer alone: the checks at the top name it, or the outcome is marked by it."""

TOLD_BY_THEM = frozenset(
    rule.__name__
    for rule in (
        removal_is_imminent,
        ice_knows_the_person_who_is_free,
        the_question_is_about_nobody,
        the_person_asks_in_person,
        a_legal_representative_asks,
        a_stranger_asks,
        the_answer_may_be_of_the_new_time,
    )
)
"""The rules behind those warnings, and behind the forms that mark an outcome."""


@dataclass(frozen=True)
class Branch:
    """A question, and groups of options that lead alike."""

    question: str
    groups: tuple[tuple[tuple[str, ...], "Tree"], ...]


type Tree = Branch | Card | str


def tree_of[T](program: Program[T], leaf: Callable[[T], Tree], known: dict[str, str] | None = None) -> Tree:
    """All interviews of *program*: options whose subtrees are equal stand together, and all of them are no branch."""
    given = known or {}
    try:
        return leaf(program(Ask(given)))
    except UnansweredError as missing:
        groups: dict[Tree, tuple[str, ...]] = {}
        for option in missing.question:
            subtree = tree_of(program, leaf, {**given, missing.question.id(): option.value})
            groups[subtree] = (*groups.get(subtree, ()), option.value)
        if len(groups) == 1:
            return next(iter(groups))
        return Branch(missing.question.id(), tuple((options, subtree) for subtree, options in groups.items()))


def lines() -> Iterator[str]:
    """The lines of ``paths``: the checks first, then each interview of one need."""
    yield from _told(tree_of(someone_is_in_danger_now, lambda yes: Channel.EMERGENCY if yes else "go on"), "check: ")
    near = f"check: ({'|'.join(ASKED_FIRST)}) "
    yield from _told(tree_of(removal_is_imminent, lambda yes: Beware.REMOVAL_NEAR if yes else "go on"), near)
    yield from _told(tree_of(ice_may_not_know_the_person, lambda yes: "stop card" if yes else "go on"), "check: ")
    free = "check: (line) "
    yield from _told(
        tree_of(ice_knows_the_person_who_is_free, lambda yes: Beware.RECORD_KEPT if yes else "go on"), free
    )
    recent = "check: (officers, unless another day is told) "
    yield from _told(tree_of(the_answer_may_be_of_the_new_time, lambda y: Beware.SINCE_2025 if y else "go on"), recent)
    yield from _told(tree_of(_sender, lambda told: told or "go on"), "check: (reaches ICE) ")
    groups: dict[Tree, tuple[str, ...]] = {}
    for need in Need:
        tree = tree_of(_route(need), _without_need)
        groups[tree] = (*groups.get(tree, ()), need.value)
    for tree, needs in groups.items():
        yield from _told(tree, f"needs: {'|'.join(needs)}; ")


def _route(need: Need) -> Program[Card]:
    return lambda ask: card_for(need, ask)


def _sender(ask: Ask) -> str:
    """What a sender should know, and whether only officers and ICE's lawyers are in doubt about such a sender."""
    warnings = {str(warning) for warning in warnings_for_the_sender(ask, ())}
    return ", ".join(
        sorted(warnings | ({f"{Beware.INTERPRETATION} (officers, OPLA)"} if a_stranger_asks(ask) else set()))
    )


def _without_need(card: Card) -> Card:
    """What must be equal for two interviews to be told as one: what the card holds, but for what is told once."""
    warnings = tuple(warning for warning in card.warnings if warning not in TOLD_ONCE)
    because = tuple(reason for reason in card.because if reason.rule not in TOLD_BY_THEM)
    return Card(card.channel, (), card.include, warnings, because, card.priority)


def _told(tree: Tree, begun: str) -> Iterator[str]:
    match tree:
        case Branch(question, groups):
            for options, subtree in groups:
                yield from _told(subtree, f"{begun}{question}: {'|'.join(options)}; ")
        case Card():
            yield f"{begun.removesuffix('; ')} -> {_outcome(tree)}"
        case str():
            yield f"{begun.removesuffix('; ')} -> {tree}"


MARKED = (Item.WHAT_CHANGED, Item.PROOF_NOT_SEEN, Item.FORM_I246, Item.FORM_G28, Item.FORM_60_001)
"""Items that only some interviews lead to."""


def _outcome(card: Card) -> str:
    """The channel, and what makes this line differ from its neighbours: priority, forms, what changed or is new."""
    marks = ["priority"] if card.priority else []
    marks += [i.value for i in MARKED if i in card.include]
    return card.channel.value + (f" ({', '.join(marks)})" if marks else "")
