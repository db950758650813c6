"""Who contacts ICE, and the form ICE wants before it tells anything to someone else."""

from wizard.cards import Beware, Item
from wizard.engine import Ask, rule
from wizard.questions import Role


@rule("R2")
def the_person_asks_in_person(ask: Ask) -> bool:
    """The first of the page's stakeholders is the person in custody."""
    return ask(Role) is Role.SELF


@rule("R22", "R39")
def a_legal_representative_asks(ask: Ask) -> bool:
    """A lawyer and an accredited representative take the same road (Form G-28)."""
    return ask(Role) in (Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE)


def form_for_the_sender(ask: Ask) -> tuple[Item, ...]:
    """None for the person; Form G-28 for a legal representative; ICE Form 60-001 for anyone else (R38, R39)."""
    if the_person_asks_in_person(ask):
        return ()
    return (Item.FORM_G28,) if a_legal_representative_asks(ask) else (Item.FORM_60_001,)


def third_party_warning(form: tuple[Item, ...]) -> tuple[Beware, ...]:
    """The warning that goes with a form."""
    return (Beware.THIRD_PARTY,) if form else ()
