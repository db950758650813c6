"""What stands on the form and on the papers' screen beside fields and letters: warnings, laws, notes, and offers."""

import json
import re
from html import unescape
from typing import Any

import pytest

from tests.packets import TODAY, intake_for
from wizard.bridge import handle
from wizard.languages import languages
from wizard.library import facts
from wizard.packet.law import LOOKED_FOR, SHOWN
from wizard.wording import Wording, wording

EVERY_LANGUAGE = pytest.mark.parametrize("language", languages())


def screen(do: str, channel: str, language: str = "en", **changes: Any) -> str:
    """The screen as its text has it, without tags."""
    typed = changes.pop("typed", {})
    intake = intake_for(channel, **changes)
    answers = {name: option for name, option in intake.answers.items() if name != "response_after_orders"}
    known = {"needs": list(intake.needs), "answers": answers, "seen": ["removal_near"], "places": intake.places}
    request = {**known, "do": do, "language": language, "today": TODAY.isoformat(), "details": typed}
    html: str = json.loads(handle(json.dumps(request)))["html"]
    return html


def text_of(html: str) -> str:
    """What a reader sees of *html*, in one line."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def law_of(name: str, say: Wording) -> str:
    """How a law stands on a screen: what it says, how it is cited, its standing and its day."""
    fact = facts()[name]
    checked = say("ui.checked", date=say.day(fact.checked))
    return f"{' '.join(say.lines('law', name))} {fact.value}. {say('standing', fact.standing.value)} ({checked})."


@EVERY_LANGUAGE
@pytest.mark.parametrize("do", ["details", "packet"])
@pytest.mark.parametrize("channel", ["detention_line", "field_office", "reviewing_official", "opla"])
def test_the_statutory_words_and_the_law_on_false_statements_stand_on_both_screens(
    channel: str, do: str, language: str
) -> None:
    """In English too, where the screen is in another language."""
    say = wording(language)
    text = text_of(screen(do, channel, language))
    assert "not a substitute for the advice of an attorney" in text
    assert say("packet.form.no_relationship") in text
    assert law_of("false_statement", say) in text
    of = "_call" if channel == "detention_line" else ""
    assert say("packet.form", f"truth{of}") in text
    assert (say("packet.form", f"fills{of}") in text) is (do == "details")


@EVERY_LANGUAGE
def test_where_there_is_only_a_call_both_screens_speak_of_the_call(language: str) -> None:
    """Of no letter, nothing to send and no email; the script stands open, and needs no English."""
    say = wording(language)
    call, both = (
        {do: screen(do, "field_office", language, needs=needs) for do in ("details", "packet")}
        for needs in (["detention_problem"], ["release", "detention_problem"])
    )
    own = call["packet"].partition('class="notice not_legal_advice"')[0]  # the notice is the same on every screen
    of_letters = (
        "form.title",
        "form.fills",
        "form.keeps",
        "form.records",
        "screen.intro",
        "screen.email",
        "screen.english",
    )
    for part in of_letters:
        assert say("packet", part) in text_of(both["details"] + both["packet"]), part
        assert say("packet", part) not in text_of(call["details"] + own), part
    for part in ("form.title", "form.fills", "form.keeps", "form.records", "screen.intro"):
        assert say("packet", f"{part}_call") in text_of(call["details"] + call["packet"]), part
    assert say("packet.field.facts.hint") not in text_of(call["details"])
    for html in (call["details"], both["details"]):
        assert say("packet.field.facts.hint_call") in text_of(html)
    script = '<article class="paper" id="call-detention-line"'
    assert script in call["packet"].partition("<details")[0]
    assert script in both["packet"].partition('<section class="others">')[2]


@EVERY_LANGUAGE
def test_every_law_that_the_packet_names_is_shown_with_its_day_and_standing(language: str) -> None:
    """On the form, or beside a letter."""
    say = wording(language)
    shown = text_of(
        screen("details", "field_office", language, role="organization")
        + screen("packet", "opla", language, role="attorney")
    )
    for name in SHOWN:
        assert law_of(name, say) in shown, name


@EVERY_LANGUAGE
def test_what_to_look_for_stands_beside_the_facts_of_a_letter_and_not_of_a_call(language: str) -> None:
    """As what to look for, never as what to say; and which letter to end a fact with."""
    say = wording(language)
    for channel, beside in (
        ("field_office", True),
        ("reviewing_official", True),
        ("opla", True),
        ("detention_line", False),
        ("field_office_legal_access", False),
    ):
        text = text_of(screen("details", channel, language))
        for name in LOOKED_FOR:
            assert (law_of(name, say) in text) is beside
        assert (say("packet.form.looked_for_note") in text) is beside
        assert ("(Exhibit A)." in text) is beside


@EVERY_LANGUAGE
def test_the_form_has_words_for_each_letter_and_names_it(language: str) -> None:
    """And a field of facts of its own for the call."""
    say = wording(language)
    html = screen("details", "field_office", language, needs=["release", "bond", "detention_problem"])
    for channel in ("detention_line", "field_office", "opla"):
        assert f'name="facts.{channel}"' in html
        assert say("packet.form.words_for", channel) in text_of(html)
    for channel in ("field_office", "opla"):
        assert f'name="request.{channel}"' in html
        assert f'name="exhibits.{channel}"' in html
    assert 'name="request.detention_line"' not in html
    assert 'name="facts"' not in html


@EVERY_LANGUAGE
@pytest.mark.parametrize("role", ["organization", "public", "law_enforcement"])
def test_a_stranger_is_told_that_the_words_are_their_own_and_can_choose_the_person(role: str, language: str) -> None:
    """Before the first field; a relative and a lawyer are not."""
    say = wording(language)
    html = screen("details", "field_office", language, role=role)
    told = html.index(say("packet.form.support"))
    assert told < html.index('data-change="role"') < html.index('name="name"')
    for line in say.lines("packet.form.support_lines"):
        assert line in text_of(html)
    assert say("packet.field.facts.label_support") in html
    for other in ("self", "family_or_friend", "attorney"):
        html = screen("details", "field_office", language, role=other)
        assert say("packet.form.support") not in html
        assert say("packet.field.facts.label") in html
    papers = text_of(screen("packet", "field_office", language, role=role))
    for note in ("support", "own_request", "same_office"):
        assert say("packet.screen", note) in papers


@EVERY_LANGUAGE
def test_that_ice_may_keep_the_senders_name_stands_above_the_senders_fields(language: str) -> None:
    """Where the card says so: not for lawyers, and nobody is asked for status."""
    say = wording(language)
    for role, warned in (("family_or_friend", True), ("organization", True), ("public", True), ("attorney", False)):
        html = screen("details", "field_office", language, role=role)
        sender = html[html.index(f"<h2>{say('packet.form.sender')}</h2>") :]
        assert (say("beware.sender_named.lead") in sender) is warned
        if warned:
            assert sender.index(say("beware.sender_named.lead")) < sender.index('name="sender_name"')
            assert law_of("sender_known", say) in text_of(sender)


@EVERY_LANGUAGE
def test_whether_the_words_are_in_english_is_asked_where_the_reader_speaks_another_language(language: str) -> None:
    """And whether somebody interpreted, of everyone; both are boxes, not ticked."""
    html = screen("details", "field_office", language)
    assert ('name="words_in_english"' in html) is (language != "en")
    for name in re.findall(r'<input type="checkbox"[^>]*name="(?:words_in_english|interpreter)"[^>]*>', html):
        assert "checked" not in name
    assert 'name="interpreter"' in html
    assert 'name="interpreter"' not in screen("details", "detention_line", language)
    assert 'name="words_in_english"' not in screen("details", "field_office_follow_up", "es")


@EVERY_LANGUAGE
def test_the_day_of_a_removal_is_asked_only_where_one_is_near(language: str) -> None:
    """And the papers begin with what to do today."""
    say = wording(language)
    near = screen("packet", "field_office", language, removal_imminent=True)
    assert near.index(say("interlude.removal_near.title")) < near.index('class="letter"')
    assert say("card.field_office.reach_note_near") in text_of(near)
    assert 'name="removal_date.day"' in screen("details", "field_office", language, removal_imminent=True)
    assert 'name="removal_date.day"' not in screen("details", "field_office", language)
    assert say("interlude.removal_near.title") not in screen("packet", "field_office", language)


@EVERY_LANGUAGE
def test_the_office_that_was_asked_can_be_found_from_the_reviewing_officials_letter(language: str) -> None:
    """Until the place leads to one; then the reader is asked to check it."""
    say = wording(language)
    for place, offered in ((None, True), ({"state": "TX"}, True), ({"state": "CO"}, False)):
        html = screen("packet", "reviewing_official", language, **({"place": place} if place else {}))
        assert ('data-change="place"' in html) is offered
        assert (say("packet.screen.asked_office") in html) is offered
        assert (say("packet.screen.check_office") in html) is not offered


@EVERY_LANGUAGE
def test_a_lawyers_letter_to_ices_lawyers_names_the_form_of_the_court(language: str) -> None:
    """Beside the letter, not in it; the card's own form stays."""
    say = wording(language)
    assert law_of("court_appearance", say) in text_of(screen("packet", "opla", language, role="attorney"))
    for channel, role in (("opla", "self"), ("field_office", "attorney")):
        assert law_of("court_appearance", say) not in text_of(screen("packet", channel, language, role=role))


