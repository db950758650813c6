"""The packet's requests as the browser sends them: the form, the papers, files, and a case saved and loaded."""

import base64
import json
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import icalendar
import pytest
from markupsafe import escape

from tests.packets import ANSWERED, CHANNELS, SEEN_AS, TODAY, details_for, intake_for, packet_for, words_in
from wizard.bridge import handle
from wizard.intake import read_intake
from wizard.languages import languages
from wizard.packet.case_file import typed_of
from wizard.packet.details import names_of
from wizard.packet.fields import Field, fields_of
from wizard.protocol import BadRequestError
from wizard.read_request import read_links
from wizard.render import frame_html
from wizard.wording import wording


def typed_for(channel: str, **changes: Any) -> dict[str, str]:
    """Every field, with words for the letters that are written."""
    return dict(typed_of(details_for(intake_for(channel, **changes))))


TYPED = typed_for("reviewing_official")
NOTHING_TO_PREPARE = {"outside", "no_basis_for_reviewing_official"}


def request(do: str, channel: str = "reviewing_official", **more: Any) -> dict[str, Any]:
    """What the browser gets where the interview led to *channel*."""
    changes = more.pop("changes", {})
    intake = intake_for(channel, **changes)
    known = {
        "needs": [need.value for need in intake.needs],
        "answers": {name: option for name, option in intake.answers.items() if name != "response_after_orders"},
        "seen": [],
        "places": intake.places,
        "language": "en",
        "today": TODAY.isoformat(),
        "now": "2026-11-24T17:30:00-05:00",
        "details": typed_for(channel, **changes),
    }
    reply: dict[str, Any] = json.loads(handle(json.dumps({**known, "do": do, **more})))
    return reply


class Fields(HTMLParser):
    """The fields of a form by name, with what is in them, and every id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.ids: list[str] = []
        self.described: set[str] = set()
        self.labelled: set[str] = set()
        self.area = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field."""
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.described |= set(found.get("aria-describedby", "").split())
        self.labelled |= {found["for"]} if "for" in found else set()
        if tag in {"input", "textarea"}:
            assert found.get("autocomplete") == "off"
        if tag == "input" and found.get("type") == "checkbox":
            self.values |= {found["name"]: "on"} if "checked" in found else {}
        elif tag == "input":
            self.values[found["name"]] = found["value"]
        self.area = found["name"] if tag == "textarea" else ""
        if self.area:
            self.values[self.area] = ""

    def handle_data(self, data: str) -> None:
        """The text of a field of several lines; a browser leaves out the first line end."""
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        """A field of several lines ends."""
        if tag == "textarea":
            self.values[self.area] = self.values[self.area].removeprefix("\n")
        self.area = ""


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("role", ["self", "attorney"])
def test_the_form_gives_back_what_was_typed_and_asks_for_nothing_that_no_card_asks_for(
    language: str, role: str
) -> None:
    """Also after a change of language."""
    typed = {**TYPED, "facts.reviewing_official": "\n two lines\n", "have.copy_of_local_request": "on"}
    html = request("details", language=language, details=typed, changes={"role": role})["html"]
    fields = Fields(html)
    for name, value in fields.values.items():
        assert value == typed.get(name, "")
    assert "have.copy_of_local_request" in fields.values
    assert ("sender_name" in fields.values) == (role != "self")
    assert len(set(fields.ids)) == len(fields.ids)
    assert fields.described <= set(fields.ids)
    assert fields.labelled <= set(fields.ids)


@pytest.mark.parametrize("channel", CHANNELS)
def test_there_is_something_to_prepare_wherever_a_letter_or_a_call_is(channel: str) -> None:
    """And where there is not, the result is shown again."""
    prepared = channel not in NOTHING_TO_PREPARE
    assert request("show", channel)["prepare"] == prepared
    assert request("details", channel)["screen"] == ("details" if prepared else "result")
    assert request("packet", channel)["screen"] == ("packet" if prepared else "result")


