/**
 * Boots Pyodide under Node from one zip that is the whole library, as the browser does.
 * Used to make the bundle and to test it; never sent to a browser.
 */

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Without bytecode files, with bytecode's optimization level 2, as the worker starts it.
 */
const PYTHON_ARGUMENTS = ["-B", "-OO"];

/**
 * The same strings in the same order in every run, and bytecode stamped with a hash instead of a date:
 * two builds of the same source must not differ by a byte.
 */
const REPRODUCIBLE = { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" };

/**
 * Starts Python.
 *
 * @param {string} folder holds pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm
 * @param {string} library path of the zip that stands in for the standard library
 * @param {string} abi the binary interface that this Pyodide insists on being told, such as `2026_0`
 * @returns {Promise<import("pyodide").PyodideAPI>}
 */
export async function bootPyodide(folder, library, abi) {
  // pyodide.mjs imports `ws` for sockets unless it finds a `require`; a bundle has no node_modules and no sockets.
  Object.assign(globalThis, { require: createRequire(import.meta.url) });
  const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
  return loadPyodide({
    indexURL: folder,
    stdLibURL: library,
    lockFileContents: { info: { abi_version: abi }, packages: {} },
    args: PYTHON_ARGUMENTS,
    env: { ...REPRODUCIBLE },
    stdout: (/** @type {string} */ line) => console.error(line),
    stderr: (/** @type {string} */ line) => console.error(line),
  });
}

/**
 * Makes a folder of this machine visible to Python.
 *
 * @param {import("pyodide").PyodideAPI} pyodide
 * @param {string} folder
 * @param {string} mountPoint
 */
export function mount(pyodide, folder, mountPoint) {
  pyodide.FS.mkdirTree(mountPoint);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, mountPoint);
}
