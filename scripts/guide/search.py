"""The texts that the search of the reading pages looks through: one list a language, without markup.

Knows neither MkDocs nor the browser: from the entries of MkDocs' search index to the lists that ``search-words.js``
reads.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from wizard.languages import SOURCE_LANGUAGE

from .folders import NODE_MODULES

INDEX = "search/search_index.json"
"""Where MkDocs writes the texts of all languages, from the site's root."""

LIBRARY = NODE_MODULES / "minisearch" / "dist" / "es" / "index.js"
"""What finds words in the texts; loaded when the search is first opened."""

TAG = re.compile(r"<[^>]+>")


class Part(TypedDict):
    """A page, or a part of one: *location* is seen from the site's root, *page* is the title of the whole."""

    location: str
    page: str
    title: str
    text: str


def files(index: str, languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every file of the search, from the text of MkDocs' *index*."""
    yield "assets/guide/minisearch.js", LIBRARY.read_text("utf-8").partition("//# sourceMappingURL")[0].encode()
    for language, parts in by_language(json.loads(index)["docs"], languages).items():
        yield f"search/{language}.json", json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def by_language(entries: Sequence[Mapping[str, str]], languages: Iterable[str]) -> dict[str, list[Part]]:
    """The parts that each language's search looks through."""
    titles = {entry["location"]: plain(entry["title"]) for entry in entries}
    found: dict[str, list[Part]] = {language: [] for language in languages}
    for entry in entries:
        location = entry["location"]
        page = titles[location.partition("#")[0]]
        found[language_of(location, found)].append(
            Part(location=location, page=page, title=plain(entry["title"]), text=plain(entry["text"]))
        )
    return found


def language_of(location: str, languages: Iterable[str]) -> str:
    """The language whose folder *location* lies in."""
    return next((code for code in languages if location.startswith(f"{code}/")), SOURCE_LANGUAGE)


def plain(markup: str) -> str:
    """The words of *markup* with single spaces between them, composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", html.unescape(TAG.sub("", markup.replace("><", "> <")))).split())