def test_nothing_is_prepared_before_the_interview_is_complete_and_danger_and_stop_card_are_read() -> None:
    """The screen that follows is shown instead."""
    assert request("details", needs=[])["screen"] == "question:need_groups"
    assert request("packet", answers={})["screen"] == "question:emergency"
    loose = {**ANSWERED, "custody": "not_detained", "known_to_ice": "no_case"}
    answers = {name: str(value).lower() for name, value in loose.items() if name != "local_response_date"}
    reply = request("file", needs=["case_review"], answers=answers, name="checklist.txt")
    assert reply["screen"] == "interlude:stop"


@pytest.mark.parametrize("language", languages())
def test_an_error_stands_beside_its_field_and_in_the_summary_and_repeats_nothing(language: str) -> None:
    """Each with its own message; nothing that was typed is lost."""
    bad = {"a_number": "Zacapa", "email": "Zacapa", "date_of_birth.day": "31", "name": "Ana"}
    reply = request("packet", language=language, details=bad)
    assert (reply["screen"], reply["error"]) == ("details", True)
    say = wording(language)
    for text in ("packet.error.a_number.characters", "packet.error.email.form", "packet.error.date.incomplete"):
        assert reply["html"].count(say(text)) == 2
    fields = Fields(reply["html"])
    assert {name: value for name, value in fields.values.items() if value} == bad
    for name in ("a_number", "email", "date_of_birth-day"):
        assert f'data-field="field-{name}"' in reply["html"]
        assert f"field-{name}" in fields.ids
    assert reply["html"].count("Zacapa") == 2


def test_every_fault_leads_to_a_field_that_is_there() -> None:
    """The first field of those that a detail has, of each letter its own."""
    seen: set[Field] = set()
    for channel, changes in EVERY_FIELD:
        ids = Fields(request("details", channel, changes=changes, language="es", seen=["removal_near"])["html"]).ids
        for case in packet_for(intake_for(channel, **changes), {}).cases:
            for field in fields_of(case.card, case.role, case.custody):
                assert f"field-{names_of(field, case.card.channel)[0].replace('.', '-')}" in ids
                seen.add(field)
    assert seen == set(Field)


EVERY_FIELD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("reviewing_official", {"needs": ["release", "bond"], "role": "attorney", "removal_imminent": True}),
    (
        "field_office",
        {
            "needs": ["cancel_detainer"],
            "custody": "jail_with_detainer",
            "local_request": "answered",
            "facts_changed": True,
        },
    ),
)
"""What leads, together, to a form with every field there is."""


@pytest.mark.parametrize("channel", sorted(CHANNELS.keys() - NOTHING_TO_PREPARE))
@pytest.mark.parametrize("language", languages())
def test_the_papers_are_shown_with_their_texts_and_every_file_can_be_had(channel: str, language: str) -> None:
    """What is copied is what is in the text file."""
    papers = request("packet", channel, language=language)
    for name, text in papers["texts"].items():
        assert f'id="{name}"' in papers["html"]
        assert f'data-copy="{name}"' in papers["html"]
        file = request("file", channel, language=language, name=f"{name}.txt")
        assert base64.b64decode(file["base64"]).decode() == text
    for name in papers["files"]:
        file = request("file", channel, language=language, name=name)
        assert (file["name"], bool(file["base64"])) == (name, True)
        assert f'data-file="{name}"' in papers["html"]
    archive = request("file", channel, language=language, name="packet.zip")
    with zipfile.ZipFile(BytesIO(base64.b64decode(archive["base64"]))) as opened:
        assert [*opened.namelist(), "packet.zip"] == papers["files"]


