"""What the rules and texts stand on, read from the package's own TOML files: statements, sources and facts."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


@cache
def room() -> Traversable:
    """The package's own folder. In the browser it is an archive, and each new look at that reads all its names."""
    return files("wizard")


def load_toml(folder: str, name: str) -> dict[str, Any]:
    """The TOML file *name* of the package's *folder*. Raises ``ValueError`` with its name where it is none."""
    try:
        return tomllib.loads(room().joinpath(folder, name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{folder}/{name}: {error}") from None


@dataclass(frozen=True)
class Statement:
    """One statement of the source page: its stable id, exact words, and the sentence they stand in."""

    id: str
    topic: str
    quote: str
    sentence: str
    unused: str

    @property
    def silence(self) -> bool:
        """Whether this is what the page does not say (R52)."""
        return not self.quote


MOST_PAGES_SPEAK = ("en",)
"""The languages of a page of which nothing else is known."""


@dataclass(frozen=True)
class Source:
    """A page that statements are quoted from."""

    id: str
    title: str
    url: str
    file: str
    sha256: str
    retrieved: date

    def is_foreign_to(self, language: str) -> bool:
        """Whether the page does not speak *language*."""
        return language not in MOST_PAGES_SPEAK


class Standing(StrEnum):
    """How sure a fact is. Anything but confirmed is marked wherever it is shown."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    LAST_SEEN = "last-seen"
    UNKNOWN = "unknown"


LAW = "law"
"""The kind of a fact that is no number or link: *value* is how it is cited, and the wording has what it says."""


@dataclass(frozen=True)
class Fact:
    """A number, address, link or law, with where it was seen and when: *checked* is YYYY-MM-DD, or YYYY-MM.

    *speaks* are the languages of a page, as far as we know.
    """

    id: str
    kind: str
    value: str
    sources: tuple[str, ...]
    checked: str
    standing: Standing
    speaks: tuple[str, ...] = MOST_PAGES_SPEAK

    def is_foreign_to(self, language: str) -> bool:
        """Whether this is a page that does not speak *language*, as far as we know. A number never is."""
        return self.kind == "page" and language not in self.speaks

    @property
    def href(self) -> str:
        """What a link to this fact points to: a telephone number, a page, or nothing that would send mail."""
        match self.kind:
            case "telephone":
                digits = "".join(character for character in self.value if character.isdigit())
                return f"tel:+{digits}" if len(digits) > len("911") else f"tel:{digits}"
            case "page":
                return f"https://{self.value}"
            case _:
                return ""


@cache
def statements() -> dict[str, Statement]:
    """Every statement by id, in the order of the source page."""
    return {
        identity: Statement(
            identity,
            row["topic"],
            row.get("quote", ""),
            row.get("sentence", row.get("quote", "")),
            row.get("unused", ""),
        )
        for identity, row in load_toml("sources", "statements.toml").items()
    }


@cache
def source() -> Source:
    """The one page everything rests on."""
    ((identity, row),) = load_toml("sources", "sources.toml").items()
    return Source(identity, row["title"], row["url"], row["file"], row["sha256"], row["retrieved"])


@cache
def facts() -> dict[str, Fact]:
    """Every fact by id."""
    return {identity: _fact(identity, row) for identity, row in _rows()}


@cache
def facts_in(language: str) -> dict[str, Fact]:
    """Every fact by id, as people who read *language* need it: the page in that language, where one is known."""
    return facts() | {
        identity: _fact(identity, {"kind": row["kind"], **row[language]}, speaks=(language,))
        for identity, row in _rows()
        if language in row
    }


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in sorted(room().joinpath("facts").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            yield from load_toml("facts", entry.name).items()


def _fact(identity: str, row: dict[str, Any], speaks: tuple[str, ...] = MOST_PAGES_SPEAK) -> Fact:
    return Fact(
        identity,
        row["kind"],
        row["value"],
        tuple(row["sources"]),
        str(row["checked"]),
        Standing(row["standing"]),
        tuple(row.get("speaks", speaks)),
    )
