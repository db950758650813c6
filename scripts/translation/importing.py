"""Writes what came back in a PO file into the files of a language, and notes what was reviewed.

A file keeps its order, its comments and its layout; what it lacks comes where the English file has it, as it has it.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from wizard.languages import SOURCE_LANGUAGE
from wizard.review import mark_of

from . import pages, review
from .incoming import Judged, judged
from .own import ICE, IN_DATE, MAY_BE_MISSING
from .po import UnreadableError, of_po
from .texts import WORDING, files_of, pattern, texts
from .toml_lines import Piece, pieces


class RefusedError(ValueError):
    """A PO file that cannot be taken over; each line says one thing that is wrong with it."""


def imported(language: str, content: bytes) -> Judged:
    """Writes the PO file *content* into the files of *language*. Raises ``RefusedError`` and writes nothing."""
    if language == SOURCE_LANGUAGE:
        raise RefusedError(f"{language} is what all others are translated from")
    try:
        said, entries = of_po(content)
    except UnreadableError as error:
        raise RefusedError(str(error)) from None
    if said and said != language:
        raise RefusedError(f"the file says that it is in {said}, and not in {language}")
    found = judged(language, entries)
    if found.faults:
        raise RefusedError("\n".join(found.faults))
    _write_texts(language, found)
    for name, translated in found.paragraphs.items():
        page = pages.file_of(language, name)
        page.parent.mkdir(exist_ok=True)
        page.write_text(pages.written(language, name, translated), "utf-8")
    return found


def _write_texts(language: str, found: Judged) -> None:
    (WORDING / language).mkdir(exist_ok=True)
    for file in files_of(SOURCE_LANGUAGE):
        path = WORDING / language / file.name
        path.write_text(composed(pattern(language, file.name), _pieces_of(path), found.texts), "utf-8")
    marks = review.marks_of(language) | {name: mark_of(texts(language)[name].english) for name in found.reviewed}
    if marks:
        review.write(language, marks)


def _pieces_of(path: Path) -> list[Piece]:
    return list(pieces(path.read_text("utf-8"))) if path.is_file() else []


def composed(model: list[Piece], own: list[Piece], values: Mapping[str, str | list[str]]) -> str:
    """A file of a language, from its *own* pieces, those of the *model* that it lacks, and new *values*."""
    english = {piece.key: piece for piece in model}
    found = [_with(piece, english.get(piece.key, piece), values) for piece in _kept(own, english)]
    there, at = {piece.key for piece in found}, 0
    for key, piece in english.items():
        if key in there:
            at = next(index for index, other in enumerate(found) if other.key == key) + 1
        elif _belongs(key, values):
            found.insert(at, _with(piece, piece, values))
            at += 1
    end = [piece for piece in own if not piece.key]
    return "".join(map(str, [*found, *end]))


def _kept(own: list[Piece], english: Mapping[str, Piece]) -> Iterator[Piece]:
    """What of a file is in English too, each below its own head; a head goes where all that stood below it goes."""
    for at, piece in enumerate(own):
        below = list(takewhile(lambda other: other.values, own[at + 1 :]))
        is_needed = not below or any(other.key in english for other in below)
        if piece.key in english or (piece.key.startswith("[") and is_needed):
            yield piece


def _belongs(key: str, values: Mapping[str, str | list[str]]) -> bool:
    """Whether a language has the piece *key*: of its own, only what is translated."""
    if key.startswith("["):
        table = f"{key[1:-1]}."
        return table not in {ICE, IN_DATE} or any(name.startswith(table) for name in values)
    return not key.startswith(MAY_BE_MISSING) or key in values


def _with(piece: Piece, english: Piece, values: Mapping[str, str | list[str]]) -> Piece:
    """*piece* with new *values*; written as the *english* one where it has another number of sentences."""
    for layout in (piece, english):
        with suppress(ValueError):
            return replace(piece, text=layout.with_values(values).text)
    return replace(piece, text=piece.in_one_line(values).text)
