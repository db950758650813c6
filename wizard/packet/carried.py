"""Where words typed for one letter stand once other letters are written: nothing is lost, and nothing is in two.

Each letter has its own facts, request and exhibits (``facts.field_office`` in the form). Two things come without a
place: one text for all, as intakes had it before, which goes into the first letter; and the words for a letter whose
channel is gone after another answer, which go into the letter that took its place, where that has none of its own.
A supporter's words and the person's own are never each other's: after another answer to who writes, the ones are laid
aside for the others. Whatever has no place stays where it is, out of every paper, for when its letter is written again.
"""

from collections.abc import Container, Sequence

from wizard.cards import LETTERS, Card, Channel
from wizard.packet.details import Typed
from wizard.packet.fields import FOR_EACH, WITH_SUPPORT, Field, fields_of, is_prepared, name_in_form, supports
from wizard.packet.typed import visible
from wizard.questions import Custody, Need, Role

ONE_FOR_ALL = "one_for_all"
"""The mark that is left where one text was given for several letters."""

WRITTEN_AS, SUPPORT, OWN = "written_as", "support", "own"
"""The mark of whose words the letters hold: a supporter's, or those of the request itself."""

ASIDE = ".aside"
"""The names of words that are laid aside end so."""

_AFTER_A_REQUEST = (
    Channel.REVIEWING_OFFICIAL,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL,
)
"""Where a request to officers goes on: no two of them come together, and a new request is for other needs then."""

_OFFICERS = (*_AFTER_A_REQUEST, Channel.FIELD_OFFICE)

_LEGAL_ACCESS = (Channel.DETENTION_LINE, Channel.FIELD_OFFICE_LEGAL_ACCESS)


def carried(typed: Typed, cards: Sequence[Card], role: Role | None, custody: Custody) -> dict[str, str]:
    """*typed* with every text under the name of the letter that it stands in now. Twice done is once done."""
    prepared = [card for card in cards if is_prepared(card)]
    found = _in_the_right_name(typed, prepared, role)
    for field in FOR_EACH:
        takers = [card for card in prepared if field in fields_of(card, role, custody)]
        for channel in Channel:
            if all(card.channel is not channel for card in cards):
                target = _in_place_of(channel, takers, cards)
                if target and not visible(found.get(name_in_form(field, target), "")):
                    _move(found, name_in_form(field, channel), field, target)
        first = _first(takers)
        if visible(found.get(field.value, "")) and first and len(takers) > 1:
            found[ONE_FOR_ALL] = "on"
        _move(found, field.value, field, first)
    return found


def is_kept_aside(typed: Typed, asked: Container[str]) -> bool:
    """Whether *typed* holds words for letters that are not written now: *asked* are the names in the form."""
    fields = tuple(f"{field}." for field in FOR_EACH)
    return any(name.startswith(fields) and name not in asked and visible(text) for name, text in typed.items())


def _in_the_right_name(typed: Typed, prepared: Sequence[Card], role: Role | None) -> dict[str, str]:
    """*typed* with the words of the one who writes now in their places, and the others' aside."""
    found = dict(typed)
    if not any(card.channel in WITH_SUPPORT for card in prepared):
        return found
    now = SUPPORT if any(supports(card, role) for card in prepared) else OWN
    if found.get(WRITTEN_AS, now) != now:
        for name in (name_in_form(field, channel) for field in FOR_EACH for channel in WITH_SUPPORT):
            here, there = found.pop(name, ""), found.pop(f"{name}{ASIDE}", "")
            found |= {key: text for key, text in ((name, there), (f"{name}{ASIDE}", here)) if text}
    return found | {WRITTEN_AS: now}


def was_one_for_all(typed: Typed) -> bool:
    """Whether one text was given for several letters."""
    return ONE_FOR_ALL in typed


def _first(takers: Sequence[Card]) -> Channel | None:
    """The first letter; what was told for letters is said on a call only where there is none."""
    letters = [card.channel for card in takers if card.channel in LETTERS]
    return next(iter(letters or [card.channel for card in takers]), None)


def _in_place_of(gone: Channel, takers: Sequence[Card], cards: Sequence[Card]) -> Channel | None:
    """The channel of the letter about the same needs, where it takes such words."""
    taking = {card.channel for card in takers}
    if gone in _OFFICERS:
        here = next((channel for channel in _OFFICERS if any(card.channel is channel for card in cards)), None)
        return here if here in taking else None
    if gone in _LEGAL_ACCESS:
        about = {card.channel for card in takers if Need.LEGAL_ACCESS in card.needs}
        return next((channel for channel in _LEGAL_ACCESS if channel in about), None)
    return None


def _move(found: dict[str, str], name: str, field: Field, target: Channel | None) -> None:
    """Moves the text called *name* behind what stands for *target* already."""
    if name not in found or target is None:
        return
    moved, there = found.pop(name), found.get(name_in_form(field, target), "")
    between = "\n" if field is Field.EXHIBITS else "\n\n"
    if visible(moved):
        found[name_in_form(field, target)] = f"{there}{between}{moved}" if visible(there) else moved
