"""The head of a letter: what is urgent above all else, its title, where it goes, its subject, and how it opens."""

from collections.abc import Iterator

from wizard.cards import Channel
from wizard.library import Standing
from wizard.office_facts import OplaOffice, Value
from wizard.packet.a_number import told_a_number
from wizard.packet.case import Case
from wizard.packet.document import LONG, MIDDLE, SHORT, Block, Mark, Run, Style, around, body, fixed_row, line
from wizard.packet.phrases import in_a_row, requests_named, told_day
from wizard.places import shown
from wizard.questions import Need
from wizard.wording import Wording

DASH = " - "

SUBJECTS = (
    Channel.FIELD_OFFICE,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.REVIEWING_OFFICIAL,
    Channel.OPLA,
)
"""The letters whose subject names what is asked; that about legal access has no other."""

WITH_PRIORITY = (Channel.FIELD_OFFICE, Channel.FIELD_OFFICE_FOLLOW_UP, Channel.REVIEWING_OFFICIAL)
"""Letters of a case review: R49 names whose cases come first."""


def urgent(case: Case, say: Wording) -> Iterator[Block]:
    """The very first line where a removal is near: on which day, and why the day matters."""
    if case.near:
        waits = case.card.channel is Channel.FIELD_OFFICE_FOLLOW_UP and not case.support
        text = "packet.letter.near_answer" if waits else "packet.letter.near_decision"
        if case.today and case.details.removal_date and case.details.removal_date <= case.today:
            text = "packet.letter.near_removal"
        day = told_day(case.details.removal_date, say)
        yield around(say.around(text, "date"), day, style=Style.URGENT, strong=True)


def title_of(case: Case, say: Wording) -> str:
    """What the letter is; beside the form of a stay, its cover letter."""
    if case.support:
        return say("packet.letter.title.support")
    if not case.stay_handed_in:
        return say("packet.letter.title", case.card.channel.value)
    others = requests_named(_beside_the_stay(case), say)
    cover = say("packet.letter.title.stay")
    return say("packet.letter.title.stay_and", title=cover, what=in_a_row(others, say)) if others else cover


def _beside_the_stay(case: Case) -> tuple[Need, ...]:
    return tuple(need for need in case.card.needs if need is not Need.STAY_OF_REMOVAL)


def address(case: Case, say: Wording) -> Iterator[Block]:
    """The day, and whom the letter goes to."""
    yield fixed_row(say("packet.letter.date"), told_day(case.today, say))
    if case.card.channel is Channel.REVIEWING_OFFICIAL:
        yield fixed_row(say("packet.letter.to"), say("packet.letter.official"))
        return
    lawyers = case.card.channel is Channel.OPLA
    yield fixed_row(say("packet.letter.to"), say("packet.letter.opla" if lawyers else "packet.letter.ero"))
    office = say("packet.letter.lawyers" if lawyers else "packet.letter.office")
    yield fixed_row(office, say.apart(case.office.name) if case.office else "", blank=MIDDLE)
    yield fixed_row(say("packet.letter.address"), say.apart(postal_address(case)), blank=LONG - SHORT)


def postal_address(case: Case) -> str:
    """The address of the one office of *case*, if it is a confirmed fact: in a letter nothing can be marked as less."""
    values = addresses(case)
    return values[0].value if len(values) == 1 and values[0].standing is Standing.CONFIRMED else ""


def addresses(case: Case) -> tuple[Value, ...]:
    """Every address that sources give for the one office of *case*: none where there is no such office."""
    if case.office is None:
        return ()
    if isinstance(case.office, OplaOffice):
        return (case.office.mailing_address or case.office.address,)
    return shown(case.office, "address")


def subject(case: Case, say: Wording) -> str:
    """Detention or a near removal first (R49), then what is asked, and the person's name last. Of one line, always."""
    number = say.apart(told_a_number(case.details.a_number)) if case.details.a_number else ""
    parts = (*_status(case, say), _what_is_asked(case, say), number, case.details.name)
    return DASH.join(part for part in parts if part)


def _status(case: Case, say: Wording) -> Iterator[str]:
    if case.detained or (case.taken and not case.speaks_for_another):
        yield say("packet.letter.detained")
    elif case.taken:
        yield say("packet.letter.taken")
    if case.near:
        day = told_day(case.details.removal_date, say)
        yield say("packet.letter.removal_on", date=day) if day else say("packet.letter.removal")


def _what_is_asked(case: Case, say: Wording) -> str:
    what = "" if _is_in_the_title(case) else say.join("list").join(requests_named(case.card.needs, say))
    if case.support:
        return say("packet.letter.subject_for.support", what=what)
    if what and not case.stay_handed_in:
        return say("packet.letter.subject_for", case.card.channel.value, what=what)
    return title_of(case, say)


def _is_in_the_title(case: Case) -> bool:
    """Whether the title says all that is asked: of legal access, or by its name of a second review and nothing else."""
    second = case.card.channel is Channel.REVIEWING_OFFICIAL and not case.support
    return case.card.channel not in SUBJECTS or (second and case.card.needs == (Need.CASE_REVIEW,))


def subject_row(case: Case, say: Wording) -> Iterator[Block]:
    """The subject, the person's name at its end; on a blank paper, boxes to tick."""
    before = Run(f"{say('packet.letter.subject')} ", Mark.STRONG)
    if case.blank:
        yield Block(Style.ROW, (before, Run(say("packet.letter.detained_box"), Mark.STRONG)))
        if case.card.channel in WITH_PRIORITY:
            yield Block(Style.ROW, (Run(f"{say('packet.letter.removal_box')} ", Mark.STRONG), line(SHORT)))
        return
    name = case.details.name
    whole = subject(case, say)
    ours = whole.removesuffix(name) if name else whole
    yield Block(Style.ROW, (before, Run(ours, Mark.STRONG), *((Run(name, Mark.OWN),) if name else ())))


def opening(case: Case, say: Wording) -> Iterator[Block]:
    """What the letter is for, in a sentence or two."""
    if case.support:
        yield body(say("packet.letter.opening.support"))
        return
    own = say("packet.letter.opening", case.card.channel.value)
    if case.stay_handed_in:
        cover = say("packet.letter.opening.stay")
        told = (cover, own) if _beside_the_stay(case) else (cover,)
    else:
        told = (own, say("packet.letter.stay_form")) if case.stay else (own,)
    yield body(say.join("sentences").join(told))
