"""Which details a letter or a call needs: what ICE's page asks for on a card, what else the office must know, no other.

Never status, entry, criminal history, or anything of relatives: ICE's page asks for none of it.
"""

from collections.abc import Iterable
from enum import StrEnum

from wizard.cards import ITEM_STATEMENTS, Card, Channel, Item
from wizard.questions import Role


class Field(StrEnum):
    """A detail, in the order in which it is asked. The ids are those of an intake's ``details``."""

    NAME = "name"
    A_NUMBER = "a_number"
    DATE_OF_BIRTH = "date_of_birth"
    COUNTRY_OF_BIRTH = "country_of_birth"
    TELEPHONE = "telephone"
    EMAIL = "email"
    LOCAL_REQUEST_DATE = "local_request_date"
    LOCAL_OUTCOME = "local_outcome"
    OVERLOOKED_FACTORS = "overlooked_factors"
    FACTS = "facts"
    REQUEST = "request"
    EXHIBITS = "exhibits"
    SENDER_NAME = "sender_name"
    SENDER_ORGANIZATION = "sender_organization"


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
    Item.WHAT_CHANGED: Field.FACTS,
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

_BESIDE: dict[Channel, tuple[Field, ...]] = {
    Channel.DETENTION_LINE: (Field.NAME, Field.A_NUMBER, Field.FACTS),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: (Field.NAME, Field.A_NUMBER, Field.FACTS),
    Channel.REVIEWING_OFFICIAL: (Field.OVERLOOKED_FACTORS,),
    Channel.OPLA: (Field.NAME, Field.A_NUMBER, Field.FACTS, Field.REQUEST, Field.EXHIBITS),
}
"""What the page names in no list of items, and an office needs to know whom it is about, and what is asked."""

_BESIDE_STATEMENTS: dict[Field, tuple[str, ...]] = {Field.OVERLOOKED_FACTORS: ("R25",)}

LETTERS = (
    Channel.FIELD_OFFICE,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.FIELD_OFFICE_LEGAL_ACCESS,
    Channel.REVIEWING_OFFICIAL,
    Channel.OPLA,
)
"""The channels that a letter goes to."""

OFFICE_CALLS = LETTERS[:3]
"""The channels whose office one can also call."""

ORGANIZED = (Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE, Role.ORGANIZATION, Role.LAW_ENFORCEMENT)
"""Who may write for an office or a group."""


def is_prepared(card: Card) -> bool:
    """Whether there is a letter or a call for *card*."""
    return card.channel in (*LETTERS, Channel.DETENTION_LINE)


def fields_of(card: Card, role: Role | None) -> dict[Field, tuple[str, ...]]:
    """The details that *card* asks for, in order, with the statements of ICE's page that say so.

    *role* is who writes or calls: only a letter says who that is, and only where it is someone else than the person.
    """
    if not is_prepared(card):
        return {}
    asked = {FIELD_OF_ITEM[item]: ITEM_STATEMENTS[item] for item in reversed(card.include) if item in FIELD_OF_ITEM}
    asked |= {field: _BESIDE_STATEMENTS.get(field, ()) for field in _BESIDE.get(card.channel, ()) if field not in asked}
    if card.channel in LETTERS and role is not Role.SELF:
        asked[Field.SENDER_NAME] = ()
    if card.channel in LETTERS and role in ORGANIZED:
        asked[Field.SENDER_ORGANIZATION] = ()
    return {field: asked[field] for field in Field if field in asked}


def fields_of_all(cards: Iterable[Card], role: Role | None) -> dict[Field, tuple[str, ...]]:
    """The details that any of *cards* asks for, in order; ICE's own statement first, where one card has it."""
    asked: dict[Field, tuple[str, ...]] = {}
    for card in cards:
        for field, statements in fields_of(card, role).items():
            asked[field] = asked.get(field) or statements
    return {field: asked[field] for field in Field if field in asked}


def papers_of(cards: Iterable[Card]) -> tuple[Item, ...]:
    """The papers that any of *cards* wants put in."""
    wanted = {item for card in cards if is_prepared(card) for item in card.include}
    return tuple(item for item in PAPERS if item in wanted)
