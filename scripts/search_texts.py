"""The texts that the search of the reading pages looks through: one list a language, without markup.

Knows neither MkDocs nor the browser: from the entries of MkDocs' search index to the lists that ``search-words.js``
reads.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from wizard.wording import SOURCE_LANGUAGE

TAG = re.compile(r"<[^>]+>")


class Part(TypedDict):
    """A page, or a part of one: *location* is seen from the site's root, *page* is the title of the whole."""

    location: str
    page: str
    title: str
    text: str


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
