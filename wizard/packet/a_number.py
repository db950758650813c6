"""The A-number: seven, eight or nine digits, padded to nine, as immigration papers print it."""

from enum import StrEnum
from re import fullmatch, sub
from unicodedata import normalize

from wizard.packet.look_alikes import UNSEEN, holds_a_social_security_number, in_latin

DIGITS = 9
FEWEST = 7


class Fault(StrEnum):
    """Why something is no A-number."""

    RECEIPT = "receipt"
    SOCIAL = "social"
    CHARACTERS = "characters"
    SHORT = "short"
    LONG = "long"
    ZEROS = "zeros"


class NotANumberError(Exception):
    """Something that is no A-number, and why. Never holds what was typed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def read_a_number(typed: str) -> str:
    """The nine digits of *typed*: with or without its A, with spaces, hyphens, dots or brackets, any script's digits.

    An A of the Cyrillic or Greek alphabet is one too.

    Raises ``NotANumberError``.
    """
    plain = in_latin(normalize("NFKC", typed).upper())
    if holds_a_social_security_number(plain):
        raise NotANumberError(Fault.SOCIAL)
    bare = sub(r"[\W_]", "", plain)
    if fullmatch(r"[A-Z]{3}\d{10}", bare):
        raise NotANumberError(Fault.RECEIPT)
    digits = bare.removeprefix("A")
    if not digits.isdecimal() or not _separated_only(plain):
        raise NotANumberError(Fault.CHARACTERS)
    if len(digits) < FEWEST:
        raise NotANumberError(Fault.SHORT)
    if len(digits) > DIGITS:
        raise NotANumberError(Fault.LONG)
    padded = "".join(str(int(digit)) for digit in digits).zfill(DIGITS)
    if not padded.strip("0"):
        raise NotANumberError(Fault.ZEROS)
    return padded


def told_a_number(digits: str) -> str:
    """Nine *digits* as papers show them: ``A-012-345-678``."""
    return f"A-{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def _separated_only(text: str) -> bool:
    """Whether all in *text* (NFKC) that is no letter or digit only separates, or cannot be seen."""
    return not sub(rf"[\w\s.:#()\[\]\u2010-\u2015\u2212{UNSEEN}-]", "", text)
