// The search of the reading pages. It runs here: the list of all texts comes once, when the search is first opened, from
// the copy's own server, and what is typed is sent nowhere and kept nowhere. What finds words comes with it.

import { counted } from "./counting.js";

const MOST = 15; // results
const LIBRARY = "./minisearch.js"; // the npm package of that name, which the build puts beside this file

const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-search]"));
const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));
const waysOn = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-search-way-on]")); // where nothing is found

/** @typedef {Awaited<ReturnType<typeof load>>} Search what was loaded, and can look for words */

/** @type {Promise<Search> | undefined} */
let loaded;

async function load() {
  const [{ default: MiniSearch }, { indexOf, best }, { excerpt }, response] = await Promise.all([
    import(LIBRARY),
    import("./search-index.js"),
    import("./search-excerpt.js"),
    fetch(dialog.dataset.index ?? ""),
  ]);
  if (!response.ok) throw new Error(String(response.status));
  const all = indexOf(MiniSearch, await response.json());
  return { excerpt, best: (/** @type {string} */ query) => best(all, query) };
}

/** Loads the texts, once; after a failure the next letter tries again. */
function search() {
  if (!loaded) {
    loaded = load();
    loaded.catch(() => {
      loaded = undefined;
    });
  }
  return loaded;
}

/**
 * @param {import("./search-index.js").Found} found
 * @param {Search["excerpt"]} excerpt
 */
function item({ part, words }, excerpt) {
  const title = document.createElement("strong");
  title.textContent = part.title;
  const page = document.createElement("span");
  page.textContent = part.page === part.title ? "" : part.page;
  const about = document.createElement("span");
  for (const { text, found } of excerpt(part.text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text;
    about.append(found ? mark : text);
  }
  const link = document.createElement("a");
  link.href = `${dialog.dataset.root}${part.location}`;
  link.append(title, page, about);
  const result = document.createElement("li");
  result.dataset.searchResult = "";
  result.append(link);
  return result;
}

/** @type {NodeListOf<HTMLAnchorElement>} */
const menu = document.querySelectorAll(".guide-footer nav a");
const pages = new Set([...menu].map((link) => link.href));

/** Whether this copy has the page of a part: a group may leave out those that are for groups. */
const isInTheMenu = (/** @type {import("./search-index.js").Found} */ { part }) =>
  pages.has(new URL(`${dialog.dataset.root}${part.location.split("#")[0]}`, location.href).href);

async function show() {
  const query = input.value;
  const { none = "", loading = "", failed = "" } = dialog.dataset;
  if (!/[\p{L}\p{N}]/u.test(query)) return clear();
  if (results().length === 0) status.textContent = loading;
  try {
    const { best, excerpt } = await search();
    if (query !== input.value) return; // more was typed meanwhile
    const found = best(query).filter(isInTheMenu);
    clear();
    list.append(...found.slice(0, MOST).map((one) => item(one, excerpt)));
    for (const way of waysOn) way.hidden = found.length > 0;
    status.textContent = found.length === 0 ? none : counted(dialog.dataset, found.length, document.documentElement.lang);
  } catch {
    clear();
    status.textContent = failed;
  }
}

/** @returns {HTMLElement[]} what was found, below the first hit, which is always there */
const results = () => [...list.querySelectorAll(/** @type {"li"} */ ("[data-search-result]"))];

function clear() {
  status.textContent = "";
  for (const result of results()) result.remove();
  for (const way of waysOn) way.hidden = true;
}

function forget() {
  input.value = "";
  clear();
}

const opener = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-search-open]"));
if (opener) opener.hidden = !("showModal" in dialog); // browsers before 2022 may have no dialog
opener?.addEventListener("click", () => {
  forget(); // a busy device tells of the last closing later than of this press
  dialog.showModal();
  void search();
});
document.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => {
  if (!dialog.open) forget();
});
dialog.addEventListener("click", (event) => {
  // A click beside the dialog is one on its backdrop; a link may lead to a part of this same page.
  if (event.target === dialog || (event.target instanceof Element && event.target.closest("a"))) dialog.close();
});
input.addEventListener("input", show);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  (results()[0] ?? list).querySelector("a")?.focus();
});
addEventListener("pagehide", () => {
  forget();
  dialog.close();
});
