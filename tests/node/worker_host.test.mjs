/** The page's end of the worker, with a worker that says what a test wants said. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { RuntimeFailure } from "../../wizard/web/failures.js";
import { bootWorker } from "../../wizard/web/worker_host.js";

/** @type {FakeWorker} */
let worker;

class FakeWorker extends EventTarget {
  constructor() {
    super();
    /** @type {any[]} */
    this.sent = [];
    this.running = true;
    worker = this;
  }

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.running = false;
  }

  /** @param {object} data */
  say(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** The requests that reached it. */
  get asked() {
    return this.sent.slice(1).map(({ text }) => JSON.parse(text).do);
  }
}

/** @param {Partial<Parameters<typeof bootWorker>[0]>} [options] */
const boot = (options = {}) =>
  bootWorker({
    files: { "worker.js": new Uint8Array(1), "python.zip": new Uint8Array(2) },
    abi: "2026_0",
    signal: undefined,
    bootSeconds: 5,
    trustedScriptURL: (url) => url,
    ...options,
  });

async function started() {
  const booting = boot();
  worker.say({ kind: "ready" });
  return booting;
}

/** @param {Promise<unknown>} promise @param {string} reason */
const fails = (promise, reason) =>
  assert.rejects(promise, (error) => error instanceof RuntimeFailure && error.reason === reason);

beforeEach(() => {
  Object.assign(globalThis, { Worker: FakeWorker });
});

test("the worker gets every file but its own code", async () => {
  await started();
  assert.deepEqual(Object.keys(worker.sent[0].files), ["python.zip"]);
});

test("requests go one at a time, and are answered in the order they came", async () => {
  const python = await started();
  const answers = ["first", "second"].map((word) => python.handle({ do: word }));
  assert.deepEqual(worker.asked, ["first"]);
  worker.say({ kind: "answer", id: 1, text: '{"to":1}' });
  assert.deepEqual(worker.asked, ["first", "second"]);
  worker.say({ kind: "answer", id: 2, text: '{"to":2}' });
  assert.deepEqual(await Promise.all(answers), [{ to: 1 }, { to: 2 }]);
});

test("an answer to another request than the one that waits is dropped", async () => {
  const python = await started();
  const first = python.handle({ do: "first" });
  worker.say({ kind: "answer", id: 1, text: '{"to":1}' });
  await first;
  const second = python.handle({ do: "second" });
  worker.say({ kind: "answer", id: 1, text: '{"to":"late"}' });
  worker.say({ kind: "answer", id: 2, text: '{"to":2}' });
  assert.deepEqual(await second, { to: 2 });
});

test("one request that Python fails on leaves the next one its answer", async () => {
  const python = await started();
  const [first, second] = ["first", "second"].map((word) => python.handle({ do: word }));
  worker.say({ kind: "request-failed", id: 1 });
  worker.say({ kind: "answer", id: 2, text: "{}" });
  await fails(/** @type {Promise<object>} */ (first), "request-failed");
  assert.deepEqual(await second, {});
});

test("stopped, it ends the worker, and whoever waits or asks later is told so", async () => {
  const python = await started();
  const waiting = python.handle({ do: "first" });
  python.stop();
  assert.equal(worker.running, false);
  await fails(waiting, "stopped");
  await fails(python.handle({ do: "second" }), "stopped");
});

test("a worker that breaks while it starts is ended and named", async () => {
  const booting = boot();
  worker.say({ kind: "boot-failed", detail: "no" });
  await fails(booting, "boot-failed");
  assert.equal(worker.running, false);
});

test("a worker that never gets ready is given up", async () => {
  await fails(boot({ bootSeconds: 0.01 }), "boot-timeout");
  assert.equal(worker.running, false);
});

test("whoever leaves while it starts leaves nothing running", async () => {
  const leaving = new AbortController();
  const booting = boot({ signal: leaving.signal });
  leaving.abort();
  await fails(booting, "stopped");
  assert.equal(worker.running, false);
});
