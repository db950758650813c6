/**
 * The page: shows one screen at a time, keeps the answers in memory alone, and asks Python, or, until it is here
 * and where it cannot be, the static interview, what comes next. No wording and no decision is made here.
 */

import { armQuickExit } from "./leave.js";
import { copyText, fieldsOf, printOnly, saveFile } from "./packet.js";
import { startPython } from "./runtime.js";
import { seal } from "./seal.js";
import { StaticInterview, nameOf } from "./static_interview.js";

/** @typedef {import("./static_interview.js").Known} Known */
/** @typedef {import("./static_interview.js").Request} Request */
/**
 * @typedef {object} FromPython
 * @property {string} screen
 * @property {string} html
 * @property {string} answers_html
 * @property {boolean} error
 * @property {string} focus
 * @property {boolean} prepare
 * @property {Record<string, string>} [texts] papers as text, by name
 * @property {Record<string, string>} [details] of a case that was opened
 * @property {Record<string, string>} [carried] what was typed, each text under the name of the letter it stands in now
 * @property {Record<string, string>} [dated] the day of the field office's answer, of a case that was opened
 * @property {string} [problem] why a file was not opened
 */

/** @typedef {Known & FromPython} PythonReply */
/** @typedef {{do: "change", question: string} | {do: "show" | "details" | "packet", interlude?: string}} Step how to show a screen again */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const root = document.documentElement;
const interview = part("interview");
const answered = part("answers");
const settings = JSON.parse(part("settings").textContent ?? "");
const handleSeconds = settings.handleSeconds ?? 20;
const sections = /** @type {NodeListOf<HTMLElement>} */ (interview.querySelectorAll(":scope > .screen"));
const byHand = new StaticInterview(sections);

/** The one place that turns text into markup; what it is given comes from Python's autoescaping templates. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("wizard", {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => url,
});

/** @returns {Known} */
const nothing = () => ({ needs: [], answers: {}, seen: [], places: {} });
let known = nothing();
/** What was typed into a date's fields: the one answer that is more than a choice. @type {Record<string, string>} */
let typed = {};
/** What was typed for the letters, by field. It goes to Python and to no one else. @type {Record<string, string>} */
let details = {};
/** The papers that are shown, as text by name. @type {Record<string, string>} */
let papers = {};
/** A reply that was made ahead, and the whole request that it answers. @type {{to: string, reply: Promise<object>} | undefined} */
let drafted;
let drafting = false;
/** The form of details as it was last shown: without Python it still holds every word. @type {HTMLElement | undefined} */
let formShown;
/** @type {Step[]} the screens behind this one, the newest last */
let trail = [];
/** @type {Step[]} the screens that were gone back from, the nearest last */
let ahead = [];
/** Tells the browser's entries of this walk through the screens from those before a reload or a new start. */
let walk = 0;
/** @type {Step} */
let current = { do: "change", question: "" };
/** @type {Awaited<ReturnType<typeof startPython>> | undefined} */
let python;
/** Aborted when the person leaves: from then on nothing is shown, and no reply is kept. */
const leaving = new AbortController();
const hasLeft = () => leaving.signal.aborted;
const languageOfPage = root.lang;
let language = languageOfPage;
let busy = false;
/** Settles when nothing is under way. @type {Promise<unknown>} */
let working = Promise.resolve();

/* ---------------------------------------------------------------- showing */

/**
 * Puts a screen into the page in place of the one that is there.
 *
 * @param {HTMLElement} screen
 * @param {boolean} [error]
 */
