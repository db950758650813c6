"""The rules as sentences, each held over every interview there is."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from wizard.assess import ASKED_FIRST, CASE_REVIEW_CHANNELS, assess, reaching_ice, unanswered
from wizard.cards import (
    ITEM_STATEMENTS,
    NOTICE_STATEMENTS,
    Before,
    Beware,
    Card,
    Channel,
    Item,
    Notice,
    statements_of,
)
from wizard.engine import RULES
from wizard.languages import languages
from wizard.library import source, statements
from wizard.questions import COURT_REQUESTS, LINE_TOPICS, OFFICER_REQUESTS, OUTSIDE_NEEDS, LocalResponsePeriod, Need
from wizard.reach import laws_of_notice
from wizard.rules.days import (
    AIM,
    MOST_DAYS_UNCOMPARED,
    ORDERS_DAY,
    WINDOW_FIRST_DAY,
    WINDOW_LAST_DAY,
    answers_of_day,
    period_of,
)
from wizard.wording import wording


class Interview(NamedTuple):
    """One complete interview of one need."""

    need: Need
    answers: dict[str, str]
    cards: tuple[Card, ...]
    stop: bool
    notices: tuple[Notice, ...]


@cache
def interviews_of(need: Need) -> tuple[Interview, ...]:
    """Every complete interview of *need*, unmerged."""
    found: list[Interview] = []
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        answers = waiting.pop()
        question = unanswered((need,), answers)
        if question is None:
            result = assess((need,), answers)
            found.append(Interview(need, answers, result.cards, result.stop, result.notices))
        else:
            waiting += [{**answers, question.id(): option.value} for option in question]
    return tuple(found)


def interviews(needs: Iterable[Need] = Need) -> Iterator[Interview]:
    """Every complete interview of each of *needs* alone."""
    for need in needs:
        yield from interviews_of(need)


ONE_IN = pytest.mark.parametrize("one_in", [7, pytest.param(1, marks=pytest.mark.thorough)])
"""For what is assessed anew for each interview: one in seven, and with --thorough every one."""

SEVEN = ["name", "a_number", "date_of_birth", "country_of_birth", "telephone", "email", "discretion_sought"]
EARLIER = ["prior_request_statement", "prior_request_outcome"]
COPIES = ["copy_of_local_request", "copy_of_local_response"]
PARTS = ["facts_summary", "request_stated", "supporting_documents"]


FREE_AND_UNKNOWN = {
    "removal_imminent": "false",
    "custody": "not_detained",
    "known_to_ice": "no_case",
    "local_request": "none",
    "role": "self",
}


def channel(interview: Interview) -> Channel:
    """Where the interview's need goes, danger aside."""
    return interview.cards[-1].channel


def test_the_reviewing_official_only_after_the_field_office_answered() -> None:
    """R24, and the cautious reading of R41 to R43."""
    for interview in interviews():
        if channel(interview) is Channel.REVIEWING_OFFICIAL:
            assert interview.answers["local_request"] == "answered"


def test_the_reviewing_official_only_when_a_factor_was_overlooked() -> None:
    """R25: disagreement alone is not the test."""
    for interview in interviews(OFFICER_REQUESTS):
        if channel(interview) is Channel.REVIEWING_OFFICIAL:
            assert interview.answers["factors_overlooked"] == "true"
        if interview.answers.get("factors_overlooked") in {"false", "unsure"}:
            assert channel(interview) is Channel.NO_BASIS_FOR_REVIEWING_OFFICIAL


def test_never_the_reviewing_official_for_an_answer_in_the_window_or_of_no_known_date() -> None:
    """R30, R31."""
    for interview in interviews(OFFICER_REQUESTS):
        if interview.answers.get("local_response_period") in {"in_window", "unknown"}:
            assert channel(interview) is Channel.FIELD_OFFICE


def test_changed_facts_go_back_to_the_field_office_with_what_changed() -> None:
    """R45."""
    for interview in interviews(OFFICER_REQUESTS):
        if interview.answers.get("facts_changed") == "true":
            assert channel(interview) is Channel.FIELD_OFFICE
            assert Item.WHAT_CHANGED in interview.cards[-1].include
            assert Beware.CHANGED_FACTS in interview.cards[-1].warnings


