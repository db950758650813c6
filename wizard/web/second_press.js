/**
 * A press that is doubled by a trembling or a practised hand. Where the first brought another screen, the second falls on
 * what stands there now: on plain text, it would take the focus from the new screen. On what can be pressed it counts.
 */

const PRESSED = "a, button, input, label, select, summary, textarea";

export function keepFocusAtSecondPress() {
  /** @type {EventTarget | null} */
  let pressed = null;
  document.addEventListener(
    "mousedown",
    (event) => {
      const isSecond = event.detail > 1 && event.target !== pressed;
      if (!isSecond) pressed = event.target;
      else if (event.target instanceof Element && !event.target.closest(PRESSED)) event.preventDefault();
    },
    true,
  );
}
