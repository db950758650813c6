"""Which way each paragraph of a paper is read, and each piece of it: the same for text, Word and the screen.

In a paper that is read from the right, English names, numbers and what a person typed are pieces of their own, each
between marks that keep its order. A paper that is read from the left, and so all that goes to ICE, holds no mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wizard.direction import END, LATIN, OF_ITS_OWN, is_from_the_right, set_apart, starts_from_the_right
from wizard.packet.document import Mark, Run

_APART = re.compile(rf"({OF_ITS_OWN}[^{OF_ITS_OWN}{END}]*{END}|[{LATIN}](?:[{LATIN}0-9 .,:/&'\u2019@-]*[{LATIN}0-9])?)")
"""What is set apart already; and Latin letters in a sentence of ours, with what stands between them."""

type Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in pieces of which each is read one way."""

    right_to_left: bool
    pieces: tuple[tuple[Run, bool], ...]

    @property
    def text(self) -> str:
        """The paragraph as one line."""
        return "".join(run.text for run, _ in self.pieces)


def ordered(runs: Runs, language: str) -> Paragraph:
    """*runs* as a paragraph of a paper in *language*.

    It is read as its first run is: the person's own words by their letters, all else by its language.
    """
    first = runs[0]
    own = first.mark is Mark.OWN
    right_to_left = first.right_to_left if own else is_from_the_right(first.language or language)
    if own or not right_to_left:
        return Paragraph(right_to_left, tuple((run, run.right_to_left) for run in runs))
    return Paragraph(right_to_left, tuple(piece for run in runs for piece in _pieces(run)))


def _pieces(run: Run) -> Iterator[tuple[Run, bool]]:
    """*run* of a paragraph that is read from the right, cut where the direction changes."""
    if run.mark is Mark.OWN:
        yield replace(run, text=set_apart(run.text)), run.right_to_left
        return
    for number, text in enumerate(_APART.split(run.text)):
        if text:
            apart = number % 2 == 1
            yield replace(run, text=text), not apart or starts_from_the_right(text)
