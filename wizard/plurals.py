"""How a language counts: which form of a text a number takes, by the rules of CLDR for whole numbers.

A language names its rule in `wording/languages.toml`; a text that counts has one form for each category of that rule.
Haitian Creole, which CLDR does not know, says one thing and many things alike, and so has the rule of Chinese.
"""

from collections.abc import Callable
from enum import StrEnum


class Category(StrEnum):
    """The forms that languages have, by CLDR's names."""

    ZERO = "zero"
    ONE = "one"
    TWO = "two"
    FEW = "few"
    MANY = "many"
    OTHER = "other"


type Rule = Callable[[int], Category]


def _one_other(n: int) -> Category:
    return Category.ONE if n == 1 else Category.OTHER


def _zero_one(n: int) -> Category:
    return Category.ONE if n in {0, 1} else Category.OTHER


def _none(_: int) -> Category:
    return Category.OTHER


def _is_few(n: int) -> bool:
    """Whether *n* ends in 2, 3 or 4, and not in 12, 13 or 14."""
    return n % 10 in {2, 3, 4} and not _is_teen(n)


def _is_teen(n: int) -> bool:
    return n % 100 in range(11, 20)


def _slavic(n: int) -> Category:
    if n % 10 == 1 and not _is_teen(n):
        return Category.ONE
    return Category.FEW if _is_few(n) else Category.MANY


def _polish(n: int) -> Category:
    if n == 1:
        return Category.ONE
    return Category.FEW if _is_few(n) else Category.MANY


def _arabic(n: int) -> Category:
    if n in {0, 1, 2}:
        return (Category.ZERO, Category.ONE, Category.TWO)[n]
    if n % 100 in {0, 1, 2}:
        return Category.OTHER
    return Category.FEW if n % 100 in range(3, 11) else Category.MANY


RULES: dict[str, Rule] = {
    "none": _none,
    "one_other": _one_other,
    "zero_one": _zero_one,
    "slavic": _slavic,
    "polish": _polish,
    "arabic": _arabic,
}
"""Every rule by the name that `languages.toml` calls it by."""

NUMBERS = range(1, 200)
"""As many numbers as show every form of a rule. Of nothing at all, a text of its own speaks."""

COUNTED = ("office.places", "office.shown", "site.frame.found", "ui.beware_more", "ui.left")
"""The texts that count, each with a form for every category of its language: ``ui.left.one``, ``ui.left.other``."""


def category(rule: str, count: int) -> Category:
    """The form that *count* takes by *rule*."""
    return RULES[rule](count)


def categories(rule: str) -> dict[Category, tuple[int, ...]]:
    """The forms of *rule*, each with those of `NUMBERS` that take it."""
    found: dict[Category, tuple[int, ...]] = {}
    for number in NUMBERS:
        form = category(rule, number)
        found[form] = (*found.get(form, ()), number)
    return found


def text_of_form(name: str) -> str:
    """The id of the text that counts whose form the id *name* is; empty where it is none."""
    text, _, form = name.rpartition(".")
    return text if text in COUNTED and form in list(Category) else ""
