/**
 * Drives Firefox for firefox.py: one command a line on the standard input, as JSON, and one answer a line on the
 * standard output. It speaks WebDriver BiDi through puppeteer-core.
 */

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/**
 * What keeps Firefox itself from speaking to anyone, and makes it save its session as often as it can. What it does ahead
 * of a press it does as in people's hands, though drivers turn that off.
 */
const PREFERENCES = {
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.sessionstore.resume_from_crash": true,
  "browser.sessionstore.interval": 500,
  "browser.sessionstore.privacy_level": 0,
  "browser.formfill.enable": true,
  "network.http.speculative-parallel-limit": 20,
  "network.dns.disablePrefetch": false,
  "network.prefetch-next": true,
};

/** @type {import("puppeteer-core").Browser | undefined} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;

/** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
const COMMANDS = {
  /** @param {string} executablePath @param {string} userDataDir @param {string} downloads @param {boolean} seen on a screen */
  async launch(executablePath, userDataDir, downloads, seen) {
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      userDataDir,
      headless: !seen,
      extraPrefsFirefox: { ...PREFERENCES, "browser.download.folderList": 2, "browser.download.dir": downloads },
      defaultViewport: seen ? null : { width: 412, height: 800 },
      args: seen ? ["--width=1024", "--height=1100"] : [],
    });
    page = (await browser.pages())[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    page.on("dialog", (dialog) => dialog.accept()); // who reloads or goes back means it
  },
  async firstRun(/** @type {string} */ source) {
    await page.evaluateOnNewDocument(`(${source})()`);
  },
  print: async () => Buffer.from(await page.pdf({ format: "letter" })).toString("base64"),
  async open(/** @type {string} */ url) {
    await page.goto(url, { waitUntil: "load" });
  },
  async begin(/** @type {string} */ url) {
    await page.evaluate((there) => void setTimeout(() => location.assign(there)), url);
  },
  run: (/** @type {string} */ source, /** @type {unknown[]} */ given) =>
    page.evaluate(`(${source})(...${JSON.stringify(given)})`),
  async everywhere(/** @type {string} */ source) {
    const pages = await /** @type {import("puppeteer-core").Browser} */ (browser).pages();
    return Promise.all(pages.map((each) => each.evaluate(`(${source})()`)));
  },
  click: (/** @type {string} */ selector) => page.click(selector),
  async type(/** @type {string} */ selector, /** @type {string} */ text) {
    await page.click(selector);
    await press("Control", "a");
    await press("Delete");
    await page.keyboard.type(text);
  },
  select: (/** @type {string} */ selector, /** @type {string} */ value) => page.select(selector, value),
  press: (/** @type {KeyInput[]} */ ...keys) => press(...keys),
  /** Opens *url* in another tab, asks there until the answer is yes, and closes it. */
  async beside(/** @type {string} */ url, /** @type {string} */ source) {
    const other = await /** @type {import("puppeteer-core").Browser} */ (browser).newPage();
    await other.goto(url, { waitUntil: "load" });
    while (!(await other.evaluate(`(${source})()`))) await new Promise((resolve) => setTimeout(resolve, 100));
    await other.close();
    await page.bringToFront();
  },
  async back() {
    await page.goBack({ waitUntil: [] });
  },
  async reload() {
    await page.reload({ waitUntil: "load" });
  },
  async close() {
    await browser?.close();
  },
};

/** @param {KeyInput[]} keys pressed together */
async function press(...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await COMMANDS[name]?.(...given)) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser?.close();
