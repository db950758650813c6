"""Dates for a calendar (RFC 5545): the aim of 14 days (R50), and the next opening of the line. No name and no number.

Written by hand: the package `icalendar` would add 225 kB to the browser's bundle for what is here
(docs/decisions/0008-the-packet.md). Tests read it with that package.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from wizard.cards import Channel
from wizard.hours import line_hours
from wizard.packet.case import Case
from wizard.rules.days import AIM
from wizard.wording import Wording

OPEN_FOR = timedelta(minutes=15)
"""How long the entry of an opening lasts."""

LONGEST_LINE = 75
"""Of a calendar file, in bytes."""


@dataclass(frozen=True)
class Entry:
    """One date: *starts* is a day, or a moment with its offset."""

    name: str
    starts: date
    summary: str
    text: str


def lot() -> str:
    """What tells one case's entries from every other's: drawn, since what is made of a name could tell it."""
    return os.urandom(12).hex()


def reminder(cases: Iterable[Case], today: date, moment: datetime | None, say: Wording, drawn: str = "") -> str:
    """The calendar file of *cases*; empty where there is no date to keep. The line opens next after *moment*.

    A calendar takes entries of one UID for one entry, so what was *drawn* for this case is a part of it.
    """
    entries = list(_entries(cases, today, moment, say))
    if not entries:
        return ""
    product = f"PRODID:-//ICE Contact Guide//packet//{say.language.upper()}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _event(entry, today, drawn)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entries(cases: Iterable[Case], today: date, moment: datetime | None, say: Wording) -> Iterator[Entry]:
    for case in cases:
        if case.card.channel is Channel.REVIEWING_OFFICIAL and case.detained and case.today:
            text = say("packet.reminder.answer_text", date=say.day(today))
            yield Entry("answer", today + AIM, say("packet.reminder.answer"), text)
        if case.card.channel is Channel.DETENTION_LINE and moment is not None:
            hours = line_hours(moment)
            if hours is not None:
                text = say("packet.reminder.opening_text")
                yield Entry("opening", hours.opens, say("packet.reminder.opening"), text)


def _event(entry: Entry, today: date, drawn: str) -> list[str]:
    starts = entry.starts
    if isinstance(starts, datetime):
        when = [f"DTSTART:{_utc(starts)}", f"DTEND:{_utc(starts + OPEN_FOR)}"]
    else:
        when = [f"DTSTART;VALUE=DATE:{starts:%Y%m%d}", f"DTEND;VALUE=DATE:{starts + timedelta(days=1):%Y%m%d}"]
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.name}-{starts:%Y%m%d}{drawn and '-'}{drawn}@ice-contact-guide.invalid",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        *when,
        f"SUMMARY:{_escaped(entry.summary)}",
        f"DESCRIPTION:{_escaped(entry.text)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """*line* in pieces of at most 75 bytes, each but the first begun by a space, and no character torn apart."""
    pieces, room = [""], LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(" ")
            room = LONGEST_LINE - 1
        pieces[-1] += character
        room -= size
    return "\r\n".join(pieces)
