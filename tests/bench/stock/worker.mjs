/** Stock Pyodide in a worker, as its documentation recommends; the packages arrive while it starts. */

// @ts-expect-error stock_site.py puts the npm package here
import { loadPyodide } from "./pyodide/pyodide.mjs";

const WHEELS = ["markupsafe", "jinja2", "wizard"];

const ready = start();

async function start() {
  const packages = WHEELS.map((name) => new URL(`wheels/${name}-1-py3-none-any.whl`, import.meta.url).href);
  const pyodide = await loadPyodide({ packages });
  return pyodide.pyimport("wizard.bridge").handle;
}

self.addEventListener("message", async ({ data }) => {
  const handle = await ready;
  self.postMessage(handle(data));
});
