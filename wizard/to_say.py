"""What to say on the telephone: in English, and beside it in the reader's language where that is another."""

from collections.abc import Iterator

from wizard.languages import SOURCE_LANGUAGE
from wizard.needs import Need
from wizard.wording import Wording


def to_say(need: Need, say: Wording) -> Iterator[tuple[str, str]]:
    """What a card without papers of its own has to say about *need*, each with its translation or nothing."""
    path = ("outside", need.value, "to_say")
    if not say.has(*path):
        return
    if say.language == SOURCE_LANGUAGE:
        yield from ((english, "") for english in say.lines(*path))
        return
    yield interpreter(say)
    yield from zip(say.english.lines(*path), say.lines(*path), strict=True)


def interpreter(say: Wording) -> tuple[str, str]:
    """The language to ask for, first of all: in English, by its English name, and in its own."""
    path = ("packet", "call", "language")
    return say.english(*path, language=say("packet.call.english_name")), say(*path, language=say.about.name)
