/**
 * Served as sw.js in place of the service worker, this one takes the kept guide off every device that asks for it again, and
 * then itself. Pages that are open stay as they are. docs/en/hosting.md says when.
 */

const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(remove()));

async function remove() {
  const { registration } = worker;
  const names = (await caches.keys()).filter((name) => name.startsWith(`ice-contact-guide ${registration.scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
