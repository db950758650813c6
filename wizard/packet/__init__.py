"""What goes out: letters, call scripts, a checklist and dates, made from an assessment and a person's own words.

One entry: `packet_of`. Everything is a pure function of what is given to it, nothing is kept, and nothing is sent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from wizard.assess import Assessment
from wizard.cards import LETTERS
from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.as_docx import as_docx, zipped
from wizard.packet.as_text import as_text
from wizard.packet.call_script import call_scripts
from wizard.packet.case import Case, FaultyDetailsError, Told, cases_of
from wizard.packet.certificate import certificate
from wizard.packet.checklist import checklist
from wizard.packet.document import Document
from wizard.packet.letters import letter
from wizard.packet.reminder import reminder
from wizard.wording import Wording

__all__ = ["FaultyDetailsError", "Packet", "Told", "packet_of"]

REMINDER, ARCHIVE = "reminder.ics", "packet.zip"

TYPES = {
    ".txt": "text/plain;charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar;charset=utf-8",
    ".zip": "application/zip",
    ".json": "application/json",
}
"""The media type of each kind of file."""


@dataclass(frozen=True)
class Packet:
    """All papers of one result. *letters* are in English; *mirrors* are the same in the reader's language, to read.

    *certificate* is the translator's, where own words in another language go with a letter.
    """

    cases: tuple[Case, ...]
    letters: tuple[Document, ...]
    mirrors: tuple[Document, ...]
    certificate: Document | None
    calls: tuple[Document, ...]
    checklist: Document
    reminder: str

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every paper, the letters first."""
        return (*self.letters, *self.mirrors, *self.others)

    @property
    def others(self) -> tuple[Document, ...]:
        """What is no letter."""
        return (*((self.certificate,) if self.certificate else ()), *self.calls, self.checklist)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files. They say nobody's name and no number."""
        names = [f"{document.name}{ending}" for document in self.documents for ending in (".docx", ".txt")]
        return (*names, *([REMINDER] if self.reminder else ()))

    def file(self, name: str) -> bytes:
        """The file *name*, or `ARCHIVE` with all of them. Raises ``KeyError`` for a name that is not there."""
        if name == ARCHIVE:
            return zipped(dict(self.files()))
        if name == REMINDER and self.reminder:
            return self.reminder.encode()
        stem, _, ending = name.rpartition(".")
        document = {document.name: document for document in self.documents}[stem]
        made: dict[str, Callable[[Document], bytes]] = {"docx": as_docx, "txt": lambda paper: as_text(paper).encode()}
        return made[ending](document)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its name."""
        for name in self.names:
            yield name, self.file(name)


def packet_of(assessment: Assessment, told: Told, say: Wording, today: date, moment: datetime | None = None) -> Packet:
    """The packet of an assessment, in the reader's language.

    *moment* (with its offset from UTC) decides when the line opens next; without it no such date is kept.
    Raises ``FaultyDetailsError`` for details that cannot be taken, of those only that are asked for.
    """
    cases = cases_of(assessment, told, say, today)
    written = [sheet for case in cases if case.card.channel in LETTERS for sheet in case.sheets]
    mirrored = written if say.language != SOURCE_LANGUAGE else []
    return Packet(
        cases,
        tuple(letter(sheet, say.english) for sheet in written),
        tuple(letter(sheet, say) for sheet in mirrored),
        certificate(written, say.english),
        call_scripts(cases, say),
        checklist(assessment, cases, say),
        reminder(cases, today, moment, say, told.drawn),
    )
