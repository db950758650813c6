/**
 * Writes into the form of details as a program would, presses the button, and tells what came of it.
 * Texts come and go as JSON in plain ASCII: not every driver can carry half a character.
 * Runs in the page (see scripts.py), so it may not use anything from outside itself.
 */
export default async function write(/** @type {string} */ given) {
  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
  const interview = /** @type {HTMLElement} */ (document.getElementById("interview"));
  const fields = () => /** @type {NodeListOf<Field>} */ (interview.querySelectorAll("input[type=text], textarea"));
  const values = () => [...fields()].map((field) => [field.name, field.value]);
  const shows = async (/** @type {() => void} */ act) => {
    const shown = new Promise((resolve) => new MutationObserver(resolve).observe(interview, { childList: true }));
    act();
    await shown;
  };
  const press = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (interview.querySelector(selector)).click();

  if (!interview.querySelector("form[data-details]")) await shows(() => press("[data-prepare]"));
  const wanted = JSON.parse(given);
  for (const field of fields()) {
    if (!Object.hasOwn(wanted, field.name)) continue;
    field.value = wanted[field.name];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const written = values();
  await shows(() => press(".continue"));

  /** @type {string[]} */
  const nodes = [];
  const walker = document.createTreeWalker(interview, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) nodes.push(walker.currentNode.nodeName.toLowerCase());
  const { asked, faults } = /** @type {any} */ (window).overheard;
  const found = {
    asked: asked.splice(0).at(-1),
    faults,
    written,
    kept: values(),
    nodes: nodes.slice(1), // without the section that holds the screen
    text: interview.firstElementChild?.textContent,
    errors: [...interview.querySelectorAll(".field-error")].map((error) => error.lastChild?.textContent),
    summary: [...interview.querySelectorAll(".problem li a")].map((link) => link.textContent),
  };
  return JSON.stringify(found).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
