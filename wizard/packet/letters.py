"""The letters: pure functions of a case and a language, from the person's own words and nothing else of theirs.

Never a fact, an argument or a status of our own. The items of a letter stand in the order of ICE's page (R41), its
parts in the order of R46, and whatever is missing is a blank that can be seen.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from wizard.cards import Channel, Item
from wizard.library import Standing
from wizard.office_facts import OplaOffice, Value
from wizard.packet.a_number import told_a_number
from wizard.packet.case import Case
from wizard.packet.countries import country_in
from wizard.packet.details import PARTS
from wizard.packet.document import (
    LONG,
    MIDDLE,
    SHORT,
    Block,
    Document,
    Mark,
    Run,
    Style,
    blanks,
    body,
    fixed_row,
    heading,
    item,
    kept_together,
    label,
    line,
    note,
    own_words,
    row,
    tick,
    title,
)
from wizard.packet.fields import ORGANIZED, PAPERS, Field
from wizard.places import shown, told
from wizard.questions import Custody, Need, Role
from wizard.wording import SOURCE_LANGUAGE, Wording, wording

FACTS_LINES, REQUEST_LINES, EXHIBIT_LINES = 6, 3, 3
"""How many lines to write on a blank part has."""

DASH = " - "

type Part = Callable[[Case, Wording], Iterator[Block]]


def letter(case: Case, language: str) -> Document:
    """The letter of *case*: the one to send in English, in any other *language* the same to read."""
    say = wording(language)
    channel = case.card.channel
    name = file_name(channel)
    return Document(
        name if language == SOURCE_LANGUAGE else f"{name}-{language}",
        say("packet.letter.title", channel.value),
        language,
        tuple(_blocks(case, say)),
    )


def file_name(channel: Channel) -> str:
    """The name of a letter's files, which says the office and nobody's name."""
    return f"letter-{channel.value.replace('_', '-')}"


def subject(case: Case, say: Wording) -> str:
    """The subject line: detention or a near removal first (R49), and the person's name last. Of one line, always."""
    status = [say("packet.letter", name) for name, holds in _status(case) if holds]
    number = told_a_number(case.details.a_number) if case.details.a_number else ""
    parts = (*status, say("packet.letter.title", case.card.channel.value), number, case.details.name)
    return DASH.join(part for part in parts if part)


def _status(case: Case) -> tuple[tuple[str, bool], ...]:
    return (("detained", case.detained), ("removal", bool(case.removal_imminent)))


def _blocks(case: Case, say: Wording) -> Iterator[Block]:
    if say.language != SOURCE_LANGUAGE:
        yield note(say("packet.mirror.note"))
    yield title(say("packet.letter.title", case.card.channel.value))
    yield from _address(case, say)
    yield from _subject(case, say)
    yield body(say("packet.letter.opening", case.card.channel.value))
    yield from _person(case, say)
    for part in _PARTS[case.card.channel]:
        yield from part(case, say)
    yield from _enclosures(case, say)
    yield from _signature(case, say)


def _address(case: Case, say: Wording) -> Iterator[Block]:
    yield fixed_row(say("packet.letter.date"), _told_day(case.today, say))
    if case.card.channel is Channel.REVIEWING_OFFICIAL:
        yield fixed_row(say("packet.letter.to"), say("packet.letter.official"))
        return
    lawyers = case.card.channel is Channel.OPLA
    part = say("packet.letter.opla" if lawyers else "packet.letter.ero")
    yield fixed_row(say("packet.letter.to"), f"{say('packet.letter.ice')}, {part}")
    office = say("packet.letter.lawyers" if lawyers else "packet.letter.office")
    yield fixed_row(office, case.office.name if case.office else "", blank=MIDDLE)
    yield fixed_row(say("packet.letter.address"), postal_address(case), blank=LONG - SHORT)


def postal_address(case: Case) -> str:
    """The address of the one office of *case*, if it is a confirmed fact: in a letter nothing can be marked as less."""
    if case.office is None:
        return ""
    if isinstance(case.office, OplaOffice):
        values: tuple[Value, ...] = (case.office.mailing_address or case.office.address,)
    else:
        values = shown(case.office, "address")
    return values[0].value if len(values) == 1 and values[0].standing is Standing.CONFIRMED else ""


def _subject(case: Case, say: Wording) -> Iterator[Block]:
    before = Run(f"{say('packet.letter.subject')} ", Mark.STRONG)
    if case.blank:
        yield Block(Style.ROW, (before, Run(say("packet.letter.detained_box"), Mark.STRONG)))
    else:
        name = case.details.name
        whole = subject(case, say)
        ours = whole.removesuffix(name) if name else whole
        yield Block(Style.ROW, (before, Run(ours, Mark.STRONG), *((Run(name, Mark.OWN),) if name else ())))
    if case.card.channel in _WITH_PRIORITY and case.removal_imminent is None:
        yield Block(Style.ROW, (Run(f"{say('packet.letter.removal_box')} ", Mark.STRONG), line(SHORT)))


