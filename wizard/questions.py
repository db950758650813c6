"""The questions, one StrEnum each; members are the options, and their values never change meaning.

Yes/no questions carry the values of the intake's booleans. What a question is for stands in the wording.
"""

from enum import StrEnum

from wizard.engine import Question


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


class Emergency(Question):
    """Is someone in danger at this moment?"""

    YES = "true"
    NO = "false"


class RemovalImminent(Question):
    """Is a removal near, or a flight booked?"""

    YES = "true"
    NO = "false"


class Custody(Question):
    """Where is the person whom this is about?"""

    ICE_DETENTION = "ice_detention"
    TAKEN_PLACE_UNKNOWN = "taken_place_unknown"
    JAIL_WITH_DETAINER = "jail_with_detainer"
    NOT_DETAINED = "not_detained"
    UNKNOWN = "unknown"


class KnownToIce(Question):
    """Does ICE know of the person already? Decides the stop card, never the channel."""

    IN_PROCEEDINGS = "in_proceedings"
    FINAL_ORDER = "final_order"
    CHECK_INS = "check_ins"
    NO_CASE = "no_case"
    UNKNOWN = "unknown"


class FieldOfficeUnable(Question):
    """For legal access: was the local field office asked, and unable to help?"""

    YES = "true"
    NO = "false"


class LocalRequest(Question):
    """Was the local field office asked for this, and did it answer?"""

    NONE = "none"
    PENDING = "pending"
    ANSWERED = "answered"


class LocalResponsePeriod(Question):
    """When did the field office give its most recent answer?"""

    BEFORE_WINDOW = "before_window"
    IN_WINDOW = "in_window"
    AFTER_WINDOW = "after_window"
    UNKNOWN = "unknown"


class ResponseAfterOrders(Question):
    """Did that answer come after January 20, 2025? Never asked: it follows from the day, where the day is told."""

    YES = "true"
    NO = "false"


class FactsChanged(Question):
    """Have the facts changed since the field office looked at the case?"""

    YES = "true"
    NO = "false"


class EvidenceNotSubmitted(Question):
    """Is there important proof that the field office never saw?"""

    YES = "true"
    NO = "false"


class FactorsOverlooked(Question):
    """Is there a significant reason to believe that not all factors were fully considered?"""

    YES = "true"
    NO = "false"
    UNSURE = "unsure"


class Role(Question):
    """Who will contact ICE?"""

    SELF = "self"
    FAMILY_OR_FRIEND = "family_or_friend"
    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    ORGANIZATION = "organization"
    LAW_ENFORCEMENT = "law_enforcement"
    PUBLIC = "public"


QUESTIONS: dict[str, type[Question]] = {
    question.id(): question
    for question in (
        Emergency,
        RemovalImminent,
        Custody,
        KnownToIce,
        FieldOfficeUnable,
        LocalRequest,
        LocalResponsePeriod,
        FactsChanged,
        EvidenceNotSubmitted,
        FactorsOverlooked,
        Role,
    )
}
"""Every question with finite answers, by id, in the order of a full interview."""

LOCAL_REQUEST_NEEDS = "local_request_needs"
"""The question which of several requests to officers the earlier one asked for: it takes some of them, or none.

Its answer is kept as the ids of needs, joined by spaces (`needs_in`).
"""


def needs_in(answer: str) -> tuple[Need, ...]:
    """The needs in an answer to `LOCAL_REQUEST_NEEDS`."""
    return tuple(need for need in Need if need.value in answer.split())
