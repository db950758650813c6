"""Requests to ICE's officers (ERO): the local field office first, then, through two gates, the reviewing official."""

from dataclasses import replace

from wizard.cards import FIRST_REQUEST_ITEMS, REVIEW_ITEMS, Beware, Card, Channel, Item
from wizard.engine import Ask, rule
from wizard.questions import (
    Custody,
    EvidenceNotSubmitted,
    FactorsOverlooked,
    FactsChanged,
    LocalRequest,
    LocalResponsePeriod,
    Need,
    RemovalImminent,
)
from wizard.rules.sender import form_for_the_sender, third_party_warning


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
    return ask(LocalRequest) is not LocalRequest.NONE


@rule("R24", "R41", "R42", "R48")
def the_field_office_has_answered(ask: Ask) -> bool:
    """The page never says how long to wait, and asks for a copy of the answer."""
    return ask(LocalRequest) is LocalRequest.ANSWERED


@rule("R30", "R31", "R32")
def answered_in_the_window(ask: Ask) -> bool:
    """By the most recent answer, both days inclusive."""
    return ask(LocalResponsePeriod) is LocalResponsePeriod.IN_WINDOW


@rule("R30", "R32")
def the_answer_has_no_known_date(ask: Ask) -> bool:
    """Without a date nobody can tell on which side of the window the answer stands."""
    return ask(LocalResponsePeriod) is LocalResponsePeriod.UNKNOWN


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


@rule("R26", "R40", "R44")
def the_reviewing_official_is_reached_by_email(ask: Ask) -> bool:
    """No strict format; what he reads is the local packet."""
    return True


@rule("R49")
def the_person_is_detained_by_ice(ask: Ask) -> bool:
    """County jail on a detainer is not ICE custody."""
    return ask(Custody) is Custody.ICE_DETENTION


@rule("R49")
def removal_is_imminent(ask: Ask) -> bool:
    """Priority, but no 14 days."""
    return ask(RemovalImminent) is RemovalImminent.YES


def card_for(need: Need, ask: Ask) -> Card:
    """Where one request to ICE's officers goes now."""
    if need is Need.CASE_REVIEW:
        a_case_review_is_asked_for(ask)
    else:
        officers_decide_this_request(ask)
    if not the_field_office_was_asked(ask):
        return _new_request(need, ask)
    if not the_field_office_has_answered(ask):
        return _follow_up(need, ask)
    in_window, undated = answered_in_the_window(ask), the_answer_has_no_known_date(ask)
    changed = the_facts_have_changed(ask)
    if in_window or undated or changed:
        return _new_request(need, ask, in_window=in_window, changed=changed, unsettled=undated)
    if proof_was_never_shown(ask):
        return _new_request(need, ask, unsettled=True)
    if not a_factor_was_overlooked(ask):
        return _no_basis(need, ask)
    return _reviewing_official(need, ask)


def _new_request(
    need: Need, ask: Ask, *, in_window: bool = False, changed: bool = False, unsettled: bool = False
) -> Card:
    form = form_for_the_sender(ask)
    why = {Beware.WINDOW: in_window, Beware.CHANGED_FACTS: changed, Beware.INTERPRETATION: unsettled}
    warnings = {warning for warning, applies in why.items() if applies}
    warnings |= {Beware.LOCAL_FIRST, Beware.PRIORITY, Beware.NO_GUARANTEE, Beware.TIMING}
    warnings |= {Beware.GENERAL_CONDITIONS, Beware.GEOGRAPHY, Beware.RIGHT_OFFICE, *third_party_warning(form)}
    include = {*FIRST_REQUEST_ITEMS, *form, *((Item.WHAT_CHANGED,) if changed else ())}
    return _card(Channel.FIELD_OFFICE, need, ask, include=include, warnings=warnings)


def _follow_up(need: Need, ask: Ask) -> Card:
    form = form_for_the_sender(ask)
    warnings = {Beware.INTERPRETATION, Beware.NO_RESPONSE_YET, Beware.NO_GUARANTEE, Beware.TIMING}
    warnings |= {*third_party_warning(form)}
    include = {Item.NAME, Item.A_NUMBER, Item.PROOF_OF_LOCAL_REQUEST, *form}
    return _card(Channel.FIELD_OFFICE_FOLLOW_UP, need, ask, include=include, warnings=warnings)


def _no_basis(need: Need, ask: Ask) -> Card:
    warnings = {Beware.SRO_GATE, Beware.NO_GUARANTEE}
    return _card(Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL, need, ask, include=set(), warnings=warnings)


def _reviewing_official(need: Need, ask: Ask) -> Card:
    the_reviewing_official_is_reached_by_email(ask)
    detained = the_person_is_detained_by_ice(ask)
    priority = detained or removal_is_imminent(ask)
    form = form_for_the_sender(ask)
    warnings = {Beware.REJECT, Beware.NO_GUARANTEE, Beware.GENERAL_CONDITIONS, *third_party_warning(form)}
    warnings |= {Beware.PRIORITY} if priority else set()
    warnings |= {Beware.TIMING_DETAINED if detained else Beware.TIMING}
    card = _card(Channel.REVIEWING_OFFICIAL, need, ask, include={*REVIEW_ITEMS, *form}, warnings=warnings)
    return replace(card, priority=priority)


def _card(channel: Channel, need: Need, ask: Ask, *, include: set[Item], warnings: set[Beware]) -> Card:
    shown = warnings if need is Need.CASE_REVIEW else {*warnings, Beware.NOT_OPLA}
    return Card(
        channel,
        (need,),
        tuple(item for item in Item if item in include),
        tuple(warning for warning in Beware if warning in shown),
        tuple(ask.consulted),
    )
