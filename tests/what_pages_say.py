"""The pages of the built site, as a reader meets them."""

import re
from functools import cache
from itertools import takewhile
from pathlib import Path
from posixpath import join, normpath

from scripts.checks.prose import HEADINGS, Block, blocks, main_content
from scripts.guide import whole_page
from wizard.languages import SOURCE_LANGUAGE, languages

SITE = Path(__file__).resolve().parents[1] / "site"
START = "index"


def home(language: str) -> Path:
    """The folder of the pages in *language*."""
    return SITE if language == SOURCE_LANGUAGE else SITE / language


@cache
def page(language: str, name: str) -> str:
    """The HTML of a page by its name, such as ``case-review``; of the start page by ``index``."""
    folder = home(language) if name == START else home(language) / name
    return (folder / "index.html").read_text("utf-8")


@cache
def names() -> tuple[str, ...]:
    """The names of all pages. That of all questions is the interview once more."""
    others = {path.parent.name for path in SITE.glob("*/index.html")} - {*languages(), whole_page.FOLDER}
    return (START, *sorted(others))


@cache
def said(language: str, name: str) -> tuple[Block, ...]:
    """What a page itself says, block by block."""
    return tuple(blocks(main_content(page(language, name))))


def links(language: str, name: str) -> set[str]:
    """The names of the pages that the text of a page leads to; its menu, header and foot do not count."""
    here = "" if name == START else name
    hrefs = re.findall(r'<a\b[^>]*?href="([^"#:]+)[#"]', main_content(page(language, name)))
    return {normpath(join(here, href)).replace(".", START) for href in hrefs} & set(names())


def words_above(shown: tuple[Block, ...], place: int) -> int:
    """How many words, quotations included, stand between the heading (or term) above and block *place*."""
    above = takewhile(lambda block: block.tag not in HEADINGS | {"dt"}, reversed(shown[:place]))
    return sum(len(block.text.split()) for block in above)
