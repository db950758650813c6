"""The pages of offices show what the data say: every place once, every address and number, every mark and conflict."""

import gzip
import json
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from scripts.guide.office_lists.lists import words
from wizard.centers import NEWEST_LIST, Center, centers
from wizard.languages import languages
from wizard.library import Standing, facts_in
from wizard.office_facts import (
    Conflict,
    FieldOffice,
    OplaOffice,
    Value,
    check_in_offices,
    courts,
    email_notice,
    field_offices,
    general,
    opla_by_state,
    opla_offices,
)
from wizard.wording import wording

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]
SITE = REPOSITORY / "site"
AREAS: dict[str, Any] = json.loads(Path(__file__).with_name("areas.json").read_text("utf-8"))
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "source", "use", "wbr"}
MOST_BYTES_OF_MAP = 60_000
MOST_BYTES_OF_PAGE = 100_000
LANGUAGES = languages()


@dataclass(eq=False)
class Node:
    """An element of a page."""

    tag: str
    given: dict[str, str]
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def all(self, **given: str) -> list["Node"]:
        """The elements inside with these attributes (``data_x`` for ``data-x``; "" for any value)."""
        wanted = {name.replace("_", "-"): value for name, value in given.items()}
        inside = [node for child in self.children for node in child.all(**given)]
        fits = all(name in self.given and value in {"", self.given[name]} for name, value in wanted.items())
        return [*([self] if fits else []), *inside]

    @property
    def text(self) -> str:
        """Everything that is written inside, in order as far as a test needs it."""
        return re.sub(r"\s+", " ", " ".join([*self.texts, *(child.text for child in self.children)])).strip()


class Tree(HTMLParser):
    """Reads a page into nodes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element deeper."""
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element that closes itself."""
        self.here.children.append(Node(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        """Back to the parent of the element that ends."""
        node: Node | None = self.here
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.here = node.parent

    def handle_data(self, data: str) -> None:
        """Text."""
        self.here.texts.append(data)


def path(name: str, language: str) -> Path:
    """Where a page lies."""
    return SITE / ("" if language == "en" else language) / name / "index.html"


@cache
def page(name: str, language: str) -> Node:
    """A page as nodes."""
    return Tree(path(name, language).read_text("utf-8")).root


def codes(place: Node) -> list[str]:
    """The offices whose cards stand in a place or in a part of one, sorted."""
    found = sorted({card.given["data-office"] for card in place.all(data_office="")})
    assert "data-offices" not in place.given or sorted(place.given["data-offices"].split()) == found
    return found


def part_of(node: Node) -> Node | None:
    """The part of a state in which a node stands."""
    above: Node | None = node
    while above is not None and "data-part" not in above.given:
        above = above.parent
    return above


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_territory_stands_there_once_with_its_office(language: str) -> None:
    """Held against the table that was made from the sources on its own."""
    places = page("find-your-office", language).all(data_place="")
    found = {place.given["data-place"]: codes(place) for place in places if not place.all(data_part="")}
    assert len(places) == len({place.given["data-place"] for place in places}) == 56
    assert found == {state: sorted(offices) for state, offices in AREAS["states"].items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_county_of_a_split_state_stands_there_once_with_its_office(language: str) -> None:
    """All 374, and the ten that sources give to two offices with both of them."""
    found: dict[str, dict[str, list[str]]] = {}
    for county in page("find-your-office", language).all(data_county=""):
        part = part_of(county)
        assert part is not None
        state = part.given["id"].partition("-")[0]
        assert county.given["data-county"] not in found.get(state, {}), county.given
        assert county.text == county.given["data-county"]
        found.setdefault(state, {})[county.text] = codes(part)
    assert found == {
        state: {county: sorted(offices) for county, offices in table.items()}
        for state, table in AREAS["counties"].items()
    }
    assert sum(map(len, found.values())) == 374


@pytest.mark.parametrize("language", LANGUAGES)
def test_counties_in_conflict_say_so_and_name_both_claims(language: str) -> None:
    """With the mark of each, which says how sure it is and since when."""
    part = page("find-your-office", language).all(id="TX-HOU-SNA")[0]
    assert words(language)["area_conflict"] in part.text
    for office in ("Houston Field Office", "San Antonio Field Office"):
        assert words(language)["claim"].format(office=office) in part.text
    assert wording(language).day("2026-03-01") in part.text
    assert wording(language).day("2025-01-31") in part.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_american_samoa_has_no_office_and_says_why(language: str) -> None:
    """No source covers it on either page, and ICE's own list is where to look."""
    for name, directory in (("find-your-office", "field_office_directory"), ("opla-offices", "opla_directory")):
        place = page(name, language).all(data_place="AS")[0]
        assert words(language)["no_source"] in place.text
        links = [link.given["href"] for link in place.all(href="")]
        assert len(links) == 1
        assert links[0] == facts_in(language)[directory].href


