"""Every language counts as CLDR says that it does, and has each form that it needs."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from scripts.checks import counting
from wizard.languages import Language, languages, table
from wizard.plurals import COUNTED, RULES, categories, category
from wizard.wording import Wording, wording

COUNTED_BY = {
    "none": ("zh", "vi", "ko"),
    "one_other": ("en", "es", "de", "tr"),
    "zero_one": ("fr", "pt", "hi", "bn", "pa", "fa", "am"),
    "slavic": ("ru", "uk"),
    "polish": ("pl",),
    "arabic": ("ar",),
}
"""Languages that count by each rule: those of the guide, those to come, and their neighbours."""

NOT_IN_CLDR = ("ht",)


@pytest.mark.parametrize(("rule", "language"), [(rule, name) for rule in COUNTED_BY for name in COUNTED_BY[rule]])
def test_a_language_counts_as_cldr_says(rule: str, language: str) -> None:
    """Every number from nothing to a thousand."""
    by_cldr = Locale.parse(language).plural_form
    assert [category(rule, number) for number in range(1001)] == [by_cldr(number) for number in range(1001)]


def test_every_rule_is_held_against_cldr_and_every_language_has_the_rule_of_its_own() -> None:
    """One that CLDR does not know says one thing and many alike."""
    assert COUNTED_BY.keys() == RULES.keys()
    for code, language in table().items():
        assert language.plural in RULES
        assert code in COUNTED_BY[language.plural] or (code in NOT_IN_CLDR and language.plural == "none")


def test_the_numbers_looked_at_show_every_form() -> None:
    """But that of nothing at all, of which another text speaks."""
    for name, rule in RULES.items():
        assert set(categories(name)) == {rule(number) for number in range(1, 1001)}


@pytest.mark.parametrize("language", languages())
def test_a_text_that_counts_says_how_many(language: str) -> None:
    """In the form of the number, and for a script in every form."""
    say = wording(language)
    for name in COUNTED:
        for number in range(1, 200):
            if number > 1:
                assert str(number) in say.count(name, number)
        assert say.forms(name)["other"].count("{count}") == 1


def in_russian(**texts: str) -> Wording:
    """English with other texts, told to count as Russian does."""

    class Russian(Wording):
        @property
        def about(self) -> Language:
            return replace(table()["en"], plural="slavic")

    english = wording("en")
    return Russian("en", {**english.texts, **{f"ui.left.{form}": text for form, text in texts.items()}}, english.values)


def test_the_form_follows_the_number_in_a_language_with_more_than_two() -> None:
    """As Russian has three."""
    say = in_russian(one="{count} вопрос", few="{count} вопроса", many="{count} вопросов")
    told = [say.count("ui.left", number) for number in (1, 2, 5, 11, 12, 21, 24, 111)]
    assert told == [
        *("1 вопрос", "2 вопроса", "5 вопросов", "11 вопросов", "12 вопросов"),
        *("21 вопрос", "24 вопроса", "111 вопросов"),
    ]


def test_a_form_that_is_missing_or_that_no_number_takes_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a number that the form of many numbers does not say."""
    changed = in_russian(one="Один вопрос", few="{count} вопроса")
    monkeypatch.setattr(counting, "texts_of", lambda _: changed.texts)
    monkeypatch.setattr(counting, "table", lambda: {"en": changed.about})
    found = [fault for fault in counting.form_faults("en") if "ui.left" in fault]
    assert found == [
        "wording: en lacks ui.left.many",
        "wording: en has ui.left.other, which no number takes",
        "wording: en, ui.left.one: its braces are not those of en",
    ]


SCRIPT = """
import { counted } from "FILE";
const forms = FORMS;
console.log(JSON.stringify(LANGUAGES.map(language => NUMBERS.map(count => counted(forms, count, language)))));
"""


def test_a_script_of_the_page_takes_the_same_forms() -> None:
    """By the browser's own rules; of a language that it does not know, the form of most numbers."""
    file = Path(__file__).parents[1] / "scripts" / "guide" / "theme" / "assets" / "guide" / "counting.js"
    asked = {"en": "one_other", "fr": "zero_one", "zh": "none", "ru": "slavic", "ar": "arabic", "pa": "zero_one"}
    forms = {form: f"{form} {{count}}" for form in ("zero", "one", "two", "few", "many", "other")}
    numbers = list(range(1, 120))
    parts: dict[str, Any] = {"FORMS": forms, "LANGUAGES": list(asked), "NUMBERS": numbers}
    script = SCRIPT.replace("FILE", file.as_uri())
    for name, value in parts.items():
        script = script.replace(name, json.dumps(value))
    ran = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    told = [[f"{category(rule, number)} {number}" for number in numbers] for rule in asked.values()]
    assert json.loads(ran.stdout) == told
