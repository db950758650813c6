// Runs before the first paint: the colours that the reader chose, and the button that opens the search.
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

  document.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    if (target.closest("[data-scheme-toggle]")) {
      choose(isDark() ? "light" : "dark");
      showScheme();
    } else if (target.closest("[data-search-open]")) {
      var label = /** @type {HTMLElement | null} */ (document.querySelector("header label[for=__search]"));
      if (label) label.click();
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    showScheme();
    var search = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
    var opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
    if (search && opener) {
      search.addEventListener("change", function () {
        if (search && opener && !search.checked) opener.focus(); // where the reader was before the search opened
      });
    }
    document.querySelectorAll(".guide-with-script").forEach(function (element) {
      element.removeAttribute("hidden");
    });
  });
})();
