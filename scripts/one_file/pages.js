/**
 * The pages of the one file: shows the one that the address names, and begins the interview when somebody goes there.
 * Without this script a style sheet does the same (one_file.css), and the interview is walked by links.
 */

import "../../wizard/web/open_now.js";
import "../guide/theme/assets/guide/office-filter.js";
import "../guide/theme/assets/guide/place-box.js";
import { armQuickExit } from "../../wizard/web/leave.js";
import { named, placeIn } from "./addresses.js";

const root = document.documentElement;
const pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#pages > *, #main")]);
const interview = /** @type {HTMLElement} */ (document.getElementById("main"));
const skip = /** @type {HTMLElement} */ (document.querySelector(".skip"));

/** @typedef {{beginInterview?: () => void}} Begin defined by the other bundle of scripts */

/** Whether the interview was begun: once, since it keeps what was answered while other pages are read. */
let begun = false;

function begin() {
  if (begun) return;
  begun = true;
  const { beginInterview = walkByLinks } = /** @type {Begin} */ (globalThis);
  beginInterview();
}

/** For a browser that cannot read the script of the interview: puts into the page what it would show without any. */
function walkByLinks() {
  const [sheet, whole] = ["head", "#main"].map((place) => document.querySelector(`${place} noscript`));
  const style = document.createElement("style");
  style.textContent = (sheet?.textContent ?? "").replace(/<\/?style>/g, ""); // the same text, and so the same hash
  document.head.append(style);
  const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("wizard", { createHTML: (/** @type {string} */ html) => html });
  const text = whole?.textContent ?? "";
  whole?.insertAdjacentHTML("afterend", policy ? policy.createHTML(text) : text);
}

/** Shows the page that the address names, at the part that it names. */
function show() {
  const { page, part } = named(pages, interview);
  for (const other of pages) other.hidden = other !== page;
  root.classList.toggle("paper-alone", page?.id.endsWith(".html"));
  root.classList.remove("turning");
  skip.hidden = page !== interview; // it leads to the question
  if (page === interview) begin();
  if (part) part.scrollIntoView();
  else scrollTo(0, 0);
}

// The interview's links, and those of its screens, lead to pages as they lie on a website.
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) placeIn(node);
}).observe(document.body, { childList: true, subtree: true });

addEventListener("hashchange", show);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
else show();

armQuickExit({
  forget: () => {
    root.hidden = true;
  },
  say: (message) => {
    const text = document.querySelector(`[data-say="${message}"]`)?.textContent ?? "";
    const spoken = document.querySelector("[data-spoken]");
    if (spoken) spoken.textContent = text;
  },
  destination: () => /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-leave]")).href,
});

// A page that comes back from the browser's own store is not blank.
addEventListener("pageshow", () => {
  root.hidden = false;
});