def expected(values: tuple[Value, ...], language: str) -> list[str]:
    """What has to be read of one fact: each value with its mark and date, where it is not confirmed."""
    return [" ".join(filter(None, (value.value, mark(value, language)))) for value in values]


def mark(value: Value, language: str) -> str:
    """The mark of a value in words, made here on its own."""
    if value.standing is Standing.CONFIRMED:
        return ""
    say, date = wording(language), wording(language).day(value.checked)
    seen = say("ui.checked", date=date) if value.dated else words(language)["undated"].format(date=date)
    return f"{say('standing', value.standing.value)} ({seen})"


def facts_on(card: Node) -> list[list[str]]:
    """The facts of a card: for each, all that is said of it."""
    groups = [group for group in card.all() if any(child.tag == "dt" for child in group.children)]
    return [[node.text for node in group.children if node.tag == "dd" and not node.given] for group in groups]


def values_of(office: FieldOffice, about: str) -> tuple[Value, ...]:
    """All that sources say of one fact of an office."""
    conflicts: dict[str, Conflict] = {conflict.about: conflict for conflict in office.conflicts}
    only: Value = getattr(office, about)
    return conflicts[about].values if about in conflicts else (only,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_office_shows_each_fact_as_the_data_have_it(language: str) -> None:
    """Address, telephone and printed e-mail on every one of its cards; both where sources disagree."""
    cards = page("find-your-office", language).all(data_office="")
    assert {card.given["data-office"] for card in cards} == field_offices().keys()
    for card in cards:
        office = field_offices()[card.given["data-office"]]
        facts = [expected(values_of(office, about), language) for about in ("address", "phone")]
        assert facts_on(card) == [*facts, expected((office.email,), language)]
        said = words(language)["conflict"]
        assert card.text.count(said) == len([c for c in office.conflicts if c.about in {"address", "phone"}])


def test_the_conflicts_that_are_known_are_the_ones_that_are_shown() -> None:
    """Miami, New Orleans and St. Paul; a fourth is to be looked at on the page before this line is changed."""
    shown = {code for code, office in field_offices().items() if office.conflicts}
    assert shown == {"MIA", "NOL", "SPM"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_email_address_is_text_and_ice_s_sentence_about_it_stands_above_the_list(language: str) -> None:
    """No link writes a mail, and the sentence is on the page once, word for word."""
    for name in ("find-your-office", "opla-offices", "check-in-offices", "detention-centers"):
        html = path(name, language).read_text("utf-8")
        assert "mailto:" not in html
        assert ("@ice.dhs.gov" in html) == (name == "find-your-office")
    html = path("find-your-office", language).read_text("utf-8")
    assert html.count(email_notice().value) == 1
    assert html.index(email_notice().value) < html.index("@ice.dhs.gov")
    assert f'href="https://{general()["contact_form"].value}"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_office_of_ices_lawyers_shows_each_fact_as_the_data_have_it(language: str) -> None:
    """All 67, in the state of the office and wherever ICE's words for its area say so."""
    cards = page("opla-offices", language).all(data_opla="")
    assert {card.given["data-opla"] for card in cards} == opla_offices().keys()
    for card in cards:
        office: OplaOffice = opla_offices()[card.given["data-opla"]]
        values = (office.address, *([office.mailing_address] if office.mailing_address else []), office.phone)
        assert facts_on(card) == [expected((value,), language) for value in values]
        assert ", ".join(office.places) in card.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_has_the_lawyers_offices_in_it_and_the_main_ones_of_its_area(language: str) -> None:
    """And says of Idaho, Kentucky and West Virginia that ICE's words give them to two."""
    places = {place.given["data-place"]: place for place in page("opla-offices", language).all(data_place="")}
    assert places.keys() - {"AS"} == opla_by_state().keys()
    said = words(language)["opla_conflict"]
    assert {code for code, place in places.items() if said in place.text} == {"ID", "KY", "WV"}
    for code, place in places.items():
        main = opla_by_state()[code].offices if code != "AS" else ()
        here = {identity for identity, office in opla_offices().items() if office.state == code}
        assert sorted(card.given["data-opla"] for card in place.all(data_opla="")) == sorted({*here, *main})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_court_stands_in_its_state(language: str) -> None:
    """With the offices in its city, or by itself where there is none."""
    places = {place.given["data-place"]: place for place in page("opla-offices", language).all(data_place="")}
    for court in courts().values():
        assert court.name in places[court.state].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_in_offices_stand_on_their_own_page_with_every_mark(language: str) -> None:
    """Each once, and the page's first heading says that they are not for requests."""
    rows = page("check-in-offices", language).all(data_check_in="")
    assert sorted(row.given["data-check-in"] for row in rows) == sorted(check_in_offices())
    assert len(rows) == 121
    for row in rows:
        office = check_in_offices()[row.given["data-check-in"]]
        for fact in expected((office.address,), language) + expected((office.phone,), language):
            assert fact in row.text
        assert office.page in row.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_where_ice_holds_people_stands_in_its_state_with_all_its_numbers(language: str) -> None:
    """Each number in the order in which to try them, with its mark; nobody needs a script to find one."""
    states = {state.given["data-place"]: state for state in page("detention-centers", language).all(data_place="")}
    assert {center.state for center in centers().values()} == states.keys()
    found = {row.given["data-center"]: row for state in states.values() for row in state.all(data_center="")}
    assert found.keys() == centers().keys()
    for center in centers().values():
        row = states[center.state].all(data_center=center.id)[0]
        assert center.name in row.text
        numbers = [link.text for link in row.all(href="") if link.given["href"].startswith("tel:")]
        assert numbers == [value.value for _, value in center.numbers()]
        assert row.text.count(words(language)["center_no_phone"]) == (not numbers)
        for _, value in center.numbers():
            assert mark(value, language) in row.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_leads_to_the_office_that_ice_names_for_it(language: str) -> None:
    """To a card of that very office on the page of offices; where the area has another, both are named."""
    cards = page("find-your-office", language)
    others: set[str] = set()
    for row in page("detention-centers", language).all(data_center=""):
        center: Center = centers()[row.given["data-center"]]
        (link,) = (link for link in row.all(href="") if not link.given["href"].startswith("tel:"))
        where, _, anchor = link.given["href"].partition("#")
        assert where == "../find-your-office/"
        assert codes(cards.all(id=anchor)[0]) == [center.office.value]
        assert link.text == field_offices()[center.office.value].name
        if words(language)["center_area"].partition("{")[0] in row.text:
            others.add(center.id)
    assert len(others) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_that_ices_newest_list_leaves_out_says_so(language: str) -> None:
    """And which was the last that named it."""
    say = wording(language)
    for row in page("detention-centers", language).all(data_center=""):
        center = centers()[row.given["data-center"]]
        said = say("office.center_on_a_page")
        if center.in_use:
            said = say("office.center_left_out", date=say.day(center.in_use), newest=say.day(NEWEST_LIST))
        assert (said in row.text) == (not center.is_current), center.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_leads_to_every_area_and_every_link_on_the_page_has_its_target(language: str) -> None:
    """64 places in 25 areas, each with a name of its own to hear."""
    root = page("find-your-office", language)
    ids = [node.given["id"] for node in root.all(id="")]
    assert len(ids) == len(set(ids))
    links = [node for node in root.all(href="", aria_label="") if node.given["href"].startswith("#")]
    whole = set(AREAS["states"])
    split = {part.given["id"] for part in root.all(data_part="")}
    assert {link.given["href"].removeprefix("#") for link in links} >= whole | split
    heard = [link.given["aria-label"] for link in links if link.given["href"].removeprefix("#") in whole | split]
    assert len(heard) == len(set(heard)) == 64
    for office in field_offices().values():
        assert any(office.name in name for name in heard), office.name
    for link in root.all(href=""):
        if link.given["href"].startswith("#") and link.tag == "a":
            assert link.given["href"].removeprefix("#") in {*ids, ""}, link.given


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_of_the_map_names_the_office_of_its_target(language: str) -> None:
    """The name that is heard is the name that is read where it leads."""
    root = page("find-your-office", language)
    for link in root.all(href="", aria_label="", **{"class": ""}):
        anchor = link.given["href"].removeprefix("#")
        if not link.given["href"].startswith("#") or not re.fullmatch(r"[A-Z]{2}(-[A-Z]{3})*", anchor):
            continue
        for code in codes(root.all(id=anchor)[0]):
            assert field_offices()[code].name in link.given["aria-label"]


def test_the_map_and_the_pages_are_light() -> None:
    """Compressed, as they go over the wire."""
    assert len(gzip.compress((REPOSITORY / "build" / "map.svg").read_bytes(), 9)) < MOST_BYTES_OF_MAP
    for language in LANGUAGES:
        for name in ("find-your-office", "opla-offices", "check-in-offices", "detention-centers"):
            assert len(gzip.compress(path(name, language).read_bytes(), 9)) < MOST_BYTES_OF_PAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_filter_leaves_the_page(language: str) -> None:
    """The field has no name to be sent by, stands in no form, and no browser is to remember or to check it."""
    for name in ("find-your-office", "opla-offices", "detention-centers"):
        (field_,) = page(name, language).all(id="office-filter")
        assert "name" not in field_.given
        assert field_.given["autocomplete"] == "off"
        assert field_.given["spellcheck"] == "false"
        above = field_.parent
        while above is not None:
            assert above.tag != "form"
            above = above.parent


def test_the_lists_have_the_same_texts_in_every_language() -> None:
    """With the same braces."""
    reference = words("en")
    for language in LANGUAGES:
        texts = words(language)
        assert texts.keys() == reference.keys()
        for name, text in texts.items():
            assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", reference[name]), name
        named = {name.removeprefix("state.") for name in wording(language).texts if name.startswith("state.")}
        assert named <= {*AREAS["states"], *AREAS["counties"]}
