"""What goes out, as sentences: each held over the worked cases and over every channel."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import icalendar
import pytest

from tests.packets import CASES, CHANNELS, DETAILS, NOW, SEEN_AS, TODAY, details_for, intake_for, packet_for
from wizard.cards import LETTERS, Channel, Item
from wizard.centers import centers
from wizard.hours import line_hours
from wizard.intake import Intake, check_intake
from wizard.languages import languages
from wizard.library import Fact, Standing, facts, statements
from wizard.packet import FaultyDetailsError, Packet
from wizard.packet import screens as packet_screens
from wizard.packet.as_text import as_text
from wizard.packet.case import Case
from wizard.packet.case_file import typed_of
from wizard.packet.document import Document, Mark, Table
from wizard.packet.fields import Field, fields_of
from wizard.packet.letter_head import subject
from wizard.packet.letter_person import IDENTITY
from wizard.packet.letters import file_name, to_read
from wizard.packet.phrases import exhibit_letter
from wizard.packet.readiness import Point, State, is_ready, readiness
from wizard.questions import Need, Role
from wizard.wording import wording

ENGLISH, SPANISH = wording("en"), wording("es")


def intakes() -> Iterator[tuple[str, Intake]]:
    """The worked cases, and an intake for each channel."""
    for case in CASES:
        yield case["id"], check_intake(case["intake"], TODAY)
    for channel in CHANNELS:
        yield channel, intake_for(channel)
        yield f"{channel} by a pastor", intake_for(channel, role="organization")
    yield "near", intake_for("field_office", removal_imminent=True, role="family_or_friend")
    yield "changed", intake_for("field_office", local_request="answered", facts_changed=True, needs=["cancel_detainer"])


EVERY = pytest.mark.parametrize("intake", [intake for _, intake in intakes()], ids=[name for name, _ in intakes()])


def only_letter(packet: Packet) -> tuple[Case, str]:
    """The one letter of *packet* as text, and what it was written from."""
    (document,) = packet.letters
    (case,) = packet.cases
    return case, as_text(document)


def letter_text(channel: str, language: str = "en", **changes: Any) -> str:
    """The letter to *channel*."""
    packet = packet_for(intake_for(channel, **changes), language=language)
    return as_text((packet.letters if language == "en" else packet.mirrors)[0])


def seen_in(text: str) -> set[str]:
    """The details that stand in *text*."""
    return {name for name, words in SEEN_AS.items() if any(word in text for word in words)}


def own_words(document: Document) -> list[str]:
    """Every run of a person's own words."""
    blocks = [block for block in document.blocks if not isinstance(block, Table)]
    return [run.text for block in blocks for run in block.runs if run.mark is Mark.OWN]


@EVERY
@pytest.mark.parametrize("language", languages())
def test_every_case_has_a_letter_or_a_script_for_each_channel_that_takes_one(intake: Intake, language: str) -> None:
    """And a checklist with the log, also where there is nothing to send."""
    packet = packet_for(intake, language=language)
    written = [sheet for case in packet.cases if case.card.channel in LETTERS for sheet in case.sheets]
    names = [file_name(sheet) for sheet in written]
    assert [document.name for document in packet.letters] == names
    mirrors = [] if language == "en" else [to_read(name, language) for name in names]
    assert [document.name for document in packet.mirrors] == mirrors
    assert packet.checklist.blocks
    for case in packet.cases:
        called = f"call-{case.card.channel.value.replace('_', '-')}" in {call.name for call in packet.calls}
        assert called == (case.card.channel not in {Channel.REVIEWING_OFFICIAL, Channel.OPLA})


@EVERY
def test_a_letter_holds_every_detail_that_its_card_asks_for_and_no_other(intake: Intake) -> None:
    """With all details given."""
    packet = packet_for(intake, language="es")
    texts = {document.name: as_text(document) for document in packet.documents}
    for case in packet.cases:
        asked = set(map(str, fields_of(case.card, case.role, case.custody)))
        if case.card.channel in LETTERS:
            names = [file_name(sheet) for sheet in case.sheets]
            for written in (names, [to_read(name, "es") for name in names]):
                assert seen_in("\n".join(texts[name] for name in written)) == asked - UNSEEN
        if call := texts.get(f"call-{case.card.channel.value.replace('_', '-')}"):
            assert seen_in(call) == spoken(case)


UNSEEN = {"words_in_english", "interpreter"}
"""What is ticked, and shows in a letter only by what else is in it."""


def spoken(case: Case) -> set[str]:
    """What is said on a call: nothing of a person where it is only for an address, or a stranger asks in general."""
    if case.card.channel is Channel.FIELD_OFFICE and not case.near:
        return set()
    if case.card.needs == (Need.GENERAL_QUESTION,) and case.role in {Role.PUBLIC, Role.LAW_ENFORCEMENT}:
        return {"facts"}
    said = {"name", "a_number"} | ({"removal_date"} if case.near else set())
    said |= {"center"} if case.held and case.speaks_for_another else set()
    return said | ({"facts"} if case.card.channel is Channel.DETENTION_LINE else set())


@EVERY
def test_words_for_one_letter_stand_in_no_other(intake: Intake) -> None:
    """And in no other paper; the words of a supporter are in their own letter alone."""
    packet = packet_for(intake, language="es")
    for document in packet.documents:
        channel = document.name.removeprefix("to-read-es-").partition("-")[2].replace("-", "_")
        words = re.findall(r"(?:Facts|Request|Exhibit)-\w+ of (\w+)\.", as_text(document))
        assert set(words) <= {channel}
        assert not (words and document.name.endswith("letter-" + channel) and len(packet.letters) > len(packet.cases))


@EVERY
def test_nothing_of_a_person_is_in_a_letter_but_what_they_typed(intake: Intake) -> None:
    """The rest of a letter is the same whoever it is about."""
    packet = packet_for(intake)
    typed = "\n".join(typed_of(DETAILS).values())
    for document in packet.letters:
        for words in own_words(document):
            assert words in {*typed.split("\n"), "A-023-456-789", "February 29, 1988", HELPER, ""}


HELPER = f"{DETAILS['sender_name']}, {DETAILS['sender_organization']}"


def test_no_letter_to_the_reviewing_official_unless_the_card_is_theirs() -> None:
    """The right order is guarded: first the field office (R24, R28)."""
    for local_request in ("none", "pending"):
        packet = packet_for(intake_for("reviewing_official", local_request=local_request))
        assert "letter-reviewing-official" not in {document.name for document in packet.letters}
    assert not packet_for(intake_for("no_basis_for_reviewing_official")).letters
    assert packet_for(intake_for("reviewing_official")).letters[0].name == "letter-reviewing-official"


