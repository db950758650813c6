"""Every other detail: what is taken, what is said of what is not, and that words stay as they were typed."""

import json
import re
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.tables import countries as table
from tests.packets import TODAY, digits, wide
from wizard.cards import Channel
from wizard.intake import BadIntakeError
from wizard.languages import languages
from wizard.packet.case_file import typed_of
from wizard.packet.countries import country_in, country_names
from wizard.packet.details import Details, read_form
from wizard.packet.fields import OWN_WORDS, Field
from wizard.packet.typed import MOST_BYTES, line_of, lines_of
from wizard.wording import wording


def read(field: Field, **typed: str) -> tuple[Details, dict[str, str]]:
    """What is read of one field."""
    return read_form({name.replace("__", "."): value for name, value in typed.items()}, [field], TODAY, wording("en"))


@pytest.mark.parametrize(
    "name", ["Ana", "O'Neill-Ñandú", "李小龙", "محمد", "Nguyễn Văn A", "X Æ A-12", "Jr.", "🙂", "-"]
)
def test_a_name_is_whatever_a_person_is_called(name: str) -> None:
    """Any script, a single name, and no first or last."""
    details, faults = read(Field.NAME, name=name)
    assert (details.name, faults) == (name, {})


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("someone", "form"),
        ("someone@", "form"),
        ("@example.invalid", "form"),
        ("a b@example.invalid", "space"),
        ("write to a@example.invalid", "space"),
        ("a@example.invalid b@example.invalid", "several"),
        ("a@example.invalid, b@example.invalid", "several"),
        ("Ana <a@example.invalid>, Luis <b@example.invalid>", "several"),
        ("a@example,invalid", "comma"),
        ("a@example..invalid", "dots"),
        ("a..b@example.invalid", "dots"),
        (".a@example.invalid", "dots"),
        ("a.@example.invalid", "dots"),
        ("a@.example.invalid", "dots"),
        ("\u0430na@example.invalid", "letters"),  # a Cyrillic letter among Latin ones
        ("an\u03b1@example.invalid", "letters"),  # Greek
        ("ana@ex\u0430mple.invalid", "letters"),
        ("\u0441\u043e\u0440@example.invalid", "letters"),  # Cyrillic alone that reads as "cop"
        ("a@b@example.invalid", "form"),
        ("a@example", "form"),
        ("a@example.", "form"),
        ("mailto:", "form"),
    ],
)
def test_what_is_no_email_address_is_told_so(typed: str, fault: str) -> None:
    """By the id of one message."""
    assert read(Field.EMAIL, email=typed)[1] == {Field.EMAIL: f"packet.error.email.{fault}"}


@pytest.mark.parametrize(
    "typed",
    [
        "a@example.invalid,",
        "a@example.invalid.",
        "<a@example.invalid>",
        "Ana <a@example.invalid>",
        '"a@example.invalid";',
        "(a@example.invalid).",
        "mailto:a@example.invalid",
        "<mailto:a@example.invalid?subject=Hello>",
        "a @ example.invalid",
        "a@example.invalid\u200b",
        wide("a@example.invalid"),
    ],
)
def test_an_email_address_is_taken_out_of_what_came_along(typed: str) -> None:
    """The signs of a sentence, a name, a link."""
    details, faults = read(Field.EMAIL, email=typed)
    assert (details.email, faults) == ("a@example.invalid", {})


@pytest.mark.parametrize(
    "typed",
    ["jos\u00e9@example.invalid", "\u043f\u043e\u0447\u0442\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444"],
)
def test_an_address_in_another_alphabet_is_taken(typed: str) -> None:
    """Where its letters are those of that alphabet throughout, and not such as only look Latin."""
    details, faults = read(Field.EMAIL, email=typed)
    assert (details.email, faults) == (typed, {})


