"""What a phone shows of a page before anyone scrolls, at 360 x 740 pixels; and how long the pages are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.built_pages import reading_addresses
from wizard.languages import SOURCE_LANGUAGE, languages

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 360, 740
LANDING = {
    "detention-line/": (
        ".guide-reach a",
        '[href*="before-you-contact-ice/"]',
        '[href*="#removal-near"]',
        '[href="#say"]',
    ),
    "case-review/": ('[href="#stop"]', '[href="#removal-near"]', ".guide-start"),
    "case-review-letter/": ('[href="#first-request"]', '[href*="#stop"]', '[href*="#removal-near"]', ".guide-start"),
    "case-review-answer/": ('[href="#no-answer"]', '[href="#answered"]', '[href*="#removal-near"]'),
    "case-review-official/": ('[href="#nine-items"]', '[href="#address"]', '[href*="#removal-near"]'),
    "find-a-person/": ("ol li:last-child", '[href*="#sender"]', '[href*="#removal-near"]'),
    "detention-centers/": ('[href*="locator"]', '[href*="#sender"]', '[href*="#removal-near"]', '[href="#states"]'),
    "find-your-office/": ('[href*="before-you-contact-ice/"]', '[href*="#removal-near"]', "[data-place-box] input"),
}
"""Pages that searches lead to, with what must be in sight: what to do, whether it is safe, what next."""

LONGEST = 27
"""Screens of a phone for a page that is read. Those below are lists, records, or for lawyers and programmers."""
LOOKED_UP = {
    "opla-offices", "check-in-offices", "detention-centers", "find-your-office", "outside-links", "what-has-changed",
    "how-we-know", "for-lawyers", "changing",
}  # fmt: skip

BOTTOM = "element => element.getBoundingClientRect().bottom"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A small phone."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", LANDING)
def test_the_first_screen_answers_what_whether_it_is_safe_and_what_next(
    phone: Page, server: Server, name: str, language: str
) -> None:
    """Each of these is whole within the screen, in every language."""
    phone.goto(f"{server.url}{'' if language == SOURCE_LANGUAGE else f'{language}/'}{name}")
    below = {sought: phone.eval_on_selector(f"article {sought}", BOTTOM) for sought in LANDING[name]}
    assert {sought: bottom for sought, bottom in below.items() if not 0 < bottom <= HEIGHT} == {}


@pytest.mark.parametrize("language", languages())
def test_the_start_page_begins_with_the_situation(phone: Page, server: Server, language: str) -> None:
    """Who we are, danger, a near removal and the first situation; the two channels below all five."""
    phone.goto(server.url if language == SOURCE_LANGUAGE else f"{server.url}{language}/")
    order = ["h1 + .guide-quiet", ".guide-danger", '[href*="#removal-near"]', ".guide-situation", "#two-ways"]
    places = [phone.eval_on_selector(f"article {sought}", BOTTOM) for sought in order]
    assert places == sorted(places)
    assert places[-2] <= HEIGHT
    assert phone.locator(".guide-situation").count() == 5


def test_no_page_that_is_read_is_longer_than_it_must_be(phone: Page, server: Server) -> None:
    """In screens of a phone, printed by page."""
    long: dict[str, float] = {}
    for address in reading_addresses():
        phone.goto(server.url + address)
        screens = phone.evaluate("document.documentElement.scrollHeight") / HEIGHT
        print(f"{screens:5.1f} screens: /{address}")
        if address.rstrip("/").rpartition("/")[2] not in LOOKED_UP and screens > LONGEST:
            long[address] = screens
    assert long == {}
