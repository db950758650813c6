"""The two pages that belong to no language: for an address that is not there, and the first of a copy in folders.

Each is made once for every language that a copy may open first. That of the first language has the plain name.
"""

from collections.abc import Iterator, Sequence

from wizard.languages import languages
from wizard.wording import wording

from . import policies
from .assets import assets
from .folders import home, in_folders
from .page_titles import told
from .rendering import render
from .version import version


def files() -> Iterator[tuple[str, bytes]]:
    """Path and content of each: ``404.html``; in folders also ``index.html``, ``404.es.html`` ..."""
    for first in languages() if in_folders() else languages()[:1]:
        codes = (first, *(code for code in languages() if code != first))
        ending = "html" if first == languages()[0] else f"{first}.html"
        yield f"404.{ending}", _missing(codes)
        if in_folders():
            yield f"index.{ending}", _opener(codes)


def _missing(codes: Sequence[str]) -> bytes:
    say = wording(codes[0])
    title = say("site.not_found.title")
    about = told(say.language, say("ui.product"), title, f"{title}. {say('site.not_found.start')}.")
    return _page("missing.html", codes, about)


def _opener(codes: Sequence[str]) -> bytes:
    say = wording(codes[0])
    return _page("opener.html", codes, told(say.language, say("ui.product"), "", say("site.description")))


def _page(template: str, codes: Sequence[str], about: dict[str, str]) -> bytes:
    shown = {"codes": codes, "wording": wording, "home": home, "policy": policies.OPENER, "version": version()}
    return render(template, wording(codes[0]), palette=assets()["palette.css"].path, **shown, **about).encode()
