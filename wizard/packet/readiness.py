"""What is in a letter and what is missing: each item of ICE's page, and each copy, told one by one."""

from dataclasses import dataclass

from wizard.cards import Item
from wizard.packet.case import Case
from wizard.packet.fields import FIELD_OF_ITEM, PAPERS, Field, fields_of
from wizard.questions import Need


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
    if entry is Item.PRIOR_REQUEST_STATEMENT:  # the letter says it by itself
        return True
    if entry is Item.DISCRETION_SOUGHT:  # so it does, but a review by itself is no form of it
        return case.card.needs != (Need.CASE_REVIEW,) or case.details.has(Field.REQUEST)
    return case.details.has(FIELD_OF_ITEM[entry])
