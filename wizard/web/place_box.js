/**
 * The box in which a person types a place: has Python look for what fits while they type, and shows it right beneath.
 * Choosing it is an answer like any other. It keeps nothing; the words are in session.js.
 */

import { fromPython } from "./screen.js";

/** @typedef {import("./door.js").Found} Found */

/** The part of what is seen above a phone's keyboard that the box may be below. */
const UPPER_PART = 4;

export class PlaceBox {
  /** The box that is being looked for: one that has left the page holds up no other. @type {HTMLInputElement | undefined} */
  #looking;

  /** @param {import("./engine.js").Engine} engine @param {import("./session.js").Session} session */
  constructor(engine, session) {
    this.engine = engine;
    this.session = session;
  }

  /** Python makes the names ready before the first letter. @param {HTMLInputElement} input */
  enter(input) {
    if (!input.value) this.#look(input);
  }

  /** Takes the words that were just written. @param {HTMLInputElement} input */
  write(input) {
    this.session.seek(questionOf(input), input.value);
    input.removeAttribute("aria-invalid");
    around(input).querySelector(".field-error")?.remove();
    lift(input);
    this.#look(input);
  }

  /** Something was chosen from a list: the words count no more. @param {HTMLFormElement | null} form */
  empty(form) {
    const input = /** @type {HTMLInputElement | null | undefined} */ (form?.querySelector("[data-seek]"));
    if (!input?.value) return;
    input.value = "";
    this.session.seek(questionOf(input), "");
    this.#look(input);
  }

  /** Shows what fits the newest words; a slow phone leaves out those between. @param {HTMLInputElement} input */
  async #look(input) {
    if (this.#looking === input) return;
    this.#looking = input;
    const box = around(input);
    hitsOf(box).setAttribute("aria-busy", "true");
    try {
      let typed;
      while (input.isConnected && input.form && typed !== input.value) {
        typed = input.value;
        if (typed) wait(box);
        const { language } = this.session;
        const reply = await this.engine.askPython({ do: "seek", question: questionOf(input), words: typed, language });
        if (!reply) {
          statusOf(box).textContent = ""; // nobody looks any more
          break;
        }
        if (typed === input.value) show(box, /** @type {Found} */ (reply));
      }
    } finally {
      hitsOf(box).removeAttribute("aria-busy");
      if (this.#looking === input) this.#looking = undefined;
    }
  }
}

/**
 * A screen that is drawn again has the words that Python was asked about: what was written since stands there again.
 *
 * @param {Element} screen
 * @param {import("./session.js").Session} session
 */
export function keepNewest(screen, session) {
  const input = /** @type {HTMLInputElement | null} */ (screen.querySelector("[data-seek]"));
  const words = input ? session.sought(questionOf(input)) : "";
  if (!input || !words || words === input.value) return;
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLInputElement} input @returns {HTMLElement} */
const around = (input) => /** @type {HTMLElement} */ (input.closest(".place-box"));

/** @param {HTMLInputElement} input */
const questionOf = (input) => input.form?.dataset.question ?? "";

/** @param {HTMLElement} box @returns {HTMLElement} */
const statusOf = (box) => /** @type {HTMLElement} */ (box.querySelector("[role=status]"));

/** @param {HTMLElement} box @returns {HTMLElement} */
const hitsOf = (box) => /** @type {HTMLElement} */ (box.querySelector(".place-hits"));

/** @param {HTMLElement} box */
function wait(box) {
  const status = statusOf(box);
  if (!hitsOf(box).childElementCount && !status.textContent) status.textContent = status.dataset.wait ?? "";
}

/** @param {HTMLElement} box @param {Found} found */
function show(box, { told, html }) {
  const status = statusOf(box);
  if (status.textContent !== told) status.textContent = told; // else a screen reader says the same again
  hitsOf(box).replaceChildren(...fromPython(html).children);
}

/** Puts the box at the top of what is seen, so that what fits stands above the keyboard of a phone. @param {HTMLInputElement} input */
function lift(input) {
  const seen = window.visualViewport?.height ?? innerHeight;
  if (input.getBoundingClientRect().top > seen / UPPER_PART) input.scrollIntoView({ block: "start" });
}
