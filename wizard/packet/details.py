"""The details of one person, checked, as the form of the browser holds them: field name -> what was typed.

What cannot be taken is told as the id of a text, never as what was typed. An empty field is no fault: the paper then
has a blank. How an intake's ``details`` become such fields is `wizard.packet.case_file`'s to say, and what becomes of
words typed for a letter that is no longer written, `wizard.packet.carried`'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from re import split

from wizard.cards import Channel
from wizard.packet.a_number import NotANumberError, read_a_number
from wizard.packet.dates import NotADayError, Span, ahead, read_day, until
from wizard.packet.email import Fault as EmailFault
from wizard.packet.email import NotAnAddressError, read_email
from wizard.packet.fields import Field, name_in_form
from wizard.packet.look_alikes import holds_a_social_security_number
from wizard.packet.typed import line_of, lines_of, too_long, visible
from wizard.wording import Wording

FEWEST_DIGITS = 7
"""Of a telephone number without an area code."""

COMING: dict[Field, int] = {Field.REMOVAL_DATE: 2, Field.HEARING_DATE: 10}
"""Days to come, and the most years that they may be ahead."""

DATES = (Field.DATE_OF_BIRTH, Field.LOCAL_REQUEST_DATE, *COMING)
LINES = (Field.LOCAL_OUTCOME, Field.WHAT_CHANGED, Field.FACTS, Field.REQUEST, Field.EXHIBITS)
"""Details of several lines."""

TICKS = (Field.WORDS_IN_ENGLISH, Field.INTERPRETER)
"""Details that hold, or do not."""

PARTS: dict[Field, tuple[str, ...]] = {
    **dict.fromkeys(DATES, ("day", "month", "year")),
    Field.OVERLOOKED_FACTORS: ("which", "where", "answer"),
}
"""Details that a form asks for in several fields, named ``date_of_birth.day`` and so on."""

NONE_BOXES: dict[Field, str] = {Field.TELEPHONE: "telephone.none", Field.EMAIL: "email.none"}
"""The boxes to tick where the person has none: of a person who is held, a telephone is often not theirs to answer."""

type Typed = Mapping[str, str]
"""The fields of the form by name; a ticked box holds ``on``."""


type Lines = tuple[str, ...]


@dataclass(frozen=True)
class Details:
    """What one paper is filled with. *a_number* is nine digits; text of several lines is a tuple of them.

    *overlooked_factors* holds a text for each of its parts, in the order of `PARTS`, or nothing.
    """

    name: str = ""
    a_number: str = ""
    date_of_birth: date | None = None
    country_of_birth: str = ""
    telephone: str = ""
    no_telephone: bool = False
    email: str = ""
    no_email: bool = False
    center: str = ""
    booking_number: str = ""
    removal_date: date | None = None
    hearing_date: date | None = None
    local_request_date: date | None = None
    local_outcome: tuple[str, ...] = ()
    overlooked_factors: tuple[Lines, ...] = ()
    what_changed: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    request: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    words_in_english: bool = False
    interpreter: bool = False
    sender_name: str = ""
    sender_organization: str = ""
    sender_contact: str = ""

    def has(self, field: Field) -> bool:
        """Whether *field* is told."""
        return bool(getattr(self, field.value)) or self.has_none(field)

    def has_none(self, field: Field) -> bool:
        """Whether it is told that there is nothing to give for *field*."""
        return field in NONE_BOXES and bool(getattr(self, f"no_{field}"))

    @property
    def own_words(self) -> tuple[object, ...]:
        """The person's own words, as typed."""
        words = (self.local_outcome, self.overlooked_factors, self.what_changed, self.facts, self.request)
        return tuple(part for part in (*words, self.exhibits) if part)

    def of_the_person(self) -> "Details":
        """What is known of the person, without the words and the name of whoever wrote it down."""
        unsigned = replace(self, sender_name="", sender_organization="", sender_contact="")
        silent = replace(unsigned, local_outcome=(), overlooked_factors=(), what_changed=())
        return replace(silent, facts=(), request=(), exhibits=())


class _FaultError(Exception):
    """What cannot be taken; its text is the id of the message."""


