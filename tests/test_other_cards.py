"""The whole card of the line, of lawyers in court, and of what neither is for: warnings, form, what each rule said."""

from typing import NamedTuple

import pytest

from wizard.assess import card_for
from wizard.engine import Ask
from wizard.questions import Need

HELD = {
    "custody": "ice_detention",
    "known_to_ice": "in_proceedings",
    "removal_imminent": "false",
    "field_office_unable": "true",
    "role": "self",
}
"""The person writes, from ICE detention."""


class Expected(NamedTuple):
    """What changes in the answers above, and what the card of a need is then; a minus marks a rule that said no."""

    need: str
    changes: str
    channel: str
    shown: str
    rules: str


ON_THE_LINE = "the_line_takes_this_topic language_help_is_offered"
PERSON = "-ice_knows_the_person_who_is_free the_person_asks_in_person"
TOPICS = {
    "assault_or_abuse": "assault_or_abuse_is_a_topic",
    "detention_problem": "a_serious_or_unresolved_problem_is_a_topic",
    "mental_health": "a_serious_mental_disorder_is_a_topic",
    "child_or_dependent": "a_child_or_dependent_is_a_topic",
    "trafficking_or_crime": "trafficking_or_crime_is_a_topic",
    "legal_access": "the_field_office_could_not_help_with_legal_access",
    "case_information": "basic_case_information_is_a_topic",
    "general_question": "a_general_question_is_a_topic -the_question_is_about_nobody",
}
PROBLEM, QUESTION = (f"{TOPICS[need]} {ON_THE_LINE}" for need in ("detention_problem", "general_question"))
OTHERS = "-ice_knows_the_person_who_is_free -the_person_asks_in_person"
LINE = [
    *(
        Expected(need, "", "detention_line", "hours", f"{topic} {ON_THE_LINE} {PERSON}")
        for need, topic in TOPICS.items()
    ),
    Expected(
        "legal_access",
        "field_office_unable=false",
        "field_office_legal_access",
        "legal_access",
        "-the_field_office_could_not_help_with_legal_access the_person_asks_in_person",
    ),
    Expected(
        "detention_problem",
        "custody=not_detained",
        "detention_line",
        "record_kept hours",
        f"{PROBLEM} ice_knows_the_person_who_is_free the_person_asks_in_person",
    ),
    Expected(
        "detention_problem",
        "custody=not_detained known_to_ice=no_case",
        "detention_line",
        "hours",
        f"{PROBLEM} {PERSON}",
    ),
    Expected(
        "detention_problem",
        "role=attorney",
        "detention_line",
        "third_party hours form_g28",
        f"{PROBLEM} {OTHERS} a_legal_representative_asks",
    ),
    Expected(
        "detention_problem",
        "role=family_or_friend",
        "detention_line",
        "sender_named third_party hours form_60_001",
        f"{PROBLEM} {OTHERS} -a_legal_representative_asks",
    ),
    Expected(
        "general_question",
        "role=public custody=not_detained",
        "detention_line",
        "sender_named hours",
        f"a_general_question_is_a_topic {ON_THE_LINE} the_question_is_about_nobody "
        "-the_person_asks_in_person -a_legal_representative_asks",
    ),
    Expected(
        "general_question",
        "role=family_or_friend",
        "detention_line",
        "sender_named third_party hours form_60_001",
        f"{QUESTION} {OTHERS} -a_legal_representative_asks",
    ),
]
COURT_RULES = "the_request_belongs_to_the_court_case"
COURT = [
    Expected(
        "bond",
        "",
        "opla",
        "no_guarantee not_sro right_office",
        f"{COURT_RULES} -removal_is_imminent the_person_asks_in_person -a_stranger_asks",
    ),
    Expected(
        "bond",
        "removal_imminent=true",
        "opla",
        "no_guarantee removal_near not_sro right_office",
        f"{COURT_RULES} removal_is_imminent the_person_asks_in_person -a_stranger_asks",
    ),
    Expected(
        "bond",
        "removal_imminent=",
        "opla",
        "no_guarantee not_sro right_office",
        f"{COURT_RULES} the_person_asks_in_person -a_stranger_asks",
    ),
    Expected(
        "join_motion_to_reopen",
        "removal_imminent=true",
        "opla",
        "no_guarantee removal_near not_sro right_office",
        f"{COURT_RULES} removal_is_imminent the_person_asks_in_person -a_stranger_asks",
    ),
    Expected(
        "bond",
        "role=public",
        "opla",
        "no_guarantee sender_named interpretation not_sro third_party right_office form_60_001",
        f"{COURT_RULES} -removal_is_imminent -the_person_asks_in_person -a_legal_representative_asks a_stranger_asks",
    ),
    Expected(
        "bond",
        "role=accredited_representative",
        "opla",
        "no_guarantee not_sro third_party right_office form_g28",
        f"{COURT_RULES} -removal_is_imminent -the_person_asks_in_person a_legal_representative_asks -a_stranger_asks",
    ),
]
NEITHER = "-one_of_the_two_channels_fits"
SILENT = f"{NEITHER} -the_page_speaks_of_this"
ASK_THE_LINE = ("sender_named hours outside", f"{SILENT} a_general_question_is_a_topic")
OUTSIDE = [
    Expected(
        "find_a_person", "", "outside", "sender_named hours outside", f"{NEITHER} basic_case_information_is_a_topic"
    ),
    Expected("check_in_or_monitor", "", "outside", f"record_kept {ASK_THE_LINE[0]}", ASK_THE_LINE[1]),
    *(Expected(need, "", "outside", *ASK_THE_LINE) for need in ("pay_bond", "property_or_papers", "records", "other")),
    *(
        Expected(need, "", "outside", "outside", SILENT)
        for need in ("child_under_18", "citizen_held", "complaint", "congress")
    ),
    *(
        Expected(need, "", "outside", "outside", NEITHER)
        for need in (
            "court_date",
            "ask_the_judge",
            "legal_advice",
            "uscis_application",
            "border_officers",
            "return_after_removal",
        )
    ),
]


@pytest.mark.parametrize("expected", [*LINE, *COURT, *OUTSIDE], ids=lambda row: f"{row.need} {row.changes}".strip())
def test_the_card_of_a_need(expected: Expected) -> None:
    """R1 to R18, R33 to R39 and R52."""
    changes = dict(change.split("=") for change in expected.changes.split())
    answers = {name: option for name, option in {**HELD, **changes}.items() if option}
    card = card_for(Need(expected.need), Ask(answers))
    assert card.channel == expected.channel
    assert {*card.warnings, *card.include} == set(expected.shown.split())
    told = {reason.rule: reason.result for reason in card.because}
    assert told == {rule.lstrip("-"): not rule.startswith("-") for rule in expected.rules.split()}
    assert not card.priority
