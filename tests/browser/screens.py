"""Every distinct screen of the interview, how a person comes to it, and what it must show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from scripts.guide.numbered_screens import Node, build_graph
from scripts.guide.whole_page import FOLDER
from wizard.interview import ResultScreen, State, next_screen, screen_name
from wizard.languages import SOURCE_LANGUAGE, languages
from wizard.questions import GROUPS, Need, group_of

LANGUAGES = languages()
HOME = {code: "wizard/" if code == SOURCE_LANGUAGE else f"{code}/wizard/" for code in LANGUAGES}
"""Where the wizard's page lies below the site's root."""
WHOLE = {code: address.replace("wizard/", f"{FOLDER}/") for code, address in HOME.items()}
"""Where the page lies that carries the whole interview."""


@dataclass(frozen=True)
class Step:
    """A choice on the way: the option taken (empty for an interlude), and the number of the screen it leads to."""

    option: str
    number: int


type Way = tuple[Step, ...]


@cache
def nodes() -> dict[int, Node]:
    """Every distinct screen by its number."""
    return {node.number: node for node in build_graph()}


@cache
def shortest_ways() -> dict[int, Way]:
    """For every screen a shortest way to it from the first question."""
    ways: dict[int, Way] = {1: ()}
    queue = [1]
    for number in queue:
        for exit_ in nodes()[number].exits:
            if exit_.number not in ways:
                ways[exit_.number] = (*ways[number], Step(exit_.option, exit_.number))
                queue.append(exit_.number)
    return ways


@cache
def covering_ways() -> tuple[Way, ...]:
    """The shortest ways that are part of no longer one: together they pass every screen."""
    ways = shortest_ways()
    passed = {way[:-1] for way in ways.values() if way}
    return tuple(way for way in ways.values() if way not in passed)


def kind(node: Node) -> str:
    """What a screen is: the question, the interlude, or the channels of its cards."""
    if isinstance(node.screen, ResultScreen):
        return "result: " + ", ".join(card.channel.value for card in node.screen.assessment.cards)
    return screen_name(node.screen)


@cache
def one_of_each_kind() -> tuple[int, ...]:
    """The number of the first screen of each kind."""
    first: dict[str, int] = {}
    for node in nodes().values():
        first.setdefault(kind(node), node.number)
    return tuple(first.values())


def ways_through(numbers: Iterable[int]) -> tuple[Way, ...]:
    """Shortest ways that together pass all of *numbers*."""
    ways = {shortest_ways()[number] for number in numbers}
    passed = {way[:length] for way in ways for length in range(len(way))}
    return tuple(sorted((way for way in ways if way not in passed), key=len))


SENDER = "family_or_friend"
"""Who contacts ICE in walks with Python: the page without it does not ask."""


def asks_for_the_sender(number: int) -> bool:
    """Whether Python asks, where the page without it shows the result *number* for anyone."""
    node = nodes()[number]
    return isinstance(node.screen, ResultScreen) and screen_name(next_screen(node.state)) == "question:role"


def with_python(way: Way) -> Iterator[tuple[str, str]]:
    """The options to take on *way* where Python is there, each with a name for the screen it leads to."""
    for step in way:
        if asks_for_the_sender(step.number):
            yield step.option, f"{step.number} (question:role)"
            yield SENDER, f"{step.number} ({kind(nodes()[step.number])})"
        else:
            yield step.option, f"{step.number} ({kind(nodes()[step.number])})"


def known(state: State) -> dict[str, Any]:
    """*state* as a request to the bridge carries it."""
    return {
        "needs": [need.value for need in state.needs],
        "answers": dict(state.answers),
        "seen": sorted(state.seen),
    }


_TAKE = """
async option => {
  const form = document.querySelector("#interview form");
  const heading = document.querySelector("#interview h1");
  for (const input of form.querySelectorAll("[name=answer]")) input.checked = input.value === option;
  const changed = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no other screen came")), 20000);
    const watcher = new MutationObserver(() => {
      if (document.querySelector("#interview h1") === heading) return;
      watcher.disconnect();
      resolve();
    });
    watcher.observe(document.getElementById("interview"), { childList: true, subtree: true });
  });
  form.requestSubmit();
  await changed;
}
"""


def take(page: Page, option: str) -> None:
    """Chooses *option* and continues, from within the page: for tests that pass many screens on their way.

    A need is chosen by way of its group.
    """
    if option in list(Need) and page.get_attribute("#interview form", "data-question") == GROUPS:
        page.evaluate(_TAKE, group_of(Need(option)).value)
    page.evaluate(_TAKE, option)


def answer_to(question: str, answers: Mapping[str, str]) -> str:
    """What *answers* hold for *question*; the group follows from the need."""
    return group_of(Need(answers["needs"])).value if question == GROUPS else answers.get(question, "")


def start_again(page: Page) -> None:
    """Back to the first question, with nothing answered."""
    if page.is_visible("[data-restart]"):
        page.evaluate(
            """async () => {
              const heading = document.querySelector("#interview h1");
              document.querySelector("[data-restart]").click();
              if (!document.getElementById("ask-clear").hidden) document.querySelector("[data-clear-now]").click();
              const interview = document.getElementById("interview");
              const waits = () => interview.inert || interview.querySelector("h1") === heading;
              while (waits()) await new Promise(requestAnimationFrame);
            }"""
        )


def heading_of(page: Page) -> str:
    """The heading of the screen that is shown."""
    return page.inner_text("#interview h1:visible")
