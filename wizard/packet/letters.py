"""The letters: pure functions of a case and a language, from the person's own words and nothing else of theirs.

Never a fact, an argument or a status of our own. The items of a letter stand in the order of ICE's page (R41), its
parts in the order of R46, and whatever is missing is a blank that can be seen.
"""

from collections.abc import Callable, Iterator

from wizard.cards import Channel
from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.case import Case
from wizard.packet.document import Block, Document, fixed_row, heading, item, kept_together, label, note, title
from wizard.packet.letter_earlier import changed, earlier, overlooked, waiting
from wizard.packet.letter_end import end
from wizard.packet.letter_head import address, opening, subject_row, title_of, urgent
from wizard.packet.letter_parts import (
    access,
    court,
    documents,
    enclosures,
    facts,
    facts_with_exhibits,
    request,
    request_words,
)
from wizard.packet.letter_person import identity, person, whereabouts
from wizard.packet.phrases import exhibit_list, requests_named
from wizard.wording import Wording

type Part = Callable[[Case, Wording], Iterator[Block]]


def letter(case: Case, say: Wording) -> Document:
    """The letter of *case*: the one to send in English, in any other language the same to read."""
    name = file_name(case)
    return Document(
        name if say.language == SOURCE_LANGUAGE else to_read(name, say.language),
        title_of(case, say),
        say.language,
        tuple(_blocks(case, say)),
    )


def file_name(case: Case) -> str:
    """The name of a letter's files, which says what it is and the office, and nobody's name."""
    return f"{'support' if case.support else 'letter'}-{case.card.channel.value.replace('_', '-')}"


def to_read(name: str, language: str) -> str:
    """The name of the files of a letter that is not sent: it says so first."""
    return f"to-read-{language}-{name}"


def _blocks(case: Case, say: Wording) -> Iterator[Block]:
    if say.language != SOURCE_LANGUAGE:
        yield note(say("packet.mirror.blank" if case.blank else "packet.mirror.note"))
    yield from urgent(case, say)
    yield title(title_of(case, say))
    yield from address(case, say)
    yield from subject_row(case, say)
    yield from opening(case, say)
    for part in _SUPPORT if case.support else (person, *_PARTS[case.card.channel]):
        yield from part(case, say)
    last = (*enclosures(case, say), *end(case, say))
    yield from last if case.blank else kept_together(last)


def _supported(case: Case, say: Wording) -> Iterator[Block]:
    """Whom and what a letter of support is for."""
    yield heading(say("packet.letter.supported"))
    yield from identity(case, say)
    yield from whereabouts(case, say)
    names = requests_named(case.card.needs, say)
    if case.blank:
        yield fixed_row(say("packet.letter.supported_request"), "")
    elif len(names) > 1:
        yield label(say("packet.letter.supported_request"))
        yield from (item(f"- {name}") for name in names)
    else:
        yield fixed_row(say("packet.letter.supported_request"), *names)


def _known(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.support_facts"))
    yield from facts_with_exhibits(case, say)


def _considered(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.support_request"))
    yield from request_words(case, say)


def _exhibits(case: Case, say: Wording) -> Iterator[Block]:
    yield heading(say("packet.letter.court_documents"))
    yield from exhibit_list(case, say)


_SUPPORT: tuple[Part, ...] = (_supported, _known, _considered, _exhibits)

_REQUEST: tuple[Part, ...] = (facts, request, documents)

_PARTS: dict[Channel, tuple[Part, ...]] = {
    Channel.FIELD_OFFICE: (earlier, changed, *_REQUEST),
    Channel.FIELD_OFFICE_FOLLOW_UP: (waiting,),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: (access,),
    Channel.REVIEWING_OFFICIAL: (earlier, overlooked, *_REQUEST),
    Channel.OPLA: (court,),
}
"""What stands between the identity block and the enclosures."""