function show(screen, error = false) {
  screen.classList.toggle("python", Boolean(python));
  screen.lang = python || screen === formShown ? language : languageOfPage;
  if (interview.firstElementChild !== screen || interview.childElementCount !== 1) interview.replaceChildren(screen);
  interview.inert = false;
  const { question, interlude } = nameOf(screen);
  current = question ? { do: "change", question } : { do: "show", interlude };
  describe(screen);
  restore(screen, question);
  for (const problem of screen.querySelectorAll(".problem, .field-error")) {
    /** @type {HTMLElement} */ (problem).hidden = !error;
  }
  for (const name of ["[data-back]", "[data-restart]", "[data-print]"]) button(name).hidden = trail.length === 0;
  showNextNeed(!question && !interlude);
}

/**
 * Takes the person to a screen, once all is in its place: the browser then has to lay the page out only once.
 *
 * @param {HTMLElement} screen
 * @param {boolean} error
 * @param {string} at the part that was asked for, where it is not the top
 */
function turnTo(screen, error, at) {
  const wanted = at ? screen.querySelector(`[data-focus=${at}]`) : null;
  window.scrollTo(0, 0);
  wanted?.scrollIntoView();
  /** @type {HTMLElement | null} */ (wanted ?? screen.querySelector(error ? ".problem" : "h1"))?.focus();
}

/** Ties hint and error to the fields, with ids that are unique because one screen is in the page at a time. */
function describe(/** @type {HTMLElement} */ screen) {
  const group = screen.querySelector("fieldset");
  const texts = group ? [...group.querySelectorAll(":scope > .hint, :scope > .field-error")] : [];
  texts.forEach((text, index) => (text.id = `about-${index}`));
  group?.setAttribute("aria-describedby", texts.map((text) => text.id).join(" "));
}

