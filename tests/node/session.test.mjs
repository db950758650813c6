/** What a person has told, who writes it, and that all of it is forgotten. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../wizard/web/session.js";

const KNOWN = {
  needs: ["release", "bond"],
  answers: { custody: "ice_detention" },
  seen: ["stop"],
  places: { place: { state: "TX" } },
};
const TYPED = { day: "5", month: "3", year: "2024", option: "" };

/** A session that holds something everywhere. */
function full() {
  const session = new Session("es");
  session.take(KNOWN, session.details);
  session.typeDate(TYPED);
  session.write(["name"], { name: "Ana" });
  return session;
}

test("whoever asks Python gets all of it", () => {
  assert.deepEqual(full().all, { ...KNOWN, dated: TYPED, details: { name: "Ana" }, language: "es" });
});

test("at the beginning nothing is known", () => {
  assert.deepEqual(new Session("en").known, { needs: [], answers: {}, seen: [], places: {} });
});

test("forgetting clears answers, day and details, and keeps the language", () => {
  const session = full();
  session.forget();
  assert.deepEqual(session.all, new Session("es").all);
  assert.ok(!JSON.stringify(session).includes("Ana"));
});

test("what is known is the same object while somebody types, and another once all is forgotten: no file of that is saved", () => {
  const session = full();
  const { known } = session;
  session.write(["name"], { name: "Ana Lucía" });
  session.seek("place", "stew");
  session.typeDate({ ...TYPED, day: "6" });
  assert.equal(session.known, known);
  session.forget();
  assert.notEqual(session.known, known);
});

test("the words in the box of a place go along until a place is chosen, and are forgotten with the rest", () => {
  const session = full();
  session.seek("place", "stew");
  session.seek("court_place", "cleve");
  assert.deepEqual(session.all.sought, { place: "stew", court_place: "cleve" });
  session.take({ ...KNOWN, focus: "place", error: true }, session.details);
  assert.equal(session.all.sought?.place, "stew");
  session.take({ ...KNOWN, focus: "place", error: false }, session.details);
  assert.deepEqual(session.all.sought, { court_place: "cleve" });
  session.forget();
  assert.ok(!JSON.stringify(session.all).includes("cleve"));
});

test("what was chosen and not sent waits, by question and group, until it is answered or all is forgotten", () => {
  const session = full();
  const left = { question: "needs", group: "out", chosen: ["bond"], typed: {} };
  session.leave(left, false);
  assert.deepEqual(session.left("needs", "out")?.chosen, ["bond"]);
  assert.equal(session.left("needs", "inside"), undefined);
  session.leave(left, true);
  assert.equal(session.left("needs", "out"), undefined);
  session.leave(left, false);
  session.forget();
  assert.equal(session.left("needs", "out"), undefined);
});

test("what one reply says is known takes the place of what was known before", () => {
  const session = full();
  const later = { needs: ["bond"], answers: {}, seen: [], places: {} };
  session.take(later, session.details);
  assert.deepEqual(session.known, later);
  assert.deepEqual(session.details, { name: "Ana" });
});

test("fields that are not asked now keep what was typed, and a box that is unticked is gone", () => {
  const session = full();
  session.write(["telephone", "in_english"], { telephone: "555 010 0111", in_english: "on" });
  session.write(["telephone", "in_english"], { telephone: "" });
  assert.deepEqual(session.details, { name: "Ana", telephone: "" });
});

test("details come back under the names of the letters that they stand in now", () => {
  const session = full();
  session.take({ ...KNOWN, carried: { "facts.opla": "f" } }, session.details);
  assert.deepEqual(session.details, { "facts.opla": "f" });
});

test("names that come after something more was written are dropped, not the words", () => {
  const session = full();
  const written = session.details;
  session.write(["name"], { name: "Ana María" });
  session.take({ ...KNOWN, carried: { name: "Ana" } }, written);
  assert.deepEqual(session.details, { name: "Ana María" });
});

test("names that come after everything was forgotten bring nothing back", () => {
  const session = full();
  const written = session.details;
  session.forget();
  session.take({ ...KNOWN, carried: { name: "Ana" } }, written);
  assert.deepEqual(session.details, {});
});

test("a case that is opened brings its own details and day, and leaves nothing of the person before", () => {
  const session = full();
  session.take({ ...KNOWN, details: { name: "Luis" } }, session.details);
  assert.deepEqual([session.details, session.typed], [{ name: "Luis" }, {}]);
  session.take({ ...KNOWN, details: { name: "Eva" }, dated: TYPED }, session.details);
  assert.deepEqual([session.details, session.typed], [{ name: "Eva" }, TYPED]);
});

test("details are another object after each change: a file holds no words that were written since", () => {
  const session = full();
  const { details } = session;
  session.take(KNOWN, details);
  assert.equal(session.details, details);
  session.write(["name"], { name: "Ana Lucía" });
  assert.notEqual(session.details, details);
});

test("an interlude can be shown again, and a need whose result was shown can be left", () => {
  const session = full();
  session.unsee("stop");
  session.nextNeed();
  assert.deepEqual(session.known, { ...KNOWN, seen: [], needs: ["bond"] });
  assert.deepEqual(KNOWN.seen, ["stop"], "what a reply holds is nobody's to change");
});

test("of the interludes that were read, only the one that is shown again is unread", () => {
  const session = new Session("en");
  session.begin({ seen: ["danger", "stop", "removal_near"] });
  session.unsee("stop");
  assert.deepEqual(session.known.seen, ["danger", "removal_near"]);
});

test("who goes on to the next need is not asked for the groups again", () => {
  const session = new Session("en");
  session.begin({ needs: ["release", "records"], answers: { emergency: "false", need_groups: "out help" }, seen: [] });
  session.nextNeed();
  assert.deepEqual(session.known, { needs: ["records"], answers: { emergency: "false" }, seen: [], places: {} });
});

test("a link brings what all ways to its screen have in common, and nothing else is known", () => {
  const session = new Session("en");
  session.begin({ needs: ["release"], answers: {}, seen: [] });
  assert.deepEqual(session.known, { needs: ["release"], answers: {}, seen: [], places: {} });
});

test("a case that is opened, of another person perhaps, leaves no words of this one in a box", () => {
  const session = full();
  session.seek("place", "stewart");
  session.take({ ...KNOWN, details: { name: "Eva" }, dated: {} }, session.details);
  assert.equal(session.all.sought, undefined);
  assert.equal(session.sought("place"), "");
});
