/**
 * What the page says of the Python that belongs to it, and the way to its files.
 */

import { fetchPython } from "./runtime.js";

/** Python's files with their hashes, and where they lie. */
export const { manifest, base, stallSeconds } = JSON.parse(document.getElementById("runtime")?.textContent ?? "");

const { connection } = /** @type {any} */ (navigator);

/** Whether the person has asked this browser to save data: then nothing is fetched before they say yes. */
export const savesData = Boolean(connection?.saveData);

/**
 * Fetches the files of Python.
 *
 * @param {(loadedBytes: number, totalBytes: number) => void} onProgress
 * @param {AbortSignal} left the person left
 * @returns {Promise<import("./download.js").Files>}
 */
export const arrivingFiles = (onProgress, left) =>
  fetchPython({ manifest, base: new URL(base, location.href), stallSeconds, signal: left, onProgress });
