"""What the search of the reading pages looks through: one file a language, with its texts and how people ask for them.

Knows neither MkDocs nor the browser: from the entries of MkDocs' search index, and the words of a language's
``search.toml``, to the file that ``search-index.js`` reads.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files as resources
from typing import Any, NotRequired, TypedDict

from wizard.centers import centers
from wizard.folding import folded
from wizard.languages import SOURCE_LANGUAGE
from wizard.library import load_toml
from wizard.wording import SEARCH

from .folders import NODE_MODULES, home

INDEX = "search/search_index.json"
"""Where MkDocs writes the texts of all languages, from the site's root."""

LIBRARY = NODE_MODULES / "minisearch" / "dist" / "es" / "index.js"
"""What finds words in the texts; loaded when the search is first opened."""

TAG = re.compile(r"<[^>]+>")

FOR_FEW = {
    "index": 0.7,
    "court-requests": 0.8,
    "opla-offices": 0.6,
    "check-in-offices": 0.6,
    "what-has-changed": 0.6,
    "privacy": 0.8,
    "offline": 0.8,
    "for-lawyers": 0.3,
    "how-we-know": 0.3,
    "whole-guide": 0.3,
    "outside-links": 0.1,
    "genuine": 0.1,
    "hosting": 0.1,
    "changing": 0.1,
    "changelog": 0.1,
}
"""What a word counts for on pages that most readers do not look for, and on the start page, which names all others; on
every other it counts for 1."""

OF_PLACES = "find-your-office"
"""The page where a place is looked up: the search leads there from the name of a place where ICE holds people."""

SHORTEST_NAME = 3
"""Letters that a name of a center has more than, to be looked for."""

FIRST_HIT = "wizard"
"""The page of the questions: it stands above all that is found, and so is not found once more."""


class Part(TypedDict):
    """A page, or a part of one: *location* is seen from the site's root, *page* is the title of the whole."""

    location: str
    page: str
    title: str
    text: str
    asked: NotRequired[str]
    sentences: NotRequired[list[str]]
    weight: NotRequired[float]


class Words(TypedDict):
    """How people ask in a language: the file ``search.toml`` beside its texts."""

    stop_words: list[str]
    synonyms: list[list[str]]
    asked: dict[str, str]
    sentences: dict[str, list[str]]


def files(index: str, languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every file of the search, from the text of MkDocs' *index*."""
    yield "assets/guide/minisearch.js", LIBRARY.read_text("utf-8").partition("//# sourceMappingURL")[0].encode()
    for language, parts in by_language(json.loads(index)["docs"], languages).items():
        words = words_of(language)
        texts: dict[str, Any] = {
            "stop_words": words["stop_words"],
            "synonyms": words["synonyms"],
            "parts": with_centers([asked_for(part, words, language) for part in parts], words, language),
        }
        yield f"search/{language}.json", json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()


def words_of(language: str) -> Words:
    """How people ask in *language*; nothing of it where nobody wrote it down yet."""
    folder = f"wording/{language}"
    written = load_toml(folder, SEARCH) if resources("wizard").joinpath(folder, SEARCH).is_file() else {}
    return {"stop_words": [], "synonyms": [], "asked": {}, "sentences": {}, **written}  # type: ignore[typeddict-item]


def by_language(entries: Sequence[Mapping[str, str]], languages: Iterable[str]) -> dict[str, list[Part]]:
    """The parts that each language's search looks through: those that hold a text of their own."""
    titles = {entry["location"]: plain(entry["title"]) for entry in entries}
    found: dict[str, list[Part]] = {language: [] for language in languages}
    for entry in entries:
        location, text = entry["location"], plain(entry["text"])
        language = language_of(location, found)
        if text and place_of(location, language) != FIRST_HIT:
            page = titles[location.partition("#")[0]]
            found[language].append(Part(location=location, page=page, title=plain(entry["title"]), text=text))
    return found


def asked_for(part: Part, words: Words, language: str) -> Part:
    """*part* with how people ask for it, in words and in sentences, and with what words count for on its page."""
    place = place_of(part["location"], language)
    told = part.copy()
    if place in words["asked"]:
        told["asked"] = words["asked"][place]
    if place in words["sentences"]:
        told["sentences"] = words["sentences"][place]
    if weight := FOR_FEW.get(place.partition("#")[0]):
        told["weight"] = weight
    return told


def with_centers(parts: list[Part], words: Words, language: str) -> list[Part]:
    """*parts*, where names of centers and their cities lead to the page of places, if the guide has them nowhere."""
    told = words_in(json.dumps([parts, words["stop_words"], words["synonyms"]], ensure_ascii=False))
    names = [name for center in centers().values() for name in (center.name, center.city)]
    own = sorted({word for name in names for word in words_in(name) if len(word) > SHORTEST_NAME} - told)
    return [
        {**part, "asked": ", ".join([part.get("asked", ""), *own])}
        if place_of(part["location"], language) == OF_PLACES
        else part
        for part in parts
    ]


def words_in(text: str) -> set[str]:
    """The words of *text*, without case and accents."""
    return set(re.findall(r"[a-z]+", folded(text)))


def place_of(location: str, language: str) -> str:
    """*location* in every language alike: ``get-help``, or ``get-help#find``; the start page is ``index``."""
    page, sign, part = location.partition("#")
    name = page.removeprefix(home(language)).strip("./")
    return f"{name or 'index'}{sign}{part}"


def language_of(location: str, languages: Iterable[str]) -> str:
    """The language whose folder *location* lies in."""
    return next((code for code in languages if location.startswith(f"{code}/")), SOURCE_LANGUAGE)


def plain(markup: str) -> str:
    """The words of *markup* with single spaces between them, composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", html.unescape(TAG.sub("", markup.replace("><", "> <")))).split())
