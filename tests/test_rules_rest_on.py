"""What each rule rests on, written a second time: a rule that loses its mark would vanish from every explanation."""

from typing import cast

import pytest

from wizard.engine import RULES, Ask, Rule
from wizard.rules import court, line, outside, review

RESTS_ON = {
    "someone_is_in_danger_now": "R6 R52",
    "removal_is_imminent": "R49",
    "ice_may_not_know_the_person": "R20 R52",
    "ice_knows_the_person_who_is_free": "R52",
    "the_question_is_about_nobody": "R15",
    "the_person_asks_in_person": "R38 R39",
    "a_legal_representative_asks": "R22 R39",
    "a_stranger_asks": "R20 R22 R29",
    "the_request_belongs_to_the_court_case": "R33 R34 R35",
    "the_line_takes_this_topic": "R2 R3 R4 R5 R7 R9",
    "language_help_is_offered": "R8",
    "assault_or_abuse_is_a_topic": "R10",
    "a_serious_or_unresolved_problem_is_a_topic": "R11",
    "trafficking_or_crime_is_a_topic": "R12",
    "a_serious_mental_disorder_is_a_topic": "R13 R18",
    "a_child_or_dependent_is_a_topic": "R14",
    "a_general_question_is_a_topic": "R15",
    "basic_case_information_is_a_topic": "R17",
    "the_field_office_could_not_help_with_legal_access": "R16",
    "one_of_the_two_channels_fits": "R1",
    "the_page_speaks_of_this": "R52",
    "a_case_review_is_asked_for": "R20 R29",
    "officers_decide_this_request": "R36",
    "the_field_office_was_asked": "R21 R24 R28",
    "the_field_office_has_answered": "R24 R41 R42",
    "answered_in_the_window": "R30 R31 R32",
    "the_answer_has_no_known_date": "R30 R32",
    "the_answer_may_be_of_the_new_time": "R19",
    "the_facts_have_changed": "R45",
    "proof_was_never_shown": "R44",
    "a_factor_was_overlooked": "R25",
    "nobody_is_sure_of_a_factor": "R25",
    "the_reviewing_official_is_reached_by_email": "R26 R40 R44",
    "the_person_is_detained_by_ice": "R49",
}


ALWAYS_YES = (
    "the_request_belongs_to_the_court_case",
    "the_line_takes_this_topic",
    "language_help_is_offered",
    "assault_or_abuse_is_a_topic",
    "a_serious_or_unresolved_problem_is_a_topic",
    "trafficking_or_crime_is_a_topic",
    "a_serious_mental_disorder_is_a_topic",
    "a_child_or_dependent_is_a_topic",
    "a_general_question_is_a_topic",
    "basic_case_information_is_a_topic",
    "a_case_review_is_asked_for",
    "officers_decide_this_request",
    "the_reviewing_official_is_reached_by_email",
)
"""What needs no answer: consulted so that the explanation has it."""


def test_every_rule_is_marked_and_rests_on_what_was_agreed() -> None:
    """None is missing, and none is new without a line here."""
    assert {name: " ".join(cited) for name, cited in RULES.items()} == RESTS_ON


@pytest.mark.parametrize("name", ALWAYS_YES)
def test_what_is_only_told_says_yes_before_anything_was_asked(name: str) -> None:
    """Its no text would deny what ICE's page says."""
    assert rule_named(name)(Ask({})) is True


@pytest.mark.parametrize("name", ["one_of_the_two_channels_fits", "the_page_speaks_of_this"])
def test_where_the_page_is_silent_no_is_said_before_anything_was_asked(name: str) -> None:
    """Its yes text would promise what the page does not say."""
    assert rule_named(name)(Ask({})) is False


def rule_named(name: str) -> Rule:
    """The rule of this *name*, in whichever file it stands."""
    (found,) = {vars(room)[name] for room in (court, line, outside, review) if name in vars(room)}
    return cast("Rule", found)
