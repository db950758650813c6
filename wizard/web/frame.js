/**
 * What stands around the screen: how Python stands, the offers below, the page's own messages, another language. It
 * keeps nothing; whoever calls says what is to be seen.
 */

import { printOnly } from "./papers.js";
import { find, fromPython, part } from "./screen.js";

/** @typedef {import("./door.js").Frame} Frame */

const PYTHON_TEXTS = ["python_ask", "python_loading", "python_ready", "python_failed"];
const PARTS = /** @type {const} */ (["top", "tools", "after", "bottom"]);
const root = document.documentElement;

export const languageOfPage = root.lang;
export const settings = JSON.parse(part("settings").textContent ?? "");

/** Where the quick exit leads; who runs a copy may have chosen it, and which languages it speaks: the page says both. */
export const destination = /** @type {HTMLAnchorElement} */ (find("a[data-leave]")).href;
const speaks = new Set([languageOfPage, ...[...document.querySelectorAll("[data-language]")].map((link) => link.getAttribute("data-language"))]);

/** Whether this copy has the page from which the guide is kept on a device: a group may leave it out. */
const isKeepable = Boolean(document.querySelector("a[data-offline]"));

// Its links lead from where the page was loaded: the address may become that of another language.
for (const links of Object.values(settings.links)) {
  links.leave = destination;
  links.languages = links.languages.filter((/** @type {{code: string}} */ { code }) => speaks.has(code));
  for (const [of, name] of [[links, "home"], [links, "privacy"], ...links.languages.map((/** @type {object} */ one) => [one, "href"])]) {
    of[name] = new URL(of[name], location.href).href;
  }
}

/** Makes the address that of the page in *language*, so that it is read in it after a reload too. @param {string} language */
export function nameAddress(language) {
  const { href } = settings.links[language].languages.find((/** @type {{code: string}} */ { code }) => code === language);
  if (href !== location.href) history.replaceState(history.state, "", href);
}

/** Speaks one of the page's own messages to screen readers. @returns {string} what it says */
export function say(/** @type {string} */ message) {
  const text = document.querySelector(`[data-say=${message}]`)?.textContent ?? "";
  const spoken = document.querySelector("[data-spoken]");
  if (spoken) spoken.textContent = text;
  return text;
}

/**
 * Speaks a message, and shows it behind what was pressed until the next act.
 *
 * @param {string} message
 * @param {Element | null} pressed
 */
export function tell(message, pressed) {
  const told = document.createElement("span");
  told.className = "told";
  told.textContent = say(message);
  endTelling();
  pressed?.after(told);
  told.scrollIntoView?.({ block: "nearest" });
}

export function endTelling() {
  for (const told of document.querySelectorAll(".told")) told.remove();
}

/** Prints the page, or one paper of it; some browsers cannot, and the person is told what to do. */
export function print(/** @type {HTMLElement} */ button) {
  const { print: paper } = button.dataset;
  if (typeof window.print !== "function") tell("print_missing", button);
  else if (paper) printOnly(part(paper));
  else window.print();
}

/** What was pressed so that the page asks whether all may be cleared. @type {HTMLElement | undefined} */
let asker;

/** Asks, behind the button that was pressed, or below the languages, whether all that was told may go. */
export function askToClear(/** @type {HTMLElement} */ pressed) {
  const ask = part("ask-clear");
  asker = pressed;
  const isLanguage = pressed.matches("[data-language]");
  if (isLanguage) part("tools").prepend(ask);
  else (pressed.closest("p") ?? pressed).after(ask);
  part("ask-language").hidden = !isLanguage;
  ask.hidden = false;
  ask.focus();
  ask.scrollIntoView?.({ block: "nearest" });
}

/**
 * Ends that question.
 *
 * @param {boolean} kept whether the person goes on from where the button is
 * @returns {HTMLAnchorElement | undefined} the language that was pressed, if it was one
 */
export function endAsking(kept) {
  const ask = part("ask-clear");
  if (kept && !ask.hidden) asker?.focus();
  ask.hidden = true;
  const language = asker?.matches("[data-language]") ? /** @type {HTMLAnchorElement} */ (asker) : undefined;
  asker = undefined;
  return language;
}

/** Says how Python stands. */
export function tellPython(/** @type {string} */ message) {
  for (const name of PYTHON_TEXTS) find(`[data-say=${name}]`).hidden = name !== message;
  find("[data-python]").dataset.python = message;
}

