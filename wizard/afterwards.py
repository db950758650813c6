"""What comes after a request: what ICE's page says of it, whom to turn to if nothing comes, and pages that say more."""

from wizard.cards import Card, Channel
from wizard.library import Fact, facts
from wizard.questions import Need

AFTER_STATEMENTS: dict[Channel, tuple[str, ...]] = {
    Channel.DETENTION_LINE: ("R4", "R6", "R9", "R52"),
    Channel.FIELD_OFFICE: ("R52",),
    Channel.FIELD_OFFICE_FOLLOW_UP: ("R42", "R52"),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: ("R16", "R52"),
    Channel.REVIEWING_OFFICIAL: ("R27", "R44", "R45", "R52"),
    Channel.OPLA: ("R52",),
    Channel.OUTSIDE: ("R52",),
}
"""The channels whose cards say what happens next, until then and if nothing does; and what that rests on."""

PAGES_BESIDE: dict[Channel, tuple[str, ...]] = {
    Channel.DETENTION_LINE: ("detention_line", "get_help"),
    Channel.FIELD_OFFICE: ("case_review_letter", "before_you_contact_ice"),
    Channel.FIELD_OFFICE_FOLLOW_UP: ("case_review_answer", "get_help"),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: ("for_people_inside", "get_help"),
    Channel.REVIEWING_OFFICIAL: ("case_review_official", "what_has_changed"),
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL: ("case_review_answer", "get_help"),
    Channel.OPLA: ("court_requests", "what_has_changed"),
    Channel.OUTSIDE: ("get_help",),
}
"""The pages of the guide that say more than a card, by their names in ``docs`` with "_" for "-"."""

PAGES_BESIDE_NEED: dict[Need, tuple[str, ...]] = {Need.FIND_A_PERSON: ("for_families",)}
"""Pages that say more of one need than those of its card."""

IF_NOTHING_COMES: dict[Channel, tuple[str, ...]] = {Channel.FIELD_OFFICE_LEGAL_ACCESS: ("line_number",)}
"""Facts by which a person goes on from a channel that stays silent."""


def if_nothing_comes(card: Card) -> tuple[Fact, ...]:
    """How to reach whom ICE's page names for a channel that does not help."""
    return tuple(facts()[name] for name in IF_NOTHING_COMES.get(card.channel, ()))


def pages_of(card: Card) -> tuple[str, ...]:
    """The pages that say more than *card*, by name; what belongs to one of its needs first."""
    of_needs = [page for need in card.needs for page in PAGES_BESIDE_NEED.get(need, ())]
    return tuple(dict.fromkeys((*of_needs, *PAGES_BESIDE.get(card.channel, ()))))
