"""In a language read from the right, what is English or a number keeps its order; in others nothing is marked."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest

from scripts.guide.blank_sheets import blank_papers
from scripts.guide.page_text.names import filled
from tests.from_the_right import WORD_TAG, made_up
from tests.packets import TODAY, details_for, intake_for, packet_for
from wizard.assess import assess
from wizard.direction import (
    END,
    MARKS,
    OF_ITS_OWN,
    RIGHT_TO_LEFT,
    directed,
    directed_page,
    numbers_apart,
    set_apart,
    starts_from_the_right,
)
from wizard.interview import ResultScreen
from wizard.languages import Direction, languages
from wizard.library import facts
from wizard.packet import Packet
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text
from wizard.packet.case_file import typed_of
from wizard.packet.document import Document
from wizard.render import card_text, screen_html
from wizard.wording import Wording, wording

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SITE = Path(__file__).resolve().parents[1] / "site"
LINE = "1-888-351-4024"
STREET = "180 Ted Turner Dr."
NAME = "José Núñez 2nd"
ANSWERS: dict[str, Any] = {"needs": ["release", "detention_problem"], "role": "self", "place": {"state": "GA"}}


@pytest.fixture(scope="module")
def language() -> Iterator[str]:
    """The code of a language that is read from the right."""
    with made_up() as code:
        yield code


@pytest.fixture(scope="module")
def say(language: str) -> Wording:
    """Its texts."""
    return wording(language)


@pytest.fixture(scope="module")
def packet(language: str) -> Packet:
    """All the papers of a person whose office is known, in it."""
    return papers_of(language)


def papers_of(language: str, channel: str = "field_office", **answers: Any) -> Packet:
    """All the papers of a person whose office is known, for who reads *language*."""
    intake = intake_for(channel, **(answers or ANSWERS))
    told = {**details_for(intake), "name": NAME, "words_in_english": False}
    return packet_for(intake, typed_of(told), language=language)


def opened(document: Document) -> Any:
    """*document* as python-docx opens it."""
    return docx.Document(io.BytesIO(as_docx(document)))


def unmarked(text: str) -> str:
    """*text* without marks of direction."""
    return text.translate(dict.fromkeys(map(ord, MARKS)))


def test_a_value_in_a_sentence_stands_apart_from_it(say: Wording) -> None:
    """Numbers of several parts and names; not what has one direction in any order."""
    assert say("ui.go_to", number="1-888") == say.texts["ui.go_to"].format(number=f"{OF_ITS_OWN}1-888{END}")
    assert set_apart("1250 Poydras St") == f"{OF_ITS_OWN}1250 Poydras St{END}"
    assert (set_apart("2026"), set_apart("نعم"), set_apart("")) == ("2026", "نعم", "")
    assert say.day("2026-11-24").count(OF_ITS_OWN) == 0


@pytest.mark.parametrize("number", ["1-888-351-4024", "012 345 678", "(555) 010-4477", "+1 555 0104", "9:30", "24/7"])
def test_a_number_in_a_text_itself_stands_apart_too(number: str) -> None:
    """Where it has several parts, and none follows English words: those keep it in order, and it stays with them."""
    assert numbers_apart(f"\u0646 {number}.") == f"\u0646 {OF_ITS_OWN}{number}{END}."
    for text in ("\u0646 (2026), 14, 7 {count}", "\u0646 ICE Form 60-001 \u0646", "\u0646 {line_number}"):
        assert numbers_apart(text) == text


@pytest.mark.parametrize("code", languages())
def test_a_language_read_from_the_left_has_no_mark_in_any_text_or_paper(code: str) -> None:
    """Nor has an English letter to ICE."""
    spoken = wording(code)
    told = [spoken("ui.checked", date=spoken.day("2026-11-24")), spoken.apart(LINE)]
    packet = papers_of(code)
    papers = (*packet.documents, *(document for sheet in blank_papers(spoken) for document in sheet))
    told += [packet.reminder, *(as_text(document) for document in papers)]
    told += [part for document in papers for part in parts_of_word(document).values()]
    assert not [text for text in told if any(mark in text for mark in MARKS)]


def parts_of_word(document: Document) -> dict[str, str]:
    """The XML of a Word file by part."""
    with zipfile.ZipFile(io.BytesIO(as_docx(document))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.site
def test_no_page_or_file_of_the_site_has_a_mark_or_a_direction_of_an_element() -> None:
    """As long as all its languages are read from the left: each byte is as it was before there were others."""
    files = [path for path in SITE.rglob("*") if path.suffix in {".html", ".txt", ".docx", ".json"}]
    assert files
    marked = [path for path in files if any(mark.encode() in path.read_bytes() for mark in MARKS)]
    assert not marked
    told = [
        path
        for path in files
        if path.suffix == ".html" and 'dir="ltr"' in path.read_text("utf-8").partition("<head>")[2]
    ]
    assert not told


def test_what_goes_to_ice_has_no_mark_whoever_writes_it(packet: Packet) -> None:
    """The letter is English, and so is the subject of a mail."""
    (letter,) = (document for document in packet.letters if document.language == "en")
    assert not any(mark in as_text(letter) for mark in MARKS)
    assert "<w:bidi/>" not in parts_of_word(letter)["word/document.xml"]


def mirrors(packet: Packet) -> list[Document]:
    """The papers of *packet* in the reader's language."""
    found = [document for document in packet.documents if document.language != "en"]
    assert {"to-read-xr-letter-field-office", "call-detention-line", "checklist"} <= {
        document.name for document in found
    }
    return found


