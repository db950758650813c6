/**
 * The service worker of a copy that somebody keeps on their device: it answers with the kept files where there is no network.
 *
 * A page comes from the host if it is whole within three seconds, and else from the device. Whatever else a page asks for
 * comes from the release that the page itself is of: a page of another release than the kept one gets nothing of this one.
 * Nothing is written but in install and activate, and the notes on such pages; so nothing typed can come into a cache.
 */

import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";
import { forget, integrityOf, keepAll, nameOf, notesOf } from "../guide/theme/assets/guide/keeping.js";

/** @typedef {import("../guide/theme/assets/guide/keeping.js").File} File */

const worker = /** @type {any} */ (self);
/** The list stands in this one line: scripts/offline/build.mjs writes it, and brand.py and verify.py read it. @type {File[]} */
// @ts-expect-error: no browser has this name, it is where the list comes
const files = self.__WB_MANIFEST;
const scope = /** @type {string} */ (worker.registration.scope);
const name = nameOf(files, scope);
const byAddress = new Map(files.map((file) => [new URL(file.url, scope).href, file]));
const SECONDS = 3;
/** What every page of the guide carries, and no page of a Wi-Fi that asks for a password first. */
const OF_THE_GUIDE = "Content-Security-Policy";

/** The address by which a file is kept. @param {string} url */
const addressOf = (url) => url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
const isKept = (/** @type {{url: URL, sameOrigin: boolean}} */ { url, sameOrigin }) => sameOrigin && byAddress.has(addressOf(url.href));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll(files, scope)));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(name.then((kept) => forget(scope, kept))));

/** The only thing that a page can ask: to take over at once. No, while any other page of the guide is open. */
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") event.waitUntil(takeOver(event.ports[0]));
});

async function takeOver(/** @type {MessagePort} */ port) {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const isAlone = windows.filter((/** @type {{url: string}} */ { url }) => url.startsWith(scope)).length === 1;
  if (isAlone) await worker.skipWaiting();
  port.postMessage(isAlone);
}

/* ---------------------------------------------------------------- pages */

/** Pages of the guide from the host that are of another release. @type {WeakSet<Response>} */
const others = new WeakSet();

const pages = new NetworkFirst({
  networkTimeoutSeconds: SECONDS,
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => addressOf(request.url),
      cacheWillUpdate: async () => null,
      fetchDidSucceed: async ({ request, response }) => {
        if (!response.ok) throw new Error(String(response.status)); // and so it is asked for on the device
        const content = await response.arrayBuffer();
        const whole = new Response(content, response);
        if ((await integrityOf(content)) !== byAddress.get(addressOf(request.url))?.integrity) {
          if (!new TextDecoder().decode(content).includes(OF_THE_GUIDE)) throw new Error("not the guide");
          others.add(whole);
        }
        return whole;
      },
    },
  ],
});

registerRoute(
  ({ request, ...at }) => request.mode === "navigate" && isKept(at),
  async (options) => {
    pages.cacheName = await name;
    const page = await pages.handle(options);
    if (!others.has(page)) return page;
    const { resultingClientId } = /** @type {any} */ (options.event);
    if (resultingClientId) return note(resultingClientId).then(() => page);
    return (await kept(options.url.href)) ?? page; // a browser that cannot tell pages apart never gets two releases
  },
);

/* ---------------------------------------------------------------- what pages ask for */

registerRoute(
  // A file that is asked for past every store was not the right one: it must come from the host.
  ({ request, ...at }) => request.mode !== "navigate" && request.cache !== "reload" && isKept(at),
  async ({ request, url, event }) => {
    const response = (await isOfAnother(/** @type {any} */ (event).clientId)) ? undefined : await kept(url.href);
    return response ?? fetch(request);
  },
);

/** A kept file. Nothing is opened by it, so nothing comes back that was removed. @param {string} url */
const kept = async (url) => caches.match(addressOf(url), { cacheName: await name, ignoreVary: true });

/** Where it is noted that the page *id*, a number of the browser's, is of another release. @param {string} id */
const noteOf = (id) => new URL(`page-of-another-release/${id}`, scope).href;

async function note(/** @type {string} */ id) {
  const notes = await caches.open(notesOf(scope));
  for (const { url } of await notes.keys()) {
    if (!(await worker.clients.get(url.slice(url.lastIndexOf("/") + 1)))) await notes.delete(url);
  }
  await notes.put(noteOf(id), new Response());
}

const isOfAnother = async (/** @type {string} */ id) => Boolean(id && (await caches.match(noteOf(id), { cacheName: notesOf(scope) })));
