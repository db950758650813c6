"""All that is translated of the wording, by id: the English it is made from, and what is noted where that stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from scripts.guide.folders import REPOSITORY
from wizard.languages import SOURCE_LANGUAGE
from wizard.plurals import text_of_form
from wizard.wording import NOT_TEXTS

from .own import BETWEEN, SHORT, UNMARKED, file_of, forms_of, own_texts
from .toml_lines import Piece, pieces, quoted

WORDING = REPOSITORY / "wizard" / "wording"
HEADS = {
    "ice": """
# ICE's own sentences. They follow ICE's words, even where these are hard or garbled. Always shown beneath the English.
""",
    "month_in_date": """
# How a month is called in a date, where that is not its name.
""",
}
"""The tables that no English file has, with what stands above them."""


@dataclass(frozen=True)
class Text:
    """One text of a language, as it is in English; *file* and *line* say where. *alone*: the one number it is for."""

    id: str
    english: str | list[str]
    file: str
    line: int = 0
    notes: tuple[str, ...] = ()
    alone: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it is in our own words, and so names facts in braces."""
        return not file_of(self.id)

    @property
    def is_joined(self) -> bool:
        """Whether it is a list of any length, which goes out as one line."""
        return self.id.startswith(SHORT)

    @property
    def has_mark(self) -> bool:
        """Whether it is noted who reviewed it: not where only pages show it, or where it is no sentence."""
        return not self.id.startswith(UNMARKED) and self.file != "docs/answers.toml"

    @property
    def lines(self) -> dict[str, str]:
        """Its sentences by id: those of a list are numbered, from 0."""
        if isinstance(self.english, str):
            return {self.id: self.english} if self.english else {}
        return {f"{self.id}.{number}": line for number, line in enumerate(self.english)}

    def as_lines(self, value: str | list[str]) -> list[str]:
        """The sentences of a translation, as many as go out."""
        whole = value if isinstance(value, list) else [value]
        return [BETWEEN.join(whole)] if self.is_joined else whole

    def of_lines(self, lines: list[str]) -> str | list[str]:
        """The translation that came back as *lines*."""
        if self.is_joined:
            return [part.strip() for part in lines[0].split(BETWEEN.strip()) if part.strip()]
        return lines if isinstance(self.english, list) else lines[0]


@cache
def texts(language: str = SOURCE_LANGUAGE) -> dict[str, Text]:
    """Every text that *language* has or may have by id, in the order of the English files; then what it has alone."""
    english = {text.id: text for path in files_of(SOURCE_LANGUAGE) for text in _texts_of(path)}
    found: dict[str, Text] = {}
    for name, text in english.items():
        for form in forms_of(language, text_of_form(name)) if text_of_form(name) else ():
            notes = (*english[form.english].notes, form.told)
            alone = len(form.numbers) == 1
            found.setdefault(form.id, replace(english[form.english], id=form.id, notes=notes, alone=alone))
        if not text_of_form(name) and not text.is_joined:
            found[name] = text
    return found | {own.id: Text(own.id, own.english, own.file) for own in own_texts()}


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


def pattern(language: str, name: str) -> list[Piece]:
    """The pieces of the English file *name* as *language* has them, and its own in their place."""
    found: dict[str, Piece] = {}
    for piece in pieces((WORDING / SOURCE_LANGUAGE / name).read_text("utf-8")):
        if text := text_of_form(piece.key):
            for form in forms_of(language, text):
                found.setdefault(form.id, _entry(texts(language)[form.id]))
        elif not piece.key.startswith(SHORT):
            found[piece.key] = piece
    groups: dict[str, list[Piece]] = {}
    for own in own_texts():
        if file_of(own.id) == name:
            groups.setdefault(own.id.rpartition(".")[0], []).append(_entry(texts(language)[own.id]))
    for table, entries in groups.items():
        _put(found, table, entries)
    return [piece for piece in found.values() if piece.key]


def _put(found: dict[str, Piece], table: str, entries: list[Piece]) -> None:
    """Puts *entries* below the head of their *table*, which comes last where English has none."""
    head = f"[{table}]"
    found.setdefault(head, Piece(head, HEADS.get(table, "\n"), f"{head}\n", 0))
    order = list(found)
    after = order[order.index(head) + 1 :]
    for entry in entries:
        found[entry.key] = entry
    for key in after:
        found[key] = found.pop(key)


def _entry(text: Text) -> Piece:
    """A text of a language alone, as a file has it."""
    value = f"[{quoted(str(text.english))}]" if text.is_joined else quoted(str(text.english))
    return Piece(text.id, "", f"{text.id.rpartition('.')[2]} = {value}\n", 0)
