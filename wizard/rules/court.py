"""Requests to ICE's lawyers in immigration court (OPLA)."""

from wizard.cards import Beware, Card, Channel
from wizard.engine import Ask, rule
from wizard.questions import Need
from wizard.rules.sender import form_for_the_sender, third_party_warning


@rule("R33", "R34", "R35")
def the_request_belongs_to_the_court_case(ask: Ask) -> bool:
    """Chosen by where the court case is, not by where the person lives."""
    return True


def card_for(need: Need, ask: Ask) -> Card:
    """The office of ICE's lawyers that handles the court case. The page says nothing of what to include."""
    the_request_belongs_to_the_court_case(ask)
    form = form_for_the_sender(ask)
    warnings = (Beware.NOT_SRO, *third_party_warning(form), Beware.RIGHT_OFFICE)
    return Card(Channel.OPLA, (need,), form, warnings, tuple(ask.consulted))
