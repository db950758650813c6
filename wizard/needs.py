"""What a person may want, and in which group: each need is routed alone, and its value never changes meaning."""

from enum import StrEnum


class Need(StrEnum):
    """What a person wants. Several may be chosen; each is routed alone."""

    FIND_A_PERSON = "find_a_person"
    CHILD_UNDER_18 = "child_under_18"
    ASSAULT_OR_ABUSE = "assault_or_abuse"
    DETENTION_PROBLEM = "detention_problem"
    MENTAL_HEALTH = "mental_health"
    CHILD_OR_DEPENDENT = "child_or_dependent"
    TRAFFICKING_OR_CRIME = "trafficking_or_crime"
    LEGAL_ACCESS = "legal_access"
    CASE_INFORMATION = "case_information"
    GENERAL_QUESTION = "general_question"
    CASE_REVIEW = "case_review"
    RELEASE = "release"
    STAY_OF_REMOVAL = "stay_of_removal"
    CANCEL_DETAINER = "cancel_detainer"
    BOND = "bond"
    DISMISSAL = "dismissal"
    ADMINISTRATIVE_CLOSURE = "administrative_closure"
    CONTINUANCE = "continuance"
    JOIN_MOTION_TO_REOPEN = "join_motion_to_reopen"
    STIPULATION = "stipulation"
    RELIEF = "relief"
    COURT_DATE = "court_date"
    ASK_THE_JUDGE = "ask_the_judge"
    PAY_BOND = "pay_bond"
    LEGAL_ADVICE = "legal_advice"
    CITIZEN_HELD = "citizen_held"
    COMPLAINT = "complaint"
    CONGRESS = "congress"
    CHECK_IN_OR_MONITOR = "check_in_or_monitor"
    PROPERTY_OR_PAPERS = "property_or_papers"
    RECORDS = "records"
    USCIS_APPLICATION = "uscis_application"
    BORDER_OFFICERS = "border_officers"
    RETURN_AFTER_REMOVAL = "return_after_removal"
    OTHER = "other"


class NeedGroup(StrEnum):
    """What a person says first, in everyday words; each has no more than eight needs behind it."""

    FIND = "find"
    INSIDE = "inside"
    OUT = "out"
    COURT = "court"
    HELP = "help"
    ELSE = "else"


LINE_TOPICS = (
    Need.ASSAULT_OR_ABUSE,
    Need.DETENTION_PROBLEM,
    Need.MENTAL_HEALTH,
    Need.CHILD_OR_DEPENDENT,
    Need.TRAFFICKING_OR_CRIME,
    Need.LEGAL_ACCESS,
    Need.CASE_INFORMATION,
    Need.GENERAL_QUESTION,
)
OFFICER_REQUESTS = (Need.CASE_REVIEW, Need.RELEASE, Need.STAY_OF_REMOVAL, Need.CANCEL_DETAINER)
COURT_REQUESTS = (
    Need.BOND,
    Need.DISMISSAL,
    Need.ADMINISTRATIVE_CLOSURE,
    Need.CONTINUANCE,
    Need.JOIN_MOTION_TO_REOPEN,
    Need.STIPULATION,
    Need.RELIEF,
)
OUTSIDE_NEEDS = tuple(need for need in Need if need not in (*LINE_TOPICS, *OFFICER_REQUESTS, *COURT_REQUESTS))
"""Needs that neither of ICE's two channels is for."""

MOST_NEEDS = 8
"""How many a screen shows at most: more are not read by somebody in fear."""

NEED_GROUPS = {
    NeedGroup.FIND: (Need.FIND_A_PERSON, Need.CHILD_UNDER_18),
    NeedGroup.INSIDE: (
        Need.DETENTION_PROBLEM,
        Need.ASSAULT_OR_ABUSE,
        Need.LEGAL_ACCESS,
        Need.CHILD_OR_DEPENDENT,
        Need.MENTAL_HEALTH,
        Need.TRAFFICKING_OR_CRIME,
        Need.PROPERTY_OR_PAPERS,
    ),
    NeedGroup.OUT: (
        Need.RELEASE,
        Need.STAY_OF_REMOVAL,
        Need.CANCEL_DETAINER,
        Need.CASE_REVIEW,
        Need.BOND,
        Need.PAY_BOND,
        Need.CITIZEN_HELD,
        Need.RETURN_AFTER_REMOVAL,
    ),
    NeedGroup.COURT: (
        Need.COURT_DATE,
        Need.ASK_THE_JUDGE,
        Need.CONTINUANCE,
        Need.DISMISSAL,
        Need.ADMINISTRATIVE_CLOSURE,
        Need.JOIN_MOTION_TO_REOPEN,
        Need.RELIEF,
        Need.STIPULATION,
    ),
    NeedGroup.HELP: (
        Need.LEGAL_ADVICE,
        Need.COMPLAINT,
        Need.CONGRESS,
        Need.RECORDS,
        Need.USCIS_APPLICATION,
        Need.BORDER_OFFICERS,
    ),
    NeedGroup.ELSE: (
        Need.CASE_INFORMATION,
        Need.GENERAL_QUESTION,
        Need.CHECK_IN_OR_MONITOR,
        Need.OTHER,
    ),
}
"""Each need in the one group where people look for it. Groups order what is asked, and decide nothing."""


def group_of(need: Need) -> NeedGroup:
    """The group that *need* is in."""
    return next(group for group, needs in NEED_GROUPS.items() if need in needs)
