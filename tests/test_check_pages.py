"""The check of the reading pages finds what it is for, and counts only our own prose."""

from pathlib import Path

import pytest

from scripts.checks import explained
from scripts.checks import pages as check_pages
from scripts.checks.prose import blocks, main_content, prose


@pytest.mark.slow
def test_the_pages_hold() -> None:
    """Every statement quoted, and nothing typed by hand."""
    assert list(check_pages.page_faults()) == []


def test_a_statement_that_no_page_quotes_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or one that has an excuse and is quoted after all."""
    fewer = {"index": ("<p>Text</p>", frozenset({"R6", "R28"}))}
    monkeypatch.setattr(check_pages, "rendered", lambda _: fewer)
    monkeypatch.setattr(check_pages, "NOT_QUOTED", {"R6": "an excuse"})
    faults = list(check_pages.quotation_faults("en"))
    assert any("R39" in fault for fault in faults)
    assert any("R6 " in fault for fault in faults)
    assert not any("R28" in fault for fault in faults)


@pytest.mark.parametrize(
    "typed",
    [
        "Call 1-888-351-4024.",
        "Call 911.",
        "Text 233733.",
        "Write to someone@example.gov.",
        "Open [the list](https://www.ice.gov/contact).",
        "See locator.ice.gov.",
        "Dial 699# inside.",
    ],
)
def test_a_fact_typed_by_hand_is_found(tmp_path: Path, typed: str) -> None:
    """A number, an address or a link, with its line."""
    page = tmp_path / "case-review.md"
    page.write_text(f"# A page\n\n{typed}\n", "utf-8")
    assert any("line 3" in fault for fault in check_pages.typed_faults(page))


def test_what_a_page_names_is_no_fault(tmp_path: Path) -> None:
    """Nor are days, laws and forms."""
    page = tmp_path / "case-review.md"
    page.write_text('{{ fact("line_number") }} On July 28, 2023 (8 CFR 236.1(e)), by Form I-246 or 60-001.', "utf-8")
    assert list(check_pages.typed_faults(page)) == []


def test_only_our_own_prose_is_measured() -> None:
    """Not ICE's words, addresses, code or lists of offices; but the words of our own links are."""
    page = (
        "<h1>What to do today</h1><blockquote><p>Notwithstanding.</p></blockquote>"
        '<p>Please read <a href="../risks/">what the risks are</a> before '
        '<a href="tel:911">911</a> you call.</p><pre>run this now and then that</pre>'
        '<ul class="office-list"><li>One street in one big town</li></ul><p>Too short.</p>'
    )
    assert prose(page) == ["Please read what the risks are before you call."]


def test_a_sentence_ends_where_a_reader_stops() -> None:
    """At the end of a block, whatever its mark; not within a time of day, a figure or the country's name."""
    page = (
        "<p>The line is open from 8 a.m. to 8 p.m. in the U.S. by 8 CFR 236.1(e): every day of the week. "
        "(Then it is closed (often).) Ask who is there now!</p><ul><li>what you want them to do,</li></ul>"
    )
    assert [len(sentence.split()) for sentence in prose(page)] == [22, 5, 5, 6]


def test_text_is_cut_into_blocks_as_it_is_shown() -> None:
    """A mark within a line does not end it; an element that is never closed does no harm."""
    page = "<ul><li>Write <strong>to the <em>office</em></strong><br>first.<p>Then wait.</ul><p><img src=x>Done."
    assert [block.text for block in blocks(page)] == ["Write to the office first.", "Then wait.", "Done."]


def test_the_frame_of_a_page_is_no_part_of_it() -> None:
    """And a page without content is an error, since nothing would be measured."""
    page = '<nav>Menu</nav><main id="main"><p>Text.</p></main><footer>Foot</footer>'
    assert [block.text for block in blocks(main_content(page))] == ["Text."]
    with pytest.raises(ValueError, match="no main content"):
        main_content("<p>Text.</p>")


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>A detainer, a hold on a person in jail, is old.</p><p>The detainer.</p>", []),
        ("<h2>Detainer?</h2><p>That is a hold.</p>", []),
        ("<p>Ask about the detainer.</p><p>That is a hold.</p>", ["explained: en/index.md first names detainer"]),
        ("<blockquote><p>The detainer.</p></blockquote><p>Detainers, and www.example.</p>", []),
    ],
)
def test_a_word_of_the_law_is_explained_where_it_stands_first(
    monkeypatch: pytest.MonkeyPatch, page: str, found: list[str]
) -> None:
    """In its paragraph, or below its heading; ICE's own words are left as they are, and so are pages for lawyers."""
    monkeypatch.setattr(
        explained, "rendered", lambda _: {"index": (page, frozenset()), "for-lawyers": (page, frozenset())}
    )
    faults = list(explained.unexplained_words("en"))
    assert [fault.partition(" without ")[0] for fault in faults] == found


def test_every_page_explains_the_words_of_the_law() -> None:
    """As `scripts/check` sees it; and every language says which words these are."""
    assert list(explained.every_unexplained_word()) == []
