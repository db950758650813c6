/**
 * Brings the rest of the static interview: the page that carries all of it, as text, cut into its screens. Nothing of it
 * is parsed here, and nothing comes into the document; a screen is made of its text when somebody goes there.
 */

import { RuntimeFailure, Watchdog } from "./failures.js";
import { fetchPacked } from "./packed.js";

/**
 * That page, as scripts/guide/wizard_page.py names it.
 *
 * @typedef {object} Whole
 * @property {string | URL} url
 * @property {string} edition of the interview that belongs to this page
 * @property {number} screens how many it has
 */

/** How each screen begins, and what comes after the last. */
const SCREEN = '<section id="n';
const END = '<section class="start">';

/**
 * Rejects with a RuntimeFailure where the page does not come, or is not the one that belongs to this one.
 *
 * @param {Whole} whole
 * @param {{signals: AbortSignal[], stallSeconds?: number}} options what gives up, the longest wait for one more byte
 * @returns {Promise<Map<string, string>>} the markup of each screen by its id, in their order
 */
export async function bringInterview(whole, { signals, stallSeconds = 8 }) {
  const quiet = new AbortController();
  const giveUp = () => quiet.abort();
  const watchdog = new Watchdog(stallSeconds, giveUp);
  for (const signal of signals) signal.addEventListener("abort", giveUp);
  try {
    return cut(await textOf(whole.url, quiet.signal, () => watchdog.reset()), whole);
  } catch (error) {
    throw error instanceof RuntimeFailure ? error : new RuntimeFailure("offline", String(error));
  } finally {
    watchdog.stop();
    for (const signal of signals) signal.removeEventListener("abort", giveUp);
  }
}

/**
 * @param {string | URL} url
 * @param {AbortSignal} signal
 * @param {() => void} received
 */
async function textOf(url, signal, received) {
  // It is small and waited for: before the megabytes of Python, where a browser knows how.
  const options = /** @type {RequestInit} */ ({ credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", priority: "high", signal });
  const response = await fetchPacked(new URL(url), options);
  if (!response.ok) throw new RuntimeFailure("corrupt", `${url} answers ${response.status}`);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk?.value) return text + decoder.decode();
    received();
    text += decoder.decode(chunk.value, { stream: true });
  }
}

/**
 * @param {string} text of the page
 * @param {Whole} whole
 */
function cut(text, { edition, screens }) {
  const [interview = "", after] = text.split(END);
  const [head = "", ...sections] = interview.split(SCREEN);
  if (!head.includes(`data-edition="${edition}"`)) throw new RuntimeFailure("corrupt", "the interview is of another edition");
  if (after === undefined || sections.length !== screens) throw new RuntimeFailure("corrupt", `${sections.length} screens of ${screens}`);
  return new Map(sections.map((rest) => [`n${rest.slice(0, rest.indexOf('"'))}`, SCREEN + rest]));
}
