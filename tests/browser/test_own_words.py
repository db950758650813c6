"""The words of a group that runs a copy are there for everyone: with scripts and without, live, and on paper."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Fault, Server, serve
from tests.browser.faults import AXE, Scheme, faults_of, looking
from tests.browser.steps import choose, wait_for_python
from tests.own_copy import OWN, branded, mine
from wizard.wording import wording

HOTLINE = "(555) 555-0199"
SPANISH = "De Example Legal Aid, no de ICE"
ENGLISH = "From Example Legal Aid, not from ICE"
LINE = "false", "detention_problem", "ice_detention", "self"
"""The way to the detention line's card."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that opens in Spanish."""
    return branded(tmp_path_factory.mktemp("own"))


@pytest.fixture
def copy(folder: Path) -> Iterator[Server]:
    """That copy below a path, with the headers that a copy should send."""
    with serve(folder, subpath="/a/b", headers=SECURITY_HEADERS) as running:
        yield running


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A page without scripts."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_address_opens_the_language_that_the_group_chose(plain: Page, copy: Server) -> None:
    """Without a script, and the other one is a link away."""
    plain.goto(copy.url)
    plain.wait_for_url(f"{copy.url}es/")
    plain.click(".guide-languages a")
    plain.wait_for_url(f"{copy.url}en/")


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("name", ["", "get-help/", "find-your-office/", "for-people-inside/", "wizard/"])
def test_the_hotline_is_seen_without_scripts_and_on_paper(plain: Page, copy: Server, name: str, medium: str) -> None:
    """Under whose words they are, which are not ICE's."""
    plain.goto(f"{copy.url}es/{name}")
    plain.emulate_media(media="print" if medium == "print" else "screen")
    line = plain.locator(".own-line")
    expect(line).to_be_visible()
    assert line.inner_text().startswith(SPANISH)
    assert HOTLINE in line.inner_text()
    assert line.locator("a").get_attribute("href") == "tel:+15555550199"
    if name != "for-people-inside/":  # a page that is one sheet
        expect(plain.locator(".own-help" if name != "wizard/" else ".own-foot").last).to_be_visible()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_result_without_scripts_holds_the_groups_note_and_help(plain: Page, copy: Server, medium: str) -> None:
    """In its card, and under the cards."""
    plain.goto(f"{copy.url}es/all-questions/")
    result = plain.locator(".screen", has=plain.locator(".card[data-channel=detention_line] .own-card")).first
    number = result.get_attribute("id")
    plain.goto(f"{copy.url}es/all-questions/#{number}")
    plain.emulate_media(media="print" if medium == "print" else "screen")
    shown = plain.locator(f"#{number}")
    expect(shown.locator(".own-card")).to_be_visible()
    assert shown.locator(".own-card").inner_text().split("\n") == [SPANISH, "", "Podemos llamar con usted."]
    expect(shown.locator(".own-help")).to_be_visible()
    assert HOTLINE in shown.locator(".own-help").inner_text()


def paper(page: Page, tmp_path: Path) -> str:
    """What the printer would get, as text."""
    page.pdf(path=tmp_path / "page.pdf")
    done = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_the_live_result_holds_the_groups_words_in_the_language_that_is_read(
    page: Page, copy: Server, tmp_path: Path
) -> None:
    """By the same Python as in every copy; also where the language changes after the page has sealed itself."""
    page.goto(f"{copy.url}es/wizard/")
    wait_for_python(page)
    for option in LINE:
        choose(page, option)
    asked = len(copy.requests)
    card = page.locator("#interview .card[data-channel=detention_line]")
    expect(card.locator(".own-card")).to_contain_text(f"{SPANISH}Podemos llamar con usted.")
    expect(page.locator("#interview .own-help")).to_contain_text("Example Clinic")
    told = paper(page, tmp_path)
    assert "Podemos llamar con usted." in told
    assert HOTLINE in told
    page.click("[data-language=en]")
    expect(card.locator(".own-card")).to_contain_text(f"{ENGLISH}We can call with you.")
    expect(page.locator(".own-line")).to_contain_text(ENGLISH)
    expect(page.locator(".own-foot")).to_contain_text("This copy is run by Example Legal Aid.")
    expect(page.locator("#interview .own-help")).to_contain_text("Travis County (checked November 20, 2026)")
    assert SPANISH not in page.inner_text("body")
    assert page.locator(".own-card").count() == card.locator(".own-card").count() == 1
    out = page.locator("#interview .own-help a[href^='https:']")
    assert out.get_attribute("target") == "_blank"
    assert out.get_attribute("rel") == "noopener noreferrer"
    assert " ".join(out.inner_text().split()) == "clinic.example.org (opens in a new tab)"
    assert len(copy.requests) == asked


