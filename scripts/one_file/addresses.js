/**
 * Addresses within the one file: `../get-help/#find` on the website is the part `get-help/find` here. The same rule as in
 * leaves.py, for what is made in the browser.
 */

/** What the interview answers to: its own names, and the numbers of its screens. */
const OF_THE_INTERVIEW = /^(?:wizard\/|main|n\d+)$/;

/** `../get-help/`, `../get-help/#find`, and within a page `#find`; scripts may put two of those together. */
const LINK = /^(?:\.\.\/|#)([\w-]+\/)?#?([\w-]+)?$/;

/** What the address names, as it is written in the page. A fragment that is cut in the middle of a letter names nothing. */
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

export const isInterview = () => OF_THE_INTERVIEW.test(fragment());

/**
 * @param {HTMLElement[]} pages
 * @param {HTMLElement} interview
 * @returns {{page: HTMLElement | undefined, part: HTMLElement | undefined}} the page that the address names, or else the
 *   first; and the part of it, where it names one
 */
export function named(pages, interview) {
  const part = document.getElementById(fragment()) ?? undefined;
  if (isInterview()) return { page: interview, part: part?.matches(".screen") ? part : undefined };
  const page = pages.find((one) => one.contains(part ?? null)) ?? pages[0];
  return { page, part: part === page ? undefined : part };
}

/** Has every link in *made*, and itself if it is one, lead to its page in this file. @param {Element} made */
export function placeIn(made) {
  const page = made.closest("#pages > *")?.id;
  for (const link of [made, ...made.querySelectorAll("a")]) {
    const [, path, part = ""] = LINK.exec(link.getAttribute("href") ?? "") ?? [];
    const of = path ?? (part && !document.getElementById(part) ? page : undefined);
    if (of) link.setAttribute("href", `#${of}${part}`);
  }
}