EMAIL_MESSAGES = {
    "en": {
        "several": "There is room for one email address. Choose the one that is read most.",
        "space": "An email address has no spaces. Write the address alone.",
        "comma": "This email address has a comma. Put a dot in its place.",
        "dots": "This email address has a dot too many: two side by side, "
        "or one at its beginning or beside the at sign. Take it out.",
        "letters": "A letter of this email address is Cyrillic or Greek, and only looks like a Latin one. "
        "Type the address again in Latin letters.",
    },
    "es": {
        "several": "Aquí cabe una sola dirección de correo. Elija la que más se revisa.",
        "space": "Una dirección de correo no lleva espacios. Escriba solo la dirección.",
        "comma": "Esta dirección de correo lleva una coma. Ponga un punto en su lugar.",
        "dots": "A esta dirección de correo le sobra un punto: hay dos seguidos, "
        "o uno al comienzo o junto a la arroba. Quítelo.",
        "letters": "Una letra de esta dirección de correo es cirílica o griega, y solo parece latina. "
        "Escriba la dirección otra vez con letras latinas.",
    },
}
SOCIAL = {
    "en": "This looks like a Social Security number, with 3, 2 and 4 digits. Do not write it here. "
    "No paper of this guide needs it.",
    "es": "Esto parece un número de Seguro Social, con 3, 2 y 4 dígitos. No lo escriba aquí. "
    "Ningún papel de esta guía lo necesita.",
}
SOCIAL_IN_WORDS = {
    "en": "One of these lines holds what looks like a Social Security number, with 3, 2 and 4 digits. Leave it out. "
    "No paper of this guide needs it. Is it another number? Write it without spaces and hyphens.",
    "es": "Una de estas líneas tiene lo que parece un número de Seguro Social, con 3, 2 y 4 dígitos. Quítelo. "
    "Ningún papel de esta guía lo necesita. ¿Es otro número? Escríbalo sin espacios ni guiones.",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_slip_has_its_message_in_both_languages(language: str) -> None:
    """Word for word."""
    say = wording(language)
    assert {fault: say("packet.error.email", fault) for fault in EMAIL_MESSAGES[language]} == EMAIL_MESSAGES[language]
    assert say("packet.error.social") == SOCIAL[language]
    assert say("packet.error.social_in_words") == SOCIAL_IN_WORDS[language]


ONE_LINE = (
    *(Field.NAME, Field.COUNTRY_OF_BIRTH, Field.TELEPHONE, Field.CENTER, Field.BOOKING_NUMBER),
    *(Field.SENDER_NAME, Field.SENDER_ORGANIZATION, Field.SENDER_CONTACT),
)


@pytest.mark.parametrize("field", ONE_LINE)
@pytest.mark.parametrize("typed", ["123-45-6789", "123 45 6789", "Ana 123-45-6789", wide("123-45-6789")])
def test_a_social_security_number_is_told_and_not_taken(field: Field, typed: str) -> None:
    """In every field of one line: no paper needs it, and whoever reads the paper could use it."""
    details, faults = read(field, **{field.value: typed})
    assert faults == {field: "packet.error.social"}
    assert not details.has(field)


SEVERAL_LINES = (Field.LOCAL_OUTCOME, Field.WHAT_CHANGED, Field.FACTS, Field.REQUEST, Field.EXHIBITS)


@pytest.mark.parametrize("field", SEVERAL_LINES)
@pytest.mark.parametrize(
    "line",
    [
        "123-45-6789",
        "Her number is 123 45 6789.",
        "His SSN: 123\u201345\u20136789, since 2019",
        "We came in 2019. 123-45-6789 is his number, and 555-010-4477 mine.",
        "Call +1 555 010 4477. 123-45-6789",
        "1) 123.45.6789",
        "123\u200b-45-6789",
    ],
)
def test_a_social_security_number_among_own_words_is_told_and_nothing_is_taken_out(field: Field, line: str) -> None:
    """In any line, beside other numbers too; the words are the person's to change."""
    details, faults = read(field, **{field.value: f"He has lived here since 2010.\n{line}\nThank you."})
    assert faults == {field: "packet.error.social_in_words"}
    assert not details.has(field)


@pytest.mark.parametrize("part", ["which", "where", "answer"])
def test_each_part_of_what_was_overlooked_is_looked_at(part: str) -> None:
    """They are own words too."""
    faults = read(Field.OVERLOOKED_FACTORS, **{f"overlooked_factors__{part}": "See 123-45-6789"})[1]
    assert faults == {Field.OVERLOOKED_FACTORS: "packet.error.social_in_words"}


@pytest.mark.parametrize(
    "line",
    [
        "A 012-345-678, A012 345 678 and 012345678",
        "Born 5 3 1990, here since 03/05/2010",
        "Call 555-010-4477, 1 555 010 4477 or +49 123-45-6789",
        "Case 12-123-45-6789, page 12 123 45 6789",
        "Room 123\n45 Main Street\n6789",
        "123456789",
    ],
)
def test_other_numbers_among_own_words_stay(line: str) -> None:
    """Days, telephone numbers, A-numbers, and what stands on lines of their own."""
    assert read(Field.FACTS, facts=line) == (Details(facts=tuple(line.split("\n"))), {})


@pytest.mark.parametrize(
    "typed", ["+49 123 45 6789", "011 972 123 45 6789", "(555) 010-4477", "12 123 45 6789", "555-010-4477"]
)
def test_a_telephone_number_is_no_social_security_number(typed: str) -> None:
    """Nor is one abroad whose last digits are grouped so."""
    assert read(Field.TELEPHONE, telephone=typed)[1] == {}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("555-010-4477 or a..b@example.invalid", "dots"), ("\u0430na@example.invalid", "letters")],
)
def test_the_address_of_the_sender_is_looked_at_too(typed: str, fault: str) -> None:
    """Among other words."""
    assert read(Field.SENDER_CONTACT, sender_contact=typed)[1] == {Field.SENDER_CONTACT: f"packet.error.email.{fault}"}
    kept = "555-010-4477, <ana@example.invalid>"
    assert read(Field.SENDER_CONTACT, sender_contact=kept)[0].sender_contact == kept


