"""The wizard's page: the whole interview as numbered sections, and what the browser needs to bring Python in.

A pure function of the package, the bundle and the site's settings; ``mkdocs_hook.py`` hands its result to MkDocs.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from wizard.interview import Interlude, InterludeScreen, QuestionScreen, State
from wizard.languages import languages, table
from wizard.library import source
from wizard.packet.case_file import MOST_BYTES
from wizard.read_request import read_links
from wizard.render import frame_html, option_text, paper_html, render, screen_html
from wizard.wording import Wording, wording

from . import policies
from .assets import EARLY, MODULES, OPEN_NOW, STYLE_SHEETS, assets, megabytes, runtime
from .copy_settings import operator_of
from .folders import RUNTIME
from .numbered_screens import Node, build_graph


@cache
def graph() -> tuple[Node, ...]:
    """The numbered screens, the same in every language."""
    return build_graph()


def page_values(language: str, address: Mapping[str, str], extra: Mapping[str, Any], root: str) -> dict[str, Any]:
    """Everything the page's template shows.

    *address* gives each language's wizard page and ``home``/``privacy`` pages relative to this page (keys ``en``,
    ``en.home``, ``en.privacy`` ...); *extra* the hosting group's own settings; *root* the way to the site's root.
    """
    say = wording(language)
    links = {code: links_for(code, address, extra) for code in languages()}
    files = {name: {"href": root + asset.path, "integrity": asset.integrity} for name, asset in assets().items()}
    return {
        "language": language,
        "policy": policies.WIZARD_PAGE,
        "intro": f"{say('ui.guide_intro')} {say('ui.no_script')}",
        "arriving": say("ui.page_arriving"),
        "cut": say("ui.page_cut"),
        "load_again": say("ui.page_load_again"),
        "frame": frame_html(say, read_links(links[language])),
        "paper": paper_html(say),
        "icons": render("icons.html", say),
        "links": links[language],
        "sheets": [files[name] for name in STYLE_SHEETS],
        "checked": source().retrieved.isoformat(),
        "early": [files[name] for name in EARLY],
        "modules": [files[name] for name in MODULES],
        "starting": [files[name] for name in (MODULES[0], OPEN_NOW)],
        "sections": [section(node, say) for node in graph()],
        "settings": json.dumps(settings(links, root), ensure_ascii=False).replace("<", "\\u003c"),
    }


def links_for(code: str, address: Mapping[str, str], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Where the links of the page's frame lead when it is shown in the language *code*."""
    return {
        "home": address[f"{code}.home"],
        "privacy": address[f"{code}.privacy"],
        "leave": extra["leave_url"],
        "operator": operator_of(extra, code),
        "megabytes": megabytes(),
        "languages": [{"code": other, "name": table()[other].name, "href": address[other]} for other in languages()],
    }


def settings(links: Mapping[str, Any], root: str) -> dict[str, Any]:
    """What the page's script needs: where the runtime lies with its hashes, and the links by language."""
    manifest = json.loads((RUNTIME / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        file["url"] = Path(runtime()[file["name"]].path).name
    return {"base": f"{root}wizard/runtime/", "manifest": manifest, "links": links, "mostBytes": MOST_BYTES}


def section(node: Node, say: Wording) -> dict[str, Any]:
    """One numbered screen: the same HTML as in the browser, and a link for every way on."""
    return {
        "number": node.number,
        "state": json.dumps(state_json(node.known), separators=(",", ":")),
        "html": screen_html(node.screen, say),
        "read_at": say("ui.read_at", number=first_told()[node.number]) if node.number in first_told() else "",
        "exits": [
            {
                "option": exit_.option,
                "number": exit_.number,
                "text": exit_text(node, exit_.option, say),
                "go_to": say("ui.go_to", number=exit_.number),
            }
            for exit_ in node.exits
        ],
        "start_again": say("ui.start_again"),
    }


@cache
def first_told() -> dict[int, int]:
    """The screens that say word for word what an earlier one says: on paper they name its number."""
    first: dict[Interlude, int] = {}
    again: dict[int, int] = {}
    for node in graph():
        if isinstance(node.screen, InterludeScreen):
            number = first.setdefault(node.screen.interlude, node.number)
            if number != node.number:
                again[node.number] = number
    return again


def exit_text(node: Node, option: str, say: Wording) -> str:
    """The text of one link out of a screen."""
    match node.screen:
        case QuestionScreen(question):
            return option_text(question, option, say)
        case InterludeScreen(interlude):
            return say("interlude", interlude.value, "continue")
        case _:
            raise AssertionError("a result has no way on")


def state_json(state: State) -> dict[str, Any]:
    """A state as the browser keeps it."""
    return {
        "needs": [need.value for need in state.needs],
        "answers": dict(state.answers),
        "seen": sorted(state.seen),
    }
