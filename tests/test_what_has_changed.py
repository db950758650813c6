"""The page on what changed: each topic with state, day, source and meaning, newest first; and each check can fail."""

import re
from pathlib import Path
from typing import Any

import pytest

from scripts.checks import changes as check_changes
from scripts.checks.prose import blocks
from scripts.guide.folders import DOCS
from scripts.guide.page_text import what_has_changed
from scripts.guide.page_text.what_has_changed import NAME, State, topics, words
from scripts.runtime_bundle.inputs import wizard_files
from tests import what_pages_say
from tests.built_pages import SITE
from wizard.languages import languages
from wizard.library import facts
from wizard.wording import wording

REPOSITORY = Path(__file__).resolve().parents[1]
LANGUAGES = pytest.mark.parametrize("language", languages())
GOOD: dict[str, Any] = {
    "state": "blocked",
    "day": "2026-03-08",
    "sources": ["A court"],
    "checked": "2026-11-27",
    "standing": "reported",
}
ANCHORS = ("case-review", "line", "court", "people", "complaints", "not-said")
"""What other pages, and other people's, have linked to since the first version."""


def table_rows(language: str) -> list[list[str]]:
    """The cells of the table on the built page, row by row."""
    page = what_pages_say.page(language, NAME)
    found = re.search(r'<table class="guide-changes"[^>]*>.*?</table>', page, re.DOTALL)
    assert found
    rows = re.findall(r"<tr>(.*?)</tr>", found.group(), re.DOTALL)
    return [[block.text for block in blocks(row) if block.tag in {"th", "td"}] for row in rows]


def test_nothing_is_wrong_with_what_changed() -> None:
    """Topics, words in every language, and pages."""
    assert list(check_changes.change_faults()) == []


@LANGUAGES
def test_the_table_tells_every_topic_the_newest_first(language: str) -> None:
    """Its name, its state and day, what it means, and from whom and when we have it."""
    say, said = wording(language), words(language)
    head, *rows = table_rows(language)
    assert head == [said["label"][name] for name in ("topic", "state", "for_you", "source")]
    for cells, topic in zip(rows, topics().values(), strict=True):
        name, state, for_you, source = cells
        assert name == said["topic"][topic.id]["name"]
        assert state == f"{said['state'][topic.state]} {say.day(topic.day)}"
        assert for_you == said["topic"][topic.id]["for_you"]
        assert all(said["source"].get(one, one) in source for one in topic.sources)
        assert source.endswith(f"{say('standing', topic.standing)} ({say('ui.checked', date=say.day(topic.checked))})")
    days = [topic.day for topic in topics().values()]
    assert days == sorted(days, reverse=True)


@LANGUAGES
def test_each_name_leads_to_what_happened_and_old_links_still_lead_somewhere(language: str) -> None:
    """One place for each topic, with the same state and day."""
    page, say = what_pages_say.page(language, NAME), wording(language)
    for topic in topics().values():
        assert f'<a href="#{topic.anchor}">' in page
        (told,) = re.findall(rf'<h3 id="{topic.anchor}">.*?</h3>\s*<p class="guide-quiet">(.*?)</p>', page, re.DOTALL)
        (line,) = (block.text for block in blocks(f"<p>{told}</p>"))
        stands = f"{words(language)['state'][topic.state]} {say.day(topic.day)}."
        assert line == f"{stands} {say('standing', topic.standing)}."
    assert all(page.count(f'id="{anchor}"') == 1 for anchor in ANCHORS)


def test_what_was_wrong_is_right() -> None:
    """The fast removal stood here as of a memo of January 2025, and one court of appeals of several on bond."""
    fast, bond = topics()["fast_removal"], topics()["bond"]
    assert (fast.state, fast.day) == (State.IN_EFFECT, "2026-06-23")
    assert (bond.state, bond.standing) == (State.CHANGED, "reported")
    for language, ruling in (("en", "August 29, 2025"), ("es", "29 de agosto de 2025")):
        text = " ".join(block.text for block in what_pages_say.said(language, NAME))
        assert ruling in text
        assert re.search("2nd, 3rd and 6th Circuits.*5th and 8th|Circuitos 2, 3 y 6.*Circuitos 5 y 8", text)
    assert topics()["appeal_rule"].state is State.BLOCKED


@LANGUAGES
def test_the_page_keeps_a_log_of_its_own(language: str) -> None:
    """With days, the newest first."""
    log = what_pages_say.page(language, NAME).partition('id="log"')[2]
    days = re.findall(r"<dt>(.*?)</dt>", log)
    assert days == [wording(language).day(day) for day in ("2026-11-27", "2026-11-24")]


