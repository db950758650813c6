# ruff: noqa: RUF001 (letters that look like others are what this is about)
"""Characters that look like others, or like nothing: what a copied text or another keyboard brings along."""

from re import findall, fullmatch, match, search, split, sub
from unicodedata import normalize

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""What comes along when a number is copied from a document, as a class of a pattern: soft hyphens, no width, marks of
direction."""

LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХ" + "аеѕіјкорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "αικνορυχ",
        "ABESIJKMHOPCTYX" + "aesijkopcyxhdqw" + "ABEZHIKMNOPTYX" + "aikvopux",
        strict=True,
    )
)
"""Cyrillic and Greek letters, each with the Latin one that it looks like."""

_LATIN = str.maketrans(LATIN)

_SEPARATOR = r"[\s._/\u2010-\u2015\u2212-]+"
_NUMBERS = rf"\+?\d(?:(?:{_SEPARATOR})?\d)*"
"""A number as people write it, with what parts its digits; and the next one, where only a space is between them."""
_ABROAD = r"\+|(?:00|011)\d"
_CLOSE = r"[._/\u2010-\u2015\u2212-]"
_SOCIAL = rf"(?<!\d)\d{{3}}{_SEPARATOR}\d{{2}}{_SEPARATOR}\d{{4}}(?!\d)"
_ALONE = rf"(?<!\d)(?<!{_CLOSE})\d{{3}}{_CLOSE}\d{{2}}{_CLOSE}\d{{4}}(?!{_CLOSE}?\d)"


def in_latin(text: str) -> str:
    """*text* with Latin letters in place of those that look like them."""
    return text.translate(_LATIN)


def holds_a_social_security_number(text: str) -> bool:
    """Whether *text* holds three, two and four digits, of any script; not as a part of a longer number.

    With spaces between them they are a number of their own only where no other digits stand beside them.
    """
    sentences = split(r"\.\s", normalize("NFKC", sub(f"[{UNSEEN}]", "", text)))
    numbers = (number for sentence in sentences for number in findall(_NUMBERS, sentence))
    at_home = (number for number in numbers if not match(_ABROAD, number))
    return any(search(_ALONE, number) or fullmatch(_SOCIAL, number) for number in at_home)
