/** Before the wizard's script: puts the first screen into the page, and keeps from it what the history tells of pages. */

import { isInterview } from "./addresses.js";

const screen = /** @type {HTMLTemplateElement} */ (document.getElementById("first-screen"));
screen.replaceWith(screen.content);

addEventListener("popstate", (event) => {
  if (!isInterview()) event.stopImmediatePropagation();
});
