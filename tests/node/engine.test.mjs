/** Who answers: Python or the static interview, in time or not at all, with drafts or without. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../wizard/web/engine.js";
import { Session } from "../../wizard/web/session.js";

/** @typedef {import("../../wizard/web/static_interview.js").StaticReply} StaticReply */

/** Python, with answers that come when the test lets them. */
class FakePython {
  /** @type {{request: any, answer: (reply: object) => void, fail: () => void}[]} */
  asked = [];
  stopped = false;

  /** @param {object} request @returns {Promise<object>} */
  handle(request) {
    return new Promise((answer, reject) => {
      this.asked.push({ request, answer, fail: () => reject(new Error("failed")) });
    });
  }

  stop() {
    this.stopped = true;
    for (const { fail } of this.asked) fail();
  }

  get last() {
    return /** @type {(typeof this.asked)[0]} */ (this.asked.at(-1));
  }

  /** What it was asked to do, in order. */
  get done() {
    return this.asked.map(({ request }) => request.do);
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

/** An engine with its parts, and a count of how often Python was given up. */
function engineWith({ seconds = 5, start = /** @type {undefined | (() => Promise<any>)} */ (undefined) } = {}) {
  const python = new FakePython();
  const session = new Session("en");
  const leaving = new AbortController();
  const parts = { python, session, leaving, gone: 0, forgotten: 0 };
  const byHand = {
    handle: (/** @type {any} */ request, /** @type {any} */ known) =>
      /** @type {StaticReply} */ ({ ...known, screen: `by hand: ${request.do}`, error: false }),
    isHere: true,
    isMissing: false,
    labelOf: (/** @type {string | undefined} */ need) => need ?? "",
    forget: () => (parts.forgotten += 1),
  };
  const engine = new Engine({
    byHand,
    session,
    start: start ?? (async () => python),
    onGone: () => (parts.gone += 1),
    left: leaving.signal,
    seconds,
  });
  return { ...parts, parts, byHand, engine };
}

/** The same once Python is here. @param {Parameters<typeof engineWith>[0]} [options] */
async function running(options) {
  const all = engineWith(options);
  const coming = all.engine.bring();
  await soon();
  all.python.last.answer({ screen: "first" });
  await coming;
  all.python.asked.length = 0;
  return all;
}

test("before Python is here the static interview answers, also while it comes", async () => {
  const { engine, python } = engineWith();
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
  const coming = engine.bring();
  await soon();
  assert.equal(engine.hasPython, false);
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
  python.last.answer({ screen: "first" });
  assert.equal((await coming).screen, "first");
  assert.equal(engine.hasPython, true);
});

test("the first request tells Python what is known, and nothing of what was typed", async () => {
  const { engine, python, session } = engineWith();
  session.write(["name"], { name: "Ana" });
  const coming = engine.bring();
  await soon();
  assert.deepEqual(Object.keys(python.last.request), ["do", "needs", "answers", "seen", "places", "language", "today"]);
  assert.equal(python.last.request.do, "show");
  python.last.answer({});
  await coming;
});

test("Python that does not answer its first request in time is ended, and is never asked again", async () => {
  const { engine, python } = engineWith({ seconds: 0.01 });
  await assert.rejects(engine.bring(), /too slow/);
  assert.ok(python.stopped);
  python.last.answer({ screen: "late" });
  await soon();
  assert.equal(engine.hasPython, false);
});

test("where Python does not come, the static interview goes on", async () => {
  const { engine } = engineWith({ start: () => Promise.reject(new Error("offline")) });
  await assert.rejects(engine.bring(), /offline/);
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
});

test("a request holds the action, all that is known, the day and the minute", async () => {
  const { engine, python, session } = await running();
  session.write(["name"], { name: "Ana" });
  const asked = engine.ask({ do: "answer", question: "custody", value: "unknown" });
  python.last.answer({});
  await asked;
  const { today, now, ...rest } = python.last.request;
  assert.deepEqual(rest, { do: "answer", question: "custody", value: "unknown", ...session.all });
  assert.match(today, /^\d{4}-\d\d-\d\d$/);
  assert.match(now, /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);
  assert.equal(now.slice(0, 10), today);
});

test("a day and a month of one digit are written with two", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: new Date(2026, 2, 5, 12).getTime() });
  assert.equal(engineWith().engine.whole({ do: "show" }).today, "2026-03-05");
});

