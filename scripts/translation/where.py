"""Where a text is shown: the first numbered screen of the wizard's page that asks for it."""

from dataclasses import replace
from functools import cache
from typing import Any

from scripts.guide.numbered_screens import build_graph
from wizard.interview import InterludeScreen, QuestionScreen, ResultScreen, Screen
from wizard.languages import SOURCE_LANGUAGE
from wizard.render import card_title, question_title, screen_html
from wizard.wording import Wording, wording


class _Asked(dict[str, Any]):
    """Texts that remember which of them were asked for."""

    def __init__(self, texts: dict[str, Any]) -> None:
        super().__init__(texts)
        self.names: list[str] = []

    def __getitem__(self, name: str) -> Any:
        self.names.append(name)
        return super().__getitem__(name)


def _listening() -> tuple[Wording, _Asked]:
    english = wording(SOURCE_LANGUAGE)
    asked = _Asked(english.texts)
    return replace(english, texts=asked), asked


@cache
def screens() -> dict[str, int]:
    """The number of the first screen that shows a text, by the id of the text."""
    found: dict[str, int] = {}
    for node in build_graph():
        say, asked = _listening()
        screen_html(node.screen, say)
        for name in asked.names:
            found.setdefault(name, node.number)
    return found


@cache
def titles() -> dict[int, str]:
    """What each numbered screen is called in English."""
    say = wording(SOURCE_LANGUAGE)
    return {node.number: _title(node.screen, say) for node in build_graph()}


def _title(screen: Screen, say: Wording) -> str:
    match screen:
        case QuestionScreen(question, group=group):
            return question_title(question, group, say)
        case InterludeScreen(interlude):
            return say("interlude", interlude.value, "title")
        case ResultScreen(assessment):
            return card_title(assessment.cards[-1], say)
