"""The blank papers in the site: as pages to print, for Word and as text, beside the reading page that lists them.

``mkdocs_hook.py`` hands the files to MkDocs, and the page names the list as ``{{ papers() }}``.
"""

from collections.abc import Iterator

from markupsafe import Markup, escape

from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text
from wizard.packet.document import Document
from wizard.wording import Wording, wording

from . import policies
from .blank_sheets import Sheet, blank_papers
from .page_titles import told
from .rendering import render

FOLDER = "papers"
"""The address of the reading page below its language, and so of the files beside it."""


def files() -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every file, in every language."""
    for language in languages():
        home, root = ("", "..") if language == SOURCE_LANGUAGE else (f"{language}/", "../..")
        say = wording(language)
        for sheet in blank_papers(say):
            page = render(
                "blank_paper.html", say, sheet=sheet, root=root, policy=policies.BLANK_PAPER, **_told(sheet, say)
            )
            yield f"{home}{FOLDER}/{sheet[0].name}.html", page.encode()
            for document in sheet:
                yield f"{home}{FOLDER}/{document.name}.docx", as_docx(document)
                yield f"{home}{FOLDER}/{document.name}.txt", as_text(document).encode()


def _told(sheet: Sheet, say: Wording) -> dict[str, str]:
    title = sheet[-1].title
    return told(say.language, say("ui.product"), title, say("packet.paper.about", title=title))


def list_of_papers(language: str) -> str:
    """The papers of *language* as a list of links."""
    say = wording(language)
    entries = (_entry(sheet, say) for sheet in blank_papers(say))
    return str(Markup("<ul>{}</ul>").format(Markup("").join(entries)))


def _entry(sheet: Sheet, say: Wording) -> Markup:
    title = Markup("<strong>{}</strong><br>").format(sheet[-1].title)
    links = [_link(f"{sheet[0].name}.html", say("packet.screen.print")), *_downloads(sheet[0], say)]
    between = escape(say.join("list"))
    found = title + between.join(links)
    for mirror in sheet[1:]:
        found += Markup("<br>{}: {}").format(say("packet.screen.mirror"), between.join(_downloads(mirror, say)))
    return Markup("<li>{}</li>").format(found)


def _downloads(document: Document, say: Wording) -> list[Markup]:
    kinds = {"docx": "word", "txt": "text"}
    return [_link(f"{document.name}.{ending}", say("packet.screen", text)) for ending, text in kinds.items()]


def _link(file: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(file, text)
