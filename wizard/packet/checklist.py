"""One page to keep: what to do, what is in each letter, what to look at before sending, and a log of contacts."""

from collections.abc import Iterator, Sequence

from wizard.assess import Assessment
from wizard.cards import Card, Notice
from wizard.library import Standing
from wizard.packet.case import Case, share_words
from wizard.packet.document import Block, Document, Run, Table, body, heading, note, tick, title
from wizard.packet.fields import LETTERS
from wizard.packet.readiness import readiness
from wizard.reach import facts_of
from wizard.wording import Wording, wording

COLUMNS = ("when", "who", "how", "said")
CONTACTS = 4
"""How many contacts the log has room for."""


def checklist(assessment: Assessment, cases: Sequence[Case], language: str) -> Document:
    """The checklist and the log, in the reader's language. Without *cases* it is blank: anything may follow."""
    say = wording(language)
    return Document("checklist", say("packet.checklist.title"), language, tuple(_blocks(assessment, cases, say)))


def read_first(assessment: Assessment, say: Wording) -> Iterator[str]:
    """What comes before any draft: who we are not, danger, the stop card where it applies, what may have changed."""
    yield f"{say('ui.not_government')} {say('ui.danger_line')}"
    if assessment.stop:
        yield " ".join([say("interlude.stop.title") + ".", *say.lines("interlude", "stop", "text")])
    for notice in (notice for notice in assessment.notices if notice is not Notice.NOT_LEGAL_ADVICE):
        yield f"{say('notice', notice.value, 'title')} {say('notice', notice.value, 'text')}"


def _blocks(assessment: Assessment, cases: Sequence[Case], say: Wording) -> Iterator[Block | Table]:
    yield title(say("packet.checklist.title"))
    yield from map(note, read_first(assessment, say))
    if assessment.cards:
        yield heading(say("packet.checklist.to_do"))
        for card in assessment.cards:
            yield tick("; ".join([say("card", card.channel.value, "title"), *_reach(card, say)]), ticked=False)
    written = [case for case in cases if case.card.channel in LETTERS]
    for case in written:
        yield heading(say("packet.letter.title", case.card.channel.value))
        missing = [point for point in readiness(case) if not point.there]
        yield from (tick(f"{say('packet.screen.missing')}: {say(point.text)}", ticked=False) for point in missing)
        if not missing:
            yield body(say("packet.screen.ready_ours"))
    if written or not cases:
        yield heading(say("packet.checklist.before"))
        shared = [say("packet.screen.shared")] if share_words(cases) else []
        yield from (tick(text, ticked=False) for text in (*shared, *say.lines("packet.checklist.lines")))
    yield heading(say("packet.checklist.log"))
    head = tuple((Run(say("packet.checklist.column", name)),) for name in COLUMNS)
    yield Table(head, (tuple((Run(""),) for _ in COLUMNS),) * CONTACTS)


def _reach(card: Card, say: Wording) -> Iterator[str]:
    """The numbers and pages of *card*, marked where we could not confirm them; no e-mail address stands in a paper."""
    for fact in facts_of(card):
        if fact.standing is Standing.CONFIRMED:
            yield fact.value
        elif fact.kind != "email":
            checked = say("ui.checked", date=say.day(fact.checked))
            yield f"{fact.value} ({say('standing', fact.standing.value)}; {checked})"
