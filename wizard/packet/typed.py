"""What a person typed, made safe to keep: whatever XML, a calendar and a screen can hold stays as it was typed.

Text is brought to Unicode's composed form (NFC). Lone surrogates become the replacement character, as browsers do it;
control characters, which no document can hold, go. Marks of direction and characters of no width stay: a person's own
words always end the line or block they stand in, so nothing that they turn around reaches beyond it.
"""

from re import sub
from unicodedata import category, normalize

MOST_BYTES = 100 * 1024
"""The most that one field holds, in bytes of UTF-8."""

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""The categories of controls, of marks of format, and of spaces."""

_LONE_SURROGATES = "[\ud800-\udfff]"
_NOT_IN_DOCUMENTS = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
_LINE_ENDS = "\r\n|\r|\x85|\u2028|\u2029"
_PLANES_END = (
    "[" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)) + "]"
)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of *text*, without empty ones at either end; none where nothing can be seen."""
    whole = sub(_LONE_SURROGATES, "\ufffd", sub(_LINE_ENDS, "\n", text))
    clean = normalize("NFC", sub(_PLANES_END, "", sub(_NOT_IN_DOCUMENTS, "", whole)))
    lines = [line.rstrip() for line in clean.split("\n")]
    while lines and not visible(lines[-1]):
        lines.pop()
    while lines and not visible(lines[0]):
        lines.pop(0)
    return tuple(lines)


def line_of(text: str) -> str:
    """*text* as one line: what would begin another is a space."""
    return " ".join(lines_of(text)).replace("\t", " ").strip()


def visible(text: str) -> bool:
    """Whether *text* holds anything that a reader can see."""
    return any(category(character) not in _UNSEEN for character in text)


def too_long(text: str) -> bool:
    """Whether *text* is more than a field holds."""
    return len(text.encode("utf-8", "replace")) > MOST_BYTES
