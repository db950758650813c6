/**
 * Brings Python into the page: fetches its files, checks them, seals the page, and starts the worker.
 *
 * The order is the promise: every byte arrives before the seal, and nothing may be asked of a person
 * before it. May not know a question, a word or a rule; it carries JSON in and JSON out.
 */

/**
 * One file of the runtime, as scripts/bundle.py lists it.
 *
 * @typedef {object} RuntimeFile
 * @property {string} name what worker.js knows it as
 * @property {number} bytes its size, decoded
 * @property {string} integrity `sha256-` and base64
 * @property {string} [url] where it lies, relative to the base; its name where this is missing
 */

/**
 * @typedef {object} Manifest
 * @property {string} python
 * @property {string} pyodide
 * @property {string} abi
 * @property {RuntimeFile[]} files
 */

/**
 * Why there is no Python, or no answer:
 * `offline` the site could not be reached; `corrupt` it sent something else than the file;
 * `stalled` no byte came for too long; `no-webassembly` this browser cannot run it, nothing was fetched;
 * `boot-timeout` and `boot-failed` the files are right but Python did not start, and the page is sealed:
 * only a reload can try again; `request-failed` Python failed on one request and goes on;
 * `stopped` by stop() or by the caller's signal.
 *
 * @typedef {"offline" | "corrupt" | "stalled" | "no-webassembly" | "boot-timeout" | "boot-failed"
 *   | "request-failed" | "stopped"} Reason
 */

/**
 * @typedef {object} StartOptions
 * @property {Manifest} manifest
 * @property {string | URL} base the folder of the runtime on this site
 * @property {(loadedBytes: number, totalBytes: number) => void} [onProgress] decoded bytes, as they come
 * @property {AbortSignal} [signal] gives up, before or while starting
 * @property {number} [stallSeconds] the longest wait for one more byte
 * @property {number} [bootSeconds] the longest wait for Python to start, once it is here
 * @property {(url: string) => any} [trustedScriptURL] the page's Trusted Types policy
 */

/** @typedef {{handle(request: object): Promise<object>, stop(): void}} Python */

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files */

/** An error that says why in a word the page has a text for; never anything a person typed. */
export class RuntimeFailure extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail] for a developer
   */
  constructor(reason, detail) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "RuntimeFailure";
    this.reason = reason;
  }
}

const SEAL =
  "default-src 'none'; script-src blob: 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'";

/** Ways out of a page that no content security policy closes. */
const TAKEN_AWAY = ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"];

/** The smallest module with a tag section: what Pyodide needs beyond the first WebAssembly is exceptions. */
const WASM_WITH_EXCEPTIONS = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 13, 3, 1, 0, 0]);

const WORKER = "worker.js";

/** A seal is never broken while the page is open. */
let sealed = false;

/** Where a browser hides the bytes until a file is complete, a quiet line is forgiven this much longer. */
const PATIENCE_WITHOUT_PROGRESS = 6;

/**
 * Starts Python. Rejects with a RuntimeFailure and leaves nothing running.
 *
 * @param {StartOptions} options
 * @returns {Promise<Python>}
 */
export async function startPython({
  manifest,
  base,
  onProgress = () => {},
  signal,
  stallSeconds = 20,
  bootSeconds = 60,
  trustedScriptURL = (url) => url,
}) {
  if (sealed) throw new RuntimeFailure("boot-failed", "the page is sealed: only a reload can fetch anything");
  await requireWebAssembly();
  const files = await download({ manifest, base, onProgress, signal, stallSeconds });
  seal();
  try {
    return await bootWorker({ files, abi: manifest.abi, signal, bootSeconds, trustedScriptURL });
  } catch (error) {
    // A browser that refuses the worker itself throws an error of its own.
    throw error instanceof RuntimeFailure ? error : new RuntimeFailure("boot-failed", String(error));
  }
}

/** Rejects before a byte is fetched where this browser, or the page's policy, does not run WebAssembly. */
async function requireWebAssembly() {
  try {
    await WebAssembly.compile(WASM_WITH_EXCEPTIONS);
  } catch (error) {
    throw new RuntimeFailure("no-webassembly", String(error));
  }
}

/**
 * Fetches every file of the manifest and checks each against its hash; all of them or none.
 *
 * @param {Pick<StartOptions, "manifest" | "base" | "signal"> & Required<Pick<StartOptions, "onProgress" | "stallSeconds">>}
 *   options
 * @returns {Promise<Files>}
 */
export async function download({ manifest, base, onProgress, signal, stallSeconds }) {
  const canHash = Boolean(globalThis.crypto?.subtle);
  const quiet = new AbortController();
  const watchdog = new Watchdog(canHash ? stallSeconds : stallSeconds * PATIENCE_WITHOUT_PROGRESS, () =>
    quiet.abort(new RuntimeFailure("stalled")),
  );
  const giveUp = () => quiet.abort(new RuntimeFailure("stopped"));
  signal?.addEventListener("abort", giveUp);
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  /** @param {number} bytes received; less than 0 takes back those of a file that is fetched again */
  const received = (bytes) => {
    watchdog.reset();
    loaded += bytes;
    onProgress(loaded, total);
  };
  try {
    if (signal?.aborted) giveUp();
    const fetchFile = canHash ? fetchThenHash : fetchWithIntegrity;
    const contents = await Promise.all(
      manifest.files.map((file) => fetchFresh(fetchFile, file, new URL(file.url ?? file.name, base), received, quiet.signal)),
    );
    return Object.fromEntries(manifest.files.map((file, index) => [file.name, contents[index]]));
  } catch (error) {
    // What the others were waiting for, a file that was refused or a line gone quiet, is the reason of all.
    const reason = quiet.signal.aborted ? quiet.signal.reason : error;
    quiet.abort(reason);
    throw reason;
  } finally {
    watchdog.stop();
    signal?.removeEventListener("abort", giveUp);
  }
}