/** Shows again what was answered before. */
function restore(/** @type {HTMLElement} */ screen, /** @type {string | undefined} */ question) {
  if (!question) return;
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

/** Without Python each need is walked alone: the result then offers the next one. */
function showNextNeed(/** @type {boolean} */ isResult) {
  const offer = /** @type {HTMLElement} */ (document.querySelector("[data-say=next_need]"));
  const next = isResult && !python ? known.needs[1] : undefined;
  offer.hidden = next === undefined;
  if (next === undefined) return;
  const label = [...byHand.sections.values()]
    .map((section) => section.querySelector(`[data-question=needs] [value=${next}]`))
    .find(Boolean);
  /** @type {HTMLElement} */ (offer.querySelector("span")).textContent = label?.closest("label")?.textContent?.trim() ?? "";
}

/** @param {string} html */
function fromPython(html) {
  const holder = document.createElement("section");
  holder.className = "screen";
  holder.innerHTML = policy ? policy.createHTML(html) : html;
  return holder;
}

/** Speaks one of the page's own messages to screen readers. */
function say(/** @type {string} */ message) {
  const spoken = document.querySelector("[data-spoken]");
  if (spoken) spoken.textContent = document.querySelector(`[data-say=${message}]`)?.textContent ?? "";
}

const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (document.querySelector(name));

/* ---------------------------------------------------------------- asking */

/**
 * Does one request and shows what comes of it. While one is under way, a second press does nothing.
 *
 * @param {Request} request
 * @param {{forward?: boolean}} how forward: the screen that is left can be gone back to
 */
function act(request, { forward = true } = {}) {
  if (!busy) working = perform(request, forward);
  return working;
}

/**
 * @param {Request} request
 * @param {boolean} forward
 */
async function perform(request, forward) {
  busy = true;
  const left = current;
  const written = details;
  try {
    const reply = python ? await askPython(request) : withoutPython(request);
    if (hasLeft()) return;
    if ("problem" in reply && reply.problem) return tellCaseFile(reply.problem);
    const stays = "section" in reply && reply.section === interview.firstElementChild;
    if ("details" in reply && reply.details) typed = reply.dated ?? {};
    if ("carried" in reply && reply.carried && details === written) details = reply.carried;
    known = { needs: reply.needs, answers: reply.answers, seen: reply.seen, places: reply.places };
    if (forward && !stays && !reply.error) {
      trail.push(left);
      ahead = [];
      history.pushState({ walk, step: trail.length }, "");
    }
    const byPython = "html" in reply;
    const screen = byPython ? fromPython(reply.html) : reply.section;
    show(screen, reply.error);
    if (reply.screen === "details" || reply.screen === "packet") current = { do: reply.screen };
    if (reply.screen === "details") {
      draft();
      formShown = screen;
    }
    showPacket(byPython ? reply : undefined);
    answered.replaceChildren(...(byPython && trail.length > 0 ? fromPython(reply.answers_html).children : []));
    if (!stays || reply.error) turnTo(screen, reply.error, byPython ? reply.focus : "");
    tellPapersFailed();
  } finally {
    busy = false;
  }
}

/** Has the papers made ahead while the person writes, so that nobody waits for Python after the last word. */
async function draft() {
  if (drafting) return;
  drafting = true;
  try {
    while (python && current.do === "details") {
      const request = withAll({ do: "packet" });
      const to = JSON.stringify(request);
      if (drafted?.to === to) break;
      drafted = { to, reply: python.handle(request) };
      await drafted.reply;
    }
  } catch {
    // Whoever asks for these papers hears of it.
  } finally {
    drafting = false;
  }
}

/** What belongs to the letters and stands outside the screen. @param {PythonReply | undefined} reply */
function showPacket(reply) {
  if (reply?.details) {
    details = reply.details; // of another person, perhaps
    formShown = drafted = undefined;
  }
  papers = reply?.texts ?? {};
  const resultByHand = !python && !interview.querySelector("form");
  part("prepare").hidden = !(reply ? reply.prepare : formShown && resultByHand);
  part("case-file-place").hidden = !reply || trail.length > 0;
  tellCaseFile("");
}

/** Says, beside the field, why a file was not opened; everything else stays as it is. */
function tellCaseFile(/** @type {string} */ problem) {
  part("case-file-problem").textContent = problem;
  part("case-file-problem").hidden = !problem;
  if (problem) part("case-file").focus();
}

/** Says, where form or papers stand there and Python is gone, that no more can be made of them. */
function tellPapersFailed() {
  const failed = part("papers-failed");
  failed.hidden = Boolean(python) || (current.do !== "details" && current.do !== "packet");
  failed.focus();
}

/**
 * The static interview's reply, or the form with every word that was written: only Python can make papers of it.
 *
 * @param {Request} request
 * @returns {import("./static_interview.js").StaticReply}
 */
function withoutPython(request) {
  const aboutPapers = request.do === "details" || request.do === "packet";
  if (aboutPapers && formShown) return { ...known, screen: "details", section: formShown, error: false };
  return byHand.handle(request, known);
}

/**
 * @param {Request} request
 * @returns {Promise<PythonReply | import("./static_interview.js").StaticReply>}
 */
async function askPython(request) {
  try {
    if (!python) throw new Error("no Python");
    const whole = withAll(request);
    const to = JSON.stringify(whole);
    const reply = drafted?.to === to ? drafted.reply : python.handle(whole);
    if (request.do === "packet") drafted = { to, reply };
    return /** @type {PythonReply} */ (await within(handleSeconds, reply));
  } catch {
    giveUpPython();
    return withoutPython(request);
  }
}

/** From here on the page goes on without Python, with every answer. */
function giveUpPython() {
  python?.stop();
  python = undefined;
  tellPython("python_failed");
  tellPapersFailed();
}

/**
 * @template T
 * @param {number} seconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(seconds, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Today on the reader's own clock, YYYY-MM-DD. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** A request with all that is known. @param {Request} request */
const withAll = (request) => ({ ...request, ...known, dated: typed, details, language, today: today(), now: now() });

/** This minute on the reader's own clock, with its offset from UTC. */
function now() {
  const moment = new Date();
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 16);
  const offset = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map((n) => String(Math.floor(n)).padStart(2, "0"));
  return `${local}${minutes < 0 ? "-" : "+"}${offset.join(":")}`;
}

