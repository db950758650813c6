// The wizard's own quick exit, on the reading pages. Without this script the link is a plain link.

const link = /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-leave]"));
const root = document.documentElement;

/** @param {string} message the id of one of the page's own messages */
function say(message) {
  const text = document.querySelector(`[data-say="${message}"]`)?.textContent ?? "";
  const spoken = document.querySelector("[data-spoken]");
  if (spoken) spoken.textContent = text;
}

import(new URL(link.dataset.module ?? "", location.href).href).then(({ armQuickExit }) =>
  armQuickExit({
    forget: () => {
      root.hidden = true;
    },
    say,
    destination: () => link.href,
  }),
);

// A page that comes back from the browser's cache is not blank.
addEventListener("pageshow", () => {
  root.hidden = false;
});

// For the few who keep the guide on their device.
if (navigator.serviceWorker?.controller) import("./newer.js");

export {};
