"""The papers blank, to fill in by hand: for people without JavaScript, and for clinics. For the site's build."""

from wizard.assess import Assessment
from wizard.cards import FIRST_REQUEST_ITEMS, REVIEW_ITEMS, Card, Channel, Item, Notice
from wizard.packet.call_script import call_scripts
from wizard.packet.case import Case
from wizard.packet.checklist import checklist
from wizard.packet.details import Details
from wizard.packet.document import Document
from wizard.packet.letters import letter
from wizard.questions import COURT_REQUESTS, LINE_TOPICS, OFFICER_REQUESTS, Custody, Need
from wizard.wording import SOURCE_LANGUAGE

_FORMS = (Item.FORM_G28, Item.FORM_60_001)

_CARDS = (
    Card(Channel.FIELD_OFFICE, OFFICER_REQUESTS, (*FIRST_REQUEST_ITEMS, *_FORMS)),
    Card(
        Channel.FIELD_OFFICE_FOLLOW_UP,
        OFFICER_REQUESTS,
        (Item.NAME, Item.A_NUMBER, *_FORMS, Item.PROOF_OF_LOCAL_REQUEST),
    ),
    Card(Channel.FIELD_OFFICE_LEGAL_ACCESS, (Need.LEGAL_ACCESS,), _FORMS),
    Card(Channel.REVIEWING_OFFICIAL, OFFICER_REQUESTS, (*REVIEW_ITEMS, *_FORMS)),
    Card(Channel.OPLA, COURT_REQUESTS, _FORMS),
)
"""What each letter can ask for, and all that it may need."""

_CALLS = (Card(Channel.DETENTION_LINE, LINE_TOPICS), _CARDS[0])


type Sheet = tuple[Document, ...]
"""One paper; a letter in English may be followed by the same in another language, to read."""


def blank_papers(language: str) -> tuple[Sheet, ...]:
    """Every letter, then the calls and the checklist."""
    spoken = tuple(dict.fromkeys((SOURCE_LANGUAGE, language)))
    letters = tuple(tuple(letter(_blank(card), each) for each in spoken) for card in _CARDS)
    notices = Assessment((), stop=False, notices=(Notice.CURRENCY, Notice.OPLA_DISMISSAL))
    others = (*call_scripts(map(_blank, _CALLS), language), checklist(notices, (), language))
    return (*letters, *((document,) for document in others))


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
