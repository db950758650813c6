/**
 * The walk through the screens, one thing at a time: takes a request to the engine, remembers what comes of it, and
 * has it shown. While something is under way, a second press does nothing. No wording and no decision is made here.
 */

import { Afterwards } from "./afterwards.js";
import { Entries } from "./entries.js";
import { fieldsOf, namesIn, requestOf } from "./form.js";
import * as frame from "./frame.js";
import { readFile, saveFile } from "./papers.js";
import { keepNewest } from "./place_box.js";
import * as screen from "./screen.js";
import { nameOf } from "./static_interview.js";
import { onward, papersWait, replaced, start, stepOf, travelled } from "./trail.js";

/** @typedef {import("./door.js").Request} Request */
/** @typedef {import("./door.js").ScreenReply} ScreenReply */

/**
 * @typedef {object} WalkOptions
 * @property {import("./session.js").Session} session
 * @property {import("./engine.js").Engine} engine
 * @property {import("./papers.js").Papers} papers
 * @property {HTMLElement} first the first screen
 * @property {AbortSignal} left the person left: from then on nothing is shown, and no reply is kept
 */

export class Walk {
  #trail = start();
  #entries = new Entries();
  #busy = false;
  /** Settles when nothing is under way. @type {Promise<unknown>} */
  #working = Promise.resolve();
  #afterwards = new Afterwards();

  /** @param {WalkOptions} options */
  constructor({ session, engine, papers, first, left }) {
    this.session = session;
    this.engine = engine;
    this.papers = papers;
    this.first = first;
    this.left = left;
  }

  /* -------------------------------------------------------------- one request */

  /** Does one request and shows what comes of it. @param {Request} request */
  act(request) {
    return this.#alone(() => this.#perform(request, true));
  }

  /** Reads the form that is shown, and asks what follows. */
  submit(/** @type {HTMLFormElement} */ form) {
    const read = requestOf(form, this.engine.hasPython);
    if (!read) return screen.showProblem(form);
    if (!this.engine.canGoOn) return frame.keepPress(form, this.engine.isStuck);
    const { typed, ...request } = read;
    if (typed) this.session.typeDate(typed);
    return this.act(request);
  }

  /** Takes what was just written into the form of details. */
  write(/** @type {HTMLFormElement} */ form) {
    this.session.write(namesIn(form), fieldsOf(form));
    this.#draft();
  }

  nextNeed() {
    this.session.nextNeed();
    return this.act({ do: "show" });
  }

