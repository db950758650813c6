"""Each letter has its own words: nothing typed is lost, nothing stands in two, and old cases still open."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packets import ANSWERED, CHANNELS, OWN_PARTS, TODAY, intake_for, packet_for
from wizard.__main__ import main
from wizard.assess import assess
from wizard.bridge import handle
from wizard.cards import LETTERS, Channel
from wizard.intake import Intake, check_intake, with_known_default
from wizard.languages import languages
from wizard.packet.as_text import as_text
from wizard.packet.carried import OWN, SUPPORT, WRITTEN_AS, carried, was_one_for_all
from wizard.packet.case import custody_of
from wizard.packet.case_file import typed_of
from wizard.packet.fields import FOR_EACH, Field, fields_of
from wizard.questions import OFFICER_REQUESTS, LocalRequest, Role
from wizard.wording import wording

SAY = wording("en")
TWO = intake_for("field_office", needs=["release", "bond"])
OLD = {"facts": "Old-facts.", "request": "Old-request.", "exhibits": ["Old-exhibit"]}


def placed(intake: Intake, typed: dict[str, str]) -> dict[str, str]:
    """Where each of the *typed* texts stands now."""
    answers = with_known_default(intake.answers)
    assessment = assess(intake.needs, answers)
    found = carried(typed, assessment.cards, Role(answers[Role.id()]), custody_of(assessment, answers))
    assert found.pop(WRITTEN_AS, OWN) in {OWN, SUPPORT}
    return found


def texts_of(intake: Intake, typed: dict[str, str], language: str = "en") -> dict[str, str]:
    """Every paper by its name."""
    return {document.name: as_text(document) for document in packet_for(intake, typed, language).documents}


@pytest.mark.parametrize("channel", ["detention_line", "field_office", "reviewing_official", "opla"])
def test_one_text_stands_where_one_letter_is_written(channel: str) -> None:
    """As intakes and cases had it before; nothing is said of it."""
    intake = intake_for(channel)
    typed = dict(typed_of(OLD))
    texts = texts_of(intake, typed)
    (name,) = [name for name in texts if name.startswith(("letter-", "call-detention"))]
    asked = fields_of(packet_for(intake).cases[0].card, Role.SELF, packet_for(intake).cases[0].custody)
    for field in FOR_EACH:
        assert (f"Old-{field.value.removesuffix('s') if field is Field.EXHIBITS else field}" in texts[name]) is (
            field in asked
        )
    assert not was_one_for_all(placed(intake, typed))


def test_one_text_for_several_letters_stands_in_the_first_alone() -> None:
    """In the order of the cards; a call is no letter."""
    for needs, first in (
        (["release", "bond"], "letter-field-office"),
        (["bond", "release", "detention_problem"], "letter-field-office"),
        (["bond", "detention_problem"], "letter-opla"),
    ):
        texts = texts_of(intake_for("field_office", needs=needs), dict(typed_of(OLD)))
        for words in ("Old-facts.", "Old-request.", "Old-exhibit"):
            assert [name for name, text in texts.items() if words in text] == [first]


def test_what_a_letter_has_of_its_own_stands_before_what_was_for_all() -> None:
    """Both are kept."""
    typed = dict(typed_of({**OLD, "facts_for": {"field_office": "Own-facts."}}))
    assert placed(TWO, typed)["facts.field_office"] == "Own-facts.\n\nOld-facts."


def test_that_one_text_was_for_several_letters_is_said_on_the_papers_screen() -> None:
    """Also after the form was shown, which gives the text its place; and nowhere else."""
    for language in languages():
        told = wording(language)("packet.screen.one_for_all")
        form = request(TWO, "details", dict(typed_of(OLD)), language)
        assert form["carried"]["facts.field_office"] == "Old-facts."
        assert "facts" not in form["carried"]
        for details in (dict(typed_of(OLD)), form["carried"]):
            assert told in request(TWO, "packet", details, language)["html"]
        assert told not in request(TWO, "packet", {"facts.opla": "x"}, language)["html"]
        one = intake_for("field_office")
        assert told not in request(one, "packet", dict(typed_of(OLD)), language)["html"]


def request(intake: Intake, do: str, details: dict[str, str], language: str = "en") -> dict[str, Any]:
    """What the browser gets."""
    answers = {name: option for name, option in intake.answers.items() if name != "response_after_orders"}
    known = {"needs": list(intake.needs), "answers": answers, "seen": ["removal_near"], "places": {}}
    told = {"do": do, "language": language, "today": TODAY.isoformat(), "details": details}
    reply: dict[str, Any] = json.loads(handle(json.dumps({**known, **told})))
    return reply


def test_that_one_text_was_for_several_letters_is_one_line_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the command line; it names nothing of what was typed."""
    for number, (needs, said) in enumerate(((["release", "bond"], 1), (["release"], 0))):
        intake = {**ANSWERED, "local_request": "none", "needs": needs, "details": OLD}
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(intake).encode())))
        assert main(["packet", "-", "--out", str(tmp_path / str(number))]) == 0
        lines = capsys.readouterr().err.splitlines()
        assert lines.count(SAY("packet.screen.one_for_all")) == said
        assert "Old-" not in "\n".join(lines)


