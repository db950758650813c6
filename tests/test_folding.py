"""What people write differently is the same, and what only looks alike is not: in Python and in the pages' script."""

import json
import subprocess
from pathlib import Path
from unicodedata import category, name, normalize

import pytest
from babel import Locale

from scripts.tables.countries import NOT_COUNTRIES
from wizard.folding import folded, folded_letters

SCRIPT = Path(__file__).parents[1] / "scripts" / "guide" / "theme" / "assets" / "guide" / "folding.js"

ALIKE = [
    ("Peru", "PERÚ", "Pérù"),
    ("Lodz", "Łódź", "LODZ"),
    ("Tromso", "Tromsø", "TROMSØ"),
    ("Dak Lak", "Đắk Lắk", "ĐẮK LẮK"),
    ("Strasse", "Straße", "STRASSE"),
    ("Aeroe", "Ærø", "ÆRØ")[1:],
    ("Istanbul", "İstanbul", "ıstanbul"),
    ("Quebec", "Québec", "Que\u0301bec"),
    ("Coeur", "Cœur"),
    ("Hawaii", "Hawaiʻi", "Hawaiʼi"),
    ("Ойуун", "ойуун", "ОЙУУН"),
    ("Еж", "ёж", "ЁЖ"),
    ("Οδος", "ΟΔΌΣ", "οδοσ"),
    ("محمد", "مُحَمَّد", "محـــمد"),
    ("احمد", "أحمد"),
    ("مصطفي", "مصطفى"),
    ("مدينه", "مدينة"),
    ("ब्राजील", "ब्राज़ील"),
    ("हिन्दी", "हि\u200dन्दी"),
    ("ガ", "ガ"),
    ("한국", normalize("NFD", "한국")),
]

APART = [
    ("टोगो", "टोंगा"),
    ("टोगो", "टोगा"),
    ("दिन", "दान"),
    ("কাল", "কুল"),
    ("ਦਿਨ", "ਦਾਨ"),
    ("بيت", "بنت"),
    ("中国", "中文"),
    ("ハ", "バ"),
]

SPOKEN = ("en", "es", "fr", "pt", "vi", "pl", "ru", "uk", "ar", "fa", "hi", "bn", "pa", "zh", "tr", "am", "my", "ko")


@pytest.mark.parametrize("alike", ALIKE, ids=[row[0] for row in ALIKE])
def test_what_people_write_differently_is_the_same(alike: tuple[str, ...]) -> None:
    """Case, accents, letters with a stroke, vowels of Arabic, and what cannot be seen."""
    assert len({folded(word) for word in alike}) == 1
    assert folded(folded(alike[-1])) == folded(alike[-1])


@pytest.mark.parametrize(("one", "other"), APART)
def test_signs_that_make_another_word_stay(one: str, other: str) -> None:
    """Togo and Tonga, day and gift."""
    assert folded(one) != folded(other)
    assert folded_letters(one) != folded_letters(other)


def latin_letters() -> list[str]:
    """Every small letter of the Latin alphabets of today that is one of a to z with something added."""
    codes = [*range(0x80, 0x250), *range(0x1E00, 0x1F00)]
    return [chr(code) for code in codes if name(chr(code), "").startswith("LATIN SMALL LETTER ")]


def test_every_latin_accent_is_known() -> None:
    """A letter that Unicode calls *X with* something is folded to that X."""
    for letter in latin_letters():
        base, _, added = name(letter).removeprefix("LATIN SMALL LETTER ").partition(" WITH ")
        if added and len(base) == 1:
            assert folded(letter) == base.lower(), name(letter)
            assert folded(letter.upper()) == base.lower(), name(letter)


@pytest.mark.parametrize("language", SPOKEN)
def test_no_two_countries_are_folded_to_one_in_any_language(language: str) -> None:
    """Of the guide, and of those to come."""
    names = {
        code: str(told)
        for code, told in Locale.parse(language).territories.items()
        if code.isalpha() and code not in NOT_COUNTRIES
    }
    assert len({folded_letters(told) for told in names.values()}) == len(set(names.values())) > 240


def test_the_pages_script_folds_as_python_does() -> None:
    """Every letter and mark of the scripts that people of the guide write, and whole words."""
    letters = [chr(code) for code in (*range(0x20, 0x1200), *range(0x1E00, 0x2100), *range(0x3040, 0x3100))]
    known = [f"a{letter}" for letter in letters if category(letter)[0] in "LMNPZ"]
    words = [*known, *(word for row in (*ALIKE, *APART) for word in row)]
    script = f'import {{ folded }} from "{SCRIPT.as_uri()}";\n'
    script += f"console.log(JSON.stringify({json.dumps(words)}.map(folded)));"
    ran = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    told = json.loads(ran.stdout)
    assert [(word, one) for word, one in zip(words, told, strict=True) if one != folded(word)] == []
