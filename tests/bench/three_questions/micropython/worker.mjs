/** Three questions on MicroPython in a worker. */

// @ts-expect-error neighbors.py puts the npm package here
import { loadMicroPython } from "./micropython.mjs";

const text = async (/** @type {string} */ name) => (await fetch(new URL(name, import.meta.url))).text();
const ready = start();

async function start() {
  const [python, code, questions] = await Promise.all([
    loadMicroPython({ url: new URL("micropython.wasm", import.meta.url).href }),
    text("interview.py"),
    text("questions.json"),
  ]);
  python.runPython(code);
  return python.globals.get("begin")(questions);
}

self.addEventListener("message", async ({ data }) => {
  const handle = await ready;
  self.postMessage(handle(data));
});
