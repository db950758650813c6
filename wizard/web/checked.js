// Runs as soon as it comes: says whether ICE's page was last compared too long ago, by the reader's own clock.
// Nobody is asked. The day stands in the page (meta name="guide-checked"), and so do the words (.guide-stale).
(function () {
  var DAYS = 90;
  var DAY_MS = 86400000;
  var meta = document.querySelector("meta[name=guide-checked]");
  var checked = Date.parse((meta && meta.getAttribute("content")) || "");
  if (Date.now() - checked > DAYS * DAY_MS) document.documentElement.classList.add("guide-is-stale");
})();
