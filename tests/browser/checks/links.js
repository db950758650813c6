/* Links and buttons: what they say, where they lead, and whether they can be told from the text. */

const VAGUE = new Set(
  (
    "click here|click|here|read more|more|learn more|find out more|see more|details|page|this page|my page|link|this link|this|go|website|" +
    "haga clic aquí|clic aquí|aquí|leer más|más|más información|ver más|saber más|detalles|página|esta página|enlace|este enlace|sitio web"
  ).split("|"),
);
const VAGUE_BUTTONS = new Set(["click", "click me", "button", "go", "image", "press", "clic", "haga clic", "botón", "ir", "imagen"]);
const FILES = {
  PDF: /\.pdf$/i, Word: /\.docx?$/i, Excel: /\.xlsx?$/i, PowerPoint: /\.pptx?$/i, ZIP: /\.zip$/i,
}; // prettier-ignore
const SOUND_OR_FILM = /\.(mp3|wav|ogg|oga|m4a|aac|flac|mp4|mov|webm|ogv|avi|mpe?g)$/i;
const PICTURE = /\.(jpe?g|png|gif|webp|avif|svg|bmp)$/i;
const links = all("a[href]:not(svg *)");
const buttons = all("button, [role=button], summary, input:is([type=button], [type=submit], [type=image])");
const path = (link) => new URL(link.href, document.baseURI).pathname;

check("a link whose words say nothing", () => links.filter((link) => VAGUE.has(plain(nameOf(link)))));
check("a button whose words say nothing", () => buttons.filter((button) => VAGUE_BUTTONS.has(plain(nameOf(button)))));
check("a link without a letter", () => links.filter((link) => nameOf(link) && !/[\p{L}\p{N}]/u.test(nameOf(link))));
check("a link to nowhere", () => links.filter((link) => ["#", ""].includes(link.getAttribute("href"))));
check("a link that is a script", () => links.filter((link) => /^\s*javascript:/i.test(link.getAttribute("href"))));
check("a new window without a word", () =>
  links.filter((link) => link.target === "_blank" && !/(new|another) (tab|window)|(pestaña|ventana) nueva|(nueva|otra) (pestaña|ventana)/i.test(nameOf(link))),
);
check("a title that repeats the link", () =>
  links.filter((link) => link.title && plain(link.title) === plain(link.textContent)),
);
check("a file without its kind and size", () =>
  links.filter((link) =>
    Object.entries(FILES).some(
      ([kind, ending]) =>
        ending.test(path(link)) &&
        !(new RegExp(kind, "i").test(nameOf(link)) && (link.origin !== location.origin || /\d\s*[kM]B/.test(nameOf(link)))),
    ),
  ),
);
check("a link to a picture that does not say so", () =>
  links.filter((link) => PICTURE.test(path(link)) && !/picture|photo|image|drawing|map|imagen|foto|dibujo|mapa/i.test(nameOf(link))),
);
check("sound or film without its words", () =>
  [...links.filter((link) => SOUND_OR_FILM.test(path(link))), ...all("audio, video")].filter(
    (media) => !/transcript|transcripción/i.test(media.closest("p, li, figure, div, section, main, body")?.textContent ?? ""),
  ),
);
check("the same words lead to different places", () => {
  const places = new Map();
  for (const link of links) {
    const words = plain(nameOf(link));
    const where = link.href.replace(/#.*|index\.html$/g, "");
    if (words) places.set(words, (places.get(words) ?? new Map()).set(where, link));
  }
  return [...places].filter(([, found]) => found.size > 1).map(([words, found]) => `${words} -> ${[...found.keys()].join(" ")}`);
});
check("two links side by side to one place", () =>
  links.filter((link) => {
    const next = neighbour(link);
    return next?.matches?.("a[href]") && next.href === link.href;
  }),
);
check("links with nothing between them", () =>
  links.filter((link) => {
    const next = neighbour(link);
    const bare = (one) => {
      const style = getComputedStyle(one);
      return style.display === "inline" && parseFloat(style.borderInlineEndWidth) === 0 && !one.querySelector("img, svg");
    };
    return next?.matches?.("a[href]") && bare(link) && bare(next) && sameRow(link, next);
  }),
);
check("a link told by its colour alone", () =>
  links.filter((link) => {
    const parts = [link, ...link.querySelectorAll("*")].map((part) => getComputedStyle(part));
    const underlined = parts.some((style) => style.textDecorationLine.includes("underline") || parseFloat(style.borderBottomWidth) > 0);
    const boxed = getComputedStyle(link).backgroundColor !== "rgba(0, 0, 0, 0)";
    const alone = link.matches(".guide-name, .product a") || link.closest("svg") || link.querySelector("img, svg");
    return !underlined && !boxed && !alone;
  }),
);
check("words that are hidden inside a link or a button", () =>
  [...links, ...buttons].flatMap((target) =>
    [...target.querySelectorAll("*")].filter(
      (part) => !seen(part) && !part.closest("[hidden], [aria-hidden=true]") && !part.closest("svg") && written(part.textContent),
    ),
  ),
);