OFFICERS = ("field_office", "field_office_follow_up", "reviewing_official")


@pytest.mark.parametrize("role", ["self", "organization"])
@pytest.mark.parametrize("after", OFFICERS)
@pytest.mark.parametrize("before", OFFICERS)
def test_words_go_on_to_the_letter_that_took_the_place_of_another(before: str, after: str, role: str) -> None:
    """Where the new letter takes such words; if not, they wait for one that does."""
    typed = {f"facts.{before}": "Typed-facts.", f"request.{before}": "Typed-request."}
    intake = intake_for(after, role=role)
    takes = after != "field_office_follow_up" or role == "organization"
    found = placed(intake, typed)
    expected = after if takes else before
    assert found == {f"facts.{expected}": "Typed-facts.", f"request.{expected}": "Typed-request."}
    if before != "field_office_follow_up" or role == "organization":
        assert placed(intake_for(before, role=role), found) == typed


def test_words_of_a_request_go_with_it_and_not_to_another_request() -> None:
    """The refused release goes on to the reviewing official; the stay, which is new, keeps to itself."""
    needs = {"needs": ["release", "stay_of_removal"]}
    both = intake_for("reviewing_official", **needs, local_request_needs=["release"])
    typed = {"facts.field_office": "Of the stay.", "facts.reviewing_official": "Of the release."}
    assert placed(both, typed) == typed
    waiting = intake_for("field_office_follow_up", **needs, local_request_needs=["release"])
    assert placed(waiting, typed) == typed
    together = placed(intake_for("field_office", **needs), typed)
    assert together == typed
    assert placed(both, together) == typed
    alone = placed(intake_for("reviewing_official", **needs), {"facts.field_office": "Of both."})
    assert alone == {"facts.reviewing_official": "Of both."}


def test_a_supporters_words_are_never_the_requests_own() -> None:
    """Who writes is changed, and changed back: each finds the words that were theirs."""
    church, family = (intake_for("field_office", role=role) for role in ("organization", "family_or_friend"))
    form = request(church, "details", {})
    typed = {**form["carried"], "facts.field_office": "Our church knows her."}
    after = request(family, "details", typed)
    assert after["html"].count("Our church knows her.") == 0
    assert SAY("packet.form.kept_aside") in after["html"]
    papers = request(family, "packet", {**after["carried"], "facts.field_office": "She is my sister."})
    assert "church" not in json.dumps(papers["texts"])
    back = request(church, "details", {**after["carried"], "facts.field_office": "She is my sister."})
    assert back["html"].count("Our church knows her.") == 1
    assert "She is my sister." not in back["html"]


def test_the_form_says_where_words_are_kept_aside_and_only_there() -> None:
    """In every language."""
    for language in languages():
        told = wording(language)("packet.form.kept_aside")
        one = intake_for("field_office")
        assert told in request(one, "details", {"facts.opla": "x"}, language)["html"]
        assert told not in request(one, "details", {"facts.field_office": "x", "facts.opla": " "}, language)["html"]


