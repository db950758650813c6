// Runs before the first paint: until pages.js has shown the page that the address names, only the first is seen. Where that
// script does not run, all are, one below the other. In a form that every browser can read.
(function () {
  var root = document.documentElement;
  root.classList.add("turning");
  document.addEventListener("DOMContentLoaded", function () {
    root.classList.remove("turning");
  });
})();
