"""What goes out: letters, call scripts, a checklist and dates, made from an assessment and a person's own words.

One entry: `packet_of`. Everything is a pure function of what is given to it, nothing is kept, and nothing is sent.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from wizard.assess import Assessment
from wizard.cards import Item
from wizard.engine import Answers
from wizard.packet.as_docx import as_docx, zipped
from wizard.packet.as_text import as_text
from wizard.packet.call_script import call_scripts
from wizard.packet.case import Case, cases_of
from wizard.packet.checklist import checklist
from wizard.packet.details import Typed, read_form
from wizard.packet.document import Document
from wizard.packet.fields import LETTERS, Field, fields_of, fields_of_all, is_prepared
from wizard.packet.letters import letter
from wizard.packet.reminder import reminder
from wizard.places import NOWHERE, Places
from wizard.questions import Role
from wizard.wording import SOURCE_LANGUAGE

REMINDER, ARCHIVE = "reminder.ics", "packet.zip"

TYPES = {
    ".txt": "text/plain;charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar;charset=utf-8",
    ".zip": "application/zip",
    ".json": "application/json",
}
"""The media type of each kind of file."""


class FaultyDetailsError(Exception):
    """Details that cannot be taken: *faults* holds the id of a text for each field."""

    def __init__(self, faults: Mapping[Field, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Packet:
    """All papers of one result. *letters* are in English; *mirrors* are the same in the reader's language, if another."""

    cases: tuple[Case, ...]
    letters: tuple[Document, ...]
    mirrors: tuple[Document, ...]
    calls: tuple[Document, ...]
    checklist: Document
    reminder: str

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every paper, the letters first."""
        return (*self.letters, *self.mirrors, *self.calls, self.checklist)

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
        return {"docx": as_docx, "txt": _text_file}[ending](document)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its name."""
        for name in self.names:
            yield name, self.file(name)


def packet_of(  # noqa: PLR0913
    assessment: Assessment,
    answers: Answers,
    typed: Typed,
    *,
    language: str,
    today: date,
    moment: datetime | None = None,
    places: Places = NOWHERE,
    have: Iterable[Item] = (),
) -> Packet:
    """The packet of an assessment. *typed* are the details as fields of the form; *have* the papers that are there.

    *moment* (with its offset from UTC) decides when the line opens next; without it no such date is kept.
    Raises ``FaultyDetailsError`` for details that cannot be taken, of those only that are asked for.
    """
    role = Role(answers[Role.id()]) if any(map(is_prepared, assessment.cards)) else None
    wanted = fields_of_all(assessment.cards, role)
    _, faults = read_form(typed, wanted, today, language)
    if faults:
        raise FaultyDetailsError(faults)
    details = {
        card.channel: read_form(typed, fields_of(card, role), today, language)[0]
        for card in assessment.cards
        if is_prepared(card)
    }
    cases = cases_of(assessment, answers, details, places, have, today)
    written = [case for case in cases if case.card.channel in LETTERS]
    mirrored = written if language != SOURCE_LANGUAGE else []
    return Packet(
        cases,
        tuple(letter(case, SOURCE_LANGUAGE) for case in written),
        tuple(letter(case, language) for case in mirrored),
        call_scripts(cases, language),
        checklist(assessment, cases, language),
        reminder(cases, today, moment, language),
    )


def _text_file(document: Document) -> bytes:
    """*document* as text that old editors also open: with a mark of its encoding, and both characters at line ends."""
    return as_text(document).replace("\n", "\r\n").encode("utf-8-sig")
