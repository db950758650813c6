"""What people type for a place, and the places that it may mean: centers, states, counties, cities, a ZIP code, courts.

The page has the same in JavaScript (`place-search.js`), and a test holds both to the same answers. From words to ids
and names: an office is none of its business. A name that several states have gives all of them: the state is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from re import fullmatch, search

from wizard.place_index import Entry, Index, Place
from wizard.place_spelling import (
    ALSO_CODES,
    COUNTY_WORDS,
    COURT_WORDS,
    GENERIC,
    STATE_WORDS,
    fits,
    is_nearly,
    key_of,
    words_of,
)

type Places = Mapping[str, tuple[Place, ...]]
"""Places by the key of their name."""

LONGEST_STATE = 6
SHORTEST_BEGINNING = 3
"""Words of the longest name of a state; letters after which the name of one, of a county or a city is guessed."""


@dataclass(frozen=True)
class Found:
    """What words may mean: ids, codes of states, and places. The best of each kind come first."""

    centers: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    counties: tuple[Place, ...] = ()
    cities: tuple[Place, ...] = ()
    zips: tuple[Place, ...] = ()
    courts: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was found."""
        return self == Found()


def find(typed: str, index: Index) -> Found:
    """What *typed* may mean. A state at its end is taken as such where it leaves something to look for there."""
    words = words_of(typed)
    if code := next((word for word in words if fullmatch("[0-9]{5}", word)), ""):
        return Found(zips=index.zip(code))
    bare = [word for word in words if word not in STATE_WORDS and word != "de"]
    if STATE_WORDS & {*words[:1], *words[-1:]} and (states := _states(bare, index)):
        return Found(states=states)
    exact = index.states.get(key_of(words), "")
    state, rest = ("", words) if exact else _state_at_the_end(words, index)
    if state and not (found := _look(rest, state, index)).is_nothing:
        return found
    found = _look(words, "", index)
    states = _states(words, index)
    if found.is_nothing and not states:
        found = Found(counties=_nearly(words, index.counties), cities=_nearly(words, index.cities))
    if state and found.is_nothing and not states and (words[-1] not in ALSO_CODES or _is_told_apart(typed)):
        states = (state,)
    return Found(found.centers, found.rooms, states, found.counties, found.cities, (), found.courts)


def _is_told_apart(typed: str) -> bool:
    """Whether the last word can be meant as the code of a state: after a comma, or in capitals. *me* is no Maine."""
    return search(r",\s*\S+\s*$|\s[A-Z]{2}\s*$", typed) is not None


def _state_at_the_end(words: Sequence[str], index: Index) -> tuple[str, Sequence[str]]:
    for count in range(min(LONGEST_STATE, len(words) - 1), 0, -1):
        if code := index.states.get(key_of(words[-count:])):
            return code, words[:-count]
    return "", words


def _states(words: Sequence[str], index: Index) -> tuple[str, ...]:
    """The state of this name, and those whose names begin so."""
    key = key_of(words)
    begun = [code for name, code in index.states.items() if len(key) >= SHORTEST_BEGINNING and name.startswith(key)]
    return tuple(dict.fromkeys([*filter(None, [index.states.get(key)]), *begun]))


def _look(words: Sequence[str], state: str, index: Index) -> Found:
    """What *words* name, in *state* where one was given."""
    core = [word for word in words if word not in GENERIC]
    keys = {key_of([word for word in words if word not in COUNTY_WORDS | COURT_WORDS]), key_of(core)} - {""}
    is_county, is_court = bool(COUNTY_WORDS & set(words)), bool(COURT_WORDS & set(words))
    counties = _named(keys, index.counties, state)
    cities = () if is_county and counties else _named(keys, index.cities, state)
    of_county = _of_county(core, keys, index, state) if is_county else ()
    loosely = not (is_county and counties)
    centers = of_county or (_fitting(core, index.centers, state, loosely=True) if loosely else ())
    rooms = () if is_county else _fitting(core, index.rooms, state)
    if not (counties or cities or rooms):
        counties = _begun(keys, index.counties, state)
        cities = () if is_county and counties else _begun(keys, index.cities, state)
    nothing = not (centers or rooms or counties or cities)
    courts = _fitting(core, index.courts, state) if is_court or nothing else ()
    if is_court and courts:
        return Found(courts=courts)
    return Found(centers, rooms, (), counties, cities, (), courts)


def _named(keys: set[str], known: Places, state: str) -> tuple[Place, ...]:
    found = (place for key in sorted(keys) for place in known.get(key, ()))
    return tuple(dict.fromkeys(place for place in found if state in {"", place.state}))


def _begun(keys: set[str], known: Places, state: str) -> tuple[Place, ...]:
    long = sorted(key for key in keys if len(key) >= SHORTEST_BEGINNING)
    found = (place for name, places in known.items() if any(map(name.startswith, long)) for place in places)
    return tuple(dict.fromkeys(place for place in found if state in {"", place.state}))


def _nearly(words: Sequence[str], known: Places) -> tuple[Place, ...]:
    key = key_of([word for word in words if word not in GENERIC])
    return tuple(dict.fromkeys(place for name, places in known.items() if is_nearly(key, name) for place in places))


def _of_county(core: Sequence[str], keys: set[str], index: Index, state: str) -> tuple[str, ...]:
    """The centers in a county of this name, or with it in a name of theirs."""
    return tuple(
        entry.id
        for entry in index.centers
        if state in {"", entry.state}
        and (key_of(words_of(entry.county)) in keys or any(_names_county(name, core) for name in entry.names))
    )


def _names_county(name: str, core: Sequence[str]) -> bool:
    words = words_of(name)
    at = next((at for at, word in enumerate(words) if word in COUNTY_WORDS), 0)
    return bool(core) and at > 0 and key_of(words[:at]).endswith(key_of(core)) and words[at - 1] == core[-1]


def _fitting(core: Sequence[str], entries: Sequence[Entry], state: str, *, loosely: bool = False) -> tuple[str, ...]:
    """The entries that all words fit, the best first, in their order otherwise."""
    ranked = [
        (rank, entry.id)
        for entry in entries
        if state in {"", entry.state} and (rank := fits(core, entry.parts, loosely=loosely)) is not None
    ]
    return tuple(identity for _, identity in sorted(ranked, key=lambda row: row[0]))