def test_a_word_mirror_is_read_from_the_right_but_for_its_english(packet: Packet) -> None:
    """Every paragraph and run of ours says so; none that does holds Latin letters, or a number of several parts."""
    for document in mirrors(packet):
        file = opened(document)
        for paragraph in file.paragraphs:
            if paragraph.text:
                own = paragraph.style.name == "Words" and "__" not in paragraph.text
                check_paragraph(paragraph, from_right=not own)


def check_paragraph(paragraph: Any, *, from_right: bool) -> None:
    """One paragraph, as python-docx read it."""
    assert bool(paragraph.paragraph_format.element.xpath("w:pPr/w:bidi")) is from_right, paragraph.text
    for run in paragraph.runs:
        if run.font.rtl:
            assert not re.search(r"[A-Za-z]|\d-\d", run.text), run.text
        elif from_right:
            assert re.search(r"[A-Za-z]|\d", run.text), run.text
        (lang,) = run.font.element.xpath("w:rPr/w:lang")
        assert (lang.get(f"{W}val"), lang.get(f"{W}bidi")) == ("en-US", WORD_TAG)


def test_the_address_and_the_number_are_each_one_run_from_the_left(packet: Packet) -> None:
    """Whole, between marks for programs that look at letters alone, and in a paragraph of the other direction."""
    (mirror,) = (document for document in mirrors(packet) if document.name.startswith("to-read"))
    runs = [run for paragraph in opened(mirror).paragraphs for run in paragraph.runs if not run.font.rtl]
    told = {run.text for run in runs}
    assert {f"{OF_ITS_OWN}{text}{END}" for text in ("A-023-456-789", NAME, "(555) 010 4477")} <= told
    (script,) = (document for document in mirrors(packet) if document.name == "call-detention-line")
    told = {run.text for paragraph in opened(script).paragraphs for run in paragraph.runs if not run.font.rtl}
    assert f"{OF_ITS_OWN}{LINE}{END}" in told


def test_a_call_script_has_english_from_the_left_beside_its_own_language(packet: Packet) -> None:
    """The first column stands at the right, where reading begins; what is told ends the English sentence."""
    (script,) = (document for document in mirrors(packet) if document.name == "call-detention-line")
    file = opened(script)
    assert len(file.element.xpath("//w:tbl/w:tblPr/w:bidiVisual")) == len(file.tables) > 0
    for table_ in file.tables:
        for row in table_.rows[1:]:
            english, translated = (cell.paragraphs[0] for cell in row.cells)
            check_paragraph(english, from_right=False)
            check_paragraph(translated, from_right=True)
            assert not any(mark in english.text for mark in MARKS)


