"""The built site as tests read it: its pages, their elements, and where their links lead."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SITE = REPOSITORY / "site"


@dataclass(frozen=True)
class Element:
    """The start of an element."""

    tag: str
    attributes: dict[str, str]


@dataclass
class BuiltPage(HTMLParser):
    """A page of the site; *address* is seen from the root: ``""`` for the start page, ``es/privacy/`` for another."""

    file: Path
    address: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the file."""
        super().__init__()
        self.feed(self.file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    @property
    def language(self) -> str:
        """The language of the folder that the page lies in."""
        return "es" if self.address.startswith("es/") else "en"

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


@cache
def built_pages() -> tuple[BuiltPage, ...]:
    """Every page, by its address."""
    pages = (BuiltPage(SITE / f"{address}index.html", address) for address in addresses())
    papers = (BuiltPage(SITE / address, address) for address in paper_addresses())
    return (*pages, *papers, BuiltPage(SITE / "404.html", "404.html"))


def addresses() -> list[str]:
    """The address of every page that has a folder: all but the blank papers, and 404.html, which has none."""
    return sorted(file.relative_to(SITE).as_posix().removesuffix("index.html") for file in SITE.rglob("index.html"))


def reading_addresses() -> list[str]:
    """The addresses of the pages that people read: all but the wizard's and its whole interview."""
    return [address for address in addresses() if not address.endswith(("wizard/", "all-questions/"))]


def paper_addresses() -> list[str]:
    """The addresses of the blank papers."""
    return sorted(file.relative_to(SITE).as_posix() for file in SITE.glob("**/papers/[!i]*.html"))
