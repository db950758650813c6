"""Why a card says what it says: every rule that was consulted, and ICE's own sentences behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wizard.afterwards import AFTER_STATEMENTS
from wizard.aspects import variant
from wizard.cards import Card, statements_of
from wizard.engine import RULES, Consulted
from wizard.library import statements
from wizard.wording import Wording


@dataclass(frozen=True)
class Reason:
    """One rule or warning with ICE's sentences that it rests on and that were not quoted before it."""

    text: str
    holds: bool | None
    sentences: tuple[tuple[str, str], ...]
    silent: bool


def reasons_of(card: Card, say: Wording) -> Iterator[Reason]:
    """Every rule consulted, also those that said no; then every warning, and what comes next. Each sentence once."""
    quoted: set[str] = set()
    for consulted in card.because:
        text = say("rule", consulted.rule, "yes" if consulted.result else "no")
        yield _reason(text, consulted, quoted, say)
    for beware in card.warnings:
        consulted = Consulted(beware.value, True, statements_of(beware, card.channel))
        reason = _reason(say(*variant(card, say, "beware", beware.value, "lead")), consulted, quoted, say)
        if reason.sentences or reason.silent:
            yield reason
    if card.channel in AFTER_STATEMENTS:
        after = Consulted("what_comes_next", True, AFTER_STATEMENTS[card.channel])
        yield _reason(say("ui.what_next"), after, quoted, say)


def _reason(text: str, consulted: Consulted, quoted: set[str], say: Wording) -> Reason:
    sentences: list[tuple[str, str]] = []
    silent = False
    for identity in consulted.statements:
        statement = statements()[identity]
        silent = silent or statement.silence
        if statement.sentence and statement.sentence not in quoted:
            quoted.add(statement.sentence)
            sentences.append((statement.sentence, say("ice", identity) if say.has("ice", identity) else ""))
    holds = consulted.result if consulted.rule in RULES else None
    return Reason(text, holds, tuple(sentences), silent)
