"""One page to keep: what to do, what is in each letter, what to look at before sending, and a log of contacts."""

from collections.abc import Iterable, Iterator

from wizard.assess import Assessment
from wizard.cards import Channel, Notice
from wizard.packet.case import Case
from wizard.packet.document import Block, Document, Run, Table, body, heading, note, tick, title
from wizard.packet.fields import LETTERS
from wizard.packet.readiness import readiness
from wizard.wording import Wording, wording

COLUMNS = ("when", "who", "how", "said")
CONTACTS = 5
"""How many contacts the log has room for."""


def checklist(assessment: Assessment, cases: Iterable[Case], language: str) -> Document:
    """The checklist and the log, in the reader's language."""
    say = wording(language)
    return Document("checklist", say("packet.checklist.title"), language, tuple(_blocks(assessment, cases, say)))


def read_first(assessment: Assessment, say: Wording) -> Iterator[str]:
    """What comes before any draft: who we are not, danger, the stop card where it applies, what may have changed."""
    yield f"{say('ui.not_government')} {say('ui.danger_line')}"
    if assessment.stop:
        yield " ".join([say("interlude.stop.title") + ".", *say.lines("interlude", "stop", "text")])
    for notice in (notice for notice in assessment.notices if notice is not Notice.NOT_LEGAL_ADVICE):
        yield f"{say('notice', notice.value, 'title')} {say('notice', notice.value, 'text')}"


def _blocks(assessment: Assessment, cases: Iterable[Case], say: Wording) -> Iterator[Block | Table]:
    yield title(say("packet.checklist.title"))
    yield from map(note, read_first(assessment, say))
    channels = [card.channel.value for card in assessment.cards if card.channel is not Channel.EMERGENCY]
    if channels:
        yield heading(say("packet.checklist.to_do"))
        yield from (tick(say("card", channel, "title"), ticked=False) for channel in channels)
    for case in cases:
        if case.card.channel in LETTERS:
            yield heading(say("packet.letter.title", case.card.channel.value))
            missing = [point for point in readiness(case) if not point.there]
            yield from (tick(f"{say('packet.screen.missing')}: {say(point.text)}", ticked=False) for point in missing)
            if not missing:
                yield body(say("packet.screen.ready_ours"))
    yield heading(say("packet.checklist.before"))
    yield from (tick(text, ticked=False) for text in say.lines("packet.checklist.lines"))
    yield heading(say("packet.checklist.log"))
    head = tuple((Run(say("packet.checklist.column", name)),) for name in COLUMNS)
    yield Table(head, (tuple((Run(""),) for _ in COLUMNS),) * CONTACTS)
