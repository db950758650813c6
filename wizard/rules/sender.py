"""Who contacts ICE, the form ICE wants before it tells anything to someone else, and what the sender should know."""

from wizard.cards import Beware, Item
from wizard.engine import Ask, rule
from wizard.questions import Need, Role

WITHOUT_A_SIGNER = (
    Need.GENERAL_QUESTION,
    Need.TRAFFICKING_OR_CRIME,
    Need.ASSAULT_OR_ABUSE,
    Need.MENTAL_HEALTH,
)
"""Questions and reports: where a stranger calls about them, nobody may be there to sign a form."""


@rule("R38", "R39")
def the_person_asks_in_person(ask: Ask) -> bool:
    """The form is for someone other than the subject of the request."""
    return ask(Role) is Role.SELF


@rule("R22", "R39")
def a_legal_representative_asks(ask: Ask) -> bool:
    """A lawyer and an accredited representative take the same road (Form G-28)."""
    return ask(Role).legal


@rule("R20", "R22", "R29")
def a_stranger_asks(ask: Ask) -> bool:
    """The page speaks of noncitizens and their representatives: it does not say that anyone else may ask."""
    return ask(Role).stranger


def form_for_the_sender(ask: Ask, need: Need) -> tuple[Item, ...]:
    """None for the person; Form G-28 for a legal representative; ICE Form 60-001 for anyone else (R38, R39).

    None either where a stranger asks in general, or reports, and nobody could sign it.
    """
    if the_person_asks_in_person(ask):
        return ()
    if a_legal_representative_asks(ask):
        return (Item.FORM_G28,)
    unsigned = need in WITHOUT_A_SIGNER and ask(Role).may_know_nobody
    return () if unsigned else (Item.FORM_60_001,)


def warnings_for_the_sender(ask: Ask, form: tuple[Item, ...]) -> set[Beware]:
    """What goes with a form; and that ICE may keep who calls or signs, where that is no official and no lawyer."""
    kept = ask(Role).may_be_kept
    return ({Beware.THIRD_PARTY} if form else set()) | ({Beware.SENDER_NAMED} if kept else set())