/** Reads the form that is shown, and asks what follows. */
function submit(/** @type {HTMLFormElement} */ form) {
  const { question, interlude, kind } = form.dataset;
  if (interlude) return act({ do: "read", interlude });
  if ("details" in form.dataset) return act({ do: "packet" });
  if (kind === "fields") return act({ do: "answer", question, value: fieldsOf(form) });
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=answer]:checked"));
  const chosen = [...inputs].map((input) => input.value);
  const parts = python && kind === "date" ? [...dateFields(form)] : [];
  if (chosen.length === 0 && !parts.some((field) => field.value.trim())) return showProblem(form);
  if (kind === "many") return act({ do: "answer", question, value: chosen });
  if (kind !== "date") return act({ do: "answer", question, value: chosen[0] });
  typed = { ...Object.fromEntries(parts.map((field) => [field.dataset.part, field.value])), option: chosen[0] ?? "" };
  return act({ do: "answer", question, value: typed });
}

/** Shows the message that the screen carries for an empty answer. */
function showProblem(/** @type {HTMLElement} */ screen) {
  for (const problem of screen.querySelectorAll(".problem, .field-error")) /** @type {HTMLElement} */ (problem).hidden = false;
  /** @type {HTMLElement | null} */ (screen.querySelector(".problem"))?.focus();
}

/**
 * Shows the screen that was shown *step* answers after the first; nothing that was entered is lost.
 *
 * @param {number} step
 */
async function travelTo(step) {
  while (busy) await working;
  if (step < trail.length) {
    const [wanted, ...passed] = trail.splice(step);
    ahead.push(current, ...passed.reverse());
    if (wanted) await revisit(wanted);
  } else if (step > trail.length && ahead.length > 0) {
    const wanted = ahead.pop();
    trail.push(current);
    if (wanted) await revisit(wanted);
  }
}

/** @param {Step} step */
function revisit(step) {
  if (step.do === "show" && step.interlude) known.seen = known.seen.filter((name) => name !== step.interlude);
  return act(step, { forward: false });
}

/** Makes this the first screen that Back leads to; what the browser remembers of another walk leads nowhere. */
function beginWalk() {
  walk = Math.random();
  history.replaceState({ walk, step: 0 }, "");
}

/** Forgets every answer, in memory and on the screen, and shows the first question. */
function forget() {
  known = nothing();
  typed = {};
  details = {};
  papers = {};
  drafted = undefined;
  formShown = undefined;
  trail = [];
  ahead = [];
  answered.replaceChildren();
  for (const form of document.forms) form.reset();
  for (const section of sections) {
    for (const form of section.querySelectorAll("form")) form.reset();
    for (const box of section.querySelectorAll("input")) if (!box.form) box.checked = false; // what somebody has at hand
  }
}

/* ---------------------------------------------------------------- Python */

const PYTHON_TEXTS = ["python_ask", "python_loading", "python_ready", "python_failed"];

function tellPython(/** @type {string} */ message) {
  if (hasLeft()) return;
  for (const name of PYTHON_TEXTS) {
    /** @type {HTMLElement} */ (document.querySelector(`[data-say=${name}]`)).hidden = name !== message;
  }
  /** @type {HTMLElement} */ (document.querySelector("[data-python]")).dataset.python = message;
}

/** On a result that was reached by hand: Python has papers for it, or asks first who will send them. @param {PythonReply} next */
function offerPapers(next) {
  const resultByHand = !interview.querySelector("form");
  if (resultByHand && (next.prepare || next.screen !== "result")) part("prepare").hidden = false;
}

