"""Which details a letter or a call needs: what ICE's page asks for on a card, what else the office must know, no other.

Never status, entry, criminal history, or anything of relatives: ICE's page asks for none of it.
"""

from collections.abc import Iterable
from enum import StrEnum

from wizard.aspects import names_nobody
from wizard.cards import ITEM_STATEMENTS, LETTERS, Beware, Card, Channel, Item
from wizard.questions import Custody, Need, Role


class Field(StrEnum):
    """A detail, in the order in which it is asked. The ids are those of an intake's ``details``."""

    NAME = "name"
    A_NUMBER = "a_number"
    DATE_OF_BIRTH = "date_of_birth"
    COUNTRY_OF_BIRTH = "country_of_birth"
    TELEPHONE = "telephone"
    EMAIL = "email"
    CENTER = "center"
    BOOKING_NUMBER = "booking_number"
    REMOVAL_DATE = "removal_date"
    HEARING_DATE = "hearing_date"
    LOCAL_REQUEST_DATE = "local_request_date"
    LOCAL_OUTCOME = "local_outcome"
    OVERLOOKED_FACTORS = "overlooked_factors"
    WHAT_CHANGED = "what_changed"
    FACTS = "facts"
    REQUEST = "request"
    EXHIBITS = "exhibits"
    WORDS_IN_ENGLISH = "words_in_english"
    INTERPRETER = "interpreter"
    SENDER_NAME = "sender_name"
    SENDER_ORGANIZATION = "sender_organization"
    SENDER_CONTACT = "sender_contact"


FOR_EACH: dict[Field, str] = {
    Field.FACTS: "facts_for",
    Field.REQUEST: "requests",
    Field.EXHIBITS: "exhibits_for",
}
"""Details of which each letter has its own, by the id of the object that holds them all in an intake."""

FIELD_OF_ITEM: dict[Item, Field] = {
    Item.NAME: Field.NAME,
    Item.A_NUMBER: Field.A_NUMBER,
    Item.DATE_OF_BIRTH: Field.DATE_OF_BIRTH,
    Item.COUNTRY_OF_BIRTH: Field.COUNTRY_OF_BIRTH,
    Item.TELEPHONE: Field.TELEPHONE,
    Item.EMAIL: Field.EMAIL,
    Item.PRIOR_REQUEST_STATEMENT: Field.LOCAL_REQUEST_DATE,
    Item.PRIOR_REQUEST_OUTCOME: Field.LOCAL_OUTCOME,
    Item.PROOF_OF_LOCAL_REQUEST: Field.LOCAL_REQUEST_DATE,
    Item.FACTS_SUMMARY: Field.FACTS,
    Item.WHAT_CHANGED: Field.WHAT_CHANGED,
    Item.REQUEST_STATED: Field.REQUEST,
    Item.SUPPORTING_DOCUMENTS: Field.EXHIBITS,
    Item.PROOF_NOT_SEEN: Field.EXHIBITS,
}
"""The detail that fills an item of a card. What is asked for as discretion follows from the needs."""

PAPERS = (
    Item.FORM_I246,
    Item.COPY_OF_LOCAL_REQUEST,
    Item.COPY_OF_LOCAL_RESPONSE,
    Item.FORM_G28,
    Item.FORM_60_001,
    Item.PROOF_OF_LOCAL_REQUEST,
)
"""Items that are papers to put in: a person has them or not."""

_OWN_PARTS = (Field.FACTS, Field.REQUEST, Field.EXHIBITS)

_BESIDE: dict[Channel, tuple[Field, ...]] = {
    Channel.DETENTION_LINE: (Field.NAME, Field.A_NUMBER, Field.FACTS),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: (Field.NAME, Field.A_NUMBER, Field.FACTS),
    Channel.REVIEWING_OFFICIAL: (Field.OVERLOOKED_FACTORS,),
    Channel.OPLA: (Field.NAME, Field.A_NUMBER, Field.HEARING_DATE, *_OWN_PARTS),
}
"""What the page names in no list of items, and an office needs to know whom it is about, and what is asked."""

_BESIDE_STATEMENTS: dict[Field, tuple[str, ...]] = {
    Field.OVERLOOKED_FACTORS: ("R25",),
    Field.REMOVAL_DATE: ("R49",),
}

