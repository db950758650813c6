/**
 * The page: puts its parts together, and takes what a person does to the one that it is for. Answers are in session.js,
 * the way in trail.js, whoever answers behind engine.js, and what comes of a press in walk.js.
 */

import { Engine } from "./engine.js";
import * as frame from "./frame.js";
import { armQuickExit } from "./leave.js";
import { Papers, printOnly } from "./papers.js";
import { startPython } from "./runtime.js";
import * as screen from "./screen.js";
import { seal } from "./seal.js";
import { Session } from "./session.js";
import { StaticInterview } from "./static_interview.js";
import { Unsaved } from "./unsaved.js";
import { Walk } from "./walk.js";

const { part, trustedScriptURL } = screen;
// The site sets no seconds; tests are less patient than engine.js and runtime.js.
const { manifest, links, handleSeconds, stallSeconds, bootSeconds } = frame.settings;
const base = new URL(frame.settings.base, location.href);
const onProgress = frame.showProgress;
const byHand = new StaticInterview(screen.sections);
const session = new Session(frame.languageOfPage);
const papers = new Papers();
const unsaved = new Unsaved();
const leaving = new AbortController();
const left = leaving.signal;
const engine = new Engine({
  byHand,
  session,
  left,
  seconds: handleSeconds,
  start: () => startPython({ manifest, base, onProgress, signal: left, stallSeconds, bootSeconds, trustedScriptURL }),
  onGone: () => {
    frame.tellPython("python_failed");
    walk.tellPapers();
  },
});
const walk = new Walk({ session, engine, papers, first: byHand.first, left });

async function bringPython() {
  frame.tellPython("python_loading");
  try {
    const reply = await engine.bring();
    frame.tellPython("python_ready");
    walk.offer(reply);
  } catch {
    seal(); // without Python nothing more is needed from anyone either
    if (!left.aborted) frame.tellPython("python_failed");
  }
}

/** The person leaves: forgets every answer, and ends whatever is under way. */
function leave() {
  unsaved.forget(); // first: nothing may ask whether to stay
  walk.forget();
  leaving.abort();
  screen.hold(byHand.first);
}

function clear() {
  unsaved.forget();
  frame.endAsking(false);
  return walk.clearEverything();
}

/** Clears everything: at once, or asks first where something was typed that is not saved. */
const askToClear = (/** @type {HTMLElement} */ button) => (unsaved.any ? frame.askToClear(button) : clear());

/** Prints the page, or one paper of it; some browsers cannot, and the person is told what to do. */
function print(/** @type {HTMLElement} */ button) {
  const { print: paper } = button.dataset;
  if (typeof window.print !== "function") frame.tell("print_missing", button);
  else if (paper) printOnly(part(paper));
  else window.print();
}

/** @param {HTMLElement} button @param {import("./door.js").Request} request */
async function save(button, request) {
  if (!(await walk.save(request))) return;
  if (request.do === "save") unsaved.forget();
  frame.tell("saved", button);
}

/** @type {[string, (target: HTMLElement) => unknown][]} */
const CLICKS = [
  [".skip", () => frame.skipToMain()],
  ["[data-first-field]", () => screen.firstField()?.focus()],
  ["[data-back]", () => history.back()],
  ["[data-change]", ({ dataset }) => walk.act({ do: "change", question: dataset.change ?? "", group: dataset.group })],
  ["[data-clear]", askToClear],
  ["[data-restart]", askToClear],
  ["[data-clear-now]", clear],
  ["[data-keep]", () => frame.endAsking(true)],
  ["[data-print]", print],
  ["[data-load]", () => bringPython()],
  ["[data-next-need]", () => walk.nextNeed()],
  // Not by the event of the form: at that one browsers look through what was typed, to remember it and to fill it in.
  ["#interview form [type=submit]", (target) => walk.submit(/** @type {HTMLFormElement} */ (target.closest("form")))],
  ["[data-to]", ({ dataset }) => screen.goTo(dataset.to ?? "")],
  ["[data-prepare]", () => walk.act({ do: "details" })],
  ["[data-cards]", () => walk.act({ do: "show" })],
  ["[data-field]", ({ dataset }) => part(dataset.field ?? "").focus()],
  ["[data-copy]", async (button) => frame.tell((await papers.copy(part(button.dataset.copy ?? ""))) ? "copied" : "copy_failed", button)],
  ["[data-file]", (button) => save(button, { do: "file", name: button.dataset.file ?? "" })],
  ["[data-save]", (button) => save(button, { do: "save" })],
];

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  frame.endTelling();
  if (target?.closest("a[href^='tel:'], a[href^='mailto:']")) unsaved.letOut();
  const link = /** @type {HTMLElement | null} */ (target?.closest("[data-language]"));
  if (link && engine.hasPython) {
    event.preventDefault();
    walk.speak(link.dataset.language ?? session.language);
  }
  for (const [selector, reaction] of CLICKS) {
    const hit = /** @type {HTMLElement | null} */ (target?.closest(selector));
    if (!hit) continue;
    event.preventDefault();
    reaction(hit);
  }
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  walk.submit(/** @type {HTMLFormElement} */ (event.target));
});

document.addEventListener("input", (event) => {
  const field = event.target instanceof Element ? event.target : undefined;
  const form = /** @type {HTMLFormElement | null | undefined} */ (field?.closest("form[data-details]"));
  frame.endTelling();
  if (form || field?.matches("[data-part]")) unsaved.note();
  if (form) walk.write(form);
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") frame.endAsking(true);
});

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.matches("[data-case-file]")) walk.openCase(field);
});

window.addEventListener("popstate", ({ state }) => walk.travel(state));

window.addEventListener("pagehide", () => {
  if (left.aborted) return; // by the quick exit, which left nothing in the page
  frame.tellPython("gone");
  leave();
});

window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});

armQuickExit({
  forget: () => {
    leave();
    frame.blank();
  },
  say: frame.say,
  destination: () => links[session.language].leave,
});

/**
 * Takes over from where the person is: the screen that a link led to, or the first. Focus does not move, unless
 * Continue was pressed there already.
 */
function takeOver() {
  const here = byHand.sections.get(location.hash.slice(1)) ?? byHand.first;
  if (location.hash) {
    session.begin(JSON.parse(here.dataset.state ?? "{}"));
    history.replaceState(null, "", location.pathname + location.search);
  }
  const pressed = frame.endArriving(here); // while every screen is still in the page, and so is its message
  walk.takeOver(here);
  if (/** @type {any} */ (navigator).connection?.saveData) frame.tellPython("python_ask");
  else bringPython();
  if (pressed) walk.submit(pressed);
}

takeOver();
