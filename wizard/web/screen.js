/**
 * The screen that is shown: puts it into the page, and reads its form. The one place that turns text into markup. It
 * keeps no answer, and asks nobody anything. What stands around the screen is frame.js.
 */

import { choiceIn, dateFields } from "./form.js";
import { fillOwn, openApart } from "./own.js";
import { nameOf } from "./static_interview.js";

/** @param {string} id */
export const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} selector */
export const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const interview = part("interview");
/** The first screen of the interview, also while it is not in the page. */
export const first = /** @type {HTMLElement} */ (interview.firstElementChild);

/** What it is given comes from Python's autoescaping templates: from Python itself, or as they made it for the site. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("wizard", {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => url,
});

/** @param {string} url of the worker */
export const trustedScriptURL = (url) => (policy ? policy.createScriptURL(url) : url);

/** A screen that was drawn before it is asked for. @type {{html: string, screen: HTMLElement} | undefined} */
let ahead;

/** @param {string} html of what stands in a screen that may come next */
export function drawAhead(html) {
  ahead = { html, screen: drawn(html) };
}

/** @param {string} html of what stands in a screen */
export function fromPython(html) {
  const screen = ahead?.html === html ? ahead.screen : drawn(html);
  ahead = undefined;
  return screen;
}

/** @param {string} html */
function drawn(html) {
  const screen = holding("section", html);
  screen.className = "screen";
  fillOwn(screen);
  return screen;
}

/** @param {string} markup of a whole screen of the static interview, which holds the group's words already */
export function fromPage(markup) {
  const screen = /** @type {HTMLElement} */ (holding("div", markup).firstElementChild);
  openApart(screen);
  return screen;
}

/** A new element that holds *markup*. @param {string} name @param {string} markup */
function holding(name, markup) {
  const element = document.createElement(name);
  element.innerHTML = policy ? policy.createHTML(markup) : markup;
  return element;
}

/** @param {HTMLElement} screen */
export const isShown = (screen) => interview.firstElementChild === screen;

/** Empties the fields of the page, and of the first screen wherever it is. */
export function emptyForms() {
  for (const form of [...document.forms, ...first.querySelectorAll("form")]) form.reset();
  for (const box of interview.querySelectorAll("input")) if (!box.form) box.checked = false; // what somebody has at hand
}

/** Puts *screen* there at once, to be seen alone until there is an answer: what is chosen in it would be lost. */
export function hold(/** @type {HTMLElement} */ screen) {
  ahead = undefined;
  aside.remove();
  interview.replaceChildren(screen);
  interview.inert = true;
}

/** Whether the screen that is shown asks nothing: a result, or papers. */
export const asksNothing = () => !interview.querySelector("form");

/** What is chosen and typed on the screen that is shown, where that is a question. */
export const choice = () => choiceIn(interview.querySelector("form"));

/**
 * Puts a screen into the page in place of the one that is there.
 *
 * @param {HTMLElement} screen
 * @param {object} how
 * @param {import("./session.js").Session} how.session
 * @param {boolean} how.byPython whether Python is here
 * @param {string} how.language in which the screen is written
 * @param {boolean} how.begun whether there is a screen to go back to
 * @param {string} how.next what the need is called whose result comes next
 * @param {boolean} how.error
 */
export function show(screen, { session, byPython, language, begun, next, error }) {
  screen.classList.toggle("python", byPython);
  screen.lang = language;
  if (!isShown(screen) || interview.childElementCount !== 1) {
    keepFocused();
    interview.replaceChildren(screen);
  }
  interview.inert = false;
  const { question, interlude } = nameOf(screen);
  describe(screen);
  if (question) restore(screen, question, session);
  showProblems(screen, error);
  for (const name of ["[data-back]", "[data-restart]", "[data-print]"]) find(name).hidden = !begun;
  offerNextNeed(question || interlude ? "" : next);
}

/** For how long what had the focus stays: on a slow device a screen reader asks for it late. */
const FOCUS_STAYS_MS = 2000;
/** What leads on from a screen, by a press or by Enter. */
const PRESSED = "button, a, input, select, textarea";
/** What such an element needs to stay what it is, and to be remembered by nobody. */
const KEPT = ["tabindex", "type", "autocomplete", "spellcheck", "writingsuggestions"];
const aside = document.createElement("div");
aside.className = "visually-hidden";
aside.dataset.aside = "";
let asideEnds = 0;

/**
 * Lets what has the focus outlive its screen, unseen and empty, where a browser can move it without taking the focus from
 * it. A screen reader in Chromium that finds it gone, or the caret moved, is silent about what has the focus next.
 */
