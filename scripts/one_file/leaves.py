"""The pages of a built site as parts of one document: what is read of each, with every address within the document.

``get-help/#find`` on the site is the part ``get-help/find`` here; ``addresses.js`` has the same rule in the browser.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import Match

from scripts.guide.own_places import HIDEABLE
from scripts.guide.version import version
from wizard.languages import SOURCE_LANGUAGE, languages

INTERVIEW = "wizard/"
WHOLE = "all-questions/"
START = "start/"
"""The name of the first page, whose address on the site is nothing."""

STANDS_FOR = {"detention-centers/": "find-your-office/"}
"""A page that the file has no room for, and the one that tells the same of each place in its box."""

TAG = re.compile(r"<[a-zA-Z][^<>]*>")
NAMING = re.compile(r'(?<=\s)(id|for|aria-(?:labelledby|describedby)|href|fill)="([^"]*)"')
OUTSIDE = re.compile(r"[a-z]+:")
LEFT_OUT = re.compile(rf"<!--part:({'|'.join(HIDEABLE)})-->.*?<!--/part:\1-->", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MAIN = re.compile(r"</?main>")
NOT_HERE = re.compile(r',? ?<a href="[^"]+\.(?:docx|txt)"[^>]*>[^<]*</a>')
"""A paper for Word or as text: the interview makes them, and so they are not in the file twice."""


@dataclass(frozen=True)
class Leaf:
    """One page: the *name* that addresses have for it, and its *html*."""

    name: str
    html: str


@dataclass(frozen=True)
class Source:
    """The pages of one *language* in a built *site*."""

    site: Path
    language: str

    @property
    def home(self) -> str:
        """Their folder, from the root of the site."""
        return self.home_of(self.language)

    def home_of(self, language: str) -> str:
        """The folder of the pages in *language*, or nothing where they lie at the root."""
        return f"{language}/" if (self.site / language / "index.html").is_file() else ""

    def read(self, page: str) -> str:
        """The file *page*, seen from the language's folder, without what the one file leaves out."""
        return COMMENT.sub("", LEFT_OUT.sub("", (self.site / self.home / page).read_text("utf-8")))

    def menu(self) -> str:
        """The list of all pages, in its groups."""
        return self.placed(between(self.read("index.html"), '<details class="guide-menu">', "</details>"), "", "")

    def leaves(self) -> Iterator[Leaf]:
        """Every page that is read, in the order of the menu, and behind them the blank papers."""
        links = re.findall(r'href="#([\w-]+/)?"', self.menu())
        for path in dict.fromkeys(links):
            if path not in (INTERVIEW, WHOLE):
                yield self._leaf(path or START, f"{path}index.html")
        for paper in sorted((self.site / self.home / "papers").glob("*.html")):
            if paper.name != "index.html":
                yield self._leaf(f"papers/{paper.name}", f"papers/{paper.name}", "<body>", "<footer")

    def _leaf(self, name: str, page: str, begin: str = "<article ", end: str = "</article>") -> Leaf:
        html = between(self.read(page), begin, end)
        html = f"{begin}{html}{end}" if begin.endswith(" ") else MAIN.sub("", html)
        return Leaf(name, self.placed(NOT_HERE.sub("", html), posixpath.dirname(page), name))

    def placed(self, html: str, folder: str, name: str) -> str:
        """*html* of a page in *folder*, its ids behind *name*, and its links to parts of this document."""

        def renamed(found: Match[str]) -> str:
            attribute, value = found.groups()
            if attribute == "href":
                value = self.address(value, folder, name)
            elif attribute == "fill":
                value = value.replace("url(#", f"url(#{name}")
            else:
                value = " ".join(f"{name}{word}" for word in value.split())
            return f'{attribute}="{value}"'

        return TAG.sub(lambda tag: tag[0] if tag[0].startswith("<use ") else NAMING.sub(renamed, tag[0]), html)

    def address(self, href: str, folder: str, name: str) -> str:
        """Where *href* of a page in *folder* leads: to a part of this document, to its sister's file, or outside."""
        if OUTSIDE.match(href) or href == "#":
            return href
        path, _, part = href.partition("#")
        if not path:
            return f"#{name}{part}"
        way = posixpath.normpath(posixpath.join("/", self.home, folder, path)).lstrip("/")
        page = way if way.endswith(".html") or not way else f"{way}/"
        language = next((code for code in languages() if page.startswith(self.home_of(code) or "/")), SOURCE_LANGUAGE)
        file = "" if language == self.language else file_name(language)
        return f"{file}#{fragment(page.removeprefix(self.home_of(language)), part)}"


def fragment(page: str, part: str) -> str:
    """The name of the *part* of *page* in the one document."""
    if page in (INTERVIEW, WHOLE):
        return part or INTERVIEW
    if page in STANDS_FOR:
        return STANDS_FOR[page]
    return f"{page or START}{part}" if part else page


def file_name(language: str) -> str:
    """What the file in *language* is called."""
    return f"ice-contact-guide-{version()}-{language}.html"


def between(text: str, begin: str, end: str) -> str:
    """What stands in *text* between *begin* and the next *end*. Raises `LookupError` where they are not there."""
    _, found, rest = text.partition(begin)
    inside, ended, _ = rest.partition(end)
    if not (found and ended):
        raise LookupError(f"the site has no {begin!r} before {end!r}")
    return inside
