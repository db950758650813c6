"""What every page keeps free for the group that runs a copy, and what lets brand.py fill it without a build.

A place is an empty pair of comments, ``<!--own:NAME--><!--/own:NAME-->``. A part holds what a copy may leave out:
``<!--part:NAME-->...<!--/part:NAME-->``. Both stand in the templates; here are only the links within running text, and
the few words and names that brand.py takes from the release itself.
"""

import json
import re
from collections.abc import Iterator
from re import Match
from typing import Any

from wizard.cards import Channel
from wizard.languages import languages, table
from wizard.wording import Wording, wording

LEAVE = "https://www.wikipedia.org/"
"""Where "Leave this page now" leads unless a group chose another place: plain, busy, and it draws no questions."""

HIDEABLE = ("hosting", "changing", "offline")
"""The pages that a copy may leave out: they are for who runs one, not for who looks for help; and the one from which a
reader keeps the guide on a device."""

WORDS = "assets/own-words.json"
SHEET = "own.css"

_TO = rf'\bhref="(?:\.\.?/)*(?:\w+/)?({"|".join(HIDEABLE)})/(?:#[^"]*)?"'
_LINK = re.compile(rf"(<li>|<p>)?(<a\b(?![^>]*\bhreflang=)[^>]*{_TO}[^>]*>)(.*?)</a>(</li>|</p>)?", re.DOTALL)


def parted(page: str) -> str:
    """*page* with a part around each link to a page that may be left out: with its entry, or without its words.

    An entry is a row of a list, or a paragraph that is nothing but the link. The page in another language (hreflang)
    is left out with that language.
    """
    return _LINK.sub(_in_parts, page)


def _in_parts(found: Match[str]) -> str:
    before, link, name, text, after = found.groups(default="")
    begin, end = f"<!--part:{name}-->", f"<!--/part:{name}-->"
    if before and after:
        return f"{begin}{found[0]}{end}"
    return f"{before}{begin}{link}{end}{text}{begin}</a>{end}{after}"


def files() -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of each file that belongs to the places."""
    yield SHEET, b""
    yield WORDS, (json.dumps(words(), ensure_ascii=False, indent=1) + "\n").encode()


def words() -> dict[str, Any]:
    """What brand.py must know of this release: its languages with their words, what may be hidden, the way out."""
    return {
        "leave": LEAVE,
        "hideable": list(HIDEABLE),
        "cards": [channel.value for channel in Channel if channel is not Channel.EMERGENCY],
        "languages": {code: _words_in(wording(code)) for code in languages()},
    }


def _words_in(say: Wording) -> dict[str, Any]:
    return {
        "name": table()[say.language].name,
        "direction": say.about.direction.value,
        "checked": say("ui.checked", date="{date}"),
        "date": say.texts["date.long"],
        "months": say.months,
        "from": say.texts["site.own.from"],
        "hotline": say.texts["site.own.hotline"],
        "local": say.texts["site.own.local"],
        "reach": say.texts["site.own.reach"],
    }
