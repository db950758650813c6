"""Word files: they open, they say what the text says, and they say nothing of a person outside of it."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.shared import Inches

from scripts.guide.blank_sheets import blank_papers
from tests.packets import CHANNELS, DETAILS, intake_for, packet_for
from tests.packets_of_people import PEOPLE
from wizard.languages import languages
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text
from wizard.packet.document import Block, Document, Style
from wizard.wording import wording

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FULL = intake_for("reviewing_official", needs=["release", "bond", "detention_problem"], role="attorney")


def documents() -> list[Document]:
    """One of every kind, filled and blank, in every language."""
    filled = [document for language in languages() for document in packet_for(FULL, language=language).documents]
    filled += [document for channel in CHANNELS for document in packet_for(intake_for(channel)).letters]
    return filled + [
        document for language in languages() for sheet in blank_papers(wording(language)) for document in sheet
    ]


def opened(document: Document) -> Any:
    """*document* as python-docx opens it."""
    return docx.Document(io.BytesIO(as_docx(document)))


def lines_of_word(file: Any) -> list[str]:
    """Paragraphs and rows of tables, in order, without empty ones."""
    lines = []
    for part in file.iter_inner_content():
        if hasattr(part, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells).rstrip() for row in part.rows]
        else:
            lines.append(part.text)
    return [line for line in lines if line.strip(" |")]


def lines_of_text(document: Document) -> list[str]:
    """The lines of the text file, without empty ones."""
    return [line for line in as_text(document).split("\n") if line.strip(" |")]


@pytest.mark.parametrize("document", documents(), ids=lambda document: f"{document.name}.{document.language}")
def test_a_word_file_says_what_the_text_says(document: Document) -> None:
    """Line by line."""
    assert lines_of_word(opened(document)) == lines_of_text(document)


@pytest.mark.parametrize("document", documents(), ids=lambda document: f"{document.name}.{document.language}")
def test_a_word_file_is_made_for_those_who_hear_it(document: Document) -> None:
    """Real styles, one title, the language of every run, a marked head row, and US Letter with an inch around."""
    file = opened(document)
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles.count("Title") == 1
    assert all(
        paragraph.paragraph_format.keep_with_next or paragraph.style.paragraph_format.keep_with_next
        for paragraph in file.paragraphs
        if paragraph.style.name in {"Title", "Heading 1"}
    )
    root = file.element
    for run in root.iter(f"{W}r"):
        (language,) = run.iter(f"{W}lang")
        assert language.get(f"{W}val") in {"en-US", "es-US"}
    for table in root.iter(f"{W}tbl"):
        assert next(table.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None
    (section,) = file.sections
    assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11))
    assert {section.left_margin, section.right_margin, section.top_margin, section.bottom_margin} == {Inches(1)}


@pytest.mark.parametrize("document", documents(), ids=lambda document: f"{document.name}.{document.language}")
def test_the_properties_of_a_word_file_say_nobodys_name(document: Document) -> None:
    """Title and language; no author, no time."""
    properties = opened(document).core_properties
    assert (properties.title, properties.language) == (document.title, f"{document.language}-US")
    said = properties.author, properties.last_modified_by, properties.created, properties.modified
    assert not any(said)
    with zipfile.ZipFile(io.BytesIO(as_docx(document))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            content = archive.read(entry).decode()
            ET.fromstring(content)  # noqa: S314 - made here
            if entry.filename != "word/document.xml":
                assert DETAILS["name"] not in content
                assert "023" not in re.sub(r"w:\w+=\"[^\"]*\"", "", content)


def test_the_same_document_is_the_same_bytes() -> None:
    """At any time."""
    for document in documents()[:4]:
        assert as_docx(document) == as_docx(document)


def test_words_read_from_the_right_are_marked_as_such() -> None:
    """Whole paragraphs of them and names alike."""
    letter = packet_for(intake_for("field_office"), {"name": "محمد علي", "facts": "شرح الحال\nplain"}).letters[0]
    xml = zipfile.ZipFile(io.BytesIO(as_docx(letter))).read("word/document.xml").decode()
    assert xml.count("<w:bidi/>") == 1
    assert len(re.findall(r"<w:rtl/>[^/]*/></w:rPr><w:t [^>]*>محمد علي<", xml)) == 3


def test_the_archive_of_all_papers_holds_each_once() -> None:
    """And opens."""
    packet = packet_for(FULL, language="es")
    with zipfile.ZipFile(io.BytesIO(packet.file("packet.zip"))) as archive:
        assert archive.testzip() is None
        assert tuple(archive.namelist()) == packet.names
    with pytest.raises(KeyError):
        packet.file("../etc.txt")
    with pytest.raises(KeyError):
        packet.file("letter-opla.exe")


def converted(folder: Path, target: str) -> None:
    """Every Word file in *folder*, as LibreOffice makes it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = sorted(folder.glob("*.docx"))
    command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", *map(str, (folder, *files))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def words(text: str) -> str:
    """*text* without what lines and pages do to it."""
    return re.sub(r"\s+", "", re.sub(r"^\s*\d+\s*/\s*\d+\s*$", "", text, flags=re.MULTILINE))


ONE_PAGE = ("letter-field-office-follow-up", "letter-field-office-legal-access", "call-", "checklist")
"""What fits one sheet, but for what a stay wants, and for blank papers, which have room for all that may apply."""


def papers_to_look_at() -> dict[str, Document]:
    """Papers of every channel in the family's hands, of twelve people, and blank, by a name for each."""
    made: dict[str, Document] = {}
    for channel in (*CHANNELS, "full"):
        intake = FULL if channel == "full" else intake_for(channel, role="family_or_friend")
        made |= {f"{channel}-{document.name}": document for document in packet_for(intake, language="es").documents}
    for person in PEOPLE.values():
        made |= {f"{person.id}-{document.name}": document for document in person.packet.documents}
    for sheet in blank_papers(wording("es")):
        made |= {f"blank-{document.name}": document for document in sheet}
    return made


@pytest.mark.thorough
def test_libreoffice_opens_every_paper_and_finds_the_same_words_on_as_few_pages(tmp_path: Path) -> None:
    """Letters on at most two pages; what is kept by the telephone on one."""
    assert shutil.which("soffice"), "scripts/browsers installs LibreOffice"
    assert shutil.which("pdftotext"), "scripts/browsers installs poppler-utils"
    made = papers_to_look_at()
    for name, document in made.items():
        (tmp_path / f"{name}.docx").write_bytes(as_docx(document))
    converted(tmp_path, "pdf")
    for name, document in made.items():
        shown = subprocess.run(
            ["pdftotext", "-layout", tmp_path / f"{name}.pdf", "-"], check=True, capture_output=True, encoding="utf-8"
        )
        pages = shown.stdout.removesuffix("\f").split("\f")
        short = document.name.startswith(ONE_PAGE) and not name.startswith(("blank", "stay"))
        assert len(pages) <= (1 if short else 2), name
        nothing_stands_alone(name, pages, document)
        if all(isinstance(block, Block) for block in document.blocks):
            assert words(shown.stdout) == words(as_text(document)), name


def nothing_stands_alone(name: str, pages: list[str], document: Document) -> None:
    """No heading at the foot of a page, and no signature on a sheet of its own; each page has its number."""
    headings = {block.text for block in document.blocks if isinstance(block, Block) and block.style is Style.HEADING}
    lines = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    for page in lines:
        assert re.fullmatch(r"\d+\s*/\s*\d+", page[-1]), name
        assert page[-2] not in headings, name
    assert len(pages) == 1 or document.name == "checklist" or len(lines[-1]) > 5, name
