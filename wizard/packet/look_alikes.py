# ruff: noqa: RUF001 (letters that look like others are what this is about)
"""Characters that look like others, or like nothing: what a copied text or another keyboard brings along."""

from re import search
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
_SOCIAL = rf"(?<!\d)\d{{3}}{_SEPARATOR}\d{{2}}{_SEPARATOR}\d{{4}}(?!\d)"
_LONGER = rf"\+|(?<!\d)(?:00|011)\d|\d{_SEPARATOR}{_SOCIAL}|{_SOCIAL}{_SEPARATOR}\d"


def in_latin(text: str) -> str:
    """*text* with Latin letters in place of those that look like them."""
    return text.translate(_LATIN)


def holds_a_social_security_number(text: str) -> bool:
    """Whether *text* holds three, two and four digits, of any script; not as a part of a longer number."""
    plain = normalize("NFKC", text)
    return search(_SOCIAL, plain) is not None and search(_LONGER, plain) is None