@EVERY_LANGUAGE
def test_new_proof_comes_first_among_the_papers_and_charges_are_for_a_lawyer(language: str) -> None:
    """Both are said where they are typed, or looked at."""
    say = wording(language)
    new = screen("details", "field_office", language, local_request="answered", evidence_not_submitted=True)
    assert say("packet.field.exhibits.hint_new") in new
    assert say("packet.field.exhibits.hint_new") not in screen("details", "field_office", language)
    jail = {"needs": ["cancel_detainer"], "custody": "jail_with_detainer"}
    assert say("packet.field.booking_number.hint") in screen("details", "field_office", language, **jail)
    assert say("packet.screen.charges") in screen("packet", "field_office", language, **jail)
    assert say("packet.screen.charges") not in screen("packet", "field_office", language)


@EVERY_LANGUAGE
@pytest.mark.parametrize("role", ["public", "law_enforcement"])
def test_a_strangers_general_question_names_nobody(role: str, language: str) -> None:
    """That is why no advice comes before it: so no name is asked for, said or had ready, and the other way is named."""
    say = wording(language)
    asking: dict[str, Any] = {"needs": ["general_question"], "role": role, "custody": "unknown"}
    form = screen("details", "detention_line", language, **asking)
    assert not re.findall('name="(?:name|a_number|center)', form)
    papers = text_of(screen("packet", "detention_line", language, **asking))
    instead = say("question.needs.options.case_information")
    assert say("packet.call.nobody", instead=instead) in papers
    for name in ("name", "a_number"):
        assert say("packet.call.of_another", name) not in papers
    of_a_person = {**asking, "role": "family_or_friend", "known_to_ice": "in_proceedings"}
    assert 'name="a_number"' in screen("details", "detention_line", language, **of_a_person)


