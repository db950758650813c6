/* Room: targets of a size, nothing outside the window, nothing cut off; also with wide spacing and twice the letters. */

for (const target of all("button, summary, .choice, .checklist label, .date-parts :is(input, select), .by-link a, .number, .leave")) {
  const { height, width } = target.getBoundingClientRect();
  if (height < 44 || width < 44) fault(`only ${Math.round(width)} by ${Math.round(height)} pixels`, target);
}
const letters = (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
const distance = (one, other) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return Math.hypot((a.left + a.right - b.left - b.right) / 2, (a.top + a.bottom - b.top - b.bottom) / 2);
};
/** What lies behind an open dialog cannot be pressed. */
const inFront = (element) => !document.querySelector("dialog[open]") || element.closest("dialog[open]");
const targets = all("a[href], button, summary, input").filter(inFront);
check("a target of less than 24 pixels", () =>
  all("a[href]").filter(inFront).filter((link) => {
    const { width, height } = link.getBoundingClientRect();
    const block = link.closest("p, li, dd, td, div, main, body, figcaption, label, summary, h1, h2, h3, h4");
    const others = [...block.querySelectorAll("a[href]")].map((one) => one.textContent).join("");
    const inSentence = getComputedStyle(link).display === "inline" && letters(block.textContent) > letters(others);
    if (Math.min(width, height) >= 24 || width <= 1 || inSentence || link.closest(`svg, ${ASIDE}`)) return false;
    return targets.some((other) => other !== link && distance(link, other) < 24);
  }),
);

const overflowing = (when) => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) fault("scrolls sideways", `${when}: ${scrollWidth} in ${clientWidth}`);
  for (const element of all("main *, header *, footer *")) {
    const { left, right } = element.getBoundingClientRect();
    if (element.closest(ASIDE)) continue;
    if (left < -1 || right > clientWidth + 1) fault("outside the window", `${when}: ${brief(element)}`);
  }
};
const cut = (when) => {
  for (const element of all("body *")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
    if (clientWidth <= 1 || clientHeight <= 1 || element.closest(`${ASIDE}, svg`) || !letters(element.innerText ?? "")) continue; // a blank to write on has none
    if ((hides(overflowY) && scrollHeight > clientHeight + 4) || (hides(overflowX) && scrollWidth > clientWidth + 4)) fault("text is cut off", `${when}: ${brief(element)}`);
  }
};
check("a box that scrolls sideways", () =>
  all("body *").filter((element) => {
    const { overflowX } = getComputedStyle(element);
    const scrolls = ["auto", "scroll"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    return scrolls && !element.querySelector("table, svg, pre, code") && !element.matches("table, pre, code, textarea, input, .paper");
  }),
);
overflowing("as it is");
cut("as it is");
const spacing = new CSSStyleSheet();
spacing.replaceSync(
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }",
);
document.adoptedStyleSheets.push(spacing);
overflowing("with wide text spacing");
cut("with wide text spacing");
document.adoptedStyleSheets.pop();
if (innerWidth >= 1000) {
  const sizes = said.map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]);
  for (const [element, size] of sizes) element.style.setProperty("font-size", `${2 * size}px`, "important");
  overflowing("with letters twice as large");
  cut("with letters twice as large");
  for (const [element] of sizes) element.style.removeProperty("font-size");
}
