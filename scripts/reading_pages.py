"""What the templates of the reading pages need from the wizard: its texts, icons, colours and quick exit.

MkDocs calls this as a second hook beside hooks.py, which makes the wizard's own page. It also leaves the theme's
scripts out of the site, and gives the search of each language the texts of that language.
"""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import search_texts
import wizard_page
from copy_settings import setting_faults
from page_titles import told
from social_card import social_card
from version import version
from wizard.library import source
from wizard.render import render
from wizard.wording import languages, wording

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""The pages' own policy, for hosts that send none. What is 'none' here no script of ours needs."""

SEARCH_LIBRARY = wizard_page.REPOSITORY / "node_modules" / "minisearch" / "dist" / "es" / "index.js"
"""What finds words in the texts; loaded when the search is first opened."""

LOADED = re.compile(r"assets/(guide/|stylesheets/main\.[0-9a-f]+\.min\.css$)")
"""Our own files, and the one file of the theme that the pages load."""


def on_config(config: MkDocsConfig, **_: object) -> None:
    """Stops the build in one line where a host's settings would mislead the people who come to the copy."""
    for fault in setting_faults(config.extra, config.site_url or "", languages()):
        raise BuildError(fault)


def on_files(files: Files, **_: object) -> Files:
    """Leaves out of the site every file of the theme that no page loads."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and not LOADED.match(file.src_uri):
            files.remove(file)
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the templates `say` (the page's language), `icons`, and `shared` (name -> path from the site's root)."""
    title = "" if page.file.name == "index" else str(page.title)
    about = str(page.meta.get("description") or config.site_description)
    return context | names(config) | told(str(config.theme["language"]), str(config.site_name), title, about)


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the same to 404.html, which is a page of no language's nav: its title is in the first that it speaks."""
    first = config.extra["not_found"][0]
    product = wording(first["language"])("ui.product")
    about = f"{first['title']}. {first['start']}."
    return context | names(config) | told(first["language"], product, first["title"], about)


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Takes away the spaces that templates leave at the ends of lines; beside a start page goes its picture."""
    if page.file.name == "index":
        language = str(config.theme["language"])
        line = f"{config.site_description}".partition(". ")[0]
        say = wording(language)
        unofficial = say("ui.unofficial").replace(" ", "\N{NO-BREAK SPACE}")
        name = f"{config.site_name} ({unofficial})"
        picture = social_card(name, f"{line}.", say("ui.not_government"))
        file = Path(config.site_dir, card(language))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture)
    return tidy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for 404.html; and no site map for a copy without an address, since it would name none."""
    if template_name == "sitemap.xml" and not config.site_url:
        return ""
    return tidy(output_content)


@event_priority(-200)  # the plugin for languages builds each of them, and then the index of all, at -100
def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Writes the list of texts of each language in place of the plugin's, which holds all languages."""
    library = SEARCH_LIBRARY.read_text("utf-8").partition("//# sourceMappingURL")[0]
    Path(config.site_dir, "assets", "guide", "minisearch.js").write_text(library, "utf-8")
    folder = Path(config.site_dir, "search")
    index = folder / "search_index.json"
    for language, parts in search_texts.by_language(json.loads(index.read_text("utf-8"))["docs"], languages()).items():
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{language}.json").write_text(text, "utf-8")
    index.unlink()


def names(config: MkDocsConfig) -> dict[str, Any]:
    """The names that the templates add to MkDocs' own."""
    language = str(config.theme["language"])
    return {
        "say": wording(language),
        "wording": wording,
        "source": source(),
        "icons": render("icons.html", language),
        "shared": {name: asset.path for name, asset in wizard_page.assets().items()},
        "version": version(),
        "operator": wizard_page.operator_of(config.extra, language),
        "policy": POLICY,
        "material": style_sheet(config),
        "index": f"search/{language}.json",
        "card": card(language),
    }


def tidy(text: str) -> str:
    """*text* without spaces at the ends of its lines, and without empty lines at its start."""
    return re.sub(r"[ \t]+$", "", text.lstrip("\n"), flags=re.MULTILINE)


def card(language: str) -> str:
    """The path of the picture that goes with a shared link to a page in *language*."""
    return f"assets/card-{language}.png"


def style_sheet(config: MkDocsConfig) -> str:
    """The path of the theme's style sheet, whose name holds a hash."""
    found = [
        path.relative_to(folder).as_posix()
        for folder in map(Path, config.theme.dirs)
        for path in folder.glob("assets/stylesheets/main.*.min.css")
    ]
    if len(found) != 1:
        raise LookupError(f"the theme has {len(found)} style sheets of this name, not one")
    return found[0]