def test_what_stands_with_a_letter_on_screen() -> None:
    """The notice on what has changed, truth, what ICE keeps, R43 and R47 in ICE's words, and no mail link."""
    html = request("packet", details={})["html"]
    say = wording("en")

    def shown(text: str) -> str:
        return str(escape(say(text)))

    for text in ("notice.currency.title", "packet.form.truth", "packet.form.keeps", "packet.screen.not_ready"):
        assert shown(text) in html
    assert "A request may be rejected if any of this information is not included in your submission." in html
    assert "Documentation of general conditions not specific to an individual" in html
    assert "mailto:" not in html
    assert 'href="mailto' not in request("packet", "field_office")["html"]
    assert shown("packet.screen.ready") in request("packet", details={**TYPED, **HAVE_ALL})["html"]
    assert shown("packet.screen.no_list") in request("packet", "opla")["html"]


HAVE_ALL = {"have.copy_of_local_request": "on", "have.copy_of_local_response": "on"}


def test_a_name_of_a_file_that_is_not_there_is_refused() -> None:
    """No page of ours would send it."""
    with pytest.raises(BadRequestError, match="name: takes the name of a file of this packet"):
        request("file", name="../../etc.txt")


@pytest.mark.parametrize("channel", ["detention_line", "field_office", "reviewing_official", "opla"])
def test_a_saved_case_is_an_intake_and_comes_back_whole(channel: str) -> None:
    """In the form that the command line reads; what no card asks for is not in it."""
    typed = {**typed_for(channel), **HAVE_ALL}
    saved = request("save", channel, details=typed)
    raw = base64.b64decode(saved["base64"])
    assert (saved["name"], saved["type"]) == ("case.json", "application/json")
    intake = read_intake(raw, TODAY)
    assert intake.needs == intake_for(channel).needs
    told = json.loads(raw)
    assert "local_response_date" not in told
    for name in SEEN_AS:
        assert words_in(told["details"], name) or not any(word in raw.decode() for word in SEEN_AS[name])
    loaded = request("load", text=raw.decode())
    assert (loaded["screen"], loaded["problem"], loaded["prepare"]) == ("result", "", True)
    before = request("packet", channel, details=typed)["texts"]
    known = {name: loaded[name] for name in ("needs", "answers", "seen", "places", "details")}
    assert request("packet", channel, **known)["texts"] == before


DATED = {"option": "", "day": "14", "month": "Sept", "year": "2026"}


def test_the_day_of_the_answer_is_written_once_and_stands_in_the_letter() -> None:
    """As it was typed for the question; saved with the case; not where another period was chosen since."""
    written = "Date of its answer: September 14, 2026"
    letter = "letter-reviewing-official"
    assert written in request("packet", details={}, dated=DATED)["texts"][letter]
    saved = base64.b64decode(request("save", details={}, dated=DATED)["base64"]).decode()
    assert json.loads(saved)["local_response_date"] == "2026-09-14"
    loaded = request("load", text=saved)
    assert loaded["dated"] == {"option": "", "day": "14", "month": "9", "year": "2026"}
    assert written in request("packet", details={}, dated=loaded["dated"])["texts"][letter]
    for other in ({}, {**DATED, "year": "2022"}, {**DATED, "month": ""}, {**DATED, "year": "2999"}):
        assert "Date of its answer: ____" in request("packet", details={}, dated=other)["texts"][letter]
        raw = base64.b64decode(request("save", details={}, dated=other)["base64"])
        assert "local_response_date" not in json.loads(raw)


def test_a_day_of_an_answer_that_no_longer_counts_is_not_said() -> None:
    """Who goes back and says that no answer came sends no date of one."""
    reply = request("packet", "field_office_follow_up", details={}, dated=DATED)
    assert not any("September 14" in text for text in reply["texts"].values())


def test_a_saved_case_holds_no_paper_that_nobody_has() -> None:
    """Neither of those that another card asks for: people save, wait for the answer, and come back."""
    reply = request("save", "field_office", details={"name": "Zacapa", "have.form_g28": "on"})
    loaded = request("load", text=base64.b64decode(reply["base64"]).decode())
    assert loaded["details"] == {"name": "Zacapa"}
    details = {**loaded["details"], "have.copy_of_local_response": "on"}
    reply = request("save", "reviewing_official", details=details)
    loaded = request("load", text=base64.b64decode(reply["base64"]).decode())
    assert loaded["details"] == details


