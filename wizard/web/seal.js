/**
 * The seal: cuts the page off, so that nothing in it can send or fetch anything, for as long as it is open.
 */

const SEAL =
  "default-src 'none'; script-src blob: 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'";

/** Ways out of a page that no content security policy closes. */
const TAKEN_AWAY = ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"];

/** A seal is never broken while the page is open. */
let sealed = false;

/** Whether nothing can be fetched any more. */
export const isSealed = () => sealed;

/**
 * Seals the page. The policy is a second one beside the page's own, so it can only take rights away.
 */
export function seal() {
  sealed = true;
  for (const name of TAKEN_AWAY) takeAway(name, undefined);
  takeAway("open", () => null);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEAL;
  document.head.append(policy);
}

/**
 * @param {string} name of a global
 * @param {unknown} value what stands in its place for good
 */
function takeAway(name, value) {
  if (Object.getOwnPropertyDescriptor(globalThis, name)?.configurable === false) return;
  Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
}
