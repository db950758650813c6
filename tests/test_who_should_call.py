"""Above a number of ICE that families are led to stands who had better not call: ICE may keep the caller's number."""

import re
from pathlib import Path

import pytest

from wizard.languages import languages

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("index", "detention-line", "for-families", "find-a-person", "get-help")
NUMBER = re.compile(r'fact\("(?:line_number|opr_line|citizen_line)"\)')
SENDER = "before-you-contact-ice.md#sender"
FARTHEST = 1000
"""How many characters of the source may stand between the two: about a screen of a phone."""


def unwarned(page: str) -> list[str]:
    """The sections of *page* with a number of ICE, and nothing near it of who should call."""
    found = []
    for section in re.split(r"^(?=#)", page, flags=re.MULTILINE):
        for number in NUMBER.finditer(section):
            near = section[max(0, number.start() - FARTHEST) : number.end() + FARTHEST]
            if SENDER not in near:
                found.append(section.partition("\n")[0])
    return found


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", PAGES)
def test_beside_each_number_of_ice_stands_who_should_call(name: str, language: str) -> None:
    """A caller without papers reads it before the number is under the thumb, and not screens below."""
    assert unwarned((DOCS / language / f"{name}.md").read_text("utf-8")) == []


def test_a_number_alone_is_found() -> None:
    """Also where another section says it."""
    number = '## Call\n\n{{ fact("line_number") }}\n'
    assert unwarned(f"## Who\n\n[Read]({SENDER})\n\n{number}") == ["## Call"]
    assert unwarned(f"{number}\n[Read]({SENDER})\n") == []
