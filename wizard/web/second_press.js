/**
 * A press that is doubled by a trembling or a practised hand. Where the first brought another screen, the second falls on
 * what stands there now: on plain text, it would take the focus from the new screen; on a choice, it would answer what
 * nobody has read yet. On a button or a link it counts.
 */

const PRESSED = "a, button, select, summary";

export function dropSecondPress() {
  /** @type {EventTarget | null} */
  let pressed = null;
  let falls = false;
  document.addEventListener(
    "mousedown",
    (event) => {
      const isSecond = event.detail > 1 && event.target !== pressed;
      if (!isSecond) pressed = event.target;
      falls = isSecond && event.target instanceof Element && !event.target.closest(PRESSED);
      if (falls) event.preventDefault();
    },
    true,
  );
  document.addEventListener(
    "click",
    (event) => {
      if (!falls || event.detail < 2) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
