/**
 * What the style sheets of the site may ask of a browser: nothing that a page needs and the floor of the pages lacks. A
 * browser drops a rule that it does not know, and a list of selectors as a whole, with all in it that it does know.
 */

import { readFileSync } from "node:fs";

const TABLE = new URL("scripts/guide/page_text/browsers.json", import.meta.url);
const { floors } = JSON.parse(readFileSync(TABLE, "utf8"));

/** Newer than the floor, and nothing but what is said here is lost without it. */
const LOST = {
  "css-content-visibility": "what is folded on paper: on_paper.js opens it",
  "css-focus-visible": "our ring: the browser's own stays",
  "css-has": "it stands alone in a rule (see below), beside another way: real browsers without it are tried",
  "css-not-sel-list": "nothing: one selector in :not() is known to all, and lists in it are forbidden below",
  "css-overscroll-behavior": "pulling the page down loads it again, and the browser asks where something was typed",
  "css-paged-media": "the size of the paper: it is the printer's",
  "css-resize": "a text field keeps its height",
  "css-scroll-behavior": "a jump is sudden",
  "extended-system-fonts": "the next font of the list is taken",
  "flexbox-gap": "things stand closer together",
  "text-size-adjust": "nothing: the value is what such browsers do",
  "viewport-unit-variants": "the browser's own height of a dialog",
};

const NEWER = [":has\\(", ":focus-visible", ":focus-within", "::file-selector-button", "::details-content", "::backdrop", ":dir\\("].join("|");
/** A list in which one selector is newer than another. */
const MIXED = `/^(?=[^]*(?:${NEWER}))(?:[^]*,)?(?:(?!${NEWER})[^,])+(?:,[^]*)?$/`;

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  reportNeedlessDisables: true,
  rules: {
    "plugin/no-unsupported-browser-features": [true, { browsers: floors.pages, ignorePartialSupport: true, ignore: Object.keys(LOST) }],
    "property-disallowed-list": [["/^(margin|padding|border)-(inline|block)$/", "/^inset/"], { message: "name each side: browsers before 2021 know no other way" }],
    "selector-disallowed-list": [[MIXED], { message: "what is newer stands in a rule of its own" }],
    "selector-not-notation": "simple",
    "selector-pseudo-class-disallowed-list": ["is", "where"],
  },
};
