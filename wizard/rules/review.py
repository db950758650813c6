"""Requests to ICE's officers (ERO): the local field office first, then, through two gates, the reviewing official."""

from dataclasses import replace

from wizard.cards import FIRST_REQUEST_ITEMS, IDENTITY, REVIEW_ITEMS, Beware, Card, Channel, Item
from wizard.engine import Ask, rule
from wizard.questions import (
    Custody,
    EvidenceNotSubmitted,
    FactorsOverlooked,
    FactsChanged,
    LocalRequest,
    LocalResponsePeriod,
    Need,
    ResponseAfterOrders,
)
from wizard.rules.sender import a_stranger_asks, form_for_the_sender, warnings_for_the_sender
from wizard.rules.stop import removal_is_imminent


@rule("R20", "R29")
def a_case_review_is_asked_for(ask: Ask) -> bool:
    """Any noncitizen who believes enforcement should not apply may ask."""
    return True


@rule("R36")
def officers_decide_this_request(ask: Ask) -> bool:
    """Release, stays of removal and detainers are asked of ERO, not of ICE's lawyers in court."""
    return True


@rule("R21", "R24", "R28")
def the_field_office_was_asked(ask: Ask) -> bool:
    """The first gate."""
    return ask(LocalRequest).made


@rule("R24", "R41", "R42")
def the_field_office_has_answered(ask: Ask) -> bool:
    """The page asks for a copy of the answer."""
    return ask(LocalRequest) is LocalRequest.ANSWERED


@rule("R30", "R31", "R32")
def answered_in_the_window(ask: Ask) -> bool:
    """By the most recent answer, both days inclusive."""
    return ask(LocalResponsePeriod) is LocalResponsePeriod.IN_WINDOW


@rule("R30", "R32")
def the_answer_has_no_known_date(ask: Ask) -> bool:
    """Without a date nobody can tell on which side of the window the answer stands."""
    return ask(LocalResponsePeriod) is LocalResponsePeriod.UNKNOWN


@rule("R19")
def the_answer_may_be_of_the_new_time(ask: Ask) -> bool:
    """The priorities that the page rests on stood no longer after January 20, 2025: the page does not know it."""
    if ask(LocalResponsePeriod) is not LocalResponsePeriod.AFTER_WINDOW:
        return False
    return ask.told(ResponseAfterOrders) is not ResponseAfterOrders.NO


@rule("R45")
def the_facts_have_changed(ask: Ask) -> bool:
    """Since the field office reviewed the case."""
    return ask(FactsChanged) is FactsChanged.YES


@rule("R44")
def proof_was_never_shown(ask: Ask) -> bool:
    """The reviewing official reads what the field office was given: old facts with new proof are not settled."""
    return ask(EvidenceNotSubmitted) is EvidenceNotSubmitted.YES


@rule("R25")
def a_factor_was_overlooked(ask: Ask) -> bool:
    """The second gate: disagreement alone is not enough."""
    return ask(FactorsOverlooked) is FactorsOverlooked.YES


@rule("R25")
def nobody_is_sure_of_a_factor(ask: Ask) -> bool:
    """An answer of its own: a refusal that gives no reasons may itself be the reason."""
    return ask(FactorsOverlooked) is FactorsOverlooked.UNSURE


@rule("R26", "R40", "R44")
def the_reviewing_official_is_reached_by_email(ask: Ask) -> bool:
    """No strict format; what he reads is the local packet."""
    return True


@rule("R49")
def the_person_is_detained_by_ice(ask: Ask) -> bool:
    """County jail on a detainer is not ICE custody."""
    return ask(Custody).by_ice


def card_for(need: Need, ask: Ask) -> Card:
    """Where one request to ICE's officers goes now."""
    if need is Need.CASE_REVIEW:
        a_case_review_is_asked_for(ask)
    else:
        officers_decide_this_request(ask)
    if not the_field_office_was_asked(ask):
        return _new_request(need, ask, {Beware.LOCAL_FIRST})
    if not the_field_office_has_answered(ask):
        return _follow_up(need, ask)
    return _after_an_answer(need, ask)