def test_two_asks_for_two_offices_make_two_letters_and_two_asks_for_one_make_one() -> None:
    """R37."""
    two = packet_for(intake_for("reviewing_official", needs=["release", "bond"]))
    assert [document.name for document in two.letters] == ["letter-reviewing-official", "letter-opla"]
    assert "bond" not in as_text(two.letters[0])
    assert "release from custody" not in as_text(two.letters[1])
    one = packet_for(intake_for("reviewing_official", needs=["release", "stay_of_removal"]))
    assert len(one.letters) == 1
    each = f"{ENGLISH('packet.letter.request_lead_several')}\n\n- release from custody\n- stay of removal\n"
    assert each in as_text(one.letters[0])


def test_a_review_alone_is_no_form_of_discretion() -> None:
    """R41 asks for the form: where the need names none, the person's own words do, and without them it is missing."""
    review = intake_for("field_office", needs=["case_review"])
    text = as_text(packet_for(review).letters[0])
    assert f"{ENGLISH('packet.letter.sought')} Request-words of field_office.\n" in text
    for words in ("One line.\nAnd another.", "Long. " * 30, ""):
        long = as_text(packet_for(review, typed_of({"requests": {"field_office": words}})).letters[0])
        assert f"{ENGLISH('packet.letter.sought')} {ENGLISH('packet.letter.sought_below')}\n" in long
    assert f"{ENGLISH('packet.letter.review_lead')}\n\nRequest-words" in text
    for typed, there in ((None, True), ({}, False)):
        (point,) = [p for p in readiness(packet_for(review, typed).cases[0]) if p.item is Item.DISCRETION_SOUGHT]
        assert point.there is there


def test_what_was_overlooked_stands_in_three_parts_with_blanks() -> None:
    """R25: an empty part is a blank, and never runs into the next."""
    typed = typed_of({"overlooked_factors": {"which": "The cancer", "answer": "Nothing"}})
    text = as_text(packet_for(intake_for("reviewing_official"), typed).letters[0])
    which, where, answer = (ENGLISH("packet.letter", f"overlooked_{part}") for part in ("which", "where", "answer"))
    blank = "_" * 74
    assert f"{which}\n\nThe cancer\n\n{where}\n\n{blank}\n\n{answer}\n\nNothing\n" in text
    assert which in as_text(
        packet_for(intake_for("reviewing_official"), typed_of({"overlooked_factors": "x"})).letters[0]
    )


def test_whoever_writes_for_another_gives_a_way_to_answer_of_their_own() -> None:
    """The telephone above is that of the person."""
    for channel in ("field_office", "reviewing_official", "opla"):
        for role, shown in (("family_or_friend", True), ("self", False)):
            for typed, way in ((None, DETAILS["sender_contact"]), ({}, "____")):
                text = as_text(packet_for(intake_for(channel, role=role), typed).letters[0])
                assert (f"{ENGLISH('packet.letter.row.sender_contact')} {way}" in text) is shown
    for typed, way in ((None, DETAILS["sender_contact"]), ({}, "____")):
        assert f"{ENGLISH('packet.letter.reply')} {way}" in as_text(packet_for(intake_for("opla"), typed).letters[0])


def test_whose_telephone_and_email_it_is_stands_beside_them() -> None:
    """A relative's number once stood in a letter as the detained person's."""
    for channel in ("field_office", "reviewing_official"):
        text = letter_text(channel, role="family_or_friend")
        assert f"Telephone number of the person: {DETAILS['telephone']}\n" in text
        assert f"Email address of the person: {DETAILS['email']}\n" in text
        assert f"Writer's telephone or email: {DETAILS['sender_contact']}\n" in text


def test_nobody_is_named_only_to_be_told_an_address() -> None:
    """The stop card says to get advice before ICE is told a name."""
    for language in languages():
        (call,) = packet_for(intake_for("field_office", known_to_ice="no_case"), language=language).calls
        assert wording(language)("packet.call.nameless") in as_text(call)
        assert not any(words in as_text(call) for words in (*SEEN_AS["name"], *SEEN_AS["a_number"]))


def test_the_checklist_says_danger_first_then_where_to_turn() -> None:
    """With the numbers; and what to look at before something is sent, only where something is."""
    danger = intake_for("detention_line", needs=["assault_or_abuse", "release"], emergency=True, local_request="none")
    text = as_text(packet_for(danger).checklist)
    to_do = text[text.index(ENGLISH("packet.checklist.to_do")) :]
    assert to_do.index(facts()["emergency_number"].value) < to_do.index(facts()["line_number"].value)
    for channel in ("detention_line", "field_office"):
        text = as_text(packet_for(intake_for(channel)).checklist)
        assert (ENGLISH("packet.checklist.before") in text) is (channel == "field_office")


def test_the_checklist_goes_the_order_of_the_result() -> None:
    """Who is not found is looked for first: a form that goes to the office that has custody comes after."""
    text = as_text(packet_for(intake_for("field_office", needs=["release", "find_a_person"])).checklist)
    assert text.index(ENGLISH("outside.find_a_person.title")) < text.index(ENGLISH("card.field_office.title"))


@pytest.mark.parametrize("language", languages())
def test_whoever_tells_the_line_of_a_trouble_asks_it_for_something(language: str) -> None:
    """Whoever only asks has nothing else to ask for."""
    for needs, asked in (["detention_problem"], True), (["case_information"], False):
        (call,) = packet_for(intake_for("detention_line", needs=needs), language=language).calls
        assert (ENGLISH("packet.call.help") in as_text(call)) is asked
        assert (wording(language)("packet.call.help") in as_text(call)) is asked


def test_the_items_stand_in_the_order_of_the_page() -> None:
    """R41, and the three parts of R46 after it."""
    text = letter_text("reviewing_official")
    labels = [ENGLISH("packet.letter.row", item.value) for item in IDENTITY]
    labels += [
        ENGLISH("packet.letter.sought"),
        ENGLISH.around("packet.letter.prior_request", "date", what="release from custody")[0],
        ENGLISH("packet.letter.prior_office"),
        ENGLISH("packet.letter.outcome"),
        ENGLISH("packet.letter.facts"),
        ENGLISH("packet.letter.request"),
        ENGLISH("packet.letter.documents"),
        ENGLISH("packet.letter.enclosures"),
        ENGLISH("packet.letter.signature"),
    ]
    places = [text.index(f"\n{label}") for label in labels]
    assert places == sorted(places)


