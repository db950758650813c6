"""When Python dies over somebody's letter, every word stays; and whoever presses twice gets one thing."""

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server
from tests.browser.test_packet import ANSWERS, LETTER, TYPED, fill, papers_of
from tests.browser.test_place import result_of
from wizard.wording import wording

pytestmark = pytest.mark.browser

SAY = wording("en")
STOPPED = f"#papers-failed:has-text('{SAY('packet.form.stopped')}')"


def form_of(page: Page, server: Server) -> None:
    """Walks to the form and fills it."""
    result_of(page, server, "en", ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    fill(page, TYPED)


def kill_python(page: Page) -> None:
    """Ends the worker without a word, as a phone does that is short of memory."""
    page.workers[0].evaluate("() => self.close()")


def assert_every_word_stands_in_the_form(page: Page) -> None:
    """In fields that can be read, copied and written in."""
    for name, value in TYPED.items():
        field = page.locator(f'#interview [name="{name}"]')
        expect(field).to_have_value(value)
        expect(field).to_be_editable()


def test_python_that_dies_over_the_form_leaves_every_word_in_it(page: Page, guide: Server) -> None:
    """The page says so where the person looks, and a way to the blank papers that leaves the words where they are."""
    form_of(page, guide)
    kill_python(page)
    page.fill('[name="request.reviewing_official"]', "That he may come home.")
    page.click("#interview .continue")
    page.wait_for_selector(STOPPED)
    assert page.evaluate("document.activeElement.id") == "papers-failed"
    assert page.inner_text("[data-say=python_failed]") == SAY("ui.python_failed")
    assert_every_word_stands_in_the_form(page)
    page.click("#interview .continue")
    assert_every_word_stands_in_the_form(page)
    with page.context.expect_page() as opened:
        page.click("#papers-failed a")
    assert opened.value.url == f"{guide.url}papers/"
    assert_every_word_stands_in_the_form(page)


def test_a_letter_that_was_made_ahead_outlives_python(page: Page, guide: Server) -> None:
    """It was made while the person wrote: nothing is missing from it."""
    form_of(page, guide)
    page.wait_for_timeout(1000)
    kill_python(page)
    page.click("#interview .continue")
    expect(page.locator(f"#{LETTER}")).to_contain_text(TYPED["overlooked_factors.which"])
    page.click(f'[data-file="{LETTER}.docx"]')
    page.wait_for_selector(STOPPED)
    expect(page.locator(f"#{LETTER}")).to_be_visible()


def test_after_python_died_the_words_are_found_again_from_the_result(page: Page, guide: Server) -> None:
    """By the page's own button, by Back and Forward; and the answers can still be gone through."""
    form_of(page, guide)
    kill_python(page)
    page.click("#interview [data-cards]")
    page.wait_for_selector(f"#interview .card[data-channel={LETTER.removeprefix('letter-').replace('-', '_')}]")
    assert page.is_hidden(STOPPED)
    page.click("#prepare button")
    page.wait_for_selector(STOPPED)
    assert_every_word_stands_in_the_form(page)
    page.go_back()
    page.wait_for_selector("#interview .card")
    page.go_back()
    page.wait_for_selector(STOPPED)
    assert_every_word_stands_in_the_form(page)
    page.click("[data-clear]")
    page.click("[data-clear-now]")
    page.wait_for_selector("#interview [data-question=emergency]")
    assert page.is_hidden("#papers-failed")
    assert page.is_hidden("#prepare")
    assert TYPED["name"] not in page.evaluate("document.documentElement.outerHTML")


def test_python_that_dies_over_the_papers_leaves_them_to_be_read_copied_and_printed(page: Page, guide: Server) -> None:
    """Only new files cannot be made."""
    papers_of(page, guide, "en", TYPED)
    page.evaluate(
        """() => {
          window.print = () => { window.printed = true; };
          const writeText = async (text) => { window.copied = text; };
          Object.defineProperty(navigator, "clipboard", { value: { writeText } });
        }"""
    )
    kill_python(page)
    page.click(f"[data-file='{LETTER}.docx']")
    page.wait_for_selector(STOPPED)
    expect(page.locator(f"#{LETTER}")).to_contain_text(TYPED["name"])
    page.click(f"[data-copy={LETTER}]")
    expect(page.locator("[data-spoken]")).to_have_text(SAY("packet.screen.copied"))
    assert TYPED["name"] in page.evaluate("window.copied")
    page.click(f"[data-print={LETTER}]")
    assert page.evaluate("window.printed")
    page.go_back()
    page.wait_for_selector("form[data-details]")
    assert_every_word_stands_in_the_form(page)


ASKED = """() => {
  const send = Worker.prototype.postMessage;
  window.asked = [];
  Worker.prototype.postMessage = function (message) {
    window.asked.push(JSON.parse(message.text).do);
    return send.call(this, message);
  };
}"""
PRESS_OFTEN = "selector => { for (let time = 0; time < 5; time++) document.querySelector(selector).click(); }"


def test_pressing_many_times_makes_the_papers_once_and_one_file(page: Page, guide: Server) -> None:
    """A press while Python is at work asks for nothing more, and Back leads where one press would have led."""
    form_of(page, guide)
    page.wait_for_timeout(1000)
    page.evaluate(ASKED)
    page.fill('[name="request.reviewing_official"]', "That he may come home.")
    page.evaluate(PRESS_OFTEN, "#interview .continue")
    page.wait_for_selector(".packet")
    assert page.evaluate("window.asked") == ["packet"]
    downloads: list[str] = []
    page.on("download", lambda download: downloads.append(download.suggested_filename))
    with page.expect_download():
        page.evaluate(PRESS_OFTEN, "[data-file='packet.zip']")
    with page.expect_download():
        page.evaluate(PRESS_OFTEN, "[data-save]")
    assert page.evaluate("window.asked") == ["packet", "file", "save"]
    assert downloads == ["packet.zip", "case.json"]
    page.go_back()
    page.wait_for_selector("form[data-details]")
    assert_every_word_stands_in_the_form(page)


def test_a_press_while_a_file_is_made_is_not_lost_on_the_papers(page: Page, guide: Server) -> None:
    """To go back to the form while a file is under way harms neither."""
    papers_of(page, guide, "en", TYPED)
    with page.expect_download() as download:
        page.evaluate(
            """() => {
              document.querySelector("[data-file='packet.zip']").click();
              document.querySelector("#interview [data-prepare]").click();
            }"""
        )
    assert download.value.suggested_filename == "packet.zip"
    page.click("#interview [data-prepare] >> nth=0")
    page.wait_for_selector("form[data-details]")
    assert_every_word_stands_in_the_form(page)
