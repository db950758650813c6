/**
 * The seal: cuts the page off, so that nothing in it can send or fetch anything, for as long as it is open.
 */

import { guard } from "./guard.js";

const SEAL =
  "default-src 'none'; script-src blob: 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'";

/** A seal is never broken while the page is open. */
let sealed = false;

/** Whether nothing can be fetched any more. */
export const isSealed = () => sealed;

/**
 * Seals the page. The policy is a second one beside the page's own, so it can only take rights away.
 */
export function seal() {
  if (sealed) return;
  sealed = true;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEAL;
  document.head.append(policy);
  guard();
}
