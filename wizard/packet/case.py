"""What a paper is written from: one card, who writes, what is known of the person, and the office it goes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from wizard.assess import Assessment, history_of, stop_check
from wizard.cards import Card, Channel, Item
from wizard.centers import Center, centers
from wizard.engine import Answers, Ask
from wizard.folding import folded
from wizard.languages import SOURCE_LANGUAGE
from wizard.office_facts import FieldOffice, OplaOffice
from wizard.offices import Found, field_office_for
from wizard.packet.carried import carried
from wizard.packet.details import Details, Typed, read_form
from wizard.packet.fields import Field, fields_of, is_prepared, supports
from wizard.place_box import place_typed
from wizard.places import Place, Places, center_of, offices_for
from wizard.questions import OFFICER_REQUESTS, PLACE, Custody, Need, Role
from wizard.reach import TURNS_ON
from wizard.rules.review import the_field_office_was_asked
from wizard.wording import Wording


@dataclass(frozen=True)
class Told:
    """What a person told: answers, details as typed into the form, places, the papers that are there.

    *answered_on* is the day of the field office's answer, where it was told as one. What was *drawn*
    (`wizard.packet.reminder.lot`) nobody told: it tells the dates of this case from those of another.
    *undated*: nobody knows on what day the letters are written, so each has a blank for it.
    """

    answers: Answers
    typed: Typed
    places: Places = field(default_factory=dict)
    have: frozenset[Item] = frozenset()
    answered_on: date | None = None
    drawn: str = ""
    undated: bool = False


class FaultyDetailsError(Exception):
    """Details that cannot be taken: *faults* holds the id of a text by the name of each field in the form."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Case:
    """One card as it is written up. Where *role* is None the paper is blank: whatever may apply is a box to tick.

    *have* are the papers that the person has. *removal_imminent* is None where nobody was asked, *answered_on* where
    the field office did not answer, or nobody said on what day. *center* is the place where ICE holds the person, if it
    is one of ICE's lists. *asked_before* are the needs that the local office was
    asked for already. *language* is the reader's. *support*: this is a letter of support in the writer's own name;
    *helped*: this is the person's own request, and a supporter types it.
    """

    card: Card
    role: Role | None
    custody: Custody
    removal_imminent: bool | None
    details: Details
    have: frozenset[Item]
    places: Places
    today: date | None
    answered_on: date | None = None
    center: Center | None = None
    asked_before: tuple[Need, ...] = ()
    language: str = SOURCE_LANGUAGE
    support: bool = False
    helped: bool = False

    @property
    def place(self) -> Place:
        """The place that the card turns on: where the person is, or where the court case is."""
        return self.places.get(TURNS_ON.get(self.card.channel, PLACE), {})

    @property
    def center_name(self) -> str:
        """The place that holds the person, as the writer calls it, or else as ICE does."""
        return self.details.center or (self.center.name if self.center else "")

    @property
    def office(self) -> FieldOffice | OplaOffice | None:
        """The office of the card, where the place is known and leads to one office and no other."""
        answer = offices_for(self.card, self.places)
        return answer.offices[0] if answer is not None and answer.found is Found.ONE else None

    @property
    def local_office(self) -> FieldOffice | None:
        """The field office for where the person is, where that is known and leads to one office and no other."""
        place = self.places.get(PLACE)
        answer = field_office_for(place) if place else None
        return answer.offices[0] if answer is not None and answer.found is Found.ONE else None

    @property
    def detained(self) -> bool:
        """Whether ICE holds the person, in a place that is known."""
        return self.custody is Custody.ICE_DETENTION

    @property
    def held(self) -> bool:
        """Whether the person is in a place with a name."""
        return self.custody.held

    @property
    def taken(self) -> bool:
        """Whether ICE took the person, and the writer does not know where to."""
        return self.custody is Custody.TAKEN_PLACE_UNKNOWN

    @property
    def near(self) -> bool:
        """Whether a removal is near."""
        return bool(self.removal_imminent)

    @property
    def stay(self) -> bool:
        """Whether a stay of removal is asked for."""
        return Need.STAY_OF_REMOVAL in self.card.needs and not self.blank

    @property
    def stay_handed_in(self) -> bool:
        """Whether the form of the stay goes to the office of this card now: it was handed in before, elsewhere."""
        return self.stay and self.card.channel is Channel.FIELD_OFFICE

    @property
    def blank(self) -> bool:
        """Whether this is a paper to fill in by hand."""
        return self.role is None

    @property
    def speaks_for_another(self) -> bool:
        """Whether someone else than the person writes, or may write."""
        return self.role is not Role.SELF

    @property
    def translated(self) -> bool:
        """Whether the person's own words are in the reader's language, and a translation has to go with them."""
        return self.language != SOURCE_LANGUAGE and not self.details.words_in_english

    @property
    def sheets(self) -> tuple["Case", ...]:
        """What is written to the channel: one letter; or a supporter's letter and the person's own request."""
        if self.support or not supports(self.card, self.role):
            return (self,)
        return (self._of_support(), self._of_the_person())

    def _of_support(self) -> "Case":
        forms = tuple(item for item in self.card.include if item is Item.FORM_60_001)
        return replace(self, card=replace(self.card, include=forms), support=True)

    def _of_the_person(self) -> "Case":
        """The request that the person signs: whoever helped told no words of it."""
        card = replace(self.card, include=tuple(item for item in self.card.include if item is not Item.FORM_60_001))
        return replace(self, card=card, role=Role.SELF, details=self.details.of_the_person(), helped=True)


