"""The decision of the whole guide as edges between questions, interludes and cards, made from the rules themselves.

Questions that never change where a request goes are left out; options that lead to the same are one edge; needs that
are routed alike are one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wizard.assess import card_for
from wizard.cards import Channel
from wizard.engine import Answers, Ask, Program, Question, UnansweredError, every_path
from wizard.interview import GROUPS, NEEDS, Interlude
from wizard.questions import NEED_GROUPS, Custody, Emergency, KnownToIce, Need, RemovalImminent
from wizard.rules.stop import ice_knows_the_person_who_is_free, ice_may_not_know_the_person

type TextId = tuple[str, ...]

type Node = tuple[str, str]
"""The room of the wording that a node's title stands in (``question``, ``interlude`` or ``card``), and its id there."""

DANGER: Node = ("question", Emergency.id())
KNOWN: Node = ("question", KnownToIce.id())
WANTED: Node = ("question", NEEDS)
NEAR: Node = ("question", RemovalImminent.id())
LAWYER_FIRST: Node = ("interlude", Interlude.REMOVAL_NEAR.value)
RECORD_KEPT: Node = ("interlude", Interlude.RECORD_KEPT.value)
CALL_FIRST: Node = ("interlude", Interlude.EMERGENCY.value)
MAYBE_DANGER: Node = ("interlude", Interlude.MAYBE_DANGER.value)
STOP: Node = ("interlude", Interlude.STOP.value)


@dataclass(frozen=True)
class Edge:
    """One way on: taken when any text of each group in *when* applies, or always where there is none."""

    start: Node
    when: tuple[tuple[TextId, ...], ...]
    end: Node


@dataclass(frozen=True)
class Fork:
    """A question that changes where a request goes, and what each set of its options leads to."""

    question: str
    ways: tuple[tuple[tuple[str, ...], "Fork | Channel"], ...]


def fork_of(need: Need, known: Answers | None = None) -> Fork | Channel:
    """Where *need* leads, with every question that makes no difference left out."""
    given = dict(known or {})
    try:
        return card_for(need, Ask(given)).channel
    except UnansweredError as missing:
        asked = missing.question
    return _fork(asked, {option.value: fork_of(need, {**given, asked.id(): option.value}) for option in asked})


def _fork(question: type[Question], leads: dict[str, Fork | Channel]) -> Fork | Channel:
    by_end: dict[Fork | Channel, tuple[str, ...]] = {}
    for option, end in leads.items():
        by_end[end] = (*by_end.get(end, ()), option)
    if len(by_end) == 1:
        return next(iter(by_end))
    return Fork(question.id(), tuple((options, end) for end, options in by_end.items()))


@cache
def edges() -> tuple[Edge, ...]:
    """The whole decision: danger, a near removal and the stop card first, then each group of needs routed alike."""
    return tuple(dict.fromkeys((*_before_all(), *_after_needs())))


def _before_all() -> Iterator[Edge]:
    yield Edge(DANGER, ((_option(DANGER, Emergency.YES),),), CALL_FIRST)
    yield Edge(DANGER, ((_option(DANGER, Emergency.UNSURE),),), MAYBE_DANGER)
    yield Edge(DANGER, ((_option(DANGER, Emergency.NO),),), NEAR)
    yield Edge(CALL_FIRST, (), NEAR)
    yield Edge(MAYBE_DANGER, (), NEAR)
    yield Edge(NEAR, ((_option(NEAR, RemovalImminent.YES),),), LAWYER_FIRST)
    yield Edge(NEAR, ((_option(NEAR, RemovalImminent.NO),),), KNOWN)
    yield Edge(LAWYER_FIRST, (), KNOWN)
    yield Edge(KNOWN, (*_known_and_held(ice_may_not_know_the_person), (("diagram", "to_ice"),)), STOP)
    yield Edge(KNOWN, (*_known_and_held(ice_knows_the_person_who_is_free), (("diagram", "to_ice"),)), RECORD_KEPT)
    yield Edge(KNOWN, ((("diagram", "otherwise"),),), WANTED)
    yield Edge(STOP, (), WANTED)
    yield Edge(RECORD_KEPT, (), WANTED)


def _known_and_held(rule: Program[bool]) -> tuple[tuple[TextId, ...], tuple[TextId, ...]]:
    """What is answered of the person, and where the person is, wherever *rule* holds."""
    found = [dict(path.answers) for path in every_path(rule) if path.outcome]
    known = dict.fromkeys(_option(KNOWN, answers[KnownToIce.id()]) for answers in found)
    held = dict.fromkeys(("question", Custody.id(), "options", answers[Custody.id()]) for answers in found)
    return tuple(known), tuple(held)


def _after_needs() -> Iterator[Edge]:
    """One edge for all that is routed alike: by the name of its group where most of the group goes there."""
    wanted: dict[Fork | Channel, list[TextId]] = {}
    for group, needs in NEED_GROUPS.items():
        alike: dict[Fork | Channel, list[Need]] = {}
        for need in needs:
            alike.setdefault(fork_of(need), []).append(need)
        for fork, members in alike.items():
            whole = ("question", GROUPS, "options", group.value)
            texts = [whole] if 2 * len(members) > len(needs) else [_option(WANTED, need) for need in members]
            wanted.setdefault(fork, []).extend(texts)
    for fork, texts in wanted.items():
        yield Edge(WANTED, (tuple(texts),), _node(fork))
        yield from _within(fork)


def _within(fork: Fork | Channel) -> Iterator[Edge]:
    if isinstance(fork, Fork):
        for options, end in sorted(fork.ways, key=lambda way: isinstance(way[1], Fork)):
            start = _node(fork)
            yield Edge(start, (tuple(_option(start, option) for option in options),), _node(end))
            yield from _within(end)


def _option(question: Node, option: str) -> TextId:
    return (*question, "options", str(option))


def _node(end: Fork | Channel) -> Node:
    return ("question", end.question) if isinstance(end, Fork) else ("card", end.value)
