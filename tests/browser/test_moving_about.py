"""Going back, on, away and astray: nothing that was answered is lost, and nothing is answered twice."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server
from tests.browser.screens import HOME, LANGUAGES, kind, nodes, shortest_ways, take, with_python
from tests.browser.steps import choose, clear, go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser


def wizard(page: Page, server: Server, language: str = "en") -> Page:
    """The wizard in *language*, with Python."""
    page.goto(f"{server.url}{HOME[language]}")
    wait_for_python(page)
    return page


def question(page: Page) -> str | None:
    """The id of the question that is shown."""
    return page.get_attribute("#interview form", "data-question")


def wait_for_question(page: Page, wanted: str) -> None:
    """Waits until it is shown."""
    page.wait_for_selector(f"#interview [data-question={wanted}]")


def channels(page: Page) -> list[str | None]:
    """The channels of the cards that are shown."""
    return [card.get_attribute("data-channel") for card in page.query_selector_all("#interview .card")]


def to_the_line(page: Page) -> None:
    """Five answers, and the detention line as the result."""
    for option in ("false", "inside", "detention_problem", "ice_detention", "self"):
        choose(page, option)
    assert channels(page) == ["detention_line"]


# ---------------------------------------------------------------- back, forward, reload


def test_what_was_chosen_without_continue_waits_for_the_person(page: Page, server: Server) -> None:
    """In another language, and after Back and Forward; a date too. Clearing forgets it."""
    chosen = "#interview [name=answer][value=inside]"
    choose(wizard(page, server), "false")
    page.check(chosen)
    page.click("[data-language=es]")
    page.wait_for_selector("html[lang=es]")
    expect(page.locator(chosen)).to_be_checked()
    page.go_back()
    wait_for_question(page, "emergency")
    page.go_forward()
    wait_for_question(page, "need_groups")
    assert page.is_checked(chosen)
    clear(page)
    wait_for_question(page, "emergency")
    choose(page, "false")
    assert not page.is_checked(chosen)
    for option in ("case_review", "false", "ice_detention", "answered"):
        choose(page, option)
    page.fill("[data-part=day]", "31")
    page.click("[data-language=en]")
    page.wait_for_selector("html[lang=en]")
    expect(page.locator("[data-part=day]")).to_have_value("31")


def test_the_browser_s_back_and_forward_go_screen_by_screen(page: Page, server: Server) -> None:
    """Each Back shows the question with its answer still chosen; Forward comes to the result again."""
    to_the_line(wizard(page, server))
    for back_to, answer in (
        ("role", "self"),
        ("custody", "ice_detention"),
        ("needs", "detention_problem"),
        ("need_groups", "inside"),
    ):
        page.go_back()
        wait_for_question(page, back_to)
        assert page.is_checked(f"[name=answer][value={answer}]")
    for forward_to in ("needs", "custody", "role"):
        page.go_forward()
        wait_for_question(page, forward_to)
    page.go_forward()
    page.wait_for_selector("#interview .card")
    assert channels(page) == ["detention_line"]


def test_the_page_s_own_back_is_the_browser_s(page: Page, server: Server) -> None:
    """It is not there on the first screen, and Forward undoes it."""
    wizard(page, server)
    assert not page.is_visible("[data-back]")
    to_the_line(page)
    page.click("[data-back]")
    wait_for_question(page, "role")
    page.go_forward()
    page.wait_for_selector("#interview .card")


def test_a_stop_card_that_was_read_is_shown_again_by_back(page: Page, server: Server) -> None:
    """Back from the question after the stop card leads to the stop card."""
    wizard(page, server)
    for option in ("false", "case_review", "false", "not_detained", "unknown"):
        choose(page, option)
    go_on(page)
    wait_for_question(page, "local_request")
    page.go_back()
    page.wait_for_selector("[data-interlude=stop]")
    go_on(page)
    wait_for_question(page, "local_request")


BACK_IN_HASTE = """async (times) => {
    for (let i = 0; i < times; i += 1) {
        const gone = new Promise((done) => addEventListener("popstate", done, { once: true }));
        history.back();
        await gone;
    }
}"""


SLOW_TO_ANSWER = """() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...given) { setTimeout(() => post.apply(this, given), 200); };
}"""


def test_back_pressed_in_haste_leads_back_as_often(page: Page, server: Server) -> None:
    """Without waiting for what each press brings, on a phone that is slow to answer: the screen is that of the last."""
    page.add_init_script(f"({SLOW_TO_ANSWER})()")
    to_the_line(wizard(page, server))
    page.evaluate(BACK_IN_HASTE, 5)
    page.wait_for_selector("#interview [data-question=emergency] [value=false]:checked")


def test_a_reload_forgets_everything_and_starts_again(page: Page, server: Server) -> None:
    """Answers are in memory alone, and the address says nothing."""
    to_the_line(wizard(page, server))
    page.reload()
    wait_for_python(page)
    assert question(page) == "emergency"
    assert page.locator("[name=answer]:checked").count() == 0
    assert page.url == f"{server.url}wizard/"


def test_start_again_asks_the_first_question_with_nothing_chosen(page: Page, server: Server) -> None:
    """And the way through is open again."""
    to_the_line(wizard(page, server))
    clear(page, "[data-restart]")
    wait_for_question(page, "emergency")
    assert page.locator("[name=answer]:checked").count() == 0
    to_the_line(page)


FIRST = {kind(nodes()[number]): number for number in reversed(nodes())}
"""The number of the first screen of each kind."""


@pytest.mark.parametrize("number", [FIRST["question:need_groups"], FIRST["question:needs"], FIRST["result: outside"]])
def test_a_link_into_the_interview_is_taken_over_where_it_leads(page: Page, server: Server, number: int) -> None:
    """Who followed links without scripts and then has scripts goes on from the same screen."""
    page.goto(f"{server.url}wizard/#n{number}")
    wait_for_python(page)
    wanted = nodes()[number]
    shown = page.locator("#interview h1").inner_text()
    assert shown
    assert page.url == f"{server.url}wizard/"
    if kind(wanted).startswith("question"):
        assert question(page) == kind(wanted).removeprefix("question:")
    else:
        assert channels(page) == [kind(wanted).removeprefix("result: ")]


# ---------------------------------------------------------------- pressing and changing


def test_a_double_press_on_continue_is_one_step(page: Page, server: Server) -> None:
    """An impatient thumb skips no question."""
    wizard(page, server)
    page.check("[name=answer][value=false]")
    page.dblclick(".continue")
    wait_for_question(page, "need_groups")
    page.go_back()
    wait_for_question(page, "emergency")


TO_THE_POINTER = """([selector, x, y]) => {
  const moved = document.querySelector(selector);
  Object.assign(moved.style, { position: "fixed", left: `${x}px`, top: `${y}px`, zIndex: 9 });
}"""
"""What stands there by itself depends on the window."""


def pressed_once(page: Page, server: Server) -> tuple[float, float]:
    """Presses Continue on the first question, and waits for the next; where the pointer then is."""
    wizard(page, server)
    page.check("[name=answer][value=false]")
    page.locator("#interview .continue").scroll_into_view_if_needed()
    box = page.locator("#interview .continue").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    wait_for_question(page, "need_groups")
    return x, y


def test_the_second_half_of_a_double_press_answers_nothing(page: Page, server: Server) -> None:
    """It falls on a choice of the new screen, which nobody has read yet. A press of its own there chooses."""
    x, y = pressed_once(page, server)
    page.evaluate(TO_THE_POINTER, ["#interview .choice", x - 20, y - 20])
    for count, chosen in ((2, 0), (1, 1)):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        assert page.locator("#interview [name=answer]:checked").count() == chosen


def test_the_second_half_of_a_double_press_leaves_the_focus_where_it_is(page: Page, server: Server) -> None:
    """It falls on what the new screen has in that place. A press of its own there takes the focus, as anywhere."""
    x, y = pressed_once(page, server)
    expect(page.locator("h1")).to_be_focused()
    page.evaluate(TO_THE_POINTER, ["#interview .hint", x - 9, y - 9])
    for count, is_kept in ((2, True), (1, False)):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        assert page.evaluate("document.activeElement.tagName === 'H1'") == is_kept


def test_presses_while_python_answers_count_once(page: Page, server: Server) -> None:
    """Ten submits at one moment are one step."""
    wizard(page, server)
    page.check("[name=answer][value=false]")
    page.evaluate(
        "() => { const form = document.querySelector('#interview form');"
        " for (let i = 0; i < 10; i += 1) form.requestSubmit(); }"
    )
    wait_for_question(page, "need_groups")
    assert page.locator(".problem:visible").count() == 0
    page.go_back()
    wait_for_question(page, "emergency")


def change(page: Page, wanted: str) -> None:
    """Opens "Your answers" and presses Change beside one."""
    page.click("#answers summary")
    page.click(f"#answers [data-change={wanted}]")
    wait_for_question(page, wanted)


def test_what_follows_a_choice_is_there_before_continue(page: Page, server: Server) -> None:
    """Python makes it while the person is on the way to the button, and may end meanwhile."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    page.check("#interview [value=inside]")
    page.wait_for_timeout(1500)
    page.workers[0].evaluate("() => self.close()")
    go_on(page)
    assert page.get_attribute("#interview .screen", "class") == "screen python"
    assert page.get_attribute("#interview form", "data-group") == "inside"
    page.wait_for_selector("[data-python=python_ready]")


