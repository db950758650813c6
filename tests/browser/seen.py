"""What must hold on every screen of the wizard, and what a browser noted of its network."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from tests.browser.screens import HOME
from wizard.languages import languages
from wizard.wording import wording

ADDRESSES = {
    f"{say('ui.page_title')} - {say('ui.product')} ({say('ui.unofficial')})": HOME[say.language]
    for say in map(wording, languages())
}
"""Where the wizard is in each language, by the title of its page."""
NO_TRACES: dict[str, Any] = {
    "name": "",
    "cookie": "",
    "local": "{}",
    "session": "{}",
    "databases": [],
    "caches": [],
    "workers": 0,
}


def inspector(url: str, left: Mapping[str, Any] = MappingProxyType(NO_TRACES)) -> Callable[[dict[str, Any]], None]:
    """What must hold on every screen of the wizard at *url*, where nothing may be left behind but what is *left*."""

    def inspect(look: dict[str, Any]) -> None:
        traces = dict(look["traces"])
        assert traces.pop("address") == url + ADDRESSES[traces.pop("title")]
        assert set(traces.pop("state")) <= set('{"walk":0.123456789e-,"step"}')
        assert traces == left
        assert {origin(name) for name in look["fetched"]} <= {origin(url), "blob:", "data:"}
        assert look["rememberable"] == []
        assert look["seals"] == 2

    return inspect


def origin(url: str) -> str:
    """Where *url* leads: scheme, host and port, or the scheme alone where it leads nowhere."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else f"{parts.scheme}:"


FIREFOX_NOTED = re.compile(r"Resolving host \[([^\]]+)\]")
CHROMIUM_NOTED = re.compile(r'"(?:host|hostname|qname)":"([^"]+)"')
ITS_OWN = re.compile(
    r"(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com)$|^localhost$|^[0-9.:]+$"
)
"""Whom a browser asks by itself: Chromium asks content-autofill.googleapis.com which kinds of fields a form has."""


def looked_up(noted: Path) -> set[str]:
    """The names that Chromium or Firefox looked up, as they noted in the file *noted*."""
    found: set[str] = set()
    for part in noted.parent.glob(f"{noted.name}*"):
        text = part.read_text("utf-8", "replace")
        found |= set(FIREFOX_NOTED.findall(text))
        found |= {urlsplit(name).hostname or name for name in CHROMIUM_NOTED.findall(text)}
    return {name for name in found if not ITS_OWN.search(name)}
