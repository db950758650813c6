/**
 * Notes from now on, in `window.overheard`, what the page asks of Python, and everything that must never happen.
 * Runs in the page (see scripts.py), so it may not use anything from outside itself.
 */
export default function overhear() {
  /** @type {{asked: string[], faults: string[]}} */
  const overheard = { asked: [], faults: [] };
  Object.assign(window, { overheard });
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (/** @type {any} */ message) {
    if (message.text) overheard.asked.push(message.text);
    return send.call(this, message);
  };
  for (const dialog of ["alert", "confirm", "prompt"]) {
    Object.assign(window, { [dialog]: () => overheard.faults.push(dialog) });
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    overheard.faults.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
  window.addEventListener("error", (event) => overheard.faults.push(`error: ${event.message}`), true);
  window.addEventListener("unhandledrejection", (event) => overheard.faults.push(`rejection: ${event.reason}`));
}
