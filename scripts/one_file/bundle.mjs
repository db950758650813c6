/**
 * Writes the scripts of the one file, each as one text that needs no other: what runs for the pages, and the interview,
 * as a function that the first calls when somebody goes there.
 *
 *     node scripts/one_file/bundle.mjs FOLDER
 */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const INSIDE = join(HERE, "inside.js");

/** What is said in place of what, and by what a module is known that needs it. */
const INSTEAD = { fetch: "fetchInside", Worker: "WorkerInside" };

/** Every module that fetches, or starts a worker, does it within the file; and each lies where the site has it. */
const inside = {
  name: "inside",
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    const named = Object.entries(INSTEAD).filter(([name]) => new RegExp(`\\b${name}\\(|= ${name}\\b|: ${name}\\)`).test(code));
    if (id === INSIDE || named.length === 0) return null;
    const names = named.map(([name, instead]) => `${instead} as ${name}`).join(", ");
    return { code: `import { ${names} } from ${JSON.stringify(INSIDE)};${code}`, map: null };
  },
  resolveImportMeta: () => 'new URL("assets/guide/x.js", location.href).href',
};

/** @param {string} entry @param {{banner?: string, footer?: string}} [around] */
async function write(entry, around = {}) {
  const bundle = await rollup({
    input: join(HERE, entry),
    plugins: [inside],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({ file: join(folder, entry), format: "iife", ...around });
}

const [folder = ""] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/one_file/bundle.mjs FOLDER");
await write("pages.js");
await write("interview.js", { banner: "globalThis.beginInterview = () => {", footer: "};" });
