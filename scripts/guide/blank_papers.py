"""The blank papers in the site: as pages to print, for Word and as text, beside the reading page that lists them.

``mkdocs_hook.py`` hands the files to MkDocs, and the page names the list as ``{{ papers() }}``.
"""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from wizard.languages import languages
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text
from wizard.packet.document import Block, Document, Run, Table
from wizard.wording import Wording, wording

from . import policies
from .blank_sheets import Sheet, blank_papers
from .folders import home
from .page_titles import told
from .rendering import render
from .version import version

FOLDER = "papers"
"""The address of the reading page below its language, and so of the files beside it."""

SENT = ("letter-", "support-", "translator-")
"""How the names of papers begin that go out to others: printed, they carry nothing of ours on top."""

BOX = "[\u00a0]"
"""A box to tick, in one piece."""

KNOWN_AS = {
    "letter-field-office": "site.papers.letter_field_office",
    "letter-field-office-follow-up": "site.papers.letter_field_office_follow_up",
    "letter-field-office-legal-access": "site.papers.letter_field_office_legal_access",
    "letter-reviewing-official": "site.papers.letter_reviewing_official",
    "letter-opla": "site.papers.letter_opla",
}
"""What people call the letters whose titles are ICE's words."""


def files() -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every file, in every language."""
    for language in languages():
        root = "../.." if home(language) else ".."
        say = wording(language)
        for sheet in blank_papers(say):
            page = render(
                "blank_paper.html",
                say,
                sheet=[whole_boxes(document) for document in sheet],
                root=root,
                version=version(),
                policy=policies.BLANK_PAPER,
                sent=sheet[0].name.startswith(SENT),
                **_told(sheet, say),
            )
            yield f"{home(language)}{FOLDER}/{sheet[0].name}.html", page.encode()
            for document in sheet:
                yield f"{home(language)}{FOLDER}/{document.name}.docx", as_docx(whole_boxes(document))
                yield f"{home(language)}{FOLDER}/{document.name}.txt", as_text(document).encode()


def whole_boxes(document: Document) -> Document:
    """*document* with boxes to tick that no line breaks in two."""
    return replace(document, blocks=tuple(map(_whole_in, document.blocks)))


def _whole_in(block: Block | Table) -> Block | Table:
    if isinstance(block, Block):
        return replace(block, runs=_whole(block.runs))
    return replace(block, rows=tuple(tuple(map(_whole, row)) for row in block.rows))


def _whole(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=run.text.replace("[ ]", BOX)) for run in runs)


def _told(sheet: Sheet, say: Wording) -> dict[str, str]:
    title = sheet[-1].title
    return told(say.language, say("ui.product"), title, say("packet.paper.about", title=title))


def list_of_papers(language: str) -> str:
    """The papers of *language* as a list of links."""
    say = wording(language)
    entries = (_entry(sheet, say) for sheet in blank_papers(say))
    return str(Markup("<ul>{}</ul>").format(Markup("").join(entries)))


def _entry(sheet: Sheet, say: Wording) -> Markup:
    printed = _link(f"{sheet[0].name}.html", say("packet.screen.print"), _names(sheet, say)[0])
    links = [printed, *_downloads(sheet[0], say, _names(sheet, say)[0])]
    between = escape(say.join("list"))
    found = _called(sheet, say) + between.join(links)
    for mirror in sheet[1:]:
        to_read = say("packet.screen.mirror")
        links = _downloads(mirror, say, f"{mirror.title} ({to_read})")
        found += Markup("<br>{}: {}").format(to_read, between.join(links))
    return Markup("<li>{}</li>").format(found)


def _called(sheet: Sheet, say: Wording) -> Markup:
    """What people call a paper; the title of a letter to ICE, in ICE's words, comes after that."""
    names = _names(sheet, say)
    return Markup("<strong>{}</strong><br>").format(names[0]) + Markup().join(map(Markup("{}<br>").format, names[1:]))


def _names(sheet: Sheet, say: Wording) -> list[str]:
    known = KNOWN_AS.get(sheet[0].name)
    return [*([say(known)] if known else []), sheet[-1].title]


def _downloads(document: Document, say: Wording, paper: str) -> list[Markup]:
    size = max(1, round(len(as_docx(whole_boxes(document))) / 1000))
    word = f"{say('packet.screen.word')}, {size}\N{NO-BREAK SPACE}kB"
    return [
        _link(f"{document.name}.docx", word, paper),
        _link(f"{document.name}.txt", say("packet.screen.text"), paper),
    ]


def _link(file: str, text: str, paper: str) -> Markup:
    """A link that says of which *paper* it is, to whoever hears it without the others."""
    return Markup('<a href="{}" aria-label="{}: {}">{}</a>').format(file, text, paper, text)
