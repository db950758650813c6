"""What people type for a place is offered with its state, on the page and in the terminal, and never guessed."""

import json
import re
from functools import cache
from typing import Any

import pytest

from scripts.tables import gazetteer
from tests.test_packet_bridge import request, typed_for
from tests.test_place_search import CENTERS, CITIES, ZIPS, every_county, on_the_page
from wizard.__main__ import main
from wizard.bridge import handle
from wizard.centers import centers
from wizard.office_facts import courts
from wizard.offices import counties_of, field_office_for
from wizard.place_index import Place as Named
from wizard.place_index import index
from wizard.place_offers import MOST, Offer, offers_for, offers_of, rows_of, the_one
from wizard.place_search import Found
from wizard.place_spelling import key_of, words_of
from wizard.places import place_of, told
from wizard.wording import Wording, wording

EN, ES = wording("en"), wording("es")
KNOWN: dict[str, Any] = {
    "language": "en",
    "needs": ["release"],
    "answers": {
        "emergency": "false",
        "need_groups": "out",
        "known_to_ice": "in_proceedings",
        "role": "self",
        "custody": "ice_detention",
        "removal_imminent": "false",
        "local_request": "none",
    },
    "seen": ["removal_near"],
}


GENERAL = [
    *(
        "holding facility",
        "state penitentiary",
        "sheriff dept",
        "metro jail",
        "Family",
        "T",
        "Joe",
        "South LA",
        "river",
    ),
    *("Central Florida", "holding", "naval station", "intake", "secure", "removal", "law enforcement center", "SPC"),
    *("community corrections", "transitional center", "midwest", "southwest", "Michael", "D", "W", "Beach", "n/a"),
    *("South Florida", "West Texas", "Californa", "Vegas", "09012", "Lumpkin", "Hays", "Brazil", "Lewisburg"),
]
"""Words that many places have, or another state's too."""


def offered(question: str, typed: str) -> list[str]:
    """What *typed* is offered as, in English."""
    return [offer.told for offer in offers_for(question, typed, EN)]


def taken(question: str, typed: str) -> dict[str, str] | None:
    """The place that *typed* and Enter set, where nothing has to be asked."""
    one = the_one(offers_for(question, typed, EN))
    place = place_of(question, one.value) if one else None
    return dict(place) if place else None


def asked(**more: Any) -> dict[str, Any]:
    """What the bridge replies to one more thing that a person does."""
    reply: dict[str, Any] = json.loads(handle(json.dumps({**KNOWN, **more})))
    return reply


def answered(question: str, **value: str) -> dict[str, Any]:
    """What follows from an answer to the question of a place."""
    return asked(do="answer", question=question, value=value)


@pytest.mark.parametrize("row", CENTERS, ids=[row["typed"] for row in CENTERS])
def test_every_center_that_may_be_meant_is_offered(row: dict[str, Any]) -> None:
    """By all 40 spellings, each as the center that the list would set, with its state."""
    offers = offers_for("place", row["typed"], EN)
    found = [offer.value["center"] for offer in offers if "center" in offer.value]
    assert set(row["expect"]) <= set(found)
    for offer in offers:
        assert place_of("place", offer.value) == offer.value
        assert "," in offer.told or "(" in offer.told


def test_every_county_is_offered_with_its_own_state_and_never_taken_where_several_have_the_name() -> None:
    """All of the Census, typed as 'NAME County' as on the page."""
    counties = every_county()[::7]
    assert len(counties) > 400
    for state, name in counties:
        offers = offers_for("place", f"{name} County", EN)
        places = [offer.value for offer in offers]
        assert {"state": state, "county": name} in places, (state, name)
        one = the_one(offers)
        assert one is None or one.value == {"state": state, "county": name}, (state, name)


@pytest.mark.parametrize(("typed", "wanted"), (CITIES | ZIPS).items())
def test_a_city_or_a_zip_code_is_offered_with_the_office_of_its_state(typed: str, wanted: str) -> None:
    """And in a split state with the office of its county, so that nothing more is asked."""
    state, _, county = wanted.partition(" ")
    office = field_office_for({"state": state, "county": county})
    values = [offer.value for offer in offers_for("place", typed, EN)]
    same = [value for value in values if value.get("state") == state and field_office_for(value) == office]
    assert same, values
    assert not county or any(counties_of(value["state"]) and value.get("county") for value in same)


