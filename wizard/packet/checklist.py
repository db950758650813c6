"""One page to keep: what to do, what is in each letter, what to look at before sending, and a log of contacts."""

from collections.abc import Iterable, Iterator

from wizard.assess import Assessment
from wizard.cards import Channel, Notice
from wizard.packet.case import Case
from wizard.packet.document import Block, Document, Run, Table, heading, note, tick, title
from wizard.packet.fields import LETTERS
from wizard.packet.readiness import readiness
from wizard.wording import Wording, wording

COLUMNS = ("when", "who", "how", "said")
CONTACTS = 6
"""How many contacts the log has room for."""


def checklist(assessment: Assessment, cases: Iterable[Case], language: str) -> Document:
    """The checklist and the log, in the reader's language."""
    say = wording(language)
    return Document("checklist", say("packet.checklist.title"), language, tuple(_blocks(assessment, cases, say)))


def _blocks(assessment: Assessment, cases: Iterable[Case], say: Wording) -> Iterator[Block | Table]:
    yield title(say("packet.checklist.title"))
    for notice in (notice for notice in assessment.notices if notice is not Notice.NOT_LEGAL_ADVICE):
        yield note(f"{say('notice', notice.value, 'title')} {say('notice', notice.value, 'text')}")
    yield heading(say("packet.checklist.to_do"))
    for card in assessment.cards:
        if card.channel is not Channel.EMERGENCY:
            yield tick(say("card", card.channel.value, "title"), ticked=False)
    for case in cases:
        points = readiness(case) if case.card.channel in LETTERS else ()
        if points:
            yield heading(say("packet.letter.title", case.card.channel.value))
            yield from (tick(say(point.text), ticked=point.there) for point in points)
    yield heading(say("packet.checklist.before"))
    yield from (tick(text, ticked=False) for text in say.lines("packet.checklist.lines"))
    yield heading(say("packet.checklist.log"))
    head = tuple((Run(say("packet.checklist.column", name)),) for name in COLUMNS)
    yield Table(head, (tuple((Run(""),) for _ in COLUMNS),) * CONTACTS)
    yield note(f"{say('ui.not_government')} {say('ui.danger_line')}")
