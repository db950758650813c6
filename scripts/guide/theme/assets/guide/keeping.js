// What the page "Use it without internet" and the service worker both do with the files of the guide on a device. A kept
// guide is one cache, named by the hash of its list of files: all of them, each checked against its hash, or none is used.

/** @typedef {{url: string, integrity: string, bytes: number}} File its address from the copy's folder, its hash, its size */

/** Why the guide is not kept: no room, a file that is another, a line that broke, the person, or the browser. */
/** @typedef {"room" | "changed" | "line" | "stopped" | "refused"} Reason */

const AT_ONCE = 4;
const STALL_MS = 30_000;
/** What a host says of a file for the connection alone, and no longer holds for its bytes. */
const OF_THE_LINE = ["content-encoding", "content-length", "vary"];

export class NotKept extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const addressOf = (/** @type {File} */ file, /** @type {string} */ scope) => new URL(file.url, scope).href;
const family = (/** @type {string} */ scope) => `ice-contact-guide ${scope} `;

/** The cache of one release of the copy at *scope*. @param {File[]} files @param {string} scope */
export async function nameOf(files, scope) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(files)));
  return family(scope) + [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

/** Where the worker notes which pages are of another release than its own. */
export const notesOf = (/** @type {string} */ scope) => `${family(scope)}pages`;

/** Every cache of the copy at *scope*; other copies on the same host have theirs. @param {string} scope */
export async function namesOf(scope) {
  return (await caches.keys()).filter((name) => name.startsWith(family(scope)));
}

/** Takes away every cache of the copy at *scope* but those named *kept*. @param {string} scope @param {string[]} kept */
export async function forget(scope, ...kept) {
  const names = await namesOf(scope);
  await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
}

/** The hash of a file as the list has it. @param {BufferSource} content */
export async function integrityOf(content) {
  const digest = await crypto.subtle.digest("SHA-256", content);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/**
 * Brings every file into the cache of this release. What is there already, also in that of another release, is not loaded
 * again. Where it ends before, nothing of it is left, but after a broken line: then the next try goes on.
 *
 * @param {File[]} files
 * @param {string} scope the address of the copy's folder
 * @param {(share: number) => void} [onProgress] how much of all bytes has come, from 0 to 1
 * @param {AbortSignal} [signal]
 */
export async function keepAll(files, scope, onProgress = () => {}, signal) {
  const name = await nameOf(files, scope);
  const there = [name, ...(await namesOf(scope)).filter((other) => other !== name && other !== notesOf(scope))];
  const cache = await caches.open(name);
  const ending = new AbortController();
  const stop = () => ending.abort();
  signal?.addEventListener("abort", stop);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let came = 0;
  const received = (/** @type {number} */ more) => {
    came += more;
    if (!ending.signal.aborted) onProgress(came / total);
  };
  const waiting = files.slice();
  const work = async () => {
    for (let file = waiting.shift(); file && !ending.signal.aborted; file = waiting.shift()) {
      const kept = await keptIn(there, file, scope);
      if (kept) received(file.bytes);
      if (!kept || kept.from !== name) {
        await put(cache, addressOf(file, scope), kept ? kept.response : await fetched(file, scope, received, ending.signal));
      }
    }
  };
  try {
    if (signal?.aborted) stop();
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (signal?.aborted) throw new NotKept("stopped");
  } catch (error) {
    stop();
    const reason = signal?.aborted ? "stopped" : error instanceof NotKept ? error.reason : "refused";
    if (reason !== "line") await caches.delete(name);
    throw new NotKept(reason);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** @param {string[]} names @param {File} file @param {string} scope */
async function keptIn(names, file, scope) {
  for (const from of names) {
    const response = await caches.match(addressOf(file, scope), { cacheName: from });
    if (response && (await integrityOf(await response.clone().arrayBuffer())) === file.integrity) return { from, response };
  }
  return undefined;
}

/** @param {Cache} cache @param {string} address @param {Response} response */
async function put(cache, address, response) {
  try {
    await cache.put(address, response);
  } catch (error) {
    throw new NotKept(/quota/i.test(`${/** @type {Error} */ (error).name} ${/** @type {Error} */ (error).message}`) ? "room" : "refused");
  }
}

/**
 * A file from the host; once more past the browser's own store where it is not the right one.
 *
 * @param {File} file
 * @param {string} scope
 * @param {(bytes: number) => void} received less than 0 takes back what is loaded again
 * @param {AbortSignal} signal
 */
async function fetched(file, scope, received, signal) {
  for (const cache of /** @type {RequestCache[]} */ (["no-cache", "reload"])) {
    const { headers, content } = await loaded(addressOf(file, scope), cache, received, signal);
    if ((await integrityOf(content)) === file.integrity) return new Response(content, { headers });
    received(-content.length);
  }
  throw new NotKept("changed");
}

/** @param {string} address @param {RequestCache} cache @param {(bytes: number) => void} received @param {AbortSignal} signal */
async function loaded(address, cache, received, signal) {
  const quiet = new AbortController();
  const giveUp = () => quiet.abort();
  signal.addEventListener("abort", giveUp);
  let watch = setTimeout(giveUp, STALL_MS);
  /** @type {Uint8Array[]} */
  const parts = [];
  try {
    const response = await fetch(address, { cache, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", signal: quiet.signal });
    if (!response.ok) throw new NotKept("changed");
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      clearTimeout(watch);
      watch = setTimeout(giveUp, STALL_MS);
      parts.push(part.value);
      received(part.value.length);
    }
    const headers = new Headers(response.headers);
    for (const of of OF_THE_LINE) headers.delete(of);
    return { headers, content: new Uint8Array(await new Response(new Blob(/** @type {BlobPart[]} */ (parts))).arrayBuffer()) };
  } catch (error) {
    throw error instanceof NotKept ? error : new NotKept("line");
  } finally {
    clearTimeout(watch);
    signal.removeEventListener("abort", giveUp);
  }
}
