/**
 * Prints what tests/every_interview.py tells when the Python of the built bundle runs it.
 *
 *   node tests/node/every_interview.mjs [build/runtime]
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bootPyodide } from "../../scripts/runtime_bundle/pyodide_in_node.mjs";

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const runtime = path.resolve(process.argv[2] ?? path.join(REPOSITORY, "build", "runtime"));
const manifest = JSON.parse(await readFile(path.join(runtime, "manifest.json"), "utf8"));
const pyodide = await bootPyodide(runtime, path.join(runtime, "python.zip"), manifest.abi);
pyodide.runPython(await readFile(path.join(REPOSITORY, "tests", "every_interview.py"), "utf8"));
process.stdout.write(pyodide.globals.get("told")());
