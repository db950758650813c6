"""What others show of a link to a page: a title, a description, and a picture that no one takes for a government's."""

from io import BytesIO

import pytest
from PIL import Image

from scripts.guide.social_card import BAND, FONTS, SIZE, font, social_card, wrapped
from tests.built_pages import SITE, BuiltPage, addresses, built_pages
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.site


def meta(page: BuiltPage) -> dict[str, str]:
    """The page's descriptions of itself by their names."""
    found = [element.attributes for element in page.elements if element.tag == "meta"]
    return {one.get("property") or one.get("name", ""): one.get("content", "") for one in found}


def test_every_page_describes_itself_and_none_like_another() -> None:
    """In its own language; the guide as it is built has no address, and so names none."""
    pages = [page for page in built_pages() if page.address in addresses()]
    for page in pages:
        described = meta(page)
        assert 40 < len(described["description"]) < 200, page.address
        assert described["og:description"] == described["description"]
        assert described["og:title"]
        assert described["twitter:card"] == "summary_large_image"
        assert "og:image" not in described, page.address
        assert not [e for e in page.elements if e.attributes.get("rel") in {"canonical", "alternate"}], page.address
    assert len({meta(page)["description"] for page in pages}) == len(pages)


@pytest.mark.parametrize("language", languages())
def test_the_picture_has_the_size_that_messengers_ask_for_and_weighs_little(language: str) -> None:
    """And it is in the site."""
    file = SITE / "assets" / f"card-{language}.png"
    assert Image.open(BytesIO(file.read_bytes())).size == SIZE == (1200, 630)
    assert file.stat().st_size < 60_000


@pytest.mark.parametrize("language", languages())
def test_no_text_of_the_picture_runs_into_the_band_below_it(language: str) -> None:
    """However long the name and the line are in a language, there is room under them."""
    picture = Image.open(SITE / "assets" / f"card-{language}.png").convert("RGB")
    above = picture.crop((0, SIZE[1] - BAND - 16, SIZE[0], SIZE[1] - BAND))
    assert above.getcolors() == [(SIZE[0] * 16, picture.getpixel((0, 0)))]


@pytest.mark.parametrize("language", languages())
def test_the_font_of_the_picture_holds_every_letter_of_its_texts(language: str) -> None:
    """A letter that a font lacks looks like the letter of a plane without meaning."""
    assert FONTS.is_dir()
    missing = font(400, 40).getmask("\U0010fffd").getbbox()
    text = " ".join(wording(language)(f"ui.{name}") for name in ("product", "unofficial", "not_government"))
    for letter in set(text) - {" "}:
        mask = font(400, 40).getmask(letter)
        assert mask.getbbox(), letter
        assert bytes(mask) != bytes(font(400, 40).getmask("\U0010fffd")), letter
    assert missing


def test_the_picture_says_its_three_texts() -> None:
    """Each changes it, and the same texts give the same bytes."""
    pictures = {social_card(*texts) for texts in (("A", "b", "c"), ("B", "b", "c"), ("A", "c", "c"), ("A", "b", "d"))}
    assert len(pictures) == 4
    assert social_card("A", "b", "c") in pictures
    assert wrapped("one\N{NO-BREAK SPACE}two three", font(400, 40), 1) == ["", "one\N{NO-BREAK SPACE}two", "three"]
    assert wrapped("one two three", font(400, 40), font(400, 40).getlength("one two")) == ["one two", "three"]
