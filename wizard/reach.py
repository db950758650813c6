"""Which facts a card shows: numbers and pages by which a channel or need is reached, and the law behind warnings."""

from wizard.cards import Beware, Card, Channel, Item, Notice
from wizard.library import Fact, facts
from wizard.questions import OUTSIDE_NEEDS, Need

REACH: dict[Channel, tuple[str, ...]] = {
    Channel.EMERGENCY: ("emergency_number", "crisis_line"),
    Channel.DETENTION_LINE: ("line_number",),
    Channel.FIELD_OFFICE: ("field_office_directory",),
    Channel.FIELD_OFFICE_FOLLOW_UP: ("field_office_directory",),
    Channel.FIELD_OFFICE_LEGAL_ACCESS: ("field_office_directory",),
    Channel.REVIEWING_OFFICIAL: ("icr_page", "reviewing_official_email"),
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL: (),
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

COMPLAINTS = ("oig_hotline", "oig_page", "crcl_page", "prea_page", "opr_line")
"""Who takes a complaint about officers: two bodies of DHS that are not ICE, and then ICE's own page and office."""

LAWYERS = ("free_legal_help", "legal_directory")
"""Where to find a free lawyer."""

FINDING_A_PERSON = ("locator", "line_number")
"""Where to ask, right after ICE took a person, where to."""

BESIDE: dict[Need, tuple[str, ...]] = {
    Need.FIND_A_PERSON: (*FINDING_A_PERSON, "field_office_directory", "orr_line", *LAWYERS),
    Need.CHILD_UNDER_18: ("orr_line", "orr_code", *LAWYERS),
    Need.DETENTION_PROBLEM: ("emergency_number",),
    Need.ASSAULT_OR_ABUSE: COMPLAINTS,
    Need.MENTAL_HEALTH: ("crisis_line",),
    Need.CHILD_OR_DEPENDENT: ("orr_line", "orr_code", "parents_page"),
    Need.TRAFFICKING_OR_CRIME: ("trafficking_hotline",),
    Need.CASE_INFORMATION: ("locator", "court_phone"),
    Need.COURT_DATE: ("court_phone", "court_page"),
    Need.ASK_THE_JUDGE: ("court_phone", "free_legal_help"),
    Need.PAY_BOND: ("bonds_page", "line_number", *LAWYERS),
    Need.LEGAL_ADVICE: LAWYERS,
    Need.CITIZEN_HELD: (*LAWYERS, "citizen_line", "oig_hotline", "crcl_page"),
    Need.COMPLAINT: COMPLAINTS,
    Need.CONGRESS: ("representative_page", "senators_page", "form_60_001"),
    Need.CHECK_IN_OR_MONITOR: (*LAWYERS, "check_in_page", "line_number"),
    Need.PROPERTY_OR_PAPERS: ("line_number", *LAWYERS),
    Need.RECORDS: (*LAWYERS, "line_number"),
    Need.USCIS_APPLICATION: ("uscis_phone", "uscis_page"),
    Need.BORDER_OFFICERS: ("cbp_page",),
    Need.RETURN_AFTER_REMOVAL: LAWYERS,
    Need.OTHER: ("ice_topic_table", "line_number", *LAWYERS),
}
"""Facts that belong to a need: where to turn outside ICE, or beside the line."""

BEFORE_THE_OFFICE = (Need.DETENTION_PROBLEM, Need.CANCEL_DETAINER)
"""Needs where somebody near the person is asked before ICE's line or office, which may be too late."""

FORMS: dict[Item, str] = {Item.FORM_G28: "form_g28", Item.FORM_60_001: "form_60_001"}

GOES_WITHOUT = Item.FORM_60_001
"""The paper without which a request can go all the same: ICE then tells the one who writes nothing (R39)."""

WITH_LAWYERS = (
    Channel.FIELD_OFFICE,
    Channel.FIELD_OFFICE_FOLLOW_UP,
    Channel.FIELD_OFFICE_LEGAL_ACCESS,
    Channel.REVIEWING_OFFICIAL,
    Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL,
    Channel.OPLA,
)
"""The cards that name free lawyers, apart from how the office is reached."""

WITH_CONGRESS = (Channel.FIELD_OFFICE_FOLLOW_UP, Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL)
"""The cards of people without an answer, or with a refusal: a Member of Congress can ask."""

LAW_OF_WARNING: dict[Beware, tuple[str, ...]] = {
    Beware.NO_GUARANTEE: ("appeal_deadline",),
    Beware.REMOVAL_NEAR: ("before_boarding",),
    Beware.STAY_FORM: ("stay_regulation", "stay_instructions", "stay_risk"),
    Beware.SENDER_NAMED: ("sender_known",),
    Beware.SINCE_2025: ("priorities_revoked",),
}
"""What a warning rests on beside ICE's page: kept as facts with source, day and standing."""

LAW_OF_NEED: dict[Need, tuple[str, ...]] = {
    Need.FIND_A_PERSON: ("locator_rules", "not_listed_yet"),
    Need.CHILD_UNDER_18: ("child_care",),
    Need.CANCEL_DETAINER: ("detainer_hours",),
    Need.BOND: ("first_bond",),
    Need.PAY_BOND: ("bond_payment",),
    Need.CITIZEN_HELD: ("citizen_directive",),
    Need.CONGRESS: ("congress_may_ask",),
    Need.CHECK_IN_OR_MONITOR: ("check_ins",),
    Need.PROPERTY_OR_PAPERS: ("property_kept",),
    Need.RECORDS: ("record_offices",),
    Need.RETURN_AFTER_REMOVAL: ("return_crime",),
}

LAW_OF_INTERLUDE: dict[str, tuple[str, ...]] = {
    "removal_near": ("before_boarding", "stay_by_a_court", "stay_regulation", "third_country"),
}

LAW_OF_NOTICE: dict[Notice, tuple[str, ...]] = {
    Notice.CURRENCY: ("priorities_revoked",),
    Notice.OPLA_DISMISSAL: ("opla_dismissals",),
}


def facts_of(card: Card) -> tuple[Fact, ...]:
    """The facts that *card* shows, in order, without repeats."""
    names = [*REACH[card.channel], *(name for need in card.needs for name in BESIDE.get(need, ()))]
    if card.channel in WITH_CONGRESS:
        names.append("form_60_001")
    return tuple(facts()[name] for name in dict.fromkeys(names))


def reach_of(card: Card) -> tuple[Fact, ...]:
    """How the channel of *card* itself is reached."""
    return tuple(facts()[name] for name in REACH[card.channel])


def beside(need: Need) -> tuple[Fact, ...]:
    """The facts that belong to *need*."""
    return tuple(facts()[name] for name in BESIDE.get(need, ()))


def in_danger() -> tuple[Fact, ...]:
    """Whom to call where someone is in danger."""
    return tuple(facts()[name] for name in REACH[Channel.EMERGENCY])


def finding_a_person() -> tuple[Fact, ...]:
    """Where to ask first where ICE has taken a person."""
    return tuple(facts()[name] for name in FINDING_A_PERSON)


def lawyers_beside(card: Card) -> tuple[Fact, ...]:
    """Where *card* sends people for a free lawyer: none where one writes."""
    represented = card.found("a_legal_representative_asks")
    return advice_before_contact() if card.channel in WITH_LAWYERS and not represented else ()


def laws_of(card: Card) -> tuple[Fact, ...]:
    """The law, and the practice of others, that *card* rests on beside ICE's page."""
    found = [law for need in card.needs for law in laws_of_need(need)]
    found += [law for warning in card.warnings for law in laws_of_warning(warning)]
    return tuple(dict.fromkeys(found))


def laws_of_need(need: Need) -> tuple[Fact, ...]:
    """What is said of *need* beside ICE's page."""
    return tuple(facts()[name] for name in LAW_OF_NEED.get(need, ()))


def laws_of_warning(warning: Beware) -> tuple[Fact, ...]:
    """What *warning* rests on beside ICE's page."""
    return tuple(facts()[name] for name in LAW_OF_WARNING.get(warning, ()))


def laws_of_notice(notice: Notice) -> tuple[Fact, ...]:
    """What *notice* rests on beside ICE's page."""
    return tuple(facts()[name] for name in LAW_OF_NOTICE.get(notice, ()))


def laws_of_interlude(interlude: str) -> tuple[Fact, ...]:
    """What an interlude rests on beside ICE's page, by its id."""
    return tuple(facts()[name] for name in LAW_OF_INTERLUDE.get(interlude, ()))


def needs_told(card: Card) -> tuple[Need, ...]:
    """The needs of *card* that it says something of by name."""
    return tuple(need for need in card.needs if need in OUTSIDE_NEEDS or need in BESIDE or need in LAW_OF_NEED)


def fact_of_item(item: Item) -> Fact | None:
    """Where to find the form that *item* is, or None."""
    return facts()[FORMS[item]] if item in FORMS else None


def advice_before_contact() -> tuple[Fact, ...]:
    """Where the stop card, and whoever a removal is near for, finds legal help."""
    return tuple(facts()[name] for name in LAWYERS)
