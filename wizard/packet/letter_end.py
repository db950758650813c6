"""The end of a letter: who writes it, who signs it, and the interpreter where one helped.

In a letter that was filled in it stays on one sheet with the enclosures: a signature alone belongs to no letter.
"""

from collections.abc import Iterator

from wizard.cards import Item
from wizard.packet.case import Case
from wizard.packet.document import (
    MIDDLE,
    SHORT,
    Block,
    Style,
    blanks,
    body,
    fixed_row,
    heading,
    kept_together,
    label,
    row,
)
from wizard.packet.fields import ORGANIZED
from wizard.questions import Role
from wizard.wording import Wording

NO_BREAK = "\u00a0"

CAPACITIES = (
    Role.SELF,
    Role.FAMILY_OR_FRIEND,
    Role.ATTORNEY,
    Role.ACCREDITED_REPRESENTATIVE,
    Role.ORGANIZATION,
    Role.LAW_ENFORCEMENT,
    Role.PUBLIC,
)
"""As whom somebody may write, in the order of a blank paper."""


def end(case: Case, say: Wording) -> Iterator[Block]:
    """Writer, signature, interpreter."""
    if case.speaks_for_another:
        yield heading(say("packet.letter.writer"))
        yield from _writer(case, say)
    yield from kept_together((*_signature(case, say), *_consent(case, say)))
    yield from kept_together(_interpreter(case, say))


def _signature(case: Case, say: Wording) -> Iterator[Block]:
    signer = case.details.sender_name if case.speaks_for_another else case.details.name
    if case.role is Role.SELF and Item.TELEPHONE not in case.card.include:
        yield row(say("packet.letter.reply"), case.details.sender_contact, blank=MIDDLE)
    yield sign(say)
    yield row(say("packet.letter.printed"), signer, blank=MIDDLE)
    if case.helped:
        yield row(say("packet.letter.helped_by"), "", blank=MIDDLE)


def _consent(case: Case, say: Wording) -> Iterator[Block]:
    """Where family or a friend writes: the person's own signature, if it can be had."""
    if case.blank or case.role is Role.FAMILY_OR_FRIEND:
        yield label(say("packet.letter.consent"))
        yield sign(say)


def _interpreter(case: Case, say: Wording) -> Iterator[Block]:
    if not (case.blank or case.details.interpreter):
        return
    yield heading(say("packet.letter.interpreter" if case.blank else "packet.letter.interpreter_used"))
    yield body(say("packet.letter.interpreter_text"))
    yield blanks((say("packet.letter.interpreter_language"), SHORT // 2), (say("packet.letter.printed"), SHORT))
    yield sign(say)


def _writer(case: Case, say: Wording) -> Iterator[Block]:
    yield row(say("packet.letter.row.sender_name"), case.details.sender_name, blank=MIDDLE)
    if case.role is None or case.role in ORGANIZED:
        yield row(say("packet.letter.row.sender_organization"), case.details.sender_organization, blank=MIDDLE)
    if case.role is None:
        others = (role for role in CAPACITIES if not (case.support and role is Role.SELF))
        boxes = "  ".join(f"[ ]{NO_BREAK}{say('packet.letter.capacity', role.value)}" for role in others)
        yield fixed_row(say("packet.letter.row.capacity"), boxes)
    elif not (case.support and case.details.sender_organization):  # else the name of the group says it
        yield fixed_row(say("packet.letter.row.capacity"), say("packet.letter.capacity", case.role.value))
    yield row(say("packet.letter.row.sender_contact"), case.details.sender_contact, blank=MIDDLE)


def sign(say: Wording) -> Block:
    """A line to sign on, and one for the day."""
    return blanks((say("packet.letter.signature"), MIDDLE), (say("packet.letter.date"), SHORT), style=Style.SIGN)
