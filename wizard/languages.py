"""The table of languages: what each is called, how it is written, and whether people may rely on it yet."""

import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from wizard.library import load_toml

SOURCE_LANGUAGE = "en"
"""The language of ICE's page and of what goes to ICE, from which all others are made; the first of the table."""

PREVIEW = "GUIDE_PREVIEW"
"""Set in the environment, drafts are shown too: ``scripts/build --preview`` sets it, and nothing else should."""
PREVIEW_FILE = "preview"
"""What tells the browser's Python the same: a file beside the table, which only the bundle of a preview holds."""


class Direction(StrEnum):
    """Which way a language is written."""

    LTR = "ltr"
    RTL = "rtl"


class Review(StrEnum):
    """Whether somebody has read a whole language."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Language:
    """One row of ``wording/languages.toml``, whose head says what each column means."""

    code: str
    name: str
    direction: Direction
    script: str
    word_tag: str
    date_order: tuple[str, ...]
    plural: str
    reading: str
    state: Review
    reviewed_by: str
    reviewed_on: date | None

    @property
    def is_draft(self) -> bool:
        """Whether only a preview may show it."""
        return self.state is Review.DRAFT


class BadLanguageError(ValueError):
    """A row of the table that cannot be read, in one sentence."""


@cache
def table() -> dict[str, Language]:
    """Every language by code, drafts too, in the order of the table. Raises ``BadLanguageError``."""
    return {code: _language(code, row) for code, row in load_toml("wording", "languages.toml").items()}


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that the guide shows, the source language first; a preview shows drafts too."""
    preview = bool(os.environ.get(PREVIEW)) or files("wizard").joinpath("wording", PREVIEW_FILE).is_file()
    return tuple(code for code, language in table().items() if preview or not language.is_draft)


def _language(code: str, row: dict[str, Any]) -> Language:
    try:
        language = Language(
            code=code,
            name=str(row["name"]),
            direction=Direction(str(row["direction"])),
            script=str(row["script"]),
            word_tag=str(row.get("word_tag", code)),
            date_order=tuple(row["date_order"]),
            plural=str(row["plural"]),
            reading=str(row.get("reading", "")),
            state=Review(str(row["state"])),
            reviewed_by=str(row.get("reviewed", {}).get("by", "")),
            reviewed_on=row.get("reviewed", {}).get("on"),
        )
    except KeyError as missing:
        raise BadLanguageError(f"wording/languages.toml, {code}: {missing.args[0]} is missing") from None
    except ValueError as wrong:
        raise BadLanguageError(f"wording/languages.toml, {code}: {wrong}") from None
    if not language.is_draft and not (language.reviewed_by and language.reviewed_on):
        raise BadLanguageError(f"wording/languages.toml, {code}: reviewed, and nothing says by whom and when")
    return language
