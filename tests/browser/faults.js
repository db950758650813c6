/**
 * Looks at the screen that is shown and returns what is wrong with it, one sentence each. Needs axe-core.
 *
 * What only one screen has (WCAG 1.4.12 with its spacing on, 1.4.10 without scrolling sideways, one first heading,
 * targets of 44 pixels) is looked at beside what axe knows.
 */
async () => {
  const faults = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  /** What only screen readers and the Tab key reach, and what scrolls in a box of its own. */
  const ASIDE = ".visually-hidden, .new-tab, .skip, .guide-unseen, .office-skip, .guide-wide *";
  const brief = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);

  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
  });
  for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map((node) => node.html.slice(0, 90)).join(" | ")}`);

  if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) faults.push(`the id ${id} twice`);

  for (const target of all("button, summary, .choice, .checklist label, .date-parts :is(input, select), .by-link a, .number, .leave")) {
    const { height, width } = target.getBoundingClientRect();
    if (height < 44 || width < 44) faults.push(`only ${Math.round(width)} by ${Math.round(height)} pixels: ${brief(target)}`);
  }

  const overflowing = (when) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways ${when}: ${scrollWidth} in ${clientWidth}`);
    for (const element of all("main *, header *, footer *")) {
      const { left, right } = element.getBoundingClientRect();
      if (element.closest(ASIDE)) continue;
      if (left < -1 || right > clientWidth + 1) faults.push(`outside the window ${when}: ${brief(element)}`);
    }
  };
  overflowing("as it is");
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }",
  );
  document.adoptedStyleSheets.push(spacing);
  overflowing("with wide text spacing");
  document.adoptedStyleSheets.pop();
  return faults;
}
