"""The guide as one file: nothing in it leads to another, it may ask nobody, and it has all that it names."""

import base64
import gzip
import hashlib
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser

import pytest

from scripts.one_file.document import LARGEST
from scripts.one_file.leaves import Source, file_name
from tests.built_pages import SITE, Element
from tests.one_file import made
from wizard.languages import languages

pytestmark = pytest.mark.site

each_language = pytest.mark.parametrize("language", languages())
LOADS = ("src", "srcset", "data", "poster", "action", "formaction", "background")
SISTERS = re.compile(rf"(?:{'|'.join(re.escape(file_name(code)) for code in languages())})#[\w/.-]+")


class OneFile(HTMLParser):
    """The file as a browser without scripts reads it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.running: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note what runs, or dresses the page."""
        last = self.elements[-1] if self.elements else Element("", {})
        if last.tag in self.running and "type" not in last.attributes and self.cdata_elem:
            self.running[last.tag].append(data)


@cache
def read(language: str) -> OneFile:
    """The file in *language*."""
    return OneFile(made()[language].decode())


@each_language
def test_it_is_as_small_as_people_are_told(language: str) -> None:
    """Nine megabytes fit on any stick, and through most mail programs."""
    assert len(made()[language]) <= LARGEST == 9_000_000


@each_language
def test_nothing_in_it_leads_to_a_file_but_the_other_languages_own(language: str) -> None:
    """No element loads anything, and a link leads within the file, to its sister, or to a website."""
    elements = read(language).elements
    assert [one for one in elements if any(name in one.attributes for name in LOADS)] == []
    assert {one.attributes["href"] for one in elements if one.tag == "link"} == {"data:,"}
    links = [one.attributes["href"] for one in elements if one.tag == "a" and "href" in one.attributes]
    inside = re.compile(r"#|https://|tel:|mailto:")
    assert {href for href in links if not inside.match(href) and not SISTERS.fullmatch(href)} == set()


@each_language
def test_every_link_within_it_leads_somewhere_and_no_name_is_there_twice(language: str) -> None:
    """With scripts, where the whole interview is text, and without them, where the first screen is none."""
    text = made()[language].decode()
    with_scripts = OneFile(re.sub(r"<noscript data-file.*?</noscript>", "", text, flags=re.DOTALL))
    without = OneFile(re.sub(r"<template.*?</template>", "", text, flags=re.DOTALL))
    ids = Counter(one.attributes["id"] for one in without.elements if "id" in one.attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    twice = Counter(one.attributes["id"] for one in with_scripts.elements if "id" in one.attributes)
    assert [name for name, count in twice.items() if count > 1] == []
    links = {one.attributes.get("href", "") for one in without.elements}
    assert {href for href in links if len(href) > 1 and href.startswith("#") and href[1:] not in ids} == set()


@each_language
def test_its_policy_knows_every_script_and_sheet_and_lets_it_ask_nobody(language: str) -> None:
    """Their hashes are all that may run, beside Python's own from memory."""
    page = read(language)
    policy = next(one.attributes["content"] for one in page.elements if one.attributes.get("http-equiv"))
    told = {name: rest.split() for name, _, rest in (part.partition(" ") for part in policy.split("; "))}
    for kind in ("script", "style"):
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in page.running[kind]
        }
        assert hashes == {one for one in told[f"{kind}-src"] if one.startswith("'sha256-")}
    assert told["default-src"] == ["'none'"]
    assert "connect-src" not in told
    assert (told["img-src"], told["worker-src"]) == (["data:"], ["blob:"])
    assert {one for one in told["script-src"] if not one.startswith("'sha256-")} == {"blob:", "'wasm-unsafe-eval'"}


@each_language
def test_it_holds_every_page_and_the_files_of_python_as_the_manifest_has_them(language: str) -> None:
    """All pages of the menu; and each file, unpacked, has the hash that the page's script holds it against."""
    text = made()[language].decode()
    ids = {one.attributes.get("id") for one in read(language).elements}
    assert {leaf.name for leaf in Source(SITE, language).leaves()} < ids
    found = re.search(r'<script type="application/json" id="runtime">(.*?)</script>', text)
    assert found
    for file in json.loads(found[1])["manifest"]["files"]:
        part = re.search(rf'data-file="wizard/runtime/{re.escape(file["url"])}\.gz">([^<]+)<', text)
        assert part
        digest = hashlib.sha256(gzip.decompress(base64.b64decode(part[1]))).digest()
        assert file["integrity"] == f"sha256-{base64.b64encode(digest).decode()}"
