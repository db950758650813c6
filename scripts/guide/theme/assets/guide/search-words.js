// Words as the search compares them: of a text and of a query, cut and made alike by the same rules. Touches no page.

import { folded } from "./folding.js";

/** @typedef {{start: number, end: number, word: string}} Word as it is compared, and where it stands in a text */
/** @typedef {{word: string, pieces: string[]}} Sought a word of a query; a joined one with the pieces it is written in */

const NO_SPACES = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"].map((name) => `\\p{Script=${name}}`).join("");
// A row of letters of a script that puts no spaces between words; or else a word, with the signs that are parts of it.
const WORDS = new RegExp(`(?<row>(?:[${NO_SPACES}]\\p{M}*)+)|(?:(?![${NO_SPACES}])[\\p{L}\\p{M}\\p{N}\\u200c\\u200d])+`, "gu");

const DIGITS = /^\d+$/;
const BETWEEN_DIGITS = /^(?:[-.\u2010-\u2013]|\)? ?)$/; // 888-351-4024, (888) 351 4024, 888.351.4024
const HYPHEN = /^[-\u2010-\u2013]$/;
const WITH_COUNTRY = 11; // digits of a telephone number with the 1 of the United States before it

/**
 * Every word of *text*, and every number both in its pieces and whole. Where nothing tells words from each other, every
 * two letters that stand side by side count as one, and the last letter by itself: so any part of a row is found, in
 * every browser alike.
 *
 * @param {string} text composed (NFC), as the list of texts is
 * @returns {Generator<Word>}
 */
export function* cut(text) {
  for (const run of runs(text)) {
    if (run.length > 1) yield joined(run);
    yield* run;
  }
}

/** @param {string} text @returns {Generator<Word>} its words, one after another */
function* words(text) {
  for (const { 0: found, index: start = 0, groups } of text.matchAll(WORDS)) {
    if (!groups?.row) yield { start, end: start + found.length, word: alike(found) };
    else {
      const letters = [...found.matchAll(/.\p{M}*/gu)].map(({ 0: letter, index = 0 }) => ({ letter, at: start + index }));
      for (const [number, { letter, at }] of letters.entries()) {
        const both = letter + (letters[number + 1]?.letter ?? "");
        yield { start: at, end: at + both.length, word: folded(both) };
      }
    }
  }
}

/** @param {string} text @returns {Generator<Word[]>} its words, those that are pieces of one number or name together */
function* runs(text) {
  /** @type {Word[]} */
  let run = [];
  for (const word of words(text)) {
    const last = run[run.length - 1];
    if (last && !isOne(last, text.slice(last.end, word.start), word)) {
      yield run;
      run = [];
    }
    run.push(word);
  }
  if (run.length > 0) yield run;
}

/**
 * Whether two words are one that people write in several ways: 60-001 and 60001, G-28 and g28, e-mail and email.
 *
 * @param {Word} before
 * @param {string} between
 * @param {Word} after
 */
function isOne(before, between, after) {
  const letters = /^[a-z]{1,4}$/.test(before.word);
  const letter = letters && before.word.length === 1;
  if (DIGITS.test(before.word)) return DIGITS.test(after.word) && BETWEEN_DIGITS.test(between) && (between !== " " || after.word.length > 2);
  if (/^\d/.test(after.word)) return (letters && HYPHEN.test(between)) || (letter && between === " ");
  return letter && HYPHEN.test(between);
}

/** @param {Word[]} run @returns {Word} all of it as one word */
function joined(run) {
  const word = run.map(({ word }) => word).join("");
  const start = run[0]?.start ?? 0;
  return { start, end: run[run.length - 1]?.end ?? start, word: word.length === WITH_COUNTRY ? word.replace(/^1(?=\d+$)/, "") : word };
}

/** @param {string} word @returns {string} folded, without the end of a plural, and in Arabic without *and*, *in*, *the* */
const alike = (word) => singular(folded(word).replace(/^[وفبك]?ال(?=\p{L}{3})/u, ""));

/** @param {string} word @returns {string} a plural like its singular */
const singular = (word) => (word.length > 3 ? word.replace(/(?:es|s|e)$/, "") : word);

/** @param {string} text @returns {string[]} its words as they are compared */
export const split = (text) => [...cut(text.normalize("NFC"))].map(({ word }) => word);

/**
 * The words of a query, each once; of a row of letters every two, and no last one by itself. A letter before a word may
 * be a part of it, and the hyphen left out: an "a number" can be an A-number.
 *
 * @param {string} query
 * @returns {Sought[]}
 */
export function asked(query) {
  /** @type {Map<string, Sought>} */
  const found = new Map();
  let end = -1;
  for (const run of runs(query.normalize("NFC").replace(/(^|\s)([a-z])\s+(?=\p{L}{3})/giu, "$1$2-"))) {
    const whole = joined(run);
    if (whole.end !== end) found.set(whole.word, { word: whole.word, pieces: run.length > 1 ? run.map(({ word }) => word) : [] });
    end = whole.end;
  }
  return [...found.values()];
}
