/**
 * The interview without Python: it follows the links that the page carries, from the first screen on, with the
 * answers known so far. It answers the same requests as the Python bridge, and decides nothing itself.
 */

/** @typedef {import("./protocol.js").Known} Known */
/** @typedef {import("./protocol.js").Request} Request */
/** @typedef {Known & {screen: string, section: HTMLElement, error: boolean}} StaticReply */

export class StaticInterview {
  /** @param {Iterable<HTMLElement>} sections the screens of the page, the first question first */
  constructor(sections) {
    /** @type {Map<string, HTMLElement>} */
    this.sections = new Map();
    for (const section of sections) this.sections.set(section.id, section);
  }

  /** @returns {HTMLElement} */
  get first() {
    return /** @type {HTMLElement} */ (this.sections.values().next().value);
  }

  /**
   * @param {Request} request
   * @param {Known} known
   * @returns {StaticReply}
   */
  handle(request, known) {
    const after = { ...known, answers: { ...known.answers }, seen: [...known.seen] };
    if (request.do === "read" && request.interlude) after.seen.push(request.interlude);
    if (request.do === "answer" && request.question) {
      const value = request.question === "needs" ? request.value : (request.value?.option ?? request.value);
      if (!value || value.length === 0) return this.#reply(this.#walk(known, request.question), known, true);
      if (request.question === "needs") after.needs = value;
      else after.answers[request.question] = value;
    }
    return this.#reply(this.#walk(after, request.do === "change" ? request.question : undefined), after, false);
  }

  /**
   * @param {Known} known
   * @param {string} [stopAt] a question to be answered again
   * @returns {HTMLElement} the first screen that lacks an answer
   */
  #walk(known, stopAt) {
    let section = this.first;
    for (;;) {
      const { question, interlude } = nameOf(section);
      if (interlude === undefined && question === undefined) return section;
      if (question !== undefined && question === stopAt) return section;
      let option = interlude === undefined ? undefined : known.seen.includes(interlude) ? "" : undefined;
      if (question !== undefined) option = question === "needs" ? known.needs[0] : known.answers[question];
      const link = [...section.querySelectorAll(".by-link a")].find((a) => a.getAttribute("data-option") === option);
      const next = this.sections.get(link?.getAttribute("href")?.slice(1) ?? "");
      if (!next) return section;
      section = next;
    }
  }

  /**
   * @param {HTMLElement} section
   * @param {Known} known
   * @param {boolean} error
   * @returns {StaticReply}
   */
  #reply(section, known, error) {
    const { question, interlude } = nameOf(section);
    const screen = question ? `question:${question}` : interlude ? `interlude:${interlude}` : "result";
    return { ...known, screen, section, error };
  }
}

/**
 * @param {ParentNode} screen
 * @returns {{question: string | undefined, interlude: string | undefined}}
 */
export function nameOf(screen) {
  const form = screen.querySelector("form");
  return { question: form?.dataset.question, interlude: form?.dataset.interlude };
}