def _person(case: Case, say: Wording) -> Iterator[Block]:
    """The identity block, in the order of the page."""
    yield heading(say("packet.letter.person"))
    details, include = case.details, {Item.NAME, Item.A_NUMBER, *case.card.include}
    values = {
        Item.NAME: details.name,
        Item.A_NUMBER: told_a_number(details.a_number) if details.a_number else "",
        Item.DATE_OF_BIRTH: _told_day(details.date_of_birth, say),
        Item.COUNTRY_OF_BIRTH: country_in(say.language, details.country_of_birth),
        Item.TELEPHONE: details.telephone,
        Item.EMAIL: say("packet.letter.no_email") if details.no_email else details.email,
    }
    for entry, value in values.items():
        if entry in include:
            yield row(say("packet.letter.row", entry.value), value)
    if case.card.channel is Channel.OPLA:
        yield fixed_row(say("packet.letter.court"), told(case.place, say) if case.place.get("court") else "")
    elif case.custody in _HELD or case.blank:
        yield fixed_row(say("packet.letter.facility"), "", blank=MIDDLE)
        yield fixed_row(say("packet.letter.held"), told(case.place, say))
    if Item.DISCRETION_SOUGHT in include:
        yield from _sought(case, say)


def _sought(case: Case, say: Wording) -> Iterator[Block]:
    """The form of discretion; a review by itself names none, so the person's own words in the second part do."""
    forms = [need for need in case.card.needs if need is not Need.CASE_REVIEW]
    if forms or case.blank:
        yield from _asked_for(case, say, "sought", forms)
    else:
        yield fixed_row(say("packet.letter.sought"), say("packet.letter.sought_below"))