def test_no_email_is_an_answer_and_both_are_a_contradiction() -> None:
    """The letter then says that there is none."""
    none, faults = read(Field.EMAIL, email__none="on")
    assert (none.no_email, none.email, faults) == (True, "", {})
    assert none.has(Field.EMAIL)
    assert read(Field.EMAIL, email="a@b.invalid", email__none="on")[1] == {Field.EMAIL: "packet.error.email.both"}
    assert not read(Field.EMAIL)[0].has(Field.EMAIL)


@pytest.mark.parametrize(
    "typed", ["(555) 010 4477", "+504 9999 9999", digits("5550104477", 0x660), "555.010.4477 ext. 12"]
)
def test_a_telephone_number_stays_as_it_was_typed(typed: str) -> None:
    """Of any country."""
    details, faults = read(Field.TELEPHONE, telephone=typed)
    assert (details.telephone, faults) == (typed, {})


def test_too_few_digits_are_no_telephone_number() -> None:
    """An area code is said to be needed."""
    assert read(Field.TELEPHONE, telephone="555 010")[1] == {Field.TELEPHONE: "packet.error.telephone.few"}


@pytest.mark.parametrize("field", [Field.NAME, Field.FACTS, Field.REQUEST, Field.COUNTRY_OF_BIRTH, Field.EXHIBITS])
def test_a_hundred_kilobytes_are_taken_and_more_are_told_in_plain_words(field: Field) -> None:
    """Counted in bytes of UTF-8."""
    full = "ñ" * (MOST_BYTES // 2)
    assert read(field, **{field.value: full})[1] == {}
    assert read(field, **{field.value: full + "a"})[1] == {field: "packet.error.too_long"}
    for language in languages():
        assert wording(language)("packet.error.too_long")


def test_what_no_document_can_hold_is_left_out_and_the_rest_stays() -> None:
    """Controls go, half a pair becomes the mark for it, and marks of direction and of no width stay."""
    assert line_of("a\x00b\x07c\x1bd\x7fe\ufffff\U0001fffeg") == "abcdefg"
    assert line_of("a\ud800b") == "a\ufffdb"
    assert line_of("a\u202eb\u2066c\u200dd") == "a\u202eb\u2066c\u200dd"
    assert lines_of("a\r\nb\rc\u2028d\u2029e\x85f") == ("a", "b", "c", "d", "e", "f")
    assert lines_of("\n\n a\n\n\tb \n\n") == (" a", "", "\tb")
    assert line_of("a\nb\tc") == "a b c"
    assert lines_of("\u200b\u2060\ufeff\u202e") == ()


@given(st.text(alphabet=st.characters(codec=None), max_size=40))
def test_text_of_any_kind_becomes_text_that_xml_can_hold(text: str) -> None:
    """And is then left as it is."""
    for line in lines_of(text):
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", line)
        assert normalize("NFC", line) == line
        assert lines_of(line) in {(line,), ()}


def test_papers_are_one_a_line() -> None:
    """Empty lines are no papers."""
    assert read(Field.EXHIBITS, exhibits="Letter\n\n  Certificate \n")[0].exhibits == ("Letter", "Certificate")


def test_the_three_parts_of_an_overlooked_factor_stand_in_their_order() -> None:
    """Which, where, and what the answer said."""
    typed = {"overlooked_factors__answer": "c", "overlooked_factors__which": "a", "overlooked_factors__where": "b"}
    assert read(Field.OVERLOOKED_FACTORS, **typed)[0].overlooked_factors == (("a",), ("b",), ("c",))


@pytest.mark.parametrize("typed", ["Alemania", "alemania", "Germany", " GERMANY "])
def test_a_country_is_known_in_every_language_of_the_guide(typed: str) -> None:
    """And a letter names it in English."""
    assert country_in("en", typed.strip()) == "Germany"
    assert country_in("es", typed.strip()) == "Alemania"


@pytest.mark.parametrize("typed", ["Yugoslavia", "I do not know", "Ixcán", "<b>"])
def test_any_other_country_stays_as_it_was_typed(typed: str) -> None:
    """Borders change, and people know where they were born."""
    assert country_in("en", typed) == typed


def test_the_table_of_countries_is_what_the_package_says_and_tells_each_from_every_other() -> None:
    """No name means two countries in any language."""
    assert table.TABLE.read_text("utf-8") == table.table()
    for language in languages():
        names = country_names(language)
        assert len(names) == len(set(names)) > 240
        for name in names:
            assert country_in(language, name) == name


def test_names_to_choose_from_stand_as_a_dictionary_of_the_language_has_them() -> None:
    """Accents and spaces where readers look for them; in any language, also one that sorts by sounds or after z."""
    spanish = country_names("es")
    assert spanish.index("Afganistán") < spanish.index("Alemania") < spanish.index("Arabia Saudí")
    assert spanish.index("Guinea Ecuatorial") < spanish.index("Guinea-Bisáu") < spanish.index("Guyana")
    assert spanish.index("San Marino") < spanish.index("Santa Elena") < spanish.index("Santo Tomé y Príncipe")
    words = {"es": ("oso", "ñu", "nube"), "zh": ("中国", "巴西", "阿富汗"), "hi": ("नेपाल", "भारत", "अफ़गानिस्तान")}
    found = table.in_order({language: {word: word for word in row} for language, row in words.items()})
    assert found == {
        "es": ["nube", "ñu", "oso"],
        "zh": ["阿富汗", "巴西", "中国"],
        "hi": ["अफ़गानिस्तान", "नेपाल", "भारत"],
    }


def test_the_build_refuses_a_stale_table_of_countries() -> None:
    """Like that of holidays."""
    build = (Path(__file__).resolve().parents[1] / "scripts" / "build").read_text("utf-8")
    assert "scripts.tables.countries --check" in build


SHAPES: list[tuple[str, dict[str, Any]]] = [
    ("details", {"surprise": "Zacapa"}),
    ("details", {"Zacapa": 1}),
    ("details.name", {"name": 7}),
    ("details.name", {"name": ["Zacapa"]}),
    ("details.date_of_birth", {"date_of_birth": "5 March 1990"}),
    ("details.date_of_birth", {"date_of_birth": "1990-3-5"}),
    ("details.date_of_birth", {"date_of_birth": 1990}),
    ("details.exhibits", {"exhibits": "Zacapa"}),
    ("details.exhibits", {"exhibits": ["Zacapa", 1]}),
    ("details.email", {"email": {"Zacapa": 1}}),
    ("details.facts_for", {"facts_for": "Zacapa"}),
    ("details.facts_for", {"facts_for": ["Zacapa"]}),
    ("details.facts_for", {"facts_for": {"Zacapa": "x"}}),
    ("details.facts_for", {"facts_for": {"outside": "Zacapa"}}),
    ("details.facts_for", {"facts_for": {"opla": ["Zacapa"]}}),
    ("details.requests", {"requests": {"detention_line": "Zacapa"}}),
    ("details.requests", {"requests": {"opla": 5}}),
    ("details.exhibits_for", {"exhibits_for": {"opla": "Zacapa"}}),
    ("details.exhibits_for", {"exhibits_for": {"opla": ["Zacapa", 1]}}),
    ("details.words_in_english", {"words_in_english": "Zacapa"}),
    ("details.interpreter", {"interpreter": 1}),
    ("details.removal_date", {"removal_date": "Friday"}),
    ("details.hearing_date", {"hearing_date": 2027}),
    ("details.center", {"center": {"Zacapa": 1}}),
]


@pytest.mark.parametrize(("field", "details"), SHAPES, ids=[json.dumps(details) for _, details in SHAPES])
def test_details_of_a_wrong_shape_are_refused_by_the_name_of_their_field(field: str, details: dict[str, Any]) -> None:
    """And what they hold is not repeated."""
    with pytest.raises(BadIntakeError) as refusal:
        typed_of(details)
    assert str(refusal.value).startswith(f"{field}:")
    assert "Zacapa" not in str(refusal.value)


def test_null_is_the_same_as_absent_and_none_is_an_answer() -> None:
    """As everywhere in an intake."""
    assert typed_of({"name": None, "email": " None "}) == {"email.none": "on"}


def test_an_unknown_detail_is_refused_with_the_names_of_all() -> None:
    """Those of each letter's own among them."""
    with pytest.raises(BadIntakeError) as refusal:
        typed_of({"fact": "Zacapa"})
    for name in (*Field, "facts_for", "requests", "exhibits_for"):
        assert f"{name}" in str(refusal.value).replace(",", " ").split()


def test_words_for_a_letter_are_read_under_its_name() -> None:
    """A list of exhibits as a paper on each line."""
    told = {"facts_for": {"opla": "a\nb", "detention_line": None}, "exhibits_for": {"opla": ["c", "d\ne"]}}
    assert typed_of(told) == {"facts.opla": "a\nb", "exhibits.opla": "c\nd e"}
    ticks = typed_of({"words_in_english": True, "interpreter": False})
    assert ticks == {"words_in_english": "on"}
    details, faults = read_form({"facts.opla": "x", "facts": "y"}, [Field.FACTS], TODAY, wording("en"), Channel.OPLA)
    assert (details.facts, faults) == (("x",), {})
    _, faults = read_form({"facts.opla": "x" * (MOST_BYTES + 1)}, [Field.FACTS], TODAY, wording("en"), Channel.OPLA)
    assert faults == {"facts.opla": "packet.error.too_long"}


def test_a_helper_leaves_none_of_their_words_in_the_persons_own_request() -> None:
    """No detail that is a text of somebody's own, and nothing of who wrote it down."""
    told = Details(**{field.value: ("x",) for field in OWN_WORDS}, name="n", sender_name="s")  # type: ignore[arg-type]
    left = told.of_the_person()
    assert left.name == "n"
    senders = (Field.SENDER_NAME, Field.SENDER_ORGANIZATION, Field.SENDER_CONTACT)
    assert not any(left.has(field) for field in (*OWN_WORDS, *senders))
