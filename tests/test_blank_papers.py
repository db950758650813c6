"""The blank papers of the site: in both languages, without JavaScript, and with nothing to fill in forgotten."""

import re
from html import unescape

import pytest

from scripts.guide import blank_papers as site
from scripts.guide.blank_sheets import blank_papers
from wizard.languages import languages
from wizard.packet.as_text import as_text
from wizard.packet.document import Mark, Table
from wizard.questions import COURT_REQUESTS, LINE_TOPICS, OFFICER_REQUESTS, Role
from wizard.wording import wording


@pytest.mark.parametrize("language", languages())
def test_every_letter_and_script_is_there_blank(language: str) -> None:
    """Five letters to send in English, one of support, the translator's certificate, two scripts and the checklist."""
    sheets = blank_papers(wording(language))
    assert [sheet[0].name for sheet in sheets] == [
        "letter-field-office",
        "letter-field-office-follow-up",
        "letter-field-office-legal-access",
        "letter-reviewing-official",
        "letter-opla",
        "support-field-office",
        "translator-certificate",
        "call-detention-line",
        "call-field-office",
        "checklist",
    ]
    for sheet in sheets[:7]:
        assert [document.language for document in sheet] == list(dict.fromkeys(("en", language)))
        assert [document.name for document in sheet[1:]] == [f"to-read-{language}-{sheet[0].name}"][: len(sheet) - 1]
    for sheet in sheets:
        for document in sheet:
            blocks = [block for block in document.blocks if not isinstance(block, Table)]
            assert not any(run.mark is Mark.OWN for block in blocks for run in block.runs)


def test_whatever_may_apply_can_be_ticked() -> None:
    """Detention and a near removal, every form of discretion, both forms, and who writes."""
    say = wording("en")
    texts = {sheet[0].name: as_text(sheet[0]) for sheet in blank_papers(wording("en"))}
    for name in ("letter-field-office", "letter-reviewing-official"):
        for need in OFFICER_REQUESTS:
            assert f"[ ] {say('packet.letter.need', need.value)}" in texts[name]
        for role in Role:
            assert f"[ ]\u00a0{say('packet.letter.capacity', role.value)}" in texts[name]
        assert "[ ] DETAINED BY ICE" in texts[name]
        assert "[ ] REMOVAL IMMINENT, on this date: ____" in texts[name]
        assert f"[ ] {say('packet.letter.enclosed.form_g28')}" in texts[name]
        assert f"[ ] {say('packet.letter.enclosed.form_60_001')}" in texts[name]
    for need in COURT_REQUESTS:
        assert f"[ ] {say('packet.letter.need', need.value)}" in texts["letter-opla"]
    for need in LINE_TOPICS:
        assert f"[ ] {say('packet.call.topic', need.value)}" in texts["call-detention-line"]


def test_what_a_stay_a_detainer_and_an_interpreter_want_has_its_place() -> None:
    """A form to enclose, rows to fill in, a part to sign; and room for the letter of an exhibit beside each fact."""
    say = wording("en")
    texts = {sheet[0].name: as_text(sheet[0]) for sheet in blank_papers(wording("en"))}
    for name, form in (
        ("letter-field-office", "form_i246"),
        ("letter-field-office-follow-up", "form_i246_filed"),
        ("letter-reviewing-official", "form_i246_filed"),
    ):
        assert f"[ ] {say('packet.letter.enclosed', form)}" in texts[name]
        assert f"\n{say('packet.letter.jail_only')}\nBooking number: ____" in texts[name]
        assert f"[ ] {say('packet.letter.enclosed.form_i247a')}" in texts[name]
    assert "[ ] stay of removal: this letter is then the cover letter to Form I-246\n" in texts["letter-field-office"]
    for name in ("letter-field-office", "letter-reviewing-official", "letter-opla", "support-field-office"):
        assert texts[name].count("____ Exhibit: ____") == 6
    for name in (name for name in texts if name.startswith("letter-")):
        assert say("packet.letter.interpreter") in texts[name]
        assert say("packet.letter.consent") in texts[name]
    assert say("packet.letter.changed") in texts["letter-field-office"]


def test_the_site_has_each_paper_as_a_page_for_word_and_as_text() -> None:
    """Pages under the same names in every language, each with its policy and no script."""
    files = dict(site.files())
    pages = {path for path in files if path.endswith(".html")}
    assert {path for path in pages if path.startswith("es/")} == {
        f"es/{path}" for path in pages if not path.startswith("es/")
    }
    for path in pages:
        html = files[path].decode()
        assert "<script" not in html
        assert "style=" not in html
        assert "default-src 'none'" in html
        assert f'<html lang="{"es" if path.startswith("es/") else "en"}"' in html
        for link in re.findall(r'(?:href|src)="([^"#]*)"', html):
            assert link.startswith(("data:", "../", "./"))


@pytest.mark.parametrize("language", languages())
def test_the_list_leads_to_files_that_are_there(language: str) -> None:
    """Beside the page that shows it."""
    folder = "papers" if language == "en" else f"{language}/papers"
    files = dict(site.files())
    links = re.findall(r'href="([^"]*)"', site.list_of_papers(language))
    assert len(links) == len(set(links))
    assert {f"{folder}/{link}" for link in links} == {path for path in files if path.startswith(f"{folder}/")}


@pytest.mark.parametrize("language", languages())
def test_a_letter_has_the_name_that_people_know_before_its_title(language: str) -> None:
    """Who wants somebody let out does not look for prosecutorial discretion."""
    say = wording(language)
    letters = [sheet for sheet in blank_papers(say) if sheet[0].name.startswith("letter-")]
    assert [sheet[0].name for sheet in letters] == list(site.KNOWN_AS)
    shown = unescape(site.list_of_papers(language))
    for sheet in letters:
        assert f"<strong>{say(site.KNOWN_AS[sheet[0].name])}</strong><br>{sheet[-1].title}<br>" in shown


def test_what_is_sent_is_printed_without_our_header() -> None:
    """On the screen, and on what stays with the reader, it says whose it is not."""
    pages = {path: content.decode() for path, content in site.files() if path.endswith(".html")}
    kept = {path for path, page in pages.items() if '<p class="unofficial">' in page}
    assert {path.rpartition("/")[2] for path in kept} == {
        "call-detention-line.html",
        "call-field-office.html",
        "checklist.html",
    }
    assert all('<p class="unofficial screen-only">' in pages[path] for path in pages.keys() - kept)


def test_no_line_breaks_a_box_to_tick() -> None:
    """A browser may break a line at the space in it."""
    pages = [content.decode() for path, content in site.files() if path.endswith(".html")]
    assert not [page for page in pages if "[ ]" in page]
    assert any(site.BOX in page for page in pages)
