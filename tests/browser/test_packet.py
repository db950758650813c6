"""From a result to something that can be sent: the form, its errors, the papers, and the ways out of the page."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from scripts.site_server import Server
from tests.browser.faults import AXE, NARROW, SCHEMES, Scheme, faults_of, looking, looks
from tests.browser.screens import LANGUAGES, answer_to, take
from tests.browser.steps import ZONE, go_on, wait_for_python
from tests.browser.test_moving_about import at_the_date, fill_date
from tests.browser.test_moving_about import typed as typed_date
from tests.browser.test_place import find, result_of
from wizard.bridge import handle
from wizard.packet.case_file import MOST_BYTES
from wizard.wording import wording

pytestmark = pytest.mark.browser

ANSWERS = {
    "emergency": "false",
    "needs": "case_review",
    "known_to_ice": "in_proceedings",
    "custody": "ice_detention",
    "local_request": "answered",
    "local_response_period": "after_window",
    "facts_changed": "false",
    "evidence_not_submitted": "false",
    "factors_overlooked": "true",
    "removal_imminent": "false",
    "role": "family_or_friend",
}
TYPED = {
    "name": "Nguyễn Thị Ánh",
    "a_number": "a 12-345-678",
    "date_of_birth.day": "5",
    "date_of_birth.month": "3",
    "date_of_birth.year": "1990",
    "country_of_birth": "Vietnam",
    "telephone": "(555) 010-0199",
    "facts.reviewing_official": "Our child has cancer.\nThe treatment began on March 5, 2026.",
    "exhibits.reviewing_official": "Letter of the hospital, March 6, 2026",
    "overlooked_factors.which": "The child's cancer.",
}
LETTER = "letter-reviewing-official"
FACTS = "facts.reviewing_official"


def fill(page: Page, typed: dict[str, str]) -> None:
    """Types into the form."""
    for name, value in typed.items():
        page.fill(f'#interview [name="{name}"]', value)


def papers_of(page: Page, server: Server, language: str, typed: dict[str, str]) -> None:
    """Walks to the papers."""
    result_of(page, server, language, ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    fill(page, typed)
    page.click("#interview .continue")
    page.wait_for_selector(".packet")


def asked(language: str, **more: Any) -> dict[str, Any]:
    """The request that the page makes for what was typed."""
    answers = {name: value for name, value in ANSWERS.items() if name != "needs"}
    known = {"needs": [ANSWERS["needs"]], "answers": answers, "seen": [], "places": {}}
    today = datetime.now(ZoneInfo(ZONE))
    return {
        "language": language,
        **known,
        "details": TYPED,
        "today": today.date().isoformat(),
        "now": today.isoformat("T", "seconds"),
        **more,
    }


def by_python(language: str, **more: Any) -> dict[str, Any]:
    """What Python here answers to the same request."""
    reply: dict[str, Any] = json.loads(handle(json.dumps(asked(language, **more))))
    return reply


@pytest.fixture
def letters(chromium: Browser) -> Iterator[Page]:
    """A page that may write to the clipboard."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, permissions=["clipboard-write", "clipboard-read"], timezone_id=ZONE
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_are_those_that_python_makes(page: Page, server: Server, language: str) -> None:
    """On screen and as files, with nothing asked of the server."""
    papers_of(page, server, language, TYPED)
    seen = len(server.requests)
    paper = page.locator(f"#{LETTER}")
    for text in ("Nguyễn Thị Ánh", "A-012-345-678", "Our child has cancer.", "DETAINED BY ICE", "Exhibit A:"):
        expect(paper).to_contain_text(text)
    assert paper.get_attribute("lang") == "en"
    for name in (f"{LETTER}.docx", f"{LETTER}.txt", "packet.zip"):
        with page.expect_download() as download:
            page.click(f'[data-file="{name}"]')
        assert download.value.suggested_filename == name
        content = Path(download.value.path()).read_bytes()
        if name.endswith(".docx"):
            assert "Our child has cancer." in [line.text for line in Document(io.BytesIO(content)).paragraphs]
        if name.endswith(".zip"):
            inside = zipfile.ZipFile(io.BytesIO(content))
            assert inside.testzip() is None
            assert {f"{LETTER}.docx", "checklist.txt", "reminder.ics"} <= set(inside.namelist())
        if name.endswith(".txt"):
            assert content.decode() == by_python(language, do="packet")["texts"][LETTER]
    assert len(server.requests) == seen
    assert "Ánh" not in page.url + page.title()


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_input_is_told_beside_its_field_and_nothing_is_lost(page: Page, server: Server, language: str) -> None:
    """In words that do not repeat it."""
    say = wording(language)
    result_of(page, server, language, ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    fill(page, {**TYPED, "a_number": "ABC1234567890", "date_of_birth.month": "13"})
    page.click("#interview .continue")
    page.wait_for_selector("#interview .problem")
    assert page.evaluate("document.activeElement.className") == "problem"
    expect(page.locator("#interview .problem li")).to_have_count(2)
    expect(page.locator("#field-a_number-error")).to_contain_text(say("packet.error.a_number.receipt"))
    assert page.input_value("[name=a_number]") == "ABC1234567890"
    assert page.input_value(f'[name="{FACTS}"]') == TYPED[FACTS]
    assert "ABC1234567890" not in page.inner_text("#interview .problem") + page.inner_text("#field-a_number-error")
    page.click("#interview .problem a >> nth=0")
    assert page.evaluate("document.activeElement.name") == "a_number"
    described = page.get_attribute("[name=a_number]", "aria-describedby") or ""
    assert "field-a_number-error" in described.split()
    page.keyboard.type("x")
    fill(page, {"a_number": TYPED["a_number"], "date_of_birth.month": "3"})
    page.click("#interview .continue")
    expect(page.locator(f"#{LETTER}")).to_contain_text("A-012-345-678")


def test_papers_are_made_ahead_and_shown_when_they_are_asked_for(page: Page, server: Server) -> None:
    """Nobody waits for Python after the last word. Before the press nothing changes on the screen; no error comes."""
    page.add_init_script(
        """{
          const send = Worker.prototype.postMessage;
          window.sent = 0;
          Worker.prototype.postMessage = function (...message) { window.sent += 1; return send.apply(this, message); };
        }"""
    )
    result_of(page, server, "en", ANSWERS)
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    page.evaluate(
        """window.shown = 0;
        new MutationObserver(() => (window.shown += 1)).observe(interview, { childList: true, subtree: true });"""
    )
    for typed in ({**TYPED, "a_number": "12"}, TYPED, {"name": "Bà Triệu"}):
        fill(page, typed)
        page.wait_for_timeout(1000)
        assert page.evaluate("window.shown") == 0
    sent = page.evaluate("window.sent")
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    assert page.evaluate("window.sent") == sent
    expect(page.locator(f"#{LETTER}")).to_contain_text("Bà Triệu")
    assert TYPED["name"] not in page.inner_text(".packet")
    page.go_back()
    page.wait_for_selector("form[data-details]")
    page.fill("[name=name]", "Trưng Trắc")
    page.evaluate("document.querySelector('#interview .continue').click()")
    expect(page.locator(f"#{LETTER}")).to_contain_text("Trưng Trắc")


def test_back_another_answer_and_another_language_lose_nothing(page: Page, server: Server) -> None:
    """What a new answer no longer asks for is kept for when it is asked again, and stands in no paper."""
    papers_of(page, server, "en", TYPED)
    page.go_back()
    page.wait_for_selector("form[data-details]")
    page.fill("[name=telephone]", "555 010 0111")
    page.click("[data-language=es]")
    expect(page.locator("#interview h1")).to_have_text(wording("es")("packet.form.title"))
    assert page.input_value("[name=telephone]") == "555 010 0111"
    assert page.input_value('[name="overlooked_factors.which"]') == TYPED["overlooked_factors.which"]
    page.click(".answers summary")
    page.click("[data-change=factors_overlooked]")
    page.check("[name=answer][value=false]")
    page.click("#interview .continue")
    page.wait_for_selector(".result")
    assert page.locator("#prepare").is_hidden()
    page.click(".answers summary")
    page.click("[data-change=local_request]")
    page.check("[name=answer][value=none]")
    page.click("#interview .continue")
    page.wait_for_selector(".result")
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    assert page.input_value("[name=telephone]") == "555 010 0111"
    assert page.query_selector('[name="overlooked_factors.which"]') is None
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    assert page.query_selector(f"#{LETTER}") is None
    expect(page.locator("#letter-field-office")).to_contain_text("Our child has cancer.")
    assert "The child's cancer." not in page.inner_text(".packet")


def answer_again(page: Page, question: str, option: str) -> None:
    """Changes one answer, and goes on to the result."""
    page.click(".answers summary")
    page.click(f"[data-change={question}]")
    page.check(f"[name=answer][value={option}]")
    page.click("#interview .continue")
    page.wait_for_selector(".result")


def open_form(page: Page) -> None:
    """From the result to the form."""
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")


def test_words_go_with_the_request_to_another_letter_and_back(page: Page, server: Server) -> None:
    """What was changed there comes back changed; what was cleared there stays cleared."""
    request, there = "request.reviewing_official", "request.field_office"
    result_of(page, server, "en", ANSWERS)
    open_form(page)
    fill(page, {FACTS: "Of the child.", request: "That he may stay."})
    page.go_back()
    page.wait_for_selector(".result")
    answer_again(page, "local_request", "none")
    open_form(page)
    assert page.input_value('[name="facts.field_office"]') == "Of the child."
    assert page.input_value(f'[name="{there}"]') == "That he may stay."
    fill(page, {"facts.field_office": "Of the child, who is nine.", there: ""})
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    expect(page.locator("#letter-field-office")).to_contain_text("Of the child, who is nine.")
    page.go_back()
    page.wait_for_selector("form[data-details]")
    page.go_back()
    page.wait_for_selector(".result")
    answer_again(page, "local_request", "answered")
    open_form(page)
    assert page.input_value(f'[name="{FACTS}"]') == "Of the child, who is nine."
    assert page.input_value(f'[name="{request}"]') == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_of_before_with_one_text_for_two_letters_says_where_it_stands(
    page: Page, server: Server, language: str
) -> None:
    """In the first letter alone; also after the form was written in; and each letter then has its own words."""
    told = wording(language)("packet.screen.one_for_all")
    answers = {name: {"true": True, "false": False}.get(value, value) for name, value in ANSWERS.items()}
    case = {**answers, "needs": ["release", "bond"], "local_request": "none", "details": {"facts": "Old words."}}
    page.goto(f"{server.url}{'' if language == 'en' else 'es/'}wizard/")
    wait_for_python(page)
    saved = json.dumps(case).encode()
    page.set_input_files("#case-file", {"name": "case.json", "mimeType": "application/json", "buffer": saved})
    page.wait_for_selector("#interview .result")
    open_form(page)
    assert page.input_value('[name="facts.field_office"]') == "Old words."
    assert page.input_value('[name="facts.opla"]') == ""
    fill(page, {"facts.opla": "New words."})
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    expect(page.locator(".one-for-all")).to_have_text(told)
    for letter, words, others in (("field-office", "Old words.", "New words."), ("opla", "New words.", "Old words.")):
        expect(page.locator(f"#letter-{letter}")).to_contain_text(words)
        expect(page.locator(f"#letter-{letter}")).not_to_contain_text(others)


def test_a_paper_is_copied_with_a_word_of_warning(letters: Page, server: Server) -> None:
    """The clipboard holds the letter and nothing else."""
    papers_of(letters, server, "en", TYPED)
    letters.click(f'[data-copy="{LETTER}"]')
    expect(letters.locator("[data-spoken]")).to_have_text(wording("en")("packet.screen.copied"))
    assert letters.evaluate("navigator.clipboard.readText()") == by_python("en", do="packet")["texts"][LETTER]


def test_one_paper_is_printed_alone(page: Page, server: Server) -> None:
    """The rest of the page is not on the sheet, and is back afterwards."""
    papers_of(page, server, "en", TYPED)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.click(f'[data-print="{LETTER}"]')
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    seen = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((element) => element.checkVisibility() && element.children.length === 0 && element.textContent.trim())
          .filter((element) => !element.closest(".printed")).map((element) => element.outerHTML)"""
    )
    assert seen == []
    assert page.locator(f"#{LETTER}").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".packet h1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_letter_is_the_letter_on_letter_paper(
    chromium: Browser, server: Server, tmp_path: Path, scheme: Scheme
) -> None:
    """On as few sheets as it needs, black on white, word for word, blanks included."""
    with looking(chromium, NARROW, scheme) as page:
        papers_of(page, server, "es", TYPED)
        page.evaluate("window.print = () => {}")
        page.click(f'[data-print="{LETTER}"]')
        sheet = tmp_path / "letter.pdf"
        page.pdf(path=sheet, prefer_css_page_size=True)
        page.emulate_media(media="print", color_scheme=scheme)
        colours = page.evaluate(
            f"""() => [...document.querySelectorAll("#{LETTER}, #{LETTER} *")].map((part) => getComputedStyle(part))
              .map((style) => [style.color, style.backgroundColor].join(" on "))"""
        )
    assert {*colours} <= {"rgb(0, 0, 0) on rgb(255, 255, 255)", "rgb(0, 0, 0) on rgba(0, 0, 0, 0)"}
    told = subprocess.run(["pdfinfo", sheet], capture_output=True, text=True, check=True).stdout
    assert "612 x 792 pts (letter)" in told
    assert re.search(r"Pages:\s+[12]\n", told)
    printed = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
    assert words(printed) == words(by_python("es", do="packet")["texts"][LETTER])
    last = printed.rstrip("\f\n ").rpartition("\f")[2]
    assert len(last.splitlines()) > 3, "a sheet for a few lines"


def words(text: str) -> str:
    """What *text* says, without how it is laid out or how long its blanks are."""
    return re.sub(r"_+", "_", "".join(text.split()))


def test_a_case_is_saved_to_a_file_and_opened_again(page: Page, server: Server, tmp_path: Path) -> None:
    """Only when asked; on another device; and a file that is none is refused in words, with nothing lost."""
    papers_of(page, server, "en", TYPED)
    with page.expect_download() as download:
        page.click("[data-save]")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert "Nguyễn" not in saved.name
    page.click("[data-clear]")
    page.wait_for_selector("[data-question=emergency]")
    page.set_input_files("#case-file", saved)
    page.wait_for_selector(".result")
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    assert page.input_value("[name=name]") == TYPED["name"]
    page.click("#interview .continue")
    expect(page.locator(f"#{LETTER}")).to_contain_text("Our child has cancer.")


NO_CASES = {
    "hostile": b'{"needs": ["<img src=x onerror=alert(1)>"]}',
    "empty": b"",
    "no text": b"\xff\xfe\x00",
    "too large": b" " * (MOST_BYTES + 1),
    "very large": b" " * (64 * 1024 * 1024),
}


@pytest.mark.parametrize("content", NO_CASES.values(), ids=NO_CASES)
def test_a_file_that_is_no_case_is_told_beside_the_field_and_nothing_moves(
    page: Page, server: Server, tmp_path: Path, content: bytes
) -> None:
    """What is ticked stays ticked, the focus is on the field, and the next file is opened."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    page.check("#interview [name=answer][value=false]")
    bad, good = tmp_path / "bad.json", tmp_path / "good.json"
    bad.write_bytes(content)
    good.write_text(json.dumps({"emergency": False, "needs": ["court_date"], "role": "self"}))
    page.set_input_files("#case-file", bad)
    expect(page.locator("#case-file-problem")).to_have_text(wording("en")("packet.case_file.unreadable"))
    assert page.is_checked("#interview [name=answer][value=false]")
    assert page.evaluate("document.activeElement.id") == "case-file"
    assert page.get_attribute("[data-python]", "data-python") == "python_ready"
    page.set_input_files("#case-file", good)
    page.wait_for_selector("#interview:not(:has([data-question=emergency]))")
    expect(page.locator("#case-file-problem")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_of_the_answer_typed_in_the_interview_stands_in_the_letter(
    page: Page, server: Server, language: str
) -> None:
    """Nobody writes a day twice; and in a saved case it comes back to its fields."""
    at_the_date(page, server, language)
    fill_date(page, "14", "9", "2024")
    go_on(page)
    while form := page.query_selector("#interview form"):
        take(page, answer_to(form.get_attribute("data-question") or "", ANSWERS))
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    page.click("#interview .continue")
    expect(page.locator(f"#{LETTER}")).to_contain_text("September 14, 2024")
    with page.expect_download() as download:
        page.click("[data-save]")
    saved = Path(download.value.path()).read_bytes()
    page.click("[data-clear]")
    page.set_input_files("#case-file", {"name": "case.json", "mimeType": "application/json", "buffer": saved})
    page.wait_for_selector("#interview .result")
    page.click("#answers summary")
    page.click("[data-change=local_response_period]")
    page.wait_for_selector("[data-question=local_response_period]")
    assert typed_date(page) == ("14", "9", "2024")


def test_clearing_everything_clears_the_letters(page: Page, server: Server) -> None:
    """The next person at this device finds an empty form."""
    papers_of(page, server, "en", TYPED)
    page.click("[data-clear]")
    page.click("[data-clear-now]")
    page.wait_for_selector("[data-question=emergency]")
    assert [
        text for text in (TYPED["name"], TYPED["telephone"], *TYPED[FACTS].splitlines()) if text in page.content()
    ] == []


def test_clearing_while_a_file_is_made_clears_at_once_and_saves_nothing(page: Page, server: Server) -> None:
    """What somebody is about to see must not stay there, and must not reach the disk afterwards."""
    papers_of(page, server, "en", TYPED)
    downloads: list[str] = []
    page.on("download", lambda download: downloads.append(download.suggested_filename))
    page.evaluate(
        """() => {
          document.querySelector("[data-file='packet.zip']").click();
          document.querySelector("[data-clear]").click();
          document.querySelector("[data-clear-now]").click();
          window.left = document.querySelector("#interview").textContent;
        }"""
    )
    assert TYPED["name"] not in page.evaluate("window.left")
    page.wait_for_selector("#interview [data-question=emergency]")
    page.wait_for_timeout(1000)
    assert downloads == []
    assert TYPED["name"] not in page.content()


def test_the_place_that_was_found_stands_in_the_letter(page: Page, server: Server) -> None:
    """The office's address, where there is one office."""
    answers = {**ANSWERS, "local_request": "none"}
    result_of(page, server, "en", answers)
    find(page, "place")
    page.select_option("#state", "OH")
    page.click("#interview .continue")
    page.wait_for_selector("[data-focus=place] .office")
    address = page.inner_text(".office .address .value")
    page.click("#prepare button")
    page.wait_for_selector("form[data-details]")
    page.click("#interview .continue")
    expect(page.locator("#letter-field-office")).to_contain_text(address)


@pytest.mark.parametrize("local_request", ["none", "answered"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_looks_for_the_office_from_the_papers_comes_back_to_them(
    page: Page, server: Server, language: str, local_request: str
) -> None:
    """With the office, and every word; a county may be asked between. Back leads through the place there too."""
    say = wording(language)
    result_of(page, server, language, {**ANSWERS, "local_request": local_request})
    open_form(page)
    fill(page, {"name": "Ana Paz"})
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    page.click(".packet [data-change=place]")
    page.wait_for_selector("#state")
    page.select_option("#state", "TX")
    page.click("#interview .continue")
    page.wait_for_selector("#county")
    page.select_option("#county", "Travis")
    page.click("#interview .continue")
    page.wait_for_selector(".packet")
    expect(page.locator(".packet [data-focus=place]").first).to_be_focused()
    letter = page.locator(".packet .paper").first
    expect(letter).to_contain_text("Ana Paz")
    expect(letter).to_contain_text("San Antonio Field Office")
    expect(page.locator(f".packet button:has-text('{say('packet.screen.find_office')}')")).to_have_count(0)
    page.go_back()
    page.wait_for_selector("#state")
    page.go_back()
    page.go_back()
    page.wait_for_selector(".packet")
    expect(page.locator(".packet .paper").first).to_contain_text("Ana Paz")


@pytest.mark.parametrize(("scheme", "language"), looks(SCHEMES, LANGUAGES))
def test_the_form_and_the_papers_keep_no_one_out(
    chromium: Browser, server: Server, language: str, scheme: Scheme
) -> None:
    """With and without errors, everything unfolded."""
    with looking(chromium, NARROW, scheme) as page:
        result_of(page, server, language, ANSWERS)
        page.evaluate(f"{AXE}; 0")
        assert faults_of(page) == []
        page.click("#prepare button")
        page.wait_for_selector("form[data-details]")
        unfold(page)
        assert faults_of(page) == []
        fill(page, {**TYPED, "a_number": "12", "telephone": "1"})
        page.click("#interview .continue")
        page.wait_for_selector("#interview .problem")
        unfold(page)
        assert faults_of(page) == []
        fill(page, TYPED)
        page.click("#interview .continue")
        page.wait_for_selector(".packet")
        unfold(page)
        assert faults_of(page) == []


def unfold(page: Page) -> None:
    """Opens every part of the screen that folds."""
    page.evaluate("for (const part of document.querySelectorAll('#interview details')) part.open = true")
