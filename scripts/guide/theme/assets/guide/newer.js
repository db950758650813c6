// Says on every page that a newer release waits on this device, where the guide is kept on it. The link leads to the page that
// takes it into use.

const scope = new URL("../../", import.meta.url).href;

navigator.serviceWorker.getRegistration(scope).then((registration) => {
  const told = /** @type {HTMLElement | null} */ (document.querySelector("[data-newer]"));
  if (told) told.hidden = registration?.scope !== scope || !registration.waiting;
});

export {};