def test_a_choice_that_is_changed_before_continue_counts(page: Page, server: Server) -> None:
    """What was made for the first is shown to nobody."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    for option in ("true", "unsure", "false"):
        page.check(f"#interview [value={option}]")
    go_on(page)
    assert page.get_attribute("#interview form", "data-question") == "need_groups"
    page.check("#interview [value=inside]")
    page.wait_for_timeout(300)
    page.uncheck("#interview [value=inside]")
    page.check("#interview [value=out]")
    go_on(page)
    assert page.get_attribute("#interview form", "data-group") == "out"


def test_an_earlier_answer_is_changed_without_losing_the_others(page: Page, server: Server) -> None:
    """After the change the wizard goes to the first question that is still open, here none."""
    to_the_line(wizard(page, server))
    change(page, "role")
    assert page.is_checked("[name=answer][value=self]")
    choose(page, "attorney")
    assert channels(page) == ["detention_line"]
    change(page, "custody")
    assert page.is_checked("[name=answer][value=ice_detention]")
    go_on(page)
    assert channels(page) == ["detention_line"]


def test_answers_that_a_change_makes_moot_come_back_with_it(page: Page, server: Server) -> None:
    """Answers after one that is changed away are not shown; with it they come back, and the same result."""
    wizard(page, server)
    target = next(n for n in nodes() if kind(nodes()[n]) == "result: reviewing_official")
    for option, _ in with_python(shortest_ways()[target]):
        take(page, option)
    before = page.inner_html("#interview .card")
    change(page, "local_request")
    choose(page, "none")
    assert channels(page) == ["field_office"]
    page.click("#answers summary")
    assert page.locator("#answers [data-change=local_response_period]").count() == 0
    page.click("#answers [data-change=local_request]")
    wait_for_question(page, "local_request")
    choose(page, "answered")
    assert page.inner_html("#interview .card") == before


def test_several_needs_get_a_card_for_each_channel(page: Page, server: Server) -> None:
    """In the order in which to act; needs of one channel share a card."""
    wizard(page, server)
    choose(page, "false")
    choose(page, "detention_problem", "case_information", "bond", "find_a_person")
    choose(page, "ice_detention")
    choose(page, "self")
    assert channels(page) == ["outside", "detention_line", "opla"]


# ---------------------------------------------------------------- languages


def test_another_language_keeps_the_screen_and_the_answers(page: Page, server: Server) -> None:
    """Without leaving the page: title, language, words; the choice that stood there; and back again."""
    to_the_line(wizard(page, server))
    english = page.inner_text("#interview")
    title = page.title()
    page.click("[data-language=es]")
    page.wait_for_selector("html[lang=es]")
    page.wait_for_function(
        "t => document.querySelector('#interview h1').innerText === t", arg=wording("es")("ui.result_title")
    )
    assert channels(page) == ["detention_line"]
    assert page.title() != title
    assert page.get_attribute("html", "dir") == "ltr"
    assert page.url == f"{server.url}es/wizard/"
    page.click("[data-back]")
    wait_for_question(page, "role")
    assert page.is_checked("[name=answer][value=self]")
    page.go_forward()
    page.wait_for_selector("#interview .card")
    page.click("[data-language=en]")
    page.wait_for_function(
        "t => document.querySelector('#interview h1').innerText === t", arg=wording("en")("ui.result_title")
    )
    assert page.inner_text("#interview") == english
    assert page.title() == title


# ---------------------------------------------------------------- the date


def fill_date(page: Page, day: str, month: str, year: str) -> None:
    """Types day and year, and chooses the month."""
    page.fill("[data-part=day]", day)
    page.select_option("[data-part=month]", month)
    page.fill("[data-part=year]", year)


def at_the_date(page: Page, server: Server, language: str = "en") -> Page:
    """The question with the date's fields."""
    wizard(page, server, language)
    number = next(n for n in nodes() if kind(nodes()[n]) == "question:local_response_period")
    for option, _ in with_python(shortest_ways()[number]):
        take(page, option)
    return page


