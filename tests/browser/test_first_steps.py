"""The wizard answers in the browser, by Python."""

from pathlib import Path

from playwright.sync_api import Page, Route

from scripts.site_server import Server
from tests.browser.steps import choose, go_on, wait_for_python


def test_a_detained_person_with_a_denied_inhaler_is_told_to_call(page: Page, server: Server) -> None:
    """From the first screen to the number, with Python."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    choose(page, "detention_problem")
    choose(page, "ice_detention")
    choose(page, "self")
    assert page.get_attribute("#interview .card", "data-channel") == "detention_line"
    assert page.get_attribute("#interview .card .reach .number", "href") == "tel:+18883514024"


def test_the_stop_card_comes_before_any_address(page: Page, server: Server) -> None:
    """A person whom ICE may not know sees the warning first, and may go on."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    choose(page, "false")
    choose(page, "case_review")
    choose(page, "false")
    choose(page, "not_detained")
    choose(page, "unknown")
    assert page.get_attribute("#interview form", "data-interlude") == "stop"
    assert page.query_selector("#interview .card") is None
    go_on(page)
    choose(page, "none")
    choose(page, "self")
    assert page.get_attribute("#interview .card", "data-channel") == "field_office"


def test_an_option_ticked_before_the_script_came_stays_ticked(page: Page, server: Server) -> None:
    """On a slow line the fields are there before the script that reads them."""
    held: list[Route] = []
    page.route("**/wizard/assets/wizard.*.js", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks its handlers)
    page.goto(f"{server.url}wizard/", wait_until="commit")
    page.check("#n1 [name=answer][value=false]")
    held[0].continue_()
    page.wait_for_selector("html.started")
    assert page.is_checked("#n1 [name=answer][value=false]")
    go_on(page)
    assert page.get_attribute("#interview form", "data-question") == "need_groups"


def test_python_comes_after_the_page_s_script_and_each_file_once(page: Page, server: Server, site: Path) -> None:
    """The line is the questions' own until they can be answered."""
    held: list[Route] = []
    page.route("**/wizard/assets/wizard.*.js", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks its handlers)
    page.goto(f"{server.url}wizard/", wait_until="commit")
    page.check("#n1 [name=answer][value=false]")
    assert _of_python(server) == []
    held[0].continue_()
    wait_for_python(page)
    files = (path for path in site.glob("wizard/runtime/*") if path.suffix not in {".br", ".gz"})
    assert sorted(_of_python(server)) == sorted(f"/wizard/runtime/{path.name}" for path in files)


def _of_python(server: Server) -> list[str]:
    """Which files of Python were asked for, each as often as it was."""
    return [request.path for request in list(server.requests) if "/wizard/runtime/" in request.path]