test("Python that needs a moment is waited for, and leaves no clock running", async () => {
  const { engine, python, parts } = await running();
  const clocks = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = clocks();
  const asked = engine.ask({ do: "show" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  python.last.answer({ screen: "by Python" });
  assert.deepEqual([(await asked).screen, parts.gone], ["by Python", 0]);
  assert.equal(clocks(), before);
});

test("the page goes on with Python or by hand, and is stuck only where neither can come", async () => {
  const { engine, byHand } = engineWith();
  assert.deepEqual([engine.canGoOn, engine.isStuck], [true, false]);
  byHand.isHere = false;
  assert.deepEqual([engine.canGoOn, engine.isStuck], [false, false]);
  byHand.isMissing = true;
  assert.deepEqual([engine.canGoOn, engine.isStuck], [false, true]);
  const withPython = await running();
  withPython.byHand.isHere = false;
  withPython.byHand.isMissing = true;
  assert.deepEqual([withPython.engine.canGoOn, withPython.engine.isStuck], [true, false]);
});

test("the next need is named by hand alone: Python shows all results at once", async () => {
  const needs = ["release", "bond"];
  const { engine, session } = engineWith();
  session.begin({ needs });
  assert.equal(engine.nextNeed, "bond");
  const withPython = await running();
  withPython.session.begin({ needs });
  assert.equal(withPython.engine.nextNeed, "");
});

test("the minute is that of the reader's own clock, with its offset", async () => {
  const zone = process.env.TZ;
  for (const [name, offset] of [["UTC", "+00:00"], ["Asia/Kathmandu", "+05:45"], ["Pacific/Marquesas", "-09:30"]]) {
    process.env.TZ = name;
    const { now } = engineWith().engine.whole({ do: "show" });
    assert.equal(now.slice(16), offset);
    assert.ok(Math.abs(Date.now() - Date.parse(now)) <= 60_000);
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("Python that takes too long is given up, and the same request is answered by hand with every answer", async () => {
  const { engine, python, session, parts } = await running({ seconds: 0.01 });
  session.take({ needs: ["bond"], answers: {}, seen: [], places: {} }, session.details);
  const reply = await engine.ask({ do: "show" });
  assert.deepEqual([reply.screen, reply.needs], ["by hand: show", ["bond"]]);
  assert.deepEqual([python.stopped, engine.hasPython, parts.gone], [true, false, 1]);
});

test("an answer that comes after Python was given up is dropped", async () => {
  const { engine, python, parts } = await running({ seconds: 0.01 });
  const reply = await engine.ask({ do: "show" });
  python.last.answer({ screen: "late" });
  await soon();
  assert.equal(reply.screen, "by hand: show");
  assert.equal(engine.hasPython, false);
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
  assert.equal(parts.gone, 1);
});

test("Python that fails on a request is given up, also on one that nobody else can answer", async () => {
  const { engine, python, parts } = await running();
  const file = engine.askPython({ do: "file" });
  python.last.fail();
  assert.equal(await file, undefined);
  assert.deepEqual([engine.hasPython, parts.gone], [false, 1]);
});

test("papers are made ahead while somebody writes, and the press costs no request", async () => {
  const { engine, python } = await running();
  const drafting = engine.draft(() => true);
  python.last.answer({ screen: "packet" });
  await drafting;
  assert.deepEqual(python.done, ["packet"]);
  assert.equal((await engine.ask({ do: "packet" })).screen, "packet");
  assert.deepEqual(python.done, ["packet"]);
});

test("papers that are asked for again with the same words cost no request, and a screen does", async () => {
  const { engine, python } = await running();
  for (const action of /** @type {const} */ (["packet", "packet", "show", "show"])) {
    const asked = engine.ask({ do: action });
    python.last.answer({ screen: action });
    assert.equal((await asked).screen, action);
  }
  assert.deepEqual(python.done, ["packet", "show", "show"]);
});

test("what is written after a draft is drafted too", async () => {
  const { engine, python, session } = await running();
  for (const name of ["Ana", "Eva"]) {
    session.write(["name"], { name });
    const drafting = engine.draft(() => true);
    python.last.answer({});
    await drafting;
  }
  assert.deepEqual(python.asked.map(({ request }) => request.details.name), ["Ana", "Eva"]);
});

test("what is written while a draft is made is drafted next, one at a time", async () => {
  const { engine, python, session } = await running();
  const drafting = engine.draft(() => true);
  for (const name of ["A", "An", "Ana"]) {
    session.write(["name"], { name });
    engine.draft(() => true);
  }
  assert.deepEqual(python.done, ["packet"]);
  python.last.answer({});
  await soon();
  assert.deepEqual(python.asked.map(({ request }) => request.details.name), [undefined, "Ana"]);
  python.last.answer({});
  await drafting;
});

test("a draft of other words is not shown", async () => {
  const { engine, python, session } = await running();
  const drafting = engine.draft(() => true);
  python.last.answer({ screen: "old" });
  await drafting;
  session.write(["name"], { name: "Ana" });
  const asked = engine.ask({ do: "packet" });
  python.last.answer({ screen: "new" });
  assert.equal((await asked).screen, "new");
});

test("nothing is drafted where nobody writes, or Python is not here", async () => {
  const { engine, python } = await running();
  await engine.draft(() => false);
  assert.deepEqual(python.done, []);
  const without = engineWith();
  await without.engine.draft(() => true);
  assert.deepEqual(without.python.done, []);
});

test("a draft that fails fails in silence, until somebody asks for these papers", async () => {
  const { engine, python, parts } = await running();
  const drafting = engine.draft(() => true);
  python.last.fail();
  await drafting;
  assert.equal(parts.gone, 0);
  assert.equal((await engine.ask({ do: "packet" })).screen, "by hand: packet");
  assert.equal(parts.gone, 1);
});

test("forgetting drops the draft and the form", async () => {
  const { engine, python } = await running();
  const drafting = engine.draft(() => true);
  python.last.answer({});
  await drafting;
  engine.keep(/** @type {any} */ ({}));
  engine.forget();
  assert.equal(engine.form, undefined);
  const asked = engine.ask({ do: "packet" });
  python.last.answer({});
  await asked;
  assert.deepEqual(python.done, ["packet", "packet"]);
});

test("without Python the form that was shown stands for the papers, with every word; once forgotten it does not", async () => {
  const { engine } = engineWith();
  const form = /** @type {any} */ ({});
  engine.keep(form);
  for (const action of /** @type {const} */ (["details", "packet"])) {
    const reply = /** @type {StaticReply} */ (await engine.ask({ do: action }));
    assert.deepEqual([reply.screen, reply.section === form, reply.error], ["details", true, false]);
  }
  assert.equal(engine.form, form);
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
  engine.forget();
  assert.equal((await engine.ask({ do: "packet" })).screen, "by hand: packet");
});

test("whoever leaves ends Python, and hears nothing of it", async () => {
  const { engine, python, leaving, parts } = await running();
  const asked = engine.ask({ do: "show" });
  leaving.abort();
  assert.deepEqual([python.stopped, engine.hasPython], [true, false]);
  await asked;
  assert.deepEqual([python.stopped, engine.hasPython, parts.gone], [true, false, 0]);
});

test("Python that comes when the person has left is ended before it is asked anything", async () => {
  const { engine, python, leaving } = engineWith();
  const coming = engine.bring();
  leaving.abort();
  await assert.rejects(coming, /left/);
  assert.deepEqual([python.stopped, python.done], [true, []]);
});

test("what was asked ahead is not asked again", async () => {
  const { engine, python } = await running();
  const foreseen = engine.foresee({ do: "answer", question: "emergency", value: "false" });
  python.last.answer({ screen: "next" });
  assert.equal((await foreseen)?.screen, "next");
  assert.equal((await engine.ask({ do: "answer", question: "emergency", value: "false" })).screen, "next");
  assert.equal(python.asked.length, 1);
  const other = engine.ask({ do: "answer", question: "emergency", value: "true" });
  python.last.answer({ screen: "another" });
  assert.equal((await other).screen, "another");
});

test("one thing is asked ahead at a time, and whoever asks for it meanwhile waits for the same", async () => {
  const { engine, python } = await running();
  const foreseen = engine.foresee({ do: "read", interlude: "stop" });
  assert.equal(await engine.foresee({ do: "show" }), undefined);
  const asked = engine.ask({ do: "read", interlude: "stop" });
  assert.equal(python.asked.length, 1);
  python.last.answer({ screen: "next" });
  assert.equal((await asked).screen, "next");
  await foreseen;
  const second = engine.foresee({ do: "show" });
  python.last.answer({ screen: "first" });
  assert.equal((await second)?.screen, "first");
});

test("what was asked ahead is gone once everything is forgotten, or known otherwise", async () => {
  const { engine, python, session } = await running();
  const foreseen = engine.foresee({ do: "show" });
  engine.forget();
  python.last.answer({ screen: "of another" });
  assert.equal(await foreseen, undefined);
  const kept = engine.foresee({ do: "show" });
  python.last.answer({ screen: "old" });
  await kept;
  session.begin({ answers: { emergency: "true" } });
  const asked = engine.ask({ do: "show" });
  python.last.answer({ screen: "new" });
  assert.equal((await asked).screen, "new");
});

test("where what was asked ahead fails, whoever asks for it is answered by hand", async () => {
  const { engine, python, parts } = await running();
  const foreseen = engine.foresee({ do: "show" });
  python.last.fail();
  assert.equal(await foreseen, undefined);
  assert.equal(parts.gone, 0);
  assert.equal((await engine.ask({ do: "show" })).screen, "by hand: show");
  assert.equal(parts.gone, 1);
});

test("without Python nothing is asked ahead", async () => {
  assert.equal(await engineWith().engine.foresee({ do: "show" }), undefined);
});
