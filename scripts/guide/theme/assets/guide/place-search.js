// What people type for a place, and what it may mean. The same as wizard/place_search.py; a test holds both to the same
// answers. Touches no page.

import { fits, isNearly } from "./place-index.js";

/**
 * @typedef {import("./place-index.js").Index} Index
 * @typedef {import("./place-index.js").Place} Place
 * @typedef {import("./place-index.js").Entry} Entry
 * @typedef {{centers: string[], rooms: string[], states: string[], counties: Place[], cities: Place[], zips: Place[],
 *   courts: string[]}} Found
 */

const LONGEST_STATE = 6;
const SHORTEST_BEGINNING = 3;

/** @param {Partial<Found>} [some] @returns {Found} */
const found = (some) => ({ centers: [], rooms: [], states: [], counties: [], cities: [], zips: [], courts: [], ...some });

/** @param {Found} all */
export const isNothing = (all) => Object.values(all).every((some) => some.length === 0);

/** @param {string} typed @param {Index} index @returns {Found} the best of each kind first */
export function find(typed, index) {
  const words = index.wordsOf(typed);
  const code = words.find((word) => /^[0-9]{5}$/.test(word));
  if (code) {
    const runs = index.zips.filter(({ first, last }) => first <= code && code <= last);
    return found({ zips: runs.map(({ place }) => ({ ...place, name: code })) });
  }
  const bare = words.filter((word) => !index.words.state.has(word) && word !== "de");
  const isState = [words[0] ?? "", words.at(-1) ?? ""].some((word) => index.words.state.has(word));
  const called = isState ? statesOf(bare, index) : [];
  if (called.length > 0) return found({ states: called });
  const exact = index.states.has(words.join(""));
  const { state, rest } = exact ? { state: "", rest: words } : stateAtTheEnd(words, index);
  const within = state ? look(rest, state, index) : found();
  return isNothing(within) ? anywhere(typed, words, state, index) : within;
}

/** @param {string} typed @param {string[]} words @param {string} state @param {Index} index @returns {Found} */
function anywhere(typed, words, state, index) {
  let all = look(words, "", index);
  const states = statesOf(words, index);
  if (isNothing(all) && states.length === 0) {
    all = found({ counties: nearly(words, index.counties, index), cities: nearly(words, index.cities, index) });
  }
  const isCode = !index.words.codes.has(words.at(-1) ?? "") || /,\s*\S+\s*$|\s[A-Z]{2}\s*$/.test(typed);
  return { ...all, states: state && isNothing(all) && states.length === 0 && isCode ? [state] : states };
}

/** @param {string[]} words @param {Index} index @returns {{state: string, rest: string[]}} */
function stateAtTheEnd(words, index) {
  for (let count = Math.min(LONGEST_STATE, words.length - 1); count > 0; count--) {
    const state = index.states.get(words.slice(-count).join(""));
    if (state) return { state, rest: words.slice(0, -count) };
  }
  return { state: "", rest: words };
}

/** @param {string[]} words @param {Index} index @returns {string[]} the state of this name, and those that begin so */
function statesOf(words, index) {
  const key = words.join("");
  const begun = key.length < SHORTEST_BEGINNING ? [] : [...index.states].filter(([name]) => name.startsWith(key));
  const exact = index.states.get(key);
  return [...new Set([...(exact ? [exact] : []), ...begun.map(([, code]) => code)])];
}

/** @param {string[]} words @param {string} state @param {Index} index @returns {Found} */
function look(words, state, index) {
  const { county, court, generic } = index.words;
  const core = words.filter((word) => !generic.has(word));
  const own = words.filter((word) => !county.has(word) && !court.has(word)).join("");
  const keys = [...new Set([own, core.join("")])].filter((key) => key !== "").sort();
  const isCounty = words.some((word) => county.has(word));
  const isCourt = words.some((word) => court.has(word));
  let counties = named(keys, index.counties, state);
  let cities = isCounty && counties.length > 0 ? [] : named(keys, index.cities, state);
  const ofThisCounty = isCounty ? ofCounty(core, keys, index, state) : [];
  const loosely = !(isCounty && counties.length > 0);
  const centers =
    ofThisCounty.length > 0 ? ofThisCounty : loosely ? fitting(core, index.centers, state, true) : [];
  const rooms = isCounty ? [] : fitting(core, index.rooms, state, false);
  if (counties.length + cities.length + rooms.length === 0) {
    counties = begun(keys, index.counties, state);
    cities = isCounty && counties.length > 0 ? [] : begun(keys, index.cities, state);
  }
  const nothing = centers.length + rooms.length + counties.length + cities.length === 0;
  const courts = isCourt || nothing ? fitting(core, index.courts, state, false) : [];
  return isCourt && courts.length > 0 ? found({ courts }) : found({ centers, rooms, counties, cities, courts });
}

/** @param {Place[]} places @param {string} state @returns {Place[]} each once */
function within(places, state) {
  const here = places.filter((place) => state === "" || state === place.state);
  return [...new Map(here.map((place) => [`${place.state}|${place.name}|${place.county}`, place])).values()];
}

/** @param {string[]} keys @param {Map<string, Place[]>} known @param {string} state */
function named(keys, known, state) {
  return within(
    keys.flatMap((key) => known.get(key) ?? []),
    state,
  );
}

/** @param {string[]} keys @param {Map<string, Place[]>} known @param {string} state */
function begun(keys, known, state) {
  const long = keys.filter((key) => key.length >= SHORTEST_BEGINNING);
  const places = [...known].filter(([name]) => long.some((key) => name.startsWith(key))).flatMap(([, some]) => some);
  return within(places, state);
}

/** @param {string[]} words @param {Map<string, Place[]>} known @param {Index} index */
function nearly(words, known, index) {
  const key = words.filter((word) => !index.words.generic.has(word)).join("");
  return within(
    [...known].filter(([name]) => isNearly(key, name)).flatMap(([, places]) => places),
    "",
  );
}

/** @param {string[]} core @param {string[]} keys @param {Index} index @param {string} state @returns {string[]} */
function ofCounty(core, keys, index, state) {
  return index.centers
    .filter((entry) => state === "" || state === entry.state)
    .filter(
      (entry) =>
        keys.includes(index.wordsOf(entry.county).join("")) || entry.names.some((name) => namesCounty(name, core, index)),
    )
    .map(({ id }) => id);
}

/** @param {string} name @param {string[]} core @param {Index} index @returns {boolean} whether *core* stands before "county" */
function namesCounty(name, core, index) {
  const words = index.wordsOf(name);
  const at = words.findIndex((word) => index.words.county.has(word));
  if (core.length === 0 || at < 1) return false;
  return words.slice(0, at).join("").endsWith(core.join("")) && words[at - 1] === core.at(-1);
}

/** @param {string[]} core @param {Entry[]} entries @param {string} state @param {boolean} loosely @returns {string[]} */
function fitting(core, entries, state, loosely) {
  const here = entries.filter((entry) => state === "" || state === entry.state);
  const ranked = here.map(({ id, parts }) => ({ id, rank: fits(core, parts, loosely) }));
  return ranked
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ id }) => id);
}