def test_changed_facts_and_the_window_give_both_reasons() -> None:
    """C1: the result is the same, and both reasons are shown."""
    both = [
        interview
        for interview in interviews(OFFICER_REQUESTS)
        if interview.answers.get("local_response_period") == "in_window"
        and interview.answers.get("facts_changed") == "true"
    ]
    assert both
    for interview in both:
        assert {Beware.WINDOW, Beware.CHANGED_FACTS} <= set(interview.cards[-1].warnings)


def test_a_route_that_the_page_does_not_settle_says_so() -> None:
    """C3 (no answer yet), C15 (new proof of old facts), an answer of no known date, and a request of a stranger."""
    for interview in interviews(OFFICER_REQUESTS):
        unsettled = (
            interview.answers["local_request"] == "pending"
            or interview.answers.get("evidence_not_submitted") == "true"
            or interview.answers.get("local_response_period") == "unknown"
            or interview.answers.get("role") in {"organization", "public", "law_enforcement"}
        )
        assert (Beware.INTERPRETATION in interview.cards[-1].warnings) == unsettled


def test_court_requests_never_go_to_officers_and_officer_requests_never_to_the_lawyers_in_court() -> None:
    """R33 to R36."""
    for interview in interviews(COURT_REQUESTS):
        assert channel(interview) is Channel.OPLA
        assert Beware.NOT_SRO in interview.cards[-1].warnings
    for interview in interviews(OFFICER_REQUESTS):
        assert channel(interview) is not Channel.OPLA
        assert (Beware.NOT_OPLA in interview.cards[-1].warnings) == (interview.need is not Need.CASE_REVIEW)


def test_legal_access_goes_to_the_field_office_until_it_could_not_help() -> None:
    """R16, the only topic of the line with a condition."""
    for interview in interviews(LINE_TOPICS):
        asked_first = interview.answers.get("field_office_unable") == "false"
        expected = Channel.FIELD_OFFICE_LEGAL_ACCESS if asked_first else Channel.DETENTION_LINE
        assert channel(interview) is expected
        assert ("field_office_unable" in interview.answers) == (interview.need is Need.LEGAL_ACCESS)


def test_someone_else_needs_the_form_that_fits_them() -> None:
    """R38, R39: G-28 for a lawyer or accredited representative, 60-001 for anyone else, if somebody could sign it."""
    forms = {"self": set(), "attorney": {Item.FORM_G28}, "accredited_representative": {Item.FORM_G28}}
    unsigned = {Need.GENERAL_QUESTION, Need.TRAFFICKING_OR_CRIME, Need.ASSAULT_OR_ABUSE, Need.MENTAL_HEALTH}
    for interview in interviews():
        card, role = interview.cards[-1], interview.answers.get("role")
        if role is None:
            assert set(card.include) <= {Item.FORM_I246}
            continue
        expected = forms.get(role, {Item.FORM_60_001})
        if interview.need in unsigned and role in {"public", "law_enforcement"}:
            expected = set()
        assert {Item.FORM_G28, Item.FORM_60_001} & set(card.include) == expected
        assert (Beware.THIRD_PARTY in card.warnings) == bool(expected)


def test_priority_is_for_people_held_by_ice_or_about_to_be_removed_and_fourteen_days_only_for_the_held() -> None:
    """R49, R50: a county jail is not ICE custody, and imminent removal has no fourteen days."""
    for interview in interviews(OFFICER_REQUESTS):
        card = interview.cards[-1]
        held = interview.answers["custody"] in {"ice_detention", "taken_place_unknown"}
        if card.channel is Channel.REVIEWING_OFFICIAL:
            assert card.priority == (held or interview.answers["removal_imminent"] == "true")
            assert (Beware.TIMING_DETAINED in card.warnings) == held
        else:
            assert Beware.TIMING_DETAINED not in card.warnings


