"""Naughty strings in every field: the papers hold them as they were typed, and the screens gain nothing by them."""

import io
import json
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from re import findall, sub
from typing import Any
from unicodedata import category, normalize

import docx
import icalendar
import pytest

from tests.naughty import naughty
from tests.packets import intake_for, packet_for
from wizard.bridge import handle
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text

FIELDS = (
    "name",
    "country_of_birth",
    "local_outcome",
    "overlooked_factors.which",
    "overlooked_factors.where",
    "overlooked_factors.answer",
    "facts.reviewing_official",
    "request.reviewing_official",
    "exhibits.reviewing_official",
    "center",
    "sender_name",
    "sender_organization",
    "sender_contact",
)
"""Every field that takes any text."""

CHECKED = ("a_number", "telephone", "email", "date_of_birth.day", "date_of_birth.month", "date_of_birth.year")
"""Fields whose text is checked: most strings are refused there, and none is repeated in the refusal."""

INTAKE = intake_for("reviewing_official", needs=["release", "detention_problem"], role="attorney")
STATE: dict[str, Any] = {
    "needs": [need.value for need in INTAKE.needs],
    "answers": dict(INTAKE.answers),
    "seen": [],
    "places": {},
    "language": "es",
    "today": "2026-11-24",
}


ONE_IN = pytest.mark.parametrize("one_in", [5, pytest.param(1, marks=pytest.mark.thorough)])
"""One string in five, and with --thorough every one."""


def as_typed(text: str) -> list[str]:
    """What should be read of *text*: its lines in NFC, without what no XML can hold; told here a second time.

    Where nothing at all can be seen there are none: the paper then has a blank, for a name that nobody sees is none.
    """
    kept = sub("[\ud800-\udfff]", "\ufffd", sub("\r\n|[\r\x85\u2028\u2029]", "\n", text))
    planes = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    kept = sub(f"[{planes}\x00-\x08\x0b-\x1f\x7f-\x9f]", "", kept)
    if all(category(character) in {"Cc", "Cf", "Zl", "Zp", "Zs"} for character in kept):
        return []
    return [line.strip() for line in normalize("NFC", kept).split("\n") if line.strip()]


class Shape(HTMLParser):
    """Counts elements and attributes; what is typed may change neither."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element by its name and its attributes' names."""
        self.found[tag, *(name for name, _ in attrs)] += 1

    def handle_comment(self, data: str) -> None:
        """No comment is ours."""
        self.found["comment", data] += 1

    def handle_decl(self, decl: str) -> None:
        """Nor is a declaration."""
        self.found["declaration", decl] += 1


def without_uid(calendar: str) -> str:
    """*calendar* without the names of its entries, which are drawn by lot."""
    return "\n".join(line for line in calendar.splitlines() if not line.startswith("UID:"))


def asked(do: str, details: dict[str, str]) -> dict[str, Any]:
    """What the browser gets."""
    reply: dict[str, Any] = json.loads(handle(json.dumps({**STATE, "do": do, "details": details})))
    return reply


@ONE_IN
@pytest.mark.slow
def test_every_naughty_string_in_every_free_field_stands_in_the_papers_as_it_was_typed(one_in: int) -> None:
    """As text and in Word."""
    for string in naughty()[::one_in]:
        packet = packet_for(INTAKE, dict.fromkeys(FIELDS, string))
        text = as_text(packet.letters[0])
        word = docx.Document(io.BytesIO(as_docx(packet.letters[0])))
        told = "\n".join(paragraph.text for paragraph in word.paragraphs)
        assert [line for line in told.split("\n") if line] == [line for line in text.split("\n") if line]
        for line in as_typed(string):
            assert line in text, repr(string)
        assert without_uid(packet.reminder) == without_uid(packet_for(INTAKE, {}).reminder)
        assert packet.names == packet_for(INTAKE, {}).names


@ONE_IN
@pytest.mark.slow
def test_no_naughty_string_adds_an_element_to_a_screen(one_in: int) -> None:
    """The form and the papers have the same elements whatever was typed; and the form gives it back."""
    plain = {do: Shape(asked(do, dict.fromkeys(FIELDS, "word"))["html"]).found for do in ("details", "packet")}
    for string in naughty()[::one_in]:
        if len(as_typed(string)) != 1 or "\n" in string.strip():
            continue
        details = dict.fromkeys(FIELDS, string)
        for do, expected in plain.items():
            html = asked(do, details)["html"]
            assert Shape(html).found == expected, repr(string)
        form = asked("details", details)["html"]
        (value,) = findall(r'name="name" value="([^"]*)"', form)
        assert unescape(value) == sub("[\ud800-\udfff]", "\ufffd", string)


@ONE_IN
@pytest.mark.slow
def test_no_naughty_string_is_repeated_by_a_checked_field_anywhere_but_in_the_field(one_in: int) -> None:
    """Whatever is typed there, an error is one of our sentences."""
    for string in naughty()[::one_in]:
        reply = asked("packet", dict.fromkeys(CHECKED, string))
        if reply["error"]:
            errors = findall(r'<p class="field-error"[^>]*>.*?</span> (.*?)</p>', reply["html"])
            assert errors
            for error in errors:
                assert len(string.strip()) < 3 or string.strip() not in unescape(error)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_hundred_kilobytes_in_every_field_are_held(language: str) -> None:
    """Every paper is made, and holds all of it."""
    long = "Ünïcode wörds " * 7_000
    long = long.encode()[: 100 * 1024].decode(errors="ignore").strip()
    packet = packet_for(INTAKE, dict.fromkeys(FIELDS, long), language)
    assert as_text(packet.letters[0]).count(long) >= len(FIELDS)
    for name, content in packet.files():
        assert content, name
    assert icalendar.Calendar.from_ical(packet.reminder)
    too_long = json.loads(
        handle(json.dumps({**STATE, "do": "packet", "details": {"facts.reviewing_official": long + "x" * 9_000}}))
    )
    assert (too_long["screen"], too_long["error"]) == ("details", True)
