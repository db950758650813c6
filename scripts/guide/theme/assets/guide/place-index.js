// The names of places, ready to be looked up, and whether words fit them. The same as wizard/place_index.py and
// wizard/place_spelling.py; a test holds both to the same answers. Touches no page.

import { folded } from "./folding.js";

/**
 * @typedef {{state: string, city: string, county: string, names: string[]}} Named
 * @typedef {{words: Record<string, string>, states: Record<string, string[]>,
 *   centers: Record<string, Named>, rooms: Record<string, Named>, courts: Record<string, Named>,
 *   counties: Record<string, string>, others: Record<string, string>, also: Record<string, Record<string, string>>,
 *   cities: Record<string, string>, zips: Record<string, string>,
 *   split: Record<string, {cities: Record<string, string>, zips: Record<string, string>}>}} Names
 *   as wizard/place_names.py has them
 * @typedef {{state: string, name: string, county: string}} Place
 * @typedef {{words: Set<string>, pairs: Set<string>}} Parts
 * @typedef {{id: string, state: string, county: string, parts: Parts, whole: Set<string>, names: string[]}} Entry
 * @typedef {ReturnType<typeof indexOf>} Index
 */

export const ONE_SLIP = 5;
export const BEGINNING = 3;
const TWO_SLIPS = 6;
const [SAME, BEGUN, SPELT] = [0, 1, 2];

/** @param {Names} known */
export function indexOf(known) {
  const set = (/** @type {string[]} */ ...names) => new Set(names.flatMap((name) => (known.words[name] ?? "").split(" ")));
  const shorter = (known.words.short ?? "").split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":")));
  const phrases = (/** @type {string} */ name) => (known.words[name] ?? "").split("|").map((phrase) => phrase.split(" "));
  const words = {
    kinds: set("kinds"),
    before: phrases("before"),
    after: phrases("after"),
    county: set("county"),
    court: set("court"),
    state: set("state"),
    generic: set("county", "court", "generic"),
    codes: set("also_codes"),
    short: new Map(shorter),
  };
  const wordsOf = (/** @type {string} */ text) => wordsIn(text, words.short);
  const entries = (/** @type {Record<string, Named>} */ rows) =>
    Object.entries(rows).map(([id, { state, city, county, names }]) => {
      const parts = partsOf([...names, city, county].map(wordsOf), words.generic);
      const whole = new Set(names.flatMap((name) => wholeKeys(wordsOf(name), words)));
      return { id, state, county, parts, whole, names };
    });
  return {
    words,
    wordsOf,
    states: new Map(
      Object.entries(known.states).flatMap(([code, names]) => names.map((name) => [wordsOf(name).join(""), code])),
    ),
    counties: byKey(countiesOf(known), wordsOf),
    cities: byKey(citiesOf(known), wordsOf),
    zips: zipsOf(known),
    centers: entries(known.centers),
    rooms: entries(known.rooms),
    courts: entries(known.courts),
  };
}

