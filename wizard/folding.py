"""Words without what people write differently, in one place: case, accents, and letters that phones have not.

The pages have the same in JavaScript (`folding.js`), and a test holds both to one list. A mark that is a vowel stays:
without it, Togo and Tonga would be one country in Hindi.
"""

from re import compile as pattern
from unicodedata import category, normalize

_MARKS = pattern(
    "["
    "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"  # accents of Latin, Greek and Cyrillic letters
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic vowels, and a stroke
    "\u093c\u0a3c"  # the dot below a letter in Hindi and Punjabi, which many leave out
    "\u02bb\u02bc\u02be\u00b7\u00ad\u200b-\u200f\u2060\ufeff"  # apostrophes and dots of a word, and what has no width
    "]"
)

_LETTERS = (
    *("ßss", "æae", "ðd", "øo", "þth", "đd", "ħh", "ıi", "ĸk", "łl", "ŋn", "œoe", "ŧt"),
    *("ƀb", "ƃb", "ƈc", "ƌd", "ƒf", "ƙk", "ƚl", "ƞn", "ƥp", "ƫt", "ƭt", "ƴy", "ƶz", "ǝe", "ǥg"),
    *("ȡd", "ȥz", "ȴl", "ȵn", "ȶt", "ȷj", "ȼc", "ȿs", "ɀz", "ɇe", "ɉj", "ɋq", "ɍr", "ɏy"),
    *("ɓb", "ɔo", "ɖd", "ɗd", "əe", "ɛe", "ɣg", "ɨi", "ɲn", "ʉu", "ỿy"),
    *("ςσ", "ٱا", "ىي", "یي", "کك", "ةه", "ہه", "ھه"),
)
"""Latin, Greek and Arabic letters that are no other one with an accent, each with those that stand for it."""

_PLAIN = str.maketrans({row[0]: row[1:] for row in _LETTERS})


def folded(text: str) -> str:
    """*text* in small letters without accents. Signs and spaces stay."""
    apart = _MARKS.sub("", normalize("NFKD", text.lower()))
    return normalize("NFC", apart.translate(_PLAIN))


def folded_letters(text: str) -> str:
    """*text* folded, its letters and digits alone, with the vowel signs that are parts of them."""
    return "".join(letter for letter in folded(text) if category(letter)[0] in "LMN")
