"""Whom a letter is about: the items of ICE's page in their order (R41), and where the person is."""

from collections.abc import Iterator

from wizard.cards import Channel, Item
from wizard.packet.a_number import told_a_number
from wizard.packet.case import Case
from wizard.packet.countries import country_in
from wizard.packet.document import MIDDLE, Block, Style, around, fixed_row, heading, label, row
from wizard.packet.phrases import asked_for, is_short, told_day
from wizard.places import lies_in, told
from wizard.questions import Need
from wizard.wording import Wording

IDENTITY = (
    Item.NAME,
    Item.A_NUMBER,
    Item.DATE_OF_BIRTH,
    Item.COUNTRY_OF_BIRTH,
    Item.TELEPHONE,
    Item.EMAIL,
)
"""What tells a person from every other. Telephone and email are the person's own."""


def person(case: Case, say: Wording) -> Iterator[Block]:
    """The identity block."""
    yield heading(say("packet.letter.person"))
    yield from identity(case, say)
    yield from whereabouts(case, say)
    if Need.CANCEL_DETAINER in case.card.needs:
        yield from _in_jail(case, say)
    if Item.DISCRETION_SOUGHT in case.card.include:
        yield from _sought(case, say)


def identity(case: Case, say: Wording) -> Iterator[Block]:
    """The rows that the card asks for, and in any case name and number."""
    details, include = case.details, {Item.NAME, Item.A_NUMBER, *case.card.include}
    values = {
        Item.NAME: details.name,
        Item.A_NUMBER: told_a_number(details.a_number) if details.a_number else "",
        Item.DATE_OF_BIRTH: told_day(details.date_of_birth, say),
        Item.COUNTRY_OF_BIRTH: country_in(say.language, details.country_of_birth),
        Item.TELEPHONE: say("packet.letter.no_telephone") if details.no_telephone else details.telephone,
        Item.EMAIL: say("packet.letter.no_email") if details.no_email else details.email,
    }
    for entry in IDENTITY:
        if entry in include:
            yield row(say("packet.letter.row", entry.value), values[entry])


def whereabouts(case: Case, say: Wording) -> Iterator[Block]:
    """The court of the case, and where the person is: in a place with a name, or only taken, nobody knows where to."""
    lawyers = case.card.channel is Channel.OPLA
    if lawyers:
        yield fixed_row(say("packet.letter.court"), told(case.place, say) if case.place.get("court") else "")
        yield from _hearing(case, say)
    if case.held or (case.blank and not lawyers):
        yield row(say("packet.letter.facility"), case.center_name, blank=MIDDLE)
    if case.taken and case.speaks_for_another:
        yield fixed_row(say("packet.letter.held"), say("packet.letter.taken_place"))
    elif not lawyers and (case.held or case.taken or case.blank):
        yield fixed_row(say("packet.letter.held"), _held_in(case, say))


def _held_in(case: Case, say: Wording) -> str:
    return lies_in(case.center, say) if case.center else told(case.place, say)


def _hearing(case: Case, say: Wording) -> Iterator[Block]:
    day = told_day(case.details.hearing_date, say)
    if day:
        before, after = say.around("packet.letter.hearing", "date")
        yield around((before, ""), f"{day}{after}", style=Style.ROW, strong=True)
    else:
        yield fixed_row(say("packet.letter.hearing_if"), "")


def _in_jail(case: Case, say: Wording) -> Iterator[Block]:
    """What an office looks for beside a detainer. Of charges nothing is asked: a lawyer says what to write."""
    if case.blank:  # most people who take it are in no jail, and nobody asked them
        yield label(say("packet.letter.jail_only"))
    yield row(say("packet.letter.row.booking_number"), case.details.booking_number)
    yield fixed_row(say("packet.letter.charges"), "", blank=MIDDLE)
    yield fixed_row(say("packet.letter.expected_release"), "")


def _sought(case: Case, say: Wording) -> Iterator[Block]:
    """The form of discretion: what was chosen; of a review by itself, the person's own words, short and in English.

    A blank paper has boxes in the second part, where longer words stand too, and those with a translation.
    """
    forms = [need for need in case.card.needs if need is not Need.CASE_REVIEW and not case.blank]
    if forms or Item.REQUEST_STATED not in case.card.include:
        yield from asked_for(case, say, "sought", forms)
    elif is_short(case.details.request) and not case.translated:
        yield row(say("packet.letter.sought"), *case.details.request)
    else:
        below = say("packet.letter.sought_ticked" if case.blank else "packet.letter.sought_below")
        yield fixed_row(say("packet.letter.sought"), below)
