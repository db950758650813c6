/**
 * The words of the group that runs this copy. Pages that were built carry them already. Screens that Python makes carry
 * the same places, a pair of comments each, and these are filled from the page's own templates: so the Python is the
 * same in every copy.
 */

const PLACE = /^own:([a-z0-9-]+)$/;

/** Fills every place in *screen* that the group has words for, in the page's language. @param {HTMLElement} screen */
export function fillOwn(screen) {
  const places = document.createTreeWalker(screen, NodeFilter.SHOW_COMMENT);
  const found = /** @type {Comment[]} */ ([]);
  while (places.nextNode()) found.push(/** @type {Comment} */ (places.currentNode));
  for (const place of found) {
    const name = PLACE.exec(place.data)?.[1];
    const words = name && document.querySelector(`template[data-own="${name}"][lang="${document.documentElement.lang}"]`);
    if (words) place.after(/** @type {HTMLTemplateElement} */ (words).content.cloneNode(true));
  }
  openApart(screen);
}

/** The group's links open in a new tab, and say so: what was answered here would be gone. @param {ParentNode} within */
export function openApart(within) {
  const note = document.querySelector(".new-tab");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (within.querySelectorAll(".own a[href^='https:']"))) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    if (note) link.append(note.cloneNode(true));
  }
}
