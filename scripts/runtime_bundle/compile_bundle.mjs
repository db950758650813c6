/**
 * The steps of the bundle that only Pyodide itself can do. scripts/runtime_bundle calls them, one process a step:
 *
 *   measure    --pyodide DIR --abi ABI --library ZIP       use the wizard fully, answer the files it imported
 *   compile    --pyodide DIR --abi ABI --library ZIP --packages DIR --archive ZIP
 *                                                          turn every .py in the archive into .pyc of this Python
 *   functions  --pyodide DIR --abi ABI --library ZIP       import the wizard, answer what its dataclasses compiled
 *   handshake  --pyodide DIR --abi ABI --library ZIP       the same as measure, on the finished bundle
 *
 * The last line on stdout is a JSON list. A failure is one line on stderr and exit code 1.
 */

import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bootPyodide, mount } from "./pyodide_in_node.mjs";

const SCRIPTS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where Python finds the package `scripts` while the bundle is made. */
const TOOLS = "/tools";

/** In characters. */
const LONGEST_REASON = 300;

/** @typedef {{pyodide: string, abi: string, library: string, packages: string, archive: string}} Options */

/**
 * @param {Options} options
 * @param {string} [door] the module that the worker starts with, where there is one yet
 * @returns {Promise<string[]>} the library's files that a fully used wizard has imported
 */
async function measure(options, door) {
  const pyodide = await bootPyodide(options.pyodide, options.library, options.abi);
  if (door) pyodide.pyimport(door);
  const measurement = tool(pyodide, "measure");
  measurement.exercise();
  failOnPurpose(pyodide);
  const [major, minor] = pyodide.pyimport("sys").version_info;
  return measurement.imported_files(`/lib/python${major}${minor}.zip`).toJs();
}

/**
 * @param {import("pyodide").PyodideAPI} pyodide
 * @param {string} name of a module in `inside`
 */
function tool(pyodide, name) {
  mount(pyodide, SCRIPTS, `${TOOLS}/scripts`);
  pyodide.pyimport("sys").path.append(TOOLS);
  return pyodide.pyimport(`scripts.runtime_bundle.inside.${name}`);
}

/**
 * What Python needs to hand an exception to JavaScript is part of the bundle: without it a fault in the
 * wizard would not be reported but hang.
 *
 * @param {import("pyodide").PyodideAPI} pyodide
 */
function failOnPurpose(pyodide) {
  try {
    pyodide.pyimport("builtins").int("not a number");
  } catch (error) {
    if (error instanceof pyodide.ffi.PythonError) return;
    throw error;
  }
  throw new Error("an exception in Python did not reach JavaScript");
}

/**
 * @param {Options} options
 * @returns {Promise<string[]>} the text of the functions of each dataclass, which Python writes and compiles at its import
 */
async function functions(options) {
  const pyodide = await bootPyodide(options.pyodide, options.library, options.abi);
  return tool(pyodide, "functions").texts().toJs();
}

/**
 * Runs `pyodide py-compile` inside Pyodide: its bytecode is always that of the Python it runs in. Who would read its
 * line numbers? No traceback ever leaves the worker, and they are a third of what people would download.
 *
 * @param {Options} options `packages` is the folder that pyodide-build and what it needs are installed in
 * @returns {Promise<string[]>} the archive, whose .py files are .pyc files now
 */
async function compile(options) {
  const pyodide = await bootPyodide(options.pyodide, options.library, options.abi);
  mount(pyodide, options.packages, "/packages");
  mount(pyodide, path.dirname(options.archive), "/bundle");
  pyodide.pyimport("sys").path.append("/packages");
  const { main } = pyodide.pyimport("pyodide_build.cli.py_compile");
  const target = `/bundle/${path.basename(options.archive)}`;
  main.callKwargs(pyodide.toPy([target, "--silent", "--compression-level", "0"]), { standalone_mode: false });
  tool(pyodide, "lighten").lighten(target);
  return [options.archive];
}

/** @returns {Promise<string[]>} */
async function run() {
  const text = /** @type {const} */ ({ type: "string", default: "" });
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pyodide: text, abi: text, library: text, packages: text, archive: text },
  });
  switch (positionals[0]) {
    case "measure":
      return measure(values);
    case "functions":
      return functions(values);
    case "handshake":
      return measure(values, "start");
    case "compile":
      return compile(values);
    default:
      throw new Error(`unknown step ${positionals[0]}`);
  }
}

/**
 * Ends the process with one line. Pyodide's code is one line of a megabyte, and Node would print all of it.
 *
 * @param {unknown} error
 */
function fail(error) {
  const lines = String(error instanceof Error ? error.message : error).trim().split("\n");
  console.error(String(lines.at(-1)).slice(0, LONGEST_REASON));
  process.exit(1);
}

process.on("uncaughtException", fail);

// A step that never settles would let Node run out of work and exit with 0, as if all were well.
process.on("exit", (code) => {
  if (code === 0 && !finished) fail("Pyodide never finished starting");
});

let finished = false;
try {
  const answer = await run();
  finished = true;
  console.log(JSON.stringify(answer));
} catch (error) {
  fail(error);
}
