"""A document as blocks of runs: what a letter, a script or a list is before it is text, Word or HTML.

Knows nothing of letters, of languages or of how blocks are drawn. What a person typed always ends its block, so that
marks of direction in it turn nothing of ours around.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.direction import starts_from_the_right


class Style(StrEnum):
    """What a block is; to sign is a row with room above it, and what is urgent stands above all else."""

    URGENT = "urgent"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    WORDS = "words"
    ROW = "row"
    SIGN = "sign"
    ITEM = "item"
    NOTE = "note"


class Mark(StrEnum):
    """What a run is: of ours, of ours and weighty, in the person's own words, or a blank to fill in."""

    PLAIN = "plain"
    STRONG = "strong"
    OWN = "own"
    BLANK = "blank"


@dataclass(frozen=True)
class Run:
    """A piece of one line."""

    text: str
    mark: Mark = Mark.PLAIN
    language: str = ""

    @property
    def right_to_left(self) -> bool:
        """Whether the first letter that has a direction is read from the right."""
        return starts_from_the_right(self.text)


@dataclass(frozen=True)
class Block:
    """One paragraph. *keep*: it stays on the page of the next one."""

    style: Style
    runs: tuple[Run, ...]
    keep: bool = False

    @property
    def text(self) -> str:
        """The block as one line."""
        return "".join(run.text for run in self.runs)


type Cell = tuple[Run, ...]


@dataclass(frozen=True)
class Table:
    """Rows of equally many cells; *head* names the columns."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """*name* is that of its files, without an ending; *title* is in our own words: it shows in lists of files."""

    name: str
    title: str
    language: str
    blocks: tuple[Block | Table, ...]


TINY, SHORT, MIDDLE, LONG = 6, 24, 34, 74
"""How long blanks are, in underscores: the longest is as wide as the page between its margins."""


def title(text: str) -> Block:
    """The one title of a document."""
    return Block(Style.TITLE, (Run(text),), keep=True)


def heading(text: str) -> Block:
    """The heading of a part."""
    return Block(Style.HEADING, (Run(text),), keep=True)


def body(text: str, *, keep: bool = False) -> Block:
    """A paragraph of ours."""
    return Block(Style.BODY, (Run(text),), keep)


def note(text: str) -> Block:
    """A remark to the reader, which is no part of what is sent."""
    return Block(Style.NOTE, (Run(text),))


def item(text: str) -> Block:
    """An entry of a list, of ours, with its mark."""
    return Block(Style.ITEM, (Run(text),))


def tick(text: str, *, ticked: bool) -> Block:
    """An entry of a list with a box, ticked or to tick by hand."""
    return item(f"[{'x' if ticked else ' '}] {text}")


def row(label: str, value: str, *, blank: int = SHORT) -> Block:
    """A label with what the person told, or a blank."""
    return Block(Style.ROW, (Run(f"{label} ", Mark.STRONG), Run(value, Mark.OWN) if value else line(blank)))


def fixed_row(label: str, value: str, *, blank: int = SHORT) -> Block:
    """A label with a value in our words, or a blank."""
    return Block(Style.ROW, (Run(f"{label} ", Mark.STRONG), Run(value) if value else line(blank)))


def label(text: str) -> Block:
    """What the blocks after it are."""
    return Block(Style.ROW, (Run(text, Mark.STRONG),), keep=True)


def blanks(*labels: tuple[str, int], style: Style = Style.ROW) -> Block:
    """Labels on one line, each with a blank of its length."""
    runs: list[Run] = []
    for text, length in labels:
        runs += [Run("  "), Run(f"{text} ", Mark.STRONG), line(length)]
    return Block(style, tuple(runs[1:]))


def line(length: int) -> Run:
    """A blank to fill in by hand."""
    return Run("_" * length, Mark.BLANK)


def own_words(lines: Iterable[str], *, empty: int, beside: str = "") -> tuple[Block, ...]:
    """The person's own words, a block for each line; where there are none, *empty* lines to write on.

    *beside* names a short blank at the end of each of those lines.
    """
    told = tuple(Block(Style.WORDS, (Run(words, Mark.OWN),)) for words in lines)
    end = (line(LONG - len(beside) - TINY), Run(f" {beside} "), line(TINY)) if beside else (line(LONG),)
    return told or tuple(Block(Style.WORDS, end) for _ in range(empty))


def around(text: tuple[str, str], value: str, *, style: Style = Style.BODY, strong: bool = False) -> Block:
    """A sentence of ours, before and after a value of ours or a blank."""
    before, after = text
    first = Run(before, Mark.STRONG if strong else Mark.PLAIN)
    runs = (first, Run(value) if value else line(SHORT), Run(after))
    return Block(style, tuple(run for run in runs if run.text))


def kept_together(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """*blocks* that stay on one page."""
    found = tuple(blocks)
    return tuple(replace(block, keep=True) for block in found[:-1]) + found[-1:]
