/**
 * Writes the service worker of a built site: sw.js, in which the list of all files stands with their hashes, and
 * sw-remove.js, which takes it away again.
 *
 *     node scripts/offline/build.mjs SITE
 *
 * The worker and what it takes from Workbox become one file; nothing of it comes from another host.
 */

import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import replace from "@rollup/plugin-replace";
import { rollup } from "rollup";
import { getManifest, injectManifest } from "workbox-build";

/** What nobody reads without a network: packed forms, pictures for messengers, what belongs to a host or to brand.py. */
const NOT_KEPT = ["**/*.{br,gz}", "404*.html", "index.*.html", "assets/card-*.png", "assets/own-words.json", "sw*.js"];
const LARGEST = 64_000_000;

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** One file as sw.js lists it. @param {string} site @param {string} path */
function entry(site, path) {
  const content = readFileSync(join(site, path));
  return {
    url: path.replace(/(^|\/)index\.html$/, "$1") || "./",
    integrity: `sha256-${createHash("sha256").update(content).digest("base64")}`,
    bytes: content.length,
  };
}

/** How much of the bytes of *paths* a host sends that compresses (gzip). @param {string} site @param {string[]} paths */
function onTheLine(site, paths) {
  const contents = paths.map((path) => readFileSync(join(site, path)));
  const packed = contents.map((content) => Math.min(content.length, gzipSync(content).length));
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  return (sum(packed) / sum(contents.map(({ length }) => length))).toFixed(2);
}

/** What is kept of a site. @param {string} site */
const kept = (site) => ({
  globDirectory: site,
  globPatterns: ["**/*"],
  globIgnores: NOT_KEPT,
  maximumFileSizeToCacheInBytes: LARGEST,
});

/** Writes sw.js. @param {string} site @param {string[]} paths @param {string} bundled where the worker lies as one file */
const written = (site, paths, bundled) =>
  injectManifest({
    ...kept(site),
    swSrc: bundled,
    swDest: join(site, "sw.js"),
    manifestTransforms: [() => ({ manifest: /** @type {any[]} */ (paths.map((path) => entry(site, path))) })],
  });

async function main() {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error("usage: node scripts/offline/build.mjs SITE");
  const found = await getManifest(kept(site));
  const paths = found.manifestEntries.map(({ url }) => url).sort(); // so that the same site gives the same list
  const aside = mkdtempSync(join(tmpdir(), "worker-"));
  try {
    const bundle = await rollup({
      input: join(HERE, "worker.js"),
      plugins: [nodeResolve(), replace({ preventAssignment: true, "process.env.NODE_ENV": '"production"' })],
    });
    // The first line is for the page that says what the guide weighs.
    const banner = `const onTheLine = ${onTheLine(site, paths)};`;
    await bundle.write({ file: join(aside, "sw.js"), format: "iife", banner });
    const { warnings } = await written(site, paths, join(aside, "sw.js"));
    if (found.warnings.length + warnings.length) throw new Error([...found.warnings, ...warnings].join("; "));
  } finally {
    rmSync(aside, { recursive: true });
  }
  copyFileSync(join(HERE, "remove.js"), join(site, "sw-remove.js"));
}

await main();