def cases_of(assessment: Assessment, told: Told, say: Wording, today: date) -> tuple[Case, ...]:
    """A case for every card that is prepared, with no detail but those that the card asks for.

    Of the answers only those count that the cards themselves rest on: an answer that a later one made moot is not said.
    Raises ``FaultyDetailsError`` for details that cannot be taken, of those only that some card asks for.
    """
    cards = [card for card in assessment.cards if is_prepared(card)]
    if not cards:
        return ()
    role, custody = Role(told.answers[Role.id()]), custody_of(assessment, told.answers)
    typed = carried(told.typed, assessment.cards, role, custody)
    faults: dict[str, str] = {}
    cases: list[Case] = []
    for card in cards:
        details, wrong = read_form(typed, fields_of(card, role, custody), today, say, card.channel)
        faults |= wrong | _out_of_order(details, _answered_on(card, told))
        cases.append(
            Case(
                card,
                role,
                custody,
                removal_imminent=card.found("removal_is_imminent"),
                details=details,
                have=told.have.intersection(card.include),
                places=told.places,
                today=None if told.undated else today,
                answered_on=_answered_on(card, told),
                center=_center(told.places, details, say),
                asked_before=_asked_before(card, told.answers),
                language=say.language,
            )
        )
    if faults:
        raise FaultyDetailsError(faults)
    return tuple(cases)


def _center(places: Places, details: Details, say: Wording) -> Center | None:
    """The place that was chosen; where none was, the one that the written name means and no other."""
    return center_of(places[PLACE]) if places.get(PLACE) else _center_called(details.center, say)


def _center_called(written: str, say: Wording) -> Center | None:
    """The center of that whole name, and no other; or of that name in the town behind it."""
    if whole := center_of(place_typed(PLACE, written, say) or {}) if written else None:
        return whole
    name, _, town = (folded(part.strip()) for part in written.rpartition(","))
    return next((each for each in centers().values() if (folded(each.name), folded(each.city)) == (name, town)), None)


def _out_of_order(details: Details, answered_on: date | None) -> dict[str, str]:
    """A request cannot be younger than its answer."""
    asked_on = details.local_request_date
    late = asked_on is not None and answered_on is not None and asked_on > answered_on
    return {Field.LOCAL_REQUEST_DATE.value: "packet.error.date.after_answer"} if late else {}


def custody_of(assessment: Assessment, answers: Answers) -> Custody:
    """Where the person is, where that was asked and counts: a general question may be about nobody."""
    needs = {need for card in assessment.cards for need in card.needs}
    check = stop_check(tuple(need for need in Need if need in needs))
    ask = Ask(answers)
    if check is not None:
        check(ask)
    return Custody(answers[Custody.id()]) if Custody.id() in ask.asked else Custody.UNKNOWN


def _answered_on(card: Card, told: Told) -> date | None:
    """The day of the answer, on a card that comes after one."""
    return told.answered_on if card.found("the_field_office_has_answered") else None


def _asked_before(card: Card, answers: Answers) -> tuple[Need, ...]:
    """Those needs of *card* that the local office was asked for already; the others go to it as new."""
    requests = (need for need in card.needs if need in OFFICER_REQUESTS)
    return tuple(need for need in requests if the_field_office_was_asked(Ask(history_of(need, answers))))
