"""What to say on the telephone, to ICE's detention line or to a field office: English beside the reader's language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.aspects import Aspect, aspects, names_nobody, variant
from wizard.cards import Beware, Channel
from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.a_number import told_a_number
from wizard.packet.case import Case
from wizard.packet.document import (
    MIDDLE,
    SHORT,
    Block,
    Cell,
    Document,
    Mark,
    Run,
    Style,
    Table,
    blanks,
    body,
    fixed_row,
    heading,
    item,
    label,
    line,
    note,
    own_words,
    row,
    tick,
    title,
)
from wizard.packet.fields import OFFICE_CALLS
from wizard.packet.law import sentences, warned
from wizard.packet.phrases import told_day
from wizard.packet.whom_to_call import before_a_stay, center_lines, office_told, while_closed
from wizard.questions import Need
from wizard.to_say import interpreter
from wizard.wording import Wording

SENTENCES = NEAR, HELD, FACTS, QUESTION, HELP = "near", "held", "facts", "question", "help"
"""What is said before a removal, of someone held; what happened, or is asked; and what they should do."""

WHOM = ("name", "a_number")
"""Whom the call is about: said of oneself or of another, and never only to be told an address."""

NOTES = ("operator", "reference")
"""What to write down, beside day and hour."""

LINES = 2
"""How many lines to write on there are for what happened, and for what was said."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence to say, in English and in the reader's language, and what the person told to end it with."""

    english: str
    translated: str
    value: Run | None = None


def call_scripts(cases: Iterable[Case], say: Wording) -> tuple[Document, ...]:
    """A script for each telephone that *cases* lead to."""
    callable_ = [case for case in cases if case.card.channel in (Channel.DETENTION_LINE, *OFFICE_CALLS)]
    return tuple(
        Document(_file_name(case), _title(case, say), say.language, tuple(_blocks(case, say))) for case in callable_
    )


def _file_name(case: Case) -> str:
    return f"call-{case.card.channel.value.replace('_', '-')}"


def _title(case: Case, say: Wording) -> str:
    return say("packet.call.title", "detention_line" if _on_the_line(case) else "field_office")


def _on_the_line(case: Case) -> bool:
    return case.card.channel is Channel.DETENTION_LINE


def _wants_an_address(case: Case) -> bool:
    """Whether the call asks where to write, and nothing else: then nobody needs to be named."""
    return case.card.channel is Channel.FIELD_OFFICE and not case.near


