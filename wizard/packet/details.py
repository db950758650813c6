"""The details of one person, checked, as the form of the browser holds them: field name -> what was typed.

What cannot be taken is told as the id of a text, never as what was typed. An empty field is no fault: the paper then
has a blank. How an intake's ``details`` become such fields is `wizard.packet.case_file`'s to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from re import fullmatch

from wizard.packet.a_number import NotANumberError, read_a_number
from wizard.packet.dates import NotADayError, read_day
from wizard.packet.fields import Field
from wizard.packet.typed import line_of, lines_of, too_long, visible

FEWEST_DIGITS = 7
"""Of a telephone number without an area code."""

DATES = (Field.DATE_OF_BIRTH, Field.LOCAL_REQUEST_DATE)
LINES = (Field.LOCAL_OUTCOME, Field.FACTS, Field.REQUEST, Field.EXHIBITS)
"""Details of several lines."""

PARTS: dict[Field, tuple[str, ...]] = {
    **dict.fromkeys(DATES, ("day", "month", "year")),
    Field.OVERLOOKED_FACTORS: ("which", "where", "answer"),
}
"""Details that a form asks for in several fields, named ``date_of_birth.day`` and so on."""

NO_EMAIL = "email.none"
"""The box to tick where there is no email address."""

type Typed = Mapping[str, str]
"""The fields of the form by name; a ticked box holds ``on``."""


type Lines = tuple[str, ...]


@dataclass(frozen=True)
class Details:
    """What letters are filled with. *a_number* is nine digits; text of several lines is a tuple of them.

    *overlooked_factors* holds a text for each of its parts, in the order of `PARTS`, or nothing.
    """

    name: str = ""
    a_number: str = ""
    date_of_birth: date | None = None
    country_of_birth: str = ""
    telephone: str = ""
    email: str = ""
    no_email: bool = False
    local_request_date: date | None = None
    local_outcome: tuple[str, ...] = ()
    overlooked_factors: tuple[Lines, ...] = ()
    facts: tuple[str, ...] = ()
    request: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    sender_name: str = ""
    sender_organization: str = ""

    def has(self, field: Field) -> bool:
        """Whether *field* is told."""
        return bool(getattr(self, field.value)) or (field is Field.EMAIL and self.no_email)


class _FaultError(Exception):
    """What cannot be taken; its text is the id of the message."""


def read_form(typed: Typed, wanted: Iterable[Field], today: date, language: str) -> tuple[Details, dict[Field, str]]:
    """The details typed into the *wanted* fields, and the faults by field as ids of texts. No other field counts."""
    found: dict[str, object] = {}
    faults: dict[Field, str] = {}
    for field in wanted:
        try:
            found |= _read(field, typed, today, language)
        except _FaultError as fault:
            faults[field] = str(fault)
    return Details(**found), faults  # type: ignore[arg-type]


def names_of(field: Field) -> tuple[str, ...]:
    """The names that *field* has in the form."""
    names = tuple(f"{field}.{part}" for part in PARTS[field]) if field in PARTS else (field.value,)
    return (*names, NO_EMAIL) if field is Field.EMAIL else names


def _read(field: Field, typed: Typed, today: date, language: str) -> dict[str, object]:
    parts = [typed.get(name, "") for name in names_of(field)]
    if any(too_long(part) for part in parts):
        raise _FaultError("packet.error.too_long")
    if field is Field.EMAIL:
        return _email(parts)
    if field in DATES:
        return {field.value: _day(parts, today, language)}
    if field is Field.OVERLOOKED_FACTORS:
        told = tuple(lines_of(part) for part in parts)
        return {field.value: told if any(told) else ()}
    if field in LINES:
        lines = lines_of(parts[0])
        return {
            field.value: tuple(line.strip() for line in lines if visible(line)) if field is Field.EXHIBITS else lines
        }
    return {field.value: _line(field, line_of(parts[0]))}


def _line(field: Field, line: str) -> str:
    if field is Field.A_NUMBER and line:
        try:
            return read_a_number(line)
        except NotANumberError as error:
            raise _FaultError(f"packet.error.a_number.{error.fault}") from None
    if field is Field.TELEPHONE and line and sum(character.isdecimal() for character in line) < FEWEST_DIGITS:
        raise _FaultError("packet.error.telephone.few")
    return line


def _day(parts: list[str], today: date, language: str) -> date | None:
    day, month, year = (line_of(part) for part in parts)
    if not (day or month or year):
        return None
    try:
        return read_day(day, month, year, today, language)
    except NotADayError as error:
        raise _FaultError(f"packet.error.date.{error.fault}") from None


def _email(parts: list[str]) -> dict[str, object]:
    address, none = line_of(parts[0]), bool(parts[1])
    if address and none:
        raise _FaultError("packet.error.email.both")
    if address and not fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@.]+", address):
        raise _FaultError("packet.error.email.form")
    return {"email": address, "no_email": none}
