"""Every text by id and language. A text names facts and days in braces; nothing else is put into it by hand."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from wizard.direction import is_from_the_right, sentence_apart, set_apart
from wizard.languages import SOURCE_LANGUAGE, Language, table
from wizard.library import facts, load_toml, room, statements
from wizard.plurals import categories, category, text_of_form
from wizard.rules.days import IN_TEXTS

REVIEW = "review.toml"
"""Beside the texts of a language: which English each was reviewed against (wizard/review.py)."""
ENGLISH_SHOWN = "english_shown.toml"
"""In the browser only, instead of it: the ids of the texts that are shown in English."""
SEARCH = "search.toml"
"""Beside the texts of a language: how people ask in it, for the search of the pages (scripts/guide/search.py)."""
OWN = ("month_in_date.", "packet.month_also.", "state.")
"""Names that each language has of its own, made from no English."""
NOT_TEXTS = frozenset({"same.toml", REVIEW, ENGLISH_SHOWN, SEARCH})
"""Files of a language's folder that say something of its texts."""


@cache
def texts_of(language: str) -> dict[str, Any]:
    """Every text of *language* by dotted id. Where nobody reviewed it against the English of today, that English."""
    english = english_of(language)
    return written_in(language) | {name: english[name] for name in shown_in_english(language) if name in english}


