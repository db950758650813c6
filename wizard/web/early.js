// Runs before the first paint: with scripts, the page shows fields in place of links. If the wizard's own
// script never arrives, the links come back, so that nobody is left with fields that do nothing.
(function () {
  var root = document.documentElement;
  function giveUp() {
    if (!root.classList.contains("started")) root.classList.remove("js");
  }
  root.classList.add("js");
  // A script that stalls holds the load event back for minutes; one that is missing does not.
  setTimeout(giveUp, 8000);
  window.addEventListener("load", function () {
    setTimeout(giveUp, 3000);
  });
})();
