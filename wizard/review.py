"""Which English each text was reviewed against: what wording/<language>/review.toml holds, by the id of the text.

Not in the browser, which brings the list that follows from it (`ENGLISH_SHOWN` in wizard/wording.py).
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

LETTERS = 12
"""How much of a hash is written down: enough to tell that a sentence changed."""


def mark_of(english: Any) -> str:
    """What stands in review.toml for a text whose English is *english*: a sentence, or the list of them."""
    lines = english if isinstance(english, list) else [english]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:LETTERS]


def stale(marks: Mapping[str, str], english: Mapping[str, Any]) -> Iterator[str]:
    """The texts that were reviewed, and whose *english* changed since."""
    return (name for name, mark in marks.items() if name in english and mark != mark_of(english[name]))


def never_reviewed(marks: Mapping[str, str], english: Mapping[str, Any]) -> Iterator[str]:
    """The texts that nobody reviewed."""
    return (name for name in english if name not in marks)
