"""Packets to look at: the worked cases with details, and the answers that lead to each channel."""

import io
import json
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from wizard.assess import assess
from wizard.cards import LETTERS
from wizard.intake import Intake, check_intake, with_known_default
from wizard.packet import Packet, Told, packet_of
from wizard.packet.case_file import typed_of
from wizard.packet.details import Typed
from wizard.packet.fields import PAPERS
from wizard.wording import wording

TODAY = date(2026, 11, 24)
NOW = datetime.fromisoformat("2026-11-24T17:30:00-05:00")
CASES: list[dict[str, Any]] = [
    case
    for name in ("cases.json", "cases_law.json")
    for case in json.loads(Path(__file__).with_name(name).read_text("utf-8"))
]

WITH_WORDS = ("detention_line", *LETTERS)
"""The channels for which words can be told."""

OWN_PARTS = {"facts": "facts_for", "request": "requests", "exhibits": "exhibits_for"}
"""The details of which each letter has its own, and the objects that hold them."""

DETAILS: dict[str, Any] = {
    "name": "Zoë Quetzalli Ñandú",
    "a_number": "A 023-456-789",
    "date_of_birth": "1988-02-29",
    "country_of_birth": "Honduras",
    "telephone": "(555) 010 4477",
    "email": "zoe@example.invalid",
    "center": "Center-Ñ",
    "booking_number": "Booking-26/118",
    "removal_date": "2026-12-01",
    "hearing_date": "2027-01-19",
    "local_request_date": "2022-06-03",
    "local_outcome": "Denied-outcome in one sentence.",
    "overlooked_factors": {
        "which": "Factor-illness.",
        "where": "Factor-where: page 2.",
        "answer": "Factor-answer: nothing.",
    },
    "what_changed": "Changed-heart.",
    "facts_for": {channel: f"Facts-first of {channel}.\n\nFacts-last of {channel}." for channel in WITH_WORDS},
    "requests": {channel: f"Request-words of {channel}." for channel in LETTERS},
    "exhibits_for": {channel: [f"Exhibit-letter of {channel}.", "Exhibit-certificate"] for channel in LETTERS},
    "words_in_english": True,
    "sender_name": "Sender-Bao Nguyễn",
    "sender_organization": "Sender-Organization",
    "sender_contact": "Sender-contact 555",
}
"""Every detail there is, each with words that stand nowhere else."""

SEEN_AS: dict[str, tuple[str, ...]] = {
    "name": ("Zoë Quetzalli Ñandú",),
    "a_number": ("A-023-456-789",),
    "date_of_birth": ("February 29, 1988", "29 de febrero de 1988"),
    "country_of_birth": ("Honduras",),
    "telephone": ("(555) 010 4477",),
    "email": ("zoe@example.invalid",),
    "local_request_date": ("June 3, 2022", "3 de junio de 2022"),
    "local_outcome": ("Denied-outcome",),
    "overlooked_factors": ("Factor-illness", "Factor-where", "Factor-answer"),
    "center": ("Center-Ñ",),
    "booking_number": ("Booking-26/118",),
    "removal_date": ("December 1, 2026", "1 de diciembre de 2026"),
    "hearing_date": ("January 19, 2027", "19 de enero de 2027"),
    "what_changed": ("Changed-heart",),
    "facts": ("Facts-first", "Facts-last"),
    "request": ("Request-words",),
    "exhibits": ("Exhibit-letter", "Exhibit-certificate"),
    "sender_name": ("Sender-Bao Nguyễn",),
    "sender_organization": ("Sender-Organization",),
    "sender_contact": ("Sender-contact",),
}
"""How each detail can be told from every other on paper, in English or Spanish."""

ANSWERED: dict[str, Any] = {
    "emergency": False,
    "custody": "ice_detention",
    "known_to_ice": "in_proceedings",
    "local_request": "answered",
    "local_response_date": "2026-09-14",
    "facts_changed": False,
    "evidence_not_submitted": False,
    "factors_overlooked": True,
    "field_office_unable": False,
    "removal_imminent": False,
    "role": "self",
}

CHANNELS: dict[str, dict[str, Any]] = {
    "detention_line": {"needs": ["detention_problem"]},
    "field_office": {"needs": ["release"], "local_request": "none"},
    "field_office_follow_up": {"needs": ["release"], "local_request": "pending"},
    "field_office_legal_access": {"needs": ["legal_access"]},
    "reviewing_official": {"needs": ["release"]},
    "no_basis_for_reviewing_official": {"needs": ["release"], "factors_overlooked": False},
    "opla": {"needs": ["bond"]},
    "outside": {"needs": ["court_date"]},
}
"""What changes in ``ANSWERED`` so that the one card is this."""


def intake_for(channel: str, **changes: Any) -> Intake:
    """An intake whose card is *channel*, with *changes*."""
    return check_intake({**ANSWERED, **CHANNELS[channel], **changes}, TODAY)


def wide(text: str) -> str:
    """*text* in the wide forms that keyboards of East Asia type."""
    return "".join("\u3000" if letter == " " else chr(ord(letter) + 0xFEE0) for letter in text)


def digits(text: str, zero: int) -> str:
    """*text* with the digits of another script, whose zero has the code point *zero*."""
    return "".join(chr(zero + int(letter)) if letter.isdecimal() else letter for letter in text)


def packet_for(
    intake: Intake, typed: Typed | None = None, language: str = "en", *, now: datetime | None = NOW
) -> Packet:
    """The packet of *intake*, with every detail or with those *typed*, and every paper that is not lacking."""
    answers = with_known_default(intake.answers)
    have = frozenset(PAPERS).difference(intake.missing_items or ())
    given = typed_of(details_for(intake)) if typed is None else typed
    told = Told(answers, given, intake.places, have, intake.answered_on)
    return packet_of(assess(intake.needs, answers), told, wording(language), TODAY, now)


def details_for(intake: Intake) -> dict[str, Any]:
    """Every detail, with words for the letters and calls of *intake* alone."""
    cards = assess(intake.needs, with_known_default(intake.answers)).cards
    channels = {card.channel.value for card in cards}
    words = {
        name: {channel: text for channel, text in DETAILS[name].items() if channel in channels}
        for name in OWN_PARTS.values()
    }
    return {**DETAILS, **words}


def words_in(details: dict[str, Any], name: str) -> set[str]:
    """The details of the kind *name* in *details* of an intake: by the old name or by that of each letter's own."""
    return {name, OWN_PARTS.get(name, name)} & details.keys()


DRAWN = re.compile(rb"(?<=-)[0-9a-f]{24}(?=@)")
"""What is drawn for each case anew, so that a calendar keeps the dates of two cases apart."""


def files_without_drawn(name: str, content: bytes) -> dict[str, bytes]:
    """The file *name*, or the files in that archive, with nothing in place of what is drawn."""
    files = {name: content}
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {inner: archive.read(inner) for inner in archive.namelist()}
    return {inner: DRAWN.sub(b"", file) for inner, file in files.items()}
