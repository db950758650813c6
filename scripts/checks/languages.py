"""Holds each language to the one that all are made from: its texts, and its pages. Called by content.py.

Every fault is a sentence that says what is lacking and where, so that a translator can go through the list.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from scripts.guide.folders import DOCS
from scripts.guide.page_text.ice_answers import other_sentences
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import load_toml, statements
from wizard.plurals import text_of_form
from wizard.rules.days import IN_TEXTS
from wizard.wording import shown_in_english, texts_of, wording, written_in

from .counting import BRACES, braces, form_faults
from .page_skeleton import page_faults
from .pages import TYPED_FACT

OWN = ("ice.", "state.", "month_in_date.", "packet.month_also.")
"""What only some languages have: translations of ICE's sentences, names of states that differ from the English, and
names of months as they stand in a date, or for short."""
LETTER = re.compile(r"[^\W\d_]")


def language_faults(language: str) -> Iterator[str]:
    """Where *language* lacks a text or a page, differs from the source language, or is still in it."""
    if not files("wizard").joinpath("wording", language).is_dir():
        yield f"{language}: there is no folder wizard/wording/{language}; scripts/new-language {language} makes it"
        return
    yield from text_faults(language)
    if language != SOURCE_LANGUAGE:
        yield from english_texts(language)
        for page in sorted((DOCS / SOURCE_LANGUAGE).iterdir()):
            yield from page_faults(language, page.name)


def text_faults(language: str) -> Iterator[str]:
    """Texts missing, left over, or unlike in their braces; what is typed and has a name."""
    texts, reference = texts_of(language), texts_of(SOURCE_LANGUAGE)
    ours, theirs = (
        {name for name in known if not name.startswith(OWN) and not text_of_form(name)} for known in (texts, reference)
    )
    for name in sorted(theirs - ours):
        yield f"wording: {language} lacks {name}"
    for name in sorted(ours - theirs):
        yield f"wording: {language} has {name}, which {SOURCE_LANGUAGE} has not"
    for name in sorted(ours & theirs):
        if braces(texts[name]) != braces(reference[name]):
            yield f"wording: {language}, {name}: its braces are not those of {SOURCE_LANGUAGE}"
    yield from form_faults(language)
    for name in sorted(name for name in texts if name in reference or text_of_form(name)):
        yield from typed_by_hand(language, name, str(texts[name]))
    if language != SOURCE_LANGUAGE:
        for name in sorted(ices_sentences().keys() - texts.keys()):
            yield f"wording: {language} lacks the translation {name}"


def english_texts(language: str) -> Iterator[str]:
    """Texts that say, letter for letter, what the source language says, and are not among those that may."""
    texts, reference = texts_of(language), texts_of(SOURCE_LANGUAGE)
    own = written_in(language)
    stale = {name for name in shown_in_english(language) if name in own and own[name] != texts.get(name)}
    for name, text in texts.items():
        if name in may_be_alike(language) | stale:
            continue
        english = reference.get(name, ices_sentences().get(name))
        if text == english and LETTER.search(BRACES.sub("", str(text))):
            yield f"wording: {language}, {name} says what {SOURCE_LANGUAGE} says: {_beginning(str(text))}"


@cache
def may_be_alike(language: str) -> frozenset[str]:
    """The ids of the texts that are rightly the same in *language* as in the source language."""
    folder = f"wording/{language}"
    if not files("wizard").joinpath(folder, "same.toml").is_file():
        return frozenset()
    return frozenset(load_toml(folder, "same.toml")["as_in_the_source_language"])


def _beginning(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= len("so many characters are shown of a text") else f"{shown[:36].rstrip()} ..."


def ices_sentences() -> dict[str, str]:
    """What ICE says and every other language translates, by the id of the translation."""
    cited = {s.id: s.sentence for s in statements().values() if s.quote and not s.unused}
    return {f"ice.{identity}": words for identity, words in (cited | other_sentences()).items()}


def typed_by_hand(language: str, name: str, text: str) -> Iterator[str]:
    """What the *text* called *name* types, though it has a name to be called by."""
    if TYPED_FACT.search(text):
        yield f"wording: {language}, {name}: names a number, an address or a link by hand"
    for day, moment in IN_TEXTS.items():
        if isinstance(moment, date) and wording(language).day(moment) in text:
            yield f"wording: {language}, {name}: names by hand the day that {{{day}}} stands for"
