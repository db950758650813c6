// The page around the guide while somebody changes it: asks its own server whether there is a newer site, and loads the
// guide anew. It belongs to the development server, and no page of the guide knows of it.

const guide = /** @type {HTMLIFrameElement} */ (document.getElementById("guide"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const HOME = new URL("../", location.href);
const PAUSE = 500; // milliseconds

let shown = -1;

// The page that is looked at stands behind the #, so that this one can be loaded anew too.
const start = new URL(location.hash.slice(1), HOME);
guide.src = start.href.startsWith(HOME.href) ? start.href : HOME.href;
guide.addEventListener("load", () => {
  const here = where();
  if (here?.startsWith(HOME.href)) history.replaceState(null, "", `#${here.slice(HOME.href.length)}`);
});

/** The address in the frame; none where the guide was left for another website. */
function where() {
  try {
    return guide.contentWindow?.location.href;
  } catch {
    return undefined;
  }
}

async function look() {
  try {
    const answer = await fetch("state.json", { cache: "no-store" });
    const { number, said } = await answer.json();
    told.textContent = said;
    if (shown >= 0 && number !== shown) {
      if (where()) guide.contentWindow?.location.reload();
      else guide.src = HOME.href;
    }
    shown = number;
  } catch {
    told.textContent = "The server has ended. Start scripts/serve --watch again.";
  }
  setTimeout(look, PAUSE);
}

look();