def test_the_reviewing_official_gets_nine_items_two_copies_and_three_parts() -> None:
    """R41, R42, R46."""
    for interview in interviews(OFFICER_REQUESTS):
        items = [item.value for item in interview.cards[-1].include if not item.value.startswith("form_")]
        if channel(interview) is Channel.REVIEWING_OFFICIAL:
            assert items == [*SEVEN, *EARLIER, *COPIES, *PARTS]
        elif channel(interview) is Channel.FIELD_OFFICE:
            assert items[:10] == [*SEVEN, *PARTS]
        elif channel(interview) is Channel.FIELD_OFFICE_FOLLOW_UP:
            assert items == [*SEVEN, "proof_of_local_request"]


def test_the_stop_card_comes_for_whoever_ice_may_not_know_and_for_nobody_else() -> None:
    """Never a block: the cards are there too."""
    for interview in interviews():
        about_nobody = interview.need is Need.GENERAL_QUESTION and interview.answers["role"] in {
            "public",
            "law_enforcement",
        }
        loose = interview.answers.get("custody") in {"not_detained", "unknown"} and not about_nobody
        expected = loose and interview.answers.get("known_to_ice") in {"no_case", "unknown"}
        assert interview.stop == expected
        assert interview.cards
        assert reaching_ice((interview.need,)) or not interview.stop


def test_danger_comes_first_whatever_the_need() -> None:
    """911 before every channel."""
    for interview in interviews():
        first = interview.cards[0].channel
        assert (first is Channel.EMERGENCY) == (interview.answers["emergency"] != "false")


@pytest.mark.parametrize(("emergency", "first"), [("true", True), ("unsure", True), ("false", False)])
def test_danger_is_shown_ahead_of_the_cards_where_it_may_be_and_nowhere_else(emergency: str, first: bool) -> None:  # noqa: FBT001
    """Also where nobody is sure."""
    result = assess((Need.STAY_OF_REMOVAL,), FREE_AND_UNKNOWN | {"emergency": emergency})
    assert (Before.EMERGENCY in result.before) == first


def test_the_notice_on_what_has_changed_stands_on_every_case_review_and_court_result() -> None:
    """And "not legal advice" on every result."""
    for interview in interviews():
        assert (Notice.CURRENCY in interview.notices) == (channel(interview) in CASE_REVIEW_CHANNELS)
        assert (Notice.OPLA_DISMISSAL in interview.notices) == (channel(interview) is Channel.OPLA)
        assert Notice.NOT_LEGAL_ADVICE in interview.notices


NEAR = {"removal_imminent": "true"}


def test_whether_a_removal_is_near_is_asked_of_everyone_who_asks_officers_or_to_reopen_a_case() -> None:
    """Whoever asks, and wherever the person is; first of all, but for danger."""
    for interview in interviews():
        asked = list(interview.answers)
        assert ("removal_imminent" in asked) == (interview.need in ASKED_FIRST)
        if interview.need in ASKED_FIRST:
            assert asked.index("removal_imminent") == asked.index("emergency") + 1


@ONE_IN
@pytest.mark.slow
def test_a_near_removal_comes_before_everything_but_danger_and_warns_on_every_card(one_in: int) -> None:
    """Follow-up and dead end too; and an answer that was given is never dropped."""
    for interview in islice(interviews((*OFFICER_REQUESTS, *COURT_REQUESTS)), 0, None, one_in):
        for answers in (interview.answers, interview.answers | NEAR):
            result = assess((interview.need,), answers)
            near = answers.get("removal_imminent") == "true"
            assert (Before.REMOVAL_NEAR in result.before) == near
            assert all(
                (Beware.REMOVAL_NEAR in card.warnings) == near
                for card in result.cards
                if card.channel in CASE_REVIEW_CHANNELS
            )
    order = assess((Need.STAY_OF_REMOVAL,), FREE_AND_UNKNOWN | NEAR | {"emergency": "true"}).before
    assert order == (Before.EMERGENCY, Before.REMOVAL_NEAR, Before.STOP)


def test_what_is_never_promised_stands_first_on_every_card_of_officers_and_of_lawyers() -> None:
    """Open, since the first warnings of a card are never folded."""
    for interview in interviews((*OFFICER_REQUESTS, *COURT_REQUESTS)):
        assert interview.cards[-1].warnings[0] is Beware.NO_GUARANTEE