@pytest.mark.parametrize(
    ("question", "typed", "place"),
    [
        ("place", "krome", {"center": "krome"}),
        ("place", "Krome FL", {"center": "krome"}),
        ("place", "79901", {"state": "TX", "county": "El Paso"}),
        ("place", "NYC", {"state": "NY", "county": "New York"}),
        ("place", "Bandera County", {"state": "TX", "county": "Bandera"}),
        ("place", "condado de zapata", {"state": "TX", "county": "Zapata"}),
        ("place", "orleans parish, louisiana", {"state": "LA", "county": "Orleans"}),
        ("place", "Washington D", {"state": "DC"}),
        ("place", "26 Federal Plaza", {"state": "NY", "county": "New York"}),
        ("court_place", "Cleveland Immigration Court", {"court": "Cleveland Immigration Court"}),
        ("court_place", "chicago", {"court": "Chicago Immigration Court"}),
        ("court_place", "Jena", {"court": "LaSalle Immigration Court"}),
        ("court_place", "Varick", {"court": "New York - Varick Immigration Court"}),
        ("court_place", "Washington D", {"state": "DC"}),
        ("court_place", "Maine", {"state": "ME"}),
        ("place", "FCI Lewisburg", {"center": "fci-lewisburg"}),
        ("place", "Nelson Coleman", {"center": "nelson-coleman"}),
        ("place", "gtmo", {"center": "guantanamo-bay"}),
        ("place", "processing center Texas", {"state": "TX"}),
        ("place", "Ciudad de Chicago", {"state": "IL"}),
        ("place", "Pago Pago", {"state": "AS"}),
        ("place", "Charlotte Amalie", {"state": "VI", "county": "St. Thomas"}),
        ("court_place", "04101", {"state": "ME"}),
    ],
)
def test_what_fits_alone_is_taken(question: str, typed: str, place: dict[str, str]) -> None:
    """As the lists would set it; a county is kept for the letter also where one office has the whole state."""
    assert taken(question, typed) == place


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("place", "Wayne County"),
        ("place", "Waco"),
        ("place", "stewart"),
        ("place", "moshanon valley"),
        ("place", "albuquerqe"),
        ("place", "albuquerq"),
        ("place", "Washington"),
        ("place", "zzzz"),
        ("place", ""),
        ("court_place", "portland"),
        ("court_place", "clevlend immigration court"),
        ("court_place", "Ohio"),
        ("court_place", "s"),
        *(("place", name) for name in GENERAL),
        *(
            ("court_place", name)
            for name in ("Preston", "Foster", "Republic", "Audubon", "Presto", "chicag", "W", "n/a")
        ),
    ],
)
def test_what_may_mean_more_or_is_only_spelt_nearly_so_is_not_taken(question: str, typed: str) -> None:
    """The person looks at it first, and chooses."""
    assert taken(question, typed) is None


@cache
def cities() -> dict[str, set[str]]:
    """Every name of a city in the package that a county or something else has too, with all states of that city."""
    found: dict[str, set[str]] = {}
    for row in gazetteer.zip_rows():
        found.setdefault(row["city"], set()).add(row["state"])
    known = index()
    parts = {part for entry in (*known.centers, *known.rooms, *known.courts) for part in entry.parts.words}
    alike = parts | set(known.counties)
    return {name: held for name, held in found.items() if key_of(words_of(name)) in alike or alike >= {*words_of(name)}}


@pytest.mark.thorough
@pytest.mark.parametrize("question", ["place", "court_place"])
def test_no_name_of_a_city_takes_a_place_that_leaves_out_a_state_with_that_city(question: str) -> None:
    """Of all that anything else is called by, towns of one ZIP code too. A state's name tells a state."""
    assert len(cities()) > 1500
    wrong, count = [], 0
    for (name, held), answer in zip(cities().items(), found_for_every_city(), strict=True):
        one = the_one(offers_of(question, name, answer, EN))
        if not one or (question == "court_place" and key_of(words_of(name)) in index().states):
            continue
        court = next((court.state for court in courts().values() if court.name == one.value.get("court")), "")
        center = centers()[one.value["center"]].state if "center" in one.value else ""
        state = one.value.get("state") or court or center or one.value.get("court", "")
        count += 1
        if held - {state}:
            wrong.append((name, held, one.value))
    assert count > 100
    assert wrong == []


