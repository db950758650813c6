"""A random walk through the wizard, by someone who hesitates, errs, and types where typing is possible."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.browser.engines.tab import wait
from tests.browser.engines.wizard_tab import CONTINUE, PROBLEM, WizardTab
from wizard.questions import OFFICER_REQUESTS

LONGEST = 120  # screens; a walk that is not over by then is lost
DATE = "local_response_period"

type Look = dict[str, Any]


class Walk:
    """One walk from the first screen to a result, with *random* deciding; *inspect* sees every screen."""

    def __init__(
        self, wizard: WizardTab, random: Random, canaries: tuple[str, str], inspect: Callable[[Look], None]
    ) -> None:
        self.wizard = wizard
        self.random = random
        self.canaries = canaries
        self.inspect = inspect
        self.steps: list[str] = []
        """What was done, in order, to be told when something goes wrong."""
        self.wanted = {"back", "change", "language", "type"}
        """What this walk still has to do at least once."""
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
        """Half of the people close the browser on the result; the others with the canaries still in the fields."""
        if self.random.random() < 0.5 and DATE in self.look()["changes"]:
            self._do("change", self.wizard.change, DATE)
            self._type_canaries(self.look())
            self.left_in_the_middle = True

    def look(self) -> Look:
        """Looks at the screen and has it inspected."""
        look = self.wizard.look()
        self.inspect(look)
        return look

    def _step(self, look: Look) -> None:
        detour = self._detour(look)
        if detour is not None:
            detour()
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
            return lambda: self._do("language", self.wizard.speak, self.random.choice(look["languages"]))
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
        if look["screen"] == "needs":
            several = self.random.sample(look["options"], self.random.randint(1, 3))
            return [*{*several, self.random.choice(OFFICER_REQUESTS).value}]
        if look["screen"] == "local_request" and "type" in self.wanted:
            return ["answered"]
        return [self.random.choice(look["options"])]

    def _type_a_date(self, look: Look) -> None:
        """First the canaries, which no calendar has; then a date that is not one, or none; then a real one, or none."""
        self._type_canaries(look)
        self.wizard.go_on(by_key=self.random.random() < 0.5)
        self._expect_error()
        self.wanted.discard("type")
        if self.random.random() < 0.2:
            return self._do("back", self.wizard.back)
        if self.random.random() < 0.5:
            self._fill("31", "2", "2026")
            self._expect_error()
        self._fill("5", str(self.random.randint(1, 12)), self.random.choice(("2025", "2026", "2019")))
        if self.wizard.look()["error"]:  # a day that has not come yet
            self._fill("", "", "", option="unknown")
        return None

    def _type_canaries(self, look: Look) -> None:
        for field, canary in zip(look["typable"], self.canaries, strict=True):
            self._note("typed", canary)
            self.wizard.tab.type(field, canary)
        typed = self.look()["typed"]
        assert typed == "".join(self.canaries), typed

    def _expect_error(self) -> None:
        look = self.look()
        assert look["screen"] == DATE, look["screen"]
        assert look["error"], self.steps

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
