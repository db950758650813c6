"""Which way text is read, and what keeps its own order inside text that is read the other way.

Sentences read from the right hold English names, addresses and numbers, which are read from the left. In every text
these stand between two marks (FSI and PDI of Unicode), which say: in here, an order of its own. A page says the same by
elements, so that nobody copies marks along with a number.
"""

import re
from functools import partial
from re import Match
from unicodedata import bidirectional

from wizard.languages import Direction, table

RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
RIGHT_TO_LEFT, OF_ITS_OWN, END = (
    "\N{RIGHT-TO-LEFT ISOLATE}",
    "\N{FIRST STRONG ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
)
MARKS = (RIGHT_TO_LEFT_MARK, RIGHT_TO_LEFT, OF_ITS_OWN, END)
"""Every mark that a text of ours may hold; a text that is read from the left holds none."""

_LETTERS_FROM_THE_RIGHT = {"R", "AL"}
_TURNED_AROUND = {"L", "EN", "AN"}
"""Letters read from the left, and digits: what stands between or beside them may change sides."""

LATIN = "A-Za-z\u00c0-\u024f"
_ENGLISH_OR_NUMBER = re.compile(rf"[{LATIN}][{LATIN}0-9 ./:&'-]*|(?P<number>(?:\(\d+\)|\+?\d+)(?:[./: -]\d+)+)")
"""English words, which keep the numbers behind them in order; and a number of several parts that follows none."""

_ENGLISH_WORDS = re.compile(rf"[{LATIN}]\S*\s+[{LATIN}]")

NESTED = 2
"""How deep marks are set: around a sentence that is shown in English, and around a value in it."""

_TAG_WITH_LANGUAGE = re.compile(r'<[^>]*? lang="([\w-]+)"[^>]*>')
_WITHOUT_ELEMENTS = r"<(option|textarea|title|script|style)\b.*?</\1>"
_APART = rf"{OF_ITS_OWN}(?P<apart>(?:[^<>{OF_ITS_OWN}{END}]|</?bdi>)*){END}"
_TAG_OR_APART = re.compile(rf"{_WITHOUT_ELEMENTS}|<[^>]*>|{_APART}", re.DOTALL)


def is_from_the_right(language: str) -> bool:
    """Whether *language* (its code) is read from the right."""
    return table()[language].direction is Direction.RTL


def starts_from_the_right(text: str) -> bool:
    """Whether the first letter of *text* that has a direction is read from the right."""
    directions = (bidirectional(character) for character in text)
    return next((found in _LETTERS_FROM_THE_RIGHT for found in directions if found in {"L", "R", "AL"}), False)


def set_apart(text: str) -> str:
    """*text* between marks that keep its order among words read from the right; as it is, where it needs none."""
    turned = not text.isdecimal() and any(bidirectional(character) in _TURNED_AROUND for character in text)
    return f"{OF_ITS_OWN}{text}{END}" if turned else text


def numbers_apart(text: str) -> str:
    """*text*, read from the right, with each number of several parts in it set apart; English words keep theirs."""
    return _ENGLISH_OR_NUMBER.sub(lambda found: set_apart(found[0]) if found["number"] else found[0], text)


def sentence_apart(text: str) -> str:
    """*text*, a whole text among those read from the right: set apart where it is English, else the numbers in it."""
    if _ENGLISH_WORDS.search(text) and not any(bidirectional(letter) in _LETTERS_FROM_THE_RIGHT for letter in text):
        return set_apart(text)
    return numbers_apart(text)


def directed(html: str, around: Direction) -> str:
    """*html*, within a page read in the direction *around*, with elements in place of marks.

    An element in a language that is read the other way says so beside the language. Twice done is once done.
    """
    told = _TAG_WITH_LANGUAGE.sub(partial(_with_direction, around=around), html)
    for _ in range(NESTED if around is Direction.RTL else 0):
        told = _TAG_OR_APART.sub(_as_element, told)
    return told


def directed_page(html: str) -> str:
    """The same for a whole page, which says by itself how it is read."""
    head = html.partition("<head>")[0]
    return directed(html, Direction.RTL if f'dir="{Direction.RTL}"' in head else Direction.LTR)


def _with_direction(tag: Match[str], around: Direction) -> str:
    language = table().get(tag[1])
    if language is None or language.direction is around or ' dir="' in tag[0]:
        return tag[0]
    named = f' lang="{tag[1]}"'
    return tag[0].replace(named, f'{named} dir="{language.direction}"', 1)


def _as_element(found: Match[str]) -> str:
    return found[0] if found["apart"] is None else f"<bdi>{found['apart']}</bdi>"
