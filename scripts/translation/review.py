"""Which texts of a language were reviewed, and against which English: reads and writes its review.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from scripts.checks.languages import ices_sentences
from wizard.languages import SOURCE_LANGUAGE
from wizard.review import mark_of
from wizard.wording import REVIEW

from .texts import WORDING, Text, texts, written

HEAD = """\
# Of each text, a hash of the English that it was reviewed against. Where the English is another one today, it is shown.
# Written by scripts/translate (reviewed, import); not edited by hand.

"""


class Standing(StrEnum):
    """How far a text of a language is."""

    MISSING = "not translated"
    UNREAD = "not reviewed"
    STALE = "the English changed since"
    REVIEWED = "reviewed"


class UnknownTextError(ValueError):
    """What was to be reviewed is no text of the language."""


def file_of(language: str) -> Path:
    """Where the hashes of *language* stand."""
    return WORDING / language / REVIEW


def marks_of(language: str) -> dict[str, str]:
    """The hashes of *language* by the id of the text."""
    path = file_of(language)
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def standing(text: Text, translated: str | list[str] | None, marks: Mapping[str, str]) -> Standing:
    """How far *text* is in a language that has *translated* for it, and *marks*."""
    if text.id in marks and translated is not None:
        return Standing.REVIEWED if marks[text.id] == mark_of(text.english) else Standing.STALE
    if not translated or text.as_lines(translated) in (text.as_lines(text.english), [ices_sentences().get(text.id)]):
        return Standing.MISSING
    return Standing.UNREAD if text.has_mark else Standing.REVIEWED


def write(language: str, marks: Mapping[str, str]) -> None:
    """Writes the hashes of *language*, those of texts that it has, in the order of their ids."""
    kept = sorted(marks.keys() & written(language).keys() & {name for name, t in texts(language).items() if t.has_mark})
    file_of(language).write_text(HEAD + "".join(f'"{name}" = "{marks[name]}"\n' for name in kept), "utf-8")


def mark_reviewed(language: str, names: Iterable[str]) -> int:
    """Notes that somebody read the texts *names* against the English of today; all where none is named."""
    if language == SOURCE_LANGUAGE:
        raise UnknownTextError(f"{language} is what all others are reviewed against")
    theirs = written(language)
    reviewed = [text.id for text in texts(language).values() if text.id in theirs and text.has_mark]
    wanted = list(names) or reviewed
    for name in wanted:
        if name not in reviewed:
            raise UnknownTextError(f"{language} has no text {name}")
    write(language, marks_of(language) | {name: mark_of(texts(language)[name].english) for name in wanted})
    return len(wanted)
