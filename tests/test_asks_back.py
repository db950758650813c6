"""Two answers that do not go together get one plain question back; neither is changed, and no way is blocked."""

import json
from typing import Any

import pytest

from wizard.bridge import handle
from wizard.intake import read_intake, read_moment
from wizard.interview import ASKING_BACK, Interlude, InterludeScreen, State, next_screen
from wizard.languages import languages
from wizard.questions import Custody, Need
from wizard.report import assessment_report
from wizard.wording import wording

ASKED = {"emergency": "false", "removal_imminent": "false"}

AGREE = {
    (Need.RELEASE, Custody.ICE_DETENTION),
    (Need.RELEASE, Custody.TAKEN_PLACE_UNKNOWN),
    (Need.RELEASE, Custody.UNKNOWN),
    (Need.CANCEL_DETAINER, Custody.JAIL_WITH_DETAINER),
    (Need.CANCEL_DETAINER, Custody.UNKNOWN),
}
"""What is wanted, and where the person can be for it."""


def asked_back(*needs: Need, custody: Custody) -> list[Interlude]:
    """The plain questions that come back right after it was said where the person is."""
    screen = next_screen(State(needs, {**ASKED, "custody": custody.value}))
    return [screen.interlude] if isinstance(screen, InterludeScreen) and screen.interlude in ASKING_BACK else []


@pytest.mark.parametrize("custody", Custody)
@pytest.mark.parametrize("need", Need)
def test_what_does_not_go_together_is_asked_back_and_nothing_else_is(need: Need, custody: Custody) -> None:
    """Release or bond of whom nobody holds, release from a jail; a detainer on whom ICE holds, or nobody."""
    contrary = need in {Need.RELEASE, Need.CANCEL_DETAINER} and (need, custody) not in AGREE
    contrary = contrary or (need, custody) == (Need.BOND, Custody.NOT_DETAINED)
    assert bool(asked_back(need, custody=custody)) == contrary


def test_who_wants_both_a_detainer_dropped_and_release_from_a_jail_is_not_asked() -> None:
    """The one follows the other."""
    assert asked_back(Need.RELEASE, Need.CANCEL_DETAINER, custody=Custody.JAIL_WITH_DETAINER) == []


@pytest.mark.parametrize("language", languages())
def test_both_answers_can_be_changed_there_and_it_can_be_gone_on(language: str) -> None:
    """Each with a button of its own; going on keeps both."""
    state: dict[str, Any] = {
        "needs": ["release"],
        "answers": {**ASKED, "custody": "not_detained"},
        "language": language,
    }
    reply = json.loads(handle(json.dumps({**state, "do": "show"})))
    assert reply["screen"] == "interlude:not_held"
    assert 'data-change="needs" data-group="out"' in reply["html"]
    assert 'data-change="custody"' in reply["html"]
    assert wording(language)("interlude.not_held.title").endswith("?")
    after = json.loads(handle(json.dumps({**state, "do": "read", "interlude": "not_held"})))
    assert (after["screen"], after["needs"]) == ("question:known_to_ice", ["release"])
    assert after["answers"]["custody"] == "not_detained"


def test_other_programs_are_told_and_routed_all_the_same() -> None:
    """Where ICE's page sends a request does not change."""
    intake: dict[str, Any] = {
        "needs": ["release"],
        "role": "self",
        "custody": "not_detained",
        "known_to_ice": "final_order",
    }
    intake |= {"emergency": False, "removal_imminent": False, "local_request": "none"}
    moment = read_moment("2026-11-27T12:00:00-05:00")
    report = assessment_report(read_intake(json.dumps(intake).encode(), moment.date()), wording("en"), moment)
    assert report["asks_back"] == ["not_held"]
    assert [card["channel"] for card in report["cards"]] == ["field_office"]
