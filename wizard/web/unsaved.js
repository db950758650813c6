/**
 * Whether something was typed that stands nowhere else. While it does, the browser asks once before this page is closed
 * or loaded anew. It knows that something was typed, and never what.
 */

const CALL_MS = 2000;

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = ""; // for browsers before 2023; none shows a text of ours
}

export class Unsaved {
  #any = false;

  get any() {
    return this.#any;
  }

  /** Something was typed. */
  note() {
    this.#any = true;
    window.addEventListener("beforeunload", ask);
  }

  /** It was saved, cleared, or the person leaves: nothing is asked any more. */
  forget() {
    this.#any = false;
    window.removeEventListener("beforeunload", ask);
  }

  /** A number is dialled, or a mail program opened: browsers take that for leaving, though the page stays. */
  letOut() {
    window.removeEventListener("beforeunload", ask);
    setTimeout(() => this.#any && this.note(), CALL_MS);
  }
}
