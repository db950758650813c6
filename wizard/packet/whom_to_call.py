"""Offices and centers with their numbers, and what comes before a call, as call scripts and the checklist have them."""

from collections.abc import Iterable, Iterator

from wizard.aspects import asks_only
from wizard.cards import Beware, Card, Channel
from wizard.center_view import center_told
from wizard.centers import Center
from wizard.library import Fact, Standing, facts_in
from wizard.packet.case import Case
from wizard.packet.document import Block, Mark, Run, Style, item, label, note, tick
from wizard.packet.law import cited, law, sentences, warned
from wizard.places import checked, lies_in, lines_of
from wizard.reach import advice_before_contact
from wizard.wording import Wording

COURTS = "stay_by_a_court"
"""What the Board decides, and how it is asked."""

RISK = "stay_risk"
"""What may happen to whoever hands in the form of a stay."""


def office_told(case: Case, say: Wording) -> Iterator[str]:
    """The address and the telephone of the one office of *case*, each with its day, and marked where not confirmed."""
    for name, _, values in lines_of(case.office) if case.office else ():
        for value in values:
            known = checked(value, say)
            if value.standing is not Standing.CONFIRMED:
                known = say.join("marked", standing=say("standing", value.standing.value), checked=known)
            yield f"{say.join('named', name=say('office', name), value=say.apart(value.value))} ({known})"


def center_lines(center: Center | None, say: Wording) -> Iterator[Block]:
    """The place that holds the person, where it is known, and its numbers, each with its mark."""
    if center is None:
        return
    known = center_told(center, say)
    yield label(say.join("list").join((say.apart(center.name), lies_in(center, say))))
    for call in known["numbers"]:
        number = say.join("named", name=call["about"], value=say.apart(call["number"]))
        yield item(f"- {sentences(say, say.join('ended', text=number), call['mark']).strip()}")
    if known["none"]:
        yield item(f"- {known['none']}")


def while_closed(case: Case, say: Wording) -> Iterator[Block]:
    """What can be done while the line is closed: for a call about someone in detention."""
    if case.card.channel is Channel.DETENTION_LINE and not asks_only(case.card):
        yield label(say("ui.line_closed"))
        yield from (item(f"- {line}") for line in say.lines("card.detention_line.closed"))


def before_a_stay(case: Case, say: Wording) -> Iterator[Block]:
    """Before a call about a stay: a lawyer, that ICE may keep who calls, and that who goes there can be held."""
    if case.stay:
        yield Block(Style.URGENT, (Run(say("packet.call.lawyer_first"), Mark.STRONG),))
        yield note(warned(Beware.SENDER_NAMED, say))
        yield note(cited(law(RISK), say))


def lawyer_today(cards: Iterable[Card], say: Wording) -> Iterator[Block]:
    """The first thing to do where a removal is near, or a stay is asked for: a lawyer, and whom a lawyer can ask."""
    if {Beware.STAY_FORM, Beware.REMOVAL_NEAR}.isdisjoint(warning for card in cards for warning in card.warnings):
        return
    where = (say.join("named", name=say("fact", fact.id), value=say.apart(fact.value)) for fact in _lawyers(say))
    yield tick(sentences(say, say("packet.checklist.lawyer_today"), say.join("parts").join(where)), ticked=False)
    yield note(cited(law(COURTS), say))


def _lawyers(say: Wording) -> Iterator[Fact]:
    return (facts_in(say.language)[fact.id] for fact in advice_before_contact())