def _after_an_answer(need: Need, ask: Ask) -> Card:
    in_window, undated = answered_in_the_window(ask), the_answer_has_no_known_date(ask)
    recent = {Beware.SINCE_2025} if the_answer_may_be_of_the_new_time(ask) else set()
    changed = the_facts_have_changed(ask)
    if in_window or undated or changed:
        why = {Beware.WINDOW} if in_window else {Beware.WINDOW, Beware.INTERPRETATION} if undated else set()
        why |= {Beware.CHANGED_FACTS} if changed else set()
        return _new_request(need, ask, why | recent, {Item.WHAT_CHANGED} if changed else set())
    if proof_was_never_shown(ask):
        return _new_request(need, ask, {Beware.INTERPRETATION} | recent, {Item.PROOF_NOT_SEEN})
    if not a_factor_was_overlooked(ask):
        nobody_is_sure_of_a_factor(ask)
        return _card(Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL, need, ask, set(), {Beware.SRO_GATE} | recent)
    return _reviewing_official(need, ask, recent)


def _new_request(need: Need, ask: Ask, why: set[Beware], more: set[Item] | None = None) -> Card:
    warnings = {Beware.PRIORITY, Beware.TIMING, Beware.GENERAL_CONDITIONS, Beware.GEOGRAPHY, Beware.RIGHT_OFFICE}
    items = {*FIRST_REQUEST_ITEMS, *(more or ())}
    return _letter(Channel.FIELD_OFFICE, need, ask, items, warnings | why)


def _follow_up(need: Need, ask: Ask) -> Card:
    warnings = {Beware.INTERPRETATION, Beware.NO_RESPONSE_YET, Beware.PRIORITY, Beware.TIMING}
    items = {*IDENTITY, Item.PROOF_OF_LOCAL_REQUEST}
    return _letter(Channel.FIELD_OFFICE_FOLLOW_UP, need, ask, items, warnings)


def _reviewing_official(need: Need, ask: Ask, recent: set[Beware]) -> Card:
    the_reviewing_official_is_reached_by_email(ask)
    detained = the_person_is_detained_by_ice(ask)
    priority = detained or removal_is_imminent(ask)
    warnings = {Beware.REJECT, Beware.GENERAL_CONDITIONS, *recent}
    warnings |= {Beware.PRIORITY} if priority else set()
    warnings |= {Beware.TIMING_DETAINED if detained else Beware.TIMING}
    card = _letter(Channel.REVIEWING_OFFICIAL, need, ask, {*REVIEW_ITEMS}, warnings)
    return replace(card, priority=priority)


def _letter(channel: Channel, need: Need, ask: Ask, items: set[Item], warnings: set[Beware]) -> Card:
    """A card of something to send: with the sender's form, and what the sender should know."""
    form = form_for_the_sender(ask, need)
    shown = warnings | warnings_for_the_sender(ask, form)
    shown |= {Beware.INTERPRETATION} if a_stranger_asks(ask) else set()
    return _card(channel, need, ask, {*items, *form}, shown)


def _card(channel: Channel, need: Need, ask: Ask, items: set[Item], warnings: set[Beware]) -> Card:
    """A card with what every card about a request to officers says: that nothing is promised, and what a stay wants."""
    shown = warnings | {Beware.NO_GUARANTEE}
    shown |= {Beware.REMOVAL_NEAR} if removal_is_imminent(ask) else set()
    shown |= {Beware.NOT_OPLA} if need is not Need.CASE_REVIEW else set()
    shown |= {Beware.STAY_FORM} if need is Need.STAY_OF_REMOVAL else set()
    include = items | ({Item.FORM_I246} if need is Need.STAY_OF_REMOVAL else set())
    return Card(
        channel,
        (need,),
        tuple(item for item in Item if item in include),
        tuple(warning for warning in Beware if warning in shown),
        tuple(ask.consulted),
    )
