/** What belongs around a screen and is done once the screen itself stands, so that nobody waits for it. */

const nothing = () => {};

export class Afterwards {
  #rest = nothing;

  /** Puts *rest* off, past the screen that is shown. @param {() => void} rest */
  put(rest) {
    this.#rest = rest;
    setTimeout(() => this.now());
  }

  /** Does what was put off, where that is not done yet: before anything builds on it. */
  now() {
    const rest = this.#rest;
    this.drop();
    rest();
  }

  drop() {
    this.#rest = nothing;
  }
}