/**
 * @callback FetchFile
 * @param {RuntimeFile} file
 * @param {URL} url
 * @param {RequestCache} cache
 * @param {(bytes: number) => void} received
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */

/**
 * Fetches a file, and once more past the browser's own store if it is not the right one: a bad copy that
 * is kept for a year must not lock a person out for a year.
 *
 * @param {FetchFile} fetchFile
 * @param {RuntimeFile} file
 * @param {URL} url
 * @param {(bytes: number) => void} received
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function fetchFresh(fetchFile, file, url, received, signal) {
  let counted = 0;
  /** @param {number} bytes */
  const count = (bytes) => {
    counted += bytes;
    received(bytes);
  };
  try {
    return await fetchFile(file, url, "default", count, signal);
  } catch (error) {
    if (!(error instanceof RuntimeFailure) || error.reason !== "corrupt") throw error;
    received(-counted);
    return fetchFile(file, url, "reload", received, signal);
  }
}

/** @type {FetchFile} */
async function fetchThenHash(file, url, cache, received, signal) {
  const response = await request(url, { cache, signal });
  const content = await readExactly(response, file, received);
  const digest = await crypto.subtle.digest("SHA-256", content);
  const integrity = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  if (integrity !== file.integrity) throw new RuntimeFailure("corrupt", `${file.name} is not the file of the manifest`);
  return content;
}

/**
 * For plain http, where a browser offers no hashing: it then checks the file itself, but shows no byte of it
 * before the last.
 *
 * @type {FetchFile}
 */
async function fetchWithIntegrity(file, url, cache, received, signal) {
  let response;
  try {
    response = await request(url, { cache, signal, integrity: file.integrity });
  } catch (error) {
    // A refused file and a dead line look the same here; the line is dead if it cannot even bring the headers.
    await request(url, { method: "HEAD", cache, signal });
    throw new RuntimeFailure("corrupt", `${file.name}: ${error}`);
  }
  return readExactly(response, file, received);
}

/**
 * @param {URL} url
 * @param {RequestInit} options
 * @returns {Promise<Response>} of a file that is there
 */
async function request(url, options) {
  let response;
  try {
    response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", ...options });
  } catch (error) {
    throw new RuntimeFailure("offline", String(error));
  }
  if (!response.ok) throw new RuntimeFailure("corrupt", `${url.pathname} answers ${response.status}`);
  return response;
}

/**
 * @param {Response} response
 * @param {RuntimeFile} file
 * @param {(bytes: number) => void} received
 * @returns {Promise<Uint8Array<ArrayBuffer>>} as many bytes as the manifest says
 */
async function readExactly(response, file, received) {
  const content = new Uint8Array(file.bytes);
  const reader = response.body?.getReader();
  let length = 0;
  for (;;) {
    const chunk = await readChunk(reader);
    if (!chunk) break;
    if (length + chunk.length > content.length) {
      await reader?.cancel();
      throw new RuntimeFailure("corrupt", `${file.name} is too long`);
    }
    content.set(chunk, length);
    length += chunk.length;
    received(chunk.length);
  }
  if (length < content.length) throw new RuntimeFailure("corrupt", `${file.name} ends after ${length} bytes`);
  return content;
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array> | undefined} reader
 * @returns {Promise<Uint8Array | undefined>} nothing at the end
 */
async function readChunk(reader) {
  try {
    return (await reader?.read())?.value;
  } catch (error) {
    throw new RuntimeFailure("offline", String(error));
  }
}

/**
 * Barks once when nothing happened for a while. It counts ticks, not the clock: a phone that sleeps with its
 * screen off does not tick, and must not find on waking that its time is up.
 */
class Watchdog {
  /**
   * @param {number} seconds
   * @param {() => void} bark
   */
  constructor(seconds, bark) {
    const patience = Math.ceil(seconds);
    this.quietTicks = 0;
    this.timer = setInterval(() => {
      this.quietTicks += 1;
      if (this.quietTicks < patience) return;
      this.stop();
      bark();
    }, (seconds / patience) * 1000);
  }

  reset() {
    this.quietTicks = 0;
  }

  stop() {
    clearInterval(this.timer);
  }
}

/**
 * Cuts the page off: from here on nothing in it can send or fetch anything, for as long as it is open.
 * The policy is a second one beside the page's own, so it can only take rights away.
 */
export function seal() {
  sealed = true;
  for (const name of TAKEN_AWAY) takeAway(name, undefined);
  takeAway("open", () => null);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEAL;
  document.head.append(policy);
}

/**
 * @param {string} name of a global
 * @param {unknown} value what stands in its place for good
 */
function takeAway(name, value) {
  if (Object.getOwnPropertyDescriptor(globalThis, name)?.configurable === false) return;
  Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
}

/**
 * @param {{files: Files, abi: string, signal: AbortSignal | undefined, bootSeconds: number,
 *   trustedScriptURL: (url: string) => any}} options
 * @returns {Promise<Python>}
 */
function bootWorker({ files, abi, signal, bootSeconds, trustedScriptURL }) {
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
