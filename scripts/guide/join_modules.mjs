/**
 * Writes the modules of the wizard's page as the few files that the site serves: one for each module that starts by
 * itself, with all that it imports. Each line of code stays as it is written; a phone asks twice instead of 25 times.
 *
 *     node scripts/guide/join_modules.mjs FOLDER NAME ...
 */

import { fileURLToPath } from "node:url";
import { rollup } from "rollup";

const WEB = fileURLToPath(new URL("../../wizard/web/", import.meta.url));

const [folder = "", ...names] = process.argv.slice(2);
if (names.length === 0) throw new Error("usage: node scripts/guide/join_modules.mjs FOLDER NAME ...");
const bundle = await rollup({
  input: names.map((name) => WEB + name),
  treeshake: false,
  onwarn: ({ message }) => {
    throw new Error(message);
  },
});
const { output } = await bundle.write({ dir: folder, format: "es" });
const more = output.map(({ fileName }) => fileName).filter((name) => !names.includes(name));
if (more.length) throw new Error(`two that start by themselves share ${more}`);
