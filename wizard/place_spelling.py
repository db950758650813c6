"""Whether words name a thing: at the start of its words, written apart or together, and with a slip in a long word.

The page has the same in JavaScript (`place-index.js`).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from re import findall, sub
from typing import NamedTuple
from unicodedata import category

from wizard.folding import folded
from wizard.library import load_toml

_WORDS = {name: row.split() for name, row in load_toml("gazetteer", "words.toml").items()}
COUNTY_WORDS, COURT_WORDS, STATE_WORDS = (frozenset(_WORDS[name]) for name in ("county", "court", "state"))
ALSO_CODES = frozenset(_WORDS["also_codes"])
GENERIC = COUNTY_WORDS | COURT_WORDS | frozenset(_WORDS["generic"])
KINDS = frozenset(_WORDS["kinds"])
BEFORE, AFTER = ([phrase.split() for phrase in " ".join(_WORDS[name]).split("|")] for name in ("before", "after"))
SHORT = dict(pair.split(":") for pair in _WORDS["short"])

ONE_SLIP, TWO_SLIPS, BEGINNING = 5, 6, 3
"""Letters that a word has at least: for one slip, for two, and to be taken for the beginning of a longer one."""

VOWELS = str.maketrans("", "", "aeiouwyh")
"""Two slips are forgiven among these letters only: *Stuart* for *Stewart*, and not *New York* for *Newport*."""

SAME, BEGUN, SPELT = range(3)
"""How well words fit: they are the words, they begin them, or they are spelt nearly so."""


def words_of(text: str) -> list[str]:
    """The words of *text* without what people write differently: case, accents, dots, Saint or St."""
    return [SHORT.get(word, word) for word in _words_in(text)]


def _words_in(text: str) -> list[str]:
    if text.isascii():  # nearly every name is: a phone has all of them to read
        return findall("[a-z0-9]+", text.lower().replace("'", "").replace(".", ""))
    bare = sub("['\u2019.]", "", folded(text))
    return "".join(letter if category(letter)[0] in "LMN" else " " for letter in bare).split()


def meant_in(text: str) -> list[str]:
    """The words of *text* without what people put around a place: *City of*, *USA*."""
    words = words_of(text)
    before = next((len(phrase) for phrase in BEFORE if words[: len(phrase)] == phrase), 0)
    after = next((len(phrase) for phrase in AFTER if words[-len(phrase) :] == phrase), 0)
    return words[before : len(words) - after] or words


def key_of(words: Sequence[str]) -> str:
    """*words* as one: ``La Salle`` and ``LaSalle`` are the same."""
    return "".join(words)


class Parts(NamedTuple):
    """What words are compared with: single words that choose, and each two neighbours as one."""

    words: frozenset[str]
    pairs: frozenset[str]


def parts_of(texts: Iterable[str]) -> Parts:
    """The parts of *texts*."""
    rows = [words_of(text) for text in texts]
    pairs = frozenset(one + other for row in rows for one, other in pairwise(row))
    return Parts(frozenset(word for row in rows for word in row) - GENERIC, pairs)


def fits(words: Sequence[str], parts: Parts, *, loosely: bool) -> int | None:
    """How well *words* fit what has these *parts*, or None. Each must; two may also be one. *loosely*: with slips."""
    pairs = ([*words[:at], words[at] + words[at + 1], *words[at + 2 :]] for at in range(len(words) - 1))
    ranks = [_fits_all(words, parts, loosely=loosely), *(_fits_all(some, parts, loosely=False) for some in pairs)]
    return min((rank for rank in ranks if rank is not None), default=None)


def _fits_all(words: Sequence[str], parts: Parts, *, loosely: bool) -> int | None:
    worst = SAME
    for word in words:
        if word in parts.words or word in parts.pairs:
            continue
        if len(word) >= BEGINNING and any(part.startswith(word) for part in parts.words):
            worst = max(worst, BEGUN)
        elif loosely and any(is_nearly(word, part) for part in parts.words):
            worst = SPELT
        else:
            return None
    return worst if words else None


def is_nearly(word: str, other: str) -> bool:
    """Whether *word* is *other* with a slip, or in a longer word with two among its vowels."""
    if min(len(word), len(other)) < ONE_SLIP or abs(len(word) - len(other)) > 2:  # noqa: PLR2004
        return False
    slips = distance(word, other)
    longer = len(word) >= TWO_SLIPS and word.translate(VOWELS) == other.translate(VOWELS)
    return slips <= (2 if longer else 1)


def distance(one: str, other: str) -> int:
    """Letters to put in, to leave out or to change, from *one* to *other*."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != wanted))
    return row[-1]
