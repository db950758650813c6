"""A-numbers as people type them: what is taken, and what is said of what is not."""

import pytest

from tests.packets import TODAY, digits, wide
from wizard.languages import languages
from wizard.packet.a_number import told_a_number
from wizard.packet.details import read_form
from wizard.packet.fields import Field
from wizard.wording import wording

TAKEN = [
    ("1234567", "A-001-234-567"),
    ("12345678", "A-012-345-678"),
    ("123456789", "A-123-456-789"),
    ("A1234567", "A-001-234-567"),
    ("a12345678", "A-012-345-678"),
    ("A123456789", "A-123-456-789"),
    ("A012345678", "A-012-345-678"),
    ("A 012 345 678", "A-012-345-678"),
    ("A-012-345-678", "A-012-345-678"),
    ("A012-345-678", "A-012-345-678"),
    ("A 012-345-678", "A-012-345-678"),
    ("012.345.678", "A-012-345-678"),
    ("A#012345678", "A-012-345-678"),
    ("A# 012 345 678", "A-012-345-678"),
    ("  A012345678  ", "A-012-345-678"),
    ("A\u00a0012\u00a0345\u00a0678", "A-012-345-678"),
    ("A\u2011012\u2011345\u2011678", "A-012-345-678"),
    ("A\u2013012\u2013345\u2013678", "A-012-345-678"),
    ("A\u2014012\u2014345\u2014678", "A-012-345-678"),
    ("A\u2212012\u2212345\u2212678", "A-012-345-678"),
    ("A\t012345678", "A-012-345-678"),
    ("A\n012345678", "A-012-345-678"),
    (wide("A012345678"), "A-012-345-678"),
    (wide("a1234567"), "A-001-234-567"),
    (wide("A-012-345-678"), "A-012-345-678"),
    (wide("A 012 345 678"), "A-012-345-678"),
    (digits("012345678", 0x660), "A-012-345-678"),
    (digits("A012345678", 0x6F0), "A-012-345-678"),
    (digits("012345678", 0x966), "A-012-345-678"),
    (digits("A012345678", 0x9E6), "A-012-345-678"),
    ("A\u200b012345678", "A-012-345-678"),
    ("\ufeffA012345678", "A-012-345-678"),
    ("A012345678\u200f", "A-012-345-678"),
    ("A012\u00ad345\u00ad678", "A-012-345-678"),
    ("\u202aA012345678\u202c", "A-012-345-678"),
    ("\u2066A012345678\u2069", "A-012-345-678"),
    ("(A012345678)", "A-012-345-678"),
    ("[A 012 345 678]", "A-012-345-678"),
    ("A: 012345678", "A-012-345-678"),
    ("A0000001", "A-000-000-001"),
    ("000000001", "A-000-000-001"),
    ("\u0410012345678", "A-012-345-678"),  # Cyrillic
    ("\u0430-012-345-678", "A-012-345-678"),
    ("\u0391 012 345 678", "A-012-345-678"),  # Greek
    ("\u03b1012345678", "A-012-345-678"),
]

REFUSED = [
    ("MSC2190000001", "receipt"),
    ("msc2190000001", "receipt"),
    ("MSC 21 900 00001", "receipt"),
    ("MSC-21-900-00001", "receipt"),
    ("IOE0912345678", "receipt"),
    ("EAC9912345678", "receipt"),
    (wide("MSC2190000012"), "receipt"),
    ("1", "short"),
    ("A", "characters"),
    ("A1", "short"),
    ("123456", "short"),
    ("A123456", "short"),
    ("A 123 456", "short"),
    ("1234567890", "long"),
    ("A1234567890", "long"),
    ("A-123-456-789-0", "long"),
    ("12345678901234567890", "long"),
    ("AA12345678", "characters"),
    ("B12345678", "characters"),
    ("12345678A", "characters"),
    ("A1234S678", "characters"),
    ("A12O45678", "characters"),
    ("Ana", "characters"),
    ("none", "characters"),
    ("A12345678?", "characters"),
    ("=A12345678", "characters"),
    ("+12345678", "characters"),
    ("A12345678;", "characters"),
    ("<b>A12345678</b>", "characters"),
    ("A12345678 and A87654321", "characters"),
    ("½2345678", "characters"),
    (digits("345", 0x660), "short"),
    ("😀", "characters"),
    ("..--..", "characters"),
    ("0000000", "zeros"),
    ("000000000", "zeros"),
    ("A000000000", "zeros"),
    ("A-000-000-000", "zeros"),
    (digits("00000000", 0x660), "zeros"),
    ("1234567890123 MSC", "characters"),
    ("MS2190000001", "characters"),
    ("\u0415\u0410\u04219912345678", "receipt"),  # Cyrillic
    ("\u04141234567", "characters"),
    ("A\u041e12345678", "characters"),
    ("123-45-6789", "social"),
    ("123 45 6789", "social"),
    ("123.45.6789", "social"),
    ("123 - 45 - 6789", "social"),
    ("123\u201345\u20136789", "social"),
    ("123\u200b-45-6789", "social"),
    ("A123-45-6789", "social"),
    ("SSN 123-45-6789", "social"),
    ("#123-45-6789", "social"),
    (wide("123-45-6789"), "social"),
    (digits("123", 0x660) + "-" + digits("45", 0x660) + "-" + digits("6789", 0x660), "social"),
]