@pytest.mark.parametrize("asked", [["release"], []])
def test_a_saved_case_holds_what_the_earlier_request_asked_for(asked: list[str]) -> None:
    """As a list, also where it asked for none of them; and it opens again with the same letters."""
    changes = {"needs": ["release", "stay_of_removal"], "local_request_needs": asked}
    answers = {**intake_for("reviewing_official", **changes).answers}
    answers = {name: option or "none" for name, option in answers.items() if name != "response_after_orders"}
    before = request("packet", changes=changes, answers=answers, details={})["texts"]
    raw = base64.b64decode(request("save", changes=changes, answers=answers, details={})["base64"])
    assert json.loads(raw)["local_request_needs"] == asked
    loaded = request("load", text=raw.decode())
    assert (loaded["problem"], loaded["screen"]) == ("", "result")
    known = {name: loaded[name] for name in ("needs", "answers", "seen", "places", "details")}
    assert request("packet", **known)["texts"] == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"case"',
        '{"surprise": 1}',
        '{"needs": ["Zacapa"]}',
        '{"needs": ["release"], "needs": ["bond"]}',
        '{"details": {"surprise": 1}}',
        '{"details": {"facts": ["a"]}}',
        '{"details": {"date_of_birth": "x"}}',
        '{"local_response_date": "2999-01-01"}',
        "\ud800",
        "[" * 100_000,
        '{"details": {"facts": "' + "x" * 5_000_000 + '"}}',
        '{"needs": ["release"], "place": {"state": "ZZ"}}',
        '{"a": NaN}',
        "\x00",
    ],
)
def test_a_file_that_is_no_saved_case_is_refused_and_nothing_known_is_lost(text: str) -> None:
    """With one plain sentence, and no other screen."""
    reply = request("load", text=text)
    assert reply["problem"] == wording("en")("packet.case_file.unreadable")
    assert {"response_after_orders": "true", **reply["answers"]} == dict(intake_for("reviewing_official").answers)
    assert not {"details", "dated", "html", "screen"} & reply.keys()


def test_a_loaded_case_goes_through_danger_and_the_stop_card_like_any_other() -> None:
    """Nothing is skipped by way of a file."""
    text = json.dumps({"needs": ["release"], "emergency": True, "details": {"name": "Ana"}})
    assert request("load", text=text)["screen"] == "interlude:emergency"
    loose = {**ANSWERED, "needs": ["case_review"], "custody": "not_detained", "known_to_ice": "no_case"}
    assert request("load", text=json.dumps(loose))["screen"] == "interlude:stop"


def test_what_is_typed_may_be_markup_in_a_loaded_case_too() -> None:
    """It is data wherever it comes from."""
    text = json.dumps({**ANSWERED, "needs": ["release"], "details": {"name": "<img src=x>", "facts": "</textarea><b>"}})
    loaded = request("load", text=text)
    html = request("details", details=loaded["details"])["html"]
    assert "<img" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("language", languages())
def test_the_frame_offers_to_prepare_and_to_open_a_case_only_where_the_script_says_so(language: str) -> None:
    """Hidden until Python is there: without it there are the blank papers."""
    links = {
        "home": "",
        "privacy": "",
        "version": "0.1.0",
        "leave": "",
        "megabytes": "5",
        "languages": [],
    }
    after = frame_html(wording(language), read_links(links))["after"]
    assert 'id="prepare" hidden' in after
    assert 'id="case-file-place" hidden' in after


