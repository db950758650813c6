/* What can be worked by a mouse can be worked by a keyboard. */

const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable=true]";
const worked = (element) => element.closest(FOCUSABLE) || element.closest("label, svg") || element.querySelector(FOCUSABLE);

check("only a mouse can press it", () =>
  all("body *").filter((element) => {
    if (worked(element)) return false;
    const pointed = getComputedStyle(element).cursor === "pointer" && getComputedStyle(element.parentElement).cursor !== "pointer";
    return pointed || element.matches("[onclick]") || window.pressed?.has(element);
  }),
);
check("a stop of the Tab key that does nothing", () =>
  all("[tabindex='0']").filter((element) => {
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    const works = element.matches("a[href], button, input, select, textarea, summary, iframe, [role]:not([role=presentation], [role=none])");
    return !works && !scrolls;
  }),
);
check("a key of its own", () => all("[accesskey]"));

/** Selectors of rules that show something while a mouse is over something else, and nothing else shows it. */
const shownByHover = () => {
  const rules = [];
  const walk = (list) => {
    for (const rule of list) {
      if (rule.cssRules && !rule.selectorText) walk(rule.cssRules);
      else if (rule.selectorText) rules.push(rule);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  const shows = ({ style }) => (style.display && style.display !== "none") || style.visibility === "visible" || Number(style.opacity) > 0;
  const selectors = rules.filter(shows).flatMap(({ selectorText }) => selectorText.split(","));
  const byFocus = new Set(selectors.filter((one) => one.includes(":focus")).map((one) => one.replace(/:focus(-within|-visible)?/g, ":hover").trim()));
  return selectors.map((one) => one.trim()).filter((one) => /:hover[^,]*[\s+~>]/.test(one) && !byFocus.has(one));
};
check("only a mouse can bring it", () =>
  shownByHover()
    .flatMap((selector) => [...document.querySelectorAll(selector.replaceAll(":hover", ""))])
    .filter((element) => !seen(element) && element.textContent.trim() && !element.matches("[hidden], [hidden] *")),
);
