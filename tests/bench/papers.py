"""From the last answer to the letter: what passes between the press of "Make the papers" and the papers on screen."""

from dataclasses import dataclass
from itertools import product

from playwright.sync_api import Browser, Page

from scripts.site_server import serve
from tests.bench.browser import PHONE, chromium, slowed
from tests.bench.measure import KEYSTROKE, PATIENCE
from tests.bench.stock_site import OURS, ROOT
from tests.browser.steps import wait_for_python

TIMES = 20
PROMISED = {1.0: 16.7, 6.0: 100.0}
"""The most milliseconds that a person should wait, by how many times slower the processor is: one frame, no wait."""

PAUSES = {"a keystroke later": KEYSTROKE, "at once": 0}
"""Milliseconds from the last key to the press. At once is what no person can do."""

READING = 10_000
"""Milliseconds from Python's coming to the form: nobody reads eleven questions sooner. The page rehearses meanwhile."""

HOME = {"en": OURS, "es": OURS.replace("/wizard/", "/es/wizard/")}
"""Where our page lies in each language. In Spanish each letter has a mirror beside it: twice as much is made."""

ANSWERS = {
    "emergency": "false",
    "need_groups": "out",
    "needs": "release",
    "custody": "ice_detention",
    "local_request": "answered",
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "removal_imminent": "false",
    "role": "family_or_friend",
}
DETAILS = {
    "name": "Zoë Quetzalli Ñandú",
    "a_number": "A 023-456-789",
    "date_of_birth.day": "29",
    "date_of_birth.month": "2",
    "date_of_birth.year": "1988",
    "country_of_birth": "Honduras",
    "telephone": "(555) 010 4477",
    "email": "zoe@example.invalid",
    "local_request_date.day": "3",
    "local_request_date.month": "8",
    "local_request_date.year": "2026",
    "local_outcome": "The office said no, in one sentence.",
    "overlooked_factors.which": "Our child has cancer.",
    "overlooked_factors.where": "On the second page, and in the letter of the hospital.",
    "overlooked_factors.answer": "It said nothing of it.",
    "facts.reviewing_official": (
        "The treatment began on March 5, 2026.\n\nIt will take a year.\nNobody else can drive her there."
    ),
    "request.reviewing_official": "I ask that he is let go until the treatment ends.",
    "exhibits.reviewing_official": "Letter of the hospital, March 6, 2026\nBirth certificate",
    "sender_name": "Bao Nguyễn",
}

WALK = """async ({ answers, details }) => {
  const interview = document.getElementById("interview");
  const shows = async (act) => {
    const shown = new Promise((resolve) => new MutationObserver(resolve).observe(interview, { childList: true }));
    act();
    await shown;
  };
  for (let form = interview.querySelector("form"); form; form = interview.querySelector("form")) {
    const option = answers[form.dataset.question];
    if (option) form.querySelector(`[name=answer][value="${option}"]`).click();
    await shows(() => form.querySelector(".continue").click());
  }
  await shows(() => document.querySelector("#prepare button").click());
  for (const [name, value] of Object.entries(details)) {
    const field = interview.querySelector(`[name="${name}"]`);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
"""To the form, and what a person writes in it."""

MAKE = """async ({ times, pause }) => {
  const interview = document.getElementById("interview");
  const found = [];
  for (let time = 0; time < times; time++) {
    if (interview.querySelector(".packet")) {
      const form = new Promise((resolve) => new MutationObserver(resolve).observe(interview, { childList: true }));
      interview.querySelector("[data-prepare]").click();
      await form;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    const field = interview.querySelector('[name="facts.reviewing_official"]');
    field.value += `(${time})`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, pause));
    const shown = new Promise((resolve) => new MutationObserver(resolve).observe(interview, { childList: true }));
    const pressed = performance.now();
    interview.querySelector(".continue").click();
    await shown;
    interview.getBoundingClientRect();
    if (!interview.querySelector(".packet article")?.textContent.includes(`(${time})`)) throw new Error("no letter");
    found.push(performance.now() - pressed);
  }
  return found;
}"""
"""For each time: milliseconds from the press, some time after the last key, until the letter stands in the page, laid
out."""


@dataclass(frozen=True)
class Papers:
    """Milliseconds, the quickest first, but for *first*: a person waits for that one."""

    first: float
    whole: tuple[float, ...]


type Made = dict[tuple[str, float, str], Papers]
"""By language, by how many times slower the processor is, and by when was pressed."""


def in_every_way(made: Made, times: int = TIMES) -> None:
    """Fills *made*: the papers of each language, at every speed for which something is promised, after each pause."""
    for language, factor, name in product(HOME, PROMISED, PAUSES):
        made[language, factor, name] = make_papers(language, factor, PAUSES[name], times)


def make_papers(language: str, factor: float, pause: int, times: int = TIMES) -> Papers:
    """The papers made *times* times in a fresh browser whose processor is *factor* times slower meanwhile.

    *pause* is in milliseconds, from the last key to the press.
    """
    with chromium() as (browser, group), serve(ROOT) as server:
        page = _at_the_form(browser, f"{server.url}{HOME[language].lstrip('/')}")
        with slowed(group, factor):
            found: list[float] = page.evaluate(MAKE, {"times": times, "pause": pause})
    return Papers(found[0], tuple(sorted(found)))


def _at_the_form(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    wait_for_python(page)
    page.wait_for_timeout(READING)
    page.evaluate(WALK, {"answers": ANSWERS, "details": DETAILS})
    return page