/** @param {string} text @param {Map<string, string>} short */
function wordsIn(text, short) {
  const bare = folded(text).replace(/['’.]/g, "");
  return (bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => short.get(word) ?? word);
}

/**
 * @param {string[]} words
 * @param {{generic: Set<string>, kinds: Set<string>}} among
 * @returns {string[]} the keys of a whole name: all words, those that choose, and those without what many names end with
 */
export function wholeKeys(words, { generic, kinds }) {
  const core = words.filter((word) => !generic.has(word));
  const own = core.map((word) => !kinds.has(word)).lastIndexOf(true);
  return [words, core, core.slice(0, own + 1)].map((some) => some.join("")).filter((key) => key !== "");
}

/** @param {string} text @param {Index} index @returns {string[]} its words without what people put around a place */
export function meantIn(text, { wordsOf, words: { before, after } }) {
  const words = wordsOf(text);
  const same = (/** @type {string[]} */ some, /** @type {string[]} */ others) => some.join(" ") === others.join(" ");
  const begun = before.find((phrase) => same(words.slice(0, phrase.length), phrase))?.length ?? 0;
  const ended = after.find((phrase) => same(words.slice(-phrase.length), phrase))?.length ?? 0;
  const meant = words.slice(begun, Math.max(begun, words.length - ended));
  return meant.length > 0 ? meant : words;
}

/** @param {Names} known @returns {[string, Place][]} */
function countiesOf(known) {
  const rows = [...Object.entries(known.counties), ...Object.entries(known.others)];
  const listed = rows.flatMap(([state, row]) => row.split("|").map((name) => ({ state, name })));
  const also = Object.entries(known.also).flatMap(([state, called]) =>
    Object.entries(called).map(([name, county]) => ({ state, name, county })),
  );
  return [
    ...listed.map(({ state, name }) => /** @type {[string, Place]} */ ([name, { state, name, county: name }])),
    ...also.map(({ state, name, county }) => /** @type {[string, Place]} */ ([name, { state, name: county, county }])),
  ];
}

/** @param {Names} known @returns {[string, Place][]} */
function citiesOf(known) {
  const rows = [
    ...Object.entries(known.cities).map(([state, row]) => ({ state, county: "", row })),
    ...Object.entries(known.split).flatMap(([state, { cities }]) =>
      Object.entries(cities).map(([county, row]) => ({ state, county, row })),
    ),
  ];
  return rows.flatMap(({ state, county, row }) =>
    row.split("|").map((name) => /** @type {[string, Place]} */ ([name, { state, name, county }])),
  );
}

/** @param {Names} known @returns {{row: string, place: Place}[]} the codes of each place: `350:04-07,10 351:01` */
function zipsOf(known) {
  const ofStates = Object.entries(known.zips).map(([state, row]) => ({ row, place: { state, name: "", county: "" } }));
  const ofCounties = Object.entries(known.split).flatMap(([state, { zips }]) =>
    Object.entries(zips).map(([county, row]) => ({ row, place: { state, name: "", county } })),
  );
  return [...ofStates, ...ofCounties];
}

/** @param {string} code @param {Index} index @returns {Place[]} its place; a code between two others need not exist */
export function placesOfZip(code, { zips }) {
  const [first, last] = [code.slice(0, 3), code.slice(3)];
  const holds = (/** @type {string} */ row) => {
    const part = row.split(" ").find((some) => some.startsWith(`${first}:`));
    return (part?.slice(4) ?? "").split(",").some((run) => {
      const [start = "", end = start] = run.split("-");
      return start !== "" && start <= last && last <= end;
    });
  };
  return zips.filter(({ row }) => holds(row)).map(({ place }) => ({ ...place, name: code }));
}

/** @param {[string, Place][]} named @param {(text: string) => string[]} wordsOf @returns {Map<string, Place[]>} */
function byKey(named, wordsOf) {
  /** @type {Map<string, Place[]>} */
  const found = new Map();
  for (const [name, place] of named) {
    const key = wordsOf(name).join("");
    found.set(key, [...(found.get(key) ?? []), place]);
  }
  return found;
}

/** @param {string[][]} rows @param {Set<string>} generic @returns {Parts} */
function partsOf(rows, generic) {
  const pairs = rows.flatMap((row) => row.slice(1).map((word, at) => `${row[at]}${word}`));
  return { words: new Set(rows.flat().filter((word) => !generic.has(word))), pairs: new Set(pairs) };
}

/**
 * @param {string[]} words
 * @param {Parts} parts
 * @param {boolean} loosely
 * @returns {number | undefined} how well all words fit; two may also be one. Undefined: they do not
 */
export function fits(words, parts, loosely) {
  const joined = words.slice(1).map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)]);
  const ranks = [fitsAll(words, parts, loosely), ...joined.map((some) => fitsAll(some, parts, false))];
  const known = ranks.filter((rank) => rank !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** @param {string[]} words @param {Parts} parts @param {boolean} loosely @returns {number | undefined} */
function fitsAll(words, parts, loosely) {
  let worst = SAME;
  for (const word of words) {
    if (parts.words.has(word) || parts.pairs.has(word)) continue;
    const all = [...parts.words];
    if (word.length >= BEGINNING && all.some((part) => part.startsWith(word))) worst = Math.max(worst, BEGUN);
    else if (loosely && all.some((part) => isNearly(word, part))) worst = SPELT;
    else return undefined;
  }
  return words.length > 0 ? worst : undefined;
}

/** @param {string} word @param {string} other @returns {boolean} the same with a slip, or with two among the vowels */
export function isNearly(word, other) {
  if (Math.min(word.length, other.length) < ONE_SLIP || Math.abs(word.length - other.length) > 2) return false;
  const bones = (/** @type {string} */ text) => text.replace(/[aeiouwyh]/g, "");
  const longer = word.length >= TWO_SLIPS && bones(word) === bones(other);
  return distance(word, other) <= (longer ? 2 : 1);
}

/** @param {string} one @param {string} other @returns {number} letters to put in, to leave out or to change */
function distance(one, other) {
  const row = [...other, ""].map((_, at) => at);
  [...one].forEach((letter, at) => {
    let before = at;
    row[0] = at + 1;
    [...other].forEach((wanted, to) => {
      const above = row[to + 1] ?? 0;
      row[to + 1] = Math.min(above + 1, (row[to] ?? 0) + 1, before + (letter === wanted ? 0 : 1));
      before = above;
    });
  });
  return row[other.length] ?? 0;
}
