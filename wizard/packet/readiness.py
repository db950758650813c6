"""What is in a letter and what is missing: each item of ICE's page, and each copy, told one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wizard.cards import Item
from wizard.packet.case import Case
from wizard.packet.fields import FIELD_OF_ITEM, OWN_WORDS, PAPERS, Field, fields_of
from wizard.questions import Need
from wizard.reach import GOES_WITHOUT

UNNEEDED = (
    Field.SENDER_ORGANIZATION,
    Field.CENTER,
    Field.BOOKING_NUMBER,
    Field.REMOVAL_DATE,
    Field.HEARING_DATE,
    Field.WORDS_IN_ENGLISH,
    Field.INTERPRETER,
    Field.SENDER_CONTACT,
)
"""What a letter can go without, and nobody is told to be missing."""

OF_SUPPORT = (Field.NAME, Field.A_NUMBER, Field.FACTS, Field.SENDER_NAME)
"""What a letter of support should say."""


class State(StrEnum):
    """Whether a thing is in; where not, whether it can go without, is written by hand, or is put with the letter."""

    THERE = "there"
    MISSING = "missing"
    WITHOUT = "without"
    BY_HAND = "by_hand"
    TO_ADD = "to_add"


@dataclass(frozen=True)
class Point:
    """One thing that should be in: the id of its text, how it stands, and the item that it is, if it is one."""

    text: str
    state: State
    item: Item | None = None

    @property
    def there(self) -> bool:
        """Whether it is in."""
        return self.state is State.THERE


def readiness(case: Case) -> tuple[Point, ...]:
    """Every item of the card in the order of the page, then what the office must know beside them."""
    return tuple(point for sheet in case.sheets for point in _points(sheet))


def is_ready(points: tuple[Point, ...]) -> bool:
    """Whether nothing is missing that the letter cannot go without."""
    return all(point.state is not State.MISSING for point in points)


def _points(case: Case) -> Iterator[Point]:
    for entry in case.card.include:
        yield Point(f"item.{entry.value}", _of_item(entry, case), entry)
    for field in _beside(case):
        support = case.support and field is Field.FACTS
        yield Point(f"packet.field.{field}.{'label_support' if support else 'label'}", _of_field(field, case))
    if case.translated and case.details.own_words:
        yield Point("packet.letter.enclosed.translation", State.TO_ADD)


def _beside(case: Case) -> Iterator[Field]:
    """What is no item of the page."""
    if case.support:
        yield from OF_SUPPORT
        return
    told = (entry for entry in case.card.include if entry in FIELD_OF_ITEM and entry not in PAPERS)
    covered = {FIELD_OF_ITEM[entry] for entry in told}
    for field in fields_of(case.card, case.role, case.custody):
        if field not in covered and field not in UNNEEDED:
            yield field


def _of_item(entry: Item, case: Case) -> State:
    if entry in PAPERS:
        lacking = State.WITHOUT if entry is GOES_WITHOUT else State.MISSING
        return State.THERE if entry in case.have else lacking
    if entry is Item.PRIOR_REQUEST_STATEMENT:  # the letter says it by itself
        return State.THERE
    if entry is Item.DISCRETION_SOUGHT:  # so it does, but a review by itself is no form of it
        return State.THERE if _names_what_is_sought(case) else _of_field(Field.REQUEST, case)
    return _of_field(FIELD_OF_ITEM[entry], case)


def _names_what_is_sought(case: Case) -> bool:
    return case.card.needs != (Need.CASE_REVIEW,) or Item.REQUEST_STATED not in case.card.include


def _of_field(field: Field, case: Case) -> State:
    if case.details.has(field):
        return State.THERE
    return State.BY_HAND if case.helped and field in OWN_WORDS else State.MISSING
