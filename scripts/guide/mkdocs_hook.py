"""What MkDocs calls while it builds the site, from the host's settings to the last file.

Thin on purpose: the modules that it calls make what a page holds; of them, only `reading_pages` knows MkDocs.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.guide import (
    blank_papers,
    own_places,
    reading_pages,
    root_pages,
    search,
    style_sheets,
    web_app,
    whole_page,
    wizard_page,
)
from scripts.guide.assets import assets, runtime
from scripts.guide.office_lists import place_files
from scripts.guide.page_text.names import filled
from scripts.guide.page_text.outside_links import links_list
from scripts.guide.page_titles import told
from scripts.guide.site_languages import add_languages, into_folders
from scripts.guide.social_card import social_card
from wizard.languages import languages
from wizard.wording import wording

WIZARD_TEMPLATE = "wizard.html"
LAST = -200
"""After the plugin for languages, which builds each of them, and then the search index of all, at -100."""


def on_config(config: MkDocsConfig, **_: object) -> None:
    """Adds every language that the guide shows. What belongs to none of them is not made by MkDocs (root_pages.py)."""
    add_languages(config)
    config.theme.static_templates.clear()


@event_priority(LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out of the site every file of the theme that no page loads; lays each language where it belongs."""
    into_folders(files, config.site_dir)
    for file in list(files):
        if not reading_pages.is_served(file.src_uri):
            files.remove(file)
    return files


def on_page_markdown(markdown: str, config: MkDocsConfig, **_: object) -> str:
    """Fills in what the text of a page names."""
    language = str(config.theme["language"])

    def outside_links(leave_note: str) -> str:
        return str(links_list(wording(language), own_places.LEAVE, leave_note))

    return filled(markdown, language, set(), outside_links=outside_links)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the templates what they name: titles and `reading_pages.names`, and the wizard's page all that it shows."""
    language = str(config.theme["language"])
    if page.meta.get("template") == WIZARD_TEMPLATE:
        root = get_relative_url(".", page.url)
        root = "" if root == "." else f"{root.rstrip('/')}/"
        context["wizard"] = wizard_page.page_values(language, root)
    title = "" if page.file.name == "index" else str(page.title)
    about = str(page.meta.get("description") or config.site_description)
    return context | reading_pages.names(config) | told(language, str(config.site_name), title, about)


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Takes away the spaces that templates leave at the ends of lines; beside a start page goes its picture."""
    if page.file.name == "index":
        language = str(config.theme["language"])
        say = wording(language)
        line = f"{config.site_description}".partition(". ")[0]
        unofficial = say("ui.unofficial").replace(" ", "\N{NO-BREAK SPACE}")
        picture = social_card(f"{config.site_name} ({unofficial})", f"{line}.", say("ui.not_government"))
        write(config, reading_pages.card(language), picture)
    return own_places.parted(reading_pages.named_tables(reading_pages.tidy(output)))


@event_priority(LAST)
def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Writes all that MkDocs does not know of; and the texts of each language in place of its search index."""
    for asset in (*assets().values(), *runtime().values()):
        write(config, asset.path, asset.content)
    index = Path(config.site_dir, search.INDEX)
    texts = search.files(index.read_text("utf-8"), languages())
    own = (*whole_page.files(), *own_places.files(), *root_pages.files(), *web_app.files(languages()))
    for path, content in (*style_sheets.files(), *blank_papers.files(), *place_files.files(languages()), *own, *texts):
        write(config, path, content)
    index.unlink()


def write(config: MkDocsConfig, path: str, content: bytes) -> None:
    """Writes a file of the site: *path* from its root."""
    target = Path(config.site_dir, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
