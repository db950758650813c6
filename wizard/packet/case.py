"""What a letter is written from: one card, who writes, what is known of the person, and the office it goes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.assess import Assessment
from wizard.cards import Card, Channel, Item
from wizard.engine import Answers
from wizard.office_facts import FieldOffice, OplaOffice
from wizard.offices import Found
from wizard.packet.details import Details
from wizard.places import PLACE, Place, Places, offices_for
from wizard.questions import Custody, Role
from wizard.reach import TURNS_ON


@dataclass(frozen=True)
class Case:
    """One card as it is written up. Where *role* is None the paper is blank: whatever may apply is a box to tick.

    *have* are the papers that the person has; *office* is there only where one office answers for the place.
    """

    card: Card
    role: Role | None
    detained: bool
    removal_imminent: bool
    details: Details
    have: frozenset[Item]
    office: FieldOffice | OplaOffice | None
    place: Place
    today: date | None

    @property
    def blank(self) -> bool:
        """Whether this is a paper to fill in by hand."""
        return self.role is None

    @property
    def speaks_for_another(self) -> bool:
        """Whether someone else than the person writes, or may write."""
        return self.role is not Role.SELF


def cases_of(
    assessment: Assessment,
    answers: Answers,
    details: Mapping[Channel, Details],
    places: Places,
    have: Iterable[Item],
    today: date,
) -> tuple[Case, ...]:
    """A case for every card that is prepared, with no detail but those that the card asks for.

    Of the answers only those count that the cards themselves rest on: an answer that a later one made moot is not said.
    """
    return tuple(
        Case(
            card,
            Role(answers[Role.id()]),
            answers.get(Custody.id()) == Custody.ICE_DETENTION,
            _consulted(card, "removal_is_imminent"),
            details[card.channel],
            frozenset(have).intersection(card.include),
            office_of(card, places),
            places.get(TURNS_ON.get(card.channel, PLACE), {}),
            today,
        )
        for card in assessment.cards
        if card.channel in details
    )


def office_of(card: Card, places: Places) -> FieldOffice | OplaOffice | None:
    """The office of *card*, where the place is known and leads to one office and no other."""
    answer = offices_for(card, places)
    return answer.offices[0] if answer is not None and answer.found is Found.ONE else None


def _consulted(card: Card, rule: str) -> bool:
    return any(reason.rule == rule and reason.result for reason in card.because)