@EVERY_LANGUAGE
def test_a_letter_that_says_there_is_no_telephone_is_not_called_whole(language: str) -> None:
    """ICE's page asks for it, and says that a request without what it asks for may be rejected (R41, R43)."""
    say = wording(language)
    none = say("packet.screen.none_told")
    assert none in text_of(screen("packet", "reviewing_official", language, typed={"telephone.none": "on"}))
    assert none in text_of(screen("packet", "field_office", language, typed={"email.none": "on"}))
    assert none not in text_of(screen("packet", "reviewing_official", language))
    assert none not in text_of(screen("packet", "opla", language, typed={"telephone.none": "on"}))


def test_nobody_is_asked_for_status_or_charges() -> None:
    """No field of that kind, whoever writes, in whatever case."""
    for role in ("self", "family_or_friend", "organization", "attorney"):
        for needs in (["cancel_detainer"], ["release", "bond"], ["stay_of_removal"]):
            html = screen("details", "field_office", needs=needs, custody="jail_with_detainer", role=role)
            for name in re.findall(r'name="([^"]*)"', html):
                assert not re.search("status|charge|arrest|entry|crime", name)


def test_what_a_person_typed_does_not_look_like_the_words_of_the_group() -> None:
    """Those alone have the class that sets them apart in a box; in a line of a letter it lay over the line above."""
    html = screen("packet", "field_office", typed={"name": "Zo\u00eb"})
    assert "<bdi>Zo\u00eb</bdi>" in html
    assert 'class="own"' not in html
