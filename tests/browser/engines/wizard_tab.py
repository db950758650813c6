"""The wizard in a tab of any engine: its screens, and the way from one to the next, by real clicks and keys."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from tests.browser.engines.scripts import script
from tests.browser.engines.tab import Tab, wait

MARK = "() => { document.querySelector('#interview > *').left = true; return true; }"
ANOTHER = "() => !document.querySelector('#interview').inert && document.querySelector('#interview > *')?.left !== true"
READY = "() => document.querySelector('[data-python]')?.dataset.python === 'python_ready'"
PROBLEM = "() => document.querySelector('#interview .problem')?.offsetParent !== null"
CONTINUE = "#interview .continue"
TAKES_OUT = """() => [...document.querySelectorAll("#interview button")]
  .filter(({ dataset }) => ["copy", "print", "file", "save"].some((what) => what in dataset))
  .filter((button) => button.getClientRects().length > 0)
  .map(({ dataset }) => Object.entries(dataset).map(([name, value]) => `[data-${name}="${value}"]`).join(""))"""


def field_of(option: str) -> str:
    """The selector of the field that chooses *option*."""
    return f"#interview [name=answer][value={option}]"


class WizardTab:
    """The wizard as a person uses it."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def open(self, url: str) -> None:
        """Opens the wizard at *url* and waits for Python."""
        self.tab.open(url)
        wait(self.tab, READY)

    def look(self) -> dict[str, Any]:
        """What is on the screen, and what lies about in the page (see look.mjs)."""
        found: dict[str, Any] = self.tab.run(script("look"))
        return found

    def read(self) -> str:
        """All that the screen says."""
        text: str = self.tab.run("() => document.getElementById('interview').textContent")
        return text

    def leads_on(self, act: Callable[[], None]) -> None:
        """Does *act* and waits until another screen stands there."""
        self.tab.run(MARK)
        act()
        wait(self.tab, ANOTHER)

    def answer(self, *options: str, by_key: bool = False) -> None:
        """Chooses *options* beside what is chosen, and goes on, by the button or by the Enter key."""
        for option in options:
            if not self.tab.run("field => document.querySelector(field).checked", field_of(option)):
                self.tab.click(field_of(option))
        if by_key:
            self.tab.run("field => document.querySelector(field).focus()", field_of(options[-1]))
        self.go_on(by_key=by_key)

    def go_on(self, *, by_key: bool = False) -> None:
        """Goes on from a screen, also from one that needs no answer."""
        self.leads_on(lambda: self.tab.press("Enter") if by_key else self.tab.click(CONTINUE))

    def walk_to_result(self, answers: Mapping[str, Collection[str]], *, by_key: bool = False) -> None:
        """Answers every question with the options that *answers* holds for it, and reads what is to be read."""
        while (look := self.look())["screen"] != "result":
            chosen = (option for option in answers.get(look["screen"], ()) if option in look["options"])
            self.answer(*chosen, by_key=by_key)

    def open_form(self) -> None:
        """From a result to the form of details."""
        self.leads_on(lambda: self.tab.click("#prepare button"))

    def take_everything_out(self) -> list[str]:
        """Presses every button of the papers that takes one out: each is copied and printed, and every file saved."""
        self.tab.run("() => { window.print = () => {}; }")  # a printer's window would lie over the page
        self.tab.run("() => { for (const part of document.querySelectorAll('#interview details')) part.open = true; }")
        files = []
        for button in self.tab.run(TAKES_OUT):
            if button.startswith(("[data-file", "[data-save")):
                files.append(self.tab.save(f"#interview {button}")[0])
            else:
                self.tab.click(f"#interview {button}")
        self.tab.print()
        return files

    def back(self) -> None:
        """Presses the page's own Back."""
        self.leads_on(lambda: self.tab.click("[data-back]"))

    def change(self, question: str) -> None:
        """Opens the list of answers if it is closed, and asks to change the one to *question*."""
        if not self.tab.run("() => document.querySelector('.answers').open"):
            self.tab.click(".answers summary")
        self.leads_on(lambda: self.tab.click(f"[data-change={question}]"))

    def speak(self, language: str) -> None:
        """Switches the page to *language*."""
        self.leads_on(lambda: self.tab.click(f"[data-language={language}]"))
        wait(self.tab, "language => document.documentElement.lang === language", language)

    def clear(self) -> None:
        """Presses "Clear everything", and says yes where that is asked."""

        def press() -> None:
            self.tab.click("[data-clear]")
            if self.tab.run("() => !document.getElementById('ask-clear').hidden"):
                self.tab.click("[data-clear-now]")

        self.leads_on(press)
