"""What people type for a place as offers to choose from, each with its state: on the page and in the terminal.

Nothing is chosen for anybody: a name that several states have is an offer for each, and one that is spelt otherwise
than what was typed is a guess. Which office answers is `wizard.offices`' to say.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from json import dumps

from wizard.centers import centers
from wizard.office_facts import courts
from wizard.offices import counties_of
from wizard.place_index import Entry, Index, index
from wizard.place_index import Place as Named
from wizard.place_search import Found, find, find_courts, is_called, is_called_state
from wizard.places import Place, county_name, sorted_as, state_name
from wizard.questions import COURT_PLACE
from wizard.wording import Wording

MOST = 6
"""Rows that are shown at once."""
MOST_APART = 3
"""States of one name that have rows of their own."""
MOST_LETTERS = 100


@dataclass(frozen=True)
class Offer:
    """A place that words may mean: *name* with its *state* in words, or *told* alone, and what choosing it sends.

    *is_guess*: nothing of this name was typed in full.
    """

    told: str
    value: Place
    name: str = ""
    state: str = ""
    is_guess: bool = False

    @property
    def sends(self) -> str:
        """What choosing it sends, as JSON."""
        return dumps(self.value)


def offers_for(question: str, typed: str, say: Wording) -> list[Offer]:
    """What *typed* may mean as an answer to *question*, the best first."""
    typed, known = typed[:MOST_LETTERS], index()
    return offers_of(question, typed, find(typed, known), say)


def offers_of(question: str, typed: str, found: Found, say: Wording) -> list[Offer]:
    """What is *found* by *typed* as offers."""
    places = list(_of_places(typed, found, index(), say))
    if question != COURT_PLACE:
        return places
    sure = {offer.value.get("state", "") for offer in places if not offer.is_guess}
    return list(_of_courts(typed, find_courts(typed, found, index()), sure, say))


def names_a_court(typed: str) -> bool:
    """Whether *typed* is a court and no other place."""
    found = find(typed[:MOST_LETTERS], index())
    return found == Found(courts=found.courts) and bool(found.courts)


def rows_of(offers: Sequence[Offer]) -> list[list[Offer]]:
    """*offers* by rows: one in each, or those of one name in many states together, so that the state is asked."""
    named: dict[str, list[Offer]] = {}
    for offer in offers:
        named.setdefault(offer.name or offer.told, []).append(offer)
    rows: list[list[Offer]] = []
    for row in named.values():
        by_state = sorted(row, key=lambda offer: sorted_as(offer.state))
        apart = len(offers) <= MOST or len(row) <= MOST_APART
        rows += [[offer] for offer in by_state] if apart else [by_state]
    return rows


def the_one(offers: Sequence[Offer]) -> Offer | None:
    """The offer that can be taken without another look: there is no other place, and it is no guess.

    A city and the county of its name are one place where the city lies in it.
    """
    one = next(iter(offers), None)
    return one if one and not one.is_guess and all(other.value == one.value for other in offers) else None


def _of_places(typed: str, found: Found, known: Index, say: Wording) -> Iterator[Offer]:
    for place in found.zips:
        within = county_name(place.state, place.county, say) if place.county else ""
        yield _named(f"{place.name} ({within})" if within else place.name, place, say)
    for code in found.states:
        told = f"{state_name(code, say)} ({code})"
        yield Offer(told, {"state": code}, is_guess=not is_called_state(typed, code, known))
    for entry in _entries(found.centers, known.centers):
        center = centers()[entry.id]
        told = _with_state(center.name, state_name(center.state, say) if center.state else center.city, say)
        yield Offer(told, {"center": center.id}, is_guess=not is_called(typed, entry, known))
    for room in _entries(found.rooms, known.rooms):
        county = room.county if counties_of(room.state) else ""  # of any other state, nothing but the state is meant
        place = Named(room.state, room.names[0], county)
        yield _named(room.names[0], place, say, is_guess=not is_called(typed, room, known))
    # A city first: who types "Austin" hardly means Austin County, which is of another office.
    named = [(place.name, place) for place in found.cities]
    named += [(county_name(place.state, place.name, say), place) for place in found.counties]
    for name, place in named:
        yield _named(name, place, say, is_guess=not is_called(typed, place, known))


def _entries(ids: Sequence[str], entries: Sequence[Entry]) -> list[Entry]:
    """The entries of these *ids*, in the order of the ids."""
    return [entry for id_ in ids for entry in entries if entry.id == id_]


def _named(name: str, place: Named, say: Wording, *, is_guess: bool = False) -> Offer:
    state = state_name(place.state, say)
    value = {"state": place.state, "county": place.county} if place.county else {"state": place.state}
    return Offer(_with_state(name, state, say), value, name, state, is_guess)


def _with_state(name: str, state: str, say: Wording) -> str:
    return say.join("list").join((say.apart(name), say.apart(state)))


def _of_courts(typed: str, found: Found, sure: AbstractSet[str], say: Wording) -> Iterator[Offer]:
    """The courts of that name; then the states, each a guess unless it is *sure*; and of one state, its courts."""
    known = index()
    named = _entries(found.courts, known.courts)
    for entry in named:
        yield _court(entry, say, is_guess=not is_called(typed, entry, known))
    for code in found.states:
        state = state_name(code, say)
        told = say("question.court_place.some_court", state=state)
        yield Offer(told, {"court": code}, say("question.court_place.some"), state, is_guess=code not in sure)
    if len(found.states) == 1:
        yield from (_court(one, say) for one in known.courts if one.state in found.states and one not in named)


def _court(entry: Entry, say: Wording, *, is_guess: bool = False) -> Offer:
    court = courts()[entry.id]
    told = _with_state(court.name, state_name(court.state, say), say)
    return Offer(told, {"court": court.name}, is_guess=is_guess)
