// Which parts of the guide hold the words that someone looks for, and what is shown of them. Touches no page.

/** @typedef {{location: string, page: string, title: string, text: string}} Part a page, or a part of one */
/** @typedef {{text: string, found: boolean}} Piece some text, and whether it was looked for */

const BEFORE = 60; // characters of text before the first word found
const AFTER = 140;

/**
 * @param {string} text composed (NFC), as the list of texts is
 * @returns {string} of the same length and one space before it, without capitals, accents and signs: on a phone people
 *   leave them out
 */
function folded(text) {
  const plain = text.replace(/[^ -~]/gu, (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.length === letter.length ? bare : letter;
  });
  return ` ${plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, (sign) => " ".repeat(sign.length))}`;
}

/** @param {string} word @returns {string} a plural like its singular */
const singular = (word) => (word.length > 4 ? word.replace(/e?s$/, "") : word);

/** @param {string} text @returns {string[]} its words as they are compared */
const split = (text) => folded(text.normalize("NFC")).split(" ").filter(Boolean).map(singular);

/**
 * @param {string} query
 * @returns {string[]} how words begin that are looked for, each with a space before it
 */
export const wordsOf = (query) => [...new Set(split(query))].map((word) => ` ${word}`);

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
    searchOptions: { prefix: true, fuzzy: (word) => (word.length > 6 ? 0.15 : false), boost: { title: 3, page: 2 } },
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
  const plain = folded(text);
  const hits = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
  const first = Math.min(text.length, ...hits);
  const start = hits.length === 0 || first < BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const full = text.length <= start + BEFORE + AFTER;
  const end = full ? text.length : text.lastIndexOf(" ", start + BEFORE + AFTER);
  /** @type {Piece[]} */
  const pieces = [{ text: start > 0 ? "… " : "", found: false }];
  for (const piece of text.slice(start, end).split(/([\p{L}\p{N}]+)/u)) {
    pieces.push({ text: piece, found: words.some((word) => folded(piece).startsWith(word)) });
  }
  return [...pieces, { text: full ? "" : " …", found: false }];
}
