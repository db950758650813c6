"""Where words typed for one letter stand once other letters are written: nothing is lost, and nothing is in two.

Each letter has its own facts, request and exhibits (``facts.field_office`` in the form). Two things come without a
place: one text for all, as intakes had it before, which goes into the first letter; and the words for a letter whose
channel is gone after another answer, which go into the letter that took its place. Whatever has no place stays where it
is, out of every paper, for when its letter is written again.
"""

from collections.abc import Sequence

from wizard.cards import Card, Channel
from wizard.packet.details import Typed
from wizard.packet.fields import FOR_EACH, LETTERS, Field, fields_of, is_prepared, name_in_form
from wizard.packet.typed import visible
from wizard.questions import Custody, Need, Role

ONE_FOR_ALL = "one_for_all"
"""The mark that is left where one text was given for several letters."""

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
    found = dict(typed)
    for field in FOR_EACH:
        takers = [card for card in prepared if field in fields_of(card, role, custody)]
        for channel in Channel:
            if all(card.channel is not channel for card in cards):
                _move(found, name_in_form(field, channel), field, _in_place_of(channel, takers, cards))
        first = _first(takers)
        if visible(found.get(field.value, "")) and first and len(takers) > 1:
            found[ONE_FOR_ALL] = "on"
        _move(found, field.value, field, first)
    return found


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