def test_the_browser_does_not_load_what_only_the_page_tells() -> None:
    """Neither as a fact that the wizard knows, nor as a text, nor as a file that is served."""
    assert "fast_removal" in topics()
    assert "fast_removal" not in facts()
    assert not any(name.startswith("topic.") for language in languages() for name in wording(language).texts)
    assert not list(SITE.rglob(f"{NAME}.toml"))
    bundled = {name for name, _ in wizard_files(REPOSITORY)}
    assert "wizard/facts/ice.toml" in bundled
    assert not any(name.startswith("wizard/facts/changes") for name in bundled)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"state": "gone"}, "its state is none of"),
        ({"standing": "sure"}, "its standing is none of"),
        ({"sources": []}, "names no source"),
        ({"day": "2026-13"}, "is no day"),
        ({"day": "in March"}, "is no day"),
        ({"day": "2026-11-28"}, "before its day"),
        ({"day": "2026-12"}, "before its day"),
        ({"standing": "unknown"}, "and yet it has a state"),
        ({"state": "not-known", "standing": "confirmed"}, "nothing confirms"),
        ({"note": "a word"}, "nobody asks for, note"),
    ],
)
def test_a_fault_in_a_topic_is_found(changed: dict[str, Any], fault: str) -> None:
    """One at a time."""
    assert list(check_changes.topic_faults("a", GOOD)) == []
    (found,) = check_changes.topic_faults("a", GOOD | changed)
    assert fault in found


@pytest.mark.parametrize("part", GOOD)
def test_a_topic_without_one_of_its_parts_is_found(part: str) -> None:
    """Day, state, source, standing, and the day on which someone looked."""
    (found,) = check_changes.topic_faults("a", {name: value for name, value in GOOD.items() if name != part})
    assert found == f"changes: a lacks {part}"


@pytest.mark.parametrize(
    ("for_you", "fault"),
    [
        ("Ask a lawyer. Then wait.", "one sentence"),
        ("Ask a lawyer", "one sentence"),
        ("Why not ask?", "one sentence"),
        ("", "one sentence"),
        (" ".join(["Ask"] * 26) + ".", "more than 25 words"),
        ("Call 1-888-351-4024.", "by hand"),
    ],
)
def test_what_a_topic_means_is_one_short_sentence(for_you: str, fault: str) -> None:
    """With no number, address or link in it."""
    assert (
        list(check_changes.word_faults("en, a", {"name": "A", "for_you": "By 8 CFR 1003.38(b): ask a lawyer."})) == []
    )
    assert any(fault in found for found in check_changes.word_faults("en, a", {"name": "A", "for_you": for_you}))


def copied_docs(folder: Path) -> None:
    """The words and the pages of every language in *folder*."""
    for language in languages():
        (folder / language).mkdir()
        for ending in ("toml", "md"):
            file = DOCS / language / f"{NAME}.{ending}"
            (folder / language / file.name).write_bytes(file.read_bytes())


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("es/what-has-changed.toml", ("[topic.bond]", "[topic.bonds]"), "es lacks topic.bond"),
        ("en/what-has-changed.toml", ("[topic.bond]", "[topic.bonds]"), "en has too much: topic.bonds"),
        ("es/what-has-changed.toml", ('blocked = "', 'block = "'), "es lacks state.blocked"),
        ("es/what-has-changed.toml", ('corrections_log = "', 'log = "'), "es lacks source.corrections_log"),
        ("es/what-has-changed.toml", ('caption = "', 'title = "'), "es lacks label.caption"),
        ("es/what-has-changed.md", ('{{ change("bond") }}', ""), "es: the page and the topics do not agree on bond"),
        (
            "en/what-has-changed.md",
            ('{{ change("oido") }}', '{{ change("bond") }}'),
            "en: the page tells twice of bond",
        ),
    ],
)
def test_a_language_that_differs_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, change: tuple[str, str], fault: str
) -> None:
    """In its words, or on its page."""
    copied_docs(tmp_path)
    text = (tmp_path / file).read_text("utf-8")
    assert change[0] in text
    (tmp_path / file).write_text(text.replace(*change), "utf-8")
    monkeypatch.setattr(check_changes, "DOCS", tmp_path)
    assert f"changes: {fault}" in list(check_changes.change_faults())


def test_a_language_without_words_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not by a traceback."""
    copied_docs(tmp_path)
    (tmp_path / "es" / f"{NAME}.toml").unlink()
    monkeypatch.setattr(check_changes, "DOCS", tmp_path)
    (found,) = check_changes.change_faults()
    assert found.startswith("changes: es lacks what-has-changed.toml")


def test_a_source_with_a_name_of_its_own_is_told_to_be_english() -> None:
    """So that a voice reads it rightly in another language; what we describe ourselves is in the reader's."""
    spanish = what_has_changed.sources_of(topics()["line_number"], wording("es")).replace("<wbr>", "")
    assert '<span lang="en">ice.gov/contact/field-offices' in spanish
    assert "una lista pública de correcciones" in spanish
    assert "lang=" not in str(what_has_changed.sources_of(topics()["line_number"], wording("en")))
