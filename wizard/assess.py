"""From needs and answers to an assessment: the one door for the terminal, the browser, the pages and the tests."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.cards import Beware, Card, Channel, Notice
from wizard.engine import Answers, Ask, Question, next_question
from wizard.questions import COURT_REQUESTS, LINE_TOPICS, OFFICER_REQUESTS, Need
from wizard.rules import court, line, outside, review
from wizard.rules.stop import ice_may_not_know_the_person, someone_is_in_danger_now

CASE_REVIEW_CHANNELS = frozenset(
    {
        Channel.FIELD_OFFICE,
        Channel.FIELD_OFFICE_FOLLOW_UP,
        Channel.REVIEWING_OFFICIAL,
        Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL,
        Channel.OPLA,
    }
)
"""The channels that rest on the priorities of 2021, so that the notice on what has changed must stand there."""


@dataclass(frozen=True)
class Assessment:
    """Cards in the order in which to act; whether the stop card comes before them; notices over the whole."""

    cards: tuple[Card, ...]
    stop: bool
    notices: tuple[Notice, ...]


def card_for(need: Need, ask: Ask) -> Card:
    """Where one need goes. Raises ``UnansweredError`` at the first question still needed."""
    if need in LINE_TOPICS:
        return line.card_for(need, ask)
    if need in OFFICER_REQUESTS:
        return review.card_for(need, ask)
    if need in COURT_REQUESTS:
        return court.card_for(need, ask)
    return outside.card_for(need, ask)


def reaches_ice(needs: Iterable[Need]) -> bool:
    """Whether any of *needs* can lead to an office of ICE, so that the stop card must be considered."""
    return any(need in LINE_TOPICS + OFFICER_REQUESTS + COURT_REQUESTS for need in needs)


def assess(needs: tuple[Need, ...], answers: Answers) -> Assessment:
    """The assessment of *needs*: danger, then the stop card, then each need alone, cards of one channel merged.

    Raises ``UnansweredError`` at the first question still needed.
    """
    needs = tuple(need for need in Need if need in needs)
    checks = Ask(answers)
    cards: dict[Channel, Card] = {}
    if someone_is_in_danger_now(checks):
        cards[Channel.EMERGENCY] = emergency_card(needs, checks)
    stop = reaches_ice(needs) and ice_may_not_know_the_person(Ask(answers))
    for need in needs:
        card = card_for(need, Ask(answers))
        cards[card.channel] = cards[card.channel].merged_with(card) if card.channel in cards else card
    ordered = tuple(cards[channel] for channel in Channel if channel in cards)
    return Assessment(ordered, stop, notices_for(ordered))


def emergency_card(needs: tuple[Need, ...], ask: Ask) -> Card:
    """911 first: no ICE channel is for danger at this moment."""
    return Card(Channel.EMERGENCY, needs, (), (Beware.EMERGENCY,), tuple(ask.consulted))


def notices_for(cards: tuple[Card, ...]) -> tuple[Notice, ...]:
    """The notices that must stand over *cards*."""
    channels = {card.channel for card in cards}
    shown = [Notice.CURRENCY] if channels & CASE_REVIEW_CHANNELS else []
    if Channel.OPLA in channels:
        shown.append(Notice.OPLA_DISMISSAL)
    return (*shown, Notice.NOT_LEGAL_ADVICE)


def unanswered(needs: tuple[Need, ...], answers: Answers) -> type[Question] | None:
    """The next question of an interview about *needs*, or None where it is complete."""
    return next_question(lambda ask: assess(needs, ask.answers), answers)
