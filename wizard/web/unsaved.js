/**
 * Whether something was typed that stands nowhere else. While it does, the browser asks once before this page is closed
 * or loaded anew. Answers alone are no reason for that: who closes a page in haste is not held back for a minute's work. But
 * the page's own buttons ask before they clear several. It knows that something was typed, and never what.
 */

const CALL_MS = 2000;
/** So many answers are more than a slip may cost. */
const SEVERAL = 2;

/** @typedef {{needs: readonly string[], answers: object}} Told */

const written = (/** @type {Told} */ { needs, answers }) => JSON.stringify([needs, answers]);

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = ""; // for browsers before 2023; none shows a text of ours
}

export class Unsaved {
  #any = false;
  /** The answers that a saved file holds. */
  #saved = "";

  /** Whether clearing costs something that cannot be brought back at once. @param {Told} known */
  wouldLose(known) {
    const answered = Object.keys(known.answers).length + (known.needs.length ? 1 : 0);
    return this.#any || (answered >= SEVERAL && written(known) !== this.#saved);
  }

  /** Something was typed. */
  note() {
    this.#any = true;
    window.addEventListener("beforeunload", ask);
  }

  /** It stands in a file. @param {Told} known */
  save(known) {
    this.forget();
    this.#saved = written(known);
  }

  /** It was cleared, or the person leaves: nothing is asked any more. */
  forget() {
    this.#any = false;
    this.#saved = "";
    window.removeEventListener("beforeunload", ask);
  }

  /** A number is dialled, or a mail program opened: browsers take that for leaving, though the page stays. */
  letOut() {
    window.removeEventListener("beforeunload", ask);
    setTimeout(() => this.#any && this.note(), CALL_MS);
  }
}