OFFICE_CALLS = (Channel.FIELD_OFFICE, Channel.FIELD_OFFICE_FOLLOW_UP, Channel.FIELD_OFFICE_LEGAL_ACCESS)
"""The channels whose office one can also call."""

WITH_SUPPORT = (
    Channel.FIELD_OFFICE,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.REVIEWING_OFFICIAL,
    Channel.OPLA,
)
"""The channels where a stranger's words stand in a letter of support, and the request is the person's own."""

OF_THE_PERSON_ALONE = (Field.LOCAL_OUTCOME, Field.OVERLOOKED_FACTORS, Field.WHAT_CHANGED)
"""Words of the request itself: no supporter is asked for them."""

OWN_WORDS = (*OF_THE_PERSON_ALONE, *_OWN_PARTS)
"""What stands in a letter as it was typed, in whatever language."""


OF_A_CALL = "_call"
"""The ids of texts end so that a call has in place of a letter's."""

CALL_TEXTS = (
    "form.title",
    "form.fills",
    "form.truth",
    "form.keeps",
    "form.records",
    "screen.intro",
    "screen.other_papers",
)
"""The texts of both screens that are others where there is only a call."""


def is_prepared(card: Card) -> bool:
    """Whether there is a letter or a call for *card*."""
    return card.channel in (*LETTERS, Channel.DETENTION_LINE)


def supports(card: Card, role: Role | None) -> bool:
    """Whether *role* writes a letter of support to the channel of *card*, beside the person's own request."""
    return role is not None and role.stranger and card.channel in WITH_SUPPORT


def name_in_form(field: Field, channel: Channel | None) -> str:
    """How the form calls *field*, or the one of *channel* where each letter has its own."""
    return f"{field}.{channel}" if channel and field in FOR_EACH else field.value


def fields_of(card: Card, role: Role | None, custody: Custody) -> dict[Field, tuple[str, ...]]:
    """The details that *card* asks for, in order, with the statements of ICE's page that say so.

    *role* is who writes or calls: only a letter says who that is, and only where it is someone else than the person.
    """
    if not is_prepared(card):
        return {}
    if names_nobody(card):
        return {Field.FACTS: ()}
    asked = {FIELD_OF_ITEM[item]: ITEM_STATEMENTS[item] for item in reversed(card.include) if item in FIELD_OF_ITEM}
    beside = [*_BESIDE.get(card.channel, ()), *_of_the_case(card, role, custody)]
    asked |= {field: _BESIDE_STATEMENTS.get(field, ()) for field in beside if field not in asked}
    if supports(card, role):
        asked = {field: cited for field, cited in asked.items() if field not in OF_THE_PERSON_ALONE}
        asked |= {field: () for field in _OWN_PARTS if field not in asked}
    if card.channel in LETTERS:
        asked |= dict.fromkeys(_of_the_writer(card, role, asked), ())
    return {field: asked[field] for field in Field if field in asked}


def _of_the_case(card: Card, role: Role | None, custody: Custody) -> Iterable[Field]:
    """What the situation makes worth knowing; of each no more than one line."""
    named = card.channel in LETTERS or role is not Role.SELF
    holds = {
        Field.CENTER: custody.held and named,
        Field.BOOKING_NUMBER: Need.CANCEL_DETAINER in card.needs,
        Field.REMOVAL_DATE: Beware.REMOVAL_NEAR in card.warnings,
        Field.LOCAL_REQUEST_DATE: bool(card.found("the_field_office_has_answered")),
    }
    return (field for field, wanted in holds.items() if wanted)


def _of_the_writer(card: Card, role: Role | None, asked: Iterable[Field]) -> Iterable[Field]:
    """Who writes, how to answer, and in which language the words are."""
    another = role is not Role.SELF
    holds = {
        Field.WORDS_IN_ENGLISH: bool(set(asked).intersection(OWN_WORDS)),
        Field.INTERPRETER: True,
        Field.SENDER_NAME: another,
        Field.SENDER_ORGANIZATION: role is not None and role.organized,
        Field.SENDER_CONTACT: another or Item.TELEPHONE not in card.include,
    }
    return [field for field, wanted in holds.items() if wanted]


def papers_of(cards: Iterable[Card]) -> tuple[Item, ...]:
    """The papers that any of *cards* wants put in."""
    wanted = {item for card in cards if is_prepared(card) for item in card.include}
    return tuple(item for item in PAPERS if item in wanted)
