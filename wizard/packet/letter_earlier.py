"""What went before a letter: the earlier request, named only as what it was; what the answer left out; what is new."""

from collections.abc import Iterator

from wizard.cards import Channel, Item
from wizard.packet.case import Case
from wizard.packet.details import PARTS
from wizard.packet.document import MIDDLE, Block, around, body, fixed_row, heading, label, own_words, tick
from wizard.packet.fields import Field
from wizard.packet.phrases import exhibits_named, in_a_row, requests_named, told_day, translation_attached
from wizard.questions import Need
from wizard.wording import Wording

CHANGED_LINES = 3
"""How many lines there are to write what has changed on."""


def earlier(case: Case, say: Wording) -> Iterator[Block]:
    """The earlier request to the local office, where there was one, and its answer."""
    if not case.asked_before and not case.blank:
        return
    there_was_one = case.asked_before or case.card.channel is Channel.REVIEWING_OFFICIAL
    yield heading(say("packet.letter.earlier" if there_was_one else "packet.letter.earlier_if"))
    yield from _what_it_was(case, say)
    office = case.local_office
    yield fixed_row(say("packet.letter.prior_office"), say.apart(office.name) if office else "", blank=MIDDLE)
    yield fixed_row(say("packet.letter.prior_answer"), told_day(case.answered_on, say))
    if Item.PRIOR_REQUEST_OUTCOME in case.card.include:
        yield label(say("packet.letter.outcome"))
        yield from own_words(case.details.local_outcome, empty=1)
        yield from translation_attached(case, say, case.details.local_outcome)
    yield from _new_proof(case, say)


def _what_it_was(case: Case, say: Wording) -> Iterator[Block]:
    day = told_day(case.details.local_request_date, say)
    if case.blank:
        yield tick(say("packet.letter.prior_box"), ticked=False)
        yield fixed_row(say("packet.letter.prior_other"), "", blank=MIDDLE)
        yield fixed_row(say("packet.letter.prior_date"), day)
    else:
        yield around(_submitted(case, say), day)


def _submitted(case: Case, say: Wording) -> tuple[str, str]:
    """That a request was submitted, before and after its day: a case review (R41) only where it was one."""
    others = [need for need in case.asked_before if need is not Need.CASE_REVIEW]
    what = in_a_row(requests_named(others, say), say) if others else ""
    if not what:
        return say.around("packet.letter.prior_review", "date")
    both = Need.CASE_REVIEW in case.asked_before
    return say.around("packet.letter.prior_both" if both else "packet.letter.prior_request", "date", what=what)


def _new_proof(case: Case, say: Wording) -> Iterator[Block]:
    if Item.PROOF_NOT_SEEN in case.card.include:
        first = exhibits_named(min(1, len(case.details.exhibits)), say)
        yield around(say.around("packet.letter.new_proof", "exhibit"), first)


def overlooked(case: Case, say: Wording) -> Iterator[Block]:
    """What was not fully considered (R25), in three parts."""
    yield heading(say("packet.letter.overlooked"))
    parts = PARTS[Field.OVERLOOKED_FACTORS]
    told = case.details.overlooked_factors
    for part, lines in zip(parts, told or ((),) * len(parts), strict=True):
        yield label(say("packet.letter", f"overlooked_{part}"))
        yield from own_words(lines, empty=1)
    yield from translation_attached(case, say, told)


def changed(case: Case, say: Wording) -> Iterator[Block]:
    """What has changed since the office reviewed the case (R45)."""
    if Item.WHAT_CHANGED in case.card.include:
        yield heading(say("packet.letter.changed"))
        yield from own_words(case.details.what_changed, empty=CHANGED_LINES)
        yield from translation_attached(case, say, case.details.what_changed)


def waiting(case: Case, say: Wording) -> Iterator[Block]:
    """The request that nobody has answered: what it was for, and when it was sent."""
    yield heading(say("packet.letter.waiting"))
    day = told_day(case.details.local_request_date, say)
    if case.blank:
        yield label(say("packet.letter.waiting_about_boxes"))
        yield from (tick(name, ticked=False) for name in requests_named(case.card.needs, say))
        yield fixed_row(say("packet.letter.prior_date"), day)
    else:
        what = in_a_row(requests_named(case.card.needs, say), say)
        yield around(say.around("packet.letter.waiting_sent", "date", what=what), day)
    yield body(say("packet.letter.waiting_lead"))