def test_detention_or_a_near_removal_stands_first_in_the_subject_line() -> None:
    """R49: held by ICE, or about to be removed; a county jail is not ICE custody."""
    assert "\nSubject: DETAINED BY ICE - Request" in letter_text("reviewing_official")
    assert "\nSubject: DETAINED BY ICE - Request" in letter_text("field_office")
    jail = letter_text("reviewing_official", custody="jail_with_detainer", removal_imminent=True)
    assert "\nSubject: REMOVAL IMMINENT December 1, 2026 - Request" in jail
    both = letter_text("field_office", removal_imminent=True)
    assert "\nSubject: DETAINED BY ICE - REMOVAL IMMINENT December 1, 2026 - Request" in both
    assert "DETAINED" not in letter_text("reviewing_official", custody="jail_with_detainer")
    taken = letter_text("field_office", custody="taken_place_unknown", role="family_or_friend")
    assert "\nSubject: TAKEN INTO CUSTODY BY ICE, PLACE NOT KNOWN TO THE WRITER - Request" in taken
    assert "\nWhere the person is: taken into custody by ICE, place not known to the writer\n" in taken
    assert ENGLISH("packet.letter.facility") not in taken


@pytest.mark.parametrize("role", ["self", "family_or_friend", "organization"])
@pytest.mark.parametrize("channel", ["field_office", "field_office_follow_up", "reviewing_official", "opla"])
def test_a_removal_that_is_near_is_the_first_line_with_its_date_or_a_blank_for_it(channel: str, role: str) -> None:
    """And why the date matters, in one sentence; nowhere a box to tick."""
    needs = {"needs": ["join_motion_to_reopen"]} if channel == "opla" else {}
    intake = intake_for(channel, removal_imminent=True, role=role, **needs)
    for typed, day in ((None, "December 1, 2026"), ({}, "________________________")):
        packet = packet_for(intake, typed)
        assert len(packet.letters) == (2 if role == "organization" else 1)
        for document in packet.letters:
            text = as_text(document)
            asked = "an answer" if document.name == "letter-field-office-follow-up" else "a decision"
            assert text.startswith(f"REMOVAL IMMINENT, on this date: {day}. I ask for {asked} before that date.\n\n")
            assert re.search(r"\nSubject: .*REMOVAL IMMINENT", text)
            assert "[ ] REMOVAL" not in text


def test_where_no_removal_is_near_no_letter_speaks_of_one() -> None:
    """Neither as a box to tick; where ICE's lawyers are asked, only where somebody said so."""
    for channel in (channel.value for channel in LETTERS):
        for document in packet_for(intake_for(channel, custody="not_detained"), language="es").documents:
            assert "IMMINENT" not in as_text(document)
            assert "INMINENTE" not in as_text(document)


def test_the_subject_names_what_is_asked() -> None:
    """After the status, before the number; each request by its own name."""
    for channel, needs, asked in (
        ("field_office", ["release"], "Request for release from custody"),
        ("field_office", ["case_review", "cancel_detainer"], "Request for case review, cancellation of the detainer"),
        ("field_office", ["stay_of_removal"], "Cover letter to Form I-246: request for a stay of removal"),
        ("field_office_follow_up", ["release"], "Request for an answer to the request for release from custody"),
        ("reviewing_official", ["release"], "Request for ICE Case Review (ICR): release from custody"),
        ("reviewing_official", ["case_review"], "Request for ICE Case Review (ICR)"),
        ("opla", ["bond", "continuance"], "Request for agreement to bond, agreement to a continuance"),
    ):
        text = letter_text(channel, needs=needs)
        assert f"\nSubject: DETAINED BY ICE - {asked} - A-023-456-789 - {DETAILS['name']}\n" in text


def test_a_stay_has_a_cover_letter_to_its_form() -> None:
    """Title and opening say so; the form is ticked only where it is there, and papers that show who it is are named."""
    stay = letter_text("field_office", needs=["stay_of_removal"])
    assert stay.startswith("Cover letter to Form I-246: request for a stay of removal\n")
    assert "\nThis is the cover letter to Form I-246, Application for a Stay of Deportation or Removal." in stay
    assert (
        "\n[x] Form I-246, Application for a Stay of Deportation or Removal, with the fee\n[x] Papers that show who"
        in stay
    )
    without = letter_text("field_office", needs=["stay_of_removal"], missing_items=["form_i246"])
    assert "\n[ ] Form I-246, Application" in without
    assert "\n[ ] Papers that show who" in without
    both = letter_text("field_office", needs=["release", "stay_of_removal"])
    assert both.startswith(
        "Cover letter to Form I-246: request for a stay of removal, and request for release from custody\n"
    )
    assert "I ask for a stay of removal. I ask the local ICE field office to review this case" in both
    for channel in ("reviewing_official", "field_office_follow_up"):
        text = letter_text(channel, needs=["stay_of_removal"])
        assert "A stay of removal is asked for on Form I-246." in text
        assert "\n[x] Copy of the Form I-246 that was filed\n" in text
        assert "Papers that show who" not in text
    assert "I-246" not in letter_text("field_office")


def test_the_earlier_request_is_named_and_only_as_what_it_was() -> None:
    """After the window, without a date, with new proof, after changed facts, and to the reviewing official."""
    answered = {"local_request": "answered"}
    history = "was submitted to the local ICE field office on June 3, 2022.\n"
    situations: tuple[tuple[str, dict[str, Any]], ...] = (
        ("field_office", {"local_response_date": "2023-01-10"}),
        ("field_office", {"local_response_date": "unknown"}),
        ("field_office", {"evidence_not_submitted": True}),
        ("field_office", {"facts_changed": True}),
        ("reviewing_official", {}),
    )
    for channel, changes in situations:
        text = letter_text(channel, **answered, **changes)
        assert f"\nA request for release from custody {history}" in text
        assert "case review was" not in text.lower()
        review = letter_text(channel, **answered, **changes, needs=["case_review"])
        assert "\nA case review was previously submitted to the local ICE field office on June 3, 2022." in review
        both = letter_text(channel, **answered, **changes, needs=["case_review", "release", "stay_of_removal"])
        what = "A case review, with a request for release from custody and stay of removal, was previously submitted"
        assert f"\n{what} to the local ICE field office on" in both
    assert "earlier request" not in letter_text("field_office").lower()


def test_what_the_earlier_request_did_not_ask_for_is_new() -> None:
    """One letter to the local office may hold both: after the window the release again, and the stay for once."""
    after = {"local_request": "answered", "local_response_date": "2023-01-10"}
    text = letter_text("field_office", **after, needs=["release", "stay_of_removal"], local_request_needs=["release"])
    assert "\nA request for release from custody was submitted to the local ICE field office on" in text
    assert "- release from custody\n- stay of removal\n" in text
    none = letter_text("field_office", **after, needs=["release", "stay_of_removal"], local_request_needs=[])
    assert "was submitted" not in none


