"""At first sight nobody takes the guide for the government's: its header, its titles and its descriptions say so."""

import re

import pytest

from scripts.checks.prose import blocks
from scripts.guide.page_titles import title_of
from tests.built_pages import BuiltPage, built_pages
from tests.test_shared_links import meta
from wizard.languages import languages
from wizard.wording import Wording, wording

pytestmark = pytest.mark.site

LOST = "404.html"
PAGES = pytest.mark.parametrize("page", built_pages(), ids=lambda page: f"/{page.address}")


def html(page: BuiltPage) -> str:
    """The whole of *page*."""
    return page.file.read_text("utf-8")


def header_of(page: BuiltPage) -> list[str]:
    """What the first header of *page* says, block by block, without what is hidden in it."""
    found = re.search(r"<header\b.*?</header>", html(page), re.DOTALL)
    return [block.text for block in blocks(found.group())] if found else []


def who_we_are_not(header: list[str], say: Wording) -> list[str]:
    """The lines of a *header* that say whose the guide is not."""
    return [text for text in header if say("ui.unofficial") in text.lower() and say("ui.not_government") in text]


def spoken(page: BuiltPage) -> list[str]:
    """The languages of *page*: all of them where the address does not tell which."""
    return list(languages()) if page.address == LOST else [page.language]


@PAGES
def test_the_header_says_whose_the_guide_is_not(page: BuiltPage) -> None:
    """In the language of the page; in every language where an address is lost."""
    for language in spoken(page):
        assert len(who_we_are_not(header_of(page), wording(language))) == 1, (language, header_of(page))


@PAGES
def test_the_title_the_description_and_what_is_shared_say_unofficial(page: BuiltPage) -> None:
    """Where nobody sees the header: in a list of tabs, of search results, of messages."""
    unofficial = wording(spoken(page)[0])("ui.unofficial")
    title = re.search(r"<title>(.*?)</title>", html(page), re.DOTALL)
    assert title
    assert title.group(1).endswith(f" ({unofficial})")
    described = meta(page)
    for name in ("description", "og:title", "og:description", "og:site_name"):
        assert unofficial in described[name].lower(), (name, described.get(name))
    assert described["og:description"] == described["description"]


def test_there_are_pages_of_every_kind() -> None:
    """The tests above would say nothing about no page."""
    addresses = {page.address for page in built_pages()}
    assert {
        "",
        "es/",
        "wizard/",
        "es/wizard/",
        "all-questions/",
        "whole-guide/",
        "papers/letter-opla.html",
        LOST,
    } <= addresses


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("", "The Guide (unofficial)"),
        ("A page", "A page - The Guide (unofficial)"),
        ("A page " * 9, "A page " * 9 + " (unofficial)"),
        ("A page (of one kind)" * 5, "A page" * 5 + " (unofficial)"),
        ("A page" * 20, "A page" * 20 + " (unofficial)"),
    ],
)
def test_a_title_is_short_where_it_can_be_and_always_says_unofficial(page: str, title: str) -> None:
    """The name of the guide goes first, then what stands in brackets, and never that word."""
    assert title_of(page, "The Guide", "unofficial") == title


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "not a substitute for the advice of an attorney",
                "No lawyer-client relationship arises from using this guide.",
            ),
        ),
        (
            "es",
            (
                "no sustituye el consejo de un abogado",
                "not a substitute for the advice of an attorney",
                "Usar esta guía no crea una relación de abogado y cliente.",
            ),
        ),
    ],
)
def test_where_it_says_who_we_are_it_says_what_the_guide_is_not(language: str, words: tuple[str, ...]) -> None:
    """In the words of the statute that a guide like this is measured by, and beside who we are."""
    start = next(page for page in built_pages() if page.address == ("" if language == "en" else f"{language}/"))
    shown = blocks(html(start).partition('id="who-we-are"')[2])
    text = " ".join(block.text for block in shown)
    assert all(word in text for word in words)


def test_a_header_without_the_line_is_found() -> None:
    """Also one that says only half of it, or says it in another language."""
    say = wording("en")
    line = f"{say('ui.unofficial_guide')} {say('ui.not_government')}"
    assert who_we_are_not(["Menu", line], say) == [line]
    for other in ("Menu", say("ui.unofficial_guide"), say("ui.not_government")):
        assert who_we_are_not([other], say) == []
    assert who_we_are_not([line], wording("es")) == []
