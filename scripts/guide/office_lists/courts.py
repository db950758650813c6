"""The offices of ICE's lawyers by state, with the immigration courts in the city of each. Knows no wording."""

from dataclasses import dataclass

from wizard.office_facts import Court, OplaOffice, Value, courts, opla_rule
from wizard.offices import Answer, Found, opla_for


@dataclass(frozen=True)
class Lawyers:
    """What is known of one state: *main* are the offices to which ICE's words give it, each with that claim.

    *offices* are all that may hold a case, with the courts in the city of each; *elsewhere*, the courts of the state
    that are in no office's city.
    """

    main: tuple[tuple[OplaOffice, Value], ...]
    conflict: bool
    offices: tuple[tuple[OplaOffice, tuple[Court, ...]], ...]
    elsewhere: tuple[Court, ...]


def lawyers_by_state(state: str) -> Lawyers:
    """The lawyers' offices for cases in the courts of *state* (its code)."""
    answer = opla_for({"state": state})
    here = {court.id: court for court in courts().values() if court.state == state}
    of_city = {identity: found for identity, court in here.items() if (found := _by_city(court))}
    by_id = {office.id: office for office in answer.offices}
    return Lawyers(
        tuple((by_id[claim.value], claim) for claim in answer.claims),
        answer.found is Found.CONFLICT,
        tuple((office, _courts_of(office, here, of_city)) for office in answer.offices),
        tuple(court for identity, court in here.items() if identity not in of_city),
    )


def _by_city(court: Court) -> tuple[OplaOffice, ...]:
    answer: Answer[OplaOffice] = opla_for({"court": court.name, "state": court.state})
    rule = opla_rule().sources
    return answer.offices if answer.claims and answer.claims[0].sources == rule else ()


def _courts_of(
    office: OplaOffice, here: dict[str, Court], of_city: dict[str, tuple[OplaOffice, ...]]
) -> tuple[Court, ...]:
    return tuple(here[identity] for identity, offices in of_city.items() if office in offices)
