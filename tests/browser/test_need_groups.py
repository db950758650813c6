"""What a person needs, in two steps on the page: back, a change, another language, and a reload."""

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server
from tests.browser.steps import choose, go_on, wait_for_python
from wizard.wording import wording

pytestmark = pytest.mark.browser


def at_the_groups(page: Page, server: Server) -> None:
    """The first step, with Python."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    page.wait_for_selector("#interview [data-question=need_groups]")


def at_the_needs(page: Page, group: str) -> None:
    """Waits for the second step."""
    page.wait_for_selector(f"#interview [data-question=needs][data-group={group}]")


def ticked(page: Page) -> list[str | None]:
    """What is chosen on the screen."""
    return [box.get_attribute("value") for box in page.query_selector_all("#interview [name=answer]:checked")]


def test_two_groups_with_two_needs_each_are_kept_by_back_and_by_another_language(page: Page, server: Server) -> None:
    """Each group's needs on a screen of its own; nothing chosen is told in the language that is shown."""
    at_the_groups(page, server)
    choose(page, "inside", "court")
    at_the_needs(page, "inside")
    choose(page, "detention_problem", "legal_access")
    at_the_needs(page, "court")
    page.click("[data-language=es]")
    heading = wording("es")("question.need_groups.options.court")
    expect(page.locator("#interview h1")).to_have_text(heading)
    page.click("#interview .continue")
    expect(page.locator("#interview .problem")).to_contain_text(wording("es")("question.needs.nothing"))
    page.go_back()
    at_the_needs(page, "inside")
    assert ticked(page) == ["detention_problem", "legal_access"]
    page.go_back()
    page.wait_for_selector("#interview [data-question=need_groups]")
    assert ticked(page) == ["inside", "court"]
    page.go_forward()
    at_the_needs(page, "inside")
    go_on(page)
    at_the_needs(page, "court")
    choose(page, "court_date", "relief")
    page.wait_for_selector("#interview [data-question=custody]")


def test_a_need_and_a_group_are_changed_from_the_answers(page: Page, server: Server) -> None:
    """A group's needs with one press; a group that is unticked takes its needs with it."""
    at_the_groups(page, server)
    choose(page, "find_a_person", "complaint")
    page.wait_for_selector("#interview .card [data-need=complaint]")
    page.click("#answers summary")
    page.click("#answers [data-change=needs][data-group=help]")
    at_the_needs(page, "help")
    assert ticked(page) == ["complaint"]
    choose(page, "records")
    page.wait_for_selector("#interview .card [data-need=records]")
    page.click("#answers summary")
    page.click("#answers [data-change=need_groups]")
    page.wait_for_selector("#interview [data-question=need_groups]")
    assert ticked(page) == ["find", "help"]
    page.uncheck("#interview [value=help]")
    go_on(page)
    page.wait_for_selector("#interview .card")
    assert page.locator("#interview [data-need=records], #interview [data-need=complaint]").count() == 0
    page.reload()
    wait_for_python(page)
    page.wait_for_selector("#interview [data-question=emergency]")


def test_what_does_not_go_together_leads_back_to_the_need(page: Page, server: Server) -> None:
    """Release of somebody whom nobody holds: the button leads to the needs themselves, with the one that was chosen."""
    at_the_groups(page, server)
    for option in ("release", "false", "not_detained"):
        choose(page, option)
    page.wait_for_selector("#interview [data-interlude=not_held]")
    page.click("#interview [data-change=needs]")
    at_the_needs(page, "out")
    assert ticked(page) == ["release"]


def test_who_is_not_sure_reads_what_counts_and_can_go_on(page: Page, server: Server) -> None:
    """The number to call stands below."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "unsure")
    page.wait_for_selector("#interview [data-interlude=maybe_danger]")
    assert page.get_attribute("#interview .call .number", "href") == "tel:911"
    go_on(page)
    page.wait_for_selector("#interview [data-question=need_groups]")
