/**
 * Downloads a runtime with the browser's own code and prints what came of it: `complete`, or the reason why not.
 *
 *   node tests/node/download_probe.mjs http://127.0.0.1:PORT/ STALL_SECONDS [without-hashing]
 *
 * `without-hashing` takes crypto.subtle away, as browsers do on plain http.
 */

import { download } from "../../wizard/web/download.js";
import { RuntimeFailure } from "../../wizard/web/failures.js";

const [, , base, stallSeconds, hashing] = process.argv;
if (hashing === "without-hashing") Object.defineProperty(globalThis.crypto, "subtle", { value: undefined });

const manifest = await (await fetch(new URL("manifest.json", base))).json();
let last = 0;
try {
  const files = await download({
    manifest,
    base,
    signal: undefined,
    stallSeconds: Number(stallSeconds),
    onProgress: (loaded, total) => {
      last = loaded / total;
    },
  });
  const arrived = Object.values(files).every((content) => content.length > 0);
  console.log(arrived && last === 1 ? "complete" : "incomplete");
} catch (error) {
  console.log(error instanceof RuntimeFailure ? error.reason : `untyped: ${error}`);
}
process.exit();
