"""ICE's eight answers, whole: what they say beside the statements, and its translations (docs/answers.toml)."""

import tomllib
from functools import cache
from typing import Any

from scripts.guide.folders import DOCS
from wizard.library import statements
from wizard.wording import Wording


@cache
def answers() -> dict[str, list[str]]:
    """Each answer by our own name for it, as ids of statements and of other sentences."""
    found: dict[str, list[str]] = _read()["answers"]
    return found


@cache
def other_sentences() -> dict[str, str]:
    """The sentences of the answers on which nothing rests, by id."""
    found: dict[str, str] = _read()["sentences"]
    return found


def words_of(identity: str) -> str:
    """The sentence of ICE with that id."""
    return other_sentences().get(identity) or statements()[identity].sentence


def translation_of(identity: str, say: Wording) -> str:
    """Our translation of the sentence with that id."""
    return say("ice", identity)


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((DOCS / "answers.toml").read_text("utf-8"))
