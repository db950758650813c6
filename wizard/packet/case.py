"""What a letter is written from: one card, who writes, what is known of the person, and the office it goes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from wizard.assess import Assessment
from wizard.cards import Card, Item
from wizard.engine import Answers
from wizard.office_facts import FieldOffice, OplaOffice
from wizard.offices import Found
from wizard.packet.details import Details, Typed, read_form
from wizard.packet.fields import Field, fields_of, fields_of_all, is_prepared
from wizard.places import PLACE, Place, Places, offices_for
from wizard.questions import Custody, Role
from wizard.reach import TURNS_ON


@dataclass(frozen=True)
class Told:
    """What a person told: answers, details as typed into the form, places, the papers that are there.

    *answered_on* is the day of the field office's answer, where it was told as one.
    """

    answers: Answers
    typed: Typed
    places: Places = field(default_factory=dict)
    have: frozenset[Item] = frozenset()
    answered_on: date | None = None


class FaultyDetailsError(Exception):
    """Details that cannot be taken: *faults* holds the id of a text for each field."""

    def __init__(self, faults: Mapping[Field, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Case:
    """One card as it is written up. Where *role* is None the paper is blank: whatever may apply is a box to tick.

    *have* are the papers that the person has. *removal_imminent* is None where nobody was asked, *answered_on* where
    the field office did not answer, or nobody said on what day.
    """

    card: Card
    role: Role | None
    custody: Custody
    removal_imminent: bool | None
    details: Details
    have: frozenset[Item]
    places: Places
    today: date | None
    answered_on: date | None = None

    @property
    def place(self) -> Place:
        """The place that the card turns on: where the person is, or where the court case is."""
        return self.places.get(TURNS_ON.get(self.card.channel, PLACE), {})

    @property
    def office(self) -> FieldOffice | OplaOffice | None:
        """The office of the card, where the place is known and leads to one office and no other."""
        answer = offices_for(self.card, self.places)
        return answer.offices[0] if answer is not None and answer.found is Found.ONE else None

    @property
    def detained(self) -> bool:
        """Whether ICE holds the person."""
        return self.custody is Custody.ICE_DETENTION

    @property
    def blank(self) -> bool:
        """Whether this is a paper to fill in by hand."""
        return self.role is None

    @property
    def speaks_for_another(self) -> bool:
        """Whether someone else than the person writes, or may write."""
        return self.role is not Role.SELF


def cases_of(assessment: Assessment, told: Told, language: str, today: date) -> tuple[Case, ...]:
    """A case for every card that is prepared, with no detail but those that the card asks for.

    Of the answers only those count that the cards themselves rest on: an answer that a later one made moot is not said.
    Raises ``FaultyDetailsError`` for details that cannot be taken, of those only that some card asks for.
    """
    cards = [card for card in assessment.cards if is_prepared(card)]
    role = Role(told.answers[Role.id()]) if cards else None
    _, faults = read_form(told.typed, fields_of_all(cards, role), today, language)
    if faults:
        raise FaultyDetailsError(faults)
    return tuple(
        Case(
            card,
            role,
            custody=Custody(told.answers.get(Custody.id(), Custody.UNKNOWN)),
            removal_imminent=_found(card, "removal_is_imminent"),
            details=read_form(told.typed, fields_of(card, role), today, language)[0],
            have=told.have.intersection(card.include),
            places=told.places,
            today=today,
            answered_on=_answered_on(card, told),
        )
        for card in cards
    )


def share_words(cases: Iterable[Case]) -> bool:
    """Whether what happened stands in more than one paper: what was told for a call may not be meant for a letter."""
    return sum(Field.FACTS in fields_of(case.card, case.role) for case in cases) > 1


def _answered_on(card: Card, told: Told) -> date | None:
    """The day of the answer, on a card that comes after one."""
    return told.answered_on if _found(card, "the_field_office_has_answered") else None


def _found(card: Card, rule: str) -> bool | None:
    """What *rule* said when the card was found, or None where it was not asked."""
    return next((reason.result for reason in card.because if reason.rule == rule), None)
