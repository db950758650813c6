/**
 * The worker that Python lives in: starts Pyodide from bytes in memory, then answers one request at a time.
 *
 * It is started from a `blob:` URL by worker_host.js after the page was sealed, and inherits the seal: there is
 * no network here, and what could store or pass on an answer is taken away before Python starts. May not
 * know what a request or an answer says; both are strings to it.
 *
 * Messages in:  {abi, files} once, then {id, text}
 * Messages out: {kind: "ready"} or {kind: "boot-failed", detail}, then {kind: "answer", id, text} or
 *               {kind: "request-failed", id}
 */

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files the runtime's files by name */

/** A place that exists nowhere: Pyodide asks for its files there, and `answerFromMemory` has them. */
const IN_MEMORY = "memory:/";

/** How long nothing is asked before the next turn of the rehearsal. */
const QUIET_MS = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextTurn;

/** The same flags that the bytecode was compiled and measured with. */
const PYTHON_ARGUMENTS = ["-B", "-OO"];

/** All that a worker could reach another program, another tab or the disk with. CSP covers only the network. */
const TAKEN_AWAY = [
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "BroadcastChannel",
  "Worker",
  "SharedWorker",
  "importScripts",
  "indexedDB",
  "caches",
  "Notification",
  "FileSystemHandle",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
];

/** The same of the worker's `navigator`. */
const TAKEN_FROM_NAVIGATOR = ["storage", "storageBuckets", "locks", "serviceWorker", "usb", "hid", "serial"];

for (const name of TAKEN_AWAY) takeAway(self, name);
for (const name of TAKEN_FROM_NAVIGATOR) takeAway(self.navigator, name);

self.addEventListener("message", boot, { once: true });

/** Takes it from *of*, and from the prototypes that it could be had from again. @param {object} of @param {string} name */
function takeAway(of, name) {
  for (let owner = Object.getPrototypeOf(of); owner; owner = Object.getPrototypeOf(owner)) {
    if (Object.getOwnPropertyDescriptor(owner, name)) replaceForGood(owner, name, undefined);
  }
  replaceForGood(of, name, undefined);
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {unknown} value what anyone who asks for it gets from now on
 */
function replaceForGood(owner, name, value) {
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}

/**
 * Starts Python and says whether it is ready. Nothing was typed yet, so a reason may be told. Where it is asked
 * nothing for a while it rehearses, one turn at a time, so that a request hardly ever waits for one.
 *
 * @param {MessageEvent<{abi: string, files: Files}>} message
 */
async function boot({ data }) {
  try {
    const { handle, rehearsal } = await startPython(data.files, data.abi);
    self.addEventListener("message", ({ data: request }) => answer(handle, request));
    const turns = rehearsal().split("\n");
    self.addEventListener("message", () => rehearse(handle, turns));
    self.postMessage({ kind: "ready" });
  } catch (error) {
    self.postMessage({ kind: "boot-failed", detail: String(error) });
  }
}

/**
 * @param {(text: string) => string} handle
 * @param {{id: number, text: string}} request
 */
function answer(handle, { id, text }) {
  try {
    self.postMessage({ kind: "answer", id, text: handle(text) });
  } catch {
    // The exception may quote what a person typed: it ends here.
    self.postMessage({ kind: "request-failed", id });
  }
}

/**
 * Does once, while nobody waits for it, what is slow the first time. What comes of it goes nowhere.
 *
 * @param {(text: string) => string} handle
 * @param {string[]} turns the requests that are left; each is taken away
 */
function rehearse(handle, turns) {
  clearTimeout(nextTurn);
  if (turns.length === 0) return;
  nextTurn = setTimeout(() => {
    try {
      handle(turns.shift() ?? "");
    } catch {
      // Whoever asks for the same hears of it.
    }
    rehearse(handle, turns);
  }, QUIET_MS);
}

/**
 * @param {Files} files
 * @param {string} abi
 * @returns {Promise<{handle: (text: string) => string, rehearsal: () => string}>} `wizard.bridge`, by way of scripts/runtime_bundle/start.py
 */
async function startPython(files, abi) {
  const { promise: wasmFailed, reject: failOnWasm } = deferred();
  answerFromMemory(files, failOnWasm);
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await importFromMemory(files, "pyodide.mjs");
  const { default: createPyodideModule } = await importFromMemory(files, "pyodide.asm.mjs");
  const pyodide = await Promise.race([wasmFailed, loadPyodide({
    createPyodideModule,
    indexURL: IN_MEMORY,
    stdLibURL: `${IN_MEMORY}python.zip`,
    lockFileContents: /** @type {any} */ ({ info: { abi_version: abi }, packages: {} }),
    args: PYTHON_ARGUMENTS,
    // What Python prints could quote what a person typed, and a console is read by others.
    stdout: () => {},
    stderr: () => {},
  })]);
  free(files, "python.zip");
  return pyodide.pyimport("start");
}

/**
 * Lets Pyodide find its files without a network. A wrong wasm file would otherwise never be reported:
 * Pyodide only logs it and waits forever.
 *
 * @param {Files} files
 * @param {(reason: unknown) => void} failOnWasm
 */
function answerFromMemory(files, failOnWasm) {
  replaceForGood(self, "fetch", async (/** @type {RequestInfo | URL} */ request) => {
    const name = String(request).slice(IN_MEMORY.length);
    // A Response would hold a copy of the megabytes.
    return name in files ? { ok: true, arrayBuffer: () => files[name].buffer } : new Response(null, { status: 404 });
  });
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    try {
      const instantiated = WebAssembly.instantiate(files["pyodide.asm.wasm"], imports);
      free(files, "pyodide.asm.wasm"); // the compiler made its own copy at once
      return await instantiated;
    } catch (error) {
      failOnWasm(error);
      throw error;
    }
  };
}

/**
 * @param {Files} files
 * @param {string} name of an ES module
 * @returns {Promise<any>} the module
 */
async function importFromMemory(files, name) {
  const url = URL.createObjectURL(new Blob([files[name]], { type: "text/javascript" }));
  free(files, name);
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Lets go of a file that nobody needs any more, and of its memory at once: it is given to a port that nobody hears. The
 * collector would come for it long after those megabytes were wanted.
 *
 * @param {Files} files
 * @param {string} name
 */
function free(files, name) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [files[name].buffer]);
  port1.close();
  delete files[name];
}

/** @returns {{promise: Promise<never>, reject: (reason: unknown) => void}} a promise that can only fail */
function deferred() {
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((_resolve, refuse) => {
    reject = refuse;
  });
  return { promise: /** @type {Promise<never>} */ (promise), reject };
}
