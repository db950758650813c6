"""Every question that a page may ask, by id, and of what kind its answer is: the one door to needs and options."""

from wizard.engine import Kind, Question
from wizard.needs import (
    COURT_REQUESTS,
    LINE_TOPICS,
    NEED_GROUPS,
    OFFICER_REQUESTS,
    OUTSIDE_NEEDS,
    Need,
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
    "KINDS",
    "LINE_TOPICS",
    "LOCAL_REQUEST_NEEDS",
    "NEEDS",
    "NEED_GROUPS",
    "NONE_OF_THEM",
    "OFFICER_REQUESTS",
    "OUTSIDE_NEEDS",
    "PLACE",
    "PLACES",
    "QUESTIONS",
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
    "RemovalImminent",
    "ResponseAfterOrders",
    "Role",
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

NEEDS = "needs"
"""The id of the question what a person wants."""

LOCAL_REQUEST_NEEDS = "local_request_needs"
"""The question which of several requests to officers the earlier one asked for: it takes some of them, or none.

Its answer is kept as the ids of needs, joined by spaces (`needs_in`).
"""

NONE_OF_THEM = "none"
"""The option of `LOCAL_REQUEST_NEEDS` that stands alone: the earlier request was for something else."""

PLACES = PLACE, COURT_PLACE = "place", "court_place"
"""Where the person is, and where the court case is: never in the way of a result."""

KINDS: dict[str, Kind] = {
    NEEDS: Kind.MANY,
    LOCAL_REQUEST_NEEDS: Kind.MANY,
    **{identity: question.kind() for identity, question in QUESTIONS.items()},
    **dict.fromkeys(PLACES, Kind.PLACE),
}
"""The kind of every question that a page may ask, by id."""


def needs_in(answer: str) -> tuple[Need, ...]:
    """The needs in an answer to `LOCAL_REQUEST_NEEDS`."""
    return tuple(need for need in Need if need.value in answer.split())