def test_proof_that_the_office_has_not_seen_is_named_by_its_letter() -> None:
    """The first exhibit; without one, a blank."""
    new = intake_for("field_office", local_request="answered", evidence_not_submitted=True)
    assert "\nThis holds proof that your office has not seen: Exhibit A.\n" in as_text(packet_for(new).letters[0])
    blank = as_text(packet_for(new, {}).letters[0])
    assert "\nThis holds proof that your office has not seen: ________________________.\n" in blank
    assert "has not seen" not in letter_text("field_office")


def test_the_office_that_was_asked_follows_from_the_place() -> None:
    """Where it leads to one office; in letters back to that office too."""
    colorado: dict[str, Any] = {"place": {"state": "CO"}}
    back: dict[str, Any] = {"local_request": "answered", "facts_changed": True}
    for text in (letter_text("reviewing_official", **colorado), letter_text("field_office", **colorado, **back)):
        assert "\nLocal ICE field office that was asked: Denver Field Office\n" in text
    for place in (None, {"state": "TX"}, {"state": "AS"}):
        assert "\nLocal ICE field office that was asked: ____" in letter_text("reviewing_official", place=place)


def test_a_detainer_has_rows_for_what_the_office_looks_for() -> None:
    """The booking number as told; of charges and release nothing is asked."""
    text = letter_text("field_office", needs=["cancel_detainer"], custody="jail_with_detainer")
    assert f"\nDetention center or jail: {DETAILS['center']}\n" in text
    assert f"\nBooking number: {DETAILS['booking_number']}\nCharges, or how they ended: ____" in text
    assert "\nExpected release from the jail: ____" in text
    assert "\n[ ] Copy of Form I-247A (immigration detainer)\n" in text
    assert "Charges" not in letter_text("field_office")


def test_facts_are_followed_by_the_letters_of_the_exhibits() -> None:
    """Many as the first to the last; without facts each line has room for a letter."""
    for count, named in ((1, "Exhibit A"), (2, "Exhibit A, Exhibit B"), (7, "Exhibit A to Exhibit G")):
        typed = {"facts": "A fact (Exhibit A).", "exhibits": "\n".join(f"Paper {number}" for number in range(count))}
        text = as_text(packet_for(intake_for("field_office"), typed).letters[0])
        assert f"A fact (Exhibit A).\n\nExhibits, as listed below: {named}\n" in text
    assert "____ Exhibit: ______\n" in as_text(packet_for(intake_for("field_office"), {}).letters[0])


def test_a_hearing_is_named_with_its_date_only_where_one_was_told() -> None:
    """To ICE's lawyers, and why it matters; else a row that says: if one is set."""
    assert "\nThe next hearing is on January 19, 2027. I ask for an answer before that date.\n" in letter_text("opla")
    without = as_text(packet_for(intake_for("opla"), {}).letters[0])
    assert "\nNext hearing, if one is set: ____" in without
    assert "The next hearing is on" not in without


def test_an_interpreter_signs_only_where_one_helped() -> None:
    """Else a second sheet would hold that part alone."""
    intake = intake_for("field_office")
    assert "interpret" not in as_text(packet_for(intake).letters[0]).lower()
    assert "\nInterpreter\n\nI am able to interpret" in as_text(packet_for(intake, {"interpreter": "on"}).letters[0])


def test_words_in_another_language_say_that_their_translation_is_attached() -> None:
    """Each part by itself, and the enclosures; not where the words are in English, or nothing was said."""
    intake = intake_for("reviewing_official")
    typed = typed_of({**details_for(intake), "words_in_english": False})
    packet = packet_for(intake, typed, "es")
    english, spanish = as_text(packet.letters[0]), as_text(packet.mirrors[0])
    assert english.count("\nEnglish translation attached.\n") == 5
    assert spanish.count(f"\n{SPANISH('packet.letter.translation_attached')}\n") == 5
    assert f"[ ] {ENGLISH('packet.letter.enclosed.translation')}" in english
    for told, language in ((None, "es"), (typed, "en"), ({"name": "Ana"}, "es")):
        other = packet_for(intake, told, language)
        assert "translation attached" not in as_text(other.letters[0])
        assert other.certificate is None
    assert f"[ ] {ENGLISH('packet.letter.enclosed.exhibits_translated')}" in letter_text("reviewing_official")


def test_each_translated_paper_has_a_certificate_of_its_own() -> None:
    """One for the words of each letter and one for each exhibit, in English, with what the law asks for."""
    intake = intake_for("reviewing_official", needs=["release", "bond"])
    packet = packet_for(intake, typed_of({**details_for(intake), "words_in_english": False}), "es")
    assert packet.certificate is not None
    assert (packet.certificate.name, packet.certificate.language) == ("translator-certificate", "en")
    text = as_text(packet.certificate)
    assert text.count("I am competent to translate into English from this language: ____") == 6
    assert text.count("I certify that the English translation attached is complete and accurate.") == 6
    for sign in ("Signature:", "Date:", "Name in print:", "Address:"):
        assert text.count(f"{sign} ____") == 6
    for channel in ("reviewing_official", "opla"):
        assert f"The paper that was translated: Exhibit-letter of {channel}.\n" in text
    assert text.count(f"It is about: A-023-456-789, {DETAILS['name']}\n") == 6
    assert "translator-certificate.docx" in packet.names


@pytest.mark.parametrize("role", ["organization", "public", "law_enforcement"])
@pytest.mark.parametrize("channel", ["field_office", "field_office_follow_up", "reviewing_official", "opla"])
def test_a_stranger_writes_in_their_own_name_and_the_request_is_the_persons(channel: str, role: str) -> None:
    """Two papers, whose names say which is which; the stranger's words are not the person's."""
    packet = packet_for(intake_for(channel, role=role))
    support, own = (as_text(document) for document in packet.letters)
    kebab = channel.replace("_", "-")
    assert [document.name for document in packet.letters] == [f"support-{kebab}", f"letter-{kebab}"]
    assert support.startswith("Letter of support\n")
    assert "\nI write in my own name, in support of the person named below.\n" in support
    assert f"Facts-first of {channel}." in support
    assert f"Request-words of {channel}." in support
    assert f"\nName in print: {DETAILS['sender_name']}\n" in support
    assert not seen_in(own) & {"facts", "request", "exhibits", "local_outcome", "overlooked_factors", "what_changed"}
    points = [readiness(sheet) for sheet in packet.cases[0].sheets]
    assert all(is_ready(found) for found in points)
    assert not {point.state for point in points[0]} & {State.BY_HAND}
    assert {State.BY_HAND} <= {point.state for point in points[1]} or channel in {"field_office_follow_up", "opla"}
    assert f"\nName in print: {DETAILS['name']}\nPrepared with the help of, if anyone helped: ____" in own
    assert not seen_in(own) & {"sender_name", "sender_organization", "sender_contact"}
    assert ("\nWrites as: " in support) == (role == "public")
    assert "Who writes this letter" not in own