def test_word_and_text_say_the_same_but_for_marks(packet: Packet) -> None:
    """Every line of the text that is read from the right says so at its start."""
    for document in mirrors(packet):
        lines = []
        for part in opened(document).iter_inner_content():
            rows = [" | ".join(cell.text for cell in row.cells) for row in part.rows] if hasattr(part, "rows") else None
            lines += rows or [part.text]
        told = as_text(document).split("\n")
        assert [unmarked(line).rstrip() for line in told if line] == [unmarked(line).rstrip() for line in lines if line]
        ours = [line for line in told if re.search("[\u0600-\u06ff]", line)]
        assert ours
        assert all(line.startswith(f"\u200f{RIGHT_TO_LEFT}") and line.endswith(END) for line in ours)


def test_the_calendar_keeps_the_order_of_a_day(language: str) -> None:
    """As the package reads it, which undoes the folding of lines."""
    packet = papers_of(language, "reviewing_official", custody="ice_detention")
    (event,) = icalendar.Calendar.from_ical(packet.reminder).walk("VEVENT")
    assert f"{OF_ITS_OWN}{wording(language).day(TODAY)}{END}" in str(event["description"])


def test_a_text_that_is_shown_in_english_keeps_its_order_as_a_whole(say: Wording) -> None:
    """With its stop at its end, and the values in it; a label of one word, or in both, is like any other."""
    english = replace(say, texts=say.texts | {"ui.version": "Version {number} of this guide.", "ui.checked": "Name:"})
    assert english("ui.version", number="1.2") == (f"{OF_ITS_OWN}Version {OF_ITS_OWN}1.2{END} of this guide.{END}")
    assert english("ui.checked") == "Name:"
    page = directed(f"<p>{english('ui.version', number='1.2')}</p>", Direction.RTL)
    assert page == "<p><bdi>Version <bdi>1.2</bdi> of this guide.</bdi></p>"


class Texts(HTMLParser):
    """The texts of a page, each with whether an element gives it an order of its own; and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.found: list[tuple[str, bool]] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given = dict(attrs)
        if tag not in {"input", "br", "use", "path", "wbr"}:
            self.open.append(tag == "bdi" or given.get("dir") in {"ltr", "auto"})
        self.links += [given["href"] or ""] if "href" in given else []

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag not in {"use", "path"}:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        self.found.append((data, any(self.open)))


def result(say: Wording) -> str:
    """A result with a number, an address that is known, laws and quotations."""
    intake = intake_for("field_office", **ANSWERS)
    screen = ResultScreen(assess(intake.needs, intake.answers))
    return screen_html(screen, say, intake.places)


def test_every_fact_on_a_page_keeps_its_order_and_can_be_copied(say: Wording) -> None:
    """It stands in an element of its own, without a mark; what a telephone dials is as it always was."""
    told = Texts(result(say))
    shown = {text for text, _ in told.found}
    assert LINE in shown
    assert any(text.startswith(STREET) for text in shown)
    values = {fact.value for fact in facts().values()}
    for text, apart in told.found:
        assert OF_ITS_OWN not in text
        words = re.sub(r"\bICE\b|\bERO\b|\bOPLA\b|\bA-number\b|\bForm [\dGI]+-\d+|^\d+$", "", text)
        assert apart or not re.search(r"[A-Za-z]{2}|\d\D\d", words), text
        assert apart or text not in values or text.isdecimal(), text
    assert "tel:+18883514024" in told.links
    assert all(link.isascii() for link in told.links)


def test_a_card_as_text_keeps_the_order_of_its_facts(say: Wording) -> None:
    """For the terminal, and for programs."""
    intake = intake_for("detention_line")
    (card, *_) = assess(intake.needs, intake.answers).cards
    assert f"{OF_ITS_OWN}{LINE}{END}" in card_text(card, say)


def test_a_reading_page_keeps_the_order_of_what_it_names(language: str) -> None:
    """Facts, ICE's words, and the list of offices."""
    text = filled('{{ fact("line_number") }} {{ quote("R6") }}\n\n{{ office_list() }}', language, set())
    assert f'href="tel:+18883514024"><bdi>{LINE}</bdi></a>' in text
    assert '<p lang="en" dir="ltr">' in text
    assert "<bdi>1250 Poydras" in text
    assert not any(mark in text for mark in MARKS)


