/**
 * The page: puts its parts together, and takes what a person does to the one that it is for. Answers are in session.js,
 * the way in trail.js, whoever answers behind engine.js, and what comes of a press in walk.js.
 */

import { arrivingFiles, manifest, savesData, stallSeconds } from "./arrival.js";
import { Engine } from "./engine.js";
import { requestOf } from "./form.js";
import * as frame from "./frame.js";
import { letBy } from "./guard.js";
import { armQuickExit } from "./leave.js";
import { openApart } from "./own.js";
import { Papers } from "./papers.js";
import { PlaceBox } from "./place_box.js";
import { startPython } from "./runtime.js";
import * as screen from "./screen.js";
import { seal } from "./seal.js";
import { dropSecondPress } from "./second_press.js";
import { Session } from "./session.js";
import { StaticInterview } from "./static_interview.js";
import { Unsaved } from "./unsaved.js";
import { Walk } from "./walk.js";
import { bringInterview } from "./whole_interview.js";

const { part, trustedScriptURL } = screen;
// The site sets no seconds; tests are less patient than engine.js and runtime.js.
const { handleSeconds, bootSeconds } = frame.settings;
const whole = { ...frame.settings.whole, url: new URL(frame.settings.whole.url, location.href) };
const byHand = new StaticInterview(screen.first, screen.fromPage);
const session = new Session(frame.languageOfPage);
const papers = new Papers();
const unsaved = new Unsaved();
const leaving = new AbortController();
const left = leaving.signal;
const late = new AbortController(); // for what crawls so slowly that Python would wait for it
const engine = new Engine({
  byHand,
  session,
  left,
  seconds: handleSeconds,
  start: () => {
    const files = arrivingFiles(frame.showProgress, left);
    return startPython({ manifest, files, signal: left, bootSeconds, trustedScriptURL, alsoBeforeSeal: rest, late });
  },
  onGone: tellGone,
});
const placeBox = new PlaceBox(engine, session);
const walk = new Walk({ session, engine, papers, first: byHand.first, left });

/**
 * Brings the screens after the first, and takes the person to the one that the address named, unless one was chosen already.
 *
 * @param {string} wanted its id, or nothing
 */
async function bringRest(wanted) {
  try {
    byHand.take(await bringInterview(whole, { signals: [left, late.signal], stallSeconds }));
  } catch {
    byHand.take();
  }
  if (left.aborted) return;
  const there = byHand.screen(wanted);
  if (there && !byHand.first.querySelector(":checked")) {
    session.begin(JSON.parse(there.dataset.state ?? "{}"));
    walk.takeOver(there);
  }
  goOn();
}

/** What was pressed while nobody could answer is answered now; where nobody will, links lead on. */
function goOn() {
  walk.tellPapers();
  const pressed = engine.canGoOn ? frame.takePress() : null;
  if (pressed) walk.submit(pressed);
}

function tellGone() {
  frame.tellPython("python_failed");
  walk.tellPapers();
}

async function bringPython() {
  frame.tellPython("python_loading");
  try {
    const reply = await engine.bring();
    frame.tellPython("python_ready");
    walk.offer(reply);
    goOn();
  } catch {
    if (!left.aborted) tellGone();
    await rest;
    seal(); // without Python nothing more is needed from anyone either
  }
}

/** Has what follows a choice made ahead: whoever presses Continue finds it there. */
async function foresee(/** @type {HTMLFormElement} */ form) {
  const read = requestOf(form, true);
  const reply = read && !read.typed && (await engine.foresee(read));
  if (reply) screen.drawAhead(reply.html);
}

/** The person leaves: forgets every answer, and ends whatever is under way. */
function leave() {
  unsaved.forget(); // first: nothing may ask whether to stay
  walk.forget();
  leaving.abort();
  screen.hold(byHand.first);
}

/** Clears everything; and where that was asked since a language was pressed, goes on to it. */
function clear() {
  unsaved.forget();
  frame.takePress();
  const link = frame.endAsking(false);
  return walk.clearEverything().then(() => link && location.assign(letBy(link.href)));
}

/** Takes the place that was pressed, as if it were chosen from the lists. */
function take(/** @type {HTMLElement} */ offer) {
  const { question = "" } = offer.closest("form")?.dataset ?? {};
  return walk.act({ do: "answer", question, value: JSON.parse(offer.dataset.take ?? "{}") });
}

/** Clears everything: at once, or asks first where something is lost by it. */
const askToClear = (/** @type {HTMLElement} */ button) => (unsaved.wouldLose(session.known) ? frame.askToClear(button) : clear());

/** Words that were typed since the press stand in no file. @param {HTMLElement} button @param {import("./door.js").Request} request */
async function save(button, request) {
  const { details } = session;
  if (!(await walk.save(request))) return;
  if (request.do === "save" && session.details === details) unsaved.save(session.known);
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
  ["[data-print]", frame.print],
  ["[data-load]", () => bringPython()],
  ["[data-next-need]", () => walk.nextNeed()],
  // Not by the event of the form: at that one browsers look through what was typed, to remember it and to fill it in.
  ["#interview form [type=submit]", (target) => walk.submit(/** @type {HTMLFormElement} */ (target.closest("form")))],
  ["[data-take]", take],
  ["[data-to]", ({ dataset }) => screen.goTo(dataset.to ?? "")],
  ["[data-prepare]", () => walk.act({ do: "details" })],
  ["[data-cards]", () => walk.act({ do: "show" })],
  ["[data-field]", ({ dataset }) => part(dataset.field ?? "").focus()],
  ["[data-copy]", async (button) => frame.tell((await papers.copy(part(button.dataset.copy ?? ""))) ? "copied" : "copy_failed", button)],
  ["[data-file]", (button) => save(button, { do: "file", name: button.dataset.file ?? "" })],
  ["[data-save]", (button) => save(button, { do: "save" })],
];

dropSecondPress();

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  frame.endTelling();
  if (target?.closest("a[href^='tel:'], a[href^='mailto:']")) unsaved.letOut();
  const link = /** @type {HTMLElement | null} */ (target?.closest("[data-language]"));
  if (link && (engine.hasPython || unsaved.wouldLose(session.known))) {
    event.preventDefault();
    if (engine.hasPython) walk.speak(link.dataset.language ?? session.language);
    else frame.askToClear(link); // it is another page, to which no answer may go along
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
  if (field?.matches("[data-seek]")) placeBox.write(/** @type {HTMLInputElement} */ (field));
  if (form || field?.matches("[data-part]")) unsaved.note();
  if (form) walk.write(form);
});

document.addEventListener("keydown", ({ key }) => key === "Escape" && frame.endAsking(true));

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.matches("[data-case-file]")) walk.openCase(field);
  if (field.matches("#interview [name=answer]")) foresee(/** @type {HTMLFormElement} */ (field.form));
  if (field.matches("select")) placeBox.empty(field.form);
});

document.addEventListener("focusin", ({ target }) => {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.matches("[data-seek]")) placeBox.enter(field);
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
  destination: () => letBy(frame.destination),
});

/**
 * Takes over from the first screen. Focus does not move, unless Continue was pressed there already.
 *
 * @returns {Promise<void>} settled once the rest of the interview is here, or will not come
 */
function takeOver() {
  const wanted = location.hash.slice(1);
  if (wanted) history.replaceState(null, "", location.pathname + location.search);
  frame.endArriving();
  const pressed = frame.takePress();
  walk.takeOver(byHand.first).then(() => pressed && walk.submit(pressed));
  return bringRest(wanted);
}

openApart(document);
const rest = takeOver();
if (savesData) frame.tellPython("python_ask");
else bringPython();
