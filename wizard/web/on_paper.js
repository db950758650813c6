// On paper nothing can be unfolded, and browsers before 2025 print of a <details> only what stands open. So all are opened
// before printing, and those that were closed are closed again after it. In a form that every browser can read.
(function () {
  /** @type {Element[]} */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    [].forEach.call(document.querySelectorAll("details:not([open])"), function (/** @type {Element} */ folded) {
      folded.setAttribute("open", "");
      opened.push(folded);
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (folded) {
      folded.removeAttribute("open");
    });
    opened = [];
  });
})();