def test_a_stay_has_its_form_from_the_first_request_on_and_nothing_else_has() -> None:
    """8 CFR 241.6."""
    for interview in interviews(OFFICER_REQUESTS):
        card = interview.cards[-1]
        stay = interview.need is Need.STAY_OF_REMOVAL
        assert (Item.FORM_I246 in card.include) == (Beware.STAY_FORM in card.warnings) == stay


def test_a_relative_a_friend_and_a_stranger_hear_that_ice_may_keep_who_calls_or_signs() -> None:
    """On every card that reaches ICE; not the person, a lawyer or the police."""
    for interview in interviews((*LINE_TOPICS, *OFFICER_REQUESTS, *COURT_REQUESTS)):
        named = interview.answers.get("role") in {"family_or_friend", "organization", "public"}
        assert (Beware.SENDER_NAMED in interview.cards[-1].warnings) == named


def test_on_the_line_a_free_person_whom_ice_knows_hears_that_a_record_may_be_kept() -> None:
    """Neither a person who is held, nor one whom ICE may not know: they hear something else."""
    for interview in interviews(LINE_TOPICS):
        free = interview.answers.get("custody") == "not_detained"
        known = interview.answers.get("known_to_ice") in {"in_proceedings", "final_order", "check_ins"}
        on_the_line = channel(interview) is Channel.DETENTION_LINE
        assert (Beware.RECORD_KEPT in interview.cards[-1].warnings) == (free and known and on_the_line)


def test_whom_ice_took_it_knows() -> None:
    """Nobody has to know where the person is, to be spared the stop card."""
    for interview in interviews():
        if interview.answers.get("custody") == "taken_place_unknown":
            assert not interview.stop
            assert "known_to_ice" not in interview.answers


@ONE_IN
@pytest.mark.slow
def test_an_answer_of_the_new_time_says_so_unless_its_day_is_known_to_be_older(one_in: int) -> None:
    """The priorities were revoked on January 20, 2025: on that day itself they had not been, as far as a day tells."""
    for interview in islice(interviews(OFFICER_REQUESTS), 0, None, one_in):
        after = interview.answers.get("local_response_period") == "after_window"
        assert (Beware.SINCE_2025 in interview.cards[-1].warnings) == after
        if after:
            for day, new in ((date(2023, 7, 28), False), (ORDERS_DAY, False), (ORDERS_DAY + timedelta(1), True)):
                card = assess((interview.need,), interview.answers | answers_of_day(day)).cards[-1]
                assert (Beware.SINCE_2025 in card.warnings) == new


def test_the_local_office_is_not_said_to_be_skipped_by_someone_who_asked_it() -> None:
    """R28 is for whoever never asked; after the window, changed facts or new proof other sentences lead back."""
    for interview in interviews(OFFICER_REQUESTS):
        first = interview.answers["local_request"] == "none"
        assert (Beware.LOCAL_FIRST in interview.cards[-1].warnings) == first


@ONE_IN
@pytest.mark.slow
def test_a_request_that_was_never_made_is_a_first_one_whatever_the_office_said_of_another(one_in: int) -> None:
    """One history for each request; without a word of it, the earlier one asked for all."""
    for interview in islice(interviews(OFFICER_REQUESTS), 0, None, one_in):
        (other,) = [need for need in OFFICER_REQUESTS if need is not interview.need][:1]
        kept = assess((interview.need,), interview.answers | {"local_request_needs": interview.need.value})
        assert kept.cards == interview.cards
        new = assess((interview.need,), interview.answers | {"local_request_needs": other.value, "role": "self"})
        assert new.cards[-1].channel is Channel.FIELD_OFFICE
        assert Beware.LOCAL_FIRST in new.cards[-1].warnings


def test_no_rule_stands_on_a_sentence_about_something_else() -> None:
    """The reasons that were found not to support what stood above them."""
    assert RULES["the_person_asks_in_person"] == ("R38", "R39")
    assert "R48" not in RULES["the_field_office_has_answered"]
    assert statements_of(Beware.TIMING, Channel.FIELD_OFFICE)[0] == "R52"
    assert statements_of(Beware.TIMING, Channel.FIELD_OFFICE_FOLLOW_UP)[0] == "R52"
    assert statements_of(Beware.TIMING, Channel.REVIEWING_OFFICIAL) == ("R48",)
    assert NOTICE_STATEMENTS[Notice.OPLA_DISMISSAL] == ("R52",)
    assert [law.value for law in laws_of_notice(Notice.OPLA_DISMISSAL)] == ["NIPNLG, 5/28/2025"]
    assert ITEM_STATEMENTS[Item.PROOF_OF_LOCAL_REQUEST] == ("R52",)


