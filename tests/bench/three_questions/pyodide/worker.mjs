/** Three questions on stock Pyodide in a worker, with no package. */

// @ts-expect-error neighbors.py puts the npm package here
import { loadPyodide } from "./pyodide/pyodide.mjs";

const text = async (/** @type {string} */ name) => (await fetch(new URL(name, import.meta.url))).text();
const ready = start();

async function start() {
  const [pyodide, code, questions] = await Promise.all([loadPyodide(), text("interview.py"), text("questions.json")]);
  pyodide.runPython(code);
  return pyodide.globals.get("begin")(questions);
}

self.addEventListener("message", async ({ data }) => {
  const handle = await ready;
  self.postMessage(handle(data));
});