async function bringPython() {
  tellPython("python_loading");
  const progress = /** @type {HTMLProgressElement} */ (document.querySelector("progress"));
  /** @type {typeof python} */
  let started;
  const stop = () => started?.stop();
  leaving.signal.addEventListener("abort", stop);
  try {
    started = await startPython({
      manifest: settings.manifest,
      base: new URL(settings.base, location.href),
      onProgress: (loaded, total) => (progress.value = (100 * loaded) / total),
      signal: leaving.signal,
      stallSeconds: settings.stallSeconds, // the site sets none; tests are less patient than runtime.js
      bootSeconds: settings.bootSeconds,
      trustedScriptURL: (url) => (policy ? policy.createScriptURL(url) : url),
    });
    const next = await within(handleSeconds, started.handle({ do: "show", ...known, language, today: today() }));
    python = started;
    tellPython("python_ready");
    part("case-file-place").hidden = trail.length > 0;
    offerPapers(/** @type {PythonReply} */ (next));
  } catch {
    stop();
    seal(); // without Python nothing more is needed from anyone either
    tellPython("python_failed");
  }
}

/** Shows page and screen in another language; every answer stays. */
function speak(/** @type {string} */ wanted) {
  if (!busy && python) working = translate(wanted, python);
  return working;
}

/**
 * @param {string} wanted
 * @param {NonNullable<typeof python>} running
 */
async function translate(wanted, running) {
  busy = true;
  try {
    const links = settings.links[wanted];
    const frame = /** @type {any} */ (await within(handleSeconds, running.handle({ do: "frame", language: wanted, links })));
    language = root.lang = wanted;
    root.dir = frame.direction;
    document.title = frame.title;
    for (const name of ["top", "tools", "after", "bottom"]) part(name).replaceChildren(...fromPython(frame[name]).childNodes);
    tellPython("python_ready");
  } catch {
    giveUpPython();
  } finally {
    busy = false;
  }
  await act(current, { forward: false });
}

/* ---------------------------------------------------------------- the page's own events */

/** @type {[string, (target: HTMLElement) => unknown][]} */
const CLICKS = [
  [".skip", () => skipToMain()],
  ["[data-first-field]", () => firstField()?.focus()],
  ["[data-back]", () => history.back()],
  ["[data-change]", (target) => act({ do: "change", question: target.dataset.change })],
  ["[data-clear]", () => clearEverything()],
  ["[data-restart]", () => clearEverything()],
  ["[data-print]", ({ dataset }) => (dataset.print ? printOnly(part(dataset.print)) : window.print())],
  ["[data-load]", () => bringPython()],
  ["[data-next-need]", () => nextNeed()],
  // Not by the event of the form: at that one browsers look through what was typed, to remember it and to fill it in.
  ["#interview form [type=submit]", (target) => submit(/** @type {HTMLFormElement} */ (target.closest("form")))],
  ["[data-prepare]", () => act({ do: "details" })],
  ["[data-cards]", () => act({ do: "show" })],
  ["[data-field]", (target) => part(target.dataset.field ?? "").focus()],
  ["[data-copy]", (target) => copy(target.dataset.copy ?? "")],
  ["[data-file]", (target) => take({ do: "file", name: target.dataset.file })],
  ["[data-save]", () => take({ do: "save" })],
];

/** The link's own way would put a fragment into the address, and an entry into the history. */
function skipToMain() {
  part("main").tabIndex = -1;
  part("main").focus();
}

/** The first field that can be seen, or, where fields have their own messages, the first that has one. */
function firstField() {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (interview.querySelectorAll("input, select, textarea"));
  const seen = [...fields].filter((field) => field.offsetParent !== null);
  return seen.find((field) => field.closest(".field")?.querySelector(".field-error")) ?? seen[0];
}

async function clearEverything() {
  forget();
  interview.replaceChildren(byHand.first); // at once: what stood there can be neither read nor written in any more
  interview.inert = true; // and what is chosen here before the reply came would be lost with it
  say("cleared");
  while (busy) await working; // an answer that Python is just taking must not come back with its reply
  forget();
  beginWalk();
  return act({ do: "show" }, { forward: false });
}

