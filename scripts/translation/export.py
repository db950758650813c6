"""Everything of a language that is translated, as entries of a PO file: the wording, then the pages by paragraph."""

from collections.abc import Iterator

from scripts.guide.folders import REPOSITORY
from wizard.languages import SOURCE_LANGUAGE, table

from . import pages, review
from .notes import NAMES_THAT_STAY, notes_on
from .po import Entry, as_po
from .review import Standing
from .texts import Text, texts, written

HEAD = f"""\
ICE Contact Guide in {{name}}.

Translate each text. Use plain words, and short sentences.
What stands in braces, such as {{{{line_number}}}}, stays as it is: a number, a link or a day comes in its place.
Never type a telephone number, an email address, a link or one of the days that decide.
These names stay in English where they must be said or recognised: {NAMES_THAT_STAY}.
The letters go to ICE in English. Where a note says so, your text is read beside the letter, and not sent.
Paragraphs of pages are Markdown: keep what stands in double braces, the links and the {{{{ #anchors }}}}.
An entry that you are not sure of stays fuzzy: it is not taken for reviewed.
A text whose English changed since it was reviewed comes to you fuzzy: read it again."""

UNSURE = {Standing.STALE, Standing.UNREAD}


def exported(language: str) -> bytes:
    """The PO file of *language*."""
    head = HEAD.format(name=table()[language].name)
    return as_po(language, head, iter([*text_entries(language), *page_entries(language)]))


def text_entries(language: str) -> Iterator[Entry]:
    """The entries of the wording."""
    theirs, marks = written(language), review.marks_of(language)
    for text in texts(language).values():
        translated = theirs.get(text.id)
        standing = review.standing(text, translated, marks)
        yield from _entries(text, None if standing is Standing.MISSING else translated, fuzzy=standing in UNSURE)


def _entries(text: Text, translated: str | list[str] | None, *, fuzzy: bool) -> Iterator[Entry]:
    given = text.as_lines(translated) if translated else []
    notes = tuple(notes_on(text))
    for number, (name, english) in enumerate(text.lines.items()):
        here = given[number] if number < len(given) else ""
        yield Entry(name, english, here, fuzzy and bool(here), notes, text.file, text.line)


def page_entries(language: str) -> Iterator[Entry]:
    """The entries of the pages, which are held against no hash: what is translated is taken for reviewed."""
    for name in pages.page_names():
        file = pages.file_of(SOURCE_LANGUAGE, name).relative_to(REPOSITORY).as_posix()
        notes = (f"A paragraph of the page {name}, in Markdown.",)
        for paragraph in pages.paragraphs(language, name):
            yield Entry(paragraph.id, paragraph.english, paragraph.translated, False, notes, file)
