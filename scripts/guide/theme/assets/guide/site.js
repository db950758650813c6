// Shows the buttons of a reading page that need a script.
document.addEventListener("DOMContentLoaded", function () {
  document.querySelectorAll(".guide-with-script").forEach(function (element) {
    element.removeAttribute("hidden");
  });
});
