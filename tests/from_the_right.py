"""A made-up language that is read from the right, in this process only: English in Arabic letters, but for some names.

Arabic letters and no others will do: digits beside them are ordered in another way than beside Hebrew ones.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

import wizard.wording
from wizard.languages import SOURCE_LANGUAGE, Direction, table
from wizard.library import statements
from wizard.packet.countries import _countries
from wizard.wording import texts_of, wording

CODE = "xr"
WORD_TAG = "ar-SA"
_KEPT = r"\{\w+\}|\bICE\b|\bERO\b|\bOPLA\b|\bA-number\b|\bForm G-28\b|\bForm I-246\b|\bForm 60-001\b"
KEPT = ("date.order", "packet.call.english_name")
_LETTERS = "".maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهفحطيكلمنسعغصقرشتثخذضظ")


def turned(text: str) -> str:
    """*text* in Arabic letters; what is in braces, and the names that stay English, are left."""
    kept = re.findall(_KEPT, text)
    parts = [part.lower().translate(_LETTERS) for part in re.split(_KEPT, text)]
    return "".join(part + name for part, name in zip(parts, [*kept, ""], strict=True))


def _turned(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return value if name in KEPT else [turned(text) for text in value]
    return turned(value) if isinstance(value, str) and name not in KEPT else value


@contextmanager
def made_up() -> Iterator[str]:
    """The code of the language, which is there until the end."""
    english = texts_of(SOURCE_LANGUAGE)
    texts = {name: _turned(name, value) for name, value in english.items()}
    texts |= {f"ice.{name}": turned(statement.sentence) for name, statement in statements().items()}
    with pytest.MonkeyPatch.context() as patch:
        row = replace(
            table()[SOURCE_LANGUAGE], code=CODE, name=turned("English"), direction=Direction.RTL, word_tag=WORD_TAG
        )
        patch.setitem(table(), CODE, row)
        patch.setattr(wizard.wording, "texts_of", lambda code: texts if code == CODE else texts_of(code))
        for names in _countries().values():
            patch.setitem(names, CODE, turned(names[SOURCE_LANGUAGE]))
        yield CODE
    wording.cache_clear()
