/* Pictures, sound, film, and what moves. */

const pictures = all("img, [role=img]");
const images = all("img");
const PLACEHOLDER = /^(image|picture|photo|graphic|logo|icon|spacer|imagen|foto|icono|gráfico)$/i;

check("a picture named like its file", () =>
  images.filter((image) => image.alt && (/\.(jpe?g|png|gif|webp|svg|avif)$/i.test(image.alt.trim()) || PLACEHOLDER.test(image.alt.trim()))),
);
check("a picture with two different names", () =>
  pictures.filter((image) => image.title && image.title !== (image.alt ?? image.getAttribute("aria-label"))),
);
check("a picture that is decoration and has a name", () =>
  images.filter((image) => image.matches("[role=presentation], [role=none], [aria-hidden=true]") && image.alt),
);
check("a picture of some size without a word", () =>
  images.filter((image) => {
    const { width, height } = image.getBoundingClientRect();
    const silent = image.getAttribute("alt") === "" && !image.title && !image.closest("[role=presentation], [role=none], [aria-hidden=true]");
    return silent && Math.min(width, height) > 16 && !image.closest("a, button, figure")?.textContent.trim();
  }),
);
check("a picture that only keeps a distance", () =>
  images.filter((image) => {
    const { width, height } = image.getBoundingClientRect();
    return Math.min(width, height) <= 2 || (image.complete && Math.max(image.naturalWidth, image.naturalHeight) <= 2);
  }),
);
check("a picture from a style sheet", () =>
  all("body *").filter((element) => {
    const drawn = getComputedStyle(element).backgroundImage.includes("url(");
    return drawn && !element.closest("[aria-hidden=true], svg") && !element.matches("[role=img][aria-label], input, select, textarea");
  }),
);
check("film without captions", () => all("video").filter((film) => !film.querySelector("track[kind=captions], track[kind=subtitles]")));
check("sound or film that starts by itself", () => all("audio[autoplay], video[autoplay]"));

const moving = document
  .getAnimations()
  .filter(({ playState, effect }) => playState === "running" && effect?.target && seen(effect.target));
check("something flashes", () =>
  moving.filter(({ effect }) => effect.getComputedTiming().duration <= 334 && effect.getComputedTiming().iterations > 3).map(({ effect }) => effect.target),
);
check("something moves longer than five seconds", () =>
  moving.filter(({ effect }) => effect.getComputedTiming().activeDuration > 5000).map(({ effect }) => effect.target),
);

/** Whether the picture at *address* has several frames. */
const isAnimated = async (address) => {
  const type = /^data:(image\/\w+)/.exec(address)?.[1] ?? `image/${/\.(\w+)([?#]|$)/.exec(address)[1]}`;
  const decoder = new ImageDecoder({ data: await (await fetch(address)).arrayBuffer(), type });
  await decoder.tracks.ready;
  await decoder.completed;
  return decoder.tracks.selectedTrack.frameCount > 1;
};
const mayMove = images.filter((image) => /\.(gif|webp|apng|avif)$|^data:image\/(gif|webp|apng|avif)/i.test(image.currentSrc.split(";")[0].split("?")[0]));
const animated = await Promise.all(mayMove.map(async (image) => ((await isAnimated(image.currentSrc)) ? [image] : [])));
check("a picture that moves", () => animated.flat());

check("a frame whose title is not what is in it", () =>
  all("iframe[title]").filter((frame) => {
    const inside = frame.contentDocument;
    const about = wordsOf(`${inside?.title ?? ""} ${inside?.querySelector("h1")?.textContent ?? ""}`);
    return about.size && !shares(wordsOf(frame.title), about);
  }),
);
