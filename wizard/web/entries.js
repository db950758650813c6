/**
 * The browser's own history: one entry a screen, which holds the number of its step and of the walk, and nothing else.
 */

/** So long at most until the browser is back at the first entry of an earlier walk. */
const BACK_MS = 1000;

export class Entries {
  /** Tells the entries of this walk through the screens from those before a reload or a new start. */
  #walk = 0;

  /**
   * Makes the entry that is shown the first one of a new walk. Those of the walk before it, from before a reload or a new
   * start, are gone back over: Back leads out of the page then, and not to what is no more.
   *
   * @returns {Promise<unknown>} settled when the browser stands there
   */
  begin() {
    const behind = Number(history.state?.step) || 0;
    this.#walk = Math.random();
    this.replace(0);
    if (behind < 1) return Promise.resolve();
    const there = new Promise((resolve) => {
      window.addEventListener("popstate", resolve, { once: true });
      setTimeout(resolve, BACK_MS);
    });
    history.go(-behind);
    return there;
  }

  /** @param {number} step */
  replace(step) {
    history.replaceState(this.#entry(step), "");
  }

  /** @param {number} step */
  push(step) {
    history.pushState(this.#entry(step), "");
  }

  /** @param {{walk?: number, step: number} | null} entry @returns {number | undefined} its step, if it is of this walk */
  stepOf(entry) {
    return entry?.walk === this.#walk ? entry.step : undefined;
  }

  #entry(/** @type {number} */ step) {
    return { walk: this.#walk, step };
  }
}
