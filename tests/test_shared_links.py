"""What others show of a link to a page: a title, a description, and a picture that no one takes for a government's."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scripts.guide.social_card import BAND, FONTS, SIZE, font, social_card, wrapped
from tests.built_pages import SITE, BuiltPage, addresses, built_pages, own_address
from wizard.languages import languages
from wizard.wording import wording

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]
ADDRESS = "https://copy.example/guide/"


def meta(page: BuiltPage) -> dict[str, str]:
    """The page's descriptions of itself by their names."""
    found = [element.attributes for element in page.elements if element.tag == "meta"]
    return {one.get("property") or one.get("name", ""): one.get("content", "") for one in found}


@pytest.fixture(scope="module")
def copy_with_an_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as a host makes them who sets SITE_URL and says who runs the copy; a warning fails the build."""
    folder = tmp_path_factory.mktemp("copy")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", "-"]
    subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=REPOSITORY,
        env=os.environ | {"SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"},
        input="INHERIT: mkdocs.yml\nextra:\n  operator: This copy is run by Example Legal Aid.\n",
        text=True,
        check=True,
    )
    return folder


def test_every_page_describes_itself_and_none_like_another() -> None:
    """In its own language; a copy without an address names none, and one that has one names no other."""
    pages = [page for page in built_pages() if page.address in addresses()]
    for page in pages:
        described = meta(page)
        assert 40 < len(described["description"]) < 200, page.address
        assert described["og:description"] == described["description"]
        assert described["og:title"]
        assert described["twitter:card"] == "summary_large_image"
        assert ("og:image" in described) == bool(own_address()), page.address
        whole = [e.attributes["href"] for e in page.elements if e.attributes.get("rel") in {"canonical", "alternate"}]
        assert bool(whole) == bool(own_address()), page.address
        assert all(address.startswith(own_address()) for address in whole), page.address
    assert len({meta(page)["description"] for page in pages}) == len(pages)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["", "privacy/", "wizard/"])
def test_a_copy_with_an_address_says_where_its_pages_and_its_picture_are(
    copy_with_an_address: Path, language: str, name: str
) -> None:
    """Whole addresses, which is all that search engines and messengers take."""
    address = ("es/" if language == "es" else "") + name
    page = BuiltPage(copy_with_an_address / address / "index.html", address)
    assert meta(page)["og:url"] == ADDRESS + address
    picture = meta(page)["og:image"]
    assert picture == f"{ADDRESS}assets/card-{language}.png"
    assert (copy_with_an_address / picture.removeprefix(ADDRESS)).is_file()
    links = [element.attributes for element in page.elements if element.tag == "link"]
    others = {link["hreflang"]: link["href"] for link in links if link["rel"] == "alternate"}
    assert others == {"en": ADDRESS + name, "es": f"{ADDRESS}es/{name}"}
    assert [link["href"] for link in links if link["rel"] == "canonical"] == [ADDRESS + address]


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
