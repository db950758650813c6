// What people type for a place, and what it may mean. The same as wizard/place_search.py; a test holds both to the same
// answers. Touches no page.

import { BEGINNING, ONE_SLIP, fits, isNearly, meantIn, placesOfZip, wholeKeys } from "./place-index.js";

/**
 * @typedef {import("./place-index.js").Index} Index
 * @typedef {import("./place-index.js").Place} Place
 * @typedef {import("./place-index.js").Entry} Entry
 * @typedef {{centers: string[], rooms: string[], states: string[], counties: Place[], cities: Place[], zips: Place[],
 *   courts: string[]}} Found
 */

const LONGEST_STATE = 6;
const SHORTEST_BEGINNING = 3;

/** @param {string[]} words */
const last = (words) => words[words.length - 1];

/** @param {Partial<Found>} [some] @returns {Found} */
const found = (some) => ({ centers: [], rooms: [], states: [], counties: [], cities: [], zips: [], courts: [], ...some });

/** @param {Found} all */
export const isNothing = (all) => Object.values(all).every((some) => some.length === 0);

/** @param {string} typed @param {Index} index @returns {Found} the best of each kind first */
export function find(typed, index) {
  const words = meantIn(typed, index);
  const code = words.find((word) => /^[0-9]{5}$/.test(word));
  if (code) return found({ zips: placesOfZip(code, index) });
  const isState = [words[0] ?? "", last(words) ?? ""].some((word) => index.words.state.has(word));
  const called = isState ? statesOf(bareOf(words, index), index) : [];
  if (called.length > 0) return found({ states: called });
  const exact = index.states.has(words.join(""));
  const { state, rest } = exact ? { state: "", rest: words } : stateAtTheEnd(words, index);
  const isCode = index.words.codes.has(last(words) ?? "");
  const isTold = state !== "" && (!isCode || /,\s*\S+\s*$|\s[A-Z]{2}\s*$/.test(typed));
  const here = state ? look(rest, state, index) : found();
  const isCourt = rest.some((word) => index.words.court.has(word));
  if (isTold && ownOf(rest, index).length === 0 && !isCourt) return { ...here, states: [state] };
  return isNothing(here) ? anywhere(words, rest, isTold ? state : "", index) : here;
}

/** @param {string[]} words @param {string[]} rest @param {string} state @param {Index} index @returns {Found} */
function anywhere(words, rest, state, index) {
  let all = look(words, "", index);
  const states = statesOf(words, index);
  if (words.length > 1 && states.length === 1 && !index.states.has(words.join(""))) return found({ states });
  const spelt = states.length + all.counties.length + all.cities.length > 0 ? [] : statesNearly(words, index);
  if (isNothing(all) && states.length === 0) {
    all = found({ counties: nearly(words, index.counties, index), cities: nearly(words, index.cities, index) });
  }
  if (!isNothing(all) || states.length + spelt.length > 0) return { ...all, states: states.length > 0 ? states : spelt };
  const ofState = fitting(coreOf(rest, index), index.courts, state, false);
  const courts = ofState.length > 0 ? ofState : fitting(coreOf(words, index), index.courts, "", false);
  return found({ states: state && courts.length === 0 ? [state] : [], courts });
}

/**
 * @param {string} typed
 * @param {Entry | Place} meant
 * @param {Index} index
 * @returns {boolean} whether it is a whole name, with its state or without: not its beginning, its town or a slip
 */
export function isCalled(typed, meant, index) {
  const words = meantIn(typed, index);
  const { rest } = stateAtTheEnd(words, index);
  if ("whole" in meant) {
    const keys = [...wholeKeys(words, index.words), ...wholeKeys(rest, index.words)];
    return ownOf(rest, index).length > 0 && keys.some((key) => meant.whole.has(key));
  }
  const isIt = (/** @type {Place} */ place) =>
    place.state === meant.state && place.name === meant.name && place.county === meant.county;
  const keys = [...keysOf(words, index), ...keysOf(rest, index)];
  return [index.counties, index.cities].some((known) => keys.some((key) => known.get(key)?.some(isIt)));
}

/** @param {string} typed @param {string} state @param {Index} index @returns {boolean} named, or begun beyond a word */
export function isCalledState(typed, state, index) {
  const words = meantIn(typed, index);
  const named = [words, bareOf(words, index)].map((some) => index.states.get(some.join("")));
  const begun = words.length > 1 ? statesOf(words, index) : [];
  return [...named, stateAtTheEnd(words, index).state].includes(state) || (begun.length === 1 && begun[0] === state);
}

/** @param {string[]} words @param {Index} index */
const bareOf = (words, index) => words.filter((word) => !index.words.state.has(word) && word !== "de");

/** @param {string[]} words @param {Index} index */
const coreOf = (words, index) => words.filter((word) => !index.words.generic.has(word));

/** @param {string[]} words @param {Index} index those that one place has and others have not */
const ownOf = (words, index) => coreOf(words, index).filter((word) => !index.words.kinds.has(word));

/** @param {string[]} words @param {Index} index @returns {string[]} with and without what many names have */
function keysOf(words, index) {
  const { county, court } = index.words;
  const own = words.filter((word) => !county.has(word) && !court.has(word)).join("");
  return [...new Set([own, coreOf(words, index).join("")])].filter((key) => key !== "").sort();
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

/** @param {string[]} words @param {Index} index @returns {string[]} the states whose names are spelt nearly so */
function statesNearly(words, index) {
  const key = words.join("");
  return [...new Set([...index.states].filter(([name]) => isNearly(key, name)).map(([, code]) => code))];
}

/** @param {string[]} words @param {string} state @param {Index} index @returns {Found} */
function look(words, state, index) {
  const { county, court } = index.words;
  const core = coreOf(words, index);
  const keys = keysOf(words, index);
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
  const courts = isCourt ? fitting(core, index.courts, state, false) : [];
  return courts.length > 0 ? found({ courts }) : found({ centers, rooms, counties, cities });
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
  const isMeant = (/** @type {string} */ name) => isNearly(key, name) || (key.length >= ONE_SLIP && name.endsWith(key));
  return within(
    [...known].filter(([name]) => isMeant(name)).flatMap(([, places]) => places),
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
  return words.slice(0, at).join("").endsWith(core.join("")) && words[at - 1] === last(core);
}

/** @param {string[]} core @param {Entry[]} entries @param {string} state @param {boolean} loosely @returns {string[]} of one letter or two, none */
function fitting(core, entries, state, loosely) {
  if (core.join("").length < BEGINNING) return [];
  const here = entries.filter((entry) => state === "" || state === entry.state);
  const ranked = here.map(({ id, parts }) => ({ id, rank: fits(core, parts, loosely) }));
  return ranked
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ id }) => id);
}
