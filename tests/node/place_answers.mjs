/**
 * Answers with what the page's search finds: `{names, typed}` on standard input, one answer for each text on output,
 * with what of it is called so as `sure`.
 */

import { readFileSync } from "node:fs";
import { indexOf } from "../../scripts/guide/theme/assets/guide/place-index.js";
import { find, isCalled, isCalledState } from "../../scripts/guide/theme/assets/guide/place-search.js";

/** @type {{names: import("../../scripts/guide/theme/assets/guide/place-index.js").Names, typed: string[]}} */
const { names, typed } = JSON.parse(readFileSync(0, "utf8"));
const index = indexOf(names);

/** @param {string} text */
function answered(text) {
  const found = find(text, index);
  const entries = [...index.centers, ...index.rooms].filter(({ id }) => [...found.centers, ...found.rooms].includes(id));
  const called = entries.filter((entry) => isCalled(text, entry, index)).map(({ id }) => id);
  const states = found.states.filter((state) => isCalledState(text, state, index));
  const places = [...found.counties, ...found.cities].map((place) => isCalled(text, place, index));
  return { ...found, sure: [called, states, places] };
}

console.log(JSON.stringify(typed.map(answered)));
