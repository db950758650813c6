"""Every link leads somewhere: inside the site to a page and a place on it, outside to an address on the dated list."""

from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from scripts.guide.page_text.outside_links import outside_links
from tests.built_pages import SITE, BuiltPage, built_pages
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.site

LINKS = {
    "a": ("href", "data-module"),
    "blockquote": ("cite",),
    "dialog": ("data-index", "data-root"),
    "form": ("action",),
    "img": ("src",),
    "link": ("href",),
    "script": ("src",),
    "use": ("href",),
}
"""The attributes that hold an address."""

HOST = "https://copy.example"
HOME = "/"
ELSEWHERE = ("https:", "http:", "tel:", "data:", "mailto:")
PACKED = {".br", ".gz"}


def links(page: BuiltPage) -> list[str]:
    """Every address in *page* as it stands there."""
    return [
        element.attributes[name]
        for element in page.elements
        for name in LINKS.get(element.tag, ())
        if name in element.attributes
    ]


def inside(page: BuiltPage) -> list[str]:
    """The addresses that lead to the site itself."""
    return [link for link in links(page) if not link.startswith(ELSEWHERE)]


def lost(page: BuiltPage, root: str) -> list[str]:
    """The links of *page* that lead nowhere when the site lies at *root*, an address with a closing slash."""
    return [
        link for link in dict.fromkeys(inside(page)) if not leads_somewhere(urljoin(root + page.address, link), root)
    ]


def leads_somewhere(address: str, root: str) -> bool:
    """Whether *address* lies in the site, and what stands after its number sign is an id there."""
    target, fragment = urldefrag(address)
    if not target.startswith(root):
        return False
    path = unquote(target.removeprefix(root))
    file = SITE / path / "index.html" if path.endswith("/") or not path else SITE / path
    return file.is_file() and (not fragment or unquote(fragment) in ids_of(path))


@cache
def ids_of(address: str) -> frozenset[str]:
    """The ids on the page at *address*."""
    return next((frozenset(page.ids()) for page in built_pages() if page.address == address), frozenset())


def test_there_are_links_to_check() -> None:
    """The tests below would say nothing about pages without links."""
    assert sum(len(inside(page)) for page in built_pages()) > 1000


@pytest.mark.parametrize("subpath", [HOME, "/guide/", "/a/b/"])
def test_every_link_inside_leads_to_a_file_and_a_place_in_it(subpath: str) -> None:
    """Also where a host puts the site below a path. 404.html alone counts from the root of the host."""
    pages = [page for page in built_pages() if subpath == HOME or page.address != "404.html"]
    assert {page.address: lost(page, HOST + subpath) for page in pages if lost(page, HOST + subpath)} == {}


def test_no_id_stands_twice_on_a_page() -> None:
    """A link to it would lead to the first only."""
    twice = {page.address: [name for name, count in Counter(page.ids()).items() if count > 1] for page in built_pages()}
    assert {address: names for address, names in twice.items() if names} == {}


def test_no_file_of_the_pages_is_served_that_none_loads() -> None:
    """No script of the theme, no map of one. A module is loaded by another, the picture by who shares a link."""
    linked = {
        urldefrag(urljoin(f"{HOME}{page.address}", link))[0].removeprefix(HOME)
        for page in built_pages()
        for link in inside(page)
    }
    served = {path.relative_to(SITE).as_posix() for path in SITE.glob("assets/**/*.*") if path.suffix not in PACKED}
    assert {name for name in served - linked if not name.startswith("assets/card-")} == {
        "assets/guide/counting.js",
        "assets/guide/folding.js",
        "assets/guide/icon-512.png",  # for the home screen
        "assets/guide/keeping.js",
        "assets/guide/minisearch.js",
        "assets/guide/newer.js",
        "assets/guide/place-card.js",
        "assets/guide/place-groups.js",
        "assets/guide/place-index.js",
        "assets/guide/place-search.js",
        "assets/guide/search-excerpt.js",
        "assets/guide/search-index.js",
        "assets/guide/search-words.js",
        "assets/own-words.json",  # for brand.py
    }


def outside(page: BuiltPage) -> set[str]:
    """The web addresses of others that *page* leads to."""
    return {link for link in links(page) if link.startswith(("https:", "http:"))}


@pytest.mark.parametrize("language", languages())
def test_every_outside_link_is_on_the_dated_list(language: str) -> None:
    """The page that lists them is whole, and lists nothing that no fact holds but the way out."""
    mine = [page for page in built_pages() if page.language == language and page.address != "404.html"]
    listed = next(page for page in mine if page.address.endswith("outside-links/"))
    facts = {link.address for link in outside_links(wording(language))}
    everywhere = {link for page in mine for link in outside(page)}
    assert everywhere - outside(listed) == set()
    assert len(outside(listed) - facts) == 1, "the address of the quick exit, which the host chooses"


@pytest.mark.parametrize("language", languages())
def test_every_outside_link_says_when_it_was_checked(language: str) -> None:
    """A name, a day and a standing for each."""
    found = outside_links(wording(language))
    assert len({link.address for link in found}) == len(found)
    for link in found:
        assert link.address.startswith("https://"), link
        assert link.name, link
        assert wording(language).day(link.checked), link


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """The search for lost links finds what is planted."""
    file = tmp_path / "index.html"
    file.write_text('<a href="missing/">a</a><a href="#nowhere">b</a><a href="/es/">c</a><a href="es/">d</a>', "utf-8")
    assert sorted(lost(BuiltPage(file, ""), f"{HOST}/guide/")) == ["#nowhere", "/es/", "missing/"]
