"""The packet of an intake, written into a folder: for the command line.

What is there already is never overwritten: a lawyer may have worked on it. Only the owner may read what is written.
"""

from contextlib import suppress
from datetime import datetime
from os.path import lexists
from pathlib import Path

from wizard.assess import assess, unanswered
from wizard.intake import BadIntakeError, Intake, with_known_default
from wizard.packet import FaultyDetailsError, Packet, Told, packet_of
from wizard.packet.carried import carried, was_one_for_all
from wizard.packet.case import custody_of
from wizard.packet.case_file import MOST_BYTES, refusal, typed_of
from wizard.packet.checklist import read_first
from wizard.packet.fields import PAPERS
from wizard.packet.reminder import lot
from wizard.questions import Role
from wizard.wording import Wording

__all__ = ["MOST_BYTES", "warnings_of", "write_packet"]

PRIVATE = 0o600


def write_packet(intake: Intake, folder: Path, say: Wording, moment: datetime) -> tuple[str, ...]:
    """Writes every file of the packet of *intake* into *folder*, made where it is not there; their names.

    Raises ``BadIntakeError`` for an intake that is not complete, details that cannot be taken, and a folder that cannot
    be written to or holds a file of one of the names; nothing is left there then.
    """
    packet = packet_of_intake(intake, say, moment)
    files = dict(packet.files())
    there = [name for name in files if lexists(folder / name)]
    if there:
        raise BadIntakeError(f"--out: has {there[0]} already, and nothing is overwritten; name another folder")
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).touch(PRIVATE, exist_ok=False)
            written.append(folder / name)
            (folder / name).write_bytes(content)
    except OSError:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise BadIntakeError("--out: cannot be written to; give the path of a folder") from None
    return tuple(files)


def warnings_of(intake: Intake, say: Wording) -> tuple[str, ...]:
    """What a person must read before a draft of *intake*, which is complete; and where one text for several stands."""
    answers = with_known_default(intake.answers)
    assessment = assess(intake.needs, answers)
    role = Role(answers[Role.id()]) if Role.id() in answers else None
    typed = carried(typed_of(intake.details), assessment.cards, role, custody_of(assessment, answers))
    one = [say("packet.screen.one_for_all")] if was_one_for_all(typed) else []
    return (*read_first(assessment, say), *one)


def packet_of_intake(intake: Intake, say: Wording, moment: datetime) -> Packet:
    """The packet of *intake*. Raises ``BadIntakeError`` where it is not complete, or details cannot be taken."""
    answers = with_known_default(intake.answers)
    question = unanswered(intake.needs, answers) if intake.needs else None
    if not intake.needs or question is not None:
        missing = question.id() if question else "needs"
        raise BadIntakeError(f"{missing}: is missing; a packet needs a complete interview")
    lacking = PAPERS if intake.missing_items is None else intake.missing_items
    have = frozenset(PAPERS).difference(lacking)
    told = Told(answers, typed_of(intake.details), intake.places, have, intake.answered_on, lot())
    try:
        return packet_of(assess(intake.needs, answers), told, say, moment.date(), moment)
    except FaultyDetailsError as error:
        raise refusal(error.faults, intake.details, say.english) from None