@cache
def written_in(language: str) -> dict[str, Any]:
    """What stands in all files of the folder of *language*. Raises ``ValueError`` at an id in two of them."""
    found: dict[str, Any] = {}
    for entry in sorted(room().joinpath("wording", language).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml") and entry.name not in NOT_TEXTS:
            texts = flat(load_toml(f"wording/{language}", entry.name))
            if twice := found.keys() & texts.keys():
                raise ValueError(f"wording/{language}: {min(twice)} stands in two files")
            found |= texts
    return found


@cache
def english_of(language: str) -> dict[str, Any]:
    """What the texts of *language* were made from, by the same ids: ours, and ICE's own sentences."""
    english = {f"ice.{name}": statement.sentence for name, statement in statements().items()}
    english |= written_in(SOURCE_LANGUAGE)
    made = {name: name if name in english else f"{text_of_form(name)}.other" for name in written_in(language)}
    return {name: english[of] for name, of in made.items() if of in english and not name.startswith(OWN)}


@cache
def shown_in_english(language: str) -> tuple[str, ...]:
    """The texts of *language* whose English changed since somebody read them. In a draft, unread ones are shown."""
    folder = room().joinpath("wording", language)
    if folder.joinpath(ENGLISH_SHOWN).is_file():
        return tuple(load_toml(f"wording/{language}", ENGLISH_SHOWN)["ids"])
    if not folder.joinpath(REVIEW).is_file():
        return ()
    from wizard import review  # noqa: PLC0415 - it makes hashes, which the browser never does

    marks, english = load_toml(f"wording/{language}", REVIEW), english_of(language)
    unread = () if table()[language].is_draft else review.never_reviewed(marks, english)
    return (*review.stale(marks, english), *unread)


def flat(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """*table* with dotted ids: ``{"a": {"b": "text"}}`` gives ``{"a.b": "text"}``."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return found


_GAP = "\0"
"""What stands for a value while the text around it is cut in two."""


@dataclass(frozen=True)
class Wording:
    """The texts of one language. Asking for one that is not there is an error: a check finds it at build time."""

    language: str
    texts: dict[str, Any]
    values: dict[str, str]

    def __call__(self, *path: str, **values: object) -> str:
        """The text with the id *path* (joined by dots), its braces filled from the facts and *values*."""
        return self._fill(self.texts[".".join(path)], values)

    def join(self, name: str, /, **texts: str) -> str:
        """The text *name* of [join] with other *texts* in its braces: they are as they should be in this language."""
        return str(self.texts[f"join.{name}"]).format_map(texts)

    def around(self, name: str, brace: str, /, **values: object) -> tuple[str, str]:
        """The text *name* before and after one of its braces, in whose place a value or a blank is drawn by itself."""
        before, _, after = self(name, **values, **{brace: _GAP}).partition(_GAP)
        return before, after

    def count(self, name: str, count: int) -> str:
        """The text *name* in the form that *count* takes, which its ``{count}`` is."""
        return self(name, category(self.about.plural, count), count=count)

    def forms(self, name: str) -> dict[str, str]:
        """Every form of the text *name* by its category, for a script of the page to choose from."""
        return {form.value: self(name, form, count="{count}") for form in categories(self.about.plural)}

    def lines(self, *path: str) -> list[str]:
        """The texts of a list."""
        return [self._fill(text, {}) for text in self.texts[".".join(path)]]

    def has(self, *path: str) -> bool:
        """Whether there is a text (or a list) with that id that is not empty."""
        return bool(self.texts.get(".".join(path)))

    @property
    def about(self) -> Language:
        """How this language is called and written."""
        return table()[self.language]

    @property
    def english(self) -> "Wording":
        """The same texts in the language of what goes to ICE."""
        return self if self.language == SOURCE_LANGUAGE else wording(SOURCE_LANGUAGE)

    def apart(self, told: str) -> str:
        """*told*, which may be in another language, as it stands among words of this one: in its own order."""
        return set_apart(told) if is_from_the_right(self.language) else told

    def day(self, moment: object) -> str:
        """A day (YYYY-MM-DD) or month (YYYY-MM) in words, such as *November 24, 2026*."""
        year, month, *day = str(moment).split("-")
        number = str(int(month))
        if not day:
            return self("date.month", month=self("month", number), year=year)
        return self("date.long", month=self.months[int(month) - 1], day=int(day[0]), year=year)

    @property
    def months(self) -> list[str]:
        """The names of the months as they stand in a date, which in some languages is a form of their own."""
        forms = (("month_in_date" if self.has("month_in_date", str(n)) else "month", str(n)) for n in range(1, 13))
        return [self(*form) for form in forms]

    @property
    def weekdays(self) -> list[str]:
        """The names of the days of the week, Sunday first."""
        return [self("weekday", str(number)) for number in range(7)]

    def month_names(self, number: int) -> list[str]:
        """How a month may be typed: by its name, as it stands in a date, or by one of its abbreviations."""
        rooms = ("month", "month_in_date")
        names = [self(room, str(number)) for room in rooms if self.has(room, str(number))]
        others = ("packet", "month_also", str(number))
        return names + (self.lines(*others) if self.has(*others) else [])

    def _fill(self, text: Any, values: dict[str, object]) -> str:
        told = sentence_apart(str(text)) if is_from_the_right(self.language) else str(text)
        if "{" not in told:
            return told
        return self.with_days(told).format_map(_SetApart(self, {**self.values, **values}))

    def with_days(self, text: str) -> str:
        """*text* with the days that decide, each in place of its name in braces."""
        for name, day in IN_TEXTS.items():
            if f"{{{name}}}" in text:
                told = self.day(day) if isinstance(day, date) else str(day.days)
                text = text.replace(f"{{{name}}}", self.apart(told))
        return text


class _SetApart(dict[str, object]):
    """What stands in braces, each set apart from the words around it."""

    def __init__(self, say: Wording, values: dict[str, object]) -> None:
        super().__init__(values)
        self.say = say

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return self.say.apart(value) if isinstance(value, str) else value


@cache
def wording(language: str) -> Wording:
    """The texts of *language*."""
    return Wording(
        language,
        texts_of(language) | _mark_of_a_draft(language),
        {fact.id: fact.value for fact in facts().values()},
    )


def _mark_of_a_draft(language: str) -> dict[str, str]:
    """The text by which every page and every paper says what it is not: in a draft it begins with that."""
    texts = texts_of(language)
    if not table()[language].is_draft or not {"ui.draft", "ui.not_government"} <= texts.keys():
        return {}
    return {"ui.not_government": f"{texts['ui.draft']} {texts['ui.not_government']}"}