function keepFocused() {
  const focused = /** @type {HTMLInputElement} */ (document.activeElement);
  if (!interview.contains(focused) || !focused.matches(PRESSED) || !("moveBefore" in aside)) return;
  const name = focused.labels?.[0]?.textContent ?? focused.textContent ?? "";
  clearTimeout(asideEnds);
  getSelection()?.removeAllRanges();
  focused.before(focused.cloneNode(true)); // the screen stays whole: some are shown again
  aside.replaceChildren();
  part("main").append(aside);
  /** @type {any} */ (aside).moveBefore(focused, null);
  focused.tabIndex = -1;
  for (const element of aside.querySelectorAll("*")) {
    for (const its of element.getAttributeNames()) if (!KEPT.includes(its)) element.removeAttribute(its);
  }
  focused.setAttribute("aria-label", name);
  if (focused.value) focused.value = "";
  asideEnds = window.setTimeout(() => aside.remove(), FOCUS_STAYS_MS);
}

/**
 * Takes the person to a screen, once all is in its place: the browser then has to lay the page out only once.
 *
 * @param {HTMLElement} screen
 * @param {boolean} error
 * @param {string} at the part that was asked for, where it is not the top
 */
export function turnTo(screen, error, at) {
  // Where a place stands twice, beside the line and beside an office, the office turns on it.
  const wanted = at ? [...screen.querySelectorAll(`[data-focus=${at}]`)].pop() : null;
  window.scrollTo(0, 0);
  wanted?.scrollIntoView();
  giveFocus(/** @type {HTMLElement | null} */ (wanted ?? screen.querySelector(error ? ".problem, [aria-invalid]" : "h1")));
}

/** In Firefox a tenth of a second later: a screen reader there is silent about what is so new that it was not laid out yet. */
function giveFocus(/** @type {HTMLElement | null | undefined} */ element) {
  if (!("mozInnerScreenX" in window)) return element?.focus();
  const had = document.activeElement;
  element?.scrollIntoView({ block: "nearest" }); // at once: nothing moves any more when the focus comes, under no finger
  const isFree = () => document.activeElement === had || !interview.contains(document.activeElement);
  requestAnimationFrame(() => setTimeout(() => isFree() && element?.focus({ preventScroll: true }), 100));
}

/** Takes the person down to a card, or to what a card says of one need. @param {string} name */
export function goTo(name) {
  const part = interview.querySelector(`[data-channel=${name}], [data-need=${name}]`);
  const there = /** @type {HTMLElement | null | undefined} */ (part?.querySelector("h2, h3") ?? part?.closest(".card")?.querySelector("h2"));
  if (there) there.tabIndex = -1;
  there?.focus();
  there?.scrollIntoView();
}

/**
 * Ties question, hint and error to the fields, and to what is wrong its words: a screen reader says them once it is there.
 * By ids that are unique because one screen is in the page at a time.
 */
function describe(/** @type {HTMLElement} */ screen) {
  const group = screen.querySelector("form > .asked");
  group?.setAttribute("role", "group"); // here and not in the HTML, where it would have no name yet
  tie(group, "labelledby", group ? [...screen.querySelectorAll("h1")] : [], "asked");
  tie(group, "describedby", group ? [...group.querySelectorAll(":scope > .hint, :scope > .field-error")] : [], "about");
  const problem = screen.querySelector(".problem");
  tie(problem, "labelledby", problem ? [...problem.querySelectorAll("h2, a")] : [], "problem");
}

/** @param {Element | null} element @param {string} how @param {Element[]} texts @param {string} name of their ids */
function tie(element, how, texts, name) {
  texts.forEach((text, index) => (text.id = `${name}-${index}`));
  element?.setAttribute(`aria-${how}`, texts.map((text) => text.id).join(" "));
}

/**
 * Shows again what was answered before.
 *
 * @param {HTMLElement} screen
 * @param {string} question
 * @param {import("./session.js").Session} session
 */
function restore(screen, question, session) {
  const { known } = session;
  const left = session.left(question, nameOf(screen).group);
  const typed = left?.typed ?? session.typed;
  const fields = [...dateFields(screen)];
  const dated = fields.some((field) => typed[field.dataset.part ?? ""]);
  const sent = question === "needs" ? known.needs : dated ? [typed.option] : (known.answers[question] ?? "").split(" ");
  const chosen = left?.chosen ?? sent;
  if (!dated && !chosen.some(Boolean)) return; // what was ticked before this script came stays ticked
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (screen.querySelectorAll("[name=answer]"))) {
    input.checked = chosen.includes(input.value);
  }
  for (const field of fields) field.value = typed[field.dataset.part ?? ""] ?? "";
}

/** @param {HTMLElement} screen @param {boolean} shown */
function showProblems(screen, shown) {
  for (const problem of screen.querySelectorAll(".problem, .field-error")) {
    /** @type {HTMLElement} */ (problem).hidden = !shown;
  }
}

/** @param {string} need whose result can be shown next; empty for none */
function offerNextNeed(need) {
  const offer = find("[data-say=next_need]");
  offer.hidden = !need;
  /** @type {HTMLElement} */ (offer.querySelector("span")).textContent = need;
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
