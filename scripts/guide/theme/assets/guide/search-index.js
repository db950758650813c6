// Which parts of the guide hold the words that someone looks for, the best first. Touches no page.

import { asked, split } from "./search-words.js";

/**
 * A page, or a part of one. *asked* are other words for what stands there, and *weight* below 1 is a page for few.
 * @typedef {{location: string, page: string, title: string, text: string, asked?: string, weight?: number}} Part
 */
/** @typedef {{parts: Part[], stop_words: string[], synonyms: string[][]}} Texts what the build wrote of a language */
/** @typedef {{part: Part, words: Set<string>}} Found a part, and the words in it that were looked for */
/** @typedef {import("./search-words.js").Sought} Sought */

// What a word counts for where it stands. What is *like* a word of the title or the text is a synonym of it.
const COUNTS = { title: 4, asked: 5, like_title: 2.5, page: 1, text: 1, like_text: 0.4 };
const LONG_OR_SHORT = { k: 1.2, b: 0.4, d: 0.5 }; // a word in a long part counts nearly as much as in a short one
const OF_TITLE = new Set(["title", "like_title"]);
const OF_TEXT = new Set(["text", "like_text"]);

/**
 * @param {typeof import("minisearch").default} MiniSearch
 * @param {Texts} texts
 */
export function indexOf(MiniSearch, { parts, stop_words: stopWords, synonyms }) {
  const { others, written } = tables(synonyms);
  const byLocation = new Map(parts.map((part) => [part.location, part]));
  /** @type {InstanceType<typeof MiniSearch<Part>>} */
  const index = new MiniSearch({
    idField: "location",
    fields: Object.keys(COUNTS),
    extractField: (part, field) => {
      if (OF_TITLE.has(field)) return part.title;
      return OF_TEXT.has(field) ? part.text : part[/** @type {keyof Part} */ (field)];
    },
    tokenize: (text, field) => (field?.startsWith("like_") ? split(text).flatMap((word) => others.get(word) ?? []) : split(text)),
    processTerm: (word) => word,
    searchOptions: {
      tokenize: (word) => [word],
      boost: COUNTS,
      bm25: LONG_OR_SHORT,
      boostDocument: (location) => byLocation.get(location)?.weight ?? 1,
    },
  });
  index.addAll(parts);
  return { index, parts: byLocation, stop: new Set(stopWords.flatMap(split)), written };
}

/**
 * Synonyms by the word of the pages, and words of the pages by their synonyms.
 *
 * @param {string[][]} synonyms rows: a word of the pages, then what people write for it
 */
function tables(synonyms) {
  /** @type {Map<string, string[]>} */
  const others = new Map();
  /** @type {Map<string, string[]>} */
  const written = new Map();
  for (const [head = "", ...row] of synonyms) {
    const like = row.flatMap(split);
    for (const word of split(head)) {
      others.set(word, [...(others.get(word) ?? []), ...like]);
      for (const synonym of like) written.set(synonym, [...(written.get(synonym) ?? []), word]);
    }
  }
  return { others, written };
}

/**
 * The parts that hold as many of the words as the best one does, the best first.
 *
 * @param {ReturnType<typeof indexOf>} all
 * @param {string} query
 * @returns {Found[]}
 */
export function best({ index, parts, stop, written }, query) {
  const sought = telling(asked(query), stop);
  const known = (/** @type {string} */ word) => index.search(word, { prefix: true }).length > 0;
  const found = index.search({ combineWith: "OR", queries: sought.map((one) => asQuery(one, known)) });
  const most = held(sought, found[0]?.queryTerms ?? []);
  return found
    .filter(({ queryTerms }) => held(sought, queryTerms) >= most)
    .flatMap(({ id, terms }) => {
      const part = parts.get(id);
      return part ? [{ part, words: new Set(terms.flatMap((term) => [term, ...(written.get(term) ?? [])])) }] : [];
    });
}

/**
 * The words that tell something of what is looked for; where none does, all of them.
 *
 * @param {Sought[]} every
 * @param {Set<string>} stop
 */
function telling(every, stop) {
  const left = every.map(({ word, pieces }) => ({ word, pieces: pieces.filter((piece) => !stop.has(piece)), whole: pieces.length === 0 }));
  const found = left.filter(({ word, pieces, whole }) => (whole ? !stop.has(word) : pieces.length > 0));
  return found.length > 0 ? found : every;
}

/**
 * A word, also as the beginning of a longer one; a joined one that is nowhere, in its pieces; and any other that is nowhere,
 * as it may be meant.
 *
 * @param {Sought} sought
 * @param {(word: string) => boolean} known
 * @returns {import("minisearch").Query}
 */
function asQuery({ word, pieces }, known) {
  const isKnown = known(word);
  if (pieces.length > 0 && !isKnown) {
    return { combineWith: "AND", queries: pieces.map((piece) => asQuery({ word: piece, pieces: [] }, known)) };
  }
  const fuzzy = isKnown || word.length < 4 ? false : Math.min(2, Math.max(1, Math.round(word.length * 0.3)));
  return { queries: [word], prefix: true, fuzzy };
}

/** @param {Sought[]} sought @param {string[]} terms @returns {number} how many of the words are among *terms* */
const held = (sought, terms) =>
  sought.filter(({ word, pieces }) => terms.includes(word) || (pieces.length > 0 && pieces.every((piece) => terms.includes(piece)))).length;