def test_an_element_in_a_language_read_the_other_way_says_so(language: str) -> None:
    """Once, and not where it is the page's own direction or said already."""
    link = f'<a href="#" lang="{language}">x</a><q lang="en">y</q>'
    assert directed(link, Direction.LTR) == f'<a href="#" lang="{language}" dir="rtl">x</a><q lang="en">y</q>'
    assert directed(link, Direction.RTL) == f'<a href="#" lang="{language}">x</a><q lang="en" dir="ltr">y</q>'
    for html in (link, '<i lang="en" dir="auto">', '<i lang="tlh">', '<a hreflang="en">'):
        once = directed(html, Direction.RTL)
        assert directed(once, Direction.RTL) == once
    page = f'<!doctype html><html lang="{language}" dir="rtl"><head></head><body lang="en">'
    assert directed_page(page) == page.replace('<body lang="en">', '<body lang="en" dir="ltr">')


def test_where_no_element_can_stand_the_marks_stay() -> None:
    """In attributes, options and areas of text; marks that a person typed alone make no element."""
    apart = set_apart("a-1")
    for html in (
        f'<i title="{apart}">',
        f"<option>{apart}</option>",
        f"<textarea>{apart}</textarea>",
        f"<p>{apart[:-1]}</p>",
    ):
        assert directed(html, Direction.RTL) == html
    assert directed(f"<p>{apart}</p>", Direction.RTL) == "<p><bdi>a-1</bdi></p>"
    assert directed(f"<p>{apart}</p>", Direction.LTR) == f"<p>{apart}</p>"


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">([^<]*)</word>')


def words_drawn(path: Path) -> list[tuple[float, float, str]]:
    """Left edge, height and letters of every word that LibreOffice draws of a Word file."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    boxes = ["pdftotext", "-bbox", str(path.with_suffix(".pdf")), "-"]
    told = subprocess.run(boxes, check=True, capture_output=True, encoding="utf-8").stdout
    found = [(float(left), float(top), unmarked(text)) for left, top, text in WORD.findall(told)]
    return [word for word in found if word[2]]


@pytest.mark.slow
def test_libreoffice_draws_a_mirror_in_the_right_order(packet: Packet, tmp_path: Path) -> None:
    """The address, the telephone and the name from the left to the right, at the left of the words before them."""
    assert shutil.which("soffice"), "scripts/browsers installs LibreOffice"
    assert shutil.which("pdftotext"), "scripts/browsers installs poppler-utils"
    (mirror,) = (document for document in mirrors(packet) if document.name.startswith("to-read"))
    path = tmp_path / "mirror.docx"
    path.write_bytes(as_docx(mirror))
    drawn = words_drawn(path)
    for value in (STREET, "(555) 010 4477", NAME):
        assert in_order(drawn, value), value
    assert any(text == "A-023-456-789" for _, _, text in drawn)


def in_order(drawn: list[tuple[float, float, str]], value: str) -> bool:
    """Whether the words of *value* stand on one line from the left to the right, and what comes before at the right."""
    wanted = value.split()
    for left, top, text in drawn:
        if text == wanted[0]:
            line = sorted((x, word) for x, y, word in drawn if abs(y - top) < 3 and x >= left)
            words = [word for _, word in line]
            if words[: len(wanted)] == wanted and starts_from_the_right(words[-1]):
                return True
    return False
