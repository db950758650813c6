"""Places as a person picks them and as a screen tells them: states, counties, courts, and the offices they lead to.

Which office answers is `wizard.offices`' to say; which place a card turns on, `wizard.reach`'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wizard.cards import Card, Channel
from wizard.centers import Center, centers
from wizard.folding import folded
from wizard.office_facts import FieldOffice, OplaOffice, Value, courts
from wizard.offices import Answer, Found, counties_of, field_office_for, opla_for, place_key, states
from wizard.place_names import called_counties, other_counties
from wizard.questions import COURT_PLACE, PLACE
from wizard.reach import TURNS_ON
from wizard.wording import Wording

type Place = Mapping[str, str]
"""``state`` and, where one is split, ``county``; or ``court``; or ``center``, the id of one (`wizard.centers`)."""

type Places = Mapping[str, Place]
"""What is known of `PLACE` (where the person is) and `COURT_PLACE` (where the court case is)."""

NOWHERE: Places = {}

PARISHES = "LA"
"""The state whose counties are called parishes."""


@dataclass(frozen=True)
class Group:
    """A state with the immigration courts in it."""

    code: str
    name: str
    courts: tuple[str, ...]


def state_name(code: str, say: Wording) -> str:
    """A state or territory as the language calls it; as ICE and the Census do, where it has no name of its own."""
    return say("state", code) if say.has("state", code) else states()[code]


def states_by_name(say: Wording) -> list[tuple[str, str]]:
    """Every state and territory, code and name, in the order of their names."""
    return sorted(((code, state_name(code, say)) for code in states()), key=lambda row: sorted_as(row[1]))


def courts_by_state(say: Wording) -> list[Group]:
    """Every state and territory with its immigration courts."""
    found: dict[str, list[str]] = {}
    for court in courts().values():
        found.setdefault(court.state, []).append(court.name)
    return [Group(code, name, tuple(sorted(found.get(code, ())))) for code, name in states_by_name(say)]


def centers_by_state(say: Wording) -> list[tuple[str, list[Center]]]:
    """Every place where ICE holds people by the name of its state, in the order of names; last, those in none."""
    found: dict[str, list[Center]] = {}
    for center in sorted(centers().values(), key=lambda center: sorted_as(center.name)):
        found.setdefault(center.state, []).append(center)
    groups = [(name, found[code]) for code, name in states_by_name(say) if code in found]
    return [*groups, *((center.city, [center]) for center in found.get("", ()))]


def place_of(field: str, typed: Mapping[str, str]) -> dict[str, str] | None:
    """The place in what a form of ours sent for *field*; None where nothing was chosen."""
    if field == COURT_PLACE:
        court = typed.get("court", "")
        return ({"state": court} if court in states() else {"court": court}) if court else None
    state, county = typed.get("state", ""), typed.get("county", "")
    if center := centers().get(typed["center"]) if typed.get("center") else None:
        # A state beside it that is another: which of the two is meant is asked again.
        return {"center": center.id} if state in {"", center.state} else None
    if state not in states():
        return None
    return {"state": state, "county": county} if county in _counties(state) else {"state": state}


def wants_county(field: str, places: Places) -> bool:
    """Whether what stands in *field* is in a state where the county decides, and has none. A court has no county."""
    return field == PLACE and field_office_for(places[field]).found is Found.NEEDS_COUNTY


def center_of(place: Place) -> Center | None:
    """The place where ICE holds people that *place* names, if it names one."""
    return centers().get(place["center"]) if "center" in place else None


def told(place: Place, say: Wording) -> str:
    """*place* in words: ``Travis County, Texas``, the name of a court, or of a center with where it lies."""
    if center := center_of(place):
        return say.join("list").join((say.apart(center.name), lies_in(center, say)))
    state = state_name(place["state"], say) if place.get("state") in states() else place.get("state", "")
    parts = (place.get("court"), _county_told(place, say), state)
    return say.join("list").join(say.apart(part) for part in parts if part)


def lies_in(center: Center, say: Wording) -> str:
    """Where *center* lies: its city, the county where that decides, and the state."""
    county = center.place if counties_of(center.state) else {"state": center.state} if center.state else {}
    return say.join("list").join(filter(None, (say.apart(center.city), told(county, say))))


def _county_told(place: Place, say: Wording) -> str:
    """A county as it is called, if it is one; otherwise what was written."""
    state, wanted = place.get("state", ""), place.get("county", "")
    known = {place_key(county): county for county in _counties(state)}
    return county_name(state, known[place_key(wanted)], say) if place_key(wanted) in known else wanted


def county_name(state: str, county: str, say: Wording) -> str:
    """A *county* of the Census as it is called: ``Frio County``, ``Orleans Parish``, or a name that says all."""
    if county in called_counties().get(state, ()) or county in counties_of(state):
        return say("office.place_county", county=county)
    return say("office.place_parish", county=county) if state == PARISHES else county


def _counties(state: str) -> Iterable[str]:
    return {*counties_of(state), *called_counties().get(state, ()), *other_counties().get(state, ())}


def offices_for(card: Card, places: Places) -> Answer[FieldOffice] | Answer[OplaOffice] | None:
    """The offices that *card* is about, where the place that it turns on is known."""
    place = places.get(TURNS_ON.get(card.channel, ""))
    if not place:
        return None
    return opla_for(place) if card.channel is Channel.OPLA else field_office_for(place)


def lines_of(office: FieldOffice | OplaOffice) -> list[tuple[str, str, tuple[Value, ...]]]:
    """What is printed of *office*: what it is, its kind, its values. Never an e-mail address: none is to send to."""
    if isinstance(office, FieldOffice):
        return [("address", "address", shown(office, "address")), ("phone", "telephone", shown(office, "phone"))]
    mail = (office.mailing_address,) if office.mailing_address else ()
    return [
        ("address", "address", (office.address,)),
        ("mailing_address", "address", mail),
        ("phone", "telephone", (office.phone,)),
    ]


def checked(value: Value, say: Wording) -> str:
    """Since when *value* is known, in words. A copy without a date is said to have none."""
    date = say.day(value.checked)
    return say("ui.checked", date=date) if value.dated else say("office.undated", date=date)


def telephone(number: str) -> str:
    """What a link to a telephone number of the form (000) 000-0000 points to."""
    return "tel:+1" + "".join(character for character in number if character.isdigit())


def shown(office: FieldOffice, about: str) -> tuple[Value, ...]:
    """All values of one fact of *office*: several, newest first, where sources disagree."""
    for conflict in office.conflicts:
        if conflict.about == about:
            return conflict.values
    value: Value = getattr(office, about)
    return (value,)


def sorted_as(name: str) -> str:
    """The key that a reader looks *name* up by."""
    return folded(name)
