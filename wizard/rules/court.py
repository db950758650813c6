"""Requests to ICE's lawyers in immigration court (OPLA)."""

from wizard.cards import Beware, Card, Channel
from wizard.engine import Ask, rule
from wizard.questions import Need, RemovalImminent
from wizard.rules.sender import a_stranger_asks, form_for_the_sender, warnings_for_the_sender
from wizard.rules.stop import removal_is_imminent


@rule("R33", "R34", "R35")
def the_request_belongs_to_the_court_case(ask: Ask) -> bool:
    """Chosen by where the court case is, not by where the person lives."""
    return True


def a_removal_is_near(need: Need, ask: Ask) -> bool:
    """Asked where a motion to reopen is wanted: then there is an order. Elsewhere it counts where it was told."""
    asked = need is Need.JOIN_MOTION_TO_REOPEN or ask.told(RemovalImminent) is not None
    return asked and removal_is_imminent(ask)


def card_for(need: Need, ask: Ask) -> Card:
    """The office of ICE's lawyers that handles the court case. The page says nothing of what to include."""
    the_request_belongs_to_the_court_case(ask)
    warnings = {Beware.NO_GUARANTEE, Beware.NOT_SRO, Beware.RIGHT_OFFICE}
    warnings |= {Beware.REMOVAL_NEAR} if a_removal_is_near(need, ask) else set()
    form = form_for_the_sender(ask, need)
    warnings |= warnings_for_the_sender(ask, form)
    warnings |= {Beware.INTERPRETATION} if a_stranger_asks(ask) else set()
    return Card(Channel.OPLA, (need,), form, tuple(w for w in Beware if w in warnings), tuple(ask.consulted))
