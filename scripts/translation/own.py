"""What a language has of its own: forms of texts that count, ICE's sentences, names of states and of months.

English has not these, or not as many; each still has an English that it is made from.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.guide.page_text.ice_answers import other_sentences
from wizard.languages import SOURCE_LANGUAGE, table
from wizard.library import statements
from wizard.offices import states
from wizard.plurals import Category, categories
from wizard.wording import wording, written_in

ICE, STATE, IN_DATE, SHORT = "ice.", "state.", "month_in_date.", "packet.month_also."
MAY_BE_MISSING = (ICE, STATE, IN_DATE, SHORT)
"""What a language need not have, or lacks in English."""
UNMARKED = (STATE, IN_DATE, SHORT)
"""What nobody reviews against a sentence."""
BETWEEN = ", "
"""What stands between short names of a month where they go out as one line."""
SHOWN = 6
"""So many numbers show which ones take a form."""


@dataclass(frozen=True)
class Own:
    """A text of a language alone: its id, the English that it is made from, and where that stands."""

    id: str
    english: str
    file: str


def own_texts() -> Iterator[Own]:
    """All of them, but for the forms of texts that count, which stand where those of English do."""
    for name, statement in statements().items():
        if statement.quote:
            yield Own(ICE + name, statement.sentence, "wizard/sources/statements.toml")
    for name, said in other_sentences().items():
        yield Own(ICE + name, said, "docs/answers.toml")
    for code, name in states().items():
        yield Own(STATE + code, name, "wizard/facts/offices/areas.toml")
    for month in range(1, 13):
        name = wording(SOURCE_LANGUAGE)("month", str(month))
        short = written_in(SOURCE_LANGUAGE).get(f"{SHORT}{month}", [name])
        yield Own(f"{IN_DATE}{month}", name, "wizard/wording/en/interview.toml")
        yield Own(f"{SHORT}{month}", BETWEEN.join(short), "wizard/wording/en/packet.toml")


def file_of(name: str) -> str:
    """In which file of a language the text *name* stands; empty for one that stands where the English does."""
    if name.startswith(ICE):
        return "site.toml" if name.removeprefix(ICE) in other_sentences() else "interview.toml"
    rooms = {STATE: "offices.toml", IN_DATE: "interview.toml", SHORT: "packet.toml"}
    return next((file for beginning, file in rooms.items() if name.startswith(beginning)), "")


@dataclass(frozen=True)
class Form:
    """One form of a text that counts: its id, that of the English form it is made from, and which numbers take it."""

    id: str
    english: str
    numbers: tuple[int, ...]

    @property
    def told(self) -> str:
        """Which numbers take it, in a sentence."""
        shown = ", ".join(map(str, self.numbers[:SHOWN]))
        return f"The form for {shown}{' and so on' if len(self.numbers) > SHOWN else ''}."


def forms_of(language: str, text: str) -> list[Form]:
    """Every form that *language* has of the *text* that counts, by its rule."""
    english = categories(table()[SOURCE_LANGUAGE].plural)
    return [
        Form(f"{text}.{form}", f"{text}.{form if form in english else Category.OTHER}", numbers)
        for form, numbers in categories(table()[language].plural).items()
    ]
