"""The wizard's page: its first screen, and what the browser needs to bring the others and Python in.

A pure function of the package, the bundle and the site's settings; ``mkdocs_hook.py`` hands its result to MkDocs.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wizard.languages import languages
from wizard.library import source
from wizard.packet.case_file import MOST_BYTES
from wizard.read_request import read_links
from wizard.render import frame_html, render
from wizard.wording import wording

from . import policies, whole_page
from .assets import FIRST, SCRIPTS, SHEET, assets, runtime
from .folders import RUNTIME, home

FOLDER = "wizard"
"""The address of the page below its language."""


def page_values(language: str, root: str) -> dict[str, Any]:
    """Everything the page's template shows. *root* is the way from the page to the site's root."""
    say = wording(language)
    address = whole_page.addresses(root, FOLDER)
    links = {code: whole_page.links_for(code, address) for code in languages()}
    whole = f"{root}{home(language)}{whole_page.FOLDER}/"
    files = {name: {"href": root + asset.path, "integrity": asset.integrity} for name, asset in assets().items()}
    return {
        "language": language,
        "policy": policies.WIZARD_PAGE,
        "intro": f"{say('ui.guide_intro')} {say('ui.no_script')}",
        "arriving": say("ui.page_arriving"),
        "cut": say("ui.page_cut"),
        "plain": say("ui.page_plain"),
        "by_link": say("ui.page_by_link"),
        "load_again": say("ui.page_load_again"),
        "frame": frame_html(say, read_links(links[language])),
        "icons": render("icons.html", say),
        "links": links[language],
        "root": root,
        "sheet": files[SHEET],
        "checked": source().retrieved.isoformat(),
        "early": files[FIRST],
        "scripts": [files[name] for name in SCRIPTS],
        "missing": say("ui.questions_missing"),
        "first": whole_page.sections(language)[0],
        "whole": whole,
        "runtime": in_page(runtime_of_page(root)),
        "settings": in_page(settings(language, links, whole)),
    }


def in_page(value: Mapping[str, Any]) -> str:
    """*value* as JSON that can stand in a page."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def runtime_of_page(root: str) -> dict[str, Any]:
    """Where the Python lies that belongs to the page, with the hash of each file."""
    manifest = json.loads((RUNTIME / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        file["url"] = Path(runtime()[file["name"]].path).name
    return {"base": f"{root}wizard/runtime/", "manifest": manifest}


def settings(language: str, links: Mapping[str, Any], whole: str) -> dict[str, Any]:
    """What else the page's script needs: where the interview lies, the links, and how large a saved case may be."""
    # Which way leads out of the page, the page itself says: who runs a copy may choose another.
    inside = {code: {name: link for name, link in of.items() if name != "leave"} for code, of in links.items()}
    return {
        "links": inside,
        "mostBytes": MOST_BYTES,
        "whole": {
            "url": whole,
            "edition": whole_page.edition(language),
            "screens": len(whole_page.sections(language)),
        },
    }
