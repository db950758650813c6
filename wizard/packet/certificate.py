"""The translator's certificate (8 CFR 103.2(b)(3)): a block for the words of each letter, and one for each exhibit.

Each block stands by itself, so that it can be cut off and go with the paper that it is for.
"""

from collections.abc import Iterable, Iterator

from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.a_number import told_a_number
from wizard.packet.case import Case
from wizard.packet.details import Details
from wizard.packet.document import (
    LONG,
    MIDDLE,
    SHORT,
    Block,
    Document,
    Mark,
    Run,
    Style,
    around,
    blanks,
    fixed_row,
    heading,
    kept_together,
    line,
    note,
    row,
    title,
)
from wizard.packet.letter_end import sign
from wizard.packet.letter_head import title_of
from wizard.packet.letters import to_read
from wizard.packet.phrases import exhibits_named
from wizard.wording import Wording

NAME = "translator-certificate"

BLANK_EXHIBITS = 2
"""How many blocks for exhibits a blank certificate has."""


def certificate(sheets: Iterable[Case], say: Wording) -> Document | None:
    """The certificate for the own words in *sheets*, in English; None where nothing has to be translated."""
    told = [case for case in sheets if case.translated and case.details.own_words]
    blocks = [block for case in told for block in _of_letter(case, say)]
    return _document(blocks, say) if blocks else None


def blank_certificate(say: Wording) -> Document:
    """The certificate with nothing filled in; in any language but English, to read."""
    blocks = [*_block(say("packet.certificate.of_words"), None, Details(), say)]
    for _ in range(BLANK_EXHIBITS):
        blocks += _block(say("packet.certificate.of_exhibit"), None, Details(), say)
    return _document(blocks, say)


def _document(blocks: Iterable[Block], say: Wording) -> Document:
    name = say("packet.certificate.title")
    mirror = say.language != SOURCE_LANGUAGE
    first = [note(say("packet.certificate.to_read"))] if mirror else []
    lead = note(say("packet.certificate.each"))
    file = to_read(NAME, say.language) if mirror else NAME
    return Document(file, name, say.language, (*first, title(name), lead, *blocks))


def _of_letter(case: Case, say: Wording) -> Iterator[Block]:
    letter = Run(title_of(case, say))
    yield from _block(say("packet.certificate.of_words"), letter, case.details, say)
    for number, exhibit in enumerate(case.details.exhibits):
        named = exhibits_named(1, say, number)
        yield from _block(f"{say('packet.certificate.of_exhibit')} {named}", Run(exhibit, Mark.OWN), case.details, say)


def _block(about: str, what: Run | None, person: Details, say: Wording) -> Iterator[Block]:
    number = told_a_number(person.a_number) if person.a_number else ""
    yield heading(about)
    yield from kept_together(
        (
            Block(Style.ROW, (Run(f"{say('packet.certificate.paper')} ", Mark.STRONG), what or line(MIDDLE))),
            row(say("packet.certificate.person"), say.join("list").join(filter(None, (number, person.name)))),
            around(say.around("packet.certificate.competent", "language"), ""),
            sign(say),
            fixed_row(say("packet.letter.printed"), "", blank=MIDDLE),
            blanks((say("packet.certificate.address"), LONG - SHORT)),
        )
    )
