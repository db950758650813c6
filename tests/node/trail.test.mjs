/** The way through the screens: forward, back, forward again, and what replaces what. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { onward, papersWait, replaced, start, stepOf, travelled } from "../../wizard/web/trail.js";

/** @param {string} question @returns {import("../../wizard/web/trail.js").Step} */
const asked = (question) => ({ do: "change", question });
const [A, B, C, D] = ["a", "b", "c", "d"].map(asked);

/** From a to d, one screen after another. */
const way = () => [B, C, D].reduce(onward, start(A));

test("the way begins at the first screen, with nothing behind it and nothing ahead", () => {
  assert.deepEqual(start(), { behind: [], here: { do: "show" }, ahead: [] });
  assert.deepEqual(start(A), { behind: [], here: A, ahead: [] });
});

test("every screen that is left can be gone back to, the newest first", () => {
  assert.deepEqual(way(), { behind: [A, B, C], here: D, ahead: [] });
});

test("back by one screen keeps the one that was left ahead", () => {
  assert.deepEqual(travelled(way(), 2), { behind: [A, B], here: C, ahead: [D] });
});

test("back by several screens keeps all of them ahead, the nearest last", () => {
  assert.deepEqual(travelled(way(), 0), { behind: [], here: A, ahead: [D, C, B] });
  assert.deepEqual(travelled(travelled(way(), 2), 0), travelled(way(), 0));
});

test("back and forward again is the same way", () => {
  assert.deepEqual(travelled(travelled(travelled(way(), 1), 2), 3), way());
});

test("an answer after going back makes an end of what was ahead", () => {
  assert.deepEqual(onward(travelled(way(), 1), D), { behind: [A, B], here: D, ahead: [] });
});

test("a screen shown in place of another leaves the way as it is", () => {
  const back = travelled(way(), 1);
  assert.deepEqual(replaced(back, C), { ...back, here: C });
});

test("where there is nothing ahead, or the screen is the one that is shown, the trail is the same", () => {
  const trail = way();
  assert.equal(travelled(trail, 4), trail);
  const back = travelled(trail, 1);
  assert.equal(travelled(back, 1), back);
});

test("no function changes the trail that it is given", () => {
  const trail = way();
  for (const change of [() => travelled(trail, 0), () => onward(trail, A), () => replaced(trail, A)]) change();
  assert.deepEqual(trail, way());
});

test("papers wait for the place that they were left for, however often it is asked, and for nothing else", () => {
  const papers = onward(way(), stepOf("packet", { question: undefined, interlude: undefined }));
  const left = onward(papers, asked("place"));
  assert.ok(papersWait(left, "place"));
  assert.ok(papersWait(onward(left, asked("place")), "place"));
  for (const trail of [papers, onward(way(), asked("place")), onward(left, B), onward(papers, asked("court_place"))]) {
    assert.ok(!papersWait(trail, "place"));
  }
});

test("where a place is all that was asked, no papers wait for it", () => {
  assert.equal(papersWait(start(asked("place")), "place"), false);
});

test("a question is asked again, an interlude and a result are shown again, and papers are made again", () => {
  assert.deepEqual(stepOf("question:custody", { question: "custody", interlude: undefined }), asked("custody"));
  assert.deepEqual(stepOf("interlude:stop", { question: undefined, interlude: "stop" }), { do: "show", interlude: "stop" });
  assert.deepEqual(stepOf("result", { question: undefined, interlude: undefined }), { do: "show", interlude: undefined });
  assert.deepEqual(stepOf("details", { question: undefined, interlude: undefined }), { do: "details" });
  assert.deepEqual(stepOf("packet", { question: undefined, interlude: undefined }), { do: "packet" });
});

test("the way back to needs leads to the group that they were chosen in", () => {
  const needs = { question: "needs", interlude: undefined, group: "out" };
  assert.deepEqual(stepOf("question:needs", needs), { do: "change", question: "needs", group: "out" });
  assert.deepEqual(stepOf("question:role", { question: "role", interlude: undefined }), asked("role"));
});
