"""Holds what a language knows of how people ask (``search.toml``) to its pages. In pages as they are built."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from scripts.guide.search import Words, plain, words_of
from wizard.folding import folded
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.wording import SEARCH

from .pages import rendered

HEADING = re.compile(r"<h[1-6][^>]* id=\"([^\"]+)\"")


def every_search_fault() -> Iterator[str]:
    """Those of every language that is shown."""
    for language in languages():
        yield from search_faults(language)


def search_faults(language: str) -> Iterator[str]:
    """Where *language* does not say how people ask, still asks in the source language, or names what no page has."""
    if not files("wizard").joinpath("wording", language, SEARCH).is_file():
        yield f"search: there is no wizard/wording/{language}/{SEARCH}; the search then knows no synonyms"
        return
    words = words_of(language)
    if language != SOURCE_LANGUAGE:
        yield from still_in_the_source_language(language, words)
    text = text_of(language)
    for head, *others in words["synonyms"]:
        if not holds(text, head):
            yield f"search: {language}: {head} has synonyms, and no page has this word"
        if not others:
            yield f"search: {language}: {head} stands alone, without a synonym"
    for place in sorted((words["asked"].keys() | words["sentences"].keys()) - places(language)):
        yield f"search: {language}: {place} is asked for, and is no page, or no part of one"


def still_in_the_source_language(language: str, words: Words) -> Iterator[str]:
    """The parts of *words* that are, letter for letter, those of the source language."""
    source = words_of(SOURCE_LANGUAGE)
    same = {
        "stop_words": words["stop_words"] == source["stop_words"],
        "synonyms": words["synonyms"] == source["synonyms"],
        "asked": words["asked"] == source["asked"],
        "sentences": words["sentences"] == source["sentences"],
    }
    for part in (name for name, is_same in same.items() if is_same):
        yield f"search: {language}: {part} in wizard/wording/{language}/{SEARCH} are those of {SOURCE_LANGUAGE}"


def holds(text: str, word: str) -> bool:
    """Whether a word of *text* begins with *word*; in a script without spaces, whether *word* stands anywhere in it."""
    begun = folded(word)
    edge = r"(?<!\w)" if begun.isascii() else ""
    return bool(re.search(edge + re.escape(begun), text))


@cache
def text_of(language: str) -> str:
    """All that stands in the pages of *language*, folded."""
    return folded(" ".join(plain(page) for page, _ in rendered(language).values()))


@cache
def places(language: str) -> frozenset[str]:
    """Every page of *language*, and every part of one: ``get-help``, ``get-help#find``."""
    parts = (f"{name}#{part}" for name, (page, _) in rendered(language).items() for part in HEADING.findall(page))
    return frozenset((*rendered(language), *parts))
