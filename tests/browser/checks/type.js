/* Letters: their size, lines, colours, and words that only a style sheet says. */

const blocks = all("main :is(p, li, dd, blockquote, td)").filter((block) => ownText(block) && !block.closest(".paper, pre, svg"));

check("lines too close", () =>
  blocks.filter((block) => {
    const { lineHeight, fontSize } = getComputedStyle(block);
    return lines(block) > 2 && parseFloat(lineHeight) / parseFloat(fontSize) < 1.39;
  }),
);
check("lines too long", () => blocks.filter((block) => lines(block) > 2 && block.innerText.length / (lines(block) - 0.5) > 95));
check("letters too small", () => said.filter((element) => !element.closest(ASIDE) && parseFloat(getComputedStyle(element).fontSize) < 12));
check("set to both margins", () => blocks.filter((block) => getComputedStyle(block).textAlign === "justify" && lines(block) > 1));
check("a long text in capitals", () =>
  said.filter((element) => {
    const text = getComputedStyle(element).textTransform === "uppercase" ? ownText(element).toUpperCase() : ownText(element);
    return /(\p{Lu}{2,}[\s,]+){4,}/u.test(text) && !element.closest(".packet .paper"); // marks on an envelope
  }),
);
check("a long text in italics", () => said.filter((element) => getComputedStyle(element).fontStyle === "italic" && ownText(element).length > 150));
check("words from a style sheet", () =>
  all("body *").filter((element) =>
    ["::before", "::after"].some((part) => {
      const { content, display, visibility } = getComputedStyle(element, part);
      return display !== "none" && visibility !== "hidden" && !content.includes('" / ') && /^".*\p{L}{2,}.*"$/u.test(content);
    }),
  ),
);
check("told apart by colour alone", () =>
  all("ul, ol, tr").filter((parent) => {
    const parts = [...parent.children].filter((child) => !child.children.length && child.textContent.trim());
    const look = (part) => {
      const { fontWeight, fontStyle, textDecorationLine, borderTopStyle, backgroundImage, listStyleType } = getComputedStyle(part);
      const { content } = getComputedStyle(part, "::before");
      return [part.tagName, fontWeight, fontStyle, textDecorationLine, borderTopStyle, backgroundImage, listStyleType, content].join();
    };
    const coloured = new Map();
    for (const part of parts) coloured.set(look(part), (coloured.get(look(part)) ?? new Set()).add(getComputedStyle(part).color));
    return [...coloured.values()].some((colours) => colours.size > 1);
  }),
);
check("read from the wrong side", () =>
  said.filter((element) => {
    const arabic = (ownText(element).match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu) ?? []).length;
    const other = (ownText(element).match(/\p{L}/gu) ?? []).length - arabic;
    const { direction, unicodeBidi } = getComputedStyle(element);
    if (!isSpoken(languageOf(element)) || unicodeBidi.includes("isolate-override")) return false;
    if (element.closest("[dir]")?.getAttribute("dir") === "auto") return false;
    return direction === "rtl" ? other > 3 && !arabic && !LEFTWARD.test(languageOf(element)) : arabic > other;
  }),
);