def test_legal_access_is_asked_for_by_whoever_writes() -> None:
    """One letter, as before."""
    packet = packet_for(intake_for("field_office_legal_access", role="organization"))
    assert [document.name for document in packet.letters] == ["letter-field-office-legal-access"]


def test_family_may_add_the_persons_own_signature() -> None:
    """If it can be had; nobody else's letter has that line."""
    line = "Signature or consent of the person, if it can be had:\n\nSignature: ____"
    assert line in letter_text("field_office", role="family_or_friend")
    for role in ("self", "attorney", "organization"):
        assert line not in letter_text("field_office", role=role)


def test_a_missing_privacy_form_stops_no_letter() -> None:
    """It can go: ICE then tells the writer nothing. Any other paper that is missing stops it."""
    for missing, ready in (("form_60_001", True), ("copy_of_local_request", False)):
        intake = intake_for("reviewing_official", role="family_or_friend", missing_items=[missing])
        packet = packet_for(intake)
        points = readiness(packet.cases[0])
        assert is_ready(points) is ready
        (point,) = [point for point in points if point.item == missing]
        assert point.state is (State.WITHOUT if ready else State.MISSING)
        told = ENGLISH("packet.screen", point.state)
        assert f"[ ] {told}: {ENGLISH('item', missing)}\n" in as_text(packet.checklist)


def test_a_call_before_a_removal_says_so_first_and_asks_how_papers_can_come_in_time() -> None:
    """In plain words, and by name; that ICE may keep the caller's name stands above."""
    for channel in ("field_office", "field_office_follow_up"):
        packet = packet_for(intake_for(channel, removal_imminent=True, role="family_or_friend"))
        said = as_text(packet.calls[0]).partition(ENGLISH("packet.call.say"))[2]
        first = said.index("A removal is near. The date is: December 1, 2026\n")
        assert said.index(ENGLISH("beware.sender_named.lead")) < first < said.index(DETAILS["name"])
        asked = said.partition(ENGLISH("packet.call.ask"))[2]
        assert asked.strip().startswith("How can papers reach this office today?")
    far = as_text(packet_for(intake_for("field_office")).calls[0])
    assert ENGLISH("beware.sender_named.lead") not in far
    assert "today" not in far


def test_the_checklist_says_what_a_near_removal_and_a_stay_want() -> None:
    """Before everything else; and of the form where, how, and what it does not stop."""
    packet = packet_for(intake_for("field_office", needs=["stay_of_removal"], removal_imminent=True))
    text = as_text(packet.checklist)
    assert text.index(ENGLISH("interlude.removal_near.title")) < text.index(ENGLISH("packet.checklist.to_do"))
    assert ENGLISH("card.field_office.title_stay") in text
    for law in ("stay_regulation", "stay_instructions", "stay_risk"):
        for line in ENGLISH.lines("law", law):
            assert line in text
    plain = as_text(packet_for(intake_for("field_office")).checklist)
    assert "I-246" not in plain
    assert ENGLISH("interlude.removal_near.title") not in plain


def test_what_is_missing_is_a_blank_that_can_be_seen() -> None:
    """Every label with nothing after it has a line to write on."""
    packet = packet_for(intake_for("reviewing_official", role="attorney"), {})
    text = as_text(packet.letters[0])
    assert not [line for line in text.split("\n") if line.endswith(": ")]
    assert own_words(packet.letters[0]) == []
    for field in ("name", "a_number", "date_of_birth", "country_of_birth", "telephone", "email"):
        assert f"{ENGLISH('packet.letter.row', field)} ____" in text


def test_no_email_is_said_and_not_left_blank() -> None:
    """An answer is an answer."""
    packet = packet_for(intake_for("field_office"), {"email.none": "on"}, "es")
    assert "Email address of the person: none\n" in as_text(packet.letters[0])
    assert "Correo electrónico de la persona: no tiene\n" in as_text(packet.mirrors[0])


def test_no_telephone_is_said_and_is_not_missing() -> None:
    """Who is held often has none; then the letter can go."""
    packet = packet_for(intake_for("field_office"), {"telephone.none": "on"}, "es")
    assert "Telephone number of the person: none\n" in as_text(packet.letters[0])
    assert "Número de teléfono de la persona: no tiene\n" in as_text(packet.mirrors[0])
    told = {point.item: point.state for point in readiness(packet.cases[0])}
    assert (told[Item.TELEPHONE], told[Item.EMAIL]) == (State.THERE, State.MISSING)


def test_who_signs_a_letter_of_their_own_knows_where_they_are() -> None:
    """Only someone else says that the place is not known to the writer."""
    taken = {"custody": "taken_place_unknown"}
    told = letter_text("field_office", role="family_or_friend", **taken)
    assert told.count("not known to the writer") + told.count("NOT KNOWN TO THE WRITER") == 2
    own = letter_text("field_office", role="self", **taken)
    assert "not known to the writer" not in own.casefold()
    assert "Subject: DETAINED BY ICE - " in own
    helped = packet_for(intake_for("field_office", role="organization", **taken)).letters
    assert ["not known to the writer" in as_text(one).casefold() for one in helped] == [True, False]


def test_a_request_is_not_younger_than_its_answer() -> None:
    """The form says so beside the day; on the same day it can be."""
    intake = intake_for("reviewing_official", local_response_date="2024-03-05")
    day = {"local_request_date.month": "3", "local_request_date.year": "2024"}
    packet_for(intake, {**day, "local_request_date.day": "5"})
    with pytest.raises(FaultyDetailsError) as fault:
        packet_for(intake, {**day, "local_request_date.day": "6"})
    assert fault.value.faults == {"local_request_date": "packet.error.date.after_answer"}


def test_a_day_that_has_come_is_not_spoken_of_as_ahead() -> None:
    """Yesterday can still be today where the person is; but no decision comes before it."""
    near = {"removal_imminent": True, "needs": ["release"]}
    for day, said in ((23, "before the removal."), (24, "before the removal."), (25, "before that date.")):
        typed = {"removal_date.day": str(day), "removal_date.month": "11", "removal_date.year": "2026"}
        text = as_text(packet_for(intake_for("field_office", **near), typed).letters[0])
        assert f"November {day}, 2026. I ask for a decision {said}\n" in text


def test_words_in_another_language_are_not_ready_without_their_translation() -> None:
    """It is named as what is still to put with the letter; it stops no letter."""
    packet = packet_for(intake_for("field_office"), {"facts.field_office": "Vivo aquí."}, "es")
    states = [point.state for point in readiness(packet.cases[0])]
    assert states.count(State.TO_ADD) == 1
    assert is_ready((Point("x", State.TO_ADD),))
    assert State.TO_ADD not in [point.state for point in readiness(packet_for(intake_for("field_office")).cases[0])]


