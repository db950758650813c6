/**
 * The worker that Python lives in: starts Pyodide from bytes in memory, then answers one request at a time.
 *
 * It is started from a `blob:` URL by worker_host.js after the page was sealed, and inherits the seal: there is
 * no network here, and what could store or pass on an answer is taken away before Python starts. May not
 * know what a request or an answer says; both are strings to it.
 *
 * Messages in:  {kind: "boot", abi, files} once, then {kind: "request", id, text}
 * Messages out: {kind: "ready"} or {kind: "boot-failed", detail}, then {kind: "answer", id, text} or
 *               {kind: "request-failed", id}
 */

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files the runtime's files by name */

/** A place that exists nowhere: Pyodide asks for its files there, and `answerFromMemory` has them. */
const IN_MEMORY = "memory:/";

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

for (const name of TAKEN_AWAY) replaceForGood(self, name, undefined);
replaceForGood(self.navigator, "storage", undefined);

self.addEventListener("message", boot, { once: true });

/**
 * @param {object} owner
 * @param {string} name
 * @param {unknown} value what anyone who asks for it gets from now on
 */
function replaceForGood(owner, name, value) {
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}

/**
 * Starts Python and says whether it is ready. Nothing was typed yet, so a reason may be told.
 *
 * @param {MessageEvent<{abi: string, files: Files}>} message
 */
async function boot({ data }) {
  try {
    const handle = await startPython(data.files, data.abi);
    self.addEventListener("message", ({ data: request }) => answer(handle, request));
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
 * @param {Files} files
 * @param {string} abi
 * @returns {Promise<(text: string) => string>} `wizard.bridge.handle`
 */
async function startPython(files, abi) {
  const { promise: wasmFailed, reject: failOnWasm } = deferred();
  answerFromMemory(files, failOnWasm);
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await importFromMemory(files["pyodide.mjs"]);
  const { default: createPyodideModule } = await importFromMemory(files["pyodide.asm.mjs"]);
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
  for (const name of Object.keys(files)) delete files[name];
  return pyodide.pyimport("wizard.bridge").handle;
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
    // The wasm goes from memory to the compiler below, without a copy of its ten megabytes in a Response.
    return name === "pyodide.asm.wasm" ? new Response() : new Response(files[name], { status: files[name] ? 200 : 404 });
  });
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    try {
      return await WebAssembly.instantiate(files["pyodide.asm.wasm"], imports);
    } catch (error) {
      failOnWasm(error);
      throw error;
    }
  };
}

/**
 * @param {Uint8Array<ArrayBuffer>} code of an ES module
 * @returns {Promise<any>} the module
 */
async function importFromMemory(code) {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
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