@cache
def found_for_every_city() -> list[Found]:
    """What the search finds for each, as the page's own, which is faster and the same."""
    rooms = ("counties", "cities", "zips")
    answers = [{room: row for room, row in answer.items() if room != "sure"} for answer in on_the_page(list(cities()))]
    return [
        Found(
            **{  # type: ignore[arg-type]
                room: tuple(Named(**place) for place in row) if room in rooms else tuple(row)
                for room, row in answer.items()
            }
        )
        for answer in answers
    ]


def test_of_a_court_s_city_every_state_with_that_city_is_offered() -> None:
    """Portland has a court in Oregon; who means another one says in which state."""
    first, *others = offered("court_place", "Portland")
    assert first == "Portland Immigration Court, Oregon"
    assert "A court in Maine, I do not know which" in others
    assert "A court in Oregon, I do not know which" not in others
    assert offered("court_place", "Ohio") == [
        "A court in Ohio, I do not know which",
        "Cleveland Immigration Court, Ohio",
    ]


def test_of_one_name_in_many_states_there_is_one_row_that_asks_for_the_state() -> None:
    """In the order of the language; few states have rows of their own."""
    (row,) = rows_of(offers_for("place", "Wayne County", EN))
    assert [offer.state for offer in row] == sorted(offer.state for offer in row)
    assert {"Michigan", "New York"} <= {offer.state for offer in row}
    assert [len(row) for row in rows_of(offers_for("place", "Cook County", EN))] == [1, 1, 1]
    spanish = [offer.state for offer in rows_of(offers_for("place", "Wayne County", ES))[0]]
    assert spanish[0] == "Carolina del Norte"


def test_a_city_is_not_the_county_of_its_name_unless_it_lies_there() -> None:
    """Los Angeles does; Jackson lies in Hinds County, Houston in Harris, and the city of Baltimore in none."""
    assert offered("place", "Los Angeles") == ["Los Angeles, California", "Los Angeles County, California"]
    assert taken("place", "Los Angeles") == {"state": "CA", "county": "Los Angeles"}
    values = {
        offer.told: offer.value for typed in ("Jackson, MS", "Houston, TX") for offer in offers_for("place", typed, EN)
    }
    assert values["Jackson, Mississippi"] == {"state": "MS"}
    assert values["Houston, Texas"] == {"state": "TX", "county": "Harris"}
    assert values["Houston County, Texas"] == {"state": "TX", "county": "Houston"}
    assert taken("place", "Jackson, MS") is None
    assert {"state": "MD"} in [offer.value for offer in offers_for("place", "Baltimore Hold Room", EN)]


def test_a_city_stands_before_the_county_of_its_name() -> None:
    """Who types "Austin" hardly means Austin County, which is of another office."""
    cities, county = rows_of(offers_for("place", "Austin", EN))
    assert {"state": "TX", "county": "Travis"} in [offer.value for offer in cities]
    assert [offer.told for offer in county] == ["Austin County, Texas"]


def test_an_offer_is_told_in_the_reader_s_language() -> None:
    """State and county; the name of a place stays."""
    assert "Condado de Kern, California" in [offer.told for offer in offers_for("place", "Kern County", ES)]
    assert [offer.told for offer in offers_for("place", "Krome", ES)] == [
        "Krome North Service Processing Center, Florida"
    ]
    assert next(offer.told for offer in offers_for("place", "new york", ES)) == "Nueva York (NY)"


@pytest.mark.parametrize(
    ("place", "english", "spanish"),
    [
        ({"state": "TX", "county": "Frio"}, "Frio County, Texas", "Condado de Frio, Texas"),
        ({"state": "IL", "county": "Cook"}, "Cook County, Illinois", "Condado de Cook, Illinois"),
        ({"state": "LA", "county": "Orleans"}, "Orleans Parish, Louisiana", "Parroquia de Orleans, Luisiana"),
        ({"state": "VA", "county": "Norfolk"}, "Norfolk, Virginia", "Norfolk, Virginia"),
        ({"state": "TX", "county": "Zapata"}, "Zapata County, Texas", "Condado de Zapata, Texas"),
        ({"state": "IL", "county": "Springfield area"}, "Springfield area, Illinois", "Springfield area, Illinois"),
    ],
)
def test_a_county_is_told_as_it_is_called(place: dict[str, str], english: str, spanish: str) -> None:
    """County, parish, or a name that says all; what is none stays as it was written."""
    assert (told(place, EN), told(place, ES)) == (english, spanish)


