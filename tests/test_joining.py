"""Texts are put together as each language does it: nothing of ours is glued by marks that the code knows."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.packets import intake_for, packet_for
from wizard.languages import languages
from wizard.packet.as_text import as_text
from wizard.packet.document import Style, around
from wizard.packet.phrases import in_a_row
from wizard.wording import Wording, wording

WIZARD = Path(__file__).parents[1] / "wizard"
FOR_PROGRAMS = {"case.py", "case_file.py", "reminder.py"}
"""Modules whose lists stand in errors for programs, or in a file that no one reads."""

SAYING = sorted(
    [*(WIZARD / "packet").glob("*.py"), *(WIZARD / name for name in ("render.py", "places.py", "card_view.py"))]
    + [path for folder in (WIZARD, WIZARD.parent / "scripts" / "guide") for path in folder.rglob("templates/**/*.*")]
    + [*(WIZARD.parent / "scripts" / "guide" / "office_lists").glob("*.py")]
)
GLUED = re.compile(
    r"""["'](, |; |\. |: )["']\s*(\.join\(|if not loop)"""  # ", ".join(...), and between the rows of a loop
    r"""|join\(["'](, |; |\. |: )["']\)"""
    r"""|[)'"]\}(, |; |\. |: )\{(?!\{)"""  # f"{say(...)}. {say(...)}"
    r"""|["'](; |\. )\{say|["']\. ["']"""  # f". {say(...)}", and a full stop by itself
    r"""|\}\}(\.|; |, |:) ?(\{\{|</)"""  # two texts of a template
)


@pytest.mark.parametrize("path", SAYING, ids=lambda path: path.name)
def test_no_text_of_ours_is_glued_by_a_mark_in_the_code(path: Path) -> None:
    """A comma, a full stop and a colon are Chinese in Chinese; a join of the language's own knows them."""
    lines = [] if path.name in FOR_PROGRAMS else path.read_text("utf-8").splitlines()
    assert [line.strip() for line in lines if GLUED.search(line)] == []


@pytest.mark.parametrize("language", languages())
def test_a_sentence_with_a_value_has_words_or_a_stop_behind_it(language: str) -> None:
    """Before and after are one text, so that a language can have the value where it wants."""
    say = wording(language)
    before, after = say.around("packet.letter.prior_request", "date", what="x")
    assert before.endswith(" ")
    assert after.startswith(".")
    assert f"{before}5{after}" == say("packet.letter.prior_request", date="5", what="x")


def in_chinese() -> Wording:
    """The English texts, joined as Chinese ones are, and one that begins with its value."""
    marks = {"list": "、", "parts": "；", "last": "{several}和{last}", "sentences": "", "ended": "{text}。"}
    marks |= {"label": "{name}：", "named": "{name}：{value}", "marked": "{standing}；{checked}"}
    english = wording("en")
    own = {f"join.{name}": text for name, text in marks.items()}
    own["packet.letter.near_decision"] = "{date}：即将遣返。请在此日期前作出决定。"
    return replace(english, texts={**english.texts, **own})


def test_a_list_is_joined_as_the_language_does_it() -> None:
    """In English, and with the marks of another language."""
    assert in_a_row(["a", "b", "c"], wording("en")) == "a, b and c"
    assert in_a_row(["a", "b", "c"], wording("es")) == "a, b y c"
    assert in_a_row(["a", "b", "c"], in_chinese()) == "a、b和c"
    assert in_a_row(["a"], in_chinese()) == "a"


def test_a_text_may_begin_with_its_value() -> None:
    """Then no empty run stands before it."""
    text = in_chinese().around("packet.letter.near_decision", "date")
    assert text[0] == ""
    block = around(text, "5", style=Style.URGENT, strong=True)
    assert [run.text for run in block.runs] == ["5", "：即将遣返。请在此日期前作出决定。"]


@pytest.mark.parametrize("channel", ["field_office", "reviewing_official", "opla", "detention_line"])
def test_papers_are_made_of_whole_texts(channel: str) -> None:
    """No brace is left open in any of them, and no place for a value."""
    blank: dict[str, str] = {}
    for language in languages():
        for typed in (None, blank):
            for document in packet_for(intake_for(channel, removal_imminent=True), typed, language).documents:
                assert not set(as_text(document)) & {"{", "}", "\0"}
