"""A person who sees nothing goes through the wizard by keys, and what they hear is written down."""

from collections.abc import Iterator, Mapping
from itertools import groupby, takewhile
from typing import Any

from scripts.guide.version import version
from tests.browser.engines.tab import Tab, wait
from tests.browser.engines.wizard_tab import ANOTHER, CONTINUE, MARK, READY, WizardTab, field_of
from tests.browser.speech.desk import Desk, Said
from wizard.languages import languages
from wizard.wording import wording

HEADING, READ_ON = "1", "KP_Add"
"""Orca's keys: to the next heading of the first level, and read on to the end of the page."""

MOST_TABS = 150
FOCUSED = "selector => document.activeElement?.matches(selector) === true"
CHECKED = "selector => document.querySelector(selector).checked"
NO_REMNANT = "() => !document.querySelector('[data-aside]')"
NOTHING = ["(nothing)"]
LEAVING = ("leaving ", "saliendo de")
"""What a press of Return leaves: Orca says so only where it is sooner than the new screen, so it is not told then."""

LOADING = {wording(language)("office.place_loading") for language in languages()}
STATUSBAR = ("statusbar", "barra de estado")
"""Chromium's own, at the end of every page."""

type Account = list[str]


class Visit:
    """One person's way, and all that they hear on it: a line for each key, and below it what was said."""

    def __init__(self, desk: Desk, tab: Tab) -> None:
        self.desk = desk
        self.tab = tab
        self.wizard = WizardTab(tab)
        self.account: Account = []
        self._read: Account = []

    def look(self) -> Mapping[str, Any]:
        """What is on the screen, by what a test knows of it."""
        return self.wizard.look()

    def begin(self, part: str) -> None:
        """Another part of the account begins."""
        self.account += ["", f"# {part}"]

    def open(self, url: str) -> None:
        """Types an address, and waits until Python is there. Of the browser's own bar nothing is told."""
        self.desk.press("ctrl+l")
        self.desk.rest()
        self.desk.type(url)
        self.desk.heard()
        self.desk.press("Return")
        wait(self.tab, READY)
        told = list(_lines(self.desk.heard(something=True)))
        self._tell("the page", told[next(i for i, line in enumerate(told) if " - " in line) :])

    def press(self, key: str, until: str = "() => true", *given: Any) -> None:
        """Presses *key*, and hears what is said once *until* holds in the page."""
        self.desk.press(key)
        wait(self.tab, until, *given)
        told = list(_lines(self.desk.heard(something=True)))
        self._tell(key, [line for line in told if key != "Return" or not line.startswith(LEAVING)])

    def leads_on(self, key: str) -> None:
        """Presses *key*, and hears what is said of the screen that comes."""
        self.tab.run(MARK)
        self.press(key, ANOTHER)

    def type(self, text: str) -> None:
        """Types *text*, slowly: what comes of a letter is said before the next. The letters are not said again here.

        Nor is that names are loading, which Orca says only where they are slow.
        """
        said: list[Said] = []
        for letter in text:
            self.desk.type(letter)
            said += self.desk.heard()
        self._tell(f"types {text}", [line for line in _lines(said) if line not in LOADING])

    def select_all(self) -> None:
        """Selects what stands in the field. Orca says so by whichever of two events comes first: it is not told."""
        self.desk.press("ctrl+a")
        self.desk.heard()

    def read_on(self) -> None:
        """Has all read to the end of the page, and goes back to the heading. What was so before is not told again.

        A voice would be two seconds on its way by the time that it came to what outlives its screen so long.
        """
        wait(self.tab, NO_REMNANT)
        self.desk.press(READ_ON)
        told = list(_lines(self.desk.heard(to_the_end=True)))
        pairs = zip(reversed(told), reversed(self._read), strict=False)
        again = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        self._read = told
        self._tell("reads on", [*told[: len(told) - again], *([f"(and {again} lines as before)"] if again else [])])
        self.press(HEADING)

    def tab_to(self, selector: str) -> None:
        """Presses Tab until *selector* has the focus."""
        for _ in range(MOST_TABS):
            self.press("Tab")
            if self.tab.run(FOCUSED, selector):
                return
        raise AssertionError(f"Tab never reaches {selector}: {self.account[-20:]}")

    def fill(self, selector: str, text: str) -> None:
        """Types *text* into the field that Tab leads to."""
        self.tab_to(selector)
        self.type(text)

    def choose(self, *options: str) -> None:
        """Chooses *options* that are not chosen yet: a tick by Space, one of several by arrows and Space."""
        for option in options:
            if self.tab.run(CHECKED, field_of(option)):
                continue
            if self.tab.run("() => document.querySelector('#interview [name=answer]').type === 'checkbox'"):
                self.tab_to(field_of(option))
            else:
                self.tab_to("[name=answer]")
                while not self.tab.run(FOCUSED, field_of(option)):
                    self.press("Down")
            if not self.tab.run(CHECKED, field_of(option)):
                self.press("space")

    def go_on(self) -> None:
        """Goes to Continue by Tab, and presses it."""
        self.tab_to(CONTINUE)
        self.leads_on("Return")

    def _tell(self, act: str, told: Account) -> None:
        self.account += [f"{act}:", *(f"    {line}".rstrip() for line in told or NOTHING)]


def _lines(said: list[Said]) -> Iterator[str]:
    """A line a message, and of a text that is read on a line a sentence. The language stands before what has one."""
    for sentence, pieces in groupby(said, key=lambda piece: piece[0]):
        texts = [f"[{language}] {text}" if language else text for _, text, language in pieces if text not in STATUSBAR]
        texts = [" ".join(text.replace(version(), "(version)").split()) for text in texts]
        yield from [" | ".join(text for text in texts if text)] if sentence else texts
