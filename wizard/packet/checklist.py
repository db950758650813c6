"""One page to keep: what to do, what is in each letter, what to look at before sending, and a log of contacts."""

from collections.abc import Iterator, Sequence

from wizard.assess import Assessment
from wizard.card_view import card_title
from wizard.cards import LETTERS, Before, Beware, Card, Channel, Notice
from wizard.interview import Interlude
from wizard.library import Standing, facts_in
from wizard.packet.case import Case
from wizard.packet.document import Block, Document, Run, Table, body, heading, item, note, tick, title
from wizard.packet.law import TRUTH, cite, cited, law, sentences, warned
from wizard.packet.letter_head import title_of
from wizard.packet.readiness import is_ready, readiness
from wizard.packet.whom_to_call import center_lines, lawyer_today, office_told, while_closed
from wizard.reach import facts_of, laws_of_warning
from wizard.result_order import in_order_of_action
from wizard.wording import Wording

COLUMNS = ("when", "who", "how", "said")
CONTACTS = 3
"""How many contacts the log has room for."""


def checklist(assessment: Assessment, cases: Sequence[Case], say: Wording) -> Document:
    """The checklist and the log, in the reader's language. Without *cases* it is blank: anything may follow."""
    return Document("checklist", say("packet.checklist.title"), say.language, tuple(_blocks(assessment, cases, say)))


def read_first(assessment: Assessment, say: Wording) -> Iterator[str]:
    """What comes before any draft: who we are not, danger, the stop card where it applies, what may have changed."""
    ours = (say("ui.not_government"), say("packet.form.no_substitute"), say("packet.form.no_relationship"))
    yield sentences(say, *ours, say("ui.danger_line"))
    if Before.REMOVAL_NEAR in assessment.before:
        yield _told(Interlude.REMOVAL_NEAR, say)
    if any(Beware.RECORD_KEPT in card.warnings for card in assessment.cards):
        yield warned(Beware.RECORD_KEPT, say)
    if assessment.stop:
        yield _told(Interlude.STOP, say)
    for notice in (notice for notice in assessment.notices if notice is not Notice.NOT_LEGAL_ADVICE):
        yield sentences(say, say("notice", notice.value, "title"), say("notice", notice.value, "text"))


def _told(interlude: Interlude, say: Wording) -> str:
    title = say.join("ended", text=say("interlude", interlude.value, "title"))
    return sentences(say, title, *say.lines("interlude", interlude.value, "text"))


def _blocks(assessment: Assessment, cases: Sequence[Case], say: Wording) -> Iterator[Block | Table]:
    yield title(say("packet.checklist.title"))
    yield from map(note, read_first(assessment, say))
    if assessment.cards:
        yield heading(say("packet.checklist.to_do"))
        yield from lawyer_today(assessment.cards, say)
        for card in (*_dangers(assessment), *in_order_of_action(assessment)):
            offices = [way for case in cases if case.card.channel is card.channel for way in office_told(case, say)]
            yield tick(say.join("parts").join([card_title(card, say), *_reach(card, say), *offices]), ticked=False)
    for case in cases:
        yield from while_closed(case, say)
    yield from center_lines(next((case.center for case in cases if case.center), None), say)
    yield from _stay(assessment, say)
    written = [sheet for case in cases if case.card.channel in LETTERS for sheet in case.sheets]
    for sheet in written:
        yield from _of_letter(sheet, say)
    if written or not cases:
        yield heading(say("packet.checklist.before"))
        yield from (tick(text, ticked=False) for text in say.lines("packet.checklist.lines"))
        yield note(cited(law(TRUTH), say))
    yield heading(say("packet.checklist.log"))
    head = tuple((Run(say("packet.checklist.column", name)),) for name in COLUMNS)
    yield Table(head, (tuple((Run(""),) for _ in COLUMNS),) * CONTACTS)


def _dangers(assessment: Assessment) -> Iterator[Card]:
    """The card that comes before all others, on the screen as a screen of its own."""
    return (card for card in assessment.cards if card.channel is Channel.EMERGENCY)


def _stay(assessment: Assessment, say: Wording) -> Iterator[Block]:
    """What the form of a stay wants, where one is asked for: where, how, at what risk, and what it does not stop."""
    if not any(Beware.STAY_FORM in card.warnings for card in assessment.cards):
        return
    yield heading(say("ui.stay_form"))
    for fact in laws_of_warning(Beware.STAY_FORM):
        yield from (item(f"- {line}") for line in say.lines("law", fact.id))
        yield note(cite(fact, say))


def _of_letter(sheet: Case, say: Wording) -> Iterator[Block]:
    """What is not in a letter, each with a box; and whether it can go."""
    yield heading(title_of(sheet, say))
    points = readiness(sheet)
    for point in (point for point in points if not point.there):
        told = say.join("named", name=say("packet.screen", point.state), value=say(point.text))
        yield tick(told, ticked=False)
    if is_ready(points):
        yield body(say("packet.screen.ready_ours"))


def _reach(card: Card, say: Wording) -> Iterator[str]:
    """The numbers and pages of *card*, several each by its name, marked where we could not confirm them.

    No e-mail address that we could not confirm stands in a paper.
    """
    shown = [facts_in(say.language)[fact.id] for fact in facts_of(card)]
    for fact in shown:
        value = say.apart(fact.value)
        named = say.join("named", name=say("fact", fact.id), value=value) if len(shown) > 1 else value
        if fact.standing is Standing.CONFIRMED:
            yield named
        elif fact.kind != "email":
            checked = say("ui.checked", date=say.day(fact.checked))
            yield f"{named} ({say.join('marked', standing=say('standing', fact.standing.value), checked=checked)})"
