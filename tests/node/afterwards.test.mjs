/** What is put off until a screen stands is done once: soon, or before the next act; and dropped it is never done. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Afterwards } from "../../wizard/web/afterwards.js";

/** @type {string[]} */
let done;
/** @type {Afterwards} */
let afterwards;
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  done = [];
  afterwards = new Afterwards();
});

test("it is done by itself, and not at once", async () => {
  afterwards.put(() => done.push("rest"));
  assert.deepEqual(done, []);
  await soon();
  assert.deepEqual(done, ["rest"]);
});

test("whoever builds on it has it done now, and it is not done again", async () => {
  afterwards.put(() => done.push("rest"));
  afterwards.now();
  assert.deepEqual(done, ["rest"]);
  await soon();
  assert.deepEqual(done, ["rest"]);
});

test("what a person told is not shown after it was forgotten", async () => {
  afterwards.put(() => done.push("rest"));
  afterwards.drop();
  await soon();
  afterwards.now();
  assert.deepEqual(done, []);
});
