/**
 * Looks at the screen that is shown and returns what is wrong with it, and what it says in which language. Needs axe-core.
 *
 * What axe does not know stands in checks/, by what it is about: each check has a name and finds elements or words.
 */
async ({ axeToo }) => {
  const faults = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  /** What only screen readers and the Tab key reach, and what scrolls in a box of its own. */
  const ASIDE = ".visually-hidden, .new-tab, .skip, .guide-unseen, .office-skip, .guide-wide *";
  const LEFTWARD = /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)\b/;
  const brief = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);
  const fault = (name, what) => faults.push(`${name}: ${typeof what === "string" ? what : brief(what)}`);
  const check = (name, find) => find().forEach((what) => fault(name, what));

  const looked = axeToo && (await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
  }));
  for (const { id, nodes } of looked ? looked.violations : []) faults.push(`axe ${id}: ${nodes.map((node) => node.html.slice(0, 90)).join(" | ")}`);

  axe.setup(document);
  const names = new Map();
  const nameOf = (element) => {
    if (!names.has(element)) names.set(element, axe.commons.text.accessibleText(element).trim());
    return names.get(element);
  };
  const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const wordsOf = (text) => new Set(plain(text).split(" ").filter((word) => word.length > 2));
  const shares = (some, others) => [...some].some((word) => others.has(word));
  const ownText = (element) =>
    [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : "")).join(" ").replace(/\s+/g, " ").trim();
  const written = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const languageOf = (element) => element.closest("[lang]")?.lang ?? "";
  const isSpoken = (language) => /^[a-z]{2,3}\b/i.test(language) && new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language.slice(0, 2)) !== undefined;
  const textBox = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
  };
  const sameRow = (one, other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return a.top < b.bottom && b.top < a.bottom;
  };
  /** What comes after *element*, where nothing but blanks stands between. */
  const neighbour = (element) => {
    let next = element.nextSibling;
    while (next && ((next.nodeType === Node.TEXT_NODE && !next.data.trim()) || next.nodeType === Node.COMMENT_NODE)) next = next.nextSibling;
    return next?.nodeType === Node.ELEMENT_NODE && seen(next) ? next : null;
  };

  const said = all("body *").filter((element) => ownText(element) && !element.closest("svg, script, style, noscript, select, textarea, code, samp, kbd"));

  /** What is said, block by block, and in which language. */
  const texts = () => {
    const BLOCKS = "p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, label, legend, summary, caption, figcaption, button, div, section, main, body";
    const found = new Map();
    for (const element of said) {
      if (element.closest(".packet .paper")) continue; // there stands what a person typed, in any language
      const [block, spoken] = [element.closest(BLOCKS), element.closest("[lang]")];
      const owner = spoken && block.contains(spoken) ? spoken : block;
      found.set(owner, `${found.get(owner) ?? ""} ${ownText(element)}`);
    }
    /** Running text of the page's own: no quotation, no table, no list of addresses. */
    const isProse = (owner) => owner.matches("main :is(p, li)") && !owner.closest("blockquote, q, table, dl, details, [data-search-exclude], .paper");
    return [...found].map(([owner, text]) => [languageOf(owner), written(text), isProse(owner)]);
  };

  /* CHECKS */

  axe.teardown();
  return { faults, said: texts() };
}
