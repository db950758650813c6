"""The ids of the packet's texts that follow from lists. Called by content.py."""

from wizard.cards import LETTERS, Channel
from wizard.packet import a_number, dates, email
from wizard.packet.call_script import NOTES, SENTENCES, WHOM
from wizard.packet.checklist import COLUMNS
from wizard.packet.details import NONE_BOXES, PARTS
from wizard.packet.fields import CALL_TEXTS, OF_A_CALL, OFFICE_CALLS, PAPERS, Field
from wizard.packet.form import GROUPS, SUPPORT_WORDS
from wizard.packet.letter_head import SUBJECTS
from wizard.packet.letter_parts import OTHER_ENCLOSURES
from wizard.packet.letter_person import IDENTITY
from wizard.packet.phrases import LEADS
from wizard.packet.readiness import State
from wizard.packet.screens import NOTES as SCREEN_NOTES
from wizard.questions import (
    COURT_REQUESTS,
    LINE_TOPICS,
    OFFICER_REQUESTS,
    Role,
)


def packet_ids() -> set[str]:
    """The ids of the packet's texts that follow from lists: fields, faults, letters, calls."""
    ids = {f"packet.field.{field}.{part}" for field in Field for part in ("label", "hint")}
    ids |= {f"packet.field.{field}.{part}_support" for field in SUPPORT_WORDS for part in ("label", "hint")}
    ids |= {f"packet.field.overlooked_factors.{part}" for part in PARTS[Field.OVERLOOKED_FACTORS]}
    ids |= {f"packet.form.{group}" for group in GROUPS}
    ids |= {f"packet.{text}{of}" for text in CALL_TEXTS for of in ("", OF_A_CALL)}
    ids |= {f"packet.form.words_for.{channel}" for channel in (Channel.DETENTION_LINE, *LETTERS)}
    ids |= {f"packet.error.a_number.{fault}" for fault in a_number.Fault}
    ids |= {f"packet.error.email.{fault}" for fault in email.Fault}
    ids |= {f"packet.error.date.{fault}" for fault in dates.Fault}
    ids |= {f"packet.error.{field}.both" for field in NONE_BOXES}
    ids |= {f"packet.screen.{name}" for name in (*State, *SCREEN_NOTES, *VERDICTS)}
    return ids | letter_ids() | call_ids() | {f"packet.checklist.column.{name}" for name in COLUMNS}


VERDICTS = ("ready", "ready_ours", "ready_by_hand", "ready_to_add", "not_ready")


def letter_ids() -> set[str]:
    """The ids of the letters' texts that follow from lists."""
    ids = {f"packet.letter.{part}.{channel}" for part in ("title", "opening") for channel in LETTERS}
    ids |= {f"packet.letter.subject_for.{name}" for name in (*SUBJECTS, "support")}
    writer = ("booking_number", "sender_name", "sender_organization", "sender_contact", "capacity")
    ids |= {f"packet.letter.row.{item}" for item in (*IDENTITY, *writer)}
    ids |= {f"packet.letter.{part}.{n}" for part in ("need", "asked") for n in (*OFFICER_REQUESTS, *COURT_REQUESTS)}
    ids |= {f"packet.letter.capacity.{role}" for role in Role}
    ids |= {f"packet.letter.enclosed.{paper}" for paper in (*PAPERS, *OTHER_ENCLOSURES)}
    ids |= {f"packet.letter.{lead}{form}" for lead in LEADS for form in ("", "_boxes", "_several")}
    return ids | {f"packet.letter.overlooked_{part}" for part in PARTS[Field.OVERLOOKED_FACTORS]}


def call_ids() -> set[str]:
    """The ids of the call scripts' texts that follow from lists."""
    ids = {f"packet.call.title.{name}" for name in ("detention_line", "field_office")}
    ids |= {f"packet.call.{name}" for name in ("language", *SENTENCES, *NOTES)}
    ids |= {f"packet.call.{speaker}.{name}" for speaker in ("of_another", "of_oneself") for name in WHOM}
    ids |= {f"packet.call.ready.{channel}" for channel in OFFICE_CALLS}
    ids |= {f"packet.call.topic.{need}" for need in LINE_TOPICS}
    return ids | {
        f"packet.call.office.{name}" for name in (*OFFICE_CALLS, "field_office_near", "form_i246", "form_i246_near")
    }
