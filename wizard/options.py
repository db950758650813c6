"""The questions with finite answers, one StrEnum each; members are the options, whose values never change meaning.

A question says of what kind its answer is, and an option what it means: mypy names each place that has to decide on a
new one. Yes/no questions carry the values of the intake's booleans. What a question is for stands in the wording.
"""

from wizard.engine import Kind, Question


class Emergency(Question):
    """Is someone in danger at this moment?"""

    YES = "true"
    NO = "false"
    UNSURE = "unsure"

    @property
    def possible(self) -> bool:
        """Whether there may be danger: who is not sure is told what counts, and is sent to the same help."""
        match self:
            case Emergency.YES | Emergency.UNSURE:
                return True
            case Emergency.NO:
                return False


class RemovalImminent(Question):
    """Is a removal near, or a flight booked?"""

    YES = "true"
    NO = "false"


class Custody(Question):
    """Where is the person whom this is about?"""

    ICE_DETENTION = "ice_detention"
    TAKEN_PLACE_UNKNOWN = "taken_place_unknown"
    JAIL_WITH_DETAINER = "jail_with_detainer"
    NOT_DETAINED = "not_detained"
    UNKNOWN = "unknown"

    @property
    def by_ice(self) -> bool:
        """Whether ICE has the person, whether or not anyone knows where. A county jail is not ICE's."""
        match self:
            case Custody.ICE_DETENTION | Custody.TAKEN_PLACE_UNKNOWN:
                return True
            case Custody.JAIL_WITH_DETAINER | Custody.NOT_DETAINED | Custody.UNKNOWN:
                return False

    @property
    def held(self) -> bool:
        """Whether the person is in a place with a name."""
        match self:
            case Custody.ICE_DETENTION | Custody.JAIL_WITH_DETAINER:
                return True
            case Custody.TAKEN_PLACE_UNKNOWN | Custody.NOT_DETAINED | Custody.UNKNOWN:
                return False


class KnownToIce(Question):
    """Does ICE know of the person already? Decides the stop card, never the channel."""

    IN_PROCEEDINGS = "in_proceedings"
    FINAL_ORDER = "final_order"
    CHECK_INS = "check_ins"
    NO_CASE = "no_case"
    UNKNOWN = "unknown"

    @property
    def known(self) -> bool:
        """Whether ICE knows of the person for certain."""
        match self:
            case KnownToIce.IN_PROCEEDINGS | KnownToIce.FINAL_ORDER | KnownToIce.CHECK_INS:
                return True
            case KnownToIce.NO_CASE | KnownToIce.UNKNOWN:
                return False


class FieldOfficeUnable(Question):
    """For legal access: was the local field office asked, and unable to help?"""

    YES = "true"
    NO = "false"


class LocalRequest(Question):
    """Was the local field office asked for this, and did it answer?"""

    NONE = "none"
    PENDING = "pending"
    ANSWERED = "answered"

    @property
    def made(self) -> bool:
        """Whether there was a request."""
        match self:
            case LocalRequest.PENDING | LocalRequest.ANSWERED:
                return True
            case LocalRequest.NONE:
                return False


class LocalResponsePeriod(Question):
    """When did the field office give its most recent answer?"""

    BEFORE_WINDOW = "before_window"
    IN_WINDOW = "in_window"
    AFTER_WINDOW = "after_window"
    UNKNOWN = "unknown"

    @classmethod
    def kind(cls) -> Kind:
        """The day, or on which side of the window it was."""
        return Kind.DATE

    @property
    def outside_the_window(self) -> bool:
        """Whether the answer came before the window or after it: both lead alike."""
        match self:
            case LocalResponsePeriod.BEFORE_WINDOW | LocalResponsePeriod.AFTER_WINDOW:
                return True
            case LocalResponsePeriod.IN_WINDOW | LocalResponsePeriod.UNKNOWN:
                return False


class ResponseAfterOrders(Question):
    """Did that answer come after January 20, 2025? Never asked: it follows from the day, where the day is told."""

    YES = "true"
    NO = "false"


class FactsChanged(Question):
    """Have the facts changed since the field office looked at the case?"""

    YES = "true"
    NO = "false"


class EvidenceNotSubmitted(Question):
    """Is there important proof that the field office never saw?"""

    YES = "true"
    NO = "false"


class FactorsOverlooked(Question):
    """Is there a significant reason to believe that not all factors were fully considered?"""

    YES = "true"
    NO = "false"
    UNSURE = "unsure"


class Role(Question):
    """Who will contact ICE?"""

    SELF = "self"
    FAMILY_OR_FRIEND = "family_or_friend"
    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    ORGANIZATION = "organization"
    LAW_ENFORCEMENT = "law_enforcement"
    PUBLIC = "public"

    @property
    def legal(self) -> bool:
        """Whether this is a legal representative: a lawyer, or an accredited representative."""
        match self:
            case Role.ATTORNEY | Role.ACCREDITED_REPRESENTATIVE:
                return True
            case Role.SELF | Role.FAMILY_OR_FRIEND | Role.ORGANIZATION | Role.LAW_ENFORCEMENT | Role.PUBLIC:
                return False

    @property
    def stranger(self) -> bool:
        """Whether this is neither the person, nor family or a friend, nor a legal representative (R20, R22, R29)."""
        match self:
            case Role.ORGANIZATION | Role.LAW_ENFORCEMENT | Role.PUBLIC:
                return True
            case Role.SELF | Role.FAMILY_OR_FRIEND | Role.ATTORNEY | Role.ACCREDITED_REPRESENTATIVE:
                return False

    @property
    def may_know_nobody(self) -> bool:
        """Whether the question may be of no one person: then nobody need be named, and nobody can sign."""
        match self:
            case Role.LAW_ENFORCEMENT | Role.PUBLIC:
                return True
            case Role.SELF | Role.FAMILY_OR_FRIEND | Role.ATTORNEY | Role.ACCREDITED_REPRESENTATIVE | Role.ORGANIZATION:
                return False

    @property
    def may_be_kept(self) -> bool:
        """Whether ICE may keep who calls or signs, and it matters: no official, no lawyer, not the person."""
        match self:
            case Role.FAMILY_OR_FRIEND | Role.ORGANIZATION | Role.PUBLIC:
                return True
            case Role.SELF | Role.ATTORNEY | Role.ACCREDITED_REPRESENTATIVE | Role.LAW_ENFORCEMENT:
                return False

    @property
    def organized(self) -> bool:
        """Whether this may be for an office or a group."""
        match self:
            case Role.ATTORNEY | Role.ACCREDITED_REPRESENTATIVE | Role.ORGANIZATION | Role.LAW_ENFORCEMENT:
                return True
            case Role.SELF | Role.FAMILY_OR_FRIEND | Role.PUBLIC:
                return False
