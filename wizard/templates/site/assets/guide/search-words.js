// Which parts of the guide hold the words that someone looks for, and what is shown of them. Touches no page.

/** @typedef {{location: string, page: string, title: string, text: string}} Part a page, or a part of one */
/** @typedef {{part: Part, title: string, all: string}} Entry a part with its words as they are compared */
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

/**
 * @param {string} query
 * @returns {string[]} how words begin that are looked for, each with a space before it; a plural like its singular
 */
export function wordsOf(query) {
  const words = folded(query.normalize("NFC")).split(" ").filter(Boolean);
  return [...new Set(words.map((word) => ` ${word.length > 4 ? word.replace(/e?s$/, "") : word}`))];
}

/**
 * @param {Part} part
 * @returns {Entry}
 */
export function entryOf(part) {
  const title = folded(`${part.title} ${part.page}`);
  return { part, title, all: title + folded(part.text) };
}

/**
 * The parts that hold the most of the words, the best first: rare words count more, and words in titles.
 *
 * @param {Entry[]} entries
 * @param {string[]} words
 */
export function best(entries, words) {
  const rarity = new Map(
    words.map((word) => [word, Math.log(1 + entries.length / (1 + entries.filter(({ all }) => all.includes(word)).length))]),
  );
  const rated = entries.map((entry) => {
    const held = words.filter((word) => entry.all.includes(word));
    const score = held.reduce((sum, word) => sum + (entry.title.includes(word) ? 3 : 1) * (rarity.get(word) ?? 0), 0);
    return { part: entry.part, held: held.length, score };
  });
  const most = Math.max(1, ...rated.map(({ held }) => held));
  return rated
    .filter(({ held }) => held === most)
    .sort((one, other) => other.score - one.score)
    .map(({ part }) => part);
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