def test_a_result_without_python_holds_the_groups_words_once(page: Page, copy: Server) -> None:
    """They stand in the screen as it comes from the site, and are not filled in again."""
    copy.faults["/wizard/runtime/*"] = Fault.NOT_FOUND
    page.goto(f"{copy.url}es/wizard/")
    page.wait_for_selector("[data-python=python_failed]")
    for option in LINE[:-1]:
        choose(page, option)
    assert page.locator("#interview .own-card").all_inner_texts() == [f"{SPANISH}\n\nPodemos llamar con usted."]
    out = page.locator("#interview .own-help a[href^='https:']")
    assert out.get_attribute("target") == "_blank"
    assert " ".join(out.inner_text().split()).endswith(wording("es")("ui.new_tab"))


def test_get_advice_first_names_the_groups_own_help(page: Page, copy: Server) -> None:
    """Before any address of ICE, where a person needs it most."""
    page.goto(f"{copy.url}es/wizard/")
    wait_for_python(page)
    for option in ("false", "case_review", "false", "not_detained", "unknown"):
        choose(page, option)
    assert page.get_attribute("#interview form", "data-interlude") == "stop"
    expect(page.locator("#interview .own-help")).to_contain_text("Example Clinic")


def test_the_way_out_is_the_groups_in_the_wizard_too(page: Page, copy: Server) -> None:
    """Also after the language was changed in the page."""
    page.goto(f"{copy.url}es/wizard/")
    wait_for_python(page)
    page.click("[data-language=en]")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.get_attribute("a.leave", "href") == "https://www.example.com/"
    page.route("https://www.example.com/", lambda route: route.fulfill(body="away"))
    page.click("a.leave")
    page.wait_for_url("https://www.example.com/")


def test_a_copy_of_one_language_offers_no_other(page: Page, tmp_path: Path) -> None:
    """Not in the built page, and not in what Python makes of it."""
    only = branded(tmp_path, OWN.replace('languages = ["es", "en"]', 'languages = ["es"]'))
    with serve(only, headers=SECURITY_HEADERS) as server:
        page.goto(server.url)
        page.wait_for_url(f"{server.url}es/")
        assert page.locator(".guide-languages a").count() == 0
        page.goto(f"{server.url}es/wizard/")
        wait_for_python(page)
        assert page.locator("[data-language], .screen-links [hreflang]").count() == 0
        choose(page, "false")


def test_the_search_names_no_page_that_the_copy_hides(page: Page, copy: Server, site: Path) -> None:
    """The guide itself finds it."""
    found = {}
    with serve(site) as whole:
        for address in (f"{whole.url}", f"{copy.url}en/"):
            page.goto(address)
            page.click("[data-search-open]")
            page.fill("#search-words", "host a copy")
            page.wait_for_selector("[data-search-result]")
            links = page.locator("[data-search-result] a")
            found[address] = [links.nth(n).get_attribute("href") or "" for n in range(links.count())]
    whole_guide, own = found.values()
    assert any("hosting/" in link for link in whole_guide)
    assert own
    assert not any("hosting/" in link or "changing/" in link for link in own)


def test_the_accent_is_the_groups_in_the_light_and_its_sister_in_the_dark(chromium: Browser, copy: Server) -> None:
    """And paper stays black on white."""
    seen = []
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(f"{copy.url}es/get-help/")
        for medium in ("screen", "print"):
            page.emulate_media(media="print" if medium == "print" else "screen")
            seen.append(page.eval_on_selector(".own a", "link => getComputedStyle(link).color"))
        context.close()
    light, paper_light, dark, paper_dark = seen
    assert light == "rgb(98, 58, 146)"
    assert dark not in {light, paper_dark}
    assert paper_light == paper_dark == "rgb(0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_groups_words_keep_nobody_out(chromium: Browser, copy: Server, scheme: Scheme) -> None:
    """At the narrowest, in its own colour: on a page that is read, a question, and a blank paper."""
    with looking(chromium, (320, 600), scheme) as page:
        found = {}
        for name in ("es/", "es/get-help/", "en/wizard/", "es/papers/call-field-office.html"):
            page.goto(f"{copy.url}{name}")
            page.evaluate(AXE)
            found[name] = faults_of(page)
    assert found == {name: [] for name in found}


@pytest.mark.parametrize("scheme", ["screen", "print"])
def test_my_own_copy_says_whose_it_is_in_every_language(plain: Page, tmp_path: Path, scheme: str) -> None:
    """The copy that ``scripts/test --own`` names."""
    own = mine(tmp_path / "mine")
    about = json.loads((own / "own.json").read_text("utf-8"))
    with serve(own) as server:
        for code in about["languages"]:
            text = (own / code / "index.html").read_text("utf-8")
            numbers = re.findall(
                r'class="own own-line".*?class="own-number" href="tel:[^"]*"><bdi[^>]*>(.*?)</bdi>', text
            )
            for name in ("", "wizard/"):
                plain.goto(f"{server.url}{code}/{name}")
                plain.emulate_media(media="print" if scheme == "print" else "screen")
                expect(plain.locator(".own-line")).to_contain_text(about["group"])
                for number in numbers:
                    expect(plain.locator(".own-line").get_by_text(number, exact=True)).to_be_visible()
                expect(plain.locator(".own-foot")).to_be_visible()
