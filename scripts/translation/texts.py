"""All that is translated of the wording, by id: the English it is made from, and what is noted where that stands.

Two groups stand in no English file: ICE's own sentences, and the names of states, of which a language may have its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.guide.folders import REPOSITORY
from scripts.guide.page_text.ice_answers import other_sentences
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import statements
from wizard.offices import states
from wizard.wording import NOT_TEXTS

from .toml_lines import Piece, pieces, quoted

WORDING = REPOSITORY / "wizard" / "wording"
ICE, STATE = "ice", "state"
ICE_FILE, ANSWERS_FILE, STATE_FILE = "interview.toml", "site.toml", "offices.toml"
ICE_HEAD = """
# ICE's own sentences. They follow ICE's words, even where these are hard or garbled. Always shown beneath the English.
"""


@dataclass(frozen=True)
class Text:
    """One text of the source language; *file* and *line* say where."""

    id: str
    english: str | list[str]
    file: str
    line: int
    notes: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """Whether every language has it, in our own words."""
        return not self.id.startswith((f"{ICE}.", f"{STATE}."))

    @property
    def has_mark(self) -> bool:
        """Whether it is noted who reviewed it: not of names of states, nor of sentences that only pages show."""
        return not self.id.startswith(f"{STATE}.") and self.id.removeprefix(f"{ICE}.") not in other_sentences()

    @property
    def lines(self) -> dict[str, str]:
        """Its sentences by id: those of a list are numbered, from 0."""
        if isinstance(self.english, str):
            return {self.id: self.english} if self.english else {}
        return {f"{self.id}.{number}": line for number, line in enumerate(self.english)}


@cache
def texts() -> dict[str, Text]:
    """Every text by id, in the order of the English files, then ICE's sentences and the states."""
    found = [text for path in files_of(SOURCE_LANGUAGE) for text in _texts_of(path)]
    found += [
        Text(f"{ICE}.{name}", statement.sentence, "wizard/sources/statements.toml", 0, ())
        for name, statement in statements().items()
        if statement.quote
    ]
    found += [Text(f"{ICE}.{name}", said, "docs/answers.toml", 0, ()) for name, said in other_sentences().items()]
    areas = "wizard/facts/offices/areas.toml"
    found += [Text(f"{STATE}.{code}", name, areas, 0, ()) for code, name in states().items()]
    return {text.id: text for text in found}


def files_of(language: str) -> list[Path]:
    """The files with the texts of *language*; none where it has no folder yet."""
    return [path for path in sorted((WORDING / language).glob("*.toml")) if path.name not in NOT_TEXTS]


def written(language: str) -> dict[str, str | list[str]]:
    """The texts of *language* by id, as its files are now."""
    found: dict[str, str | list[str]] = {}
    for path in files_of(language):
        for piece in pieces(path.read_text("utf-8")):
            found |= piece.values
    return found


def _texts_of(path: Path) -> Iterator[Text]:
    of_table: list[str] = []
    for piece in pieces(path.read_text("utf-8")):
        if not piece.values:
            of_table = piece.comments
        for name, english in piece.values.items():
            where = path.relative_to(REPOSITORY).as_posix()
            yield Text(name, english, where, piece.line, (*of_table, *piece.comments))


def pattern(name: str) -> list[Piece]:
    """The pieces of the English file *name*, and those that only other languages have, in their place."""
    found = list(pieces((WORDING / SOURCE_LANGUAGE / name).read_text("utf-8")))
    if name == STATE_FILE:
        at = next(index for index, piece in enumerate(found) if piece.key == f"[{STATE}]")
        found[at + 1 : at + 1] = _entries(STATE)
    if name in {ICE_FILE, ANSWERS_FILE}:
        found += [Piece(f"[{ICE}]", ICE_HEAD, f"[{ICE}]\n", 0), *_entries(ICE, for_pages=name == ANSWERS_FILE)]
    return found


def _entries(group: str, *, for_pages: bool = False) -> Iterator[Piece]:
    for text in texts().values():
        name = text.id.removeprefix(f"{group}.")
        if text.id.startswith(f"{group}.") and (name in other_sentences()) == for_pages:
            yield Piece(text.id, "", f"{name} = {quoted(str(text.english))}\n", 0)
