/**
 * Who answers: Python once it is here, and before, and after it failed, the static interview with the same answers.
 * Nobody else talks to either. Knows no screen, and nothing of how Python comes.
 */

/** @typedef {import("./door.js").Request} Request */
/** @typedef {import("./door.js").Python} Python */
/** @typedef {import("./door.js").ScreenReply} ScreenReply */
/** @typedef {import("./static_interview.js").StaticReply} StaticReply */

/**
 * @typedef {object} EngineOptions
 * @property {Pick<import("./static_interview.js").StaticInterview, "handle" | "isHere" | "isMissing" | "labelOf" | "forget">} byHand
 * @property {import("./session.js").Session} session
 * @property {() => Promise<Python>} start brings Python
 * @property {() => void} onGone told when Python was given up
 * @property {AbortSignal} left the person left: Python ends, also where it is just starting
 * @property {number} [seconds] the longest wait for an answer
 */

export class Engine {
  /** @type {Python | undefined} that was started, but has not answered yet */
  #coming;
  /** @type {Python | undefined} */
  #python;
  /**
   * A reply that was made ahead, and the whole request that it answers.
   *
   * @type {{to: string, reply: Promise<object>} | undefined}
   */
  #drafted;
  #drafting = false;
  /** The same of what may be asked next. @type {{to: string, reply: Promise<object>} | undefined} */
  #foreseen;
  #foreseeing = false;
  /** The form of details as it was last shown: without Python it still holds every word. @type {HTMLElement | undefined} */
  #form;

  /** @param {EngineOptions} options */
  constructor({ byHand, session, start, onGone, left, seconds = 20 }) {
    this.byHand = byHand;
    this.session = session;
    this.start = start;
    this.onGone = onGone;
    this.left = left;
    this.seconds = seconds;
    left.addEventListener("abort", () => this.#end());
  }

  get hasPython() {
    return Boolean(this.#python);
  }

  /** Whether somebody is here who knows what follows the first screen. */
  get canGoOn() {
    return this.hasPython || this.byHand.isHere;
  }

  /** Whether only the links of the first screen lead on, to another page, unless Python still comes. */
  get isStuck() {
    return !this.hasPython && this.byHand.isMissing;
  }

  /** What the need is called whose result comes next: without Python each is walked alone. */
  get nextNeed() {
    return this.hasPython ? "" : this.byHand.labelOf(this.session.known.needs[1]);
  }

  get form() {
    return this.#form;
  }

  /**
   * Brings Python, which answers from its first answer on. Rejects, with nothing left running, where it does not come.
   *
   * @returns {Promise<ScreenReply>} what Python says of the screen that is shown
   */
  async bring() {
    try {
      this.#coming = await this.start();
      if (this.left.aborted) throw new Error("left");
      const first = { do: "show", ...this.session.known, language: this.session.language, today: today() };
      const reply = await within(this.seconds, this.#coming.handle(first));
      this.#python = this.#coming;
      return /** @type {ScreenReply} */ (reply);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /**
   * The one question to whoever answers now.
   *
   * @param {Request} request
   * @returns {Promise<ScreenReply | StaticReply>}
   */
  async ask(request) {
    if (!this.#python) return this.#askByHand(request);
    try {
      const whole = this.whole(request);
      const to = JSON.stringify(whole);
      const ahead = [this.#drafted, this.#foreseen].find((made) => made?.to === to);
      const reply = ahead ? ahead.reply : this.#python.handle(whole);
      if (request.do === "packet") this.#drafted = { to, reply };
      return /** @type {ScreenReply} */ (await within(this.seconds, reply));
    } catch {
      this.#giveUp();
      return this.#askByHand(request);
    }
  }

  /**
   * Asks Python for what the static interview has none of: a file, the page's frame in another language.
   *
   * @param {object} request
   * @returns {Promise<object | undefined>} nothing where Python had to be given up
   */
  async askPython(request) {
    try {
      if (!this.#python) throw new Error("no Python");
      return await within(this.seconds, this.#python.handle(request));
    } catch {
      this.#giveUp();
    }
  }

  /** A request with all that is known. @param {Request} request @returns {import("./door.js").WholeRequest} */
  whole(request) {
    return { ...request, ...this.session.all, today: today(), now: now() };
  }

  /**
   * Has the papers made ahead while the person writes, so that nobody waits for Python after the last word.
   *
   * @param {() => boolean} isWriting
   */
  async draft(isWriting) {
    if (this.#drafting) return;
    this.#drafting = true;
    try {
      while (this.#python && isWriting()) {
        const request = this.whole({ do: "packet" });
        const to = JSON.stringify(request);
        if (this.#drafted?.to === to) break;
        this.#drafted = { to, reply: this.#python.handle(request) };
        await this.#drafted.reply;
      }
    } catch {
      // Whoever asks for these papers hears of it.
    } finally {
      this.#drafting = false;
    }
  }

  /**
   * Asks ahead for what may be asked next; one at a time, since whoever asks meanwhile waits for it.
   *
   * @param {Request} request
   * @returns {Promise<ScreenReply | undefined>} nothing where it is not made, or was forgotten meanwhile
   */
  async foresee(request) {
    if (!this.#python || this.#foreseeing) return undefined;
    const whole = this.whole(request);
    const made = { to: JSON.stringify(whole), reply: this.#python.handle(whole) };
    this.#foreseen = made;
    this.#foreseeing = true;
    try {
      const reply = /** @type {ScreenReply} */ (await made.reply);
      return this.#foreseen === made ? reply : undefined;
    } catch {
      return undefined; // whoever asks for the same hears of it
    } finally {
      this.#foreseeing = false;
    }
  }

  /** @param {HTMLElement} form of details */
  keep(form) {
    this.#form = form;
  }

  /** Forgets what was made of one person's words. */
  forget() {
    this.#drafted = undefined;
    this.#foreseen = undefined;
    this.#form = undefined;
    this.byHand.forget();
  }

  /**
   * The static interview's reply, or the form with every word that was written: only Python can make papers of it.
   *
   * @param {Request} request
   * @returns {StaticReply}
   */
  #askByHand(request) {
    const { known } = this.session;
    const aboutPapers = request.do === "details" || request.do === "packet";
    if (aboutPapers && this.#form) return { ...known, screen: "details", section: this.#form, error: false };
    return this.byHand.handle(request, known);
  }

  /** From here on the page goes on without Python, with every answer. */
  #giveUp() {
    this.#end();
    if (!this.left.aborted) this.onGone();
  }

  #end() {
    this.#coming?.stop();
    this.#coming = undefined;
    this.#python = undefined;
  }
}

/**
 * @template T
 * @param {number} seconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>} rejected where nothing came in time
 */
function within(seconds, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Today on the reader's own clock, YYYY-MM-DD. */
function today() {
  const moment = new Date();
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((n) => String(n).padStart(2, "0")).join("-");
}

/** This minute on the reader's own clock, with its offset from UTC. */
function now() {
  const moment = new Date();
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 16);
  const offset = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map((n) => String(Math.floor(n)).padStart(2, "0"));
  return `${local}${minutes < 0 ? "-" : "+"}${offset.join(":")}`;
}
