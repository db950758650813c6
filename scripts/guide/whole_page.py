"""The whole interview on one page, as numbered sections: to walk by links alone, to print, and to take screens from.

It belongs to the wizard's page (`wizard_page.py`), which holds the first screen and brings the others from here.
``mkdocs_hook.py`` hands the files to MkDocs. Search engines and the search of the pages do not name it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from wizard.interview import Interlude, InterludeScreen, QuestionScreen, ResultScreen, State
from wizard.languages import languages, table
from wizard.library import source
from wizard.packet.form import prepares
from wizard.read_request import read_links
from wizard.render import frame_html, option_text, paper_html, render, screen_html
from wizard.wording import Wording, wording

from . import own_places, policies, rendering
from .assets import EVERY, OPEN_NOW, SHEET, WHOLE_SHEET, assets, megabytes
from .folders import home
from .numbered_screens import Node, build_graph
from .page_titles import told
from .version import version

FOLDER = "all-questions"
"""The address of the page below its language. It lies beside the wizard's, so that links in screens hold on both."""


@cache
def graph() -> tuple[Node, ...]:
    """The numbered screens, the same in every language."""
    return build_graph()


def files() -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of the page in every language."""
    for language in languages():
        say = wording(language)
        about = told(language, say("ui.product"), say("ui.whole_title"), say("ui.whole_about"))
        page = rendering.render("whole.html", say, page=_page_values(language), **about)
        yield f"{home(language)}{FOLDER}/index.html", own_places.parted(page).encode()


def _page_values(language: str) -> dict[str, Any]:
    """Everything that the page's template shows."""
    say = wording(language)
    root = "../../" if home(language) else "../"
    links = links_for(language, addresses(root, FOLDER))
    files_of = {name: {"href": root + asset.path, "integrity": asset.integrity} for name, asset in assets().items()}
    return {
        "policy": policies.READING_PAGE,
        "intro": f"{say('ui.guide_intro')} {say('ui.no_script')}",
        "plain": say("ui.page_plain"),
        "frame": frame_html(say, read_links(links)),
        "paper": paper_html(say),
        "icons": render("icons.html", say),
        "links": links,
        "root": root,
        "sheets": [files_of[name] for name in (SHEET, WHOLE_SHEET)],
        "checked": source().retrieved.isoformat(),
        "script": files_of[EVERY],
        "module": files_of[OPEN_NOW],
        "sections": sections(language),
        "edition": edition(language),
    }


def addresses(root: str, folder: str) -> dict[str, str]:
    """Where the page in *folder* lies in each language, seen from a page whose way to the site's root is *root*.

    With the start page and the privacy page of each: keys ``en``, ``en.home``, ``en.privacy`` ...
    """
    found: dict[str, str] = {}
    for code in languages():
        start = f"{root}{home(code)}"
        found |= {code: f"{start}{folder}/", f"{code}.home": start or "./", f"{code}.privacy": f"{start}privacy/"}
    return found


def links_for(code: str, address: Mapping[str, str]) -> dict[str, Any]:
    """Where the links of a page's frame lead when it is shown in the language *code*."""
    return {
        "home": address[f"{code}.home"],
        "privacy": address[f"{code}.privacy"],
        "version": version(),
        "leave": own_places.LEAVE,
        "megabytes": megabytes(),
        "languages": [{"code": other, "name": table()[other].name, "href": address[other]} for other in languages()],
    }


@cache
def sections(language: str) -> tuple[dict[str, Any], ...]:
    """Every screen of the interview, the first question first."""
    say = wording(language)
    return tuple(section(node, say) for node in graph())


@cache
def edition(language: str) -> str:
    """What tells the interview from that of another release: its screens, their numbers and where each leads."""
    return hashlib.sha256(json.dumps([version(), sections(language)]).encode()).hexdigest()[:12]


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
        "by_hand": say("ui.by_hand") if _has_papers(node) else "",
        "start_again": say("ui.start_again"),
    }


def _has_papers(node: Node) -> bool:
    """Whether there is a letter or a call script for the screen, which only Python can write."""
    return isinstance(node.screen, ResultScreen) and prepares(node.screen.assessment)


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
