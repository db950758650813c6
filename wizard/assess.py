"""From needs and answers to an assessment: the one door for the terminal, the browser, the pages and the tests."""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.cards import Before, Beware, Card, Channel, Notice
from wizard.engine import Answers, Ask, Consulted, Program, Question, next_question
from wizard.questions import (
    COURT_REQUESTS,
    LINE_TOPICS,
    LOCAL_REQUEST_NEEDS,
    OFFICER_REQUESTS,
    LocalRequest,
    Need,
    needs_in,
)
from wizard.rules import court, line, outside, review
from wizard.rules.stop import (
    a_question_may_make_the_person_known,
    ice_may_not_know_the_person,
    removal_is_imminent,
    someone_is_in_danger_now,
)

CASE_REVIEW_CHANNELS = frozenset(
    {
        Channel.FIELD_OFFICE,
        Channel.FIELD_OFFICE_FOLLOW_UP,
        Channel.REVIEWING_OFFICIAL,
        Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL,
        Channel.OPLA,
    }
)
"""The channels that rest on the priorities of 2021, so that the notice on what has changed must stand there.

On each of them nothing is promised, and free lawyers are named.
"""

ASKED_FIRST = (*OFFICER_REQUESTS, Need.JOIN_MOTION_TO_REOPEN)
"""The needs for which it is asked, before anything else, whether a removal is near."""


@dataclass(frozen=True)
class Assessment:
    """Cards in the order in which to act; what the stop card rests on, where it comes; notices over the whole."""

    cards: tuple[Card, ...]
    stopped_by: tuple[Consulted, ...]
    notices: tuple[Notice, ...]

    @property
    def stop(self) -> bool:
        """Whether the stop card comes."""
        return bool(self.stopped_by)

    @property
    def before(self) -> tuple[Before, ...]:
        """What is shown ahead of all cards."""
        holds = {
            Before.EMERGENCY: any(card.channel is Channel.EMERGENCY for card in self.cards),
            Before.REMOVAL_NEAR: any(Beware.REMOVAL_NEAR in card.warnings for card in self.cards),
            Before.STOP: self.stop,
        }
        return tuple(first for first in Before if holds[first])


def card_for(need: Need, ask: Ask) -> Card:
    """Where one need goes. Raises ``UnansweredError`` at the first question still needed."""
    if need in LINE_TOPICS:
        return line.card_for(need, ask)
    if need in OFFICER_REQUESTS:
        return review.card_for(need, ask)
    if need in COURT_REQUESTS:
        return court.card_for(need, ask)
    return outside.card_for(need, ask)


def history_of(need: Need, answers: Answers) -> Answers:
    """*answers* as they count for *need*: what a told earlier request did not ask for is asked for the first time."""
    if LocalRequest.id() not in answers or need not in OFFICER_REQUESTS:
        return answers
    if need not in needs_in(answers.get(LOCAL_REQUEST_NEEDS, need.value)):
        return {**answers, LocalRequest.id(): LocalRequest.NONE.value}
    return answers


def reaching_ice(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Those of *needs* that can lead to an office of ICE."""
    return tuple(need for need in needs if need in LINE_TOPICS + OFFICER_REQUESTS + COURT_REQUESTS)


def stop_check(needs: Iterable[Need]) -> Program[bool] | None:
    """What decides the stop card; None where nothing leads to ICE."""
    reaching = reaching_ice(needs)
    if not reaching:
        return None
    only_a_question = reaching == (Need.GENERAL_QUESTION,)
    return a_question_may_make_the_person_known if only_a_question else ice_may_not_know_the_person


def may_be_too_late(needs: Iterable[Need]) -> bool:
    """Whether any of *needs* makes it urgent to ask if a removal is near."""
    return any(need in ASKED_FIRST for need in needs)


def assess(needs: tuple[Need, ...], answers: Answers) -> Assessment:
    """The assessment of *needs*: danger, a near removal, the stop card, then each need alone, merged by channel.

    Raises ``UnansweredError`` at the first question still needed.
    """
    needs = tuple(need for need in Need if need in needs)
    checks = Ask(answers)
    cards: dict[Channel, Card] = {}
    if someone_is_in_danger_now(checks):
        cards[Channel.EMERGENCY] = emergency_card(needs, checks)
    if may_be_too_late(needs):
        removal_is_imminent(Ask(answers))
    check, asked = stop_check(needs), Ask(answers)
    stopped_by = tuple(asked.consulted) if check is not None and check(asked) else ()
    for need in needs:
        card = card_for(need, Ask(history_of(need, answers)))
        cards[card.channel] = cards[card.channel].merged_with(card) if card.channel in cards else card
    ordered = tuple(cards[channel] for channel in Channel if channel in cards)
    return Assessment(ordered, stopped_by, notices_for(ordered))


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
