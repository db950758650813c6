"""What is in a letter and what is missing: each item of ICE's page, and each copy, told one by one."""

from dataclasses import dataclass

from wizard.cards import Item
from wizard.packet.case import Case
from wizard.packet.fields import FIELD_OF_ITEM, PAPERS, Field, fields_of

_SAID_BY_THE_LETTER = (Item.DISCRETION_SOUGHT, Item.PRIOR_REQUEST_STATEMENT)
"""Items that the letter says by itself: they follow from the answers."""


@dataclass(frozen=True)
class Point:
    """One thing that should be in: the id of its text, whether it is there, and the item that it is, if it is one."""

    text: str
    there: bool
    item: Item | None = None


def readiness(case: Case) -> tuple[Point, ...]:
    """Every item of the card in the order of the page, then what the office must know beside them."""
    points = [Point(f"item.{entry.value}", _there(entry, case), entry) for entry in case.card.include]
    covered = {FIELD_OF_ITEM[entry] for entry in case.card.include if entry in FIELD_OF_ITEM}
    beside = [field for field in fields_of(case.card, case.role) if field not in covered]
    beside = [field for field in beside if field is not Field.SENDER_ORGANIZATION]
    return (*points, *(Point(f"packet.field.{field.value}.label", case.details.has(field)) for field in beside))


def _there(entry: Item, case: Case) -> bool:
    if entry in PAPERS:
        return entry in case.have
    return entry in _SAID_BY_THE_LETTER or case.details.has(FIELD_OF_ITEM[entry])