type Faults = dict[str, str]
"""The ids of messages, by the names of fields in the form."""


def read_form(
    typed: Typed, wanted: Iterable[Field], today: date, say: Wording, channel: Channel | None = None
) -> tuple[Details, Faults]:
    """The details typed into the *wanted* fields, and what cannot be taken. No other field counts.

    The words are those for *channel*; without one, those that were given as one text for all letters.
    """
    found: dict[str, object] = {}
    faults: Faults = {}
    for field in wanted:
        parts = [typed.get(name, "") for name in names_of(field, channel)]
        try:
            found |= _read(field, parts, today, say)
        except _FaultError as fault:
            faults[name_in_form(field, channel)] = str(fault)
    return Details(**found), faults  # type: ignore[arg-type]


def names_of(field: Field, channel: Channel | None = None) -> tuple[str, ...]:
    """The names in the form of all that is asked for *field*, of which *channel* may have its own."""
    name = name_in_form(field, channel)
    names = tuple(f"{name}.{part}" for part in PARTS[field]) if field in PARTS else (name,)
    return (*names, NONE_BOXES[field]) if field in NONE_BOXES else names


def _read(field: Field, parts: list[str], today: date, say: Wording) -> dict[str, object]:
    if any(too_long(part) for part in parts):
        raise _FaultError("packet.error.too_long")
    if field in NONE_BOXES:
        return _one_or_none(field, parts)
    if field in TICKS:
        return {field.value: bool(parts[0])}
    if field in DATES:
        span = ahead(today, COMING[field]) if field in COMING else until(today)
        return {field.value: _day(parts, span, say)}
    if field is Field.OVERLOOKED_FACTORS:
        told = tuple(_own_lines(part) for part in parts)
        return {field.value: told if any(told) else ()}
    if field in LINES:
        return {field.value: _lines(field, parts[0])}
    return {field.value: _line(field, line_of(parts[0]))}


def _lines(field: Field, text: str) -> Lines:
    """Lines as they were typed; of a list without those that nothing can be seen of."""
    lines = _own_lines(text)
    return tuple(line.strip() for line in lines if visible(line)) if field is Field.EXHIBITS else lines


def _own_lines(text: str) -> Lines:
    """The person's own words, without a number that whoever reads them could use."""
    lines = lines_of(text)
    if any(map(holds_a_social_security_number, lines)):
        raise _FaultError("packet.error.social_in_words")
    return lines


def _line(field: Field, line: str) -> str:
    if field is Field.A_NUMBER and line:
        try:
            return read_a_number(line)
        except NotANumberError as error:
            raise _FaultError(f"packet.error.a_number.{error.fault}") from None
    if holds_a_social_security_number(line):
        raise _FaultError("packet.error.social")
    if field is Field.TELEPHONE and line and sum(character.isdecimal() for character in line) < FEWEST_DIGITS:
        raise _FaultError("packet.error.telephone.few")
    if field is Field.EMAIL and line:
        return _email(line)
    if field is Field.SENDER_CONTACT:
        for word in split(r"[\s,;]+", line):
            _look_at(word)
    return line


def _email(line: str) -> str:
    try:
        return read_email(line)
    except NotAnAddressError as error:
        raise _FaultError(f"packet.error.email.{error.fault}") from None


def _look_at(word: str) -> None:
    """Tells a slip in an address that stands among other words; anything else may stand there."""
    try:
        read_email(word)
    except NotAnAddressError as error:
        if error.fault in {EmailFault.DOTS, EmailFault.LETTERS}:
            raise _FaultError(f"packet.error.email.{error.fault}") from None


def _day(parts: list[str], span: Span, say: Wording) -> date | None:
    day, month, year = (line_of(part) for part in parts)
    if not (day or month or year):
        return None
    try:
        return read_day(day, month, year, span, say)
    except NotADayError as error:
        raise _FaultError(f"packet.error.date.{error.fault}") from None


def _one_or_none(field: Field, parts: list[str]) -> dict[str, object]:
    told, none = _line(field, line_of(parts[0])), bool(parts[1])
    if told and none:
        raise _FaultError(f"packet.error.{field}.both")
    return {field.value: told, f"no_{field}": none}
