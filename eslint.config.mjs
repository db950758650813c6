/**
 * What the scripts of the site may ask of a browser, on three floors. Which browsers those are stands in the same table as
 * what works in each (docs/decisions/0004-one-page-two-ways-to-walk-it.md).
 */

import { readFileSync } from "node:fs";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

const TABLE = new URL("scripts/guide/page_text/browsers.json", import.meta.url);
const { floors } = JSON.parse(readFileSync(TABLE, "utf8"));

/** They run before the first paint, in whatever browser: without them nobody may be left with less. */
const EARLY = ["wizard/web/{early,scheme,checked,on_paper}.js", "scripts/one_file/turning.js"];
const PAGES = ["scripts/guide/theme/assets/guide/*.js", "scripts/offline/*.js", "scripts/one_file/{addresses,inside,pages}.js", "wizard/web/{leave,open_now}.js"];
const WIZARD = ["wizard/web/*.js", "scripts/one_file/{first_screen,interview}.js"];

/**
 * @param {string[]} files
 * @param {number} year the edition of the language
 * @param {string[]} browsers
 * @param {object} [rules]
 */
const floor = (files, year, browsers, rules = {}) => ({
  files,
  plugins: { compat, "es-x": es },
  // Newer words are parsed, so that each is named, and not only the first.
  languageOptions: { ecmaVersion: 2022, sourceType: year < 2015 ? "script" : "module" },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  // Trusted Types and the opening of a .gz are used where they are there.
  settings: { browsers, polyfills: ["trustedTypes", "DecompressionStream"], "es-x": { aggressive: true } },
  rules: { ...es.configs[`flat/restrict-to-es${year < 2015 ? 5 : year}`].rules, "compat/compat": "error", ...rules },
});

const off = (/** @type {string[]} */ ...rules) => Object.fromEntries(rules.map((rule) => [`es-x/no-${rule}`, "off"]));

export default [
  floor(WIZARD, 2021, floors.wizard, off("class-instance-fields", "class-private-fields", "class-private-methods")),
  floor(PAGES, 2020, floors.pages, off("numeric-separators")),
  floor(EARLY, 5, floors.early),
];
