// Shortens a list of offices to the state, county or city that is typed. Without this script the whole list is there.
//
// What is typed is kept nowhere and sent nowhere. All words are the page's own: [data-words] is what can be found,
// with other names for it in data-also, and the status line has its texts in data-all, -none, and by number (counting.js) of
// what the box names in data-counts.

import { counted } from "./counting.js";
import { folded } from "./folding.js";

const FOUND = "office-found";

/**
 * @param {string} text
 * @returns {string} without what people write differently, and with a space before every word
 */
function wordsIn(text) {
  const bare = folded(text)
    .replace(/^\s*condado\s+de\s+|\s+county\s*$/, "")
    .replace(/\./g, "")
    .replace(/\bft\b/g, "fort")
    .replace(/\bsaint\b/g, "st");
  return ` ${bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()}`;
}

/**
 * @param {Element} element
 * @param {string} wanted
 */
function names(element, wanted) {
  const all = [element.textContent ?? "", ...(element.getAttribute("data-also") ?? "").split("|")];
  return all.some((name) => wordsIn(name).includes(wanted));
}

/**
 * @param {Element} place
 * @returns {{own: Element[], parts: {part: HTMLElement, words: Element[]}[]}} words of the place itself, and of its parts
 */
function wordsOf(place) {
  const parts = [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-part]"))];
  const own = [...place.querySelectorAll("[data-words]")].filter((word) => !word.closest("[data-part]"));
  return { own, parts: parts.map((part) => ({ part, words: [...part.querySelectorAll("[data-words]")] })) };
}

/**
 * Shows of a state what was asked for: all of it by its own name, else only the parts that hold the name, or one word of
 * it and the state the others ("Florence, AZ").
 *
 * @param {HTMLElement} place
 * @param {string} wanted
 */
function narrow(place, wanted) {
  const { own, parts } = wordsOf(place);
  const each = wanted.trim().split(" ").map((word) => ` ${word}`);
  const whole = each.every((one) => own.some((word) => names(word, one)));
  for (const { part, words } of parts) {
    const holding = words.filter((word) => each.some((one) => names(word, one)));
    const all = each.every((one) => [...words, ...own].some((word) => names(word, one)));
    const hits = whole || !all ? [] : holding;
    for (const word of words) word.classList.toggle(FOUND, hits.includes(word));
    part.hidden = !whole && hits.length === 0;
  }
  place.hidden = !whole && parts.every(({ part }) => part.hidden);
}

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-office-filter]"));
const list = document.querySelector("[data-office-list]");
/** The states as links, between the field and the list: who types has no use for them. */
const ways = /** @type {HTMLElement | null} */ (document.querySelector("[data-office-states]"));
const input = box?.querySelector("input");
const status = /** @type {HTMLElement | null | undefined} */ (box?.querySelector("[role=status]"));

function show() {
  if (!box || !input || !status || !list) return;
  const places = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-place]"))];
  for (const place of places) narrow(place, wordsIn(input.value));
  const none = wordsIn(input.value).trim() === "";
  if (ways) ways.hidden = !none;
  const counts = box.dataset.counts ?? "";
  const count = [...list.querySelectorAll(counts)].filter((one) => !one.closest("[hidden]")).length;
  const some = counted(status.dataset, count, document.documentElement.lang);
  status.textContent = (none ? status.dataset.all : count === 0 ? status.dataset.none : some) ?? "";
}

/** The element that the address names. A fragment that is cut in the middle of a letter names none. */
function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** A link to a state that is hidden shows the whole list again, so that no link leads nowhere. */
function reveal() {
  const target = named();
  if (!input || !target?.closest("[hidden]")) return;
  input.value = "";
  show();
  target.scrollIntoView();
}

if (box) box.hidden = false;
input?.addEventListener("input", show);
addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("a[href^='#']")) setTimeout(reveal);
});
// A page that comes back from the browser's cache does not show what someone typed.
addEventListener("pagehide", () => {
  if (input) input.value = "";
});
addEventListener("pageshow", show);
// On paper stands the whole list, whatever was typed: nobody sees there what is left out.
addEventListener("beforeprint", () => {
  for (const part of list?.querySelectorAll("[data-place], [data-part]") ?? []) /** @type {HTMLElement} */ (part).hidden = false;
});
addEventListener("afterprint", show);
