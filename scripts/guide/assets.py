"""The wizard's style sheets, scripts and Python as the site serves them: under names that hold their hashes."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .folders import REPOSITORY, RUNTIME

WEB = REPOSITORY / "wizard" / "web"
JOIN = Path(__file__).with_name("join_modules.mjs")
PALETTE = "palette.css"
STYLE_SHEETS = (PALETTE, "wizard.css")
WHOLE_SHEET = "whole.css"
"""Of the page that carries the whole interview, beside those."""
LATE_STYLES = "late_styles.js"
ON_EVERY_PAGE = (LATE_STYLES, "scheme.js", "checked.js", "on_paper.js")
EARLY = ("early.js", *ON_EVERY_PAGE)
"""They run before the first paint, and stand before the style sheets; all but the first on every page of the site."""
LEAVE = "leave.js"
"""Also in the wizard's own script; the other pages have it alone."""
OPEN_NOW = "open_now.js"
WIZARD = "wizard.js"
SCRIPTS = (WIZARD, OPEN_NOW)
"""What starts by itself, with all that it imports."""

FIRST, EVERY, SHEET = "first.js", "every.js", "wizard.css"
ONE_AFTER_ANOTHER = {FIRST: EARLY, EVERY: ON_EVERY_PAGE, SHEET: STYLE_SHEETS, LEAVE: (LEAVE,)}
"""What else is served as one file, and what stands in it. A host without HTTP/2 answers six requests at a time: all
that the wizard's first question needs then comes in one round."""

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
def joined() -> dict[str, str]:
    """The scripts that start by themselves, each with the modules that it needs, as they are written.

    Raises `subprocess.CalledProcessError`.
    """
    return made_by(JOIN, *SCRIPTS)


def made_by(script: Path, *arguments: str) -> dict[str, str]:
    """The texts that *script* writes into the folder named to it first. Raises `subprocess.CalledProcessError`."""
    with tempfile.TemporaryDirectory() as aside:
        node = subprocess.run([REPOSITORY / "scripts/find-node"], check=True, capture_output=True, text=True).stdout
        subprocess.run([node.strip(), script, aside, *arguments], check=True)
        return {file.name: file.read_text("utf-8") for file in sorted(Path(aside).iterdir())}


@cache
def assets() -> dict[str, Asset]:
    """The style sheets and scripts of the page by name."""
    found = {name: _asset(name, _read(name)) for name in (PALETTE, WHOLE_SHEET)}
    for name, parts in ONE_AFTER_ANOTHER.items():
        found[name] = _asset(name, "".join(_read(part) for part in parts))
    for name, text in joined().items():
        found[name] = _asset(name, without_comments(text))
    return found


def _asset(name: str, text: str) -> Asset:
    return content_named("wizard/assets", name, text.encode())


def _read(name: str) -> str:
    text = (WEB / name).read_text("utf-8")
    return without_comments(text) if name.endswith(".js") else text


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
