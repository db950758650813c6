/**
 * Drives Firefox for firefox.py: one command a line on the standard input, as JSON, and one answer a line on the
 * standard output. It speaks WebDriver BiDi through puppeteer-core.
 */

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/** What keeps Firefox itself from speaking to anyone, and makes it save its session as often as it can. */
const PREFERENCES = {
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.sessionstore.resume_from_crash": true,
  "browser.sessionstore.interval": 500,
  "browser.sessionstore.privacy_level": 0,
  "browser.formfill.enable": true,
};

/** @type {import("puppeteer-core").Browser | undefined} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;

/** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
const COMMANDS = {
  async launch(/** @type {string} */ executablePath, /** @type {string} */ userDataDir, /** @type {string} */ downloads) {
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      userDataDir,
      headless: true,
      extraPrefsFirefox: { ...PREFERENCES, "browser.download.folderList": 2, "browser.download.dir": downloads },
      defaultViewport: { width: 412, height: 800 },
    });
    page = (await browser.pages())[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    page.on("dialog", (dialog) => dialog.accept()); // who reloads or goes back means it
  },
  async open(/** @type {string} */ url) {
    await page.goto(url, { waitUntil: "load" });
  },
  run: (/** @type {string} */ source, /** @type {unknown[]} */ given) =>
    page.evaluate(`(${source})(...${JSON.stringify(given)})`),
  click: (/** @type {string} */ selector) => page.click(selector),
  async type(/** @type {string} */ selector, /** @type {string} */ text) {
    await page.click(selector);
    await press("Control", "a");
    await press("Delete");
    await page.keyboard.type(text);
  },
  select: (/** @type {string} */ selector, /** @type {string} */ value) => page.select(selector, value),
  press: (/** @type {KeyInput[]} */ ...keys) => press(...keys),
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
