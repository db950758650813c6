"""What an assessment is made of: channels, items, warnings, notices and cards; and what each rests on."""

from dataclasses import dataclass
from enum import StrEnum

from wizard.engine import Consulted
from wizard.questions import Need


class Channel(StrEnum):
    """Where a request goes, in the order in which to act."""

    EMERGENCY = "emergency"
    DETENTION_LINE = "detention_line"
    FIELD_OFFICE = "field_office"
    FIELD_OFFICE_FOLLOW_UP = "field_office_follow_up"
    FIELD_OFFICE_LEGAL_ACCESS = "field_office_legal_access"
    REVIEWING_OFFICIAL = "reviewing_official"
    NO_BASIS_FOR_REVIEWING_OFFICIAL = "no_basis_for_reviewing_official"
    OPLA = "opla"
    OUTSIDE = "outside"


LETTERS = (
    Channel.FIELD_OFFICE,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.FIELD_OFFICE_LEGAL_ACCESS,
    Channel.REVIEWING_OFFICIAL,
    Channel.OPLA,
)
"""The channels that a letter goes to."""


class Item(StrEnum):
    """What a request should hold or bring, in the order of ICE's page."""

    NAME = "name"
    A_NUMBER = "a_number"
    DATE_OF_BIRTH = "date_of_birth"
    COUNTRY_OF_BIRTH = "country_of_birth"
    TELEPHONE = "telephone"
    EMAIL = "email"
    DISCRETION_SOUGHT = "discretion_sought"
    PRIOR_REQUEST_STATEMENT = "prior_request_statement"
    PRIOR_REQUEST_OUTCOME = "prior_request_outcome"
    COPY_OF_LOCAL_REQUEST = "copy_of_local_request"
    COPY_OF_LOCAL_RESPONSE = "copy_of_local_response"
    FACTS_SUMMARY = "facts_summary"
    REQUEST_STATED = "request_stated"
    SUPPORTING_DOCUMENTS = "supporting_documents"
    FORM_G28 = "form_g28"
    FORM_60_001 = "form_60_001"
    PROOF_OF_LOCAL_REQUEST = "proof_of_local_request"
    WHAT_CHANGED = "what_changed"
    PROOF_NOT_SEEN = "proof_not_seen"
    FORM_I246 = "form_i246"


class Beware(StrEnum):
    """What to beware of: what is never promised first, and then the most pressing."""

    EMERGENCY = "emergency"
    NO_GUARANTEE = "no_guarantee"
    REMOVAL_NEAR = "removal_near"
    STAY_FORM = "stay_form"
    RECORD_KEPT = "record_kept"
    SENDER_NAMED = "sender_named"
    INTERPRETATION = "interpretation"
    LOCAL_FIRST = "local_first"
    LEGAL_ACCESS = "legal_access"
    WINDOW = "window"
    SINCE_2025 = "since_2025"
    CHANGED_FACTS = "changed_facts"
    NO_RESPONSE_YET = "no_response_yet"
    SRO_GATE = "sro_gate"
    NOT_SRO = "not_sro"
    NOT_OPLA = "not_opla"
    REJECT = "reject"
    THIRD_PARTY = "third_party"
    PRIORITY = "priority"
    TIMING_DETAINED = "timing_detained"
    TIMING = "timing"
    GENERAL_CONDITIONS = "general_conditions"
    GEOGRAPHY = "geography"
    RIGHT_OFFICE = "right_office"
    HOURS = "hours"
    OUTSIDE = "outside"


class Notice(StrEnum):
    """What stands over a whole result."""

    CURRENCY = "currency"
    OPLA_DISMISSAL = "opla_dismissal"
    NOT_LEGAL_ADVICE = "not_legal_advice"


class Before(StrEnum):
    """What is shown ahead of all cards, in this order."""

    EMERGENCY = "emergency"
    REMOVAL_NEAR = "removal_near"
    STOP = "stop"


BEWARE_STATEMENTS: dict[Beware, tuple[str, ...]] = {
    Beware.EMERGENCY: ("R6", "R52"),
    Beware.NO_GUARANTEE: ("R27", "R52"),
    Beware.REMOVAL_NEAR: ("R52",),
    Beware.STAY_FORM: ("R52",),
    Beware.RECORD_KEPT: ("R52",),
    Beware.SENDER_NAMED: ("R52",),
    Beware.INTERPRETATION: ("R52",),
    Beware.LOCAL_FIRST: ("R21", "R24", "R28"),
    Beware.LEGAL_ACCESS: ("R16",),
    Beware.WINDOW: ("R30", "R31", "R32"),
    Beware.SINCE_2025: ("R19",),
    Beware.CHANGED_FACTS: ("R44", "R45"),
    Beware.NO_RESPONSE_YET: ("R24", "R41", "R42", "R43"),
    Beware.SRO_GATE: ("R24", "R25"),
    Beware.NOT_SRO: ("R33", "R35"),
    Beware.NOT_OPLA: ("R36",),
    Beware.REJECT: ("R41", "R42", "R43"),
    Beware.THIRD_PARTY: ("R38", "R39"),
    Beware.PRIORITY: ("R49",),
    Beware.TIMING_DETAINED: ("R50",),
    Beware.TIMING: ("R52", "R48"),
    Beware.GENERAL_CONDITIONS: ("R47",),
    Beware.GEOGRAPHY: ("R23",),
    Beware.RIGHT_OFFICE: ("R37",),
    Beware.HOURS: ("R6",),
    Beware.OUTSIDE: ("R1",),
}
"""What of ICE's page each warning rests on; what it says nothing of, on R52, and on a law (`wizard.reach`)."""

