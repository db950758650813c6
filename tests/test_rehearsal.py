"""What the browser does once in advance: it is answered like anything else, and leads to each kind of screen."""

import json

from wizard.bridge import handle, rehearsal


def test_each_request_of_the_rehearsal_is_answered_with_a_screen_that_takes_time_to_make() -> None:
    """A result, the form and the papers, both places, and what fits a name: none of them with an error."""
    replies = [json.loads(handle(request)) for request in rehearsal().split("\n")]
    assert [reply.get("screen") for reply in replies] == [
        "result",
        "details",
        "packet",
        "place:place",
        "place:court_place",
        None,
    ]
    assert not any(reply.get("error") for reply in replies)
    assert "Travis" in replies[-1]["html"]
