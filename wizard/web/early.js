// Runs as soon as it comes, before the first paint nearly always: with scripts, the page shows fields in place of links. The
// page does not wait for it: one that stalls would leave it blank. If the wizard's own script never arrives, the links come
// back, so that nobody is left with fields that do nothing. In a form that every browser can read: this much must work in
// those for which the rest is too new.
(function () {
  var root = document.documentElement;
  var isCut = false;
  function giveUp() {
    if (root.classList.contains("started")) return;
    root.classList.remove("js");
    var told = document.getElementById("by-link");
    if (told && !isCut) told.hidden = false;
  }
  /**
   * Continue, pressed before the wizard's own script is there. The browser's own way would end the arriving of the page,
   * halfway. So the press is kept for that script, and the person told so, below the button.
   *
   * @param {SubmitEvent} event
   */
  function keepThePress(event) {
    if (root.classList.contains("started")) return;
    event.preventDefault();
    var form = /** @type {HTMLFormElement} */ (event.target);
    var button = /** @type {HTMLElement} */ (form.querySelector(".continue"));
    var told = /** @type {HTMLElement} */ (document.getElementById("arriving"));
    form.setAttribute("data-pressed", "");
    form.insertBefore(told, button.nextSibling);
    told.hidden = false;
    told.scrollIntoView({ block: "nearest" });
  }
  /** A number was dialled meanwhile, which ends the arriving too, and cannot wait: what is last in the page is missing. */
  function tellWhenItIsCut() {
    var told = document.getElementById("cut");
    if (document.readyState === "loading" || document.getElementById("settings") || !told) return;
    told.hidden = false;
    isCut = true;
    giveUp();
  }
  root.classList.add("js");
  document.addEventListener("submit", keepThePress, true);
  // For a page that is cut browsers fire neither DOMContentLoaded nor load.
  document.addEventListener("readystatechange", tellWhenItIsCut);
  tellWhenItIsCut();
  // A browser that cannot read the wizard's script says so at once.
  window.addEventListener("error", function (event) {
    if (event.error instanceof SyntaxError) giveUp();
  });
  // A script that stalls holds the load event back for minutes; one that is missing does not.
  setTimeout(giveUp, 8000);
  window.addEventListener("load", function () {
    setTimeout(giveUp, 3000);
  });
})();
