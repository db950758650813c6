// What Mozilla's HTTP Observatory says of addresses on a server of this machine, by its own program: JSON on standard output.
//
//   node tests/observatory/scan.mjs OBSERVATORY KEY CERTIFICATE PORT PATH ...
//
// The Observatory asks one name by http and by https. So before the server stands what every host brings itself: https,
// and a redirect from http to there. Nothing of it adds a header to what the server says.

import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import tls from "node:tls";

const [observatory, key, certificate, port, ...paths] = process.argv.slice(2);
if (!observatory || !key || !certificate || !port || paths.length === 0) {
  throw new Error("usage: scan.mjs OBSERVATORY KEY CERTIFICATE PORT PATH ...");
}
const TLS_HELLO = 22;

const toHttps = http.createServer((request, response) => {
  response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();
});
const byHttps = tls.createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (socket) => {
  socket.pipe(net.connect(Number(port), "127.0.0.1")).pipe(socket);
});
const front = net.createServer((socket) => {
  socket.once("data", (first) => {
    socket.pause();
    socket.unshift(first);
    (first[0] === TLS_HELLO ? byHttps : toHttps).emit("connection", socket);
    process.nextTick(() => socket.resume());
  });
});
await new Promise((resolve) => front.listen(0, "127.0.0.1", () => resolve(undefined)));

// Its list of names that browsers know for https alone is loaded from elsewhere. None of them is ours.
writeFileSync(join(observatory, "conf", "hsts-preload.json"), "{}");
const { scan } = await import(pathToFileURL(join(observatory, "src", "index.js")).href);
/** @type {Record<string, object>} */
const found = {};
for (const path of paths) {
  const { port: at } = /** @type {net.AddressInfo} */ (front.address());
  found[path] = await scan(`127.0.0.1:${at}${path}`);
}
console.log(JSON.stringify(found));
process.exit();
