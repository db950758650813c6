"""What a person may want, and under which headings: each need is routed alone, and its value never changes meaning."""

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
    """The headings under which needs are shown."""

    FIND = "find"
    LINE = "line"
    OFFICERS = "officers"
    COURT = "court"
    OUTSIDE = "outside"


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
FINDING = (Need.FIND_A_PERSON, Need.CHILD_UNDER_18)
ELSEWHERE = (
    Need.COURT_DATE,
    Need.ASK_THE_JUDGE,
    Need.PAY_BOND,
    Need.LEGAL_ADVICE,
    Need.CITIZEN_HELD,
    Need.COMPLAINT,
    Need.CONGRESS,
    Need.CHECK_IN_OR_MONITOR,
    Need.PROPERTY_OR_PAPERS,
    Need.RECORDS,
    Need.USCIS_APPLICATION,
    Need.BORDER_OFFICERS,
    Need.RETURN_AFTER_REMOVAL,
    Need.OTHER,
)
OUTSIDE_NEEDS = (*FINDING, *ELSEWHERE)
"""Needs that neither of ICE's two channels is for."""

NEED_GROUPS = {
    NeedGroup.FIND: FINDING,
    NeedGroup.LINE: LINE_TOPICS,
    NeedGroup.OFFICERS: OFFICER_REQUESTS,
    NeedGroup.COURT: COURT_REQUESTS,
    NeedGroup.OUTSIDE: ELSEWHERE,
}
