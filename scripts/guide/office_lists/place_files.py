"""What the box for places loads when it is first used: all names, and in each language what is told of a center.

Nobody is told here which office answers for a place: the page has that in its list, and a center brings ICE's own word.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from wizard.center_view import center_told
from wizard.centers import centers
from wizard.library import facts_in
from wizard.place_names import names
from wizard.wording import wording

NAMES = "places/names.json"
TEXTS = (
    *("place_which", "place_county", "place_parish", "place_decides", "place_room", "place_court", "place_elsewhere"),
    "center_office",
)


def files(languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of each file."""
    yield NAMES, _json(names())
    for language in languages:
        yield f"places/{language}.json", _json(told(language))


def told(language: str) -> dict[str, Any]:
    """The texts of the box in *language*, and what it tells of every center."""
    say = wording(language)
    locator = facts_in(language)["locator"]
    return {
        "texts": {name: say.texts[f"office.{name}"] for name in TEXTS},
        "between": say.join("list"),
        "locator": {"name": locator.value, "href": locator.href},
        "centers": {center.id: center_told(center, say) for center in centers().values()},
    }


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
