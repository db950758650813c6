// Which parts of the guide hold the words that someone looks for, the best first. Touches no page.

import { asked, split } from "./search-words.js";

/**
 * A page, or a part of one. *asked* are other words for what stands there, *sentences* are questions that are answered there,
 * and *weight* below 1 is a page for few.
 * @typedef {{location: string, page: string, title: string, text: string, asked?: string, sentences?: string[], weight?: number}} Part
 */
/** @typedef {{id: number, location: string, words: string, length: number}} Phrase */
/** @typedef {{parts: Part[], stop_words: string[], synonyms: string[][]}} Texts what the build wrote of a language */
/** @typedef {{part: Part, words: Set<string>}} Found a part, and the words in it that were looked for */
/** @typedef {import("./search-words.js").Sought} Sought */

// What a word counts for where it stands. What is *like* a word of the title or the text is a synonym of it.
const COUNTS = { title: 4, asked: 5, like_title: 2.5, page: 1, text: 1, like_text: 0.4 };
const LONG_OR_SHORT = { k: 1.2, b: 0.4, d: 0.5 }; // a word in a long part counts nearly as much as in a short one
// The same of a phrase by which people ask. *row* is another word of the same row of synonyms.
const OF_PHRASE = { words: 1, row: 0.4 };
const SHORT_PHRASES = { k: 1.2, b: 0.1, d: 0 };
// The more words a query has, the more it is a sentence, and the more it counts that the whole of it is like a phrase.
const SENTENCE = { times: 16, begins: 3, ends: 9, short_word: 0.5, said: 0.7 };
const NEAR_THE_BEST = 0.1; // what is found by a phrase alone: of the best one's score
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
  return { index, phrases: phrasesOf(MiniSearch, parts, written), parts: byLocation, stop: new Set(stopWords.flatMap(split)), written };
}

/**
 * How people ask, each phrase by itself, and each title: a whole question is like one of them, and not like all that is
 * asked of a place. Short words count here too.
 *
 * @param {typeof import("minisearch").default} MiniSearch
 * @param {Part[]} parts
 * @param {Map<string, string[]>} written
 */
function phrasesOf(MiniSearch, parts, written) {
  /** @type {InstanceType<typeof MiniSearch<Phrase>>} */
  const index = new MiniSearch({
    fields: Object.keys(OF_PHRASE),
    storeFields: ["location", "length"],
    extractField: (phrase, field) => (field === "row" ? phrase.words : phrase[/** @type {keyof Phrase} */ (field)]),
    tokenize: (text, field) => (field === "row" ? [...new Set(split(text).flatMap((word) => rowOf(word, written)))] : split(text)),
    processTerm: (word) => word,
    searchOptions: { tokenize: (word) => [word], boost: OF_PHRASE, bm25: SHORT_PHRASES },
  });
  const phrases = parts.flatMap(({ location, title, asked, sentences = [] }) =>
    [title, ...(asked?.split(", ") ?? []), ...sentences].map((words) => ({ location, words, length: new Set(split(words)).size })),
  );
  index.addAll(phrases.map((phrase, id) => ({ id, ...phrase })));
  return index;
}

/** @param {string} word @param {Map<string, string[]>} written @returns {string[]} the name of its last row of synonyms */
const rowOf = (word, written) => (written.get(word) ?? []).slice(-1).map((head) => `=${head}`);

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
 * The parts that hold most of the words, or that people ask for in such a sentence, the best first.
 *
 * @param {ReturnType<typeof indexOf>} all
 * @param {string} query
 * @returns {Found[]}
 */
export function best({ index, phrases, parts, stop, written }, query) {
  const every = asked(query);
  const sought = telling(every, stop);
  const known = (/** @type {string} */ word) => index.search(word, { prefix: true }).length > 0;
  const found = index.search({ combineWith: "OR", queries: sought.map((one) => asQuery(one, known)) });
  const most = held(sought, found[0]?.queryTerms ?? []);
  const tells = (/** @type {string} */ word) => (stop.has(word) ? SENTENCE.short_word : 1);
  const like = phrases.search({ combineWith: "OR", queries: every.flatMap(({ word }) => [word, ...rowOf(word, written)]) }, { boostTerm: tells });
  const near = nearest(like, tells);
  const whole = SENTENCE.times * sentence(every.length);
  /** @type {Map<string, {score: number, terms: string[]}>} */
  const scores = new Map([...near].map(([location, score]) => [location, { score: whole * score, terms: [] }]));
  for (const { id, score, terms, queryTerms } of found) {
    if (held(sought, queryTerms) > most / 2) scores.set(id, { score: score + (scores.get(id)?.score ?? 0), terms });
  }
  const ordered = [...scores].sort(([, one], [, other]) => other.score - one.score);
  const least = (ordered[0]?.[1].score ?? 0) * NEAR_THE_BEST;
  return ordered
    .filter(([, { score, terms }]) => terms.length > 0 || score > least)
    .flatMap(([location, { terms }]) => {
      const part = parts.get(location);
      return part ? [{ part, words: new Set(terms.flatMap((term) => [term, ...(written.get(term) ?? [])])) }] : [];
    });
}

/** @param {number} words @returns {number} from 0 to 1: how much a query of so many words is a sentence */
const sentence = (words) => Math.min(1, Math.max(0, (words - SENTENCE.begins) / (SENTENCE.ends - SENTENCE.begins)));

/**
 * How near the nearest phrase of each place is: by the words found, which the library counts all alike, and by how much of
 * the phrase they are.
 *
 * @param {import("minisearch").SearchResult[]} like
 * @param {(word: string) => number} tells
 */
function nearest(like, tells) {
  /** @type {Map<string, number>} */
  const most = new Map();
  for (const { location, length, score, queryTerms } of like) {
    const telling = queryTerms.reduce((sum, term) => sum + tells(term), 0) / queryTerms.length;
    const said = Math.min(1, queryTerms.filter((term) => !term.startsWith("=")).length / length);
    most.set(location, Math.max(most.get(location) ?? 0, score * telling * said ** SENTENCE.said));
  }
  return most;
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
