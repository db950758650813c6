"""Everything that neither of ICE's two channels is for."""

from wizard.cards import Beware, Card, Channel
from wizard.engine import Ask, rule
from wizard.questions import Need
from wizard.rules.line import a_general_question_is_a_topic, basic_case_information_is_a_topic

SILENT = (
    Need.PAY_BOND,
    Need.CITIZEN_HELD,
    Need.COMPLAINT,
    Need.CONGRESS,
    Need.CHECK_IN_OR_MONITOR,
    Need.PROPERTY_OR_PAPERS,
    Need.RECORDS,
    Need.CHILD_UNDER_18,
    Need.OTHER,
)
"""Needs that ICE's page says nothing of, and names nobody for."""

ONE_MAY_ASK_THE_LINE = (Need.PAY_BOND, Need.PROPERTY_OR_PAPERS, Need.RECORDS, Need.CHECK_IN_OR_MONITOR, Need.OTHER)
"""Silent needs for which no body outside ICE is sure: the line takes general questions."""

THE_LINE_IS_NAMED = (Need.FIND_A_PERSON, *ONE_MAY_ASK_THE_LINE)
"""Needs whose signpost names ICE's line: it has hours, and ICE may keep who calls."""


@rule("R1")
def one_of_the_two_channels_fits(ask: Ask) -> bool:
    """The page names two ways to contact ICE, and this need is for neither."""
    return False


@rule("R52")
def the_page_speaks_of_this(ask: Ask) -> bool:
    """Where the page is silent, the guide says so, and where else to turn."""
    return False


def card_for(need: Need, ask: Ask) -> Card:
    """A signpost to whoever handles the need; to find a person, ICE's line is one of several ways."""
    one_of_the_two_channels_fits(ask)
    if need in SILENT:
        the_page_speaks_of_this(ask)
    if need is Need.FIND_A_PERSON:
        basic_case_information_is_a_topic(ask)
    if need in ONE_MAY_ASK_THE_LINE:
        a_general_question_is_a_topic(ask)
    shown = {Beware.OUTSIDE}
    if need in THE_LINE_IS_NAMED:
        shown |= {Beware.SENDER_NAMED, Beware.HOURS}
    if need is Need.CHECK_IN_OR_MONITOR:  # whoever reports to ICE is free, and known to it
        shown.add(Beware.RECORD_KEPT)
    return Card(Channel.OUTSIDE, (need,), (), tuple(w for w in Beware if w in shown), tuple(ask.consulted))
