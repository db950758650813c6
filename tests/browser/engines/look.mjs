/**
 * What a person sees in the wizard, and every place in the page where an answer could have been left behind.
 * Runs in the page (see scripts.py), so it may not use anything from outside itself.
 */
export default async function look() {
  /** @type {<T extends Element = HTMLElement>(selector: string, within?: ParentNode) => T[]} */
  const all = (selector, within = document) => /** @type {any[]} */ ([...within.querySelectorAll(selector)]);
  // What had the focus stays beside the screen for a moment, empty (screen.js).
  const isSeen = (/** @type {HTMLElement} */ element) => element.offsetParent !== null && !element.closest("[data-aside]");
  const section = /** @type {HTMLElement} */ (document.querySelector("#interview > section"));
  const form = section.querySelector("form");
  const { question, interlude } = form?.dataset ?? {};
  const fields = all("input, textarea, select, form");
  /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */
  const typable = all("input:not([type=radio], [type=checkbox], [type=file]), textarea, [contenteditable]");
  const selectorOf = (/** @type {HTMLElement} */ { dataset, id }) =>
    dataset.part ? `#interview [data-part=${dataset.part}]` : `#${id}`;
  const packet = form?.matches("[data-details]") ? "details" : section.querySelector(".packet") ? "packet" : undefined;
  return {
    screen: question ?? interlude ?? packet ?? "result",
    error: all(".problem, .field-error", section).some(isSeen),
    options: all("[name=answer]", section).filter(isSeen).map((field) => /** @type {HTMLInputElement} */ (field).value),
    chosen: all(":checked:not(option)", section).length,
    typable: Object.fromEntries(typable.filter(isSeen).map((field) => [selectorOf(field), field.value])),
    typed: typable.map((field) => field.value).join(""),
    back: all("[data-back]").some(isSeen),
    prepare: all("#prepare").some(isSeen),
    changes: all("[data-change]").map((button) => button.dataset.change),
    languages: all("[data-language]").map((link) => link.dataset.language),
    traces: {
      address: location.href,
      title: document.title,
      state: JSON.stringify(history.state),
      name: window.name,
      cookie: document.cookie,
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: (await indexedDB.databases()).map((database) => database.name),
      caches: await caches.keys(),
      // A page from a disk can have none, and Chromium throws where it is asked for them.
      workers: location.protocol === "file:" ? 0 : ((await navigator.serviceWorker?.getRegistrations())?.length ?? 0),
    },
    fetched: performance.getEntriesByType("resource").map((entry) => entry.name),
    rememberable: [
      ...fields.filter((field) => field.getAttribute("autocomplete") !== "off"),
      ...typable.filter((field) => field.getAttribute("spellcheck") !== "false"),
    ].map((field) => field.outerHTML),
    seals: all("meta[http-equiv=Content-Security-Policy]").length,
  };
}