  /** @param {() => Promise<unknown>} task done unless another is under way */
  #alone(task) {
    if (!this.#busy) {
      this.#afterwards.now();
      this.#busy = true;
      this.#working = task().finally(() => (this.#busy = false));
    }
    return this.#working;
  }

  /** As soon as nothing else is under way; who waits besides is kept waiting then. @param {() => Promise<unknown>} task */
  async #inTurn(task) {
    while (this.#busy) await this.#working;
    return this.#alone(task);
  }

  /**
   * @param {Request} request
   * @param {boolean} forward whether the screen that is left can be gone back to
   * @param {string} at the part to show, where it is not the top
   * @returns {Promise<unknown>}
   */
  async #perform(request, forward, at = "") {
    const written = this.session.details;
    const reply = await this.engine.ask(request);
    if (this.left.aborted) return;
    this.session.leave(screen.choice(), request.do === "answer");
    if ("problem" in reply && reply.problem) return frame.tellCaseFile(reply.problem);
    const byPython = "html" in reply ? reply : undefined;
    const shown = "html" in reply ? screen.fromPython(reply.html) : reply.section;
    const stays = screen.isShown(shown);
    this.session.take(reply, written);
    const focus = byPython?.focus ?? "";
    if (reply.screen === "result" && papersWait(this.#trail, focus)) return this.#perform({ do: "packet" }, forward, focus);
    if (byPython?.details) this.engine.forget(); // it was another person's, perhaps
    const leads = forward && !stays && !reply.error;
    this.#trail = (leads ? onward : replaced)(this.#trail, stepOf(reply.screen, nameOf(shown)));
    if (reply.screen === "details") this.engine.keep(shown);
    this.#show(shown, reply.error);
    if (!stays || reply.error) screen.turnTo(shown, reply.error, focus || at);
    if (reply.error) keepNewest(shown, this.session);
    if (leads) this.#entries.push(this.#trail.behind.length); // at once: Back may be pressed before what comes afterwards
    this.#afterwards.put(() => {
      if (reply.screen === "details") this.#draft();
      this.#showAround(byPython);
      this.tellPapers();
    });
  }

  #draft() {
    return this.engine.draft(() => this.#trail.here.do === "details");
  }

  /* -------------------------------------------------------------- what Python alone can do */

  /** Shows page and screen in another language; every answer stays. @param {string} language */
  speak(language) {
    if (!this.engine.hasPython) return;
    return this.#alone(async () => {
      const made = await this.engine.askPython({ do: "frame", language, links: frame.settings.links[language] });
      if (made) {
        this.session.language = language;
        frame.reframe(/** @type {import("./door.js").Frame} */ (made), language);
        frame.nameAddress(language);
        if (!this.left.aborted) frame.tellPython("python_ready");
      }
      await this.#perform(this.#trail.here, false);
    });
  }

  /** Asks for a file, and saves it; or shows what to mend before. @param {Request} request @returns whether it is saved */
  async save(request) {
    let saved = false;
    if (!this.engine.hasPython) return saved;
    await this.#alone(async () => {
      const whose = this.session.known;
      const reply = await this.engine.askPython(this.engine.whole(request));
      // Where everything was cleared meanwhile nothing of it may reach the disk.
      if (!reply || this.left.aborted || this.session.known !== whose) return;
      if (!("base64" in reply)) return this.#perform({ do: "packet" }, true);
      saveFile(/** @type {import("./door.js").PaperFile} */ (reply));
      saved = true;
    });
    return saved;
  }

  /** Goes on from a file that the reader saved before. What is no case Python says. */
  async openCase(/** @type {HTMLInputElement} */ input) {
    const text = await readFile(input, frame.settings.mostBytes);
    if (text !== undefined) await this.#inTurn(() => this.#perform({ do: "load", text }, true));
  }

  /** Python came: offers what it has for the screen that is shown. @param {ScreenReply} reply */
  offer(reply) {
    frame.offerCaseFile(this.#trail.behind.length === 0);
    // On a result that was reached by hand: Python has papers for it, or asks first who will send them.
    if (screen.asksNothing() && (reply.prepare || reply.screen !== "result")) frame.offerPapers(true, true);
  }

  /* -------------------------------------------------------------- showing */

  /** @param {HTMLElement} shown @param {boolean} error */
  #show(shown, error) {
    const { session, engine } = this;
    const byPython = engine.hasPython;
    const language = byPython || shown === engine.form ? session.language : frame.languageOfPage;
    screen.show(shown, { session, byPython, language, begun: this.#trail.behind.length > 0, next: engine.nextNeed, error });
  }

  /** What belongs to the papers, and "Your answers". @param {ScreenReply | undefined} reply of Python */
  #showAround(reply) {
    this.papers.hold(reply?.texts);
    const formWaits = Boolean(this.engine.form) && !this.engine.hasPython && screen.asksNothing();
    frame.offerPapers(reply ? Boolean(reply.prepare) : formWaits, Boolean(reply));
    frame.showAround(reply, this.#trail.behind.length > 0);
  }

  /** Where form or papers stand there and Python is gone, no more can be made of them; for a result, only by hand. */
  tellPapers() {
    frame.tellByHand();
    frame.showLinks(this.engine.isStuck && screen.isShown(this.first));
    frame.tellPapersFailed(!this.engine.hasPython && ["details", "packet"].includes(this.#trail.here.do));
  }

  /* -------------------------------------------------------------- back, forward, from the beginning */

  /** @param {{walk?: number, step: number} | null} entry of the browser's history, where it went */
  async travel(entry) {
    frame.nameAddress(this.session.language);
    const step = this.#entries.stepOf(entry);
    if (step === undefined) return this.#entries.replace(this.#trail.behind.length); // it stands for what is shown now
    await this.#inTurn(async () => {
      const trail = travelled(this.#trail, step);
      if (trail === this.#trail) return;
      this.#trail = trail;
      if (trail.here.do === "show" && trail.here.interlude) this.session.unsee(trail.here.interlude);
      await this.#perform(trail.here, false);
    });
  }

  /**
   * Takes over from the screen that the person came to. Focus does not move.
   *
   * @param {HTMLElement} here
   * @returns {Promise<unknown>} settled when it is the first screen that Back leads to
   */
  takeOver(here) {
    this.#trail = start(stepOf("", nameOf(here)));
    this.#show(here, false);
    return this.#alone(() => this.#entries.begin());
  }

  async clearEverything() {
    this.forget();
    screen.hold(this.first); // at once: what stood there can be neither read nor written in any more
    frame.tell("cleared", screen.find("[data-back]"));
    await this.#inTurn(async () => {
      this.forget(); // an answer that Python was just taking must not come back with its reply
      await this.#entries.begin();
      await this.#perform({ do: "show" }, false);
    });
    if (!this.engine.hasPython) screen.turnTo(this.first, false, "");
  }

  /** Forgets every answer, in memory and on the screen. */
  forget() {
    this.#afterwards.drop();
    this.session.forget();
    this.engine.forget();
    this.papers.forget();
    this.#trail = start(this.#trail.here);
    frame.showAnswers("");
    screen.emptyForms();
  }
}
