"""A random walk through the wizard, by someone who hesitates, errs, and types wherever typing is possible."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle
from random import Random, SystemRandom
from typing import Any

from tests.browser.engines.tab import wait
from tests.browser.engines.wizard_tab import CONTINUE, PROBLEM, WizardTab
from wizard.interview import NONE_OF_THEM
from wizard.questions import COURT_PLACE, GROUPS, LOCAL_REQUEST_NEEDS, NEEDS, OFFICER_REQUESTS, NeedGroup

LONGEST = 120  # screens; a walk that is not over by then is lost
DATE = "local_response_period"
PLACE_BOX = "#typed"
STATES = ("GA", "TX", "NY")  # each has offices and courts
NEXT_YEAR = datetime.now(UTC).year + 1
TAKEN = {
    "#field-a_number": "012345678",
    "#field-date_of_birth-day": "29",
    "#field-date_of_birth-month": "2",
    "#field-date_of_birth-year": "1988",
    "#field-telephone": "5550104477",
    "#field-email": "zoe@example.invalid",
    "#field-local_request_date-day": "3",
    "#field-local_request_date-month": "8",
    "#field-local_request_date-year": "1999",  # before any answer that is walked with
    "#field-removal_date-day": "3",
    "#field-removal_date-month": "8",
    "#field-removal_date-year": str(NEXT_YEAR),
    "#field-hearing_date-day": "4",
    "#field-hearing_date-month": "8",
    "#field-hearing_date-year": str(NEXT_YEAR),
}
"""The fields of the form whose text is checked, and what they take."""

type Look = dict[str, Any]


def seed_of_a_walk() -> int:
    """Another one each time, told in case of a failure: WALK_SEED=n in the environment repeats that walk."""
    seed = int(os.environ.get("WALK_SEED") or SystemRandom().randrange(2**32))
    print(f"WALK_SEED={seed}")
    return seed


class Walk:
    """One walk from the first screen to a result, with *random* deciding; *inspect* sees every screen.

    One that *takes everything out* presses all buttons of its papers, which is slow.
    """

    def __init__(
        self,
        wizard: WizardTab,
        random: Random,
        canaries: tuple[str, str],
        inspect: Callable[[Look], None],
        *,
        takes_everything_out: bool = False,
    ) -> None:
        self.wizard = wizard
        self.random = random
        self.canaries = canaries
        self.inspect = inspect
        self.steps: list[str] = []
        """What was done, in order, to be told when something goes wrong."""
        self.wanted = {"back", "change", "language", "type"}
        """What this walk still has to do at least once."""
        self.takes_everything_out = takes_everything_out
        self.left_in_the_middle = False
        """Whether the canaries still stand in the fields at the end."""

    def run(self) -> None:
        """Walks until a result stands there and nothing more is wanted, and stops as someone who closes the browser."""
        for _ in range(LONGEST):
            look = self.look()
            if look["screen"] == "result" and not self.wanted:
                return self._leave()
            self._step(look)
        raise AssertionError(f"no end after {LONGEST} screens: {self.steps}")

    def _leave(self) -> None:
        """Some close the browser on the result, some in the middle of a date, and half over their letters."""
        look = self.look()
        ways: list[Callable[[], None]] = [lambda: None]
        if DATE in look["changes"]:
            ways.append(self._leave_over_a_date)
        if look["prepare"]:
            ways += [self._leave_over_letters] * len(ways)
        self.random.choice(ways)()

    def _leave_over_a_date(self) -> None:
        self._do("change", self.wizard.change, DATE)
        self._type_canaries(self.look())
        self.left_in_the_middle = True

    def _leave_over_letters(self) -> None:
        """Canaries in every field; then what the checked ones take; then the papers, perhaps the form again."""
        self._do("form", self.wizard.open_form)
        typed = self._type_canaries(self.look())
        self._do("send", self.wizard.go_on)
        self._expect("details", typed, error=True)
        for field in typed.keys() & TAKEN.keys():
            self.wizard.tab.type(field, TAKEN[field])
            typed[field] = TAKEN[field]
        self._do("send", self.wizard.go_on)
        self._expect("packet", {})
        if self.takes_everything_out:
            self._note("take out", *self.wizard.take_everything_out())
            self._expect("packet", {})
        self._speak()
        self._expect("packet", {})
        told = set(typed.values()).intersection(self.canaries)
        assert told, "a name is no number and no day: it is taken as it is"
        assert all(canary in self.wizard.read() for canary in told)
        if self.random.random() < 0.5:
            self._do("back", self.wizard.back)
            self._expect("details", typed)
            self._speak()
            self._expect("details", typed)
        self.left_in_the_middle = True

    def _expect(self, screen: str, typed: dict[str, str], *, error: bool = False) -> None:
        look = self.look()
        assert (look["screen"], look["typable"], look["error"]) == (screen, typed, error), self.steps

    def look(self) -> Look:
        """Looks at the screen and has it inspected."""
        look = self.wizard.look()
        self.inspect(look)
        return look

    def _step(self, look: Look) -> None:
        detour = self._detour(look)
        if detour is not None:
            detour()
        elif PLACE_BOX in look["typable"]:
            self._type_a_place(look)
        elif look["typable"]:
            self._type_a_date(look)
        elif look["options"]:
            self._answer(look)
        else:
            self._note("read", look["screen"])
            self.wizard.go_on()

    def _detour(self, look: Look) -> Callable[[], None] | None:
        """Something else than the next answer: seldom on the way, and what is still wanted at the end."""
        at_the_end = look["screen"] == "result"
        if look["languages"] and self._would("language", 0.08, at_the_end):
            return self._speak
        if look["back"] and self._would("back", 0.12, at_the_end):
            return lambda: self._do("back", self.wizard.back)
        if look["changes"] and (self._would("change", 0.08, at_the_end) or at_the_end):
            question = self._worth_changing(look["changes"]) if at_the_end else self.random.choice(look["changes"])
            return lambda: self._do("change", self.wizard.change, question)
        return None

    def _worth_changing(self, questions: list[str]) -> str:
        if "type" not in self.wanted:
            return self.random.choice(questions)
        return next(question for question in (DATE, "local_request", "needs") if question in questions)

    def _would(self, what: str, chance: float, at_the_end: bool) -> bool:  # noqa: FBT001
        return self.random.random() < chance or (at_the_end and what in self.wanted)

    def _do(self, what: str, act: Callable[..., None], *given: str) -> None:
        self._note(what, *given)
        act(*given)
        self.wanted.discard(what)

    def _speak(self) -> None:
        self._do("language", self.wizard.speak, self.random.choice(self.wizard.look()["languages"]))

    def _answer(self, look: Look) -> None:
        if look["chosen"] == 0 and self.random.random() < 0.1:
            self._note("nothing chosen")
            self.wizard.tab.click(CONTINUE)
            wait(self.wizard.tab, PROBLEM)
            self.look()
        options = self._options(look)
        self._note(look["screen"], *options)
        self.wizard.answer(*options, by_key=self.random.random() < 0.5)

    def _options(self, look: Look) -> list[str]:
        if look["screen"] in {GROUPS, NEEDS}:
            several = self.random.sample(look["options"], self.random.randint(1, 2))
            always = (NeedGroup.OUT.value, self.random.choice(OFFICER_REQUESTS).value)
            return [*{*several, *(option for option in always if option in look["options"])}]
        if look["screen"] == "local_request" and "type" in self.wanted:
            return ["answered"]
        if look["screen"] == LOCAL_REQUEST_NEEDS and "type" in self.wanted:
            return [option for option in look["options"] if option != NONE_OF_THEM]
        return [self.random.choice(look["options"])]

    def _type_a_date(self, look: Look) -> None:
        """First the canaries, which no calendar has; then a date that is not one, or none; then a real one, or none."""
        self._type_canaries(look)
        self._expect_error()
        self.wanted.discard("type")
        if self.random.random() < 0.2:
            return self._do("back", self.wizard.back)
        if self.random.random() < 0.5:
            self._fill("31", "2", "2026")
            look = self.look()
            assert (look["screen"], look["error"]) == (DATE, True), self.steps
        self._fill("5", str(self.random.randint(1, 12)), self.random.choice(("2025", "2026", "2019")))
        if self.wizard.look()["error"]:  # a day that has not come yet
            self._fill("", "", "", option="unknown")
        return None

    def _type_a_place(self, look: Look) -> None:
        """First a canary, which no map has; then the words go, and a state is chosen, or nothing is told."""
        self._type_canaries(look)
        self._expect_error()
        if self.random.random() < 0.5:
            return self._do("back", self.wizard.back)
        state = self.random.choice(STATES)
        self._note("state", state)
        of_a_court = look["screen"] == COURT_PLACE
        self.wizard.tab.type(PLACE_BOX, "")
        self.wizard.tab.select("#court" if of_a_court else "#state", state)
        self.wizard.go_on()
        return None

    def _type_canaries(self, look: Look) -> dict[str, str]:
        """A canary in every field; gives back which stands where."""
        typed = dict(zip(look["typable"], cycle(self.canaries), strict=False))
        for field, canary in typed.items():
            self._note("typed", canary)
            self.wizard.tab.type(field, canary)
        self._expect(look["screen"], typed, error=look["error"])
        return typed

    def _expect_error(self) -> None:
        """Goes on, and is told on the same screen what is wrong."""
        screen = self.look()["screen"]
        self.wizard.go_on(by_key=self.random.random() < 0.5)
        look = self.look()
        assert (look["screen"], look["error"]) == (screen, True), self.steps

    def _fill(self, day: str, month: str, year: str, option: str = "") -> None:
        self._note("date", day, month, year, option)
        self.wizard.tab.type("#interview [data-part=day]", day)
        self.wizard.tab.select("#interview [data-part=month]", month)
        self.wizard.tab.type("#interview [data-part=year]", year)
        if option:
            self.wizard.answer(option)
        else:
            self.wizard.go_on()

    def _note(self, *step: str) -> None:
        self.steps.append(" ".join(step))
