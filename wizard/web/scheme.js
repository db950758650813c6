// Runs as soon as it comes, before the first paint nearly always: light or dark, as the reader chose, or else as the device asks.
(function () {
  var root = document.documentElement;
  var KEY = "guide.scheme"; // "light" or "dark"; the only thing these pages ever keep
  var device = matchMedia("(prefers-color-scheme: dark)");

  /** @returns {string | null} */
  function chosen() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  /** @param {string} scheme */
  function choose(scheme) {
    root.dataset.scheme = scheme;
    try {
      localStorage.setItem(KEY, scheme);
    } catch (refused) {
      return; // then the choice holds for this page
    }
  }

  function isDark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches;
  }

  function showScheme() {
    [].forEach.call(document.querySelectorAll("[data-scheme-toggle]"), function (/** @type {HTMLElement} */ button) {
      button.setAttribute("aria-pressed", String(isDark()));
      button.hidden = false;
    });
  }

  var scheme = chosen();
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  if (device.addEventListener) device.addEventListener("change", showScheme); // Safari before 14 has none
  document.addEventListener("DOMContentLoaded", showScheme);
  if (document.readyState !== "loading") showScheme();

  document.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target : null;
    if (!target || !target.closest("[data-scheme-toggle]")) return;
    choose(isDark() ? "light" : "dark");
    showScheme();
  });
})();
