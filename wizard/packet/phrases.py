"""Pieces that several parts of a letter share: days, what is asked for, exhibits, the word on a translation."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from wizard.cards import Channel
from wizard.packet.case import Case
from wizard.packet.details import Lines
from wizard.packet.document import LONG, SHORT, Block, body, fixed_row, item, label, row, tick
from wizard.questions import Need
from wizard.wording import Wording

EXHIBIT_LINES = 3
"""How many lines for exhibits a letter without any has."""

MOST_NAMED = 5
"""How many exhibits are named one by one."""

MOST_LETTERS = 120
"""How long own words beside a label may be."""


def told_day(day: date | None, say: Wording) -> str:
    """*day* in words, or nothing."""
    return say.day(day) if day else ""


def requests_named(needs: Iterable[Need], say: Wording) -> list[str]:
    """What is asked for, as a request is called."""
    return [say("packet.letter.asked", need.value) for need in needs]


def in_a_row(names: Sequence[str], say: Wording) -> str:
    """*names* as a sentence has them."""
    several = say.join("list").join(names[:-1])
    return say.join("last", several=several, last=names[-1]) if several else names[-1]


def asked_for(case: Case, say: Wording, lead: str, needs: Iterable[Need] = ()) -> Iterator[Block]:
    """What is asked for: of *needs*, or else of all; more than one stand in a list, so that none swallows another."""
    wanted = tuple(needs) or case.card.needs
    names = [say("packet.letter.need", need.value) for need in wanted]
    if case.blank:
        yield label(say("packet.letter", f"{lead}_boxes"))
        for need, name in zip(wanted, names, strict=True):
            cover = need is Need.STAY_OF_REMOVAL and case.card.channel is Channel.FIELD_OFFICE
            yield tick(say("packet.letter.stay_box", name=name) if cover else name, ticked=False)
    elif len(names) > 1:
        yield label(say("packet.letter", f"{lead}_several"))
        yield from (item(f"- {name}") for name in names)
    else:
        yield fixed_row(say("packet.letter", lead), *names)


def is_short(words: Lines) -> bool:
    """Whether own *words* fit beside a label."""
    return len(words) == 1 and 0 < len(words[0]) <= MOST_LETTERS


def translation_attached(case: Case, say: Wording, words: object) -> Iterator[Block]:
    """Where own *words* in another language stand above: that their translation is attached."""
    if case.translated and words:
        yield body(say("packet.letter.translation_attached"))


def exhibit_list(case: Case, say: Wording) -> Iterator[Block]:
    """The exhibits, each with its letter."""
    papers = case.details.exhibits or ("",) * EXHIBIT_LINES
    for number, paper in enumerate(papers):
        yield row(say("packet.letter.exhibit", letter=exhibit_letter(number)), paper, blank=LONG - SHORT + 8)
    yield from translation_attached(case, say, case.details.exhibits)


def exhibits_named(count: int, say: Wording, start: int = 0) -> str:
    """So many exhibits by their letters, from that of *start* on; many as the first to the last."""
    letters = map(exhibit_letter, range(start, start + count))
    names = [say("packet.letter.exhibit_name", letter=letter) for letter in letters]
    if len(names) > MOST_NAMED:
        return say("packet.letter.exhibits_to", first=names[0], last=names[-1])
    return say.join("list").join(names)


def exhibit_letter(number: int) -> str:
    """The letter of an exhibit, counted from 0: A to Z, then AA, AB."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


LEADS = ("sought", "request_lead", "court_lead")
"""What stands before the forms of discretion; each has a text for a paper with boxes too."""
