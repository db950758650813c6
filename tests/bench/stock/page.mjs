/** The wizard as a developer would first write it: a page that shows what Python makes. */

import { handle } from "./python.mjs";

const interview = /** @type {HTMLElement} */ (document.getElementById("interview"));
const answers = /** @type {HTMLElement} */ (document.getElementById("answers"));

let known = { needs: [], answers: {}, seen: [] };

/** @param {object} request */
async function ask(request) {
  const reply = JSON.parse(await handle(JSON.stringify({ ...request, ...known, language: "en", today: "2026-11-24" })));
  known = { needs: reply.needs, answers: reply.answers, seen: reply.seen };
  interview.innerHTML = `<section class="screen python">${reply.html}</section>`;
  answers.innerHTML = reply.answers_html;
  for (const problem of interview.querySelectorAll(".problem")) /** @type {HTMLElement} */ (problem).hidden = !reply.error;
  interview.querySelector("h1")?.focus();
  // What tells the bench that the first question can be answered, by Python.
  document.documentElement.classList.add("js", "started");
  interview.dataset.python = "python_ready";
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const { question, interlude, kind } = form.dataset;
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=answer]:checked"));
  const chosen = [...inputs].map((input) => input.value);
  if (interlude) ask({ do: "read", interlude });
  else ask({ do: "answer", question, value: kind === "many" ? chosen : chosen[0] });
});

document.querySelector("[data-restart]")?.addEventListener("click", () => {
  known = { needs: [], answers: {}, seen: [] };
  ask({ do: "show" });
});

ask({ do: "show" });
