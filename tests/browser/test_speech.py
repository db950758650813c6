"""What a screen reader says from the first question to the letter: a text for each browser and language."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from scripts.site_server import Server
from tests.browser.engines import Engine
from tests.browser.engines.chromium import chromium_tab
from tests.browser.engines.firefox import firefox_tab
from tests.browser.engines.wizard_tab import PROBLEM
from tests.browser.screens import HOME, LANGUAGES
from tests.browser.speech.desk import desk
from tests.browser.speech.visit import Visit

REPOSITORY = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("speech")
HEARD = REPOSITORY / "build" / "speech"

ANSWERS = {
    "emergency": ["true"],
    "need_groups": ["inside", "out"],
    "needs": ["detention_problem", "release"],
    "removal_imminent": ["true"],
    "custody": ["ice_detention"],
    "role": ["family_or_friend"],
    "local_request": ["answered"],
    "facts_changed": ["false"],
    "evidence_not_submitted": ["false"],
    "factors_overlooked": ["true"],
}
"""Danger, a near removal, a day, and two cards: the line, and the reviewing official."""

NOON = """
() => {
  const noon = Date.parse("2026-12-01T12:00:00-05:00");
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given);
      else super(noon);
    }
    static now() {
      return noon;
    }
  };
}
"""
"""A Tuesday in December, on which the line is open: letters bear the day, and cards say the hours."""


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])
def test_a_screen_reader_says_all_once_and_in_order(
    server: Server, playwright: Playwright, tmp_path: Path, engine: Engine, language: str
) -> None:
    """Renew the texts with ``cp build/speech/*.txt tests/browser/speech``, and read the difference as if aloud."""
    profile = tmp_path / "profile"
    with desk(tmp_path / "desk", language) as here:
        chromium = engine is Engine.CHROMIUM
        browser = chromium_tab(playwright, profile, here.settings) if chromium else firefox_tab(profile, here.settings)
        with browser as tab:
            tab.first_run(NOON)
            visit = Visit(here, tab)
            try:
                _walk(visit, f"{server.url}{HOME[language]}")
            finally:
                HEARD.mkdir(parents=True, exist_ok=True)
                name = f"{engine}.{language}.txt"
                (HEARD / name).write_text("\n".join(visit.account) + "\n", "utf-8")
    assert (HEARD / name).read_text("utf-8").splitlines() == (GOLDEN / name).read_text("utf-8").splitlines()


def _walk(visit: Visit, address: str) -> None:
    """From the first question to the letter; on the way nothing is chosen, a day is wrong, and a place is not told."""
    visit.open(address)
    while (screen := visit.look()["screen"]) != "result":
        visit.begin(screen)
        visit.read_on()
        if screen == "emergency" and visit.look()["options"]:
            _choose_nothing(visit)
        if screen == "local_response_period":
            _type_a_day(visit)
        else:
            visit.choose(*(option for option in ANSWERS.get(screen, ()) if option in visit.look()["options"]))
        visit.go_on()
    visit.begin("result")
    visit.read_on()
    visit.tab_to("[data-change=place]")
    visit.leads_on("Return")
    _tell_the_place(visit)
    visit.tab_to("[data-prepare]")
    visit.leads_on("Return")
    _fill_in(visit)
    visit.begin("papers")
    visit.read_on()


def _choose_nothing(visit: Visit) -> None:
    visit.tab_to(".continue")
    visit.press("Return", PROBLEM)
    visit.tab_to("[data-first-field]")
    visit.press("Return", "() => document.activeElement.name === 'answer'")
    visit.press("space")


def _type_a_day(visit: Visit) -> None:
    """First without its month."""
    visit.fill("[data-part=day]", "31")
    visit.fill("[data-part=year]", "2024")
    visit.go_on()
    visit.tab_to("[data-part=month]")
    visit.press("Down")


def _tell_the_place(visit: Visit) -> None:
    """First none."""
    visit.begin("place")
    visit.read_on()
    visit.go_on()
    visit.fill("#typed", "Karnes")
    visit.tab_to("[data-take]")
    visit.leads_on("Return")


def _fill_in(visit: Visit) -> None:
    """First with a number that is too short."""
    visit.begin("details")
    visit.read_on()
    visit.fill("[name=name]", "Ana")
    visit.fill("[name=a_number]", "12")
    visit.go_on()
    visit.tab_to("[data-field]")
    visit.press("Return", "() => document.activeElement.name === 'a_number'")
    visit.select_all()
    visit.type("012345678")
    visit.leads_on("Return")
