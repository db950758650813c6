"""What a home screen shows of the guide: one web manifest a language, and the icons that all of them name.

It stays a page of the browser (``display: browser``): nothing that looks like a program of its own, and the quick exit
leads away as everywhere.
"""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from wizard.languages import table
from wizard.wording import wording

from .folders import home
from .page_titles import told
from .social_card import ACCENT, PAPER, sign

ICONS = "assets/guide/icon-{side}.png"
SIDES = (192, 512)


def manifest_of(language: str) -> str:
    """The way from the site's root to the manifest in *language*."""
    return f"{home(language)}guide.webmanifest"


def files(languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every manifest and icon."""
    for language in languages:
        text = json.dumps(_manifest(language), ensure_ascii=False, indent=1)
        yield manifest_of(language), f"{text}\n".encode()
    for side in SIDES:
        file = BytesIO()
        # Without round corners: a phone cuts its own.
        sign(side, corner=0).save(file, "PNG", optimize=True)
        yield ICONS.format(side=side), file.getvalue()


def _manifest(language: str) -> dict[str, object]:
    say = wording(language)
    root = "../" if home(language) else "./"
    about = told(language, say("ui.product"), "", say("site.description"))
    return {
        "name": about["name"],
        "short_name": say("ui.product"),
        "description": about["description"],
        "lang": language,
        "dir": table()[language].direction.value,
        "start_url": "./",
        "scope": root,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": [
            {
                "src": f"{root}{ICONS.format(side=side)}",
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": "any maskable",
            }
            for side in SIDES
        ],
    }
