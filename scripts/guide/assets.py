"""The wizard's style sheets, scripts and Python as the site serves them: under names that hold their hashes."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .folders import REPOSITORY, RUNTIME

WEB = REPOSITORY / "wizard" / "web"
STYLE_SHEETS = ("palette.css", "wizard.css")
WHOLE_SHEET = "whole.css"
"""Of the page that carries the whole interview, beside those."""
LATE_STYLES = "late_styles.js"
ON_EVERY_PAGE = (LATE_STYLES, "scheme.js", "checked.js", "on_paper.js")
EARLY = ("early.js", *ON_EVERY_PAGE)
"""They run before the first paint, and stand before the style sheets; all but the first on every page of the site."""
OPEN_NOW = "open_now.js"
ARRIVAL = "arrival.js"
"""It starts before the page is read to its end."""
MODULES = (
    *("wizard.js", "walk.js", "engine.js", "place_box.js", "frame.js", "screen.js"),
    *("session.js", "trail.js", "papers.js", "static_interview.js", "form.js", "own.js", "leave.js", "unsaved.js"),
    *("afterwards.js", "arrival.js", "runtime.js", "worker_host.js", "whole_interview.js"),
    *("download.js", "packed.js", "seal.js", "guard.js", "failures.js"),
    OPEN_NOW,
)
"""Each stands before those that it imports. The first, the last and ARRIVAL start by themselves; all are preloaded
with their hashes, so that they come at once and not one after another."""

COMMENT_LINES = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/)[\s\S])*\*/|//.*)[ \t]*$", re.MULTILINE)
EMPTY_LINES = re.compile(r"^[ \t]*\n", re.MULTILINE)


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


def without_comments(module: str) -> str:
    """*module* without empty lines and comments that have lines to themselves: people pay for the bytes."""
    return EMPTY_LINES.sub("", COMMENT_LINES.sub("", module))


@cache
def assets() -> dict[str, Asset]:
    """The style sheets and scripts of the page by name. Modules name each other by their hashed names."""
    found = {
        name: content_named("wizard/assets", name, (WEB / name).read_bytes())
        for name in (*STYLE_SHEETS, WHOLE_SHEET, *EARLY)
    }
    for name in reversed(MODULES):
        text = without_comments((WEB / name).read_text("utf-8"))
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
