/** What the search finds first for each of many queries: for a test that has the queries and judges the answers. */

import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import MiniSearch from "minisearch";
import { best, indexOf } from "../../scripts/guide/theme/assets/guide/search-index.js";

const [, , list = ""] = process.argv;
const all = indexOf(MiniSearch, JSON.parse(readFileSync(list, "utf-8")));
/** @type {string[]} */
const queries = JSON.parse(await text(process.stdin));
const found = queries.map((query) => best(all, query).map(({ part }) => part.location));
process.stdout.write(JSON.stringify(found));