def test_enter_with_one_fit_takes_it_and_a_county_is_asked_where_it_decides() -> None:
    """The same screens as by the lists."""
    reply = answered("place", typed="Krome", center="", state="")
    assert (reply["screen"], reply["places"], reply["focus"]) == ("result", {"place": {"center": "krome"}}, "place")
    reply = answered("place", typed="", state="TX")
    assert (reply["screen"], reply["error"]) == ("place:place", False)
    reply = answered("place", state="NY", county="Kings")
    assert reply["places"]["place"] == {"state": "NY", "county": "Kings"}
    assert answered("court_place", court="OH")["places"]["court_place"] == {"state": "OH"}


@pytest.mark.parametrize("say", [EN, ES], ids=["en", "es"])
def test_where_the_county_is_not_told_the_result_says_that_it_decides(say: Wording) -> None:
    """On the screen with the button beneath, and on paper; not that no source names an office."""
    known = {"places": {"place": {"state": "TX"}}, "language": say.language}
    html = asked(do="show", **known)["html"]
    finder = html.partition('class="office-finder"')[2].partition("</div>")[0]
    assert say("office.place_decides") in finder
    assert 'data-change="place"' in finder
    texts = json.dumps(request("packet", "field_office", **known, details={}), ensure_ascii=False)
    assert say("office.place_decides") in texts
    for text in (finder, texts):
        assert say("office.no_source") not in text


@pytest.mark.parametrize(
    ("question", "typed", "problem", "buttons"),
    [
        ("place", "Wayne County", "question.place.several", 16),
        ("place", "moshanon valley", "question.place.guess", 1),
        ("place", "zzzz", "office.place_none", 0),
        ("place", "Cleveland Immigration Court", "question.place.is_court", 0),
        ("court_place", "Ohio", "question.court_place.several", 2),
        ("court_place", "zzzz", "office.court_none", 0),
    ],
)
def test_enter_with_none_or_several_says_so_beside_the_field_and_keeps_what_was_typed(
    question: str, typed: str, problem: str, buttons: int
) -> None:
    """With what fits right beneath it, and nothing set."""
    reply = answered(question, typed=typed)
    html = reply["html"]
    assert (reply["screen"], reply["error"], reply["places"]) == (f"place:{question}", True, {})
    assert f'id="typed-error"><span class="visually-hidden">{EN("ui.error")}</span> {EN(problem)}</p>' in html
    assert f'value="{typed}"' in html
    assert 'aria-invalid="true"' in html
    assert html.count("data-take=") == buttons
    assert 'class="problem"' not in html


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("place", {"center": "kay-county-ok", "state": "TX"}),
        ("place", {"state": "IL", "typed": "zzzz"}),
        ("place", {"center": "krome", "typed": "Wayne County"}),
        ("court_place", {"court": "OH", "typed": "zzzz"}),
    ],
)
def test_what_was_chosen_from_the_lists_is_kept_where_it_is_not_taken(question: str, value: dict[str, str]) -> None:
    """The screen comes back with it chosen, and nothing is set."""
    reply = answered(question, **value)
    assert (reply["error"], reply["places"]) == (True, {})
    for name, option in value.items():
        assert name == "typed" or f'<option value="{option}" selected' in re.sub(r' lang="en"', "", reply["html"])


def test_nothing_typed_and_nothing_chosen_is_told_by_the_field() -> None:
    """As before there was a box."""
    for question in ("place", "court_place"):
        reply = answered(question, typed=" ", state="", court="")
        assert reply["error"]
        assert reply["html"].count(EN(f"question.{question}.nothing")) == 2


def test_while_a_person_types_what_fits_is_told_and_offered() -> None:
    """And nothing of it is known afterwards: nothing was chosen."""
    reply = asked(do="seek", question="place", words="Wayne County")
    assert reply.keys() == {"told", "html"}
    assert reply["told"] == "16 places fit."
    assert reply["html"].count("data-take=") == 16
    assert EN("office.place_which") in reply["html"]
    assert asked(do="seek", question="place", words="") == {"told": "", "html": ""}
    assert asked(do="seek", question="place", words="zzzz")["told"] == EN("office.place_none")
    many = asked(do="seek", question="place", words="Washington")
    assert len(re.findall("<li>", many["html"])) == MOST
    assert EN("office.place_more") in many["html"]


