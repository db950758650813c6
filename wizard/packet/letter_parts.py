"""The parts of a request in the order of R46: facts, what is asked, documents; for ICE's lawyers without numbers."""

from collections.abc import Iterator

from wizard.cards import Channel, Item
from wizard.packet.case import Case
from wizard.packet.document import Block, body, fixed_row, heading, label, own_words, tick
from wizard.packet.fields import PAPERS
from wizard.packet.phrases import asked_for, exhibit_list, exhibits_named, translation_attached
from wizard.questions import Need
from wizard.wording import Wording

FACTS_LINES, REQUEST_LINES = 6, 3
"""How many lines to write on a blank part has."""

WITH_EXHIBITS = (Channel.FIELD_OFFICE, Channel.REVIEWING_OFFICIAL, Channel.OPLA)


def facts(case: Case, say: Wording) -> Iterator[Block]:
    """The facts of the case."""
    yield heading(say("packet.letter.facts"))
    yield from facts_with_exhibits(case, say)


def facts_with_exhibits(case: Case, say: Wording) -> Iterator[Block]:
    """The facts as they were typed, and right below them which exhibits show them; or lines with room for both."""
    told = case.details.facts
    yield from own_words(told, empty=FACTS_LINES, beside=say("packet.letter.exhibit_beside"))
    if told:
        yield fixed_row(say("packet.letter.facts_exhibits"), exhibits_named(len(case.details.exhibits), say))
    yield from translation_attached(case, say, told)


def request(case: Case, say: Wording) -> Iterator[Block]:
    """What is asked for: the forms of discretion by name, and the person's own words."""
    yield heading(say("packet.letter.request"))
    alone = case.card.needs == (Need.CASE_REVIEW,)
    yield from [body(say("packet.letter.review_lead"))] if alone else asked_for(case, say, "request_lead")
    yield from request_words(case, say)


def request_words(case: Case, say: Wording) -> Iterator[Block]:
    """The person's own words of what is asked."""
    yield from own_words(case.details.request, empty=REQUEST_LINES)
    yield from translation_attached(case, say, case.details.request)


def documents(case: Case, say: Wording) -> Iterator[Block]:
    """The list of exhibits."""
    yield heading(say("packet.letter.documents"))
    yield from exhibit_list(case, say)


def court(case: Case, say: Wording) -> Iterator[Block]:
    """The page says nothing of a request to ICE's lawyers; the same three parts, without its numbers."""
    yield heading(say("packet.letter.court_facts"))
    yield from facts_with_exhibits(case, say)
    yield heading(say("packet.letter.court_request"))
    yield from asked_for(case, say, "court_lead")
    yield from request_words(case, say)
    yield heading(say("packet.letter.court_documents"))
    yield from exhibit_list(case, say)


def access(case: Case, say: Wording) -> Iterator[Block]:
    """A problem of legal access."""
    yield heading(say("packet.letter.access"))
    yield body(say("packet.letter.access_lead"))
    yield label(say("packet.letter.access_facts"))
    yield from own_words(case.details.facts, empty=FACTS_LINES)
    yield from translation_attached(case, say, case.details.facts)


def enclosures(case: Case, say: Wording) -> Iterator[Block]:
    """Papers to put in: ticked where the person says that they are there, and to tick by hand where not."""
    lines = (*_papers(case, say), *_others(case, say))
    if lines:
        yield heading(say("packet.letter.enclosures"))
        yield from lines


def _papers(case: Case, say: Wording) -> Iterator[Block]:
    for paper in (paper for paper in PAPERS if paper in case.card.include):
        filed = paper is Item.FORM_I246 and case.card.channel is not Channel.FIELD_OFFICE
        name = "form_i246_filed" if filed else paper.value
        yield tick(say("packet.letter.enclosed", name), ticked=paper in case.have)


def _others(case: Case, say: Wording) -> Iterator[Block]:
    """What only the person can tick by hand; exhibits that are listed; what goes with the form of a stay."""
    exhibits = case.support or case.card.channel in WITH_EXHIBITS
    handed_in = Item.FORM_I246 in case.card.include and case.card.channel is Channel.FIELD_OFFICE
    holds = {
        "identity_papers": handed_in,
        "form_i247a": Need.CANCEL_DETAINER in case.card.needs and not case.support,
        "exhibits": exhibits,
        "translation": case.translated and bool(case.details.own_words),
        "exhibits_translated": exhibits and (bool(case.details.exhibits) or case.blank) and not case.translated,
    }
    told = {
        "identity_papers": Item.FORM_I246 in case.have,  # the box of the form stands for both
        "exhibits": bool(case.details.exhibits),
    }
    named = (name for name, holds_ in holds.items() if holds_)
    return (tick(say("packet.letter.enclosed", name), ticked=told.get(name, False)) for name in named)


OTHER_ENCLOSURES = (
    "form_i246_filed",
    "identity_papers",
    "form_i247a",
    "exhibits",
    "translation",
    "exhibits_translated",
)
"""The enclosures that are no items of a card, by the ids of their texts."""
