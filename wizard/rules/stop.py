"""The independent checks that come before any address: danger now, and a person ICE may not know."""

from wizard.engine import Ask, rule
from wizard.questions import Custody, Emergency, KnownToIce


@rule("R6", "R52")
def someone_is_in_danger_now(ask: Ask) -> bool:
    """The line has hours, and the page never says it is for emergencies."""
    return ask(Emergency) is Emergency.YES


@rule("R20", "R52")
def ice_may_not_know_the_person(ask: Ask) -> bool:
    """The page invites every noncitizen to write, and never says that it is safe."""
    if ask(Custody) in (Custody.ICE_DETENTION, Custody.JAIL_WITH_DETAINER):
        return False
    return ask(KnownToIce) in (KnownToIce.NO_CASE, KnownToIce.UNKNOWN)
