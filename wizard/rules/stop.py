"""The independent checks that come before any address: danger now, a removal that is near, a person ICE may not know.

And what must be said to somebody whom ICE does know, and who is free.
"""

from wizard.engine import Ask, rule
from wizard.questions import Custody, Emergency, KnownToIce, RemovalImminent, Role


@rule("R6", "R52")
def someone_is_in_danger_now(ask: Ask) -> bool:
    """The line has hours, and the page never says it is for emergencies."""
    return ask(Emergency).possible


@rule("R49")
def removal_is_imminent(ask: Ask) -> bool:
    """First with the reviewing official, but without 14 days; and nothing that goes to ICE stops it."""
    return ask(RemovalImminent) is RemovalImminent.YES


@rule("R20", "R52")
def ice_may_not_know_the_person(ask: Ask) -> bool:
    """The page invites every noncitizen to write, and never says that it is safe."""
    custody = ask(Custody)
    return not (custody.by_ice or custody.held) and not ask(KnownToIce).known


@rule("R52")
def ice_knows_the_person_who_is_free(ask: Ask) -> bool:
    """The page never says that a call or a letter is confidential."""
    return ask(Custody) is Custody.NOT_DETAINED and ask(KnownToIce).known


@rule("R15")
def the_question_is_about_nobody(ask: Ask) -> bool:
    """A general question of a stranger, or of the police, names no person whom ICE could come to know."""
    return ask(Role).may_know_nobody


def a_question_may_make_the_person_known(ask: Ask) -> bool:
    """The check of the stop card where nothing but a general question is asked of ICE."""
    return not the_question_is_about_nobody(ask) and ice_may_not_know_the_person(ask)
