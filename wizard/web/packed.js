/**
 * Fetches files so that they weigh little on hosts that pack nothing: the .gz that lies beside each is opened here. A host
 * that packs does it better (brotli), so it is asked first where the page's own scripts came packed.
 */

/** Whether some script of the page came packed, as far as this browser tells. */
const hostPacks = () =>
  performance
    .getEntriesByType("resource")
    .some((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith(".js") && entry.encodedBodySize < entry.decodedBodySize);

/**
 * Whether the host packed the answer, and the browser has opened it.
 *
 * @param {Response} response
 */
const cameHomePacked = (response) => response.headers.has("content-encoding");

/**
 * Whether the answer was opened here: an end before its end may then be a damage as well as a dead line.
 *
 * @param {Response} response
 */
export const wasOpenedHere = (response) => response.url === "";

/** The .gz beside `url`, also where that is the address of a folder. @param {URL} url */
const packedBeside = (url) => `${url}${url.pathname.endsWith("/") ? "index.html" : ""}.gz`;

/**
 * Fetches `url`, or the .gz beside it where that is lighter and this browser can open it.
 *
 * @param {URL} url
 * @param {RequestInit} options
 * @returns {Promise<Response>} whose body is the file, whichever of the two came
 */
export async function fetchPacked(url, options) {
  if (!("DecompressionStream" in globalThis)) return fetch(url, options);
  if (hostPacks()) {
    const response = await fetch(url, options);
    if (!response.ok || cameHomePacked(response)) return response;
    await response.body?.cancel();
  }
  const packed = await fetch(packedBeside(url), options).catch(() => undefined);
  if (!packed?.ok || !packed.body) return fetch(url, options);
  // Some hosts say of a .gz that it is packed; then the browser has opened it.
  return cameHomePacked(packed) ? packed : new Response(packed.body.pipeThrough(new DecompressionStream("gzip")));
}
