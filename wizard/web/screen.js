/**
 * The screen that is shown: puts it into the page, and reads its form. The one place that turns text into markup. It
 * keeps no answer, and asks nobody anything. What stands around the screen is frame.js.
 */

import { nameOf } from "./static_interview.js";

/** @typedef {import("./door.js").Request} Request */

/** @param {string} id */
export const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} selector */
export const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const interview = part("interview");
/** The screens of the static interview, also while they are not in the page. */
export const sections = /** @type {NodeListOf<HTMLElement>} */ (interview.querySelectorAll(":scope > .screen"));

/** What it is given comes from Python's autoescaping templates. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("wizard", {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => url,
});

/** @param {string} url of the worker */
export const trustedScriptURL = (url) => (policy ? policy.createScriptURL(url) : url);

/** @param {string} html */
export function fromPython(html) {
  const holder = document.createElement("section");
  holder.className = "screen";
  holder.innerHTML = policy ? policy.createHTML(html) : html;
  return holder;
}

/** @param {HTMLElement} screen */
export const isShown = (screen) => interview.firstElementChild === screen;

/** Empties the fields of every screen, in the page or not. */
export function emptyForms() {
  for (const form of document.forms) form.reset();
  for (const section of sections) {
    for (const form of section.querySelectorAll("form")) form.reset();
    for (const box of section.querySelectorAll("input")) if (!box.form) box.checked = false; // what somebody has at hand
  }
}

/** Puts *screen* there at once, to be seen alone until there is an answer: what is chosen in it would be lost. */
export function hold(/** @type {HTMLElement} */ screen) {
  interview.replaceChildren(screen);
  interview.inert = true;
}

/** Whether the screen that is shown asks nothing: a result, or papers. */
export const asksNothing = () => !interview.querySelector("form");

/* ---------------------------------------------------------------- one screen */

/**
 * Puts a screen into the page in place of the one that is there.
 *
 * @param {HTMLElement} screen
 * @param {object} how
 * @param {import("./session.js").Session} how.session
 * @param {boolean} how.byPython whether Python is here
 * @param {string} how.language in which the screen is written
 * @param {boolean} how.begun whether there is a screen to go back to
 * @param {boolean} how.error
 */
export function show(screen, { session, byPython, language, begun, error }) {
  screen.classList.toggle("python", byPython);
  screen.lang = language;
  if (!isShown(screen) || interview.childElementCount !== 1) interview.replaceChildren(screen);
  interview.inert = false;
  const { question, interlude } = nameOf(screen);
  describe(screen);
  if (question) restore(screen, question, session);
  showProblems(screen, error);
  for (const name of ["[data-back]", "[data-restart]", "[data-print]"]) find(name).hidden = !begun;
  offerNextNeed(question || interlude || byPython ? undefined : session.known.needs[1]);
}

/**
 * Takes the person to a screen, once all is in its place: the browser then has to lay the page out only once.
 *
 * @param {HTMLElement} screen
 * @param {boolean} error
 * @param {string} at the part that was asked for, where it is not the top
 */
export function turnTo(screen, error, at) {
  const wanted = at ? screen.querySelector(`[data-focus=${at}]`) : null;
  window.scrollTo(0, 0);
  wanted?.scrollIntoView();
  /** @type {HTMLElement | null} */ (wanted ?? screen.querySelector(error ? ".problem" : "h1"))?.focus();
}

/** Takes the person down to a card, or to what a card says of one need. @param {string} name */
export function goTo(name) {
  const part = interview.querySelector(`[data-channel=${name}], [data-need=${name}]`);
  const there = /** @type {HTMLElement | null | undefined} */ (part?.querySelector("h2, h3") ?? part?.closest(".card")?.querySelector("h2"));
  if (there) there.tabIndex = -1;
  there?.focus();
  there?.scrollIntoView();
}

