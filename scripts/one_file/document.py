"""The one file: a page that carries all others, its scripts and styles, and packed within it what those would fetch."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.guide import policies, rendering
from scripts.guide.assets import LATE_STYLES, ON_EVERY_PAGE, STYLE_SHEETS, WEB, WHOLE_SHEET
from scripts.guide.compress import compressed, of_no_system
from scripts.guide.style_sheets import STYLES
from scripts.guide.version import version
from wizard.library import source
from wizard.wording import wording

from .leaves import WHOLE, Source, between, file_name

HERE = Path(__file__).parent
PIECES = (
    "site/column",
    "site/pieces",
    "site/wide_tables",
    "site/changes",
    "site/diagram",
    *(f"offices/{name}" for name in ("base", "filter", "map", "lists", "print")),
)
"""Of the style sheets of the reading pages, what belongs to their text."""
LARGEST = 9_000_000  # bytes of one file
FILES = ("places/names.json", "places/{language}.json")
"""What the box for places asks for, beside the Python."""

FILES_HERE = "<!--files-->"
DATA = '<script type="application/json" id="{}">'


class TooLargeError(Exception):
    """A file is larger than people were told."""


def document(of: Source, scripts: Mapping[str, str]) -> bytes:
    """The one file in a language; *scripts* are the two of ``bundle.mjs``. Raises `TooLargeError`."""
    wizard = of.read("wizard/index.html")
    say = wording(of.language)
    settings, runtime = (
        json.loads(between(wizard, DATA.format(name), "</script>")) for name in ("settings", "runtime")
    )
    made = rendering.render(
        "one_file.html",
        say,
        **_dress(scripts),
        **_wizard(of, wizard),
        title=html.unescape(between(of.read("index.html"), "<title>", "</title>")),
        checked=source().retrieved.isoformat(),
        version=version(),
        day=say.day(source().retrieved),
        menu=of.menu(),
        leaves=list(of.leaves()),
        whole_file=f"{WHOLE}index.html",
        whole=_whole(of),
        settings=_in_page(_settings(settings)),
        runtime=_in_page({**runtime, "base": "wizard/runtime/"}),
    )
    # What is packed is no text for the renderer to look through.
    content = made.replace(FILES_HERE, "\n".join(_packed(of, runtime))).encode()
    if len(content) > LARGEST:
        raise TooLargeError(f"{file_name(of.language)} has {len(content)} bytes, and may have {LARGEST}")
    return content


def _dress(scripts: Mapping[str, str]) -> dict[str, Any]:
    """What runs in the file and how it looks, and the policy that names each by its hash."""
    head = [*((WEB / name).read_text("utf-8") for name in ON_EVERY_PAGE if name != LATE_STYLES), _read("turning.js")]
    last = [scripts["pages.js"], scripts["interview.js"]]
    pieces = [(STYLES / f"{name}.css").read_text("utf-8") for name in PIECES]
    sheet = "\n".join([*map(_read, STYLE_SHEETS), *pieces, _read("one_file.css")])
    plain = "\n".join([_of_noscript(_read(WHOLE_SHEET)), _read("without_scripts.css")])
    policy = policies.one_file([integrity(one) for one in (*head, *last)], [integrity(sheet), integrity(plain)])
    return {"policy": policy, "head": head, "scripts": last, "sheet": sheet, "plain": plain}


def _wizard(of: Source, page: str) -> dict[str, str]:
    """The pieces of the wizard's *page*."""

    def piece(begin: str, end: str) -> str:
        return of.placed(begin + between(page, begin, end), "wizard", "").removeprefix('<main id="main">')

    return {
        "icons": f"{piece('<svg class="icons"', '</svg>')}</svg>",
        "top": piece('<div id="top">', '<main id="main">'),
        "before": piece('<main id="main">', '<div id="interview">'),
        "first": piece('<div id="interview">', '<div id="answers">'),
        "after": piece('<div id="answers">', "</main>"),
        "bottom": piece('<div id="bottom">', DATA.format("settings")),
    }


def integrity(text: str) -> str:
    """The hash of an inline script or style, as a policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    folder = HERE if (HERE / name).is_file() else WEB
    return (folder / name).read_text("utf-8")


def _of_noscript(sheet: str) -> str:
    """The sheet of the whole interview, which lies one element deeper here."""
    return sheet.replace("> #interview", "> noscript > #interview")


def _whole(of: Source) -> str:
    """The whole interview: to walk by links, to print, and for the wizard's script to take its screens from."""
    main = between(of.read(f"{WHOLE}index.html"), '<main id="main">', "</main>")
    main = re.sub(r'<p id="plain".*?</p>', "", main)  # its style sheets are in the file: none comes late
    interview, _, _ = main.rpartition('<p class="screen-links">')
    return of.placed(interview, WHOLE, "")


def _settings(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings of the wizard's page, with addresses within the file. Python speaks every language here."""
    for code, links in settings["links"].items():
        links |= {"home": "#", "privacy": "#privacy/"}
        for other in links["languages"]:
            other["href"] = "#wizard/" if code == other["code"] else f"{file_name(other['code'])}#wizard/"
    return settings | {"whole": settings["whole"] | {"url": f"{WHOLE}index.html"}}


def _in_page(value: Mapping[str, Any]) -> str:
    """*value* as JSON that can stand in a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _packed(of: Source, runtime: Mapping[str, Any]) -> Iterator[str]:
    """Every file that the scripts ask for, packed, as an element of the page."""
    python = [f"wizard/runtime/{file['url']}" for file in runtime["manifest"]["files"]]
    for name in (*python, *(name.format(language=of.language) for name in FILES)):
        packed = of_no_system(compressed((of.site / name).read_bytes(), "gz"))
        yield f'<script type="text/plain" data-file="{name}.gz">{base64.b64encode(packed).decode()}</script>'
