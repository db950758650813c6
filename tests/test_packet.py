"""What goes out, as sentences: each held over the worked cases and over every channel."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import icalendar
import pytest

from tests.packets import CASES, CHANNELS, DETAILS, NOW, SEEN_AS, TODAY, intake_for, packet_for
from wizard.cards import Channel, Item
from wizard.hours import line_hours
from wizard.intake import Intake, check_intake
from wizard.library import Fact, Standing, facts, statements
from wizard.packet import FaultyDetailsError, Packet
from wizard.packet import screens as packet_screens
from wizard.packet.as_text import as_text
from wizard.packet.case import Case
from wizard.packet.case_file import typed_of
from wizard.packet.document import Document, Mark, Table
from wizard.packet.fields import LETTERS, Field, fields_of
from wizard.packet.letters import exhibit_letter, file_name, subject
from wizard.packet.readiness import readiness
from wizard.wording import languages, wording

ENGLISH, SPANISH = wording("en"), wording("es")


def intakes() -> Iterator[tuple[str, Intake]]:
    """The worked cases, and an intake for each channel."""
    for case in CASES:
        yield case["id"], check_intake(case["intake"], TODAY)
    for channel in CHANNELS:
        yield channel, intake_for(channel)


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
    written = [case for case in packet.cases if case.card.channel in LETTERS]
    assert [document.name for document in packet.letters] == [file_name(case.card.channel) for case in written]
    assert len(packet.mirrors) == (0 if language == "en" else len(written))
    assert packet.checklist.blocks
    for case in packet.cases:
        called = f"call-{case.card.channel.value.replace('_', '-')}" in {call.name for call in packet.calls}
        assert called == (case.card.channel not in {Channel.REVIEWING_OFFICIAL, Channel.OPLA})


@EVERY
def test_a_letter_holds_every_detail_that_its_card_asks_for_and_no_other(intake: Intake) -> None:
    """With all details given."""
    packet = packet_for(intake, language="es")
    for case in packet.cases:
        asked = set(map(str, fields_of(case.card, case.role)))
        for document in packet.letters + packet.mirrors:
            if document.name.removesuffix("-es") == file_name(case.card.channel):
                assert seen_in(as_text(document)) == asked
        for document in packet.calls:
            spoken = {"call-detention-line": {"name", "a_number", "facts"}, "call-field-office": set()}
            assert seen_in(as_text(document)) == spoken.get(document.name, {"name", "a_number"})


@EVERY
def test_nothing_of_a_person_is_in_a_letter_but_what_they_typed(intake: Intake) -> None:
    """The rest of a letter is the same whoever it is about."""
    packet = packet_for(intake)
    typed = "\n".join(typed_of(DETAILS).values())
    for document in packet.letters:
        for words in own_words(document):
            assert words in {*typed.split("\n"), "A-023-456-789", "February 29, 1988", ""}


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
    assert f"{ENGLISH('packet.letter.sought')} {ENGLISH('packet.letter.sought_below')}\n" in text
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
            text = letter_text(channel, role=role)
            assert (f"{ENGLISH('packet.letter.writer_reply')} ____" in text) is shown


def test_nobody_is_named_only_to_be_told_an_address() -> None:
    """The stop card says to get advice before ICE is told a name."""
    for language in languages():
        (call,) = packet_for(intake_for("field_office", known_to_ice="no_case"), language=language).calls
        assert wording(language)("packet.call.nameless") in as_text(call)
        assert not any(words in as_text(call) for words in (*SEEN_AS["name"], *SEEN_AS["a_number"]))


def test_the_checklist_says_danger_first_then_where_to_turn() -> None:
    """With the numbers; and that one paper's words may not be meant for another."""
    danger = intake_for("detention_line", needs=["assault_or_abuse", "release"], emergency=True, local_request="none")
    text = as_text(packet_for(danger).checklist)
    to_do = text[text.index(ENGLISH("packet.checklist.to_do")) :]
    assert to_do.index(facts()["emergency_number"].value) < to_do.index(facts()["line_number"].value)
    assert ENGLISH("packet.screen.shared") in text
    for channel in ("detention_line", "field_office"):
        text = as_text(packet_for(intake_for(channel)).checklist)
        assert ENGLISH("packet.screen.shared") not in text
        assert (ENGLISH("packet.checklist.before") in text) is (channel == "field_office")


