/**
 * What a person has told: answers, days and details. It is kept here, in memory alone, written by nobody else, and
 * forgotten here. Only what follows from it stands elsewhere: the screen, the papers, a reply made ahead.
 */

/** @typedef {import("./door.js").Known} Known */
/** @typedef {import("./door.js").Entered} Entered */
/** @typedef {Readonly<Record<string, string>>} Fields */

/** @returns {Known} */
const nothing = () => ({ needs: [], answers: {}, seen: [], places: {} });

export class Session {
  /** @type {Known} */
  #known = nothing();
  /** What was typed into a date's fields: the one answer that is more than a choice. @type {Fields} */
  #typed = {};
  /** The words that stand in the box of a place, by its question, until one is chosen. @type {Fields} */
  #sought = {};
  /**
   * What was chosen in a question that was left without Continue: by its name and group.
   *
   * @type {Map<string, {chosen: string[], typed: Fields}>}
   */
  #left = new Map();
  /** What was typed for the letters, by field. It goes to Python and to no one else. @type {Fields} */
  #details = {};

  /** @param {string} language in which the person reads; forgetting keeps it */
  constructor(language) {
    this.language = language;
  }

  /** Another object after each answer, and once all is forgotten; not while words are typed. @returns {Readonly<Known>} */
  get known() {
    return this.#known;
  }

  get typed() {
    return this.#typed;
  }

  /** Another object after each change: whoever keeps one can tell whether it still holds. */
  get details() {
    return this.#details;
  }

  /** All that goes with a request to Python. @returns {Known & Entered & {sought?: Fields}} */
  get all() {
    const sought = Object.keys(this.#sought).length > 0 ? { sought: this.#sought } : {};
    return { ...this.#known, dated: this.#typed, ...sought, details: this.#details, language: this.language };
  }

  /**
   * Takes from a reply what is known now. A case that was opened brings its own details and day, of another person
   * perhaps; a form brings the details under their new names, unless something was written meanwhile.
   *
   * @param {Known & Partial<Pick<import("./door.js").Drawn, "details" | "dated" | "carried" | "focus" | "error">>} reply
   * @param {Fields} written the details that the request was made with
   */
  take({ needs, answers, seen, places, details, dated, carried, focus, error }, written) {
    if (focus && !error) this.seek(focus, ""); // the place was chosen
    if (details) {
      this.#typed = dated ?? {};
      this.#sought = {};
      this.#left.clear();
      this.#details = details;
    }
    if (carried && this.#details === written) this.#details = carried;
    this.#known = { needs, answers, seen, places };
  }

  /** Begins where a link led to. @param {Partial<Known>} known */
  begin(known) {
    this.#known = { ...nothing(), ...known };
  }

  /** @param {string} question of a place @returns {string} the newest words in its box */
  sought(question) {
    return this.#sought[question] ?? "";
  }

  /** @param {string} question of a place @param {string} words in its box */
  seek(question, words) {
    const { [question]: _, ...others } = this.#sought;
    this.#sought = words ? { ...others, [question]: words } : others;
  }

  /** @param {Fields} parts of the date, and the option chosen beside them */
  typeDate(parts) {
    this.#typed = parts;
  }

  /** @param {string} question @param {string} [group] of needs */
  left(question, group = "") {
    return this.#left.get(`${question} ${group}`);
  }

  /**
   * A question is left: with what was chosen there, which waits for its return, or by an answer.
   *
   * @param {{question: string, group?: string, chosen: string[], typed: Fields} | undefined} choice nothing where the
   *   screen was no question
   * @param {boolean} answered
   */
  leave(choice, answered) {
    if (!choice) return;
    const { question, group = "", chosen, typed } = choice;
    if (answered) this.#left.delete(`${question} ${group}`);
    else this.#left.set(`${question} ${group}`, { chosen, typed });
  }

  /**
   * Takes what stands in the form of details. Of fields that are not asked for now, what was typed stays.
   *
   * @param {Iterable<string>} asked the names of the form's fields
   * @param {Fields} fields those that hold something
   */
  write(asked, fields) {
    const names = new Set(asked);
    const kept = Object.entries(this.#details).filter(([name]) => !names.has(name));
    this.#details = { ...Object.fromEntries(kept), ...fields };
  }

  /** Lets an interlude be shown again. @param {string} interlude */
  unsee(interlude) {
    this.#known = { ...this.#known, seen: this.#known.seen.filter((name) => name !== interlude) };
  }

  /** Without Python each need is walked alone: leaves the one whose result was shown, and asks for no group again. */
  nextNeed() {
    const { need_groups: _, ...answers } = this.#known.answers;
    this.#known = { ...this.#known, answers, needs: this.#known.needs.slice(1) };
  }

  forget() {
    this.#known = nothing();
    this.#typed = {};
    this.#sought = {};
    this.#left.clear();
    this.#details = {};
  }
}
