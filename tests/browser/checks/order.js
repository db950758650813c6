/* Structure: headings, lists, titles, and whether what is seen has the order in which it is said. */

const main = document.querySelector("main") ?? document.body;
const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
const countWords = (text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;

check("first headings", () => (all("h1").length === 1 ? [] : [`${all("h1").length}`]));
check("the same id twice", () => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
});
check("a title that does not say what is here", () => {
  const [title, here] = [wordsOf(document.title), wordsOf(document.body.innerText)];
  return title.size && !shares(title, here) ? [document.title] : [];
});
check("it only looks like a heading", () =>
  all("main :is(div, p)").filter((block) => {
    const text = written(block.textContent);
    if (!text || text.length > 80 || /[.:;!?]$/.test(text) || !/\p{L}/u.test(text)) return false;
    if (block.closest(`${HEADINGS}, a, button, label, legend, summary, caption, figcaption, li, dl, table, nav, pre, address, svg, form, .paper`)) return false;
    if (block.querySelector("a, button, input, label, svg, img, div, p") || !block.nextElementSibling) return false;
    const inner = [block, ...block.querySelectorAll("*")].find((part) => ownText(part) === text);
    const [style, around] = [inner && getComputedStyle(inner), getComputedStyle(block.nextElementSibling)];
    return inner && parseFloat(style.fontSize) >= 1.15 * parseFloat(around.fontSize) && Number(style.fontWeight) >= 600;
  }),
);
check("a long text without a heading or a list", () => {
  let [since, long, last] = [0, 0, ""];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(`${HEADINGS}, li, summary, legend, label, table, form, dt, blockquote, figure`)) since = 0;
    } else if (seen(node.parentElement) && !node.parentElement.closest("table, pre, svg, select, datalist, script, style, .paper")) {
      since += countWords(node.data);
    }
    if (since > long) [long, last] = [since, written(node.parentElement.outerHTML).slice(0, 90)];
  }
  return long > 500 ? [`${long} words, the last in ${last}`] : [];
});
check("a list that is none", () =>
  all("main :is(p, div, td, section)").concat(main).filter((element) => {
    if (element.closest("pre, .paper") || !ownText(element)) return false;
    const lines = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim());
    return lines.filter((line) => /^([*•‣–—-]|\d+[.)])\s*\p{L}/u.test(line)).length > 2;
  }),
);
check("an article that is only links", () =>
  all("article").filter((article) => {
    const words = article.cloneNode(true);
    words.querySelectorAll(`a, nav, ${HEADINGS}`).forEach((part) => part.remove());
    return article.querySelector("a") && !words.textContent.trim();
  }),
);
check("an empty paragraph", () => [...document.querySelectorAll("main p")].filter((p) => !p.textContent.trim() && !p.children.length && !p.closest("[hidden]") && !p.matches("[role], [aria-live]")));
check("a block of code that does not say so", () => all("pre:not(.paper)").filter((pre) => !pre.querySelector("code, samp, kbd") && !pre.closest(".paper")));
check("told by its place on the screen", () => {
  const text = main.innerText;
  return text.match(/\b(on|to|at) the (right|left)\b(?! (to|of)\b)|\b(right|left)-hand\b|\ba la (derecha|izquierda)\b/gi) ?? [];
});
check("a short form without its words", () =>
  all("abbr").filter((short) => {
    const around = short.parentElement.textContent;
    return !short.title && !around.includes(`(${short.textContent})`) && !around.includes(`${short.textContent} (`);
  }).filter((short, index, shorts) => shorts.findIndex((other) => other.textContent === short.textContent) === index),
);
check("seen in another order than said", () => {
  const wrong = [];
  const rightToLeft = getComputedStyle(document.documentElement).direction === "rtl";
  for (const parent of all("body, body :not(svg, svg *, table, table *, p)")) {
    if (parent.closest("svg") || parent.children.length < 2 || parent.closest(ASIDE)) continue;
    const boxes = [...parent.children]
      .filter((child) => seen(child) && ["static", "relative"].includes(getComputedStyle(child).position) && !child.matches(ASIDE) && getComputedStyle(child).display !== "inline" && child.textContent.trim())
      .map((child) => [child, child.getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && box.height > 1);
    for (let index = 1; index < boxes.length; index += 1) {
      const [[, before], [after, box]] = [boxes[index - 1], boxes[index]];
      const above = box.bottom <= before.top + 1;
      const row = Math.min(before.bottom, box.bottom) - Math.max(before.top, box.top) > Math.min(before.height, box.height) / 2;
      if (above || (row && (rightToLeft ? box.right > before.right + 1 : box.left < before.left - 1))) wrong.push(after);
    }
  }
  return wrong;
});