def test_a_follow_up_without_the_day_of_the_request_says_what_is_missing() -> None:
    """Though the proof of that day is a paper that is there."""
    points = readiness(packet_for(intake_for("field_office_follow_up"), {}).cases[0])
    missing = {point.text for point in points if point.state is State.MISSING}
    assert "packet.field.local_request_date.label" in missing


def test_a_call_names_the_office_its_telephone_and_the_form_of_a_stay() -> None:
    """With the standing of each; and says who we are not."""
    place = {"place": {"state": "GA"}, "needs": ["stay_of_removal"], "removal_imminent": True}
    call = as_text(next(d for d in packet_for(intake_for("field_office", **place)).others if d.name.startswith("call")))
    assert ENGLISH("ui.not_government") in call
    assert re.search(r"\n- Phone: \(\d{3}\) \d{3}-\d{4} \(", call)
    assert "I want to hand in Form I-246, for a stay of removal, at this office today." in call


@pytest.mark.parametrize("role", ["self", "family_or_friend"])
@pytest.mark.parametrize("near", [True, False])
@pytest.mark.parametrize("language", languages())
def test_a_call_about_a_stay_begins_with_a_lawyer_and_what_may_happen(language: str, role: str, near: bool) -> None:  # noqa: FBT001
    """Above all else: whoever asks and however far the removal is. Any other call has no such beginning."""
    say, stay = wording(language), {"needs": ["stay_of_removal"], "role": role, "removal_imminent": near}
    call = as_text(packet_for(intake_for("field_office", **stay), language=language).calls[0])
    assert call.startswith(f"{say('packet.call.lawyer_first')}\n\n{say('beware.sender_named.lead')} ")
    top = call.partition(say("packet.call.title.field_office"))[0]
    assert say.lines("law", "stay_risk")[0] in top
    assert call.count(say("beware.sender_named.lead")) == 1
    other = as_text(packet_for(intake_for("field_office", **stay | {"needs": ["release"]}), language=language).calls[0])
    assert other.startswith(say("packet.call.title.field_office"))


def test_the_first_box_of_a_stay_or_a_near_removal_is_a_lawyer() -> None:
    """And whom a lawyer can ask; the form and the letter come after."""
    for needs, near, first in (
        (["stay_of_removal"], False, True),
        (["release"], True, True),
        (["release"], False, False),
    ):
        packet = packet_for(intake_for("field_office", needs=needs, removal_imminent=near))
        boxes = [line for line in as_text(packet.checklist).split("\n") if line.startswith("[ ] ")]
        assert boxes[0].startswith(f"[ ] {ENGLISH('packet.checklist.lawyer_today')}") is first
        assert (facts()["free_legal_help"].value in boxes[0]) is first
        assert (ENGLISH.lines("law", "stay_by_a_court")[0] in as_text(packet.checklist)) is first


@pytest.mark.parametrize("channel", ["detention_line", "field_office", "field_office_legal_access"])
def test_the_center_and_its_numbers_stand_on_call_and_checklist(channel: str) -> None:
    """Each with its mark; also of a center whose name was written, and of none where the place is another."""
    center = centers()["south-texas-pearsall"]
    numbers = [value for _, value in center.numbers()]
    assert numbers
    packet = packet_for(intake_for(channel, place={"center": center.id}))
    typed = packet_for(intake_for(channel, role="family_or_friend"), typed_of({"center": f"{center.name}, Pearsall"}))
    for paper in (*packet.calls, packet.checklist, *typed.calls, typed.checklist):
        (at,) = [number for number, line in enumerate(as_text(paper).split("\n")) if line.startswith(center.name)]
        lines = as_text(paper).split("\n")[at + 1 :]
        told = [line for line in lines if any(value.value in line for value in numbers)]
        assert len(told) == len(numbers)
        for line, value in zip(told, numbers, strict=True):
            assert (ENGLISH("standing", value.standing.value) in line) is (value.standing is not Standing.CONFIRMED)
    for place in (None, {"state": "TX"}):
        assert center.name not in as_text(packet_for(intake_for(channel, place=place)).checklist)


def test_a_call_to_the_line_says_what_to_do_while_it_is_closed() -> None:
    """On the script and on the checklist; not where only a question is asked, or another number is called."""
    for channel, needs, told in (
        ("detention_line", ["detention_problem"], True),
        ("detention_line", ["general_question"], False),
        ("field_office", ["release"], False),
    ):
        packet = packet_for(intake_for(channel, needs=needs))
        for paper in (packet.calls[0], packet.checklist):
            assert (ENGLISH("ui.line_closed") in as_text(paper)) is told
            for line in ENGLISH.lines("card.detention_line.closed"):
                assert (line in as_text(paper)) is told


def test_a_question_is_no_report() -> None:
    """Who asks has a question at hand, and not what happened in a detention center."""
    for need, asks in (("general_question", True), ("case_information", True), ("detention_problem", False)):
        packet = packet_for(intake_for("detention_line", needs=[need]))
        call = as_text(next(d for d in packet.others if d.name == "call-detention-line"))
        assert (ENGLISH("packet.call.question") in call) == asks
        assert (ENGLISH("packet.call.facts") in call) == (not asks)
        assert ("The name of the detention center" in call) == (not asks)


def test_the_checklist_tells_each_number_by_whose_it_is() -> None:
    """Beside ICE's line stand bodies that are not ICE's: nobody may take one for the other."""
    packet = packet_for(intake_for("detention_line", needs=["assault_or_abuse"]))
    told = as_text(next(d for d in packet.others if d.name == "checklist"))
    for fact in ("line_number", "oig_hotline", "opr_line"):
        assert f"{ENGLISH('fact', fact)}: {facts()[fact].value}" in told


def test_who_is_free_reads_again_on_paper_that_a_record_is_kept() -> None:
    """On the call script and on the checklist."""
    free = {"custody": "not_detained", "known_to_ice": "final_order", "needs": ["case_information"]}
    papers = {d.name: as_text(d) for d in packet_for(intake_for("detention_line", **free)).others}
    for name in ("call-detention-line", "checklist"):
        assert ENGLISH("beware.record_kept.lead") in papers[name]


def test_what_changed_is_asked_for_where_facts_changed() -> None:
    """R45: in a box and under a heading of its own; facts alone do not say what is new."""
    intake = intake_for("field_office", local_request="answered", facts_changed=True)
    heading = ENGLISH("packet.letter.changed")
    assert f"\n{heading}\n\nChanged-heart.\n" in as_text(packet_for(intake).letters[0])
    assert heading not in letter_text("field_office")
    for typed, state in ((None, State.THERE), ({"facts": "Facts."}, State.MISSING)):
        (point,) = [p for p in readiness(packet_for(intake, typed).cases[0]) if p.item is Item.WHAT_CHANGED]
        assert point.state is state


