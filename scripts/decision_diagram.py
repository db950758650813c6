"""The decision of the whole guide as one picture, and the same as a table: both made from the rules themselves.

Questions that never change where a request goes are left out; options that lead to the same are one edge; needs that
are routed alike are one. ``guide_text.py`` hands both to the pages.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from textwrap import wrap

from markupsafe import Markup

from scripts.drawing import drawn
from wizard.assess import card_for
from wizard.cards import Channel
from wizard.engine import Answers, Ask, Program, Question, UnansweredError, every_path
from wizard.interview import NEEDS, Interlude
from wizard.questions import NEED_GROUPS, Custody, Emergency, KnownToIce, Need, RemovalImminent
from wizard.rules.stop import ice_knows_the_person_who_is_free, ice_may_not_know_the_person
from wizard.wording import Wording, wording

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
STOP: Node = ("interlude", Interlude.STOP.value)

TRUNK = (CALL_FIRST, NEAR, LAWYER_FIRST, KNOWN, STOP, WANTED, ("card", Channel.DETENTION_LINE.value))
TRUNK_WEIGHT = 100
"""What leads down the left side, so that a small screen shows the beginning first."""

NODE_LINE, EDGE_LINE = 20, 17
"""How many characters a line in a node, and on an edge, takes at most."""


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
    yield Edge(DANGER, ((_option(DANGER, Emergency.NO),),), NEAR)
    yield Edge(CALL_FIRST, (), NEAR)
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
    for group, needs in NEED_GROUPS.items():
        alike: dict[Fork | Channel, list[Need]] = {}
        for need in needs:
            alike.setdefault(fork_of(need), []).append(need)
        usual = max(alike, key=lambda fork: len(alike[fork]))
        for fork, members in alike.items():
            texts = tuple(_option(WANTED, need) for need in members)
            yield Edge(
                WANTED, ((("question", NEEDS, "groups", group.value),) if fork == usual else texts,), _node(fork)
            )
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


def title(node: Node, say: Wording) -> str:
    """What a node says."""
    return say(*node, "title")


def condition(edge: Edge, say: Wording) -> str:
    """When *edge* is taken, in words; empty where it always leads on."""
    both = f"; {say('diagram.and')} "
    return both.join(" / ".join(say(*text) for text in group) for group in edge.when)


def rows(language: str) -> list[tuple[str, str, str]]:
    """The picture as a table: from where, when, and to where."""
    say = wording(language)
    return [(title(edge.start, say), condition(edge, say), title(edge.end, say)) for edge in edges()]


def graph(language: str) -> str:
    """The picture in the language of Graphviz."""
    say = wording(language)
    nodes = dict.fromkeys(node for edge in edges() for node in (edge.start, edge.end))
    lines = [f"{_id(node)} [class={node[0]}, label={_label(title(node, say), NODE_LINE)}]" for node in nodes]
    for edge in edges():
        label = _label(condition(edge, say), EDGE_LINE)
        weight = TRUNK_WEIGHT if edge.end in TRUNK else 1
        lines.append(f"{_id(edge.start)} -> {_id(edge.end)} [label={label}, weight={weight}]")
    return "\n".join((_HEAD, *lines, "}"))


_HEAD = """digraph {
graph [bgcolor=transparent, ordering=out, ranksep=0.25, nodesep=0.12]
node [shape=box, style=rounded, fontname=Helvetica, fontsize=15, margin="0.1,0.06"]
edge [fontname=Helvetica, fontsize=13, arrowsize=0.7]"""
"""Laid out for letters larger than the style sheet's, since nobody knows how wide the reader's font runs."""


def _id(node: Node) -> str:
    return "_".join(node)


def _label(text: str, length: int) -> str:
    return json.dumps("\n".join(wrap(text, length, break_on_hyphens=False)), ensure_ascii=False)


def diagram(language: str) -> str:
    """The picture as SVG, with a name and a description; its colours are the style sheet's."""
    say = wording(language)
    picture = drawn("draw_graph.mjs", graph(language), f"decisions-{language}.svg")
    picture = re.sub(r"<!--.*?-->\s*|<title>.*?</title>\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r' (?:xml:space|id|font-family|font-size|fill|stroke)="[^"]*"', "", picture)
    head = Markup('<svg class="guide-diagram" role="img" aria-label="{}" ').format(say("diagram.description"))
    return picture.replace("<svg ", head, 1)
