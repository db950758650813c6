/**
 * Answers requests with the Python of the built bundle, so that pytest can hold it against its own.
 *
 *   node tests/node/pyodide_runner.mjs [build/runtime]
 *
 * Each line on stdin is one request, as JSON; each line on stdout is the answer of `wizard.bridge.handle` to it,
 * character by character, or `{"raised": "KeyError"}`. Answers may hold U+2028: split them at "\n" only.
 * The first line out is `ready`.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { bootPyodide } from "../../scripts/runtime_bundle/pyodide_in_node.mjs";

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const runtime = path.resolve(process.argv[2] ?? path.join(REPOSITORY, "build", "runtime"));
const manifest = JSON.parse(await readFile(path.join(runtime, "manifest.json"), "utf8"));
const pyodide = await bootPyodide(runtime, path.join(runtime, "python.zip"), manifest.abi);
const { handle } = pyodide.pyimport("start"); // as the worker does

/**
 * @param {string} request
 * @returns {string}
 */
function answer(request) {
  try {
    return handle(request);
  } catch (error) {
    if (!(error instanceof pyodide.ffi.PythonError)) throw error;
    return JSON.stringify({ raised: error.type });
  }
}

console.log("ready");
for await (const request of createInterface({ input: process.stdin })) console.log(answer(request));
