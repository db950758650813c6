// "Keep this guide on this device", and the way back. This page alone may register a worker. What it says stands in the page.

import { NotKept, forget, keepAll, nameOf, namesOf } from "./keeping.js";

/** @typedef {import("./keeping.js").File} File */

const box = /** @type {HTMLElement} */ (document.querySelector("[data-offline]"));
const scope = new URL("../../", import.meta.url).href;
const worker = new URL("sw.js", scope).href;
const LIST = /const onTheLine = ([\d.]+);[^]*const files = (\[.*?\]);/;
const BUTTONS = ["keep", "load", "use", "stop", "remove"];
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1); // as it is written in the United States
/** What the guide weighs and how much of it has come, where known. @type {{load?: number, room?: number, done?: number}} */
const figures = {};
/** @type {AbortController | undefined} */
let loading;

/**
 * Says how things stand, and offers what can be done.
 *
 * @param {string} state
 * @param {string[]} offered
 */
function show(state, ...offered) {
  box.dataset.offline = state;
  for (const text of box.querySelectorAll("[data-says]")) {
    /** @type {HTMLElement} */ (text).hidden = !(text.getAttribute("data-says") ?? "").split(" ").includes(state);
  }
  for (const name of BUTTONS) {
    const button = /** @type {HTMLElement} */ (box.querySelector(`[data-do=${name}]`));
    const hadFocus = button === document.activeElement;
    button.hidden = !offered.includes(name);
    if (button.hidden && hadFocus) box.focus();
  }
  for (const [name, bytes] of Object.entries(figures)) {
    for (const place of box.querySelectorAll(`[data-figure=${name}]`)) place.textContent = megabytes(bytes);
  }
}

/** The list of files as the host has it now. @returns {Promise<File[]>} */
async function listed() {
  const response = await fetch(worker, { cache: "no-store", credentials: "omit" }).catch(() => undefined);
  const found = LIST.exec((response?.ok && (await response.text())) || "");
  if (!found) throw new NotKept("line");
  const [, share, list = ""] = found;
  const files = /** @type {File[]} */ (JSON.parse(list));
  figures.room = files.reduce((sum, { bytes }) => sum + bytes, 0);
  figures.load = figures.room * Number(share);
  return files;
}

/** The worker of this copy; on the same host there may be others'. */
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

/** Why this browser can keep nothing here, or nothing. */
function unable() {
  if (!isSecureContext) return "http";
  return "serviceWorker" in navigator && "caches" in window ? "" : "none";
}

async function look() {
  const why = unable();
  if (why) return show(why);
  let registration, names;
  try {
    [registration, names] = await Promise.all([registered(), namesOf(scope)]);
  } catch {
    return show("none"); // some private windows have the words and refuse the act
  }
  const files = await listed().catch(() => undefined);
  if (registration?.waiting) return show("newer", "use", "remove");
  if (registration?.active && names.length) {
    const isOlder = files && !names.includes(await nameOf(files, scope));
    return isOlder ? show("older", "load", "remove") : show("kept", "remove");
  }
  const offered = files ? ["keep"] : [];
  if (names.length || registration) return show("broken", ...offered, "remove");
  return files ? show("off", "keep") : show("unreached");
}

/** Saves the loading, where the browser says before that there is too little room. Some say more than they have. @param {File[]} files */
async function refuseWithoutRoom(files) {
  const { storage } = navigator;
  const { quota, usage = 0 } = (await storage?.estimate?.()) ?? {};
  const isBegun = (await namesOf(scope)).includes(await nameOf(files, scope));
  if (quota !== undefined && !isBegun && quota - usage < (figures.room ?? 0)) throw new NotKept("room");
}

async function keep() {
  if (loading) return; // pressed twice
  loading = new AbortController();
  const bar = /** @type {HTMLProgressElement} */ (box.querySelector("progress"));
  figures.done = bar.value = 0;
  try {
    const files = await listed();
    show("loading", "stop");
    await refuseWithoutRoom(files);
    await keepAll(files, scope, progress, loading.signal);
    await installed(await navigator.serviceWorker.register(trusted(), { scope, updateViaCache: "none" }));
    await look();
  } catch (error) {
    const reason = error instanceof NotKept ? error.reason : "refused";
    const isKept = Boolean((await registered())?.active);
    if (reason !== "line" && !isKept) await removed();
    const again = isKept ? "load" : "keep";
    show(reason, ...(isKept || reason === "line" ? [again, "remove"] : [again]));
  } finally {
    loading = undefined;
  }

  function progress(/** @type {number} */ share) {
    bar.value = share;
    figures.done = share * (figures.load ?? 0);
    show("loading", "stop");
  }
}

/** For browsers that ask whether a page may name a script: the address of the worker, and no other. @type {{createScriptURL: (address: string) => string}} */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("offline", {
  createScriptURL(/** @type {string} */ address) {
    if (address !== worker) throw new TypeError(address);
    return address;
  },
});
const trusted = () => policy?.createScriptURL(worker) ?? worker;

/** Waits until the newest worker is there. @param {ServiceWorkerRegistration} registration */
async function installed(registration) {
  if (registration.active) await registration.update();
  const { installing } = registration;
  if (!installing) return;
  await new Promise((resolve, reject) => {
    installing.addEventListener("statechange", () => {
      if (installing.state === "redundant") reject(new NotKept("refused"));
      // The first one goes on to be the active one; a later one waits.
      if (installing.state === (registration.active && registration.active !== installing ? "installed" : "activated")) resolve(undefined);
    });
  });
}

async function use() {
  const { waiting } = (await registered()) ?? {};
  if (!waiting) return look();
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage("take over", [port2]);
  if (!(await answered)) show("elsewhere", "use", "remove");
}

async function removed() {
  await (await registered())?.unregister();
  await forget(scope);
}

async function remove() {
  await removed();
  const files = await listed().catch(() => undefined);
  show("removed", ...(files ? ["keep"] : []));
}

/** @type {Record<string, () => unknown>} */
const ACTS = { keep, load: keep, use, stop: () => loading?.abort(), remove };

box.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-do]") : undefined;
  if (button) ACTS[button.getAttribute("data-do") ?? ""]?.();
});

show("looking");
look();
