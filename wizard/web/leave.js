/**
 * The quick exit: blanks the page at once, forgets everything, and replaces this page with another.
 * What it cannot do (erase the history) the page itself says.
 */

const SHIFTS = 3;
const WITHIN_MS = 5000;

/**
 * @param {{forget: () => void, say: (message: string) => void, destination: () => string}} page
 *   forget wipes and stops all; say speaks one of the page's own messages by its id
 */
export function armQuickExit({ forget, say, destination }) {
  const leave = () => {
    const away = destination();
    forget();
    location.replace(away);
  };
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-leave]")) return;
    event.preventDefault();
    leave();
  });

  let presses = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let expiry;
  const reset = () => {
    clearTimeout(expiry);
    presses = 0;
  };
  let alone = false;
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key !== "Shift") reset();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    if (presses === SHIFTS) return leave();
    say(presses === 1 ? "shift_two" : "shift_one");
    clearTimeout(expiry);
    expiry = setTimeout(() => {
      reset();
      say("shift_expired");
    }, WITHIN_MS);
  });
}
