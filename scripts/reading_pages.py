"""What the templates of the reading pages need from the wizard: its texts, icons, colours and quick exit.

MkDocs calls this as a second hook beside hooks.py, which makes the wizard's own page.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

import wizard_page
from wizard.render import render
from wizard.wording import wording


def on_page_context(context: dict[str, Any], config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the templates `say` (the page's language), `icons` and `shared` (name -> path from the site's root)."""
    return context | names(str(config.theme["language"]))


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Gives the same to 404.html, which is a page of no language's nav."""
    return context | names(str(config.theme["language"]))


def names(language: str) -> dict[str, Any]:
    """The names that the templates add to MkDocs' own."""
    return {
        "say": wording(language),
        "icons": render("icons.html", language),
        "shared": {name: asset.path for name, asset in wizard_page.assets().items()},
    }
