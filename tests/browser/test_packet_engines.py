"""The form and the papers in every engine: what is typed stays text, and files come from memory."""

import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from re import sub
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

from scripts.guide.blank_papers import whole_boxes
from scripts.guide.blank_sheets import blank_papers
from scripts.site_server import Server
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.scripts import script
from tests.browser.engines.tab import Tab
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.seen import inspector
from tests.naughty import as_long_as_may_be, naughty
from tests.packets import files_without_drawn
from wizard.bridge import handle
from wizard.languages import languages
from wizard.packet.as_docx import as_docx
from wizard.packet.as_text import as_text
from wizard.packet.typed import lines_of, visible
from wizard.wording import texts_of, wording

pytestmark = pytest.mark.browser

ANSWERS = {
    "emergency": ["false"],
    "need_groups": ["inside", "out"],
    "needs": ["release", "detention_problem"],
    "custody": ["ice_detention"],
    "local_request": ["answered"],
    "local_response_period": ["after_window"],
    "facts_changed": ["false"],
    "evidence_not_submitted": ["false"],
    "factors_overlooked": ["true"],
    "removal_imminent": ["false"],
    "role": ["attorney"],
}
"""They lead to a form that asks for every detail there is, and to every kind of paper and file."""

FREE = (
    "name",
    "country_of_birth",
    "local_outcome",
    "overlooked_factors.which",
    "overlooked_factors.where",
    "overlooked_factors.answer",
    "facts.reviewing_official",
    "request.reviewing_official",
    "exhibits.reviewing_official",
    "facts.detention_line",
    "center",
    "sender_name",
    "sender_organization",
    "sender_contact",
)
"""The fields that take any text."""

CHECKED = {
    "a_number": "012-345-678",
    "date_of_birth.day": "29",
    "date_of_birth.month": "2",
    "date_of_birth.year": "1988",
    "telephone": "(555) 010-4477",
    "email": "zoe@example.invalid",
    "local_request_date.day": "3",
    "local_request_date.month": "8",
    "local_request_date.year": "2026",
}
"""The fields whose text is checked, each with one that is taken."""

LINES = (
    "local_outcome",
    "overlooked_factors.which",
    "overlooked_factors.where",
    "overlooked_factors.answer",
    "facts.reviewing_official",
    "request.reviewing_official",
    "exhibits.reviewing_official",
    "facts.detention_line",
)
"""The fields of several lines."""

LANGUAGE = "es"
"""In this language a mirror stands beside each letter: what was typed is shown in all the places there are."""

REFUSALS = {wording(LANGUAGE)(name) for name in texts_of(LANGUAGE) if name.startswith("packet.error.")}

type Values = Mapping[str, str]


