// What is shown of a part of the guide that was found: some of its text, with the words that were looked for. Touches no page.

import { cut } from "./search-words.js";

/** @typedef {{text: string, found: boolean}} Piece some text, and whether it was looked for */

const BEFORE = 60; // characters of text before the first word found
const AFTER = 140;

/**
 * @param {string} text
 * @param {Set<string>} words as they are compared
 * @returns {Piece[]} some of the text, around the first word that was looked for
 */
export function excerpt(text, words) {
  const hits = [...cut(text)].filter(({ word }) => words.has(word));
  const first = hits[0]?.start ?? text.length;
  const start = hits.length === 0 || first < BEFORE ? 0 : beginning(text, first);
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

/** @param {string} text @param {number} first @returns {number} of the sentence that holds what was found, if it is near */
function beginning(text, first) {
  const near = Math.max(0, first - 2 * BEFORE);
  const ended = [...text.slice(near, first).matchAll(/[.?!:]["”»)]? /g)].pop();
  return ended?.index === undefined ? afterSpace(text, first - BEFORE, first) : near + ended.index + ended[0].length;
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
