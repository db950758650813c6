"""What stands over the cards of a result, and beside whatever sends a person to ICE's line."""

import re

import pytest
from markupsafe import escape

from wizard.assess import assess
from wizard.cards import Beware
from wizard.interview import ResultScreen
from wizard.languages import languages
from wizard.questions import Need
from wizard.reach import LAWYERS, facts_of
from wizard.render import screen_html
from wizard.wording import wording

ANSWERS = {
    "emergency": "false",
    "removal_imminent": "false",
    "custody": "ice_detention",
    "known_to_ice": "final_order",
    "role": "family_or_friend",
    "local_request": "none",
    "field_office_unable": "true",
}


def result(language: str, need: Need, **answers: str) -> str:
    """The HTML of the result of *need*."""
    return screen_html(ResultScreen(assess((need,), {**ANSWERS, **answers})), wording(language))


@pytest.mark.parametrize("language", languages())
def test_danger_leads_the_result_of_whoever_said_so(language: str) -> None:
    """911 and the staff come again before any card: the line may be closed."""
    say = wording(language)
    shown = result(language, Need.DETENTION_PROBLEM, emergency="true")
    told = say.lines("interlude", "emergency", "text")
    places = [shown.find(line) for line in (*told, '<article class="card"')]
    assert -1 not in places
    assert places == sorted(places)
    assert shown.index('href="tel:911"') < shown.index(told[0])
    assert told[0] not in result(language, Need.DETENTION_PROBLEM)


@pytest.mark.parametrize("language", languages())
def test_a_near_removal_names_lawyers_at_once(language: str) -> None:
    """Right below "call a lawyer", before the first card; and the day of a flight is then nothing to learn."""
    near = result(language, Need.STAY_OF_REMOVAL, removal_imminent="true")
    head = near[: near.index('<article class="card"')]
    for name in LAWYERS:
        assert wording(language)("fact", name) in head
    learn = wording(language).lines("card", "field_office", "change")[1]
    assert learn in result(language, Need.STAY_OF_REMOVAL)
    assert learn not in near


@pytest.mark.parametrize("need", Need)
def test_whoever_is_sent_to_the_line_knows_its_hours_and_that_ice_may_keep_who_calls(need: Need) -> None:
    """On every card outside the two channels that names the line's number."""
    (card,) = assess((need,), ANSWERS).cards
    named = any(fact.id == "line_number" for fact in facts_of(card))
    if named:
        assert {Beware.HOURS, Beware.SENDER_NAMED} <= set(card.warnings)


def test_who_asks_where_a_child_is_finds_the_number_on_the_same_card() -> None:
    """The card that says "call ORR" shows how."""
    shown = result("en", Need.FIND_A_PERSON)
    assert re.search(r'href="tel:\+?1?-?800-?203-?7001"', shown)


def test_a_check_in_is_of_someone_whom_ice_knows_and_who_is_free() -> None:
    """So it is said, before any number, that ICE may keep what is said."""
    shown = result("en", Need.CHECK_IN_OR_MONITOR)
    assert shown.index(wording("en")("interlude.record_kept.title")) < shown.index("<article")


def test_a_lawyer_is_not_sent_to_free_lawyers() -> None:
    """Anyone else is."""
    title = wording("en")("ui.lawyers")
    assert title not in result("en", Need.RELEASE, role="attorney")
    assert title in result("en", Need.RELEASE, role="family_or_friend")


@pytest.mark.parametrize("language", languages())
def test_who_has_no_doctor_tells_the_staff_before_a_line_that_may_be_closed(language: str) -> None:
    """Then 911 where it turns into danger, and the center's own number; the line comes after."""
    say, shown = wording(language), result(language, Need.DETENTION_PROBLEM)
    told = [str(escape(line)) for line in say.lines("beside", "detention_problem", "text")]
    card = shown[shown.index("<article") :]
    in_order = [*told, 'href="tel:911"', 'data-change="place"', str(escape(say("card.detention_line.do"))), "data-live"]
    places = [card.find(part) for part in in_order]
    assert -1 not in places
    assert places == sorted(places)
    assert card.count('data-change="place"') == 1


@pytest.mark.parametrize("language", languages())
def test_a_detainer_is_asked_about_today_at_the_jail_and_by_a_lawyer(language: str) -> None:
    """Before any letter to the office: the hold may be over sooner than a letter comes."""
    say, shown = wording(language), result(language, Need.CANCEL_DETAINER, custody="jail_with_detainer")
    card = shown[shown.index("<article") :]
    told = [str(escape(line)) for line in say.lines("beside", "cancel_detainer", "text")]
    in_order = [*told, str(escape(say.lines("law", "detainer_hours")[0])), str(escape(say("card.field_office.do")))]
    places = [card.find(part) for part in in_order]
    assert -1 not in places
    assert places == sorted(places)
    assert told[0] not in result(language, Need.RELEASE)


@pytest.mark.parametrize(("language", "no_papers"), [("en", "No papers?"), ("es", "¿No tiene papeles?")])
def test_who_looks_for_a_person_without_papers_of_their_own_need_not_call(language: str, no_papers: str) -> None:
    """It stands beside each step that sends to ICE, as groups that help say; the lawyer comes before the office."""
    steps = wording(language).lines("outside", "find_a_person", "steps")
    calls = [number for number, step in enumerate(steps) if no_papers in step]
    lawyer = next(
        number for number, step in enumerate(steps) if "A-number on papers" in step or "Busque el número A" in step
    )
    assert len(calls) == 2
    assert lawyer < calls[1]
    assert wording(language).lines("law", "sender_known")[0] in result(language, Need.FIND_A_PERSON)


@pytest.mark.parametrize("language", languages())
def test_a_person_who_was_moved_is_asked_for_at_the_last_place(language: str) -> None:
    """Whose number is one link away."""
    assert '"../detention-centers/"' in result(language, Need.FIND_A_PERSON)


@pytest.mark.parametrize("language", languages())
def test_who_looks_for_a_person_reads_what_to_say(language: str) -> None:
    """In English, and in the reader's language beside it; whoever needs an interpreter asks for one first."""
    say, shown = wording(language), result(language, Need.FIND_A_PERSON)
    english = say.english.lines("outside.find_a_person.to_say")
    assert "Do you hold this person now?" in english[2]
    for sentence, translated in zip(english, say.lines("outside.find_a_person.to_say"), strict=True):
        assert str(escape(sentence)) in shown
        assert str(escape(translated)) in shown
    interpreter = say.english("packet.call.language", language=say("packet.call.english_name"))
    assert (interpreter in shown) == (language != "en")
    if language != "en":
        assert shown.index(interpreter) < shown.index(str(escape(english[0])))
