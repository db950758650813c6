"""Lists every fact by age and standing, or records a new look. Run by ``scripts/facts``, whose first lines say how."""

import argparse
import difflib
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from scripts.guide.folders import REPOSITORY

from .confirming import RefusedError, confirmed, refusal
from .fact_rows import FACTS, Row, rows
from .shown_where import shown_where

UNTRUE_NOW = "on the live web"
"""What is said of facts that nobody saw on the web itself: the first look makes it untrue."""


def main(arguments: list[str], folder: Path = FACTS) -> int:
    """Lists or records. Returns the exit code: 2 where a look was refused."""
    today = datetime.now().astimezone().date()
    try:
        if arguments[:1] == ["confirm"]:
            told = _looked().parse_args(arguments[1:])
            print(_confirm(told, today, folder))
        else:
            told = _listed().parse_args(arguments)
            print("\n".join(_list(told, today, folder)))
    except RefusedError as refused:
        print(f"facts: {refused}", file=sys.stderr)
        return 2
    return 0


def _listed() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/facts", description="Every fact, the oldest first.")
    parser.add_argument(
        "word", nargs="?", default="", metavar="WORD", help="only what holds it in its id, value or source"
    )
    parser.add_argument("--without-offices", action="store_true", help="not what is known of offices and centers")
    parser.add_argument("--most", type=int, default=None, metavar="N", help="so many, and no more")
    return parser


def _looked() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/facts confirm", description="Records a new look at a fact.")
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--seen", required=True, metavar="ADDRESS", help="where its value stands, or was looked for")
    parser.add_argument("--on", required=True, metavar="DATE", help="the day of the look, YYYY-MM-DD")
    return parser


def _list(told: argparse.Namespace, today: date, folder: Path) -> Iterator[str]:
    word = told.word.lower()
    asked = [row for row in rows(folder) if not (told.without_offices and row.is_of_an_office)]
    found = [row for row in asked if word in " ".join((row.id, row.value, *row.sources)).lower()]
    if not found:
        raise RefusedError(f"no fact holds {told.word}")
    shown = found[: told.most]
    for row in shown:
        yield f"{row.checked}  {row.standing}  {row.id}  ({(today - row.day).days} days)"
        yield f"    {row.value or 'looked for, and not found'}"
        yield f"    sources: {'; '.join(row.sources)}"
        yield f"    shown: {', '.join(shown_where(row))}"
    more = "" if len(shown) == len(found) else f" of {len(found)}"
    yield f"{len(shown)}{more} facts; a new look: scripts/facts confirm ID --seen ADDRESS --on DATE"


def _confirm(told: argparse.Namespace, today: date, folder: Path) -> str:
    row = _row(told.id, folder)
    try:
        day = date.fromisoformat(told.on)
    except ValueError:
        raise RefusedError(f"{told.on} is no day: write YYYY-MM-DD") from None
    if why := refusal(row, told.seen, day, today):
        raise RefusedError(why)
    standing = confirmed(row, told.seen, day)
    line = f"facts: {row.id} was seen on {day}; it is {standing} now, and was {row.standing} on {row.checked}"
    if untrue := ", ".join(_telling_otherwise(row)):
        line += f'\nfacts: "{UNTRUE_NOW}" may be untrue now in {untrue}, and in its translations'
    return line


def _row(identity: str, folder: Path) -> Row:
    known = {row.id: row for row in rows(folder)}
    if identity not in known:
        near = difflib.get_close_matches(identity, known, 1)
        raise RefusedError(f"there is no fact {identity}{f'; is it {near[0]}?' if near else ''}")
    return known[identity]


def _telling_otherwise(row: Row) -> Iterator[str]:
    """The files that say that nobody looked on the web itself."""
    for file in (row.file, *sorted((REPOSITORY / "docs" / "en").glob("*.md"))):
        if UNTRUE_NOW in file.read_text("utf-8"):
            yield file.relative_to(REPOSITORY).as_posix() if file.is_relative_to(REPOSITORY) else file.name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
