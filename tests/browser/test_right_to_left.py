"""In a language read from the right, a browser draws English and numbers in their order, and arrows the way on."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.guide.pictures.decision_diagram import diagram
from scripts.guide.style_sheets import files
from tests.from_the_right import made_up
from tests.test_right_to_left import LINE, NAME, STREET, papers_of, result
from wizard.packet.as_text import as_text
from wizard.wording import Wording, wording

WIZARD = Path(__file__).resolve().parents[2] / "wizard" / "web"
PAGE = '<!doctype html><html lang="xr" dir="rtl" class="js"><head><style>{}</style></head><body>{}</body></html>'

DRAWN = """text => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let start = node.data.indexOf(text); start >= 0; start = node.data.indexOf(text, start + 1)) {
      const boxes = [...text].map((_, at) => {
        const range = document.createRange();
        range.setStart(node, start + at);
        range.setEnd(node, start + at + 1);
        const { left, top, width } = range.getBoundingClientRect();
        return { left, top, width };
      });
      if (boxes.some(({ width }) => width > 0)) found.push(boxes);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def say() -> Iterator[Wording]:
    """The texts of a language that is read from the right."""
    with made_up() as code:
        yield wording(code)


def drawn_in_order(page: Page, text: str) -> bool:
    """Whether *text* is on the page, and every character of it at the right of the one before, or on a later line."""
    found = page.evaluate(DRAWN, text)
    return bool(found) and all(
        after["left"] > before["left"] or after["top"] > before["top"]
        for boxes in found
        for before, after in pairwise(boxes)
    )


def test_a_result_shows_numbers_and_addresses_in_order(page: Page, say: Wording) -> None:
    """In links, beside labels, and in the middle of sentences; and so can they be copied."""
    style = (WIZARD / "palette.css").read_text("utf-8") + (WIZARD / "wizard.css").read_text("utf-8")
    page.set_content(PAGE.format(style, result(say)))
    for text in (LINE, STREET, "(404) 893-1290"):
        assert drawn_in_order(page, text), text
    assert page.locator(f"a.number:has-text('{LINE}')").first.evaluate("link => link.textContent") == LINE


def test_the_texts_of_papers_show_them_in_order_in_any_program(page: Page, say: Wording) -> None:
    """Whether it reads a file from the right or from the left."""
    documents = {document.name: document for document in papers_of(say.language).documents}
    told = as_text(documents["to-read-xr-letter-field-office"]) + as_text(documents["call-detention-line"])
    for direction in ("ltr", "rtl", "auto"):
        page.set_content(PAGE.format("", f'<pre dir="{direction}">{told}</pre>'))
        for text in (LINE, STREET, NAME, "A-023-456-789"):
            assert drawn_in_order(page, text), (text, direction)


def test_without_marks_they_would_not_be_in_order(page: Page) -> None:
    """The look itself is looked at: this is what the guide did before."""
    page.set_content(PAGE.format("", f"<p>نعم {LINE} نعم {STREET} نعم</p>"))
    assert not drawn_in_order(page, LINE)
    assert not drawn_in_order(page, STREET)


def test_the_picture_opens_at_its_start(page: Page, say: Wording) -> None:
    """The first question is in sight on a phone, and its text is not drawn in a mirror."""
    style = "".join(content.decode() for name, content in files() if name.endswith("site.css"))
    frame = '<article class="md-typeset"><section class="guide-wide guide-picture">{}</section></article>'
    page.set_content(PAGE.format(style, frame.format(diagram(say.language))))
    first = page.locator(".guide-diagram .node text").first
    box, scrolled = first.bounding_box(), page.locator(".guide-picture").bounding_box()
    assert box
    assert scrolled
    assert scrolled["x"] <= box["x"]
    assert box["x"] + box["width"] <= scrolled["x"] + scrolled["width"]
    picture = "picture => picture.getScreenCTM().a"
    assert page.locator(".guide-diagram").evaluate(picture) < 0 < first.evaluate(picture)


def test_an_arrow_is_turned_around_once(page: Page) -> None:
    """By the browser itself, which draws it as it draws the other arrow where text is read from the left."""
    style = (WIZARD / "wizard.css").read_text("utf-8").replace("html.js .by-link", "html.no .by-link")
    page.set_content(PAGE.format(style, '<ul class="by-link"><li><a href="#">&nbsp;</a></li></ul>'))
    link = page.locator(".by-link a")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == '"\u203a"'
    onward = link.screenshot()
    other = 'content: "\u2039"; direction: ltr; margin-left: 0; margin-right: auto'
    page.add_style_tag(content=f".by-link a::after {{ {other} }}")
    assert link.screenshot() == onward
    page.add_style_tag(content='.by-link a::after { content: "\u203a"; }')
    assert link.screenshot() != onward
