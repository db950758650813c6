"""A language as PO, the format of gettext that translators' programs read: an entry a sentence, its id as context."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from scripts.guide.version import version

FUZZY = "fuzzy"
GUESSED = ("python-format", "python-brace-format")
"""What Babel takes a per cent sign or braces for."""


class UnreadableError(ValueError):
    """A file that is no PO, in one sentence."""


@dataclass(frozen=True)
class Entry:
    """One sentence: its id, the English, the translation (empty where there is none), and whether it is uncertain."""

    id: str
    english: str
    translated: str
    fuzzy: bool
    notes: tuple[str, ...] = ()
    file: str = ""
    line: int = 0


def as_po(language: str, head: str, entries: Iterator[Entry]) -> bytes:
    """The PO file of *language* with *entries*, and *head* as the comment at its beginning."""
    comment = "\n".join(f"# {line}".rstrip() for line in head.splitlines())
    catalog = Catalog(
        locale=language.replace("-", "_"),
        project="ICE Contact Guide",
        version=version(),
        header_comment=comment,
        fuzzy=False,
    )
    for entry in entries:
        message = catalog.add(
            entry.english,
            entry.translated,
            locations=[(entry.file, entry.line)] if entry.line else [(entry.file, None)],  # type: ignore[list-item]
            flags=(FUZZY,) if entry.fuzzy else (),
            auto_comments=entry.notes,
            context=entry.id,
        )
        message.flags.difference_update(GUESSED)
    file = BytesIO()
    write_po(file, catalog, width=100)
    return file.getvalue()


def of_po(content: bytes) -> tuple[str, list[Entry]]:
    """The language that a PO file says it is in, and its entries. Raises ``UnreadableError``."""
    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise UnreadableError(f"it is no PO file that can be read: {error}") from None
    entries = [
        Entry(message.context or "", str(message.id), str(message.string), message.fuzzy)
        for message in catalog
        if message.id
    ]
    return (catalog.locale_identifier or "").replace("_", "-"), entries
