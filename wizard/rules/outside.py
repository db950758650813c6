"""Everything that neither of ICE's two channels is for."""

from wizard.cards import Beware, Card, Channel
from wizard.engine import Ask, rule
from wizard.questions import Need


@rule("R1")
def one_of_the_two_channels_fits(ask: Ask) -> bool:
    """The page names two ways to contact ICE, and this need is for neither."""
    return False


def card_for(need: Need, ask: Ask) -> Card:
    """A signpost to the body that handles the need."""
    one_of_the_two_channels_fits(ask)
    return Card(Channel.OUTSIDE, (need,), (), (Beware.OUTSIDE,), tuple(ask.consulted))