const pythonFailed = () => find("[data-python]").dataset.python === "python_failed";

/** @param {number} loaded @param {number} total bytes of Python */
export function showProgress(loaded, total) {
  /** @type {HTMLProgressElement} */ (document.querySelector("progress")).value = (100 * loaded) / total;
}

/**
 * Offers, below a result, to prepare papers.
 *
 * @param {boolean} offered
 * @param {boolean} saving whether the case can be saved before
 */
export function offerPapers(offered, saving) {
  part("prepare").hidden = !offered;
  for (const place of document.querySelectorAll("[data-prepare-here]")) /** @type {HTMLElement} */ (place).hidden = !offered;
  part("save-first").hidden = !(offered && saving);
}

/** Says of a result, where Python is not to be had, that its papers can be written by hand. */
export function tellByHand() {
  part("by-hand").hidden = !(pythonFailed() && document.querySelector("#interview [data-prepare-here]"));
}

/** Offers to go on from a saved case. @param {boolean} offered */
export function offerCaseFile(offered) {
  part("case-file-place").hidden = !offered;
}

/** Says, beside the field, why a file was not opened; everything else stays as it is. */
export function tellCaseFile(/** @type {string} */ problem) {
  part("case-file-problem").textContent = problem;
  part("case-file-problem").hidden = !problem;
  if (problem) part("case-file").focus();
}

/** Says that no more can be made of the form or the papers that are shown. @param {boolean} failed */
export function tellPapersFailed(failed) {
  part("papers-failed").hidden = !failed;
  if (failed) part("papers-failed").focus(); // even what is hidden cannot be focused without laying the page out
}

/** "Your answers", with a way to change each. @param {string} html as Python made it; empty for none */
export function showAnswers(html) {
  part("answers").replaceChildren(...(html ? fromPython(html).children : []));
}

/**
 * What else belongs to a screen.
 *
 * @param {{answers_html?: string} | undefined} reply of Python
 * @param {boolean} begun
 */
export function showAround(reply, begun) {
  endAsking(false);
  offerCaseFile(Boolean(reply) && !begun);
  tellCaseFile("");
  showAnswers(reply && begun ? (reply.answers_html ?? "") : "");
}

/** Puts another language around the screen. @param {Frame} frame @param {string} language */
export function reframe(frame, language) {
  root.lang = language;
  root.dir = frame.direction;
  document.title = frame.title;
  for (const name of PARTS) part(name).replaceChildren(...fromPython(frame[name]).childNodes);
  if (!isKeepable) document.querySelector("a[data-offline]")?.parentElement?.remove();
}

/** Says that what follows is still under way. Taken out of the page as long as nobody waits. */
const arriving = part("arriving");

/** Ends what early.js did while the page arrived; it may have given the fields up. */
export function endArriving() {
  for (const id of ["cut", "by-link"]) part(id).remove();
  root.classList.add("js", "started");
}

/**
 * Keeps a press for when what follows is here, and says so below the button, as early.js does.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} stuck whether only Python may still bring it
 */
export function keepPress(form, stuck) {
  form.dataset.pressed = "";
  form.querySelector(".continue")?.after(arriving);
  arriving.hidden = false;
  arriving.scrollIntoView?.({ block: "nearest" });
  showLinks(stuck);
}

/** @returns {HTMLFormElement | null} the form in which Continue was pressed meanwhile; once */
export function takePress() {
  const pressed = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-pressed]"));
  pressed?.removeAttribute("data-pressed");
  arriving.remove();
  return pressed;
}

/**
 * Shows the links of the first screen in place of its fields, and says why: once somebody pressed, or Python will not come.
 *
 * @param {boolean} stuck whether nobody is here who knows what follows the first screen
 */
export function showLinks(stuck) {
  const shown = stuck && (pythonFailed() || document.querySelector("form[data-pressed]") !== null);
  root.classList.toggle("js", !shown);
  part("missing").hidden = !shown;
}

/** Leaves nothing in the page but a word of farewell. */
export function blank() {
  const farewell = document.querySelector("[data-say=quick_exit_done]");
  document.body.replaceChildren(...(farewell ? [farewell] : []));
}

/** The link's own way would put a fragment into the address, and an entry into the history. */
export function skipToMain() {
  part("main").tabIndex = -1;
  part("main").focus();
}
