/**
 * A press that is doubled by a trembling or a practised hand. Where the first brought another screen, the second would hit
 * what happens to stand there: it would choose it, or take the focus from the new screen. It is let fall.
 */

export function dropSecondPress() {
  /** @type {EventTarget | null} */
  let pressed = null;
  let isSecond = false;
  document.addEventListener(
    "mousedown",
    (event) => {
      isSecond = event.detail > 1 && event.target !== pressed;
      if (isSecond) event.preventDefault(); // and the focus stays
      else pressed = event.target;
    },
    true,
  );
  document.addEventListener(
    "click",
    (event) => {
      if (!isSecond || event.detail < 2) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