@pytest.mark.parametrize(
    ("role", "form", "organized"),
    [
        ("self", "", False),
        ("family_or_friend", "form_60_001", False),
        ("public", "form_60_001", False),
        ("organization", "form_60_001", True),
        ("law_enforcement", "form_60_001", True),
        ("attorney", "form_g28", True),
        ("accredited_representative", "form_g28", True),
    ],
)
def test_whoever_writes_is_named_and_the_form_that_fits_is_enclosed(role: str, form: str, organized: bool) -> None:  # noqa: FBT001
    """R38, R39; the person who writes for themselves signs with their own name."""
    text = "\n".join(as_text(document) for document in packet_for(intake_for("reviewing_official", role=role)).letters)
    enclosed = {name for name in ("form_g28", "form_60_001") if ENGLISH("packet.letter.enclosed", name) in text}
    assert enclosed == ({form} if form else set())
    assert ("Sender-Bao" in text) == (role != "self")
    assert ("Sender-Organization" in text) == organized
    strangers = ("public", "organization", "law_enforcement")
    signs = {"name"} if role == "self" else {"name", "sender_name"} if role in strangers else {"sender_name"}
    for who in ("name", "sender_name"):
        assert (f"\nName in print: {DETAILS[who]}\n" in text) is (who in signs)


def test_copies_are_ticked_only_where_the_person_has_them() -> None:
    """R42: a letter does not say that it encloses what is not there."""
    request, answer = Item.COPY_OF_LOCAL_REQUEST, Item.COPY_OF_LOCAL_RESPONSE
    text = letter_text("reviewing_official", missing_items=[answer.value])
    assert f"[x] {ENGLISH('packet.letter.enclosed', request.value)}" in text
    assert f"[ ] {ENGLISH('packet.letter.enclosed', answer.value)}" in text
    for typed, mark in ((None, "x"), ({}, " ")):
        for channel in ("reviewing_official", "field_office", "opla"):
            text = as_text(packet_for(intake_for(channel), typed).letters[0])
            assert f"\n[{mark}] {ENGLISH('packet.letter.enclosed.exhibits')}\n" in text


def test_where_the_person_is_follows_from_the_name_of_a_center_that_is_one_of_ices() -> None:
    """Chosen, or written so that it means that place and no other; any other name leaves a blank, and says no more."""
    for channel in ("reviewing_official", "field_office", "field_office_follow_up"):
        for name, told in (
            ("South Texas ICE Processing Center, Pearsall", "Pearsall, Frio County, Texas"),
            ("Stewart", "____"),
            ("Center-Ñ", "____"),
            ("", "____"),
        ):
            text = as_text(packet_for(intake_for(channel), typed_of({"center": name})).letters[0])
            assert f"\nWhere the person is: {told}" in text
        chosen = letter_text(channel, place={"center": "south-texas-pearsall"})
        assert "\nWhere the person is: Pearsall, Frio County, Texas\n" in chosen


@EVERY
def test_readiness_names_every_item_of_the_card_and_what_is_missing(intake: Intake) -> None:
    """All there with every detail, and nothing but what follows from the answers without any."""
    for case in packet_for(intake).cases:
        points = readiness(case)
        assert sorted(point.item for point in points if point.item) == sorted(case.card.include)
        lacking = {f"item.{item.value}" for item in intake.missing_items or ()}
        assert {point.text for point in points if point.state in {State.MISSING, State.WITHOUT}} <= lacking
        assert all(len(case.sheets) == 2 for point in points if point.state is State.BY_HAND)
    for case in packet_for(intake, {}).cases:
        papers = {"prior_request_statement", "discretion_sought"}
        there = {point.item.value for point in readiness(case) if point.there and point.item}
        assert there - papers <= {item.value for item in case.have}


def test_a_detail_that_cannot_be_taken_stops_the_packet_only_where_it_is_asked_for() -> None:
    """A bad email address is no reason not to call."""
    with pytest.raises(FaultyDetailsError) as refusal:
        packet_for(intake_for("field_office"), {"email": "Zacapa"})
    assert refusal.value.faults == {Field.EMAIL: "packet.error.email.form"}
    assert "Zacapa" not in str(refusal.value)
    assert packet_for(intake_for("detention_line"), {"email": "Zacapa"}).calls


def test_an_office_is_named_only_where_one_answers_and_its_address_only_where_it_is_confirmed() -> None:
    """A county that two sources give to two offices, and an address in conflict, leave a blank."""
    assert "Postal address: 126 Northpoint Drive" in letter_text(
        "field_office", place={"state": "TX", "county": "Harris"}
    )
    for place in (None, {"state": "TX"}, {"state": "TX", "county": "McLennan"}, {"state": "AS"}):
        text = letter_text("field_office", place=place)
        assert "\nField office: ____" in text
        assert "\nPostal address: ____" in text
    assert "Pearsall, TX 78061" in letter_text("opla", court_place={"court": "Pearsall"})
    assert "\nOffice: ____" in letter_text("opla", court_place={"state": "KY"})


@pytest.mark.parametrize("language", languages())
def test_where_several_addresses_stand_below_a_blank_one_is_to_be_chosen(language: str) -> None:
    """Said once, below them; and not where the letter has the one address, or no office is known."""
    say = wording(language)
    for place, told in (({"state": "LA"}, True), ({"state": "CO"}, False), (None, False)):
        packet = packet_for(intake_for("field_office", place=place), language=language)
        html = packet_screens.packet_html(packet, (), say)
        assert html.count(say("packet.screen.choose_address")) == int(told)
        blank = f"{ENGLISH('packet.letter.address')} ____"
        assert (blank in as_text(packet.letters[0])) is (told or place is None)
        assert html.count('data-focus="place"') == 1


def test_no_email_address_of_ice_is_in_any_paper() -> None:
    """Those of field offices are for recruiting, and the reviewing official's is of March 2021."""
    for _, intake in intakes():
        for document in packet_for(intake, {}, "es").documents:
            assert "@" not in as_text(document)


@EVERY
@pytest.mark.parametrize("language", languages())
def test_no_file_and_no_title_names_the_person(intake: Intake, language: str) -> None:
    """Names of files are seen in lists, in histories and on shared screens."""
    packet = packet_for(intake, language=language)
    assert len(set(packet.names)) == len(packet.names)
    for text in (*packet.names, *(document.title for document in packet.documents), packet.reminder):
        assert seen_in(text) == set()
        assert "023" not in text


