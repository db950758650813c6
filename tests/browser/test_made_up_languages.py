"""Two languages that nobody speaks, one longer and one from right to left, from danger to a saved letter."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page

from scripts.site_server import Server, serve
from tests.browser.faults import AXE, faults_of, looking
from tests.browser.screens import answer_to, take
from tests.browser.steps import wait_for_python
from tests.browser.test_packet import ANSWERS, LETTER, TYPED, fill, unfold
from tests.pseudo import ROWS, add_pseudo_languages, copy_of_the_repository
from wizard.packet.letters import to_read

pytestmark = [pytest.mark.browser, pytest.mark.thorough]  # a build of four languages takes minutes

SCRAMBLED = Path(__file__).with_name("scrambled.js").read_text("utf-8")
SIZES = ((320, 640), (1280, 900))
NO_LANGUAGE = (
    "axe html-lang-valid",
    "axe valid-lang",
    "a new window without a word",
    "a file without its kind and size",
)
"""What is wrong with every page, since nobody speaks these languages, and no check knows their words."""
DIRECTIONS = {"xa": "ltr", "xb": "rtl"}


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview of the guide in every language and in both that are made up."""
    copy = copy_of_the_repository(tmp_path_factory.mktemp("made-up"))
    add_pseudo_languages(copy)
    built = subprocess.run(["scripts/build", "--preview"], cwd=copy, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return copy / "build" / "preview"


@pytest.fixture
def guide_of_all(preview: Path) -> Iterator[Server]:
    """That preview on loopback."""
    with serve(preview) as running:
        yield running


def assert_whole(page: Page, code: str) -> None:
    """Nothing outside the window, nothing in the wrong order, nothing that keeps anyone out."""
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [code, DIRECTIONS[code]]
    assert page.evaluate(SCRAMBLED) == []
    assert [fault for fault in faults_of(page) if not fault.startswith(NO_LANGUAGE)] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size[0])
@pytest.mark.parametrize("code", ROWS)
def test_from_danger_to_a_saved_letter(
    chromium: Browser, guide_of_all: Server, code: str, size: tuple[int, int], tmp_path: Path
) -> None:
    """Every screen on the way, the form with and without faults, and the papers; the letter is in English."""
    with looking(chromium, size, "light") as page:
        page.goto(f"{guide_of_all.url}{code}/wizard/")
        wait_for_python(page)
        page.evaluate(AXE)
        while form := page.query_selector("#interview form"):
            assert_whole(page, code)
            take(page, answer_to(form.get_attribute("data-question") or "", ANSWERS))
        assert_whole(page, code)
        page.click("#prepare button")
        page.wait_for_selector("form[data-details]")
        fill(page, {"a_number": "12", "telephone": "1"})
        page.click("#interview .continue")
        page.wait_for_selector("#interview .problem")
        unfold(page)
        assert_whole(page, code)
        fill(page, TYPED)
        page.click("#interview .continue")
        page.wait_for_selector(".packet")
        unfold(page)
        assert_whole(page, code)
        letter = saved(page, f"{LETTER}.docx", tmp_path)
        assert TYPED["name"] in letter
        assert "A-number" in letter
        assert TYPED["facts.reviewing_official"].split("\n")[0] in saved(
            page, f"{to_read(LETTER, code)}.docx", tmp_path
        )


def saved(page: Page, name: str, folder: Path) -> str:
    """The text of the Word file *name*, as it comes from a press on its button."""
    with page.expect_download() as coming:
        page.click(f"[data-file='{name}']")
    coming.value.save_as(folder / name)
    return "\n".join(paragraph.text for paragraph in Document(str(folder / name)).paragraphs)


@pytest.mark.parametrize("code", ROWS)
def test_every_reading_page_fits_the_narrowest_window(
    chromium: Browser, preview: Path, guide_of_all: Server, code: str
) -> None:
    """And says of itself what it is: the language that nobody has reviewed is a draft."""
    pages = sorted(path.parent.name for path in (preview / code).glob("*/index.html") if path.parent.name != "wizard")
    assert len(pages) > len("twenty pages")
    with looking(chromium, SIZES[0], "light") as page:
        page.goto(f"{guide_of_all.url}{code}/")
        for name in ("", *pages):
            page.goto(f"{guide_of_all.url}{code}/{name}")
            page.evaluate(AXE)
            assert_whole(page, code)


def test_the_menu_of_languages_leads_to_the_same_page(chromium: Browser, guide_of_all: Server) -> None:
    """On one line with the other tools; in the wizard every answer stays."""
    with looking(chromium, (360, 740), "light") as page:
        page.goto(f"{guide_of_all.url}papers/")
        tools = page.locator(".guide-tools > *:visible, .guide-languages summary")
        tops = tools.evaluate_all("all => all.map(tool => tool.getBoundingClientRect().top)")
        assert max(tops) - min(tops) <= 2
        page.click(".guide-language-menu summary")
        page.click(".guide-language-menu [lang=xb]")
        page.wait_for_url("**/xb/papers/")
        page.goto(f"{guide_of_all.url}wizard/")
        wait_for_python(page)
        take(page, "false")
        page.click(".language-menu summary")
        page.click(".language-menu [lang=xb]")
        page.wait_for_selector("html[lang=xb][dir=rtl]")
        assert page.get_attribute("#interview form", "data-question") == "need_groups"
