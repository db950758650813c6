/**
 * The interview without Python: it follows the links of its screens, from the first on, with the answers known so far. It
 * answers the same requests as the Python bridge, and decides nothing itself. The first screen stands in the page; the
 * others come as text, and each is made when somebody goes there.
 */

/** @typedef {import("./door.js").Known} Known */
/** @typedef {import("./door.js").Request} Request */
/** @typedef {Known & {screen: string, section: HTMLElement, error: boolean}} StaticReply */

const WAITING = "waiting";
const HERE = "here";
const MISSING = "missing";

export class StaticInterview {
  /** Whether the screens after the first are here, or still under way, or will never come. */
  #state = WAITING;
  /** The markup of every screen, by its id. @type {ReadonlyMap<string, string>} */
  #texts = new Map();
  /** Screens that were made: what somebody ticked in one stays. @type {Map<string, HTMLElement>} */
  #made = new Map();

  /**
   * @param {HTMLElement} first the screen that is in the page
   * @param {(markup: string) => HTMLElement} make
   */
  constructor(first, make) {
    this.first = first;
    this.make = make;
  }

  get isHere() {
    return this.#state === HERE;
  }

  get isMissing() {
    return this.#state === MISSING;
  }

  /** @param {ReadonlyMap<string, string>} [texts] of every screen; nothing where they will not come */
  take(texts) {
    this.#state = texts ? HERE : MISSING;
    this.#texts = texts ?? this.#texts;
  }

  /** Lets go of every screen but the first, with what was chosen in it. */
  forget() {
    this.#made.clear();
  }

  /** @param {string} id @returns {HTMLElement | undefined} the screen, where there is one */
  screen(id) {
    if (id === this.first.id) return this.first;
    const text = this.#texts.get(id);
    if (text && !this.#made.has(id)) this.#made.set(id, this.make(text));
    return this.#made.get(id);
  }

  /** @param {string | undefined} need @returns {string} what it is called where it is chosen */
  labelOf(need) {
    if (!need) return "";
    const labels = this.#groupScreens.map((screen) => screen.querySelector(`[value="${need}"]`)?.closest("label"));
    return labels.find(Boolean)?.textContent?.trim() ?? "";
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
      if (!chosen || chosen.length === 0) return this.#reply(this.#walk(known, request), known, question);
      if (question === "needs") after.needs = this.#needing([chosen].flat(), known);
      else after.answers[question] = Array.isArray(chosen) ? chosen.join(" ") : chosen;
      if (question === "need_groups") after.needs = after.needs.filter((need) => chosen.includes(this.#groupOf(need) ?? ""));
    }
    return this.#reply(this.#walk(after, request.do === "change" ? request : undefined), after);
  }

  /** The screens that ask for the needs of one group. */
  get #groupScreens() {
    const ids = [...this.#texts].filter(([, text]) => text.includes(" data-group=")).map(([id]) => id);
    return ids.map((id) => /** @type {HTMLElement} */ (this.screen(id)));
  }

  /** The needs of each group, in the order of the page. @returns {Map<string, string[]>} */
  get #groups() {
    return new Map(
      this.#groupScreens.map((screen) => {
        const needs = [...screen.querySelectorAll("[name=answer]")].map((input) => input.getAttribute("value") ?? "");
        return [nameOf(screen).group ?? "", needs];
      }),
    );
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
      const next = this.screen(link?.getAttribute("href")?.split("#")[1] ?? "");
      if (!next) return section;
      section = next;
    }
  }

  /**
   * @param {HTMLElement} section
   * @param {Known} known
   * @param {string} [lacking] the question whose answer is missing. Of a place only Python asks: no screen here can say so
   * @returns {StaticReply}
   */
  #reply(section, known, lacking) {
    const { question, interlude } = nameOf(section);
    const screen = question ? `question:${question}` : interlude ? `interlude:${interlude}` : "result";
    return { ...known, screen, section, error: Boolean(question) && question === lacking };
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
