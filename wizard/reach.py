"""Which facts a card shows: the numbers and pages by which each channel, and each need outside, is reached."""

from wizard.cards import Card, Channel, Item
from wizard.library import Fact, facts
from wizard.questions import Need

REACH: dict[Channel, tuple[str, ...]] = {
    Channel.EMERGENCY: ("emergency_number", "crisis_line"),
    Channel.DETENTION_LINE: ("line_number",),
    Channel.FIELD_OFFICE: ("field_office_directory",),
    Channel.FIELD_OFFICE_FOLLOW_UP: ("field_office_directory",),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: ("field_office_directory",),
    Channel.REVIEWING_OFFICIAL: ("icr_page", "reviewing_official_email"),
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL: ("free_legal_help", "legal_directory"),
    Channel.OPLA: ("opla_directory",),
    Channel.OUTSIDE: (),
}

TURNS_ON: dict[Channel, str] = {
    Channel.FIELD_OFFICE: "place",
    Channel.FIELD_OFFICE_FOLLOW_UP: "place",
    Channel.FIELD_OFFICE_LEGAL_ACCESS: "place",
    Channel.OPLA: "court_place",
}
"""The place that decides which office a channel is: of the person (R23), or of the court case (R34)."""

BESIDE: dict[Need, tuple[str, ...]] = {
    Need.TRAFFICKING_OR_CRIME: ("trafficking_hotline",),
    Need.CASE_INFORMATION: ("locator",),
    Need.FIND_A_PERSON: ("locator",),
    Need.COURT_DATE: ("court_phone", "court_page"),
    Need.ASK_THE_JUDGE: ("court_phone", "free_legal_help"),
    Need.LEGAL_ADVICE: ("free_legal_help", "legal_directory"),
    Need.USCIS_APPLICATION: ("uscis_phone", "uscis_page"),
    Need.BORDER_OFFICERS: ("cbp_page",),
    Need.RETURN_AFTER_REMOVAL: ("free_legal_help", "legal_directory"),
    Need.OTHER: ("ice_topic_table", "free_legal_help", "legal_directory"),
}
"""Facts that belong to a need: where to turn outside ICE, or beside the line."""

FORMS: dict[Item, str] = {Item.FORM_G28: "form_g28", Item.FORM_60_001: "form_60_001"}


def facts_of(card: Card) -> tuple[Fact, ...]:
    """The facts that *card* shows, in order, without repeats."""
    names = [*REACH[card.channel], *(name for need in card.needs for name in BESIDE.get(need, ()))]
    return tuple(facts()[name] for name in dict.fromkeys(names))


def fact_of_item(item: Item) -> Fact | None:
    """Where to find the form that *item* is, or None."""
    return facts()[FORMS[item]] if item in FORMS else None


def advice_before_contact() -> tuple[Fact, ...]:
    """Where the stop card sends people for legal help."""
    return tuple(facts()[name] for name in ("free_legal_help", "legal_directory"))
