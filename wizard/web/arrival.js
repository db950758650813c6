/**
 * Begins to fetch Python with the first paint, while the rest of the page still arrives, and keeps it for wizard.js. It
 * runs as soon as it is here, before the other scripts: on a phone they have to wait until the page is read to its end.
 * Where nobody would be served by it, it fetches nothing: no WebAssembly (runtime.js), or a person who saves data.
 */

import { fetchPython } from "./runtime.js";

/** @typedef {import("./download.js").Files} Files */

/** What the page says of the Python that belongs to it: its files with their hashes, and where they lie. */
export const { manifest, base, stallSeconds } = JSON.parse(document.getElementById("runtime")?.textContent ?? "");

const { connection } = /** @type {any} */ (navigator);

/** Whether the person has asked this browser to save data. */
export const savesData = Boolean(connection?.saveData);

/** Whether nobody asked for the files yet. */
let wanted = !savesData;
/** @type {Promise<Files> | undefined} */
let coming;
/** @type {(loadedBytes: number, totalBytes: number) => void} */
let tell = () => {};
const stopping = new AbortController();

function begin() {
  coming ??= fetchPython({
    manifest,
    base: new URL(base, location.href),
    stallSeconds,
    signal: stopping.signal,
    onProgress: (loaded, total) => tell(loaded, total),
  });
  coming.catch(() => {}); // whoever asks for the files hears of it
  return coming;
}

/**
 * The files of Python: those that are on their way. Who asks again, after they did not come, has them fetched anew.
 *
 * @param {(loadedBytes: number, totalBytes: number) => void} onProgress
 * @param {AbortSignal} left the person left
 * @returns {Promise<Files>}
 */
export function arrivingFiles(onProgress, left) {
  tell = onProgress;
  left.addEventListener("abort", () => stopping.abort());
  wanted = false;
  const files = begin();
  coming = undefined;
  return files;
}

if (wanted) requestAnimationFrame(() => setTimeout(() => wanted && begin()));
