// Runs before the first paint of every page: light or dark, as the reader chose, or else as the device asks.
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
    document.querySelectorAll("[data-scheme-toggle]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(isDark()));
    });
  }

  var scheme = chosen();
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  device.addEventListener("change", showScheme);
  document.addEventListener("DOMContentLoaded", showScheme);

  document.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target : null;
    if (!target || !target.closest("[data-scheme-toggle]")) return;
    choose(isDark() ? "light" : "dark");
    showScheme();
  });
})();
