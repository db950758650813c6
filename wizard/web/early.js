// Runs before the first paint: with scripts, the page shows fields in place of links. If the wizard's own
// script never arrives, the links come back, so that nobody is left with fields that do nothing.
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  window.addEventListener("load", function () {
    setTimeout(function () {
      if (!root.classList.contains("started")) root.classList.remove("js");
    }, 3000);
  });
})();
