/** The rest of the interview comes whole, and is that of the page that asks for it; or there is a reason, and no screen. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { bringInterview } from "../../wizard/web/whole_interview.js";

const EDITION = "0123456789ab";
const SCREENS = ["First", "¿Está detenido?", "Last"].map(
  (text, index) => `<section id="n${index + 1}" class="screen">\n<p>${text}</p><section>within</section>\n</section>\n`,
);
const PAGE = `<main><div id="interview" data-edition="${EDITION}">\n${SCREENS.join("")}<section class="start">\n</section></div></main>`;
/** What a server may answer, by the path that is asked for. @type {Record<string, (response: import("node:http").ServerResponse) => void>} */
const ANSWERS = {
  "/whole": (response) => response.end(PAGE),
  "/slowly": (response) => {
    const bytes = Buffer.from(PAGE);
    const middle = bytes.indexOf("¿") + 1; // within a letter
    response.write(bytes.subarray(0, middle));
    setTimeout(() => response.end(bytes.subarray(middle)), 300);
  },
  "/other": (response) => response.end(PAGE.replace(EDITION, "ba9876543210")),
  "/short": (response) => response.end(PAGE.replace(SCREENS[1] ?? "", "")),
  "/cut": (response) => response.end(PAGE.slice(0, PAGE.indexOf("Last"))),
  "/login": (response) => response.end("<form>Log in to this network</form>"),
  "/missing": (response) => response.writeHead(404).end(PAGE),
  "/moved": (response) => response.writeHead(302, { location: "/whole" }).end(),
  "/broken": (response) => void response.write(PAGE.slice(0, 90), () => response.destroy()),
  "/stalled": (response) => void response.write(PAGE.slice(0, 90)),
};

const server = createServer(({ url = "" }, response) => (ANSWERS[url] ? ANSWERS[url](response) : response.writeHead(404).end()));
let root = "";
before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  root = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {string} path @param {AbortSignal} [signal] */
const bring = (path, signal = new AbortController().signal) =>
  bringInterview({ url: root + path, edition: EDITION, screens: SCREENS.length }, { signals: [new AbortController().signal, signal], stallSeconds: 1 });

for (const path of ["/whole", "/slowly"]) {
  test(`${path}: every screen comes by its number, in order, and nothing around them`, async () => {
    assert.deepEqual([...(await bring(path))], SCREENS.map((text, index) => [`n${index + 1}`, text]));
  });
}

for (const [path, reason] of [
  ["/other", "corrupt"],
  ["/short", "corrupt"],
  ["/cut", "corrupt"],
  ["/login", "corrupt"],
  ["/missing", "corrupt"],
  ["/moved", "offline"],
  ["/broken", "offline"],
  ["/stalled", "offline"],
]) {
  test(`${path}: no screen comes, and why is said`, () => assert.rejects(bring(path ?? ""), { reason }));
}

test("whoever leaves waits for nothing", async () => {
  const leaving = new AbortController();
  const coming = bring("/stalled", leaving.signal);
  leaving.abort();
  await assert.rejects(coming, { reason: "offline" });
});
