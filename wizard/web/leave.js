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
  let alone = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let expiry;
  const reset = () => {
    clearTimeout(expiry);
    presses = 0;
    alone = false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift" && event.repeat) return; // held: still the same press
    const bare = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey && !isTypedInto(event.target);
    if (!bare) reset();
    alone = bare;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    if (presses === SHIFTS) return leave();
    say(presses === 1 ? "shift_two" : "shift_one");
    clearTimeout(expiry);
    expiry = setTimeout(() => {
      reset();
      say("shift_expired");
    }, WITHIN_MS);
  });
  // Shift held for a click or a wheel is no press of its own.
  for (const act of ["pointerdown", "mousedown", "wheel"]) {
    document.addEventListener(act, reset, { capture: true, passive: true });
  }
}

/** Where Shift writes capital letters, also that of a phone's keyboard. @param {EventTarget | null} target */
function isTypedInto(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(target.type)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
