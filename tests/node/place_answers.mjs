/** Answers with what the page's search finds: `{names, typed}` on standard input, one answer for each text on output. */

import { readFileSync } from "node:fs";
import { indexOf } from "../../scripts/guide/theme/assets/guide/place-index.js";
import { find } from "../../scripts/guide/theme/assets/guide/place-search.js";

/** @type {{names: import("../../scripts/guide/theme/assets/guide/place-index.js").Names, typed: string[]}} */
const { names, typed } = JSON.parse(readFileSync(0, "utf8"));
const index = indexOf(names);
console.log(JSON.stringify(typed.map((text) => find(text, index))));
