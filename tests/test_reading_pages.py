"""The built pages hold no script of their own, ask no other website for anything, and exist in every language."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

SITE = Path(__file__).resolve().parents[1] / "site"
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "use": "href"}
NAVIGATION = {"alternate", "canonical", "next", "prev"}


class Elements(HTMLParser):
    """Collects the elements of a page as (tag, attributes)."""

    def __init__(self, page: Path) -> None:
        """Read `page`."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def pages() -> list[Path]:
    """Every page of the site."""
    return sorted(SITE.rglob("*.html"))


def test_the_site_is_built() -> None:
    """The tests below would say nothing about an empty folder."""
    assert len(pages()) > 10, "run scripts/build first"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(SITE).as_posix())
def test_no_script_stands_in_the_html(page: Path) -> None:
    """So that a policy without exceptions holds, and the site can be signed file by file."""
    for tag, attributes in Elements(page).found:
        if tag == "script":
            assert "src" in attributes or attributes.get("type") == "application/json"
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert "style" not in attributes, (tag, attributes)
        assert tag != "style"
        assert not attributes.get("href", "").startswith("javascript:")


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(SITE).as_posix())
def test_nothing_is_loaded_from_elsewhere(page: Path) -> None:
    """Every address that a browser fetches by itself is one of the site's own."""
    for tag, attributes in Elements(page).found:
        if tag == "link" and attributes.get("rel", "").strip() in NAVIGATION:
            continue
        address = attributes.get(LOADED.get(tag, ""), "")
        assert address.startswith("data:") or ("//" not in address and ":" not in address), (tag, address)


def test_every_page_exists_in_every_language() -> None:
    """And each names its language."""
    names = {page.relative_to(SITE).as_posix() for page in pages()} - {"404.html"}
    spanish = {name.removeprefix("es/") for name in names if name.startswith("es/")}
    assert spanish == {name for name in names if not name.startswith("es/")}
    for page in pages():
        language = "es" if page.is_relative_to(SITE / "es") else "en"
        assert ("html", language) in [(tag, attributes.get("lang")) for tag, attributes in Elements(page).found]


@pytest.mark.parametrize("language", ["", "es/"])
def test_the_other_language_shows_the_same_page(language: str) -> None:
    """Nobody starts over because they switched."""
    links = [attributes for tag, attributes in Elements(SITE / language / "privacy" / "index.html").found if tag == "a"]
    switches = {link["href"] for link in links if "guide-tool" in link.get("class", "")}
    assert switches == ({"../../privacy/"} if language else {"../es/privacy/"})
