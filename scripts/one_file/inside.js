/**
 * What a page that was opened from a file has in place of fetch and Worker: bundle.mjs gives these to every module that names
 * one of the two. What a page would ask its host for lies in the file itself, packed; its policy lets it ask nobody else.
 */

const FOLDER = new URL(".", location.href).href;

/**
 * @param {string | URL | Request} address
 * @param {RequestInit} [_options] there is no line that could be chosen or given up
 * @returns {Promise<Response>} 404 where the file has no such part
 */
export async function fetchInside(address, _options) {
  const name = new URL(String(address), location.href).href.slice(FOLDER.length);
  const [part, packed] = [name, `${name}.gz`].map((file) => document.querySelector(`[data-file="${file}"]`));
  if (part) return new Response(part.tagName === "NOSCRIPT" ? part.textContent : bytesOf(part));
  if (!packed) return new Response(null, { status: 404 });
  return new Response(new Response(bytesOf(packed)).body?.pipeThrough(new DecompressionStream("gzip")));
}

/**
 * A worker from memory. Chromium starts no module as one for a page that was opened from a file; a plain script it does, and
 * lets that load modules.
 */
export class WorkerInside extends Worker {
  /** @param {string | URL} address of a blob */
  constructor(address) {
    super(address);
  }
}

/** @param {Element} part in base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(part) {
  const letters = atob(part.textContent ?? "");
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
