"""Every question that a page may ask, by id, and of what kind its answer is: the one door to needs and options."""

from wizard.engine import Kind, Question
from wizard.needs import (
    COURT_REQUESTS,
    LINE_TOPICS,
    MOST_NEEDS,
    NEED_GROUPS,
    OFFICER_REQUESTS,
    OUTSIDE_NEEDS,
    Need,
    NeedGroup,
    group_of,
)
from wizard.options import (
    Custody,
    Emergency,
    EvidenceNotSubmitted,
    FactorsOverlooked,
    FactsChanged,
    FieldOfficeUnable,
    KnownToIce,
    LocalRequest,
    LocalResponsePeriod,
    RemovalImminent,
    ResponseAfterOrders,
    Role,
)

__all__ = [
    "COURT_PLACE",
    "COURT_REQUESTS",
    "GROUPS",
    "JOINED",
    "KINDS",
    "LINE_TOPICS",
    "LOCAL_REQUEST_NEEDS",
    "MOST_NEEDS",
    "NEEDS",
    "NEED_GROUPS",
    "NONE_OF_THEM",
    "OFFICER_REQUESTS",
    "OUTSIDE_NEEDS",
    "PLACE",
    "PLACES",
    "QUESTIONS",
    "SEVERAL",
    "Custody",
    "Emergency",
    "EvidenceNotSubmitted",
    "FactorsOverlooked",
    "FactsChanged",
    "FieldOfficeUnable",
    "KnownToIce",
    "LocalRequest",
    "LocalResponsePeriod",
    "Need",
    "NeedGroup",
    "RemovalImminent",
    "ResponseAfterOrders",
    "Role",
    "group_of",
    "needs_in",
]

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

GROUPS = "need_groups"
"""The question which kinds of things a person needs: the first step, in everyday words."""

NEEDS = "needs"
"""The question what a person wants: the second step, asked once for each group that was chosen."""

LOCAL_REQUEST_NEEDS = "local_request_needs"
"""The question which of several requests to officers the earlier one asked for: it takes some of them, or none."""

NONE_OF_THEM = "none"
"""The option of `LOCAL_REQUEST_NEEDS` that stands alone: the earlier request was for something else."""

SEVERAL: dict[str, tuple[str, ...]] = {
    GROUPS: tuple(group.value for group in NeedGroup),
    NEEDS: tuple(need.value for need in Need),
    LOCAL_REQUEST_NEEDS: (*(need.value for need in OFFICER_REQUESTS), NONE_OF_THEM),
}
"""Every question that takes some of several options, by id, with all that it may take."""

JOINED = tuple(question for question in SEVERAL if question != NEEDS)
"""Those whose answer is kept beside the others, as ids joined by spaces. Needs are kept apart: they are routed."""

PLACES = PLACE, COURT_PLACE = "place", "court_place"
"""Where the person is, and where the court case is: never in the way of a result."""

KINDS: dict[str, Kind] = {
    **dict.fromkeys(SEVERAL, Kind.MANY),
    **{identity: question.kind() for identity, question in QUESTIONS.items()},
    **dict.fromkeys(PLACES, Kind.PLACE),
}
"""The kind of every question that a page may ask, by id."""


def needs_in(answer: str) -> tuple[Need, ...]:
    """The needs in an answer to `LOCAL_REQUEST_NEEDS`."""
    return tuple(need for need in Need if need.value in answer.split())
