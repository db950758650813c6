// What Google's evaluator of content security policies says of each policy on the standard input, as JSON.
//
//   node tests/csp_evaluator.mjs < POLICIES, a JSON object of policies by name

import { readFileSync } from "node:fs";

import evaluator from "csp_evaluator";
import parser from "csp_evaluator/dist/parser.js";

/** @type {Record<string, string>} */
const policies = JSON.parse(readFileSync(0, "utf-8"));
const found = Object.entries(policies).map(([name, policy]) => [
  name,
  new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate(),
]);
console.log(JSON.stringify(Object.fromEntries(found)));
