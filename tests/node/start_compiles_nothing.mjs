/**
 * Starts the built bundle by a door, with a Python that refuses to compile text.
 *
 *   node tests/node/start_compiles_nothing.mjs build/runtime DOOR
 *
 * Prints `ready`, or the type of what was raised.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { bootPyodide } from "../../scripts/runtime_bundle/pyodide_in_node.mjs";

const [runtime = "", door = ""] = process.argv.slice(2);
const { abi } = JSON.parse(await readFile(path.join(runtime, "manifest.json"), "utf8"));
const pyodide = await bootPyodide(path.resolve(runtime), path.resolve(runtime, "python.zip"), abi);
pyodide.runPython(`
import builtins
run = builtins.exec
def run_what_is_compiled(code, *names):
    if isinstance(code, str):
        raise SystemError
    run(code, *names)
builtins.exec = run_what_is_compiled
`);
try {
  pyodide.pyimport(door);
  console.log("ready");
} catch (error) {
  if (!(error instanceof pyodide.ffi.PythonError)) throw error;
  console.log(error.type);
}