def test_words_never_go_from_one_office_to_another_for_other_needs() -> None:
    """Neither to ICE's lawyers nor from the line, unless it is for the same legal access."""
    for gone, here in (("opla", "field_office"), ("field_office", "opla"), ("detention_line", "field_office")):
        typed = {f"facts.{gone}": "Typed-facts."}
        assert placed(intake_for(here), typed) == typed
    access = intake_for("detention_line", needs=["legal_access"], field_office_unable=True)
    moved = placed(access, {"facts.field_office_legal_access": "Typed-facts."})
    assert moved == {"facts.detention_line": "Typed-facts."}
    assert placed(intake_for("field_office_legal_access"), moved) == {"facts.field_office_legal_access": "Typed-facts."}
    other = intake_for("detention_line")
    assert placed(other, {"facts.field_office_legal_access": "x"}) == {"facts.field_office_legal_access": "x"}


WORDS = st.text(st.sampled_from("ab \n\t"), max_size=6)
KEYS = st.sampled_from([*FOR_EACH, *(f"{field}.{channel}" for field in FOR_EACH for channel in Channel), "name"])
ANSWERS = st.fixed_dictionaries(
    {
        "needs": st.lists(
            st.sampled_from([*OFFICER_REQUESTS, "bond", "detention_problem", "legal_access"]), min_size=1, unique=True
        ),
        "local_request": st.sampled_from(list(LocalRequest)),
        "role": st.sampled_from(list(Role)),
        "field_office_unable": st.booleans(),
        "facts_changed": st.booleans(),
        "factors_overlooked": st.booleans(),
    }
)


@given(ANSWERS, st.dictionaries(KEYS, WORDS))
def test_carrying_loses_nothing_doubles_nothing_and_done_twice_is_done_once(
    answers: dict[str, Any], typed: dict[str, str]
) -> None:
    """Every letter that was typed is there, as often as it was typed, under a name of the same kind."""
    intake = check_intake({**ANSWERED, **answers}, TODAY)
    found = placed(intake, typed)
    for field in FOR_EACH:
        before, after = (
            "".join(text for name, text in sorted(values.items()) if name.partition(".")[0] == field)
            for values in (typed, found)
        )
        assert sorted("".join(after.split())) == sorted("".join(before.split()))
    assert placed(intake, found) == found


@given(ANSWERS)
def test_every_text_that_is_asked_for_stands_in_one_paper_and_in_no_other(answers: dict[str, Any]) -> None:
    """Whatever the needs, the earlier request, and who writes."""
    intake = check_intake({**ANSWERED, **answers}, TODAY)
    typed = {
        f"{field}.{channel}": f"{field} {channel} ."
        for field in FOR_EACH
        for channel in (*LETTERS, Channel.DETENTION_LINE)
    }
    packet = packet_for(intake, typed)
    texts = {document.name: as_text(document) for document in packet.documents}
    for case in packet.cases:
        for field in fields_of(case.card, case.role, case.custody):
            if field in FOR_EACH:
                words = f"{field} {case.card.channel} ."
                (name,) = [name for name, text in texts.items() if words in text]
                assert name.endswith(case.card.channel.replace("_", "-"))
    for channel in LETTERS:
        for text in texts.values():
            assert text.count(f"facts {channel} .") <= 1


def test_a_case_of_before_opens_and_is_saved_in_the_new_form() -> None:
    """Its words stand in the one letter that is written."""
    saved = {**ANSWERED, **CHANNELS["field_office"], "details": {**OLD, "name": "Ana"}}
    reply = json.loads(
        handle(json.dumps({"do": "load", "language": "en", "text": json.dumps(saved), "today": "2026-11-24"}))
    )
    assert reply["problem"] == ""
    assert reply["details"] == {
        "facts": "Old-facts.",
        "request": "Old-request.",
        "exhibits": "Old-exhibit",
        "name": "Ana",
    }
    intake = check_intake(saved, TODAY)
    form = request(intake, "details", reply["details"])
    assert form["html"].count("Old-facts.") == 1
    assert {name for name in form["carried"] if "." in name} == {f"{field}.field_office" for field in OWN_PARTS}