def _blocks(case: Case, say: Wording) -> Iterator[Block | Table]:
    yield from before_a_stay(case, say)
    yield title(_title(case, say))
    yield note(sentences(say, say("ui.not_government"), say("ui.danger_line")))
    if _on_the_line(case):
        number = say.join("named", name=say("fact.line_number"), value=say.apart(say.values["line_number"]))
        yield body(sentences(say, say.join("ended", text=number), say("hours.regular")))
    else:
        yield fixed_row(say("packet.letter.office"), say.apart(case.office.name) if case.office else "", blank=MIDDLE)
        yield from (item(f"- {way}") for way in office_told(case, say))
    yield from while_closed(case, say)
    yield from center_lines(case.center, say)
    yield heading(say("packet.call.at_hand"))
    yield from (tick(text, ticked=False) for text in say.lines(*_at_hand(case, say)))
    yield heading(say("packet.call.say"))
    kept = (Beware.RECORD_KEPT,) if case.stay else (Beware.RECORD_KEPT, Beware.SENDER_NAMED)
    yield from (note(warned(warning, say)) for warning in kept if warning in case.card.warnings)
    if _wants_an_address(case):
        yield note(say("packet.call.nameless"))
    if names_nobody(case.card):
        yield note(say("packet.call.nobody", instead=say("question.needs.options", Need.CASE_INFORMATION.value)))
    yield from _side_by_side(_to_say(case, say), say)
    if _on_the_line(case):
        yield from own_words(case.details.facts, empty=LINES)
    yield heading(say("packet.call.ask"))
    asks = zip(_to_ask(case, say.english), _to_ask(case, say), strict=True)
    yield from _side_by_side([*_help(case, say), *(_Sentence(*both) for both in asks)], say)
    yield heading(say("packet.call.write_down"))
    yield blanks((say("packet.call.date"), SHORT), (say("packet.call.time"), SHORT // 2))
    yield from (row(say("packet.call", name), "", blank=MIDDLE) for name in NOTES)
    yield label(say("packet.call.said"))
    yield from own_words((), empty=LINES)


def _at_hand(case: Case, say: Wording) -> tuple[str, ...]:
    if _on_the_line(case):
        return variant(case.card, say, "card", "detention_line", "ready")
    return ("packet", "call", "ready", case.card.channel.value)


def _to_ask(case: Case, say: Wording) -> list[str]:
    """The questions; first of all, where a removal is near, how papers can come in time."""
    first = say.lines("packet.call.asks_near") if case.near else []
    return [*first, *say.lines("packet.call.asks_address" if _wants_an_address(case) else "packet.call.asks")]


def _help(case: Case, say: Wording) -> Iterator[_Sentence]:
    """What the line should do, where something happened."""
    if _on_the_line(case) and Aspect.ASKING not in aspects(case.card):
        yield _sentence(say, HELP, value=line(SHORT))


def _to_say(case: Case, say: Wording) -> Iterator[_Sentence]:
    if say.language != SOURCE_LANGUAGE:
        yield _Sentence(*interpreter(say))
    yield from _near(case, say)
    yield from _about(case, say)
    if _wants_an_address(case):
        return
    if not names_nobody(case.card):
        yield from _whom(case, say)
    if _on_the_line(case):
        yield _sentence(say, QUESTION if Aspect.ASKING in aspects(case.card) else FACTS)


def _whom(case: Case, say: Wording) -> Iterator[_Sentence]:
    """Whom the call is about, and where ICE holds them."""
    details = case.details
    told = (details.name, told_a_number(details.a_number) if details.a_number else "")
    speaker = "of_another" if case.speaks_for_another else "of_oneself"
    for name, value in zip(WHOM, told, strict=True):
        yield _sentence(say, speaker, name, value=Run(value, Mark.OWN) if value else line(SHORT))
    if case.held and case.speaks_for_another:
        center = case.center_name
        yield _sentence(say, HELD, value=Run(center, Mark.OWN) if center else line(SHORT))


def _near(case: Case, say: Wording) -> Iterator[_Sentence]:
    """Before what is asked, that a removal is near, and its day."""
    if case.near:
        day = told_day(case.details.removal_date, say.english)
        yield _sentence(say, NEAR, value=Run(day, language=SOURCE_LANGUAGE) if day else line(SHORT))


def _about(case: Case, say: Wording) -> Iterator[_Sentence]:
    """What the call is for."""
    if _on_the_line(case):
        for need in case.card.needs:
            topic = _sentence(say, "topic", need.value)
            yield _Sentence(f"[ ] {topic.english}", topic.translated) if case.blank else topic
    else:
        handed_in = case.stay_handed_in and not case.support
        purpose = "form_i246" if handed_in else case.card.channel.value
        near = "_near" if case.near and case.card.channel is Channel.FIELD_OFFICE else ""
        yield _sentence(say, "office", f"{purpose}{near}")


def _sentence(say: Wording, *path: str, value: Run | None = None) -> _Sentence:
    return _Sentence(say.english("packet.call", *path), say("packet.call", *path), value)


def _side_by_side(sentences: Iterable[_Sentence], say: Wording) -> Iterator[Block | Table]:
    """Both languages in two columns; for a reader of English, one sentence a line."""
    if say.language == SOURCE_LANGUAGE:
        yield from (Block(Style.ITEM, _cell(sentence.english, sentence.value)) for sentence in sentences)
        return
    head = _cell(say("packet.call.english")), _cell(say("packet.call.your_language"))
    yield Table(
        head,
        tuple(
            (_cell(sentence.english, sentence.value, language=SOURCE_LANGUAGE), _cell(sentence.translated))
            for sentence in sentences
        ),
    )


def _cell(text: str, value: Run | None = None, *, language: str = "") -> Cell:
    return (Run(f"{text} ", language=language), value) if value else (Run(text, language=language),)
