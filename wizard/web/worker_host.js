/**
 * The page's end of the worker that Python lives in: starts it from files in memory, and carries requests and answers.
 *
 * It is started after the seal, which it inherits. What a request or an answer says is not known here.
 */

import { RuntimeFailure, Watchdog } from "./failures.js";

/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./protocol.js").Python} Python */

const WORKER = "worker.js";

/**
 * @param {{files: Files, abi: string, signal: AbortSignal | undefined, bootSeconds: number,
 *   trustedScriptURL: (url: string) => any}} options
 * @returns {Promise<Python>}
 */
export function bootWorker({ files, abi, signal, bootSeconds, trustedScriptURL }) {
  return new Promise((resolve, reject) => {
    const { [WORKER]: code, ...rest } = files;
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const python = new PythonWorker(new Worker(trustedScriptURL(url), { type: "module" }), url);
    const watchdog = new Watchdog(bootSeconds, () => end(new RuntimeFailure("boot-timeout")));
    const giveUp = () => end(new RuntimeFailure("stopped"));
    /** @param {RuntimeFailure} [failure] */
    const end = (failure) => {
      watchdog.stop();
      signal?.removeEventListener("abort", giveUp);
      if (!failure) return resolve({ handle: (request) => python.handle(request), stop: () => python.stop() });
      python.stop();
      reject(failure);
    };
    signal?.addEventListener("abort", giveUp);
    python.onReady = () => end();
    python.onBroken = (detail) => end(new RuntimeFailure("boot-failed", detail));
    if (signal?.aborted) return giveUp();
    python.boot(abi, rest);
  });
}

/** The page's end of the worker: one request at a time, answered in the order they came. */
class PythonWorker {
  /**
   * @param {Worker} worker
   * @param {string} url of its code, revoked when it stops
   */
  constructor(worker, url) {
    /** @type {Worker | undefined} */
    this.worker = worker;
    this.url = url;
    this.onReady = () => {};
    /** @type {(detail: string) => void} */
    this.onBroken = () => {};
    /** @type {{id: number, text: string, resolve: (answer: object) => void, reject: (failure: Error) => void}[]} */
    this.queue = [];
    this.lastId = 0;
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", (event) => this.#break(event.message ?? "the worker did not start"));
    worker.addEventListener("messageerror", () => this.#break("an unreadable message"));
  }

  /**
   * @param {string} abi
   * @param {Files} files given away: they are empty here afterwards
   */
  boot(abi, files) {
    this.worker?.postMessage({ abi, files }, Object.values(files).map((content) => content.buffer));
  }

  /**
   * @param {object} request
   * @returns {Promise<object>}
   */
  handle(request) {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new RuntimeFailure("stopped"));
      this.lastId += 1;
      this.queue.push({ id: this.lastId, text: JSON.stringify(request), resolve, reject });
      if (this.queue.length === 1) this.#sendFirst();
    });
  }

  stop() {
    this.worker?.terminate();
    this.worker = undefined;
    URL.revokeObjectURL(this.url);
    for (const waiting of this.queue.splice(0)) waiting.reject(new RuntimeFailure("stopped"));
  }

  #sendFirst() {
    const [first] = this.queue;
    if (first) this.worker?.postMessage({ id: first.id, text: first.text });
  }

  /** @param {{kind: string, id: number, text: string, detail: string}} message */
  #receive({ kind, id, text, detail }) {
    if (kind === "ready") return this.onReady();
    if (kind === "boot-failed") return this.#break(detail);
    if (this.queue[0]?.id !== id) return;
    const answered = this.queue.shift();
    this.#sendFirst();
    if (kind === "answer") answered?.resolve(JSON.parse(text));
    else answered?.reject(new RuntimeFailure("request-failed"));
  }

  /** @param {string} detail */
  #break(detail) {
    this.onBroken(detail);
    this.stop();
  }
}