def _earlier(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.earlier"))
    yield body(say("packet.letter.prior"), keep=True)
    yield fixed_row(say("packet.letter.prior_office"), "", blank=MIDDLE)
    yield from _request_date(case, say)
    yield fixed_row(say("packet.letter.prior_answer"), _told_day(case.answered_on, say))
    yield label(say("packet.letter.outcome"))
    yield from own_words(case.details.local_outcome, empty=2)


def _request_date(case: Case, say: Wording) -> Iterator[Block]:
    yield fixed_row(say("packet.letter.prior_date"), _told_day(case.details.local_request_date, say))


def _told_day(day: date | None, say: Wording) -> str:
    return say.day(day) if day else ""


def _overlooked(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.overlooked"))
    parts = PARTS[Field.OVERLOOKED_FACTORS]
    for part, lines in zip(parts, case.details.overlooked_factors or ((),) * len(parts), strict=True):
        yield label(say("packet.letter", f"overlooked_{part}"))
        yield from own_words(lines, empty=1)


def _facts(case: Case, say: Wording) -> Iterator[Block]:
    changed = Item.WHAT_CHANGED in case.card.include
    yield heading(say("packet.letter.facts_new" if changed else "packet.letter.facts"))
    if changed:
        yield from _request_date(case, say)
        yield fixed_row(say("packet.letter.prior_answer"), _told_day(case.answered_on, say))
    yield from own_words(case.details.facts, empty=FACTS_LINES)


def _request(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.request"))
    alone = case.card.needs == (Need.CASE_REVIEW,)
    yield from [body(say("packet.letter.review_lead"))] if alone else _asked_for(case, say, "request_lead")
    yield from own_words(case.details.request, empty=REQUEST_LINES)


def _documents(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.documents"))
    yield from _exhibits(case, say)


def _court(case: Case, say: Wording) -> Iterator[Block]:
    """The page says nothing of a request to ICE's lawyers; the same three parts, without its numbers."""
    yield heading(say("packet.letter.court_facts"))
    yield from own_words(case.details.facts, empty=FACTS_LINES)
    yield heading(say("packet.letter.court_request"))
    yield from _asked_for(case, say, "court_lead")
    yield from own_words(case.details.request, empty=REQUEST_LINES)
    yield heading(say("packet.letter.court_documents"))
    yield from _exhibits(case, say)


def _asked_for(case: Case, say: Wording, lead: str, needs: Iterable[Need] = ()) -> Iterator[Block]:
    """What is asked for: of *needs*, or else of all; more than one stand in a list, so that none swallows another."""
    names = [say("packet.letter.need", need.value) for need in needs or case.card.needs]
    if case.blank:
        yield label(say("packet.letter", f"{lead}_boxes"))
        yield from (tick(name, ticked=False) for name in names)
    elif len(names) > 1:
        yield label(say("packet.letter", f"{lead}_several"))
        yield from (item(f"- {name}") for name in names)
    else:
        yield fixed_row(say("packet.letter", lead), *names)


def _exhibits(case: Case, say: Wording) -> Iterator[Block]:
    papers = case.details.exhibits or ("",) * EXHIBIT_LINES
    for number, paper in enumerate(papers):
        yield row(say("packet.letter.exhibit", letter=exhibit_letter(number)), paper, blank=LONG - SHORT + 8)


def exhibit_letter(number: int) -> str:
    """The letter of an exhibit, counted from 0: A to Z, then AA, AB."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _waiting(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.waiting"))
    yield body(say("packet.letter.waiting_lead"))
    yield from _request_date(case, say)
    yield from _asked_for(case, say, "waiting_about")


def _access(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.access"))
    yield body(say("packet.letter.access_lead"))
    yield label(say("packet.letter.access_facts"))
    yield from own_words(case.details.facts, empty=FACTS_LINES)


def _enclosures(case: Case, say: Wording) -> Iterator[Block]:
    """Papers to put in: ticked where the person says that they are there, and to tick by hand where not."""
    papers = [paper for paper in PAPERS if paper in case.card.include]
    exhibits = case.card.channel in _WITH_EXHIBITS
    if not papers and not exhibits:
        return
    yield heading(say("packet.letter.enclosures"))
    yield from kept_together(
        (
            *(tick(say("packet.letter.enclosed", paper.value), ticked=paper in case.have) for paper in papers),
            *([tick(say("packet.letter.enclosed_exhibits"), ticked=False)] if exhibits else ()),
        )
    )


def _signature(case: Case, say: Wording) -> Iterator[Block]:
    if case.speaks_for_another:
        yield heading(say("packet.letter.writer"))
        yield from kept_together(_writer(case, say))
    signer = case.details.sender_name if case.speaks_for_another else case.details.name
    reply = case.role is Role.SELF and Item.TELEPHONE not in case.card.include
    rows = [row(say("packet.letter.reply"), "", blank=MIDDLE)] if reply else []
    rows += [_sign(say), row(say("packet.letter.printed"), signer, blank=MIDDLE)]
    yield from kept_together(rows)
    yield heading(say("packet.letter.interpreter"))
    known = blanks((say("packet.letter.interpreter_language"), SHORT // 2), (say("packet.letter.printed"), SHORT))
    yield from kept_together((body(say("packet.letter.interpreter_text")), known, _sign(say)))


def _writer(case: Case, say: Wording) -> Iterator[Block]:
    yield row(say("packet.letter.row.sender_name"), case.details.sender_name, blank=MIDDLE)
    if case.role is None or case.role in ORGANIZED:
        yield row(say("packet.letter.row.sender_organization"), case.details.sender_organization, blank=MIDDLE)
    if case.role:
        yield fixed_row(say("packet.letter.row.capacity"), say("packet.letter.capacity", case.role.value))
    else:
        yield label(say("packet.letter.row.capacity"))
        yield from (tick(say("packet.letter.capacity", role.value), ticked=False) for role in Role)
    yield fixed_row(say("packet.letter.writer_reply"), "", blank=MIDDLE)


def _sign(say: Wording) -> Block:
    return blanks((say("packet.letter.signature"), MIDDLE), (say("packet.letter.date"), SHORT), style=Style.SIGN)


LEADS = ("sought", "request_lead", "court_lead", "waiting_about")
"""What stands before the forms of discretion; each has a text for a paper with boxes too."""

_REQUEST_PARTS: tuple[Part, ...] = (_facts, _request, _documents)

_WITH_EXHIBITS = (Channel.FIELD_OFFICE, Channel.REVIEWING_OFFICIAL, Channel.OPLA)

_WITH_PRIORITY = (Channel.FIELD_OFFICE, Channel.FIELD_OFFICE_FOLLOW_UP, Channel.REVIEWING_OFFICIAL)
"""Letters of a case review: R49 names whose cases come first."""

_HELD = (Custody.ICE_DETENTION, Custody.JAIL_WITH_DETAINER)
"""Where the person is in a place with a name."""

_PARTS: dict[Channel, tuple[Part, ...]] = {
    Channel.FIELD_OFFICE: _REQUEST_PARTS,
    Channel.FIELD_OFFICE_FOLLOW_UP: (_waiting,),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: (_access,),
    Channel.REVIEWING_OFFICIAL: (_earlier, _overlooked, *_REQUEST_PARTS),
    Channel.OPLA: (_court,),
}
"""What stands between the identity block and the enclosures."""
