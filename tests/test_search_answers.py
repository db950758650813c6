"""Whoever searches in their own words finds the right place first, and never nothing."""

import gzip
import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from scripts.checks import searching
from scripts.guide import search
from tests.built_pages import SITE
from tests.readers import reader
from wizard.languages import languages

PROGRAM = Path(__file__).parent / "node" / "first_hits.mjs"
LEAST_QUERIES = 120
OF_SO_MANY, LEAST_RIGHT = 12, 11
"""Of every 12 queries, so many find the right place first: 110 of 120."""
FOR_EXPERTS = {
    "for-lawyers",
    "how-we-know",
    "whole-guide",
    "outside-links",
    "genuine",
    "hosting",
    "changing",
    "changelog",
}
MOST_BYTES = 87_000
"""Of what is looked through in one language, as it comes by gzip; a browser that reads Brotli gets less."""
IN_EVERY_LANGUAGE = [
    ("8883514024", "888-351-4024", "1-888-351-4024", "(888) 351-4024", "888 351 4024", "888.351.4024"),
    ("g28", "G-28", "g 28"),
    ("60001", "60-001", "60 001"),
    ("i246", "I-246", "i 246"),
]
"""Rows of one number, as people write it."""


def wanted(language: str) -> dict[str, list[str]]:
    """The queries of *language*, each with the places of which one must be found first."""
    rows = reader(language, "search")
    return {query: [places] if isinstance(places, str) else places for query, places in rows.items()}


@cache
def found(language: str, *queries: str) -> list[list[str]]:
    """The places that the search finds for each of *queries*, the best first."""
    ran = subprocess.run(
        ["node", PROGRAM, SITE / "search" / f"{language}.json"],
        input=json.dumps(queries),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return [[search.place_of(location, language) for location in locations] for locations in json.loads(ran.stdout)]


def leads_to(place: str, wanted_places: list[str]) -> bool:
    """Whether *place* is one of them, or a part of one."""
    return any(place == one or place.startswith(f"{one}#") for one in wanted_places)


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
def test_the_right_place_comes_first_and_no_query_finds_nothing(language: str) -> None:
    """For at least 110 of 120 queries in people's words."""
    queries = wanted(language)
    hits = dict(zip(queries, found(language, *queries), strict=True))
    wrong = {query: hits[query][:3] for query, right in queries.items() if not leads_to((*hits[query], "")[0], right)}
    print(f"search, {language}: {len(queries) - len(wrong)} of {len(queries)} right first; wrong: {wrong}")
    assert len(queries) >= LEAST_QUERIES
    assert [query for query, places in hits.items() if not places] == []
    assert len(wrong) * OF_SO_MANY <= len(queries) * (OF_SO_MANY - LEAST_RIGHT), wrong


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
def test_every_query_leads_to_a_place_of_the_guide(language: str) -> None:
    """A part that was renamed would never be found again."""
    told = {place for right in wanted(language).values() for place in right}
    assert told - searching.places(language) == set()


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("row", IN_EVERY_LANGUAGE, ids=lambda row: row[0])
def test_a_number_finds_the_same_however_it_is_written(language: str, row: tuple[str, ...]) -> None:
    """With signs between its digits, with spaces, and without."""
    first, *others = found(language, *row)
    assert first
    assert all(places == first for places in others)


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
def test_what_most_readers_look_for_comes_before_what_experts_do(language: str) -> None:
    """No query in people's words leads first to a page for lawyers or programmers."""
    first = [places[0].partition("#")[0] for places in found(language, *wanted(language))]
    assert set(first) & FOR_EXPERTS == set()


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
def test_no_table_that_a_program_made_is_looked_through(language: str) -> None:
    """Lists of offices and links, every interview, every sentence: each by a word that only it has."""
    texts = json.loads((SITE / "search" / f"{language}.json").read_text("utf-8"))
    held = " ".join(part["text"] for part in texts["parts"])
    assert "Poydras" not in held
    assert "field_office_follow_up" not in held
    assert not re.search(r"\bR17\b", held)
    assert not any(search.place_of(part["location"], language) == search.FIRST_HIT for part in texts["parts"])


@pytest.mark.site
@pytest.mark.parametrize("language", languages())
def test_what_is_looked_through_comes_soon_on_a_slow_line(language: str) -> None:
    """Questions may be added as long as they cost little."""
    assert len(gzip.compress((SITE / "search" / f"{language}.json").read_bytes(), 9)) <= MOST_BYTES


WORDS: search.Words = {
    "stop_words": ["of"],
    "synonyms": [["bond", "bail"]],
    "asked": {"papers#where": "address"},
    "sentences": {"papers#where": ["Where do I send it?"]},
}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"synonyms": [["bonnd", "bail"]]}, ["search: en: bonnd has synonyms, and no page has this word"]),
        ({"synonyms": [["bond"]]}, ["search: en: bond stands alone, without a synonym"]),
        (
            {"asked": {"get-help#bonnd": ""}},
            ["search: en: get-help#bonnd is asked for, and is no page, or no part of one"],
        ),
        (
            {"sentences": {"get-help#bonnd": ["Who may pay?"]}},
            ["search: en: get-help#bonnd is asked for, and is no page, or no part of one"],
        ),
    ],
)
def test_the_check_names_a_word_and_a_place_that_no_page_has(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, object], told: list[str]
) -> None:
    """In a sentence, with the language."""
    monkeypatch.setattr(searching, "words_of", lambda _: {**WORDS, **changed})
    assert list(searching.search_faults("en")) == told


def test_the_check_names_a_language_that_does_not_say_how_its_people_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing, and where there is only a copy of the English."""
    assert list(searching.search_faults("xx")) == [
        "search: there is no wizard/wording/xx/search.toml; the search then knows no synonyms"
    ]
    english = search.words_of("en")
    monkeypatch.setattr(searching, "words_of", lambda _: english)
    told = list(searching.search_faults("es"))
    for part in ("stop_words", "synonyms", "asked", "sentences"):
        assert f"search: es: {part} in wizard/wording/es/search.toml are those of en" in told
