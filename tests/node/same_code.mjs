/**
 * Names the modules of one folder that are not the same code in another, but for comments: both are printed by the
 * compiler, without.
 *
 *   node tests/node/same_code.mjs FOLDER OTHER NAME ...
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import typescript from "typescript";

const { transpile, ModuleKind, ScriptTarget } = typescript;
const options = { allowJs: true, removeComments: true, module: ModuleKind.ESNext, target: ScriptTarget.ESNext };

/** @param {string[]} parts of a path */
const printed = async (...parts) => transpile(await readFile(path.join(...parts), "utf8"), options);

const [folder = "", other = "", ...names] = process.argv.slice(2);
for (const name of names) if ((await printed(folder, name)) !== (await printed(other, name))) console.log(name);
