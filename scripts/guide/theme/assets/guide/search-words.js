// Which parts of the guide hold the words that someone looks for, and what is shown of them. Touches no page.

import { folded } from "./folding.js";

/** @typedef {{location: string, page: string, title: string, text: string}} Part a page, or a part of one */
/** @typedef {{text: string, found: boolean}} Piece some text, and whether it was looked for */
/** @typedef {{start: number, end: number, word: string}} Word as it is compared, and where it stands in a text */

const BEFORE = 60; // characters of text before the first word found
const AFTER = 140;

const NO_SPACES = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"].map((name) => `\\p{Script=${name}}`).join("");
// A row of letters of a script that puts no spaces between words; or else a word, with the signs that are parts of it.
const WORDS = new RegExp(`(?<row>(?:[${NO_SPACES}]\\p{M}*)+)|(?:(?![${NO_SPACES}])[\\p{L}\\p{M}\\p{N}\\u200c\\u200d])+`, "gu");

/**
 * Every word of *text*. Where nothing tells words from each other, every two letters that stand side by side count as
 * one, and the last letter by itself: so any part of a row is found, in every browser alike.
 *
 * @param {string} text composed (NFC), as the list of texts is
 * @returns {Generator<Word>}
 */
function* cut(text) {
  for (const { 0: found, index: start = 0, groups } of text.matchAll(WORDS)) {
    if (!groups?.row) yield { start, end: start + found.length, word: bare(found) };
    else {
      const letters = [...found.matchAll(/.\p{M}*/gu)].map(({ 0: letter, index = 0 }) => ({ letter, at: start + index }));
      for (const [number, { letter, at }] of letters.entries()) {
        const both = letter + (letters[number + 1]?.letter ?? "");
        yield { start: at, end: at + both.length, word: folded(both) };
      }
    }
  }
}

/** @param {string} word @returns {string} folded, and in Arabic without *and*, *in* or *the* before it */
const bare = (word) => folded(word).replace(/^[وفبك]?ال(?=\p{L}{3})/u, "");

/** @param {string} word @returns {string} a plural like its singular */
const singular = (word) => (word.length > 4 ? word.replace(/e?s$/, "") : word);

/** @param {string} text @returns {string[]} its words as they are compared */
const split = (text) => [...cut(text.normalize("NFC"))].map(({ word }) => singular(word));

/** @param {string} query @returns {string[]} its words; of a row of letters every two, and no last one by itself */
function asked(query) {
  const words = [...cut(query.normalize("NFC"))];
  return words.filter(({ end }, number) => words[number - 1]?.end !== end).map(({ word }) => singular(word));
}

/** @param {string} query @returns {string[]} how words begin that are looked for */
export const wordsOf = (query) => [...new Set(asked(query))];

/**
 * @param {typeof import("minisearch").default} MiniSearch
 * @param {Part[]} parts
 */
export function indexOf(MiniSearch, parts) {
  const index = new MiniSearch({
    idField: "location",
    fields: ["title", "page", "text"],
    tokenize: split,
    processTerm: (word) => word,
    searchOptions: {
      tokenize: asked,
      prefix: true,
      fuzzy: (word) => (word.length > 6 ? 0.15 : false),
      boost: { title: 3, page: 2 },
    },
  });
  index.addAll(parts);
  return { index, parts: new Map(parts.map((part) => [part.location, part])) };
}

/**
 * The parts that hold all of the words, the best first; where none does, those that hold some.
 *
 * @param {ReturnType<typeof indexOf>} all
 * @param {string} query
 * @returns {Part[]}
 */
export function best({ index, parts }, query) {
  const held = index.search(query, { combineWith: "AND" });
  const found = held.length > 0 ? held : index.search(query);
  return found.map(({ id }) => parts.get(id)).filter((part) => part !== undefined);
}

/**
 * @param {string} text
 * @param {string[]} words
 * @returns {Piece[]} some of the text, around the first word that was looked for
 */
export function excerpt(text, words) {
  const hits = [...cut(text)].filter(({ word }) => words.some((begun) => word.startsWith(begun)));
  const first = hits[0]?.start ?? text.length;
  const start = hits.length === 0 || first < BEFORE ? 0 : afterSpace(text, first - BEFORE, first);
  const full = text.length <= start + BEFORE + AFTER;
  const end = full ? text.length : beforeSpace(text, start + BEFORE + AFTER, first < text.length ? first : start);
  /** @type {Piece[]} */
  const pieces = [{ text: start > 0 ? "… " : "", found: false }];
  let at = start;
  for (const hit of hits.filter((hit) => hit.end > start && hit.start < end)) {
    const to = Math.min(end, hit.end);
    const before = pieces[pieces.length - 1];
    if (before?.found && hit.start < at) before.text += text.slice(at, to); // of a row of letters, each with the next
    else {
      if (hit.start > at) pieces.push({ text: text.slice(at, hit.start), found: false });
      pieces.push({ text: text.slice(Math.max(at, hit.start), to), found: true });
    }
    at = Math.max(at, to);
  }
  return [...pieces, { text: text.slice(at, end), found: false }, { text: full ? "" : " …", found: false }];
}

/** @param {string} text @param {number} from @param {number} to @returns {number} right after a space, if one is there */
function afterSpace(text, from, to) {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < to ? space + 1 : from;
}

/** @param {string} text @param {number} at @param {number} from @returns {number} right before a space, if one is there */
function beforeSpace(text, at, from) {
  const space = text.lastIndexOf(" ", at);
  return space > from ? space : at;
}