def test_the_entries_of_two_cases_on_one_day_are_two_entries() -> None:
    """A calendar takes entries of one UID for one entry, and would lose the first case. Nobody's name is in it."""
    uids: list[str] = []
    for name in ("Ana", "Luis"):
        reply = request("file", name="reminder.ics", details={**TYPED, "name": name})
        (event,) = icalendar.Calendar.from_ical(base64.b64decode(reply["base64"])).walk("VEVENT")
        uids.append(str(event["uid"]))
    assert len(set(uids)) == 2
    assert all(re.fullmatch(r"answer-\d{8}-[0-9a-f]{24}@ice-contact-guide\.invalid", uid) for uid in uids)


EVENING = "2026-11-25T01:30:00+00:00"
"""8:30 p.m. in New York on the day before, in a browser that hides its zone."""


def letter_of(**more: Any) -> str:
    """The letter to the reviewing official, as text."""
    text: str = request("packet", **more)["texts"]["letter-reviewing-official"]
    return text


def day_typed(day: str, month: str, year: str) -> dict[str, str]:
    """The details with the day of the letter."""
    return {**TYPED, "letter_day.day": day, "letter_day.month": month, "letter_day.year": year}


def test_a_browser_that_hides_its_zone_dates_the_letter_as_the_person_says() -> None:
    """Not as Greenwich does, where it is tomorrow already; and where nobody says it, the day is a blank."""
    shown = {"today": "2026-11-25", "now": EVENING}
    assert 'name="letter_day.day"' in request("details", **shown)["html"]
    said = letter_of(**shown, details=day_typed("24", "November", "2026"))
    assert "November 24, 2026" in said
    assert "November 25, 2026" not in said
    unsaid = letter_of(**shown)
    assert "November 25, 2026" not in unsaid
    assert f"{wording('en')('packet.letter.date')} ____" in unsaid


def test_who_has_a_clock_and_a_zone_is_not_asked_for_the_day() -> None:
    """The letter is dated by itself, and a day that was typed on another device does not count."""
    assert "letter_day" not in request("details")["html"]
    assert "November 24, 2026" in letter_of(details=day_typed("1", "12", "2026"))


@pytest.mark.parametrize("zone", ["-05:00", "+00:00"])
def test_a_clock_before_this_guide_takes_no_day_for_the_future_and_dates_no_letter(zone: str) -> None:
    """As on a phone whose battery was empty."""
    shown = {"today": "1970-01-02", "now": f"1970-01-02T10:00:00{zone}"}
    reply = request("packet", **shown)
    assert reply["screen"] == "packet"
    letter = reply["texts"]["letter-reviewing-official"]
    assert "1970" not in letter
    assert f"{wording('en')('packet.letter.date')} ____" in letter
    assert TYPED["date_of_birth.year"] in letter
    assert "reminder.ics" not in reply["files"]
    assert "December 3, 2026" in letter_of(**shown, details=day_typed("3", "12", "2026"))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("24", "11", "2062"), "letter"),
        (("24", "11", "1990"), "letter"),
        (("31", "11", "2026"), "unreal"),
        (("24", "", ""), "incomplete"),
    ],
)
def test_a_day_that_cannot_be_today_is_told_beside_its_field(
    language: str, typed: tuple[str, str, str], message: str
) -> None:
    """With every other fault, and with all that was typed."""
    details = {**day_typed(*typed), "a_number": "12"}
    reply = request("packet", today="2026-11-25", now=EVENING, language=language, details=details)
    assert (reply["screen"], reply["error"]) == ("details", True)
    for identity in (f"packet.error.date.{message}", "packet.error.a_number.short"):
        assert str(escape(wording(language)(identity))) in reply["html"]
    assert Fields(reply["html"]).values["letter_day.year"] == typed[2]


def test_the_day_of_the_letter_is_not_saved_with_the_case() -> None:
    """It is opened on another day."""
    reply = request("save", today="2026-11-25", now=EVENING, details=day_typed("24", "11", "2026"))
    assert "letter_day" not in base64.b64decode(reply["base64"]).decode()
