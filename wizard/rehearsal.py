"""What the browser does once in advance, while a person reads the first question, since the first time is slow.

Templates and tables are loaded when they are first needed. Each request here needs some; its reply is shown to nobody.
"""

import json
from typing import Any

from wizard.languages import SOURCE_LANGUAGE
from wizard.questions import COURT_PLACE, PLACE, Need

_KNOWN: dict[str, Any] = {
    "language": SOURCE_LANGUAGE,
    "today": "2026-11-24",
    "now": "2026-11-24T17:30:00-05:00",
    "needs": [Need.DETENTION_PROBLEM, Need.CASE_REVIEW, Need.BOND],
    "answers": {
        "emergency": "false",
        "removal_imminent": "false",
        "custody": "ice_detention",
        "local_request": "answered",
        "local_response_period": "after_window",
        "facts_changed": "false",
        "evidence_not_submitted": "false",
        "factors_overlooked": "true",
        "role": "family_or_friend",
    },
    "places": {PLACE: {"state": "TX", "county": "Travis"}},
}
"""Somebody who is sent to the line, to the reviewing official, and to the court."""

_REQUESTS: tuple[dict[str, Any], ...] = (
    {"do": "show"},
    {"do": "details"},
    {"do": "packet"},
    {"do": "change", "question": PLACE},
    {"do": "change", "question": COURT_PLACE},
    {"do": "seek", "question": PLACE, "words": "Travis"},
)


def rehearsal() -> str:
    """The requests, one a line, as JSON. There is no answer in them but those above."""
    return "\n".join(json.dumps({**_KNOWN, **request}) for request in _REQUESTS)
