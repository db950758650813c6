"""The wizard's page: the whole interview as numbered sections, and what the browser needs to bring Python in.

A pure function of the package, the bundle and the site's settings; ``scripts/hooks.py`` hands its result to MkDocs.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from copy_settings import sentence_of
from wizard.interview import NEEDS, Interlude, InterludeScreen, QuestionScreen, State
from wizard.library import source
from wizard.packet.case_file import MOST_BYTES
from wizard.questions import NEED_GROUPS
from wizard.read_request import read_links
from wizard.render import frame_html, paper_html, render, screen_html
from wizard.static import Node, build_graph
from wizard.wording import Wording, languages, wording

REPOSITORY = Path(__file__).resolve().parents[1]
WEB = REPOSITORY / "wizard" / "web"
RUNTIME = REPOSITORY / "build" / "runtime"
STYLE_SHEETS = ("palette.css", "wizard.css")
EARLY = ("early.js", "scheme.js", "checked.js")
"""They run before the first paint; all but the first on every page of the site."""
OPEN_NOW = "open_now.js"
MODULES = ("wizard.js", "static_interview.js", "packet.js", "leave.js", "runtime.js", OPEN_NOW)
"""The first and the last start by themselves; all are preloaded with their hashes."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types wizard",
    )
)
"""The page's own policy. Before Python starts, a second one seals it (wizard/web/runtime.js)."""


@dataclass(frozen=True)
class Asset:
    """A file of the wizard as the site serves it: *path* from the site's root, named by its content."""

    name: str
    path: str
    content: bytes
    integrity: str


def content_named(folder: str, name: str, content: bytes) -> Asset:
    """*content* under a name that holds its hash, so that it may be kept for ever and never mixed with another."""
    digest = hashlib.sha256(content)
    stem, _, ending = name.rpartition(".")
    path = f"{folder}/{stem}.{digest.hexdigest()[:12]}.{ending}"
    return Asset(name, path, content, "sha256-" + base64.b64encode(digest.digest()).decode())


@cache
def assets() -> dict[str, Asset]:
    """The style sheets and scripts of the page by name. Modules name each other by their hashed names."""
    found = {name: content_named("wizard/assets", name, (WEB / name).read_bytes()) for name in (*STYLE_SHEETS, *EARLY)}
    for name in reversed(MODULES):
        text = (WEB / name).read_text("utf-8")
        for other in found.values():
            text = text.replace(f'"./{other.name}"', f'"./{Path(other.path).name}"')
        found[name] = content_named("wizard/assets", name, text.encode())
    return found


@cache
def runtime() -> dict[str, Asset]:
    """The files of the Python bundle by name."""
    manifest = json.loads((RUNTIME / "manifest.json").read_text("utf-8"))
    return {
        file["name"]: content_named("wizard/runtime", file["name"], (RUNTIME / file["name"]).read_bytes())
        for file in manifest["files"]
    }


@cache
def megabytes() -> str:
    """How much the browser must load for Python, in megabytes on the wire as most hosts send it (gzip)."""
    return str(round(sum(len(gzip.compress(file.content, 6)) for file in runtime().values()) / 1e6))


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
        "policy": POLICY,
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
        "languages": [
            {"code": other, "name": wording(other)("meta.name"), "href": address[other]} for other in languages()
        ],
    }


def operator_of(extra: Mapping[str, Any], language: str) -> str:
    """Who runs this copy, for the foot of every page."""
    return sentence_of(extra.get("operator"), language)


def settings(links: Mapping[str, Any], root: str) -> dict[str, Any]:
    """What the page's script needs: where the runtime lies with its hashes, and the links by language."""
    manifest = json.loads((RUNTIME / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        file["url"] = Path(runtime()[file["name"]].path).name
    return {"base": f"{root}wizard/runtime/", "manifest": manifest, "links": links, "mostBytes": MOST_BYTES}


def section(node: Node, say: Wording) -> dict[str, Any]:
    """One numbered screen: the same HTML as in the browser, and a link for every way on, needs under their headings."""
    is_needs = isinstance(node.screen, QuestionScreen) and node.screen.question == NEEDS
    groups = {needs[0].value: group.value for group, needs in NEED_GROUPS.items()} if is_needs else {}
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
                "group": say("question", NEEDS, "groups", groups[exit_.option]) if exit_.option in groups else "",
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
            return say("question", NEEDS if question == NEEDS else question, "options", option)
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