def test_the_words_stand_there_again_in_another_language_and_after_back() -> None:
    """As the page sends them with every request; where a place was chosen, they are gone."""
    reply = asked(do="change", question="place", language="es", sought={"place": "Cook County"})
    assert 'value="Cook County"' in reply["html"]
    assert "Condado de Cook, Illinois" in reply["html"]
    reply = asked(do="answer", question="place", value={"state": "TX"}, sought={"place": "Cook County"})
    assert reply["screen"] == "place:place"
    assert "Cook County" not in reply["html"]


def test_what_is_typed_is_text_and_long_texts_end() -> None:
    """In the box, and in no offer."""
    typed = '"><img src=x onerror=alert(1)>' + "x" * 5000
    html = answered("place", typed=typed)["html"]
    assert "<img" not in html
    assert len(re.findall('id="typed" name="typed" value="([^"]*)"', html)[0]) < 200
    assert all(isinstance(offer, Offer) for offer in offers_for("place", "Ñ\ud800 \u200b", EN))


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Bandera County", {"Where the person is: Bandera County, Texas"}),
        ("cook county, il", {"Where the person is: Cook County, Illinois"}),
        ("orleans, louisiana", {"Where the person is: Orleans Parish, Louisiana"}),
        (
            "krome",
            {
                "Detention center or jail: Krome North Service Processing Center",
                "Where the person is: Miami, Florida",
                "Field office: Miami Field Office",
            },
        ),
    ],
)
def test_the_letter_names_what_was_typed_as_it_is_called(typed: str, lines: set[str]) -> None:
    """A county with its word, and a center by its name."""
    places = answered("place", typed=typed)["places"]
    details = {name: text for name, text in typed_for("field_office").items() if name != "center"}
    letter = request("packet", "field_office", places=places, details=details)["texts"]["letter-field-office"]
    assert lines <= set(letter.split("\n"))


TO_THE_PLACE = ["2", "out", "release", "2", "ice_detention", "none", "self"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (["krome"], "Krome North Service Processing Center, Miami, Florida"),
        (["Wayne County", "6"], "Wayne County, Michigan"),
        (["?", "zzzz", "Texas", "Travis"], "Travis County, Texas"),
        (["79901"], "El Paso County, Texas"),
        (["moshanon valley", "1"], "Moshannon Valley Processing Center"),
        (["moshanon valley", "9" * 5000, "moshanon valley", "1"], "Moshannon Valley Processing Center"),
    ],
)
def test_a_volunteer_types_the_place_and_picks_by_number(
    typing: list[str], capsys: pytest.CaptureFixture[str], typed: list[str], shown: str
) -> None:
    """The card then names the office; where the county decides, it is looked for in that state."""
    typing += [*TO_THE_PLACE, *typed]
    assert main(["ask"]) == 0
    out = capsys.readouterr().out
    assert typing == []
    assert shown in out.rpartition("(? b) > ")[2]
    assert EN("office.here") in out


def test_who_does_not_know_where_to_a_person_was_taken_is_told_what_to_type(
    typing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The place where ICE took the person, as the screen before it said. Nobody else reads that, nor at the court."""
    told_so = EN("question.place.taken")
    for custody, times in (("taken_place_unknown", 1), ("ice_detention", 0)):
        answers = {**KNOWN["answers"], "custody": custody}
        known = {**KNOWN, "answers": answers, "seen": [*KNOWN["seen"], "taken"]}
        assert request("change", question="place", **known)["html"].count(told_so) == times
        assert told_so not in request("change", question="court_place", **known)["html"]
        at = TO_THE_PLACE.index("ice_detention")
        typing += [*TO_THE_PLACE[:at], custody, *[""] * times, *TO_THE_PLACE[at + 1 :], ""]
        assert main(["ask"]) == 0
        assert capsys.readouterr().out.count(told_so) == times


def test_a_volunteer_leaves_the_place_out_or_goes_back(typing: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An empty line is enough, and so is the end of the input; b asks the question before once more."""
    typing += [*TO_THE_PLACE, "b", "self", ""]
    assert main(["ask", "--language", "es"]) == 0
    out = capsys.readouterr().out
    assert out.count(ES("question.place.typed")) == 2
    assert ES("office.here") not in out
    typing += TO_THE_PLACE
    assert main(["ask"]) == 0
