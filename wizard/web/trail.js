/**
 * The way through the screens: those behind the one that is shown, and those that were gone back from. Pure: each
 * function gives another trail, and knows neither the page nor the browser's history.
 */

/**
 * How to show a screen again.
 *
 * @typedef {{do: "change", question: string, group?: string} | {do: "show" | "details" | "packet", interlude?: string}} Step
 */

/**
 * @typedef {object} Trail
 * @property {readonly Step[]} behind the newest last
 * @property {Step} here
 * @property {readonly Step[]} ahead the nearest last
 */

/** @param {Step} [here] @returns {Trail} with nothing to go back to */
export const start = (here = { do: "show" }) => ({ behind: [], here, ahead: [] });

/** @param {Trail} trail @param {Step} here @returns {Trail} on to a new screen: what was ahead is no more */
export const onward = (trail, here) => ({ behind: [...trail.behind, trail.here], here, ahead: [] });

/** @param {Trail} trail @param {Step} here @returns {Trail} another screen in place of the one that is shown */
export const replaced = (trail, here) => ({ ...trail, here });

/**
 * Back to the screen that was shown *step* answers after the first, or, where that is ahead, on by one screen.
 *
 * @param {Trail} trail
 * @param {number} step
 * @returns {Trail} the same one where there is nowhere to go
 */
export function travelled(trail, step) {
  const { behind, here, ahead } = trail;
  const [wanted, ...passed] = behind.slice(step);
  if (wanted) return { behind: behind.slice(0, step), here: wanted, ahead: [...ahead, here, ...passed.reverse()] };
  const next = ahead[ahead.length - 1];
  if (!next || step <= behind.length) return trail;
  return { behind: [...behind, here], here: next, ahead: ahead.slice(0, -1) };
}

/**
 * Whether the papers wait for a place: they were left to say it, and nothing else was asked since.
 *
 * @param {Trail} trail
 * @param {string} place
 */
export function papersWait({ behind, here }, place) {
  const others = [...behind, here].filter((step) => step.do !== "change" || step.question !== place);
  return here.do === "change" && others[others.length - 1]?.do === "packet";
}

/**
 * The step that leads to a screen again.
 *
 * @param {string} screen its name
 * @param {{question: string | undefined, interlude: string | undefined, group?: string}} name what its form asks (of
 *   needs, in which group), or is to be read
 * @returns {Step}
 */
export function stepOf(screen, { question, interlude, group }) {
  if (screen === "details" || screen === "packet") return { do: screen };
  if (question && group) return { do: "change", question, group };
  return question ? { do: "change", question } : { do: "show", interlude };
}
