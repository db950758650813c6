// The box that takes a center, a city, a county, a state, a ZIP code or a court, and shows beneath it what fits, each with
// its state. Without this script the map and the list of states are there.
//
// What is typed is kept nowhere and sent nowhere: the names come once, from the copy's own server, when the box is first
// entered. Which office answers for a place is read from the list on the page.

import { counted } from "./counting.js";
import { cardOf } from "./place-card.js";
import { groupsOf } from "./place-groups.js";
import { indexOf } from "./place-index.js";
import { find } from "./place-search.js";

/**
 * @typedef {import("./place-groups.js").Hit} Hit
 * @typedef {import("./place-groups.js").Told} Told
 * @typedef {{names: import("./place-index.js").Names, index: import("./place-index.js").Index, told: Told}} Loaded
 */

const MOST = 6; // rows that are shown at once
const MOST_APART = 3; // states of one name that have rows of their own

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-place-box]"));
const input = box?.querySelector("input");
const status = /** @type {HTMLElement | null | undefined} */ (box?.querySelector("[role=status]"));
const list = box?.querySelector("ul");
const more = /** @type {HTMLElement | null | undefined} */ (box?.querySelector(".place-more"));

/** @type {Promise<Loaded> | undefined} */
let loading;

/** @param {string} address @returns {Promise<any>} */
async function file(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** Loads the names, once; after a failure the next letter tries again. */
function load() {
  const folder = new URL("../../places/", import.meta.url).href;
  const files = () => Promise.all([file(`${folder}names.json`), file(`${folder}${document.documentElement.lang}.json`)]);
  if (!loading) loading = files().then(([names, told]) => ({ names, index: indexOf(names), told }));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Puts *items* there in place of what stands in *holder*. @param {Element} holder @param {(Node | string)[]} items */
function fill(holder, items) {
  holder.textContent = "";
  holder.append(...items);
}

/** @param {string} text */
function say(text) {
  if (status) status.textContent = text;
}

/** @param {Loaded} loaded @param {Hit} hit @param {boolean} open */
function row({ told }, hit, open) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const name = document.createElement("strong");
  name.textContent = hit.label;
  summary.append(name, ...(hit.stateName ? [told.between, hit.stateName] : []));
  details.append(summary);
  // What is inside is made when it is first opened: six cards at once would be slow on an old phone.
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(cardOf(hit, told));
  });
  details.open = open;
  const item = document.createElement("li");
  item.append(details);
  return item;
}

/** @param {Loaded} loaded @param {Hit[]} hits of one name, in many states */
function choice(loaded, hits) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = hits[0]?.label ?? "";
  const states = document.createElement("span");
  states.className = "place-states";
  for (const hit of hits) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = hit.stateName;
    button.addEventListener("click", () => {
      const chosen = row(loaded, hit, true);
      fill(item, [...chosen.childNodes]);
      item.querySelector("summary")?.focus();
    });
    states.append(button);
  }
  item.append(name, ` ${loaded.told.texts.place_which}`, states);
  return item;
}

/** @param {Loaded} loaded @param {Hit[][]} groups */
function draw(loaded, groups) {
  const all = groups.flat();
  const apart = (/** @type {Hit[]} */ group) => all.length <= MOST || group.length <= MOST_APART;
  const items = groups.flatMap((group) =>
    apart(group) ? group.map((hit) => row(loaded, hit, all.length === 1 && !hit.isGuess)) : [choice(loaded, group)],
  );
  if (list) fill(list, items.slice(0, MOST));
  if (more) more.hidden = items.length <= MOST;
  const { none = "" } = status?.dataset ?? {};
  say(all.length === 0 ? none : counted({ ...status?.dataset }, all.length, document.documentElement.lang));
}

async function show() {
  const typed = input?.value ?? "";
  const { start = "", loading: wait = "", failed = "" } = status?.dataset ?? {};
  if (typed.trim() === "") {
    if (list) fill(list, []);
    if (more) more.hidden = true;
    return say(start);
  }
  if (!list?.childElementCount) say(wait);
  try {
    const loaded = await load();
    if (typed === input?.value) draw(loaded, groupsOf(typed, find(typed, loaded.index), loaded.names, loaded.told, loaded.index));
  } catch {
    say(failed);
  }
}

/** Puts the field at the top of what is seen, so that what is found stands above the keyboard of a phone. */
function lift() {
  const seen = window.visualViewport?.height ?? innerHeight;
  if (input && input.getBoundingClientRect().top > seen / 4) input.scrollIntoView({ block: "start" });
}

if (box) box.hidden = false;
input?.addEventListener("focus", () => load().catch(() => undefined));
input?.addEventListener("input", () => {
  lift();
  show();
});
// A page that comes back from the browser's cache does not show what someone typed.
addEventListener("pagehide", () => {
  if (input) input.value = "";
});
addEventListener("pageshow", show);
