"""The sentences and facts that others answer for, by id: what ICE says, what the law says, numbers and links.

``verify.py`` names them, where a copy says something else.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scripts.guide.page_text.ice_answers import other_sentences
from scripts.watching.fact_rows import Row, rows
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.library import LAW, facts, facts_in, statements
from wizard.office_facts import Value, field_offices
from wizard.places import telephone
from wizard.wording import wording

TRANSLATED = "ice."
LINK = ".link"
OF_THE_LAW = f"{LAW}."
PRINTED_OF_OFFICES = {
    "address", "mailing_address", "phone", "phone_other", "about_a_person", "email", "contact_form", "headquarters",
}  # fmt: skip
"""Of all that is known of offices, what a page prints as it stands in its file. Areas are told in other words."""
TELEPHONE = re.compile(r"\(\d{3}\) \d{3}-\d{4}")


def sentences() -> Iterator[tuple[str, str]]:
    """Every sourced sentence with its id: ``R28``, its translation ``R28.es``, what the law says ``law.fee.en``."""
    for identity, statement in statements().items():
        if not statement.silence:
            yield identity, statement.quote
            if statement.sentence != statement.quote:
                yield f"{identity}.sentence", statement.sentence
    yield from other_sentences().items()
    for language in languages():
        say = wording(language)
        for name in say.texts:
            if name.startswith(OF_THE_LAW):
                yield f"{name}.{language}", say(name)
            elif name.startswith(TRANSLATED) and language != SOURCE_LANGUAGE:
                yield f"{name.removeprefix(TRANSLATED)}.{language}", say(name)


class Printed(NamedTuple):
    """A fact as pages print it, the link to it where it has one, and how sure it is."""

    value: str
    link: str
    standing: str
    checked: str


@cache
def printed() -> dict[str, Printed]:
    """Every fact with its id: ``line_number``, of a page in another language ``help_page.es``, and those of offices."""
    found = dict(facts())
    for language in languages():
        own = facts_in(language).items()
        found |= {f"{identity}.{language}": fact for identity, fact in own if fact != facts()[identity]}
    told = {name: Printed(fact.value, fact.href, fact.standing.value, fact.checked) for name, fact in found.items()}
    return told | dict(of_offices())


def of_offices() -> Iterator[tuple[str, Printed]]:
    """Each number and address of an office, court or place where ICE holds people, by its id in ``scripts/facts``.

    Where sources give a thing differently, pages show what each says: these follow with a number of their own.
    """
    for row in rows():
        if row.is_of_an_office and row.path[-1] in PRINTED_OF_OFFICES and row.value:
            yield row.id, _printed(row)
    for code, office in field_offices().items():
        values = [value for conflict in office.conflicts for value in conflict.values]
        for number, value in enumerate(values, 1):
            yield f"field_offices.offices.{code}.conflict.{number}", _printed(value)


def _printed(known: Row | Value) -> Printed:
    link = telephone(known.value) if TELEPHONE.fullmatch(known.value) else ""
    return Printed(known.value, link, known.standing.value, known.checked)


def numbers() -> Iterator[tuple[str, str]]:
    """What each fact says, and the link to it, where it has one."""
    for identity, fact in printed().items():
        yield identity, fact.value
        if fact.link:
            yield f"{identity}{LINK}", fact.link


def standing(name: str) -> dict[str, str]:
    """How sure a fact is, for whoever compares two releases."""
    fact = printed()[name.removesuffix(LINK)]
    return {"value": fact.value, "standing": fact.standing, "checked": fact.checked}
