"""Texts, statements and facts hold together; and each check can fail."""

from dataclasses import replace
from typing import Any

import pytest

import check_content
from wizard.library import Standing, facts, source, statements
from wizard.wording import wording


def test_no_fault_of_content() -> None:
    """Quotations word for word, every text in every language, every fact in its place, plain enough to read."""
    assert list(check_content.faults()) == []


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ui.leave", "Call 1-888-351-4024"),
        ("card.opla.do", "Write to someone@example.gov"),
        ("ui.danger_line", "In danger now?"),
        ("ui.something_new", "Text"),
    ],
)
def test_a_fault_in_one_text_is_found(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    """A typed number or address, a lost brace, an extra id."""
    spanish = wording("es")
    changed: dict[str, Any] = {**spanish.texts, name: text}

    def changed_wording(language: str) -> Any:
        return replace(spanish, texts=changed) if language == "es" else wording(language)

    monkeypatch.setattr(check_content, "wording", changed_wording)
    assert any(name in fault for fault in check_content.wording_faults())


@pytest.mark.parametrize("name", ["rule.the_field_office_was_asked.no", "question.custody.why", "beware.reject.lead"])
def test_a_missing_text_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """In whichever language."""
    english = wording("en")
    fewer = {key: value for key, value in english.texts.items() if key != name}

    def fewer_texts(language: str) -> Any:
        return replace(english, texts=fewer) if language == "en" else wording(language)

    monkeypatch.setattr(check_content, "wording", fewer_texts)
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
