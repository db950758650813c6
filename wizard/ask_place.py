"""A place asked in a terminal, by what people type for it: offers by number, never in the way of a result."""

from collections.abc import Sequence

from wizard.assess import Assessment
from wizard.interview import PlaceScreen, State, place_screen
from wizard.place_box import problem_of
from wizard.place_offers import Offer, offers_for, the_one
from wizard.places import Place, Places, place_of, told, wants_county
from wizard.reach import TURNS_ON
from wizard.wording import Wording


class WentBackError(Exception):
    """The question before this one is to be asked again."""


def places_asked(assessment: Assessment, state: State, say: Wording) -> Places:
    """The places of *state*, and those that the cards turn on beside. Raises ``WentBackError``."""
    wanted = dict.fromkeys(TURNS_ON[card.channel] for card in assessment.cards if card.channel in TURNS_ON)
    asked = [place_screen(question, state) for question in wanted if question not in state.places]
    found = {screen.name: _asked(screen, say) for screen in asked}
    return {**state.places, **{question: place for question, place in found.items() if place}}


def _asked(screen: PlaceScreen, say: Wording) -> Place | None:
    """The place, or None where it is left out. Where a state's county decides, what comes next is looked for there."""
    question = screen.name
    print(f"\n{say('question', question, 'title')}")
    if screen.taken:
        print(say("question.place.taken"))
    print(say("question", question, "typed"))
    print(say("office.place_go_on"))
    place: Place | None = None
    offers: list[Offer] = []
    while typed := _line(question, say):
        offer = numbered(typed, offers)
        if not offer:
            found = offers_for(question, typed, say)
            offers = [one for one in found if place and one.value.get("state") == place["state"]] or found
            offer = the_one(offers)
        if not offer:
            print(say(problem_of(question, typed, say)))
            for number, one in enumerate(offers, 1):
                print(f"  {number}. {one.told}")
            continue
        place, offers = place_of(question, offer.value), []
        if not place or not wants_county(question, {question: place}):
            break
        print(say("office.place_decides"))
    if place:
        print(told(place, say))
    return place


def _line(question: str, say: Wording) -> str:
    """One line with something in it; nothing where the place is left out, or no more lines come."""
    while True:
        try:
            typed = input("(? b) > ").strip()
        except EOFError:
            return ""
        if typed.lower() == "b":
            raise WentBackError
        if typed != "?":
            return typed
        print(say("question", question, "why"))


def numbered[T](typed: str, offered: Sequence[T]) -> T | None:
    """The one of *offered* whose number was *typed*. Longer numbers are not read: Python refuses one of 4301 digits."""
    if not typed.isdecimal() or len(typed) > len(str(len(offered))):
        return None
    return offered[int(typed) - 1] if 0 < int(typed) <= len(offered) else None
