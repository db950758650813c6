// What was found as rows, each with its state: rows of one name together, so that the state can be asked.

import { isCalled, isCalledState } from "./place-search.js";

/**
 * @typedef {import("./place-index.js").Names} Names
 * @typedef {import("./place-index.js").Place} Place
 * @typedef {import("./place-search.js").Found} Found
 * @typedef {{kind: "center" | "room" | "place" | "court", id: string, label: string, state: string, stateName: string,
 *   county: string, isGuess: boolean}} Hit isGuess: its whole name was not typed
 * @typedef {{about: string, number: string, href: string, mark: string}} Call
 * @typedef {{office: string, mark: string, conflict: string, numbers: Call[], none: string, day: string}} Center
 * @typedef {{texts: Record<string, string>, between: string, locator: {name: string, href: string},
 *   centers: Record<string, Center>}} Told as scripts/guide/office_lists/place_files.py makes it
 */

const PARISHES = "LA"; // the state whose counties are called parishes

/** @param {string} state @returns {string} as the list on the page calls it */
function called(state) {
  return document.querySelector(`[data-place="${state}"] h3`)?.textContent?.trim() ?? state;
}

/**
 * @param {string} typed
 * @param {Found} found what it may mean
 * @param {Names} names
 * @param {Told} told
 * @param {import("./place-index.js").Index} index
 * @returns {Hit[][]} rows by name, in the order in which to show them
 */
export function groupsOf(typed, found, names, told, index) {
  const hit = (/** @type {Hit["kind"]} */ kind, /** @type {Partial<Hit> & {label: string}} */ rest) => {
    const state = rest.state ?? "";
    return { kind, id: "", county: "", isGuess: false, stateName: state ? called(state) : "", ...rest, state };
  };
  const county = (/** @type {Place} */ { state, name }) => {
    const isCounty = names.counties[state]?.split("|").includes(name);
    const text = isCounty ? told.texts.place_county : state === PARISHES ? told.texts.place_parish : "{county}";
    return (text ?? "").replace("{county}", name);
  };
  const zip = (/** @type {Place} */ { state, name, county: within }) =>
    within ? `${name} (${county({ state, name: within, county: within })})` : name;
  const rows = (/** @type {"centers" | "rooms" | "courts"} */ room, /** @type {Hit["kind"]} */ kind) =>
    found[room].map((id) => {
      const { state = "", county = "", names: all = [] } = names[room][id] ?? {};
      const meant = index[room].find((entry) => entry.id === id);
      return hit(kind, { id, label: all[0] ?? id, state, county, isGuess: !meant || !isCalled(typed, meant, index) });
    });
  const ofState = (/** @type {string} */ state) =>
    hit("place", { state, label: `${called(state)} (${state})`, stateName: "", isGuess: !isCalledState(typed, state, index) });
  const ofPlace = (/** @type {Place} */ place, /** @type {string} */ label) =>
    hit("place", { ...place, label, isGuess: !isCalled(typed, place, index) });
  const hits = [
    ...found.zips.map((place) => hit("place", { ...place, label: zip(place) })),
    ...found.states.map((state) => ofState(state)),
    ...rows("courts", "court"),
    ...rows("centers", "center"),
    ...rows("rooms", "room"),
    // A city first: who types "Austin" hardly means Austin County, which is of another office.
    ...found.cities.map((place) => ofPlace(place, place.name)),
    ...found.counties.map((place) => ofPlace(place, county(place))),
  ];
  return together(hits, index);
}

/** @param {Hit[]} hits @param {import("./place-index.js").Index} index @returns {Hit[][]} */
function together(hits, index) {
  /** @type {Map<string, Hit[]>} */
  const groups = new Map();
  /** @type {Set<string>} */
  const places = new Set();
  for (const hit of hits) {
    const name = index.wordsOf(hit.label).filter((word) => !index.words.generic.has(word));
    // A city in the county of its name leads to the same office: one row is enough.
    const place = `${name.join("")}|${hit.state}|${targetOf(hit)?.id ?? ""}`;
    if (hit.kind === "place" && places.has(place)) continue;
    if (hit.kind === "place") places.add(place);
    const key = hit.kind === "place" && hit.stateName ? hit.label : `${hit.kind}|${hit.id || hit.state}`;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  const { lang } = document.documentElement;
  for (const group of groups.values()) group.sort((one, other) => one.stateName.localeCompare(other.stateName, lang));
  return [...groups.values()];
}

/** @param {Hit} hit @returns {Element | null | undefined} what the list on the page says of its place */
export function targetOf({ state, county }) {
  const section = document.querySelector(`[data-place="${state}"]`);
  if (!section?.querySelector("[data-part]")) return section;
  const counties = [...section.querySelectorAll("[data-county]")];
  return counties.find((element) => element.getAttribute("data-county") === county)?.closest("[data-part]");
}