@dataclass(frozen=True)
class Entry:
    """What a person types as a date and chooses below it, and what comes of it: a period, or a message."""

    typed: tuple[str, str, str]
    outcome: str
    chosen: str = ""


TAKEN = (
    Entry(("23", "6", "2022"), "before_window"),
    Entry(("24", "6", "2022"), "in_window"),
    Entry(("27", "7", "2023"), "in_window"),
    Entry(("28", "7", "2023"), "after_window"),
    Entry((" 05 ", "3", "2024"), "after_window"),
)
NOT_TAKEN = (
    Entry(("", "", ""), "question.local_response_period.nothing"),
    Entry(("31", "6", "2023"), "ui.date_unreal"),
    Entry(("29", "2", "2023"), "ui.date_unreal"),
    Entry(("5", "3", "23"), "ui.date_year"),
    Entry(("5", "3", "2999"), "ui.date_future"),
    Entry(("<b>5</b>", "3", "2023"), "ui.date_unreal"),
    Entry(("\u202e5\u0000", "3", "2023"), "ui.date_unreal"),
    Entry(("5", "", "2023"), "ui.date_incomplete"),
    Entry(("", "3", ""), "ui.date_incomplete", chosen="in_window"),
    Entry(("5", "3", "2024"), "ui.date_conflict", chosen="before_window"),
)


