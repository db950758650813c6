/**
 * The interview without Python: it follows the links that the page carries, from the first screen on, with the
 * answers known so far. It answers the same requests as the Python bridge, and decides nothing itself.
 */

/** @typedef {import("./door.js").Known} Known */
/** @typedef {import("./door.js").Request} Request */
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
      const { question, value } = request;
      const chosen = typeof value === "object" && !Array.isArray(value) ? value.option : value;
      if (!chosen || chosen.length === 0) return this.#reply(this.#walk(known, request), known, true);
      if (question === "needs") after.needs = this.#needing([chosen].flat(), known);
      else after.answers[question] = Array.isArray(chosen) ? chosen.join(" ") : chosen;
      if (question === "need_groups") after.needs = after.needs.filter((need) => chosen.includes(this.#groupOf(need) ?? ""));
    }
    return this.#reply(this.#walk(after, request.do === "change" ? request : undefined), after, false);
  }

  /** The needs of each group, in the order of the page. @returns {Map<string, string[]>} */
  get #groups() {
    const groups = new Map();
    for (const section of this.sections.values()) {
      const needs = [...section.querySelectorAll("[name=answer]")].map((input) => input.getAttribute("value") ?? "");
      const { group } = nameOf(section);
      if (group) groups.set(group, needs);
    }
    return groups;
  }

  /** @param {string | undefined} need @returns {string | undefined} the group that it is in */
  #groupOf(need) {
    return [...this.#groups].find(([, needs]) => needs.includes(need ?? ""))?.[0];
  }

  /**
   * What is needed once *chosen* was: instead of what was chosen in the same group.
   *
   * @param {string[]} chosen
   * @param {Known} known
   */
  #needing(chosen, known) {
    const shown = this.#groupOf(chosen[0]);
    return [...this.#groups].flatMap(([group, needs]) =>
      needs.filter((need) => (group === shown ? chosen : known.needs).includes(need)),
    );
  }

  /**
   * The link that is taken at a question. One group is walked at a time: first each that no need is chosen of, then that
   * of the need whose result comes first.
   *
   * @param {string} question
   * @param {Known} known
   * @returns {string | undefined}
   */
  #optionAt(question, known) {
    if (question === "needs") return known.needs[0];
    if (question !== "need_groups") return known.answers[question];
    const taken = known.needs.map((need) => this.#groupOf(need));
    return known.answers[question]?.split(" ").find((group) => !taken.includes(group)) ?? taken[0];
  }

  /**
   * @param {Known} known
   * @param {{question: string, group?: string}} [again] a question to be answered again
   * @returns {HTMLElement} the first screen that lacks an answer
   */
  #walk(known, again) {
    let section = this.first;
    for (;;) {
      const { question, interlude } = nameOf(section);
      if (interlude === undefined && question === undefined) return section;
      if (question !== undefined && question === again?.question) return section;
      let option = interlude === undefined ? undefined : known.seen.includes(interlude) ? "" : undefined;
      if (question !== undefined) option = this.#optionAt(question, known);
      if (question === "need_groups" && again?.group) option = again.group;
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
 * @returns {{question: string | undefined, interlude: string | undefined, group: string | undefined}}
 */
export function nameOf(screen) {
  const form = screen.querySelector("form");
  return { question: form?.dataset.question, interlude: form?.dataset.interlude, group: form?.dataset.group };
}
