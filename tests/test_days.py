"""Days as people type them in three fields: what is taken, and what is said of what is not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.packets import TODAY, digits, wide
from wizard.languages import languages
from wizard.packet.dates import Fault, Span, ahead, read_day, until
from wizard.packet.details import read_form
from wizard.packet.fields import Field
from wizard.wording import wording

TAKEN: list[tuple[str, str, str, date]] = [
    ("5", "3", "1990", date(1990, 3, 5)),
    ("05", "03", "1990", date(1990, 3, 5)),
    (" 5 ", " 3 ", " 1990 ", date(1990, 3, 5)),
    ("29", "2", "1988", date(1988, 2, 29)),
    ("29", "2", "2000", date(2000, 2, 29)),
    ("31", "12", "1999", date(1999, 12, 31)),
    ("1", "1", "1900", date(1900, 1, 1)),
    ("24", "11", "2026", date(2026, 11, 24)),
    ("5", "March", "1990", date(1990, 3, 5)),
    ("5", "march", "1990", date(1990, 3, 5)),
    ("5", "MARCH", "1990", date(1990, 3, 5)),
    ("5", "Mar", "1990", date(1990, 3, 5)),
    ("5", "mar.", "1990", date(1990, 3, 5)),
    ("5", "January", "1990", date(1990, 1, 5)),
    ("5", "Jan", "1990", date(1990, 1, 5)),
    ("5", "Feb", "1990", date(1990, 2, 5)),
    ("5", "Apr", "1990", date(1990, 4, 5)),
    ("5", "May", "1990", date(1990, 5, 5)),
    ("5", "Jun", "1990", date(1990, 6, 5)),
    ("5", "Jul", "1990", date(1990, 7, 5)),
    ("5", "Aug", "1990", date(1990, 8, 5)),
    ("5", "Sep", "1990", date(1990, 9, 5)),
    ("5", "Sept.", "1990", date(1990, 9, 5)),
    ("5", "Oct", "1990", date(1990, 10, 5)),
    ("5", "Nov", "1990", date(1990, 11, 5)),
    ("5", "Dec", "1990", date(1990, 12, 5)),
    (digits("5", 0x660), digits("3", 0x660), digits("1990", 0x660), date(1990, 3, 5)),
    (wide("5"), wide("3"), wide("1990"), date(1990, 3, 5)),
    (digits("5", 0x966), digits("3", 0x966), digits("1990", 0x966), date(1990, 3, 5)),
]

TAKEN_IN_SPANISH: list[tuple[str, str, str, date]] = [
    ("5", "enero", "1990", date(1990, 1, 5)),
    ("5", "ene", "1990", date(1990, 1, 5)),
    ("5", "Marzo", "1990", date(1990, 3, 5)),
    ("5", "abr.", "1990", date(1990, 4, 5)),
    ("5", "ago", "1990", date(1990, 8, 5)),
    ("5", "septiembre", "1990", date(1990, 9, 5)),
    ("5", "setiembre", "1990", date(1990, 9, 5)),
    ("5", "set", "1990", date(1990, 9, 5)),
    ("5", "sept.", "1990", date(1990, 9, 5)),
    ("5", "DICIEMBRE", "1990", date(1990, 12, 5)),
    ("5", "dic", "1990", date(1990, 12, 5)),
]

REFUSED: list[tuple[str, str, str, str]] = [
    ("", "3", "1990", "incomplete"),
    ("5", "", "1990", "incomplete"),
    ("5", "3", "", "incomplete"),
    ("5", "", "", "incomplete"),
    ("", "March", "", "incomplete"),
    ("31", "6", "1990", "unreal"),
    ("31", "April", "1990", "unreal"),
    ("30", "2", "2000", "unreal"),
    ("29", "2", "1990", "unreal"),
    ("29", "2", "1900", "unreal"),
    ("0", "3", "1990", "unreal"),
    ("32", "1", "1990", "unreal"),
    ("5", "0", "1990", "unreal"),
    ("5", "13", "1990", "unreal"),
    ("five", "3", "1990", "unreal"),
    ("5th", "3", "1990", "unreal"),
    ("-5", "3", "1990", "unreal"),
    ("5.0", "3", "1990", "unreal"),
    ("<b>5</b>", "3", "1990", "unreal"),
    ("²", "3", "1990", "unreal"),
    ("99999999999999999999", "3", "1990", "unreal"),
    ("5", "Ma", "1990", "month"),
    ("5", "M", "1990", "month"),
    ("5", "Marchh", "1990", "month"),
    ("5", "Marc", "1990", "month"),
    ("5", "Septem", "1990", "month"),
    ("5", "Smarch", "1990", "month"),
    ("5", "3rd", "1990", "month"),
    ("5", "=3", "1990", "month"),
    ("5", "3", "90", "year"),
    ("5", "3", "190", "year"),
    ("5", "3", "19900", "year"),
    ("5", "3", "'90", "year"),
    ("5", "3", "MCMX", "year"),
    ("5", "3", "-990", "year"),
    ("5", "3", "0090", "old"),
    ("31", "12", "1899", "old"),
    ("1", "1", "1000", "old"),
    ("25", "11", "2026", "future"),
    ("1", "January", "2027", "future"),
    ("31", "12", "9999", "future"),
]

MESSAGES = {
    "en": {
        "incomplete": "The date needs a day, a month and a year. For example, March 5, 1990.",
        "month": "We do not know this month. Write its number or its name. For example, March 5, 1990.",
        "year": "The year needs 4 digits. For example, March 5, 1990.",
        "unreal": "There is no such day. Check the day, the month and the year. For example, March 5, 1990.",
        "future": "The date is in the future. Check the year.",
        "old": "The date is before 1900. Check the year.",
        "over": "This day is past. Enter a day to come, or leave the field empty.",
        "far": "This day is too far ahead. Check the year.",
    },
    "es": {
        "incomplete": "A la fecha le falta algo: lleva día, mes y año. Por ejemplo: 5 de marzo de 1990.",
        "month": "No conocemos ese mes. Ponga su número o su nombre. Por ejemplo: 5 de marzo de 1990.",
        "year": "El año lleva 4 dígitos. Por ejemplo: 5 de marzo de 1990.",
        "unreal": "Ese día no existe. Verifique el día, el mes y el año. Por ejemplo: 5 de marzo de 1990.",
        "future": "Esa fecha todavía no llega. Verifique el año.",
        "old": "Esa fecha es anterior a 1900. Verifique el año.",
        "over": "Ese día ya pasó. Ponga un día que todavía no llega, o deje el campo vacío.",
        "far": "Ese día está demasiado lejos. Verifique el año.",
    },
}


def form(day: str, month: str, year: str) -> dict[str, str]:
    """The three fields."""
    return {"date_of_birth.day": day, "date_of_birth.month": month, "date_of_birth.year": year}


@pytest.mark.parametrize(
    ("language", "day", "month", "year", "meant"),
    [("en", *row) for row in TAKEN] + [("es", *row) for row in (*TAKEN, *TAKEN_IN_SPANISH)],
)
def test_a_day_is_taken_by_number_or_by_name(language: str, day: str, month: str, year: str, meant: date) -> None:
    """Also by an English name on a Spanish screen: papers carry English dates."""
    details, faults = read_form(form(day, month, year), [Field.DATE_OF_BIRTH], TODAY, wording(language))
    assert faults == {}
    assert details.date_of_birth == meant


@pytest.mark.parametrize(("day", "month", "year", "fault"), REFUSED)
@pytest.mark.parametrize("language", languages())
def test_what_is_no_day_is_explained_and_not_repeated(
    day: str, month: str, year: str, fault: str, language: str
) -> None:
    """The exact message, in both languages."""
    details, faults = read_form(form(day, month, year), [Field.DATE_OF_BIRTH], TODAY, wording(language))
    assert details.date_of_birth is None
    assert wording(language)(faults[Field.DATE_OF_BIRTH]) == MESSAGES[language][fault]


def test_the_table_is_long_enough_and_nothing_stands_in_it_twice() -> None:
    """At least sixty cases."""
    typed = [row[:3] for row in (*TAKEN, *TAKEN_IN_SPANISH, *REFUSED)]
    assert len(set(typed)) == len(typed) >= 60


def test_a_month_typed_in_one_language_counts_after_a_change_to_another() -> None:
    """Names are those of every language of the guide, and no others."""
    found, faults = read_form(form("5", "enero", "1990"), [Field.DATE_OF_BIRTH], TODAY, wording("en"))
    assert (found.date_of_birth, faults) == (date(1990, 1, 5), {})
    _, faults = read_form(form("5", "janvier", "1990"), [Field.DATE_OF_BIRTH], TODAY, wording("en"))
    assert faults == {Field.DATE_OF_BIRTH: "packet.error.date.month"}


def test_a_month_has_another_form_in_a_date_where_a_language_wants_it() -> None:
    """As in Russian, where both are taken; and the reader's own name comes before the same one of another language."""
    english = wording("en")
    own = {"month.3": "март", "month_in_date.3": "марта", "month.11": "July"}
    say = replace(english, texts={**english.texts, **own})
    assert (say.day("1990-03-05"), say.day("1990-03")) == ("марта 5, 1990", "март 1990")
    for typed, number in (("март", 3), ("март".upper(), 3), ("July", 11), ("july", 11), ("agosto", 8)):
        assert read_day("5", typed, "1990", until(TODAY), say) == date(1990, number, 5)


