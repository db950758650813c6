// A style sheet that stalls keeps a page blank for as long as it stalls. After a few seconds the page is shown without it:
// plain, and all there. In a form that every browser can read.
(function () {
  var PLAIN_AFTER_MS = 4000;
  var STOP_AFTER_MS = 8000;
  /** @type {EventTarget[]} */
  var here = [];

  /** @param {Event} event */
  function note(event) {
    if (event.target) here.push(event.target);
  }

  /** @param {HTMLLinkElement} link */
  function isRead(link) {
    try {
      return Boolean(link.sheet && link.sheet.cssRules);
    } catch (refused) {
      return false; // Firefox, while it loads
    }
  }

  /** @param {boolean} hidden whether the page looks as it should */
  function tell(hidden) {
    var told = document.getElementById("plain");
    if (told) told.hidden = hidden;
  }

  /** Chromium waits for no sheet that does not count on a screen. Where it comes after all, it counts again. */
  function doWithout() {
    /** @type {HTMLLinkElement[]} */
    var missing = [].filter.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
      return here.indexOf(link) < 0 && !isRead(link);
    });
    missing.forEach(function (/** @type {HTMLLinkElement} */ link) {
      link.media = "print";
      link.addEventListener("load", function () {
        link.media = "all";
        tell(true);
      });
    });
    if (missing.length === 0) return;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tell.bind(null, false));
    else tell(false);
  }

  /** Firefox and WebKit wait all the same, until everything that still arrives is given up. */
  function stop() {
    if (!window.performance || !performance.getEntriesByType || performance.getEntriesByType("paint").length > 0) return;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", stop);
    else window.stop();
  }

  // It waits for no style sheet, and has heard of each that came after it. Those that came before it have their rules.
  document.addEventListener("load", note, true);
  setTimeout(doWithout, PLAIN_AFTER_MS);
  setTimeout(stop, STOP_AFTER_MS);
})();
