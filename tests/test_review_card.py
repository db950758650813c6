"""The whole card of one request to officers: where it goes, with which warnings and items, and which rules said yes."""

from typing import NamedTuple

import pytest

from wizard.engine import Ask
from wizard.questions import Need
from wizard.rules.review import card_for

REFUSED_BY_A_FACTOR = {
    "emergency": "false",
    "custody": "ice_detention",
    "known_to_ice": "in_proceedings",
    "local_request": "answered",
    "local_response_period": "before_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "removal_imminent": "false",
    "role": "self",
}
"""Held by ICE; the field office answered before the window, and overlooked something."""

IDENTITY = "name a_number date_of_birth country_of_birth telephone email discretion_sought"
PARTS = "facts_summary request_stated supporting_documents"
FIRST = f"{IDENTITY} {PARTS}"
REVIEW = (
    f"{IDENTITY} prior_request_statement prior_request_outcome copy_of_local_request copy_of_local_response {PARTS}"
)
LOCAL = "not_opla priority timing general_conditions geography right_office"
ASKED = "officers_decide_this_request the_field_office_was_asked the_person_asks_in_person"
ANSWERED = f"{ASKED} the_field_office_has_answered"
GATES = f"{ANSWERED} a_factor_was_overlooked the_reviewing_official_is_reached_by_email"
HELD = f"{GATES} the_person_is_detained_by_ice"
NEW_TIME = "the_answer_may_be_of_the_new_time"


class Expected(NamedTuple):
    """What changes in the answers above, and what the card is then."""

    changes: str
    channel: str
    warnings: str
    include: str
    yes: str
    priority: bool


CARDS = [
    Expected(*row)
    for row in [
        ("", "reviewing_official", "not_opla reject priority timing_detained general_conditions", REVIEW, HELD, True),
        (
            "custody=jail_with_detainer",
            "reviewing_official",
            "not_opla reject timing general_conditions",
            REVIEW,
            GATES,
            False,
        ),
        (
            "custody=jail_with_detainer removal_imminent=true",
            "reviewing_official",
            "removal_near not_opla reject priority timing general_conditions",
            REVIEW,
            f"{GATES} removal_is_imminent",
            True,
        ),
        (
            "removal_imminent=true",
            "reviewing_official",
            "removal_near not_opla reject priority timing_detained general_conditions",
            REVIEW,
            f"{HELD} removal_is_imminent",
            True,
        ),
        (
            "local_response_period=after_window",
            "reviewing_official",
            "since_2025 not_opla reject priority timing_detained general_conditions",
            REVIEW,
            f"{HELD} {NEW_TIME}",
            True,
        ),
        (
            "local_response_period=after_window response_after_orders=false",
            "reviewing_official",
            "not_opla reject priority timing_detained general_conditions",
            REVIEW,
            HELD,
            True,
        ),
        (
            "role=attorney",
            "reviewing_official",
            "not_opla reject third_party priority timing_detained general_conditions",
            f"{REVIEW} form_g28",
            f"{HELD.replace('the_person_asks_in_person', 'a_legal_representative_asks')}",
            True,
        ),
        (
            "role=family_or_friend",
            "reviewing_official",
            "sender_named not_opla reject third_party priority timing_detained general_conditions",
            f"{REVIEW} form_60_001",
            f"{HELD.replace('the_person_asks_in_person', '')}",
            True,
        ),
        (
            "local_response_period=in_window",
            "field_office",
            f"window {LOCAL}",
            FIRST,
            f"{ANSWERED} answered_in_the_window",
            False,
        ),
        (
            "local_response_period=unknown",
            "field_office",
            f"interpretation window {LOCAL}",
            FIRST,
            f"{ANSWERED} the_answer_has_no_known_date",
            False,
        ),
        (
            "facts_changed=true",
            "field_office",
            f"changed_facts {LOCAL}",
            f"{FIRST} what_changed",
            f"{ANSWERED} the_facts_have_changed",
            False,
        ),
        (
            "facts_changed=true local_response_period=in_window",
            "field_office",
            f"window changed_facts {LOCAL}",
            f"{FIRST} what_changed",
            f"{ANSWERED} answered_in_the_window the_facts_have_changed",
            False,
        ),
        (
            "facts_changed=true local_response_period=after_window",
            "field_office",
            f"since_2025 changed_facts {LOCAL}",
            f"{FIRST} what_changed",
            f"{ANSWERED} the_facts_have_changed {NEW_TIME}",
            False,
        ),
        (
            "evidence_not_submitted=true local_response_period=after_window",
            "field_office",
            f"interpretation since_2025 {LOCAL}",
            f"{FIRST} proof_not_seen",
            f"{ANSWERED} proof_was_never_shown {NEW_TIME}",
            False,
        ),
        (
            "factors_overlooked=false",
            "no_basis_for_reviewing_official",
            "sro_gate not_opla",
            "",
            ANSWERED.replace("the_person_asks_in_person", ""),
            False,
        ),
        (
            "factors_overlooked=unsure local_response_period=after_window",
            "no_basis_for_reviewing_official",
            "since_2025 sro_gate not_opla",
            "",
            f"{ANSWERED.replace('the_person_asks_in_person', 'nobody_is_sure_of_a_factor')} {NEW_TIME}",
            False,
        ),
        (
            "local_request=pending",
            "field_office_follow_up",
            "interpretation no_response_yet not_opla priority timing",
            f"{IDENTITY} proof_of_local_request",
            ASKED,
            False,
        ),
        (
            "local_request=none",
            "field_office",
            f"local_first {LOCAL}",
            FIRST,
            "officers_decide_this_request the_person_asks_in_person",
            False,
        ),
    ]
]


@pytest.mark.parametrize("expected", CARDS, ids=[row.changes for row in CARDS])
def test_the_card_of_a_request_for_release(expected: Expected) -> None:
    """R24 to R32, R41 to R50, and on each that nothing is promised."""
    changes = dict(change.split("=") for change in expected.changes.split())
    card = card_for(Need.RELEASE, Ask({**REFUSED_BY_A_FACTOR, **changes}))
    assert (card.channel, card.priority) == (expected.channel, expected.priority)
    assert set(card.warnings) == {"no_guarantee", *expected.warnings.split()}
    assert set(card.include) == set(expected.include.split())
    assert {reason.rule for reason in card.because if reason.result} == set(expected.yes.split())
    assert len(card.because) == len({reason.rule for reason in card.because})


def test_a_case_review_is_asked_for_by_that_name_and_a_stay_on_its_form() -> None:
    """Of all requests to officers, only a review is not also said to be none for ICE's lawyers in court."""
    review = card_for(Need.CASE_REVIEW, Ask(REFUSED_BY_A_FACTOR))
    told = {reason.rule: reason.result for reason in review.because}
    assert told["a_case_review_is_asked_for"]
    assert "officers_decide_this_request" not in told
    assert {"not_opla", "stay_form"}.isdisjoint(review.warnings)
    assert "form_i246" not in review.include
    stay = card_for(Need.STAY_OF_REMOVAL, Ask(REFUSED_BY_A_FACTOR))
    assert {"not_opla", "stay_form"} <= set(stay.warnings)
    assert "form_i246" in stay.include


def test_a_stranger_hears_that_the_page_does_not_say_whether_they_may_ask() -> None:
    """R22 names the person and the legal representative."""
    card = card_for(Need.RELEASE, Ask({**REFUSED_BY_A_FACTOR, "role": "public"}))
    assert "interpretation" in card.warnings
    assert {reason.rule for reason in card.because if reason.result} >= {"a_stranger_asks"}
