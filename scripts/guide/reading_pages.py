"""What the templates of the reading pages need from the wizard: its texts, icons, colours and quick exit.

It also says which files of the theme are served.
"""

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from wizard.direction import directed_page
from wizard.library import source
from wizard.render import render
from wizard.wording import wording

from . import own_places, policies, web_app
from .assets import assets
from .version import version

LOADED = re.compile(r"assets/(guide/|stylesheets/main\.[0-9a-f]+\.min\.css$)")
"""Our own files, and the one file of the theme that the pages load."""


def is_served(file: str) -> bool:
    """Whether *file* is a page, or one of the files that pages load; theme and plugins bring more than those."""
    return file != "sitemap.xml" and (not file.startswith("assets/") or bool(LOADED.match(file)))


def names(config: MkDocsConfig) -> dict[str, Any]:
    """The names that the templates add to MkDocs' own."""
    language = str(config.theme["language"])
    return {
        "say": wording(language),
        "source": source(),
        "icons": render("icons.html", wording(language)),
        "shared": {name: asset.path for name, asset in assets().items()},
        "version": version(),
        "leave": own_places.LEAVE,
        "policy": policies.READING_PAGE,
        "offline_policy": policies.OFFLINE_PAGE,
        "web_app": web_app.manifest_of(language),
        "material": style_sheet(config),
        "index": f"search/{language}.json",
        "card": card(language),
    }


def tidy(text: str) -> str:
    """*text* without spaces at the ends of its lines, without empty lines at its start, and with all its directions."""
    return directed_page(re.sub(r"[ \t]+$", "", text.lstrip("\n"), flags=re.MULTILINE))


HEADING_OR_TABLE = re.compile(r'<h[1-6][^>]*? id="([^"]+)"|<table(?![^>]*aria-)(?![^>]*>\s*<caption)')


def named_tables(text: str) -> str:
    """*text* where each table without a caption is named by the heading that it stands under."""
    heading = ""

    def named(found: re.Match[str]) -> str:
        nonlocal heading
        heading = found[1] or heading
        return found[0] if found[1] or not heading else f'<table aria-labelledby="{heading}"'

    return HEADING_OR_TABLE.sub(named, text)


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
