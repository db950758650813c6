"""What makes a card say something else than it usually does: a text may have a variant for an aspect of its card.

The variant of ``card.field_office.reach_note`` for a removal that is near is ``card.field_office.reach_note_near``.
"""

from collections.abc import Iterator
from enum import StrEnum

from wizard.cards import Beware, Card, Channel, Item
from wizard.questions import Need
from wizard.wording import Wording


class Aspect(StrEnum):
    """The most telling first: where several have a variant of a text, the first one's is said."""

    NEAR = "near"
    STAY_AND = "stay_and"
    STAY = "stay"
    MAYBE_NEAR = "maybe_near"
    MAYBE_SINCE = "maybe_since"
    REVIEW = "review"
    UNDATED = "undated"
    UNSURE = "unsure"
    STRANGER = "stranger"
    ABUSE = "abuse"
    NOBODY = "nobody"
    ASKING = "asking"
    OTHER_CHANNEL = "other_channel"
    ANYONE = "anyone"


_THIRD_PARTY_BY_INFERENCE = (Channel.DETENTION_LINE, Channel.FIELD_OFFICE_LEGAL_ACCESS, Channel.OPLA)
"""Where it is our reading that ICE wants the form: its page says so of a case review (C8 of the rules)."""

_QUESTIONS = {Need.CASE_INFORMATION, Need.GENERAL_QUESTION}
"""Needs for which one asks, and tells of nothing that happened."""


def asks_only(card: Card) -> bool:
    """Whether *card* is a call about nobody's trouble in detention."""
    return card.channel is Channel.DETENTION_LINE and set(card.needs) <= _QUESTIONS


def names_nobody(card: Card) -> bool:
    """Whether *card* is a stranger's general question: it names no person whom ICE could come to know."""
    return card.needs == (Need.GENERAL_QUESTION,) and bool(card.found("the_question_is_about_nobody"))


def is_for_anyone(card: Card) -> bool:
    """Whether nobody said who asks (no one needs both forms), or nobody decided whether a removal is near."""
    undecided = Beware.REMOVAL_NEAR in card.warnings and card.found("removal_is_imminent") is None
    return undecided or {Item.FORM_G28, Item.FORM_60_001} <= {*card.include}


def aspects(card: Card) -> Iterator[Aspect]:
    """The aspects of *card*, in their order. What nobody decided, on a card for anyone, is said with an if."""
    near, since = Beware.REMOVAL_NEAR in card.warnings, Beware.SINCE_2025 in card.warnings
    holds = {
        Aspect.NEAR: near and card.found("removal_is_imminent") is not None,
        Aspect.MAYBE_NEAR: near and card.found("removal_is_imminent") is None,
        Aspect.MAYBE_SINCE: since and card.found("the_answer_may_be_of_the_new_time") is None,
        Aspect.STAY_AND: Need.STAY_OF_REMOVAL in card.needs and len(card.needs) > 1,
        Aspect.STAY: Need.STAY_OF_REMOVAL in card.needs,
        Aspect.REVIEW: card.needs == (Need.CASE_REVIEW,),
        Aspect.UNDATED: bool(card.found("the_answer_has_no_known_date")),
        Aspect.UNSURE: bool(card.found("nobody_is_sure_of_a_factor")),
        Aspect.STRANGER: bool(card.found("a_stranger_asks")),
        Aspect.ABUSE: Need.ASSAULT_OR_ABUSE in card.needs,
        Aspect.NOBODY: names_nobody(card),
        Aspect.ASKING: asks_only(card),
        Aspect.ANYONE: is_for_anyone(card),
        Aspect.OTHER_CHANNEL: card.channel in _THIRD_PARTY_BY_INFERENCE,
    }
    return (aspect for aspect in Aspect if holds[aspect])


def variant(card: Card, say: Wording, *path: str) -> tuple[str, ...]:
    """The path of the text at *path* as *card* says it."""
    *room, name = path
    for aspect in aspects(card):
        if say.has(*room, f"{name}_{aspect}"):
            return (*room, f"{name}_{aspect}")
    return path