def test_the_items_stand_in_the_order_of_the_page() -> None:
    """R41, and the three parts of R46 after it."""
    text = letter_text("reviewing_official")
    labels = [ENGLISH("packet.letter.row", item.value) for item in tuple(Item)[:6]]
    labels += [
        ENGLISH("packet.letter.sought"),
        ENGLISH("packet.letter.prior"),
        ENGLISH("packet.letter.outcome"),
        ENGLISH("packet.letter.facts"),
        ENGLISH("packet.letter.request"),
        ENGLISH("packet.letter.documents"),
        ENGLISH("packet.letter.enclosures"),
        ENGLISH("packet.letter.signature"),
        ENGLISH("packet.letter.interpreter"),
    ]
    places = [text.index(f"\n{label}") for label in labels]
    assert places == sorted(places)


def test_detention_or_a_near_removal_stands_first_in_the_subject_line() -> None:
    """R49: held by ICE, or about to be removed; a county jail is not ICE custody."""
    assert "\nSubject: DETAINED BY ICE - Request" in letter_text("reviewing_official")
    assert "\nSubject: DETAINED BY ICE - Request" in letter_text("field_office")
    jail = letter_text("reviewing_official", custody="jail_with_detainer", removal_imminent=True)
    assert "\nSubject: REMOVAL IMMINENT - Request" in jail
    assert "DETAINED" not in letter_text("reviewing_official", custody="jail_with_detainer")


def test_an_answer_that_no_rule_asked_for_is_not_said() -> None:
    """Where nobody asked whether removal is near, the writer can tick it: of a held person, and at the field office."""
    for text in (
        letter_text("reviewing_official", removal_imminent=True),
        letter_text("field_office", custody="not_detained", removal_imminent=True),
    ):
        assert re.search(r"\nSubject: .*\n\[ \] REMOVAL IMMINENT, on this date: ____", text)
        assert text.count("REMOVAL") == 1
    for imminent in (True, False):
        jail = letter_text("reviewing_official", custody="jail_with_detainer", removal_imminent=imminent)
        assert jail.count("REMOVAL") == imminent


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
    assert "Email address: none\n" in as_text(packet.letters[0])
    assert "Correo electrónico: no tiene\n" in as_text(packet.mirrors[0])


def test_what_changed_is_asked_for_where_facts_changed() -> None:
    """R45."""
    assert ENGLISH("packet.letter.facts_new") in letter_text(
        "field_office", local_request="answered", facts_changed=True
    )
    assert ENGLISH("packet.letter.facts_new") not in letter_text("field_office")


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
    text = letter_text("reviewing_official", role=role)
    enclosed = {name for name in ("form_g28", "form_60_001") if ENGLISH("packet.letter.enclosed", name) in text}
    assert enclosed == ({form} if form else set())
    assert ("Sender-Bao" in text) == (role != "self")
    assert ("Sender-Organization" in text) == organized
    signer = DETAILS["name"] if role == "self" else DETAILS["sender_name"]
    assert f"\nName in print: {signer}\n" in text


def test_copies_are_ticked_only_where_the_person_has_them() -> None:
    """R42: a letter does not say that it encloses what is not there."""
    request, answer = Item.COPY_OF_LOCAL_REQUEST, Item.COPY_OF_LOCAL_RESPONSE
    text = letter_text("reviewing_official", missing_items=[answer.value])
    assert f"[x] {ENGLISH('packet.letter.enclosed', request.value)}" in text
    assert f"[ ] {ENGLISH('packet.letter.enclosed', answer.value)}" in text


@EVERY
def test_readiness_names_every_item_of_the_card_and_what_is_missing(intake: Intake) -> None:
    """All there with every detail, and nothing but what follows from the answers without any."""
    for case in packet_for(intake).cases:
        points = readiness(case)
        assert [point.item for point in points if point.item] == list(case.card.include)
        lacking = {f"item.{item.value}" for item in intake.missing_items or ()}
        assert {point.text for point in points if not point.there} <= lacking
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
    for name in ("language", "of_another.name", "of_another.a_number", "facts"):
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
    assert packet_screens.mail_link(case) == ""
    confirmed = Fact("x", "email", "office@example.invalid", ("a", "b"), "2026-11-01", Standing.CONFIRMED)
    monkeypatch.setattr(packet_screens, "facts_of", lambda _card: (confirmed,))
    link = packet_screens.mail_link(case)
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
            for field, cited in fields_of(case.card, case.role).items():
                assert set(cited) <= statements().keys()
                if case.card.channel is Channel.REVIEWING_OFFICIAL and not field.value.startswith("sender"):
                    assert cited