MESSAGES = {
    "en": {
        "receipt": "This looks like a receipt number, with 3 letters and 10 digits. "
        "The A-number has the letter A and 7, 8 or 9 digits, such as A 012 345 678.",
        "characters": "An A-number has only the letter A and digits. For example, A 012 345 678.",
        "short": "This is too short. An A-number has 7, 8 or 9 digits. For example, A 012 345 678.",
        "long": "This is too long. An A-number has 7, 8 or 9 digits. For example, A 012 345 678.",
        "social": "This looks like a Social Security number, with 3, 2 and 4 digits. Do not write it here. "
        "The A-number has the letter A and 7, 8 or 9 digits, such as A 012 345 678.",
        "zeros": "This number has only zeros. "
        "Copy the A-number from a paper from immigration, or leave the field empty.",
    },
    "es": {
        "receipt": "Esto parece un número de recibo, con 3 letras y 10 dígitos. "
        "El número A lleva la letra A y 7, 8 o 9 dígitos, como A 012 345 678.",
        "characters": "Un número A lleva solo la letra A y dígitos. Por ejemplo: A 012 345 678.",
        "short": "Es demasiado corto. Un número A lleva 7, 8 o 9 dígitos. Por ejemplo: A 012 345 678.",
        "long": "Es demasiado largo. Un número A lleva 7, 8 o 9 dígitos. Por ejemplo: A 012 345 678.",
        "social": "Esto parece un número de Seguro Social, con 3, 2 y 4 dígitos. No lo escriba aquí. "
        "El número A lleva la letra A y 7, 8 o 9 dígitos, como A 012 345 678.",
        "zeros": "Aquí hay solo ceros. Copie el número A de un documento de inmigración, o deje el campo vacío.",
    },
}


@pytest.mark.parametrize(("typed", "shown"), TAKEN)
def test_an_a_number_is_taken_however_it_is_written(typed: str, shown: str) -> None:
    """With its A or without, separated or not, in digits of any script; shown padded to nine."""
    details, faults = read_form({"a_number": typed}, [Field.A_NUMBER], TODAY, wording("en"))
    assert faults == {}
    assert told_a_number(details.a_number) == shown


@pytest.mark.parametrize(("typed", "fault"), REFUSED)
@pytest.mark.parametrize("language", languages())
def test_what_is_no_a_number_is_explained_and_not_repeated(typed: str, fault: str, language: str) -> None:
    """The exact message, in both languages."""
    details, faults = read_form({"a_number": typed}, [Field.A_NUMBER], TODAY, wording(language))
    assert details.a_number == ""
    assert wording(language)(faults[Field.A_NUMBER]) == MESSAGES[language][fault]


def test_the_table_is_long_enough_and_nothing_stands_in_it_twice() -> None:
    """At least sixty cases."""
    typed = [row[0] for row in (*TAKEN, *REFUSED)]
    assert len(set(typed)) == len(typed) >= 60


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "\n"])
def test_an_empty_field_is_no_fault(typed: str) -> None:
    """The letter then has a blank."""
    details, faults = read_form({"a_number": typed}, [Field.A_NUMBER], TODAY, wording("en"))
    assert (details.a_number, faults) == ("", {})
