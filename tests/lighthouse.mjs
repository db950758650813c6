// Runs Lighthouse's phone profile over the pages at ADDRESSES and prints their scores as JSON, with what is amiss.
//
//   node tests/lighthouse.mjs CHROMIUM CATEGORY,CATEGORY ADDRESS ...
//
// Nothing is reported to anyone: Lighthouse's own error reporting is off, and Chromium speaks to this machine only.

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, categories, ...addresses] = process.argv.slice(2);
if (!chromePath || !categories || addresses.length === 0) {
  throw new Error("usage: lighthouse.mjs CHROMIUM CATEGORY,CATEGORY ADDRESS ...");
}

/** @param {NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"]} report */
function summary({ audits, categories: rated }) {
  const scores = Object.fromEntries(Object.entries(rated).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]));
  const counted = new Set(Object.values(rated).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  const amiss = Object.values(audits).filter(({ id, score }) => counted.has(id) && score !== null && score < 0.9);
  return { scores, amiss: amiss.map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(": ")) };
}

const chrome = await chromeLauncher.launch({
  chromePath,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  /** @type {Record<string, ReturnType<typeof summary>>} */
  const found = {};
  for (const address of addresses) {
    const result = await lighthouse(address, { port: chrome.port, onlyCategories: categories.split(","), logLevel: "error" });
    if (!result) throw new Error(`no result for ${address}`);
    found[address] = summary(result.lhr);
  }
  console.log(JSON.stringify(found, null, 2));
} finally {
  chrome.kill();
}
