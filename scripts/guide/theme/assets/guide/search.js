// The search of the reading pages. It runs here: the list of all texts comes once, when the search is first opened, from
// the copy's own server, and what is typed is sent nowhere and kept nowhere.

import { counted } from "./counting.js";
import { best, excerpt, indexOf, wordsOf } from "./search-words.js";

const MOST = 15; // results
const LIBRARY = "./minisearch.js"; // the npm package of that name, which the build puts beside this file

const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-search]"));
const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));

/** @type {Promise<ReturnType<typeof indexOf>> | undefined} */
let loaded;

async function load() {
  const [{ default: MiniSearch }, response] = await Promise.all([import(LIBRARY), fetch(dialog.dataset.index ?? "")]);
  if (!response.ok) throw new Error(String(response.status));
  const parts = /** @type {import("./search-words.js").Part[]} */ (await response.json());
  return indexOf(MiniSearch, parts);
}

/** Loads the texts, once; after a failure the next letter tries again. */
function entries() {
  loaded ??= load();
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

/**
 * @param {import("./search-words.js").Part} part
 * @param {string[]} words
 */
function item(part, words) {
  const title = document.createElement("strong");
  title.textContent = part.title;
  const about = document.createElement("span");
  if (part.page !== part.title) about.append(`${part.page}: `);
  for (const { text, found } of excerpt(part.text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text;
    about.append(found ? mark : text);
  }
  const link = document.createElement("a");
  link.href = `${dialog.dataset.root}${part.location}`;
  link.append(title, about);
  const result = document.createElement("li");
  result.append(link);
  return result;
}

async function show() {
  const query = input.value;
  const words = wordsOf(query);
  const { none = "", loading = "", failed = "" } = dialog.dataset;
  if (words.length === 0) return clear();
  if (list.childElementCount === 0) status.textContent = loading;
  try {
    const found = best(await entries(), query);
    if (query !== input.value) return; // more was typed meanwhile
    list.replaceChildren(...found.slice(0, MOST).map((part) => item(part, words)));
    status.textContent = found.length === 0 ? none : counted(dialog.dataset, found.length, document.documentElement.lang);
  } catch {
    list.replaceChildren();
    status.textContent = failed;
  }
}

function clear() {
  status.textContent = "";
  list.replaceChildren();
}

function forget() {
  input.value = "";
  clear();
  dialog.close();
}

document.querySelector("[data-search-open]")?.addEventListener("click", () => {
  dialog.showModal();
  void entries();
});
document.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
dialog.addEventListener("close", forget);
dialog.addEventListener("click", (event) => {
  // A click beside the dialog is one on its backdrop; a link may lead to a part of this same page.
  if (event.target === dialog || (event.target instanceof Element && event.target.closest("a"))) dialog.close();
});
input.addEventListener("input", show);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  list.querySelector("a")?.focus();
});
addEventListener("pagehide", forget);