/** Copies a paper, and says that others can read the clipboard. */
async function copy(/** @type {string} */ name) {
  say((await copyText(papers[name] ?? "", part(name))) ? "copied" : "copy_failed");
}

/** Asks Python for a file, and gives it to the browser to save. @param {Request} request */
function take(request) {
  if (!busy && python) working = makeFile(request, python);
  return working;
}

/**
 * @param {Request} request
 * @param {NonNullable<typeof python>} running
 */
async function makeFile(request, running) {
  busy = true;
  const whose = details;
  try {
    const file = await within(handleSeconds, running.handle(withAll(request)));
    const forgotten = details !== whose; // everything was cleared meanwhile: nothing of it may reach the disk
    if (!hasLeft() && !forgotten) saveFile(/** @type {import("./packet.js").PaperFile} */ (file));
  } catch {
    giveUpPython();
  } finally {
    busy = false;
  }
}

/** Goes on from a file that the reader saved before. What cannot be read is no case, and Python says so. */
async function openCase(/** @type {HTMLInputElement} */ input) {
  const file = input.files?.[0];
  if (!file) return;
  const text = file.size <= settings.mostBytes ? await file.text().catch(() => "") : "";
  input.value = "";
  while (busy) await working;
  await act({ do: "load", text });
}

function nextNeed() {
  known.needs = known.needs.slice(1);
  return act({ do: "show" });
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = /** @type {HTMLElement | null} */ (target?.closest("[data-language]"));
  if (link && python) {
    event.preventDefault();
    speak(link.dataset.language ?? language);
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
  submit(/** @type {HTMLFormElement} */ (event.target));
});

document.addEventListener("input", (event) => {
  const field = event.target instanceof Element ? event.target : undefined;
  const form = /** @type {HTMLFormElement | null | undefined} */ (field?.closest("form[data-details]"));
  if (!form) return;
  const asked = [...form.elements].map((element) => element.getAttribute("name"));
  const kept = Object.entries(details).filter(([name]) => !asked.includes(name)); // of fields that are not asked now
  details = { ...Object.fromEntries(kept), ...fieldsOf(form) };
  draft();
});

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.matches("[data-case-file]")) openCase(field);
});

window.addEventListener("popstate", ({ state }) => {
  if (state?.walk === walk) travelTo(state.step);
  else history.replaceState({ walk, step: trail.length }, ""); // from another walk: it stands for what is shown now
});

window.addEventListener("pagehide", () => {
  tellPython("gone");
  forget();
  leaving.abort();
  python?.stop();
  python = undefined;
  interview.replaceChildren(byHand.first);
});

window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});

armQuickExit({
  forget: () => {
    forget();
    leaving.abort();
    python?.stop();
    const farewell = document.querySelector("[data-say=quick_exit_done]");
    document.body.replaceChildren(...(farewell ? [farewell] : []));
  },
  say,
  destination: () => settings.links[language].leave,
});

/**
 * Takes over from where the person is: the screen that a link led to, or the first. Focus does not move, unless
 * Continue was pressed there already (early.js keeps that).
 */
function takeOver() {
  const here = byHand.sections.get(location.hash.slice(1)) ?? byHand.first;
  const pressed = /** @type {HTMLFormElement | null} */ (here.querySelector("form[data-pressed]"));
  pressed?.removeAttribute("data-pressed");
  for (const message of ["arriving", "cut"]) part(message).remove(); // early.js needs neither any more
  if (location.hash) {
    known = { ...known, ...JSON.parse(here.dataset.state ?? "{}") };
    history.replaceState(null, "", location.pathname + location.search);
  }
  beginWalk();
  show(here);
  root.classList.add("js", "started"); // early.js may have given this script up
  const connection = /** @type {any} */ (navigator).connection;
  if (connection?.saveData) tellPython("python_ask");
  else bringPython();
  if (pressed) submit(pressed);
}

takeOver();