/** Ties hint and error to the fields, with ids that are unique because one screen is in the page at a time. */
function describe(/** @type {HTMLElement} */ screen) {
  const group = screen.querySelector("fieldset");
  const texts = group ? [...group.querySelectorAll(":scope > .hint, :scope > .field-error")] : [];
  texts.forEach((text, index) => (text.id = `about-${index}`));
  group?.setAttribute("aria-describedby", texts.map((text) => text.id).join(" "));
}

/**
 * Shows again what was answered before.
 *
 * @param {HTMLElement} screen
 * @param {string} question
 * @param {import("./session.js").Session} session
 */
function restore(screen, question, { known, typed }) {
  const fields = [...dateFields(screen)];
  const dated = fields.some((field) => typed[field.dataset.part ?? ""]);
  const chosen = question === "needs" ? known.needs : dated ? [typed.option] : (known.answers[question] ?? "").split(" ");
  if (!dated && !chosen.some(Boolean)) return; // what was ticked before this script came stays ticked
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (screen.querySelectorAll("[name=answer]"))) {
    input.checked = chosen.includes(input.value);
  }
  for (const field of fields) field.value = typed[field.dataset.part ?? ""] ?? "";
}

/** @returns {NodeListOf<HTMLInputElement>} */
const dateFields = (/** @type {ParentNode} */ screen) => screen.querySelectorAll("[data-part]");

/** @param {HTMLElement} screen @param {boolean} shown */
function showProblems(screen, shown) {
  for (const problem of screen.querySelectorAll(".problem, .field-error")) {
    /** @type {HTMLElement} */ (problem).hidden = !shown;
  }
}

/** @param {string | undefined} need whose result can be shown next */
function offerNextNeed(need) {
  const offer = find("[data-say=next_need]");
  offer.hidden = need === undefined;
  if (need === undefined) return;
  const label = [...sections].map((section) => section.querySelector(`[data-question=needs] [value=${need}]`)).find(Boolean);
  /** @type {HTMLElement} */ (offer.querySelector("span")).textContent = label?.closest("label")?.textContent?.trim() ?? "";
}

/* ---------------------------------------------------------------- what stands in a form */

/**
 * What stands in the fields of a form, by name. A box that is not ticked is not there.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function fieldsOf(form) {
  const fields = /** @type {Record<string, string>} */ ({});
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields[name] = value;
  return fields;
}

/**
 * Reads the form that is shown.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} withDate whether somebody is here who can judge a day
 * @returns {Request & {typed?: Record<string, string>} | undefined} what to ask for, and a day as it was typed; nothing
 *   where nothing was answered
 */
export function requestOf(form, withDate) {
  const { question = "", interlude, kind } = form.dataset;
  if (interlude) return { do: "read", interlude };
  if ("details" in form.dataset) return { do: "packet" };
  if (kind === "fields") return { do: "answer", question, value: fieldsOf(form) };
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=answer]:checked"));
  const chosen = [...inputs].map((input) => input.value);
  const parts = withDate && kind === "date" ? [...dateFields(form)] : [];
  if (chosen.length === 0 && !parts.some((field) => field.value.trim())) return undefined;
  if (kind === "many") return { do: "answer", question, value: chosen };
  if (kind !== "date") return { do: "answer", question, value: chosen[0] ?? "" };
  const typed = { ...Object.fromEntries(parts.map((field) => [field.dataset.part, field.value])), option: chosen[0] ?? "" };
  return { do: "answer", question, value: typed, typed };
}

/** Shows the message that the screen carries for an empty answer. */
export function showProblem(/** @type {HTMLElement} */ screen) {
  showProblems(screen, true);
  /** @type {HTMLElement | null} */ (screen.querySelector(".problem"))?.focus();
}

/** The first field that can be seen, or, where fields have their own messages, the first that has one. */
export function firstField() {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (interview.querySelectorAll("input, select, textarea"));
  const seen = [...fields].filter((field) => field.offsetParent !== null);
  return seen.find((field) => field.closest(".field")?.querySelector(".field-error")) ?? seen[0];
}
