"""Syllables, formulas and limits: how hard texts are to read is measured as it is said, and held."""

import tomllib

import pytest

from scripts.checks import reading_limits
from scripts.checks.reading_level import MEASURES, ease, level, measure_of, school_grade
from scripts.checks.reading_limits import Limits, limits_after, measured, table_of_today, too_hard
from scripts.checks.syllables import syllables
from wizard.languages import languages

ENGLISH = """
    the 1, call 1, asked 1, don't 1, people 2, lawyer 2, office 2, doctor 2, wanted 2, judges 2, country 2, children 2,
    someone 2, telephone 3, document 3, detention 3, removal 3, yesterday 3, medicine 3, information 4, immigration 4,
    emergency 4, opportunity 5, responsibility 6, noncitizen 4, detainer 3, revokes 2, brotli 2, ICE 1, ICE's 2,
    browser's 2, OPLA 2, DHS 3, USCIS 5, A-number 3, check-in 2, G-28 4, a.m. 2, 911 3, 2026 5
"""
SPANISH = """
    casa 2, abogado 4, teléfono 4, número 3, detención 3, fianza 2, familia 3, ciudad 2, audiencia 3, construir 2,
    poeta 3, leer 2, aéreo 4, día 2, país 2, envíe 3, continúe 4, oído 3, ahí 2, ahora 3, prohíbe 3, prohibir 2,
    vehículo 4, chico 2, que 1, quien 1, guerra 2, guía 2, agua 2, pingüino 3, antigüedad 4, Uruguay 3, muy 1, hoy 1,
    ayuda 3, y 1, ICE 2, DHS 5, G-28 5, 2025 6
"""
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."


def counted(table: str) -> list[tuple[str, int]]:
    """The words of a table with their syllables."""
    return [(word, int(count)) for word, count in (entry.split() for entry in table.split(","))]


@pytest.mark.parametrize(("word", "count"), counted(ENGLISH))
def test_english_syllables_are_those_of_speech(word: str, count: int) -> None:
    """From the dictionary, by groups of vowels, piece by piece or letter by letter."""
    assert syllables(word, "en") == count


@pytest.mark.parametrize(("word", "count"), counted(SPANISH))
def test_spanish_syllables_are_those_of_speech(word: str, count: int) -> None:
    """Diphthongs, hiatus, silent u and h, and y as a vowel."""
    assert syllables(word, "es") == count


def test_each_table_has_forty_words() -> None:
    """And none twice."""
    assert len(dict(counted(ENGLISH))) == len(dict(counted(SPANISH))) == 40


def test_the_english_formula_gives_the_grade_of_a_known_sentence() -> None:
    """One sentence of 13 words and 24 syllables, which is said to be of grade 11.3."""
    assert school_grade(1, 13, 24) == pytest.approx(11.265, abs=0.001)
    assert level([PLATYPUS], MEASURES["school_grade"]) == pytest.approx(11.265, abs=0.001)


def test_the_spanish_formula_gives_the_ease_of_a_counted_sentence() -> None:
    """El pe-rro co-me pan: 4 words, 6 syllables; and two sentences are measured together."""
    assert ease(1, 4, 6) == pytest.approx(206.835 - 93.45 - 4)
    assert level(["El perro come pan.", "La casa es de mi familia."], MEASURES["ease"]) == pytest.approx(
        ease(2, 10, 15)
    )


def test_a_dash_is_no_word_and_a_hyphen_makes_no_two() -> None:
    """A blank to fill in is none either."""
    assert level(["Go to a check-in — ______ today."], MEASURES["school_grade"]) == pytest.approx(school_grade(1, 5, 7))


def test_limits_follow_from_what_is_measured() -> None:
    """One and a half grades, or as many points as 3.8 words a sentence; a screen in English is never beyond six."""
    assert limits_after("pages", "en", {"hard": 6.0, "plain": 4.0}) == Limits(mean=6.5, hardest=7.5)
    assert limits_after("screens", "en", {"hard": 5.9, "plain": 3.1}) == Limits(mean=6.0, hardest=6.0)
    assert limits_after("screens", "es", {"hard": 70.0, "plain": 80.0}) == Limits(mean=71.2, hardest=66.2)


@pytest.mark.slow
def test_no_limit_is_looser_than_what_was_measured_allows() -> None:
    """The table holds every kind of text, and nobody loosened it by hand."""
    table = tomllib.loads(reading_limits.TABLE.read_text("utf-8"))
    assert set(table) == {code for code in languages() if measure_of(code)}
    for language, kinds in table.items():
        assert set(kinds) == set(measured(language))
        for kind, row in kinds.items():
            for what in ("mean", "hardest"):
                allowed = limits_after(kind, language, {"one": row[what]["measured"]}).hardest
                assert row[what]["limit"] == pytest.approx(allowed, abs=0.11)


def test_setting_the_limits_writes_the_same_kinds_again() -> None:
    """So that the one command leaves a table that the check can read."""
    kept = tomllib.loads(reading_limits.TABLE.read_text("utf-8"))
    made = tomllib.loads(table_of_today())
    assert {language: list(kinds) for language, kinds in made.items()} == {
        language: list(kinds) for language, kinds in kept.items()
    }


def test_a_language_without_a_measure_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rather than left out in silence; there is a formula for some languages only, so it is no fault."""
    monkeypatch.setattr(reading_limits, "languages", lambda: ("fr",))
    monkeypatch.setattr(reading_limits, "measure_of", lambda _: None)
    assert list(reading_limits.reading_faults()) == []
    assert "fr: not measured" in capsys.readouterr().out


def test_a_measured_language_without_limits_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that sets them."""
    monkeypatch.setattr(reading_limits, "languages", lambda: ("fr",))
    monkeypatch.setattr(reading_limits, "measure_of", lambda _: MEASURES["ease"])
    (fault,) = reading_limits.reading_faults()
    assert "fr has no limits" in fault
    assert "--set" in fault


@pytest.mark.parametrize(("language", "plain", "hard"), [("en", 3.0, 12.0), ("es", 90.0, 40.0)])
def test_a_text_that_is_too_hard_is_found(language: str, plain: float, hard: float) -> None:
    """Alone, and by what it does to the mean; plain ones are no fault."""
    limits = limits_after("pages", language, {"plain": plain})
    faults = list(too_hard("pages", language, {"hard": hard, "plain": plain}, limits))
    assert any("hard:" in fault for fault in faults)
    assert any("mean" in fault for fault in faults)
    assert list(too_hard("pages", language, {"plain": plain}, limits)) == []


def test_a_screen_that_many_come_to_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or it would weigh as often in the mean; and one without a sentence would flatter it."""
    alike = ["Call the office today please."]
    screens = {"screens": {"one": alike, "two": alike, "three": [*alike, PLATYPUS], "none": []}}
    monkeypatch.setattr(reading_limits, "texts", lambda _: screens)
    measured.cache_clear()
    assert list(measured("en")["screens"]) == ["three", "one and 1 alike"]
    measured.cache_clear()