def typed(page: Page) -> tuple[str, ...]:
    """What stands in the date's fields."""
    return tuple(page.input_value(f"[data-part={part}]") for part in ("day", "month", "year"))


def test_a_date_is_taken_for_the_right_time(page: Page, server: Server) -> None:
    """Both edges of the window, on both sides; changed later, the date stands there as it was typed."""
    at_the_date(page, server)
    for entry in TAKEN:
        fill_date(page, *entry.typed)
        go_on(page)
        page.click("#answers summary")
        told = wording("en")("question", "local_response_period", "options", entry.outcome)
        assert told in page.inner_text("#answers"), entry
        page.click("#answers [data-change=local_response_period]")
        wait_for_question(page, "local_response_period")
        assert typed(page) == entry.typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_cannot_be_taken_is_told_beside_the_field(page: Page, server: Server, language: str) -> None:
    """In plain words, spoken at once; what was typed and chosen stays, and can be put right."""
    at_the_date(page, server, language)
    for entry in NOT_TAKEN:
        page.evaluate("() => document.querySelectorAll(':checked').forEach(input => { input.checked = false; })")
        fill_date(page, *entry.typed)
        if entry.chosen:
            page.check(f"[name=answer][value={entry.chosen}]")
        before = typed(page)
        submit_and_be_refused(page)
        assert_told(page, wording(language)(entry.outcome))
        assert typed(page) == before
        chosen = [option.get_attribute("value") for option in page.query_selector_all("[name=answer]:checked")]
        assert chosen == ([entry.chosen] if entry.chosen else [])
    page.evaluate("() => document.querySelectorAll(':checked').forEach(input => { input.checked = false; })")
    fill_date(page, "5", "3", "2023")
    go_on(page)
    assert page.locator(".problem:visible").count() == 0


def submit_and_be_refused(page: Page) -> None:
    """Presses Continue, and waits for a message that was not there before."""
    page.evaluate("() => { document.activeElement.blur(); }")
    page.click(".continue")
    page.wait_for_function("() => document.activeElement.classList.contains('problem')")


def assert_told(page: Page, told: str) -> None:
    """The sentence has the focus, stands beside the field, describes the group, and leads to its first field."""
    assert page.inner_text("#interview .problem a") == told
    assert page.inner_text(".field-error").endswith(told)
    described = page.get_attribute("#interview [role=group]:not(.problem)", "aria-describedby") or ""
    assert page.get_attribute(".field-error", "id") in described.split()
    page.click("#interview .problem a")
    assert page.evaluate("document.activeElement === document.querySelector('[data-part]')")


def test_a_screen_reader_is_given_the_message_as_the_name_of_what_has_the_focus(page: Page, server: Server) -> None:
    """It says so once: no alert says it again. The fields are a group that bears the question's name."""
    wizard(page, server)
    page.click(".continue")
    say = wording("en")
    told = f"{say('ui.problem')} {say('question.emergency.nothing')}"
    problem = page.get_by_role("group", name=told, exact=True)
    assert problem.evaluate("group => group === document.activeElement")
    assert page.locator("#interview [role=alert]").count() == 0
    fields = page.get_by_role("group", name=say("question.emergency.title"), exact=True)
    assert say("question.emergency.nothing") in fields.aria_snapshot()