def test_neither_channel_is_said_of_what_neither_is_for() -> None:
    """R1."""
    for interview in interviews(OUTSIDE_NEEDS):
        assert channel(interview) is Channel.OUTSIDE
        assert set(interview.answers) == {"emergency"}


def test_every_channel_is_reached_and_every_interview_ends() -> None:
    """No dead end, no loop, no channel that nothing leads to."""
    reached = {card.channel for interview in interviews() for card in interview.cards}
    assert reached == set(Channel)
    assert max(len(interview.answers) for interview in interviews()) == 10


def test_every_rule_consulted_is_in_the_explanation_also_those_that_said_no() -> None:
    """An answer that decided something can be found in why we say this."""
    for interview in interviews(OFFICER_REQUESTS):
        told = {reason.rule: reason.result for reason in interview.cards[-1].because}
        if "local_response_period" in interview.answers:
            assert told["answered_in_the_window"] == (interview.answers["local_response_period"] == "in_window")
            assert told["the_facts_have_changed"] == (interview.answers["facts_changed"] == "true")
        assert told["the_field_office_was_asked"] == (interview.answers["local_request"] != "none")


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2021, 3, 5), LocalResponsePeriod.BEFORE_WINDOW),
        (WINDOW_FIRST_DAY - timedelta(1), LocalResponsePeriod.BEFORE_WINDOW),
        (WINDOW_FIRST_DAY, LocalResponsePeriod.IN_WINDOW),
        (date(2023, 1, 31), LocalResponsePeriod.IN_WINDOW),
        (WINDOW_LAST_DAY, LocalResponsePeriod.IN_WINDOW),
        (WINDOW_LAST_DAY + timedelta(1), LocalResponsePeriod.AFTER_WINDOW),
        (date(2026, 11, 24), LocalResponsePeriod.AFTER_WINDOW),
    ],
)
def test_both_days_of_the_window_are_inside_it(day: date, period: LocalResponsePeriod) -> None:
    """R32, read with R19."""
    assert period_of(day) is period


def test_the_window_is_the_one_that_the_page_names() -> None:
    """The dates in the code are those of the quotation."""
    first, last = statements()["R32"].quote.split(" to ")
    assert f"{WINDOW_FIRST_DAY:%B} {WINDOW_FIRST_DAY.day}, {WINDOW_FIRST_DAY.year}" == first
    assert f"{WINDOW_LAST_DAY:%B} {WINDOW_LAST_DAY.day}, {WINDOW_LAST_DAY.year}" == last


def test_every_rule_rests_on_a_statement_of_the_source_page() -> None:
    """No rule of our own making."""
    assert source().id == "ice-contact-page"
    for cited in RULES.values():
        assert cited
        assert set(cited) <= statements().keys()


@pytest.mark.parametrize("language", languages())
def test_days_that_decide_are_told_once(language: str) -> None:
    """Texts name them; the aim is the one of R50; and the page's script counts as many days as its text says."""
    say = wording(language)
    assert f"{AIM.days} days" in statements()["R50"].quote
    assert str(AIM.days) in say("beware.timing_detained.lead")
    assert say.day(WINDOW_FIRST_DAY) in say("rule.answered_in_the_window.yes")
    script = Path(__file__).parents[1].joinpath("wizard", "web", "checked.js").read_text("utf-8")
    assert f"var DAYS = {MOST_DAYS_UNCOMPARED.days};" in script
    assert f"{MOST_DAYS_UNCOMPARED.days} " in say("ui.stale", date="")
    for name, text in say.texts.items():
        if not name.startswith("ice."):
            typed = map(say.day, (WINDOW_FIRST_DAY, WINDOW_LAST_DAY, ORDERS_DAY))
            assert not any(day in str(text) for day in typed), name
