"""A new look at a fact, written into its file: the day, where it was seen, its standing. All else stays as it was."""

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit
from tomlkit.container import Container

from wizard.library import Standing

from .fact_rows import Row
from .fetching import is_address

OFFICIAL = (".gov", ".mil")


class RefusedError(Exception):
    """The look cannot be recorded so; says why, in one line."""


def refusal(row: Row, address: str, day: date, today: date) -> str:
    """Why a look on *day* at *address* cannot be recorded; empty where it can."""
    if not is_address(address):
        return f"{address} is no address of a page: it begins with https:// and names a host"
    if day > today:
        return f"{day} is not yet: today is {today}"
    if day < row.day:
        return f"{row.id} was checked on {row.checked}, after {day}"
    if not row.value:
        return f"{row.id} has no value that anybody could have seen: write what you saw into {row.file.name}"
    return ""


def confirmed(row: Row, address: str, day: date) -> Standing:
    """Writes into the file of *row* that its value was seen at *address* on *day*. Gives its standing from now on."""
    document = tomlkit.parse(_read(row.file))
    fact: Any = document
    for key in row.path:
        fact = fact[key]
    standing = _standing(row, address)
    fact["checked"] = day
    if fact["standing"] != standing.value:
        fact["standing"] = standing.value
    if row.is_of_an_office:
        _add(fact["sources"], _named_source(row.file.with_name("sources.toml"), address, day))
    elif not row.is_topic:
        _add(fact["sources"], f"{_without_scheme(address)}, seen on {day.day} {day:%B %Y}")
    _write(row.file, tomlkit.dumps(document))
    return standing


def _standing(row: Row, address: str) -> Standing:
    """The standing after the look, by what each standing means (docs/en/how-we-know.md, offices/sources.toml).

    The official text or the page itself confirms. Any other page is one good source, and so is one copy for an office;
    what is more than that stays. A topic's standing is that of what its state rests on, which a look does not change.
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    itself = row.value.removeprefix("www.").partition("/")[0] == host
    if row.is_topic:
        return row.standing
    if not row.is_of_an_office and (host.endswith(OFFICIAL) or itself):
        return Standing.CONFIRMED
    return Standing.REPORTED if row.standing is Standing.LAST_SEEN else row.standing


def _add(sources: Any, source: str) -> None:  # a list of TOML
    """Adds *source*, in the place of an older look at the same page."""
    address = source.partition(", seen on ")[0]
    for number, old in enumerate(sources):
        if old == source or str(old).startswith(f"{address}, seen on "):
            sources[number] = source
            return
    sources.append(source)


def _named_source(file: Path, address: str, day: date) -> str:
    """The key of this look among the sources of offices; a new one is written at the end of *file*."""
    document = tomlkit.parse(_read(file))
    what = f"{_without_scheme(address)}, as it was seen on the web"
    for key, source in document.items():
        if source["what"] == what and source.get("date") == day:
            return str(key)
    host = "_".join((urlsplit(address).hostname or "").removeprefix("www.").split("."))
    key = _free(f"{host}_{day:%Y_%m_%d}", document)
    table = tomlkit.table()
    table.update({"what": what, "date": day, "dated_by": "the day on which it was seen"})
    document.add(tomlkit.nl())
    document.add(key, table)
    _write(file, tomlkit.dumps(document).rstrip("\n") + "\n")
    return key


def _free(key: str, document: Container) -> str:
    number = 2
    found = key
    while found in document:
        found, number = f"{key}_{number}", number + 1
    return found


def _without_scheme(address: str) -> str:
    return address.partition("://")[2].rstrip("/")


def _read(file: Path) -> str:
    return file.read_bytes().decode()


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
