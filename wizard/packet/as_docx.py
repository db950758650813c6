"""A document as a Word file: the few parts that Word asks for, from autoescaping templates. Same document, same bytes.

Real styles (Title, Heading 1, List), the language of every run, US Letter with margins of one inch. The title among the
file's properties is ours: the file says nobody's name.
"""

from functools import partial
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup

from wizard.direction import is_from_the_right
from wizard.languages import SOURCE_LANGUAGE, table
from wizard.packet.document import Document
from wizard.packet.reading_order import ordered
from wizard.templating import render
from wizard.wording import wording

PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footer.xml": "footer.xml",
    "word/_rels/document.xml.rels": "document.rels.xml",
}
"""Every part of the file, with its template in templates/packet."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold: a date of its own would say when a letter was made."""


def as_docx(document: Document) -> bytes:
    """*document* as the bytes of a .docx file."""
    say = wording(document.language)
    helped = {
        "document": document,
        "tag": say.about.word_tag,
        "spoken": partial(_spoken, document.language),
        "ordered": partial(ordered, language=document.language),
        "right_to_left": is_from_the_right(document.language),
    }
    return zipped({name: render(f"packet/{template}", say, **helped).encode() for name, template in PARTS.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    """*files* by name as one archive. Not compressed: then the bytes are the same at any time and on any machine."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, EPOCH), content)
    return held.getvalue()


def _spoken(language: str, piece: str = "") -> Markup:
    """The language of a *piece* of a paper in *language*, as attributes: Word asks for one for each direction."""
    if is_from_the_right(language):
        return Markup('w:val="{}" w:bidi="{}"').format(table()[SOURCE_LANGUAGE].word_tag, table()[language].word_tag)
    return Markup('w:val="{}"').format(table()[piece or language].word_tag)
