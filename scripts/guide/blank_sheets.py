"""The papers blank, to fill in by hand: for people without JavaScript, and for clinics."""

from dataclasses import replace

from wizard.assess import Assessment
from wizard.cards import FIRST_REQUEST_ITEMS, IDENTITY, REVIEW_ITEMS, Card, Channel, Item, Notice
from wizard.languages import SOURCE_LANGUAGE
from wizard.packet.call_script import call_scripts
from wizard.packet.case import Case
from wizard.packet.certificate import blank_certificate
from wizard.packet.checklist import checklist
from wizard.packet.details import Details
from wizard.packet.document import Document
from wizard.packet.letters import letter
from wizard.questions import COURT_REQUESTS, LINE_TOPICS, OFFICER_REQUESTS, Custody, Need
from wizard.wording import Wording

_FORMS = (Item.FORM_G28, Item.FORM_60_001)

_FIELD_OFFICE = Card(
    Channel.FIELD_OFFICE,
    OFFICER_REQUESTS,
    (*FIRST_REQUEST_ITEMS, *_FORMS, Item.WHAT_CHANGED, Item.FORM_I246),
)

_CARDS = (
    _FIELD_OFFICE,
    Card(
        Channel.FIELD_OFFICE_FOLLOW_UP,
        OFFICER_REQUESTS,
        (*IDENTITY, *_FORMS, Item.PROOF_OF_LOCAL_REQUEST, Item.FORM_I246),
    ),
    Card(Channel.FIELD_OFFICE_LEGAL_ACCESS, (Need.LEGAL_ACCESS,), _FORMS),
    Card(Channel.REVIEWING_OFFICIAL, OFFICER_REQUESTS, (*REVIEW_ITEMS, *_FORMS, Item.FORM_I246)),
    Card(Channel.OPLA, COURT_REQUESTS, _FORMS),
)
"""What each letter can ask for, and all that it may need."""

_CALLS = (Card(Channel.DETENTION_LINE, LINE_TOPICS), _FIELD_OFFICE)


type Sheet = tuple[Document, ...]
"""One paper; a letter in English may be followed by the same in another language, to read."""


def blank_papers(say: Wording) -> tuple[Sheet, ...]:
    """Every letter and a letter of support, the translator's certificate, then the calls and the checklist."""
    spoken = (say.english,) if say.language == SOURCE_LANGUAGE else (say.english, say)
    cases = (*map(_blank, _CARDS), _support())
    letters = tuple(tuple(letter(case, each) for each in spoken) for case in cases)
    certificates = tuple(blank_certificate(each) for each in spoken)
    notices = Assessment((), stopped_by=(), notices=(Notice.CURRENCY, Notice.OPLA_DISMISSAL))
    others = (*call_scripts(map(_blank, _CALLS), say), checklist(notices, (), say))
    return (*letters, certificates, *((document,) for document in others))


def _support() -> Case:
    return replace(_blank(Card(Channel.FIELD_OFFICE, OFFICER_REQUESTS, (Item.FORM_60_001,))), support=True)


def _blank(card: Card) -> Case:
    return Case(
        card,
        role=None,
        custody=Custody.UNKNOWN,
        removal_imminent=None,
        details=Details(),
        have=frozenset(),
        places={},
        today=None,
    )
