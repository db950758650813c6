/** Python in a worker: one request at a time. */

const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });

/** @param {string} text of a request @returns {Promise<string>} the reply */
export function handle(text) {
  return new Promise((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
    worker.postMessage(text);
  });
}
