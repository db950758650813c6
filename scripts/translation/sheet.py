"""A sheet to review a language on paper: English beside the translation, by screen and paper, with room for notes.

One file, with no script, that asks nobody for anything.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from wizard.languages import table

from . import review
from .notes import kind_of
from .review import Standing
from .texts import Text, texts, written
from .toml_lines import as_list
from .where import screens, titles


@dataclass(frozen=True)
class Row:
    """One text: its sentences in both languages, and what is to be said of it, if anything."""

    id: str
    english: list[str]
    translated: list[str]
    mark: str


def sheet(language: str) -> str:
    """The sheet of *language* as HTML."""
    shown = [text for text in texts(language).values() if text.lines and text.has_mark]
    theirs, marks = written(language), review.marks_of(language)
    groups: dict[tuple[int, str], list[Row]] = {}
    counted: Counter[Standing] = Counter()
    for text in shown:
        standing = review.standing(text, theirs.get(text.id), marks)
        counted[standing] += 1
        given = as_list(theirs.get(text.id, [])) if standing is not Standing.MISSING else []
        mark = "" if standing is Standing.REVIEWED else standing.value
        groups.setdefault(_place(text), []).append(Row(text.id, as_list(text.english), given, mark))
    about = table()[language]
    return _template().render(
        title=f"ICE Contact Guide: {about.name}",
        language=about,
        counts="; ".join(f"{standing.value}: {counted[standing]}" for standing in Standing if counted[standing]),
        groups=[(heading, groups[number, heading]) for number, heading in sorted(groups)],
    )


def _place(text: Text) -> tuple[int, str]:
    """The screen that shows *text* first, by its number; after all screens, the paper or the part of the guide."""
    if number := screens().get(text.id):
        return number, f"Screen {number}: {titles()[number]}"
    heading = kind_of(text.id)[0]
    return max(titles()) + 1, heading[0].upper() + heading[1:]


def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined).get_template("sheet.html")
