"""An e-mail address as people type and copy it: what plainly was meant is taken, and any other slip is told."""

from collections.abc import Iterator
from enum import StrEnum
from re import findall, fullmatch, search, split, sub
from unicodedata import name, normalize

from wizard.packet.look_alikes import LATIN, UNSEEN


class Fault(StrEnum):
    """Why something is no address."""

    FORM = "form"
    SEVERAL = "several"
    SPACE = "space"
    COMMA = "comma"
    DOTS = "dots"
    LETTERS = "letters"


class NotAnAddressError(Exception):
    """Something that is no address, and why. Never holds what was typed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


_BEFORE, _AFTER = " <([{\"'“”‘’«»", " >)]}\"'“”‘’«».,;:"  # noqa: RUF001
"""What stands around an address in a sentence or a list, and belongs to no address."""


def read_email(typed: str) -> str:
    """The address in *typed*: also out of ``Name <...>`` or a link, and without the signs of a sentence around it.

    Raises ``NotAnAddressError``.
    """
    plain = sub(f"[{UNSEEN}]", "", normalize("NFKC", typed))
    inside = findall(r"<([^<>]*@[^<>]*)>", plain)
    if len(inside) > 1 or len([word for word in split(r"[\s,;/]+", plain) if fullmatch(r"\S+@\S+", word)]) > 1:
        raise NotAnAddressError(Fault.SEVERAL)
    bare = (inside[0] if inside else plain).lstrip(_BEFORE).rstrip(_AFTER)
    if bare.casefold().startswith("mailto:"):
        bare = bare[len("mailto:") :].partition("?")[0]
    address = sub(r"\s*@\s*", "@", bare).strip()
    fault = next(_faults(address), None)
    if fault is not None:
        raise NotAnAddressError(fault)
    return address


def _faults(address: str) -> Iterator[Fault]:
    if address.count("@") != 1:
        yield Fault.FORM
    if search(r"\s", address):
        yield Fault.SPACE
    if search(r"@.*,", address):
        yield Fault.COMMA
    if search(r"\.\.|^\.|\.@|@\.", address):
        yield Fault.DOTS
    if any(map(_looks_latin, split(r"[@.]", address))):
        yield Fault.LETTERS
    if not fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@.]+", address):
        yield Fault.FORM


def _looks_latin(label: str) -> bool:
    """Whether *label* has letters of another alphabet beside Latin ones, or such alone as look like Latin ones."""
    letters = [character for character in label if character.isalpha()]
    foreign = [letter for letter in letters if name(letter, "").startswith(("CYRILLIC", "GREEK"))]
    latin = any(name(letter, "").startswith("LATIN") for letter in letters)
    return bool(foreign) and (latin or all(letter in LATIN for letter in foreign))
