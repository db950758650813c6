/** The interview without Python: where its links lead, and where an answer counts as missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { StaticInterview } from "../../wizard/web/static_interview.js";

/** @typedef {import("../../wizard/web/door.js").Known} Known */

/**
 * As much of a screen as the interview reads.
 *
 * @param {string} id
 * @param {string} [question] that its form asks
 * @param {Record<string, string>} [links] the screen that each option leads to
 * @returns {any}
 */
const screenOf = (id, question, links = {}) => ({
  id,
  querySelector: () => (question ? { dataset: { question } } : null),
  querySelectorAll: () =>
    Object.entries(links).map(([option, to]) => ({ getAttribute: (/** @type {string} */ name) => (name === "href" ? `#${to}` : option) })),
});

/** Two questions and a result. */
const SCREENS = [
  screenOf("n1", "custody", { ice_detention: "n2" }),
  screenOf("n2", "decided", { no: "n3" }),
  screenOf("n3"),
];

/** @type {Known} */
const NOTHING = { needs: [], answers: {}, seen: [], places: {} };
/** @type {Known} */
const ALL = { ...NOTHING, answers: { custody: "ice_detention", decided: "no" } };

/** What comes of an answer. @param {string} question @param {any} value @param {Known} known */
function answered(question, value, known) {
  const interview = new StaticInterview(SCREENS[0], (id) => SCREENS.find((screen) => screen.id === id));
  interview.take(new Map(SCREENS.slice(1).map(({ id }) => [id, id])));
  const { screen, section, error, answers } = interview.handle({ do: "answer", question, value }, known);
  return { screen, id: section.id, error, answers };
}

test("an answer leads on by its link", () => {
  const { screen, id, error } = answered("custody", "ice_detention", NOTHING);
  assert.deepEqual({ screen, id, error }, { screen: "question:decided", id: "n2", error: false });
});

test("where an answer is missing its own question says so", () => {
  for (const value of ["", [], { day: "5", option: "" }]) {
    const { screen, error, answers } = answered("decided", value, ALL);
    assert.deepEqual({ screen, error, answers }, { screen: "question:decided", error: true, answers: ALL.answers });
  }
});

test("a place, which only Python asks for, leads to what is known with no error there", () => {
  for (const value of [{ typed: "Krome" }, { state: "TX", county: "" }]) {
    const { screen, error, answers } = answered("place", value, ALL);
    assert.deepEqual({ screen, error, answers }, { screen: "result", error: false, answers: ALL.answers });
    assert.equal(answered("place", value, NOTHING).error, false);
  }
});