def test_the_day_of_a_request_is_read_the_same_way() -> None:
    """Each date has its own fields."""
    typed = {"local_request_date.day": "3", "local_request_date.month": "Aug", "local_request_date.year": "2026"}
    details, faults = read_form(typed, [Field.LOCAL_REQUEST_DATE], TODAY, wording("en"))
    assert (details.local_request_date, faults) == (date(2026, 8, 3), {})


COMING: list[tuple[Field, date, str]] = [
    (Field.REMOVAL_DATE, date(2026, 11, 22), "over"),
    (Field.REMOVAL_DATE, date(2026, 11, 23), ""),
    (Field.REMOVAL_DATE, date(2026, 11, 24), ""),
    (Field.REMOVAL_DATE, date(2028, 11, 24), ""),
    (Field.REMOVAL_DATE, date(2028, 11, 25), "far"),
    (Field.REMOVAL_DATE, date(1990, 3, 5), "over"),
    (Field.HEARING_DATE, date(2026, 11, 22), "over"),
    (Field.HEARING_DATE, date(2026, 11, 23), ""),
    (Field.HEARING_DATE, date(2036, 11, 24), ""),
    (Field.HEARING_DATE, date(2036, 11, 25), "far"),
]
"""Days of a removal and of a hearing: yesterday at the earliest, two years ahead or ten."""


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("field", "day", "fault"), COMING)
def test_a_day_to_come_is_taken_and_one_that_is_past_or_far_is_told(
    field: Field, day: date, fault: str, language: str
) -> None:
    """With the exact message, in both languages."""
    typed = {f"{field}.day": str(day.day), f"{field}.month": str(day.month), f"{field}.year": str(day.year)}
    details, faults = read_form(typed, [field], TODAY, wording(language))
    assert getattr(details, field) == (None if fault else day)
    assert [wording(language)(text) for text in faults.values()] == ([MESSAGES[language][fault]] if fault else [])


def test_two_years_from_a_leap_day_end_on_the_day_after() -> None:
    """There is no such day in the year that is meant."""
    for day, fault in ((date(2030, 3, 1), False), (date(2030, 3, 2), True)):
        typed = dict(
            zip(("removal_date.year", "removal_date.month", "removal_date.day"), f"{day}".split("-"), strict=True)
        )
        assert bool(read_form(typed, [Field.REMOVAL_DATE], date(2028, 2, 29), wording("en"))[1]) is fault


def test_days_to_come_end_in_a_year_that_has_another_after_it() -> None:
    """A clock that shows the year 9998 is wrong, and breaks nothing."""
    assert ahead(date(9996, 5, 3), 2).last == date(9998, 5, 3)
    assert ahead(date(9997, 12, 31), 2) == Span(date(9997, 12, 30), date(9998, 12, 31), Fault.OVER, Fault.FAR)
