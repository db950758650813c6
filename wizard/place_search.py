"""What people type for a place, and the places that it may mean: centers, states, counties, cities, a ZIP code, courts.

The page has the same in JavaScript (`place-search.js`), and a test holds both to the same answers. From words to ids
and names: an office is none of its business. A name that several states have gives all of them: the state is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from re import fullmatch, search

from wizard.place_index import Entry, Index, Place, whole_keys
from wizard.place_spelling import (
    ALSO_CODES,
    BEGINNING,
    COUNTY_WORDS,
    COURT_WORDS,
    GENERIC,
    KINDS,
    ONE_SLIP,
    STATE_WORDS,
    fits,
    is_nearly,
    key_of,
    meant_in,
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
    words = meant_in(typed)
    if code := next((word for word in words if fullmatch("[0-9]{5}", word)), ""):
        return Found(zips=index.zip(code))
    bare = [word for word in words if word not in STATE_WORDS and word != "de"]
    if STATE_WORDS & {*words[:1], *words[-1:]} and (states := _states(bare, index)):
        return Found(states=states)
    state, rest = ("", words) if key_of(words) in index.states else _state_at_the_end(words, index)
    is_told = bool(state) and (words[-1] not in ALSO_CODES or _is_told_apart(typed))
    here = _look(rest, state, index) if state else Found()
    if is_told and not _own(rest) and not COURT_WORDS & {*rest}:
        return replace(here, states=(state,))
    return _anywhere(words, rest, state if is_told else "", index) if here.is_nothing else here


def _anywhere(words: Sequence[str], rest: Sequence[str], state: str, index: Index) -> Found:
    """What all *words* name; where they name nothing, what is spelt nearly so, then a court, then the *state* told."""
    found, states = _look(words, "", index), _states(words, index)
    if len(words) > 1 and len(states) == 1 and key_of(words) not in index.states:
        return Found(states=states)
    nearly = () if states or found.counties or found.cities else _states_nearly(words, index)
    if found.is_nothing and not states:
        found = Found(counties=_nearly(words, index.counties), cities=_nearly(words, index.cities))
    if found.is_nothing and not (states or nearly):
        courts = _fitting(_core(rest), index.courts, state) or _fitting(_core(words), index.courts, "")
        return Found(states=(state,) if state and not courts else (), courts=courts)
    return replace(found, states=states or nearly)


def find_courts(typed: str, found: Found, index: Index) -> Found:
    """The courts that *typed* may mean, and the states that it may lie in: those of what else is *found* by it."""
    words = meant_in(typed)
    long = len(key_of(words)) >= SHORTEST_BEGINNING
    courts = found.courts or _fitting(_core(words), index.courts, "") if long else ()
    if long and not courts and not index.states.get(key_of(words)):
        state, rest = _state_at_the_end(words, index)
        courts = _fitting(_core(rest), index.courts, state) or _fitting(_core(rest), index.courts, state, loosely=True)
    others = {*_in_states(found.centers, index.centers), *_in_states(found.rooms, index.rooms)}
    others |= {place.state for place in (*found.zips, *found.counties, *found.cities)}
    others -= set(_in_states(courts, index.courts))
    states = found.states or (state for state in index.states.values() if state in others)
    return Found(states=tuple(dict.fromkeys(states)), courts=courts)


def _in_states(ids: Sequence[str], entries: Sequence[Entry]) -> list[str]:
    return [entry.state for entry in entries if entry.id in ids]


def is_called(typed: str, meant: Entry | Place, index: Index) -> bool:
    """Whether *typed* is a whole name of *meant*, with its state or without: not its beginning, its town or a slip."""
    words = meant_in(typed)
    rest = _state_at_the_end(words, index)[1]
    if isinstance(meant, Entry):
        return bool(_own(rest)) and not meant.whole.isdisjoint(whole_keys(words) | whole_keys(rest))
    keys = _keys(words) | _keys(rest)
    return any(meant in known.get(key, ()) for known in (index.counties, index.cities) for key in keys)


def is_called_state(typed: str, code: str, index: Index) -> bool:
    """Whether *typed* names the state of this *code*, or begins it beyond a whole word: *Washington D*."""
    words = meant_in(typed)
    bare = [word for word in words if word not in STATE_WORDS and word != "de"]
    named = (index.states.get(key_of(words)), index.states.get(key_of(bare)), _state_at_the_end(words, index)[0])
    return code in named or (len(words) > 1 and _states(words, index) == (code,))


def _keys(words: Sequence[str]) -> set[str]:
    """*words* as the name of a county or a city, with and without what many names have."""
    own = [word for word in words if word not in COUNTY_WORDS | COURT_WORDS]
    return {key_of(own), key_of(_core(words))} - {""}


def _core(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in GENERIC]


def _own(words: Sequence[str]) -> list[str]:
    """Those of *words* that one place has and others have not."""
    return [word for word in _core(words) if word not in KINDS]


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


def _states_nearly(words: Sequence[str], index: Index) -> tuple[str, ...]:
    key = key_of(words)
    return tuple(dict.fromkeys(code for name, code in index.states.items() if is_nearly(key, name)))


def _look(words: Sequence[str], state: str, index: Index) -> Found:
    """What *words* name, in *state* where one was given."""
    core, keys = _core(words), _keys(words)
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
    if is_court and (courts := _fitting(core, index.courts, state)):
        return Found(courts=courts)
    return Found(centers, rooms, (), counties, cities)


def _named(keys: set[str], known: Places, state: str) -> tuple[Place, ...]:
    found = (place for key in sorted(keys) for place in known.get(key, ()))
    return tuple(dict.fromkeys(place for place in found if state in {"", place.state}))


def _begun(keys: set[str], known: Places, state: str) -> tuple[Place, ...]:
    long = sorted(key for key in keys if len(key) >= SHORTEST_BEGINNING)
    found = (place for name, places in known.items() if any(map(name.startswith, long)) for place in places)
    return tuple(dict.fromkeys(place for place in found if state in {"", place.state}))


def _nearly(words: Sequence[str], known: Places) -> tuple[Place, ...]:
    """The places whose name is spelt nearly so, or ends so: *Vegas*."""
    key = key_of(_core(words))
    meant = (name for name in known if is_nearly(key, name) or (len(key) >= ONE_SLIP and name.endswith(key)))
    return tuple(dict.fromkeys(place for name in meant for place in known[name]))


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
    """The entries that all words fit, the best first, in their order otherwise. One or two letters name none."""
    if len(key_of(core)) < BEGINNING:
        return ()
    ranked = [
        (rank, entry.id)
        for entry in entries
        if state in {"", entry.state} and (rank := fits(core, entry.parts, loosely=loosely)) is not None
    ]
    return tuple(identity for _, identity in sorted(ranked, key=lambda row: row[0]))
