"""The detention line: its topics, and the one topic with a condition (legal access)."""

from wizard.cards import Beware, Card, Channel
from wizard.engine import Ask, rule
from wizard.questions import FieldOfficeUnable, Need
from wizard.rules.sender import form_for_the_sender, warnings_for_the_sender
from wizard.rules.stop import ice_knows_the_person_who_is_free, the_question_is_about_nobody


@rule("R2", "R3", "R4", "R5", "R7", "R9")
def the_line_takes_this_topic(ask: Ask) -> bool:
    """Anyone may call, from inside or outside; the list of topics is open."""
    return True


@rule("R8")
def language_help_is_offered(ask: Ask) -> bool:
    """Spanish operators, and language assistance of unnamed languages."""
    return True


@rule("R10")
def assault_or_abuse_is_a_topic(ask: Ask) -> bool:
    """Not limited to staff, nor to people detained today."""
    return True


@rule("R11")
def a_serious_or_unresolved_problem_is_a_topic(ask: Ask) -> bool:
    """Either word is enough."""
    return True


@rule("R12")
def trafficking_or_crime_is_a_topic(ask: Ask) -> bool:
    """Victims of trafficking and of other crimes."""
    return True


@rule("R13", "R18")
def a_serious_mental_disorder_is_a_topic(ask: Ask) -> bool:
    """Two bullets of the page, one wider than the other: one choice here."""
    return True


@rule("R14")
def a_child_or_dependent_is_a_topic(ask: Ask) -> bool:
    """Separation, and other parental issues."""
    return True


@rule("R15")
def a_general_question_is_a_topic(ask: Ask) -> bool:
    """The widest bullet."""
    return True


@rule("R17")
def basic_case_information_is_a_topic(ask: Ask) -> bool:
    """Basic is not defined: no advice, no decision."""
    return True


@rule("R16")
def the_field_office_could_not_help_with_legal_access(ask: Ask) -> bool:
    """The only topic with a condition: the local office first."""
    return ask(FieldOfficeUnable) is FieldOfficeUnable.YES


TOPICS = {
    Need.ASSAULT_OR_ABUSE: assault_or_abuse_is_a_topic,
    Need.DETENTION_PROBLEM: a_serious_or_unresolved_problem_is_a_topic,
    Need.MENTAL_HEALTH: a_serious_mental_disorder_is_a_topic,
    Need.CHILD_OR_DEPENDENT: a_child_or_dependent_is_a_topic,
    Need.TRAFFICKING_OR_CRIME: trafficking_or_crime_is_a_topic,
    Need.LEGAL_ACCESS: the_field_office_could_not_help_with_legal_access,
    Need.CASE_INFORMATION: basic_case_information_is_a_topic,
    Need.GENERAL_QUESTION: a_general_question_is_a_topic,
}


def card_for(need: Need, ask: Ask) -> Card:
    """The line's card, or the local field office's where legal access was not asked for there yet."""
    on_the_line = TOPICS[need](ask)
    warnings = {Beware.HOURS if on_the_line else Beware.LEGAL_ACCESS}
    if on_the_line:
        the_line_takes_this_topic(ask)
        language_help_is_offered(ask)
        warnings |= {Beware.RECORD_KEPT} if _a_free_person_is_spoken_of(need, ask) else set()
    form = form_for_the_sender(ask, need)
    channel = Channel.DETENTION_LINE if on_the_line else Channel.FIELD_OFFICE_LEGAL_ACCESS
    shown = warnings | warnings_for_the_sender(ask, form)
    return Card(channel, (need,), form, tuple(w for w in Beware if w in shown), tuple(ask.consulted))


def _a_free_person_is_spoken_of(need: Need, ask: Ask) -> bool:
    if need is Need.GENERAL_QUESTION and the_question_is_about_nobody(ask):
        return False
    return ice_knows_the_person_who_is_free(ask)