def test_the_mirror_is_the_letter_in_the_readers_language_with_the_same_own_words() -> None:
    """Marked as such, block by block the same."""
    for channel in CHANNELS:
        packet = packet_for(intake_for(channel, place={"state": "TX", "county": "Harris"}), language="es")
        for english, spanish in zip(packet.letters, packet.mirrors, strict=True):
            first, *rest = spanish.blocks
            assert not isinstance(first, Table)
            assert first.text == SPANISH("packet.mirror.note")
            assert [type(block) for block in rest] == [type(block) for block in english.blocks]
            dates = {"February 29, 1988", "29 de febrero de 1988"}
            assert [w for w in own_words(english) if w not in dates] == [
                w for w in own_words(spanish) if w not in dates
            ]


def test_a_call_script_has_both_languages_side_by_side() -> None:
    """English to say, beside it what it means."""
    intake = intake_for("detention_line", role="family_or_friend")
    text = as_text(packet_for(intake, language="es").calls[0])
    said = text.partition(SPANISH("packet.call.say"))[2].split("\n")
    first = next(number for number, line in enumerate(said) if " | " in line)
    assert said[first + 1] == "Spanish, please. I need an interpreter. | Español, por favor. Necesito un intérprete."
    for name in ("of_another.name", "of_another.a_number", "facts"):
        (row,) = [line for line in text.split("\n") if ENGLISH("packet.call", name) in line]
        assert row.endswith(SPANISH("packet.call", name))
    assert facts()["line_number"].value in text
    for name in ("operator", "reference", "date", "time"):
        assert f"{SPANISH('packet.call', name)} ____" in text


def test_the_aim_of_fourteen_days_is_kept_for_detained_cases_before_the_reviewing_official_only() -> None:
    """R50: an aim, not a promise, and no calendar for anyone else."""
    for language in languages():
        reminder = packet_for(intake_for("reviewing_official"), language=language).reminder
        (event,) = icalendar.Calendar.from_ical(reminder).walk("VEVENT")
        assert event.decoded("dtstart") == TODAY + timedelta(days=14)
        assert str(event["summary"]) == wording(language)("packet.reminder.answer")
        assert str(event["description"]) == wording(language)(
            "packet.reminder.answer_text", date=wording(language).day(TODAY)
        )
    jail = intake_for("reviewing_official", custody="jail_with_detainer", removal_imminent=True)
    for intake in (jail, intake_for("field_office"), intake_for("opla"), intake_for("outside")):
        assert packet_for(intake).reminder == ""


def test_the_next_opening_of_the_line_is_a_date_too() -> None:
    """In no zone of its own, so that every calendar shows the reader's; none where the moment is not known."""
    reminder = packet_for(intake_for("detention_line")).reminder
    (event,) = icalendar.Calendar.from_ical(reminder).walk("VEVENT")
    hours = line_hours(NOW)
    assert hours is not None
    assert event.decoded("dtstart") == hours.opens
    assert packet_for(intake_for("detention_line"), now=None).reminder == ""
    after_the_table = datetime.fromisoformat("2040-01-01T12:00:00-05:00")
    assert packet_for(intake_for("detention_line"), now=after_the_table).reminder == ""


def test_a_calendar_file_is_folded_and_escaped_as_its_standard_says() -> None:
    """No line of more than 75 bytes, no character torn apart, and CRLF at every end."""
    intake = intake_for("reviewing_official", needs=["release", "detention_problem"])
    for language in languages():
        raw = packet_for(intake, language=language).reminder.encode()
        assert raw.endswith(b"END:VCALENDAR\r\n")
        assert raw.count(b"\n") == raw.count(b"\r\n")
        for line in raw.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()
        assert len(icalendar.Calendar.from_ical(raw).walk("VEVENT")) == 2


def test_a_mail_link_is_made_only_to_a_confirmed_address_and_holds_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today there is none; where there is one, its subject cannot begin another header."""
    typed = {"name": "Ana\r\nBcc: someone@example.invalid", "facts": "Facts-first line."}
    (case,) = packet_for(intake_for("reviewing_official"), typed).cases
    assert packet_screens.mail_link(case, ENGLISH) == ""
    confirmed = Fact("x", "email", "office@example.invalid", ("a", "b"), "2026-11-01", Standing.CONFIRMED)
    monkeypatch.setattr(packet_screens, "facts_of", lambda _card: (confirmed,))
    link = packet_screens.mail_link(case, ENGLISH)
    assert link.startswith("mailto:office@example.invalid?subject=DETAINED%20BY%20ICE%20-%20")
    assert link.count("?") == 1
    assert "&" not in link
    assert "%0A" not in link
    assert "%0D" not in link
    assert unquote(link).endswith("Ana Bcc: someone@example.invalid")
    assert "Facts-first" not in link


def test_a_subject_line_is_one_line_whatever_was_typed() -> None:
    """No header of a mail can be begun in it."""
    (case,) = packet_for(intake_for("field_office"), {"name": "a\nb\r\nc\u2028d\x0be\x85f"}).cases
    assert len(subject(case, ENGLISH).splitlines()) == 1


def test_the_letter_is_a_pure_function_of_answers_and_details() -> None:
    """Twice the same, and the same whatever else was made before."""
    intake = intake_for("reviewing_official", needs=["release", "bond", "detention_problem"])
    first = dict(packet_for(intake, language="es").files())
    packet_for(intake_for("field_office"), {"name": "Someone else"})
    assert dict(packet_for(intake, language="es").files()) == first


def test_exhibits_go_on_after_z() -> None:
    """A to Z, AA."""
    assert [exhibit_letter(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"),
    ]


@pytest.mark.parametrize("language", languages())
def test_no_letter_argues_or_promises(language: str) -> None:
    """No law, no right, no status: those are for the person and their lawyer."""
    forbidden = {"en": ["statute", "entitled", "u.s.c.", "status", "illegal", "alien "], "es": ["derecho a", "ilegal"]}
    for name, text in wording(language).texts.items():
        if name.startswith("packet.letter"):
            for word in forbidden[language]:
                assert word not in str(text).lower(), name


def test_the_page_says_why_each_detail_is_asked() -> None:
    """A statement of ICE's page, or the plain word that the page does not ask for it."""
    for channel in CHANNELS:
        for case in packet_for(intake_for(channel, role="attorney")).cases:
            for field, cited in fields_of(case.card, case.role, case.custody).items():
                assert set(cited) <= statements().keys()
                ours = field in {Field.CENTER, Field.WORDS_IN_ENGLISH, Field.INTERPRETER}
                if case.card.channel is Channel.REVIEWING_OFFICIAL and not field.value.startswith("sender"):
                    assert bool(cited) is not ours
