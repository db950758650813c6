// What a row of the box opens: the offices of the place, as the list on the page has them, and what is told of a center.

import { targetOf } from "./place-groups.js";

/**
 * @typedef {import("./place-groups.js").Hit} Hit
 * @typedef {import("./place-groups.js").Told} Told
 * @typedef {import("./place-groups.js").Center} Center
 */

/** @param {string} text @param {string} [look] */
function line(text, look = "") {
  const made = document.createElement("p");
  made.textContent = text;
  made.className = look;
  return made;
}

/** @param {string} href @param {string} text @param {string} [look] */
function link(href, text, look = "") {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  made.className = look;
  return made;
}

/** @param {Hit} hit @param {Told} told @returns {HTMLElement} */
export function cardOf(hit, told) {
  const card = document.createElement("div");
  card.className = "place-card";
  if (hit.kind === "court") {
    const page = document.querySelector("a[href*='opla-offices']")?.getAttribute("href") ?? "";
    card.append(link(`${page}#${hit.state}`, (told.texts.place_court ?? "").replace("{state}", hit.stateName)));
    return card;
  }
  const center = hit.kind === "center" ? told.centers[hit.id] : undefined;
  if (center) card.append(...ofCenter(center, told));
  else card.append(...ofPlace(hit, told));
  return card;
}

/** @param {Hit} hit @param {Told} told @returns {(Node | string)[]} */
function ofPlace(hit, told) {
  const target = targetOf(hit);
  if (!target) return [line(told.texts.place_decides ?? ""), link(`#${hit.state}`, hit.stateName || hit.label)];
  const shown = [...target.children].filter((part) => !part.matches("h3, h4, .office-counties, .office-note"));
  const name = target.matches("[data-part]") ? [named(target)] : [];
  const note = hit.kind === "room" ? [line(told.texts.place_room ?? "")] : [];
  return [...note, ...name, ...shown.map((part) => part.cloneNode(true)), line(told.texts.place_elsewhere ?? "", "office-note")];
}

/** @param {Center} center @param {Told} told @returns {(Node | string)[]} */
function ofCenter({ office, mark, conflict, numbers, none, day }, told) {
  const where = line(`${day} `);
  where.append(link(told.locator.href, told.locator.name));
  const calls = numbers.map(({ about, number, href, mark: note }) => {
    const call = line(`${about}: `);
    call.append(link(href, number, "guide-number"), note && ` ${note}`);
    return call;
  });
  const heading = line(`${told.texts.center_office} ${mark}`);
  const both = conflict ? [line(conflict, "office-conflict")] : [];
  return [where, ...(none ? [line(none)] : []), ...calls, heading, ...cardsOf(office), ...both];
}

/** @param {Element} part of a state @returns {HTMLElement} the name of its office */
function named(part) {
  return line(part.querySelector("h4")?.textContent ?? "", "office-name");
}

/** @param {string} office @returns {(Node | string)[]} its card, and before it its name where the card has none */
function cardsOf(office) {
  const cards = [...document.querySelectorAll(`[data-office-list] [data-office="${office}"]`)];
  const card = cards.find((some) => some.querySelector(".office-name")) ?? cards[0];
  const part = card?.querySelector(".office-name") ? undefined : card?.closest("[data-part]");
  return card ? [...(part ? [named(part)] : []), card.cloneNode(true)] : [];
}
