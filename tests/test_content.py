"""Texts, statements and facts hold together; and each check can fail."""

from dataclasses import fields, replace
from typing import Any

import pytest

from scripts.checks import __main__ as checks
from scripts.checks import content as check_content
from scripts.checks import languages as check_languages
from scripts.guide.page_text.facts import fact_link
from wizard.languages import languages
from wizard.library import Fact, Standing, facts, facts_in, load_toml, source, statements
from wizard.render import environment
from wizard.wording import texts_of, wording


@pytest.mark.slow
def test_no_fault_of_content() -> None:
    """Quotations word for word, every text in every language, every fact in its place, plain enough to read."""
    assert list(checks.faults()) == []


def test_all_statements_are_here() -> None:
    """R1 to R52, and only the last is a silence."""
    assert list(statements()) == [f"R{number}" for number in range(1, 53)]
    assert [statement.id for statement in statements().values() if statement.silence] == ["R52"]


def test_a_misquotation_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One changed word is enough."""
    changed = statements() | {"R28": replace(statements()["R28"], quote="will result in rejection")}
    monkeypatch.setattr(check_content, "statements", lambda: changed)
    assert any("R28" in fault for fault in check_content.statement_faults())


def test_a_changed_source_page_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its hash."""
    other = replace(source(), sha256="0" * 64)
    monkeypatch.setattr(check_content, "source", lambda: other)
    assert any("hash" in fault for fault in check_content.statement_faults())


def with_texts(monkeypatch: pytest.MonkeyPatch, language: str, texts: dict[str, Any]) -> None:
    """Has the checks read *texts* in place of those of *language*."""
    for module in (check_content, check_languages):
        monkeypatch.setattr(module, "texts_of", lambda code: texts if code == language else texts_of(code))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ui.leave", "Call 1-888-351-4024"),
        ("card.opla.do", "Write to someone@example.gov"),
        ("ui.danger_line", "In danger now?"),
        ("ui.something_new", "Text"),
        ("ui.leave", "Leave this page now"),
    ],
)
def test_a_fault_in_one_text_is_found(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    """A typed number or address, a lost brace, an extra id, and the English itself."""
    with_texts(monkeypatch, "es", {**texts_of("es"), name: text})
    assert any(name in fault for fault in check_content.wording_faults())


@pytest.mark.parametrize("name", ["ui.anybody", "office.somebody", "diagram.whatever", "ui.danger_lin", "site.frame"])
def test_a_text_that_nothing_asks_for_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Also one whose last word stands in many a sentence, or begins the id of another."""
    with_texts(monkeypatch, "en", {**texts_of("en"), name: "Text"})
    assert f"wording: en has {name}, which nothing asks for" in check_content.wording_faults()


@pytest.mark.parametrize("name", ["rule.the_field_office_was_asked.no", "question.custody.why", "beware.reject.lead"])
def test_a_missing_text_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """In whichever language."""
    with_texts(monkeypatch, "en", {key: value for key, value in texts_of("en").items() if key != name})
    assert any(name in fault for fault in check_content.wording_faults())


def test_every_fact_says_where_and_when_it_was_seen() -> None:
    """And only what is confirmed may go unmarked."""
    for fact in facts().values():
        assert fact.sources
        assert fact.checked >= "2021-03" or fact.standing is Standing.LAST_SEEN
        assert fact.value


def test_the_old_address_of_the_reviewing_official_is_never_a_link() -> None:
    """It is shown as what it is: one newspaper, March 2021."""
    fact = facts()["reviewing_official_email"]
    assert (fact.href, fact.checked, fact.standing.value) == ("", "2021-03", "last-seen")


def test_the_line_number_is_the_one_in_the_quotation() -> None:
    """R5."""
    assert facts()["line_number"].value == statements()["R5"].quote
    assert facts()["line_number"].href == "tel:+18883514024"
    assert facts()["emergency_number"].href == "tel:911"


def test_a_page_in_the_readers_language_comes_in_place_of_the_english_one() -> None:
    """With a source and a day of its own; the English facts stay as they are."""
    english, spanish = facts()["form_60_001"], facts_in("es")["form_60_001"]
    assert (english, spanish.id) == (facts_in("en")["form_60_001"], english.id)
    assert english.value != spanish.value
    assert english.sources != spanish.sources
    assert not spanish.is_foreign_to("es")


@pytest.mark.parametrize("language", languages())
def test_every_fact_is_there_in_every_language_and_says_where_it_was_seen(language: str) -> None:
    """A version in a language is a whole fact, of the same kind, and is a page."""
    versions = facts_in(language)
    assert versions.keys() == facts().keys()
    for name, fact in versions.items():
        assert fact.sources
        assert (fact.kind, bool(fact.value)) == (facts()[name].kind, True)
        assert fact == facts()[name] or (fact.kind, fact.speaks) == ("page", (language,))


def test_languages_of_facts_are_languages_of_the_guide() -> None:
    """A version in another would never be shown."""
    known = {field.name for field in fields(Fact)} | set(languages())
    for name in ("ice.toml", "help.toml", "law.toml"):
        for identity, row in load_toml("facts", name).items():
            assert row.keys() <= known, identity


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("free_legal_help", "es", True),
        ("free_legal_help", "en", False),
        ("form_60_001", "es", False),
        ("locator", "es", False),
        ("line_number", "es", False),
    ],
)
def test_a_page_in_another_language_than_the_readers_is_marked(name: str, language: str, told: bool) -> None:  # noqa: FBT001
    """On the pages and on a card alike; a number needs no mark, nor does a page that speaks both."""
    say = wording(language)
    made = environment().from_string('{% import "macros.html" as piece %}{{ piece.fact_line(say, fact) }}')
    card = made.render(say=say, fact=facts()[name])
    for shown in (card, fact_link(name, say)):
        assert (wording("es")("ui.in_english") in shown) == told
        assert facts_in(language)[name].value in shown


def test_a_mark_of_how_sure_a_page_is_stays_with_its_version() -> None:
    """Of the page that is shown, and no other."""
    assert facts_in("es")["field_office_directory"].standing is Standing.CONFIRMED
    assert facts_in("es")["field_office_directory"].checked != facts()["field_office_directory"].checked


def test_no_group_of_the_menu_is_longer_than_a_reader_takes_in() -> None:
    """At most seven pages each, as on the start page."""
    groups = check_content.groups_of_pages()
    assert {name: len(pages) for name, pages in groups.items() if not 1 <= len(pages) <= 7} == {}
