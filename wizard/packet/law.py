"""What the papers and their form rest on beside ICE's page: laws and guides, by the ids of facts, each as a line."""

from wizard.cards import Beware
from wizard.library import Fact, facts
from wizard.reach import laws_of_warning
from wizard.wording import Wording

TRUTH = "false_statement"
LOOKED_FOR = ("factors_named", "proof_named")
TRANSLATION = "translation"
PREPARING = "who_may_prepare"
IN_COURT = "court_appearance"

SHOWN = (TRUTH, *LOOKED_FOR, TRANSLATION, PREPARING, IN_COURT)
"""Every one that the screens of the packet show, each with its day and standing."""


def law(name: str) -> Fact:
    """The fact *name*."""
    return facts()[name]


def cited(fact: Fact, say: Wording) -> str:
    """What *fact* says, and how it is known, in one line."""
    return sentences(say, *say.lines("law", fact.id), cite(fact, say))


def cite(fact: Fact, say: Wording) -> str:
    """How *fact* is cited, its standing and its day."""
    checked = say("ui.checked", date=say.day(fact.checked))
    standing = say("standing", fact.standing.value)
    return say.join("cited", source=say.apart(fact.value), standing=standing, checked=checked)


def warned(warning: Beware, say: Wording) -> str:
    """*warning* in one line, with what it rests on beside ICE's page."""
    told = (say("beware", warning.value, "lead"), say("beware", warning.value, "text"))
    return sentences(say, *told, *(cited(fact, say) for fact in laws_of_warning(warning)))


def sentences(say: Wording, *texts: str) -> str:
    """Whole sentences, one after another."""
    return say.join("sentences").join(texts)