class Shape(HTMLParser):
    """What a browser should make of HTML: its elements and comments in order, and all its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.nodes: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self.nodes.append(tag)

    def handle_comment(self, _data: str) -> None:
        """Notes a comment."""
        self.nodes.append("#comment")

    def handle_data(self, data: str) -> None:
        """Notes text."""
        self.text += data


@contextmanager
def form_in(engine: Engine, playwright: Playwright, profile: Path, server: Server) -> Iterator[WizardTab]:
    """The form in a fresh browser of *engine*, with its ear on what the page does."""
    with tab_of(engine, playwright, profile) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        wizard.speak(LANGUAGE)
        wizard.walk_to_result(ANSWERS)
        wizard.open_form()
        tab.run(script("overhear"))
        yield wizard


def write(tab: Tab, values: Values) -> dict[str, Any]:
    """Writes *values* into the form, presses the button, and tells what came of it."""
    found: dict[str, Any] = json.loads(tab.run(script("write"), json.dumps(values)))
    found["written"], found["kept"] = dict(found["written"]), dict(found["kept"])
    return found


def typable(field: str, text: str) -> str:
    """What a browser lets *field* hold of *text*, by the standard of HTML."""
    return sub("\r\n?", "\n", text) if field in LINES else sub("[\r\n]", "", text)


def harmless(details: Values) -> Values:
    """As many lines as in *details*, as long, and each of one plain word where there is anything to be seen."""
    return {
        name: "\n".join("w" * len(line.encode()) if visible(line) else "" for line in lines_of(text))
        if name in FREE
        else text
        for name, text in details.items()
    }


def check(found: dict[str, Any], values: Values) -> str:
    """Holds the screen after *values* were written against what Python makes of them here; tells which one it is."""
    assert found["faults"] == []
    for name, text in values.items():
        assert found["written"][name] == typable(name, text)
    request = json.loads(found["asked"])
    whole = {name: sub("[\ud800-\udfff]", "\ufffd", text) for name, text in found["written"].items()}
    assert {name: request["details"][name] for name in whole} == whole
    reply = json.loads(handle(found["asked"]))
    expected, plain = (
        Shape(shown["html"])
        for shown in (reply, json.loads(handle(json.dumps({**request, "details": harmless(request["details"])}))))
    )
    assert found["nodes"] == expected.nodes == plain.nodes
    if reply["screen"] == "details":
        assert found["kept"] == {name: text.replace("\0", "\ufffd") for name, text in whole.items()}
        errors = found["errors"] + [line.partition(": ")[2] for line in found["summary"]]
        assert errors
        assert {error.strip() for error in errors} <= REFUSALS
    else:
        assert found["text"] == expected.text
    return str(reply["screen"])


EVERY = len(naughty())


def rounds(engine: Engine) -> Iterator[Any]:
    """Where to begin in the strings: a twelfth of them in each engine, with --thorough every string in every field."""
    twelfth = range(list(Engine).index(engine) * len(FREE), EVERY, 4 * len(FREE) * len(Engine))
    yield pytest.param(engine, twelfth, id=engine)
    yield pytest.param(engine, range(EVERY), id=f"{engine}-every-string-in-every-field", marks=pytest.mark.thorough)


@pytest.mark.parametrize(("engine", "starts"), [one for engine in Engine for one in rounds(engine)])
def test_naughty_strings_are_nothing_but_text(
    engine: Engine, starts: range, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """The page gains no node and runs nothing, the papers hold what stands in the fields, and no error repeats it."""
    strings = naughty()
    inspect = inspector(server.url)
    with form_in(engine, playwright, tmp_path, server) as wizard:
        fetched = len(server.requests)
        for start in starts:
            given = [strings[(start + place) % EVERY] for place in range(len(FREE) + len(CHECKED))]
            free = dict(zip(FREE, given, strict=False))
            bad = dict(zip(CHECKED, given[len(FREE) :], strict=True))
            check(write(wizard.tab, {**free, **bad}), {**free, **bad})
            inspect(wizard.look())
            assert check(write(wizard.tab, {**free, **CHECKED}), {**free, **CHECKED}) == "packet"
            inspect(wizard.look())
        assert len(server.requests) == fetched


@pytest.mark.thorough
@pytest.mark.parametrize("engine", Engine)
def test_a_hundred_kilobytes_in_every_field_are_taken_and_more_are_refused(
    engine: Engine, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """All of it stands in the papers; one byte more is told beside its field, and stays in it."""
    with form_in(engine, playwright, tmp_path, server) as wizard:
        long = {**dict.fromkeys(FREE, as_long_as_may_be("Ñandú שלום 👩 </p> ")), **CHECKED}
        assert check(write(wizard.tab, long), long) == "packet"
        longer = {**long, "facts.detention_line": long["facts.detention_line"] + "!"}
        assert check(write(wizard.tab, longer), longer) == "details"


@pytest.mark.parametrize(
    "engine",
    [Engine.CHROMIUM, *(pytest.param(one, marks=pytest.mark.thorough) for one in (Engine.FIREFOX, Engine.WEBKIT))],
)
def test_files_come_from_memory_byte_for_byte(
    engine: Engine, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """Each kind of file arrives on the disk as Python makes it here, and the server hears of none."""
    with form_in(engine, playwright, tmp_path, server) as wizard:
        fetched = len(server.requests)
        told = {**dict.fromkeys(FREE, "Quetzalli Ñandú"), **CHECKED}
        assert check(write(wizard.tab, told), told) == "packet"
        letter = "letter-reviewing-official"
        for button in (f"[data-file='{letter}{ending}']" for ending in (".docx", ".txt")):
            assert_saved(wizard.tab, button)
        for button in ("[data-file='reminder.ics']", "[data-file='packet.zip']", "[data-save]"):
            assert_saved(wizard.tab, button)
        assert len(server.requests) == fetched
        inspector(server.url)(wizard.look())


def assert_saved(tab: Tab, button: str) -> None:
    """Presses *button*; the file that is saved is the one that Python makes here, and its name says nobody's."""
    name, content = tab.save(f"#interview {button}")
    asked = tab.run("() => window.overheard.asked.splice(0).at(-1)")
    reply = json.loads(handle(asked))
    assert name == reply["name"]
    assert files_without_drawn(name, content) == files_without_drawn(name, b64decode(reply["base64"]))
    assert not any(told in name for told in ("Quetzalli", "Ñandú", "012", "345", "678"))


@pytest.mark.parametrize("language", languages())
def test_without_javascript_every_blank_paper_opens_and_is_saved(
    chromium: Browser, server: Server, language: str
) -> None:
    """As a page, for Word and as text, by the links of one page."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    papers = f"{server.url}{'' if language == 'en' else f'{language}/'}papers/"
    for sheet in blank_papers(wording(language)):
        for document in sheet:
            page.goto(papers)
            with page.expect_download() as download:
                page.click(f'a[href="{document.name}.docx"]')
            assert download.value.suggested_filename == f"{document.name}.docx"
            assert Path(download.value.path()).read_bytes() == as_docx(whole_boxes(document))
            with page.expect_response(f"{papers}{document.name}.txt") as response:
                page.click(f'a[href="{document.name}.txt"]')
            assert response.value.body().decode() == as_text(document)
        page.goto(papers)
        page.click(f'a[href="{sheet[0].name}.html"]')
        for document in sheet:
            assert page.wait_for_selector(f"#{document.name} h2")
    context.close()
