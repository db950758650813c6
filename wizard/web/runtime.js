/**
 * Brings Python into the page: fetches its files, checks them, seals the page, and starts the worker.
 *
 * The order is the promise: every byte arrives before the seal, and nothing may be asked of a person
 * before it. May not know a question, a word or a rule; it carries JSON in and JSON out.
 */

import { download } from "./download.js";
import { RuntimeFailure } from "./failures.js";
import { isSealed, seal } from "./seal.js";
import { bootWorker } from "./worker_host.js";

/** @typedef {import("./download.js").Manifest} Manifest */
/** @typedef {import("./door.js").Python} Python */

/**
 * @typedef {object} FetchOptions
 * @property {Manifest} manifest
 * @property {string | URL} base the folder of the runtime on this site
 * @property {(loadedBytes: number, totalBytes: number) => void} [onProgress] decoded bytes, as they come
 * @property {AbortSignal} [signal] gives up
 * @property {number} [stallSeconds] the longest wait for one more byte
 */

/**
 * @typedef {object} StartOptions
 * @property {Manifest} manifest
 * @property {Promise<import("./download.js").Files>} files every one of the manifest, as fetchPython brings them
 * @property {AbortSignal} [signal] gives up, before or while starting
 * @property {number} [bootSeconds] the longest wait for Python to start, once it is here
 * @property {(url: string) => any} [trustedScriptURL] the page's Trusted Types policy
 * @property {Promise<unknown>} [alsoBeforeSeal] settles when what else the page needs is here, or will not come
 * @property {AbortController} [late] gives that up, where it is not here long after the files are
 */

/** The smallest module with a tag section: what Pyodide needs beyond the first WebAssembly is exceptions. */
const WASM_WITH_EXCEPTIONS = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 13, 3, 1, 0, 0]);

/** How much longer than Python's megabytes the rest of the page may take, which is a hundredth of them. */
const LATE_MS = 5000;

/**
 * Brings every file of Python, and fetches nothing where this browser could not run it.
 *
 * @param {FetchOptions} options
 */
export async function fetchPython({ manifest, base, onProgress = () => {}, signal, stallSeconds = 20 }) {
  if (isSealed()) throw new RuntimeFailure("boot-failed", "the page is sealed: only a reload can fetch anything");
  await requireWebAssembly();
  return download({ manifest, base, onProgress, signal, stallSeconds });
}

/**
 * Starts Python once its files are here. Rejects with a RuntimeFailure and leaves nothing running.
 *
 * @param {StartOptions} options
 * @returns {Promise<Python>}
 */
export async function startPython({
  manifest,
  files,
  signal,
  bootSeconds = 60,
  trustedScriptURL = (url) => url,
  alsoBeforeSeal,
  late,
}) {
  const arrived = await files;
  const crawls = setTimeout(() => late?.abort(), LATE_MS);
  await alsoBeforeSeal;
  clearTimeout(crawls);
  seal();
  try {
    return await bootWorker({ files: arrived, abi: manifest.abi, signal, bootSeconds, trustedScriptURL });
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
