"""The decision of the whole guide as one picture, and the same as rows of a table."""

import json
import re
from textwrap import wrap

from markupsafe import Markup

from wizard.cards import Channel
from wizard.wording import Wording, wording

from .decision import CALL_FIRST, KNOWN, LAWYER_FIRST, NEAR, STOP, WANTED, Edge, Node, edges
from .drawing import drawn

TRUNK = (CALL_FIRST, NEAR, LAWYER_FIRST, KNOWN, STOP, WANTED, ("card", Channel.DETENTION_LINE.value))
TRUNK_WEIGHT = 100
"""What leads down the left side, so that a small screen shows the beginning first."""

NODE_LINE, EDGE_LINE = 20, 17
"""How many characters a line in a node, and on an edge, takes at most."""


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