_OFFICIAL_TIMING = ("R48",)
"""What ICE's page says of times, it says of the reviewing official; of the local office it says nothing."""

IDENTITY = (
    Item.NAME,
    Item.A_NUMBER,
    Item.DATE_OF_BIRTH,
    Item.COUNTRY_OF_BIRTH,
    Item.TELEPHONE,
    Item.EMAIL,
    Item.DISCRETION_SOUGHT,
)
"""What there can be before a first answer (C9 of the rules)."""

_NINE = (*IDENTITY, Item.PRIOR_REQUEST_STATEMENT, Item.PRIOR_REQUEST_OUTCOME)
"""What ICE's page asks for at a minimum (R41)."""

_THREE_PARTS = (Item.FACTS_SUMMARY, Item.REQUEST_STATED, Item.SUPPORTING_DOCUMENTS)
"""The parts of a request (R46)."""

FIRST_REQUEST_ITEMS = (*IDENTITY, *_THREE_PARTS)

REVIEW_ITEMS = (*_NINE, Item.COPY_OF_LOCAL_REQUEST, Item.COPY_OF_LOCAL_RESPONSE, *_THREE_PARTS)
"""The nine items, the two copies, and the three parts of a request."""

ITEM_STATEMENTS: dict[Item, tuple[str, ...]] = {
    **dict.fromkeys(_NINE, ("R41",)),
    Item.COPY_OF_LOCAL_REQUEST: ("R42",),
    Item.COPY_OF_LOCAL_RESPONSE: ("R42",),
    **dict.fromkeys(_THREE_PARTS, ("R46",)),
    Item.FORM_G28: ("R39",),
    Item.FORM_60_001: ("R39",),
    Item.PROOF_OF_LOCAL_REQUEST: ("R52",),
    Item.WHAT_CHANGED: ("R45",),
    Item.PROOF_NOT_SEEN: ("R44",),
    Item.FORM_I246: ("R52",),
}

NOTICE_STATEMENTS: dict[Notice, tuple[str, ...]] = {
    Notice.CURRENCY: ("R19", "R51"),
    Notice.OPLA_DISMISSAL: ("R52",),
    Notice.NOT_LEGAL_ADVICE: ("R52",),
}


@dataclass(frozen=True)
class Card:
    """One place to turn. *priority* is ICE's own: detained by ICE, or removal about to happen (R49)."""

    channel: Channel
    needs: tuple[Need, ...]
    include: tuple[Item, ...] = ()
    warnings: tuple[Beware, ...] = ()
    because: tuple[Consulted, ...] = ()
    priority: bool = False

    def merged_with(self, other: "Card") -> "Card":
        """This card and *other* of the same channel as one, each part in its own fixed order."""
        return Card(
            self.channel,
            tuple(need for need in Need if need in self.needs + other.needs),
            tuple(item for item in Item if item in self.include + other.include),
            tuple(warning for warning in Beware if warning in self.warnings + other.warnings),
            tuple(dict.fromkeys(self.because + other.because)),
            self.priority or other.priority,
        )

    def rests_on(self) -> tuple[Consulted, ...]:
        """Every rule consulted, then every item and warning shown, each with its statements."""
        shown = [Consulted(item.value, True, ITEM_STATEMENTS[item]) for item in self.include]
        shown += [Consulted(warning.value, True, statements_of(warning, self.channel)) for warning in self.warnings]
        return (*self.because, *shown)

    def found(self, rule: str) -> bool | None:
        """What *rule* said when this card was found, or None where it was not consulted."""
        return next((reason.result for reason in self.because if reason.rule == rule), None)


def statements_of(warning: Beware, channel: Channel) -> tuple[str, ...]:
    """What of ICE's page *warning* rests on, on a card of *channel*."""
    if warning is Beware.TIMING and channel is Channel.REVIEWING_OFFICIAL:
        return _OFFICIAL_TIMING
    return BEWARE_STATEMENTS[warning]
