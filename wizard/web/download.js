/**
 * Brings the files of Python: every one of them whole and right, or none, with the reason why.
 *
 * Nothing here starts anything, and nothing here may be called once the page is sealed.
 */

import { RuntimeFailure, Watchdog } from "./failures.js";
import { fetchPacked, wasOpenedHere } from "./packed.js";

/**
 * One file of the runtime, as scripts/runtime_bundle/manifest.py lists it.
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

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files */

/**
 * @typedef {object} DownloadOptions
 * @property {Manifest} manifest
 * @property {string | URL} base the folder of the runtime on this site
 * @property {(loadedBytes: number, totalBytes: number) => void} onProgress decoded bytes, as they come
 * @property {AbortSignal} [signal] gives up
 * @property {number} stallSeconds the longest wait for one more byte
 */

/** Where a browser hides the bytes until a file is complete, a quiet line is forgiven this much longer. */
const PATIENCE_WITHOUT_PROGRESS = 6;

/**
 * Fetches every file of the manifest and checks each against its hash; all of them or none.
 *
 * @param {DownloadOptions} options
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
  const response = await request(url, { cache, signal }, cache === "default" ? fetchPacked : fetch);
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
 * @param {typeof fetchPacked} fetchIt
 * @returns {Promise<Response>} of a file that is there
 */
async function request(url, options, fetchIt = fetch) {
  let response;
  try {
    response = await fetchIt(url, { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", priority: "low", ...options });
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
    const chunk = await readChunk(reader, wasOpenedHere(response) ? "corrupt" : "offline");
    if (!chunk) break;
    if (length + chunk.length > content.length) {
      await reader?.cancel();
      throw new RuntimeFailure("corrupt", `${file.name} is too long`);
    }
    content.set(chunk, length);
    length += chunk.length;
    received(chunk.length);
    free(chunk.buffer);
  }
  if (length < content.length) throw new RuntimeFailure("corrupt", `${file.name} ends after ${length} bytes`);
  return content;
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array> | undefined} reader
 * @param {"corrupt" | "offline"} reason why there is no more where it breaks off
 * @returns {Promise<Uint8Array | undefined>} nothing at the end
 */
async function readChunk(reader, reason) {
  try {
    return (await reader?.read())?.value;
  } catch (error) {
    throw new RuntimeFailure(reason, String(error));
  }
}

/**
 * Lets go of memory at once: it is given to a port that nobody hears. The collector would come for it megabytes later.
 *
 * @param {ArrayBufferLike} buffer
 */
function free(buffer) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [/** @type {ArrayBuffer} */ (buffer)]);
  port1.close();
}
