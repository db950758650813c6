"""What may not be said is said nowhere: on no built page, in no text of the wizard, on no screen."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest

from scripts.checks.prose import blocks, sentences
from scripts.guide.numbered_screens import build_graph
from scripts.guide.page_text.ice_answers import other_sentences, translation_of
from tests import what_pages_say
from tests.readers import reader
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.library import statements
from wizard.render import screen_html
from wizard.wording import wording

pytestmark = pytest.mark.site

NEVER = tuple(reader(SOURCE_LANGUAGE, "never_said")["never"])
"""The names of what is never said, the same in every language."""
SHOWN_BY_ATTRIBUTES = re.compile(r'\b(?:content|title|alt|aria-label|placeholder|data-(?:all|none))="([^"]*)"')


@cache
def everything(language: str) -> frozenset[str]:
    """Every sentence of every page, text and screen in *language* that is not ICE's."""
    return frozenset(
        sentence.strip()
        for text in chain(on_pages(language), in_wording(language), on_screens(language))
        for sentence in sentences(without_ice(text, language))
    )


def on_pages(language: str) -> Iterator[str]:
    """All that the built pages say, their menus, descriptions and labels included."""
    for name in what_pages_say.names():
        page = what_pages_say.page(language, name)
        yield from (block.text for block in blocks(page))
        yield from SHOWN_BY_ATTRIBUTES.findall(page)


def in_wording(language: str) -> Iterator[str]:
    """All texts of the wizard, whether a screen shows them or not."""
    say = wording(language)
    for name, text in say.texts.items():
        if not name.startswith("ice."):
            yield from map(say.with_days, text if isinstance(text, list) else [str(text)])


def on_screens(language: str) -> Iterator[str]:
    """All screens of all interviews."""
    for node in build_graph():
        yield from (block.text for block in blocks(screen_html(node.screen, wording(language))))


def without_ice(text: str, language: str) -> str:
    """*text* without what ICE says, and without our translation of it."""
    for words in ices_words(language):
        text = text.replace(words, "")
    return text


@cache
def ices_words(language: str) -> tuple[str, ...]:
    """ICE's sentences and their translations, the longest first."""
    every = [statement for statement in statements().values() if not statement.silence]
    found = {" ".join(words.split()) for row in every for words in (row.sentence, row.quote)}
    found |= set(other_sentences().values())
    if language != SOURCE_LANGUAGE:
        translated = [row.id for row in every if wording(language).has("ice", row.id)]
        found |= {translation_of(identity, wording(language)) for identity in (*translated, *other_sentences())}
    return tuple(sorted(found, key=len, reverse=True))


def caught(said: frozenset[str], name: str, language: str) -> list[str]:
    """The sentences among *said* that may not be said."""
    pattern = re.compile(never(language)[name]["pattern"], re.IGNORECASE)
    told = said - set(allowed(language))
    return sorted(sentence for sentence in told if pattern.search(without_choices(sentence, language)))


def without_choices(sentence: str, language: str) -> str:
    """*sentence* without the choices that say what people come for: rows and links put a few words around them."""
    for choice in reader(language, "never_said")["choices"]:
        sentence = sentence.replace(choice, "")
    return sentence


def never(language: str) -> dict[str, dict[str, str]]:
    """By name, a pattern and a sentence that it must catch."""
    found: dict[str, dict[str, str]] = reader(language, "never_said")["never"]
    return found


def allowed(language: str) -> list[str]:
    """The sentences that say the opposite."""
    found: list[str] = reader(language, "never_said")["allowed"]
    return found


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NEVER)
def test_it_is_never_said(name: str, language: str) -> None:
    """But for the sentences that say the opposite, which are listed one by one."""
    assert caught(everything(language), name, language) == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NEVER)
def test_if_it_were_said_it_would_be_caught(name: str, language: str) -> None:
    """Each pattern, by a sentence planted among all others."""
    planted = never(language)[name]["caught"]
    assert caught(everything(language) | {planted}, name, language) == [planted]


@pytest.mark.parametrize("language", languages())
def test_what_is_allowed_is_in_use_and_needs_to_be_allowed(language: str) -> None:
    """An old exception would let the next fault through."""
    patterns = [re.compile(row["pattern"], re.IGNORECASE) for row in never(language).values()]
    assert tuple(never(language)) == NEVER
    for sentence in allowed(language):
        assert sentence in everything(language)
        assert any(pattern.search(sentence) for pattern in patterns)


def test_ices_own_words_do_not_count() -> None:
    """It speaks of priorities and of 14 days; that is its own affair."""
    words = statements()["R50"].sentence
    assert without_ice(f"ICE says: {words}", SOURCE_LANGUAGE) == "ICE says: "
