"""Every page has a print style: black on white, nothing to click, addresses written out, ICE's words in one piece."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests.browser.faults import looking
from tests.built_pages import reading_addresses

pytestmark = pytest.mark.browser

ON_PAPER = """
() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
  const style = (element) => getComputedStyle(element);
  const black = (colour) => colour === "rgb(0, 0, 0)";
  const light = (colour) => ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(colour);
  const faults = [];
  for (const selector of ["header a", "nav", "dialog", "button", "input", ".guide-skip"]) {
    if (seen(selector)) faults.push(`${selector} is on paper`);
  }
  for (const element of document.querySelectorAll("body, main, main *:not(svg, svg *)")) {
    if (!element.checkVisibility()) continue;
    const { color, backgroundColor } = style(element);
    if (black(color) && light(backgroundColor)) continue;
    faults.push(`${color} on ${backgroundColor}: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const quotation of document.querySelectorAll(".guide-quote")) {
    if (style(quotation).breakInside !== "avoid") faults.push("a quotation may be cut");
  }
  return faults;
}
"""


@pytest.fixture
def in_the_dark(chromium: Browser) -> Page:
    """A page on a device with dark colours."""
    context = chromium.new_context(color_scheme="dark", viewport={"width": 816, "height": 1056})
    return context.new_page()


def test_every_page_is_black_on_white_without_anything_to_click(in_the_dark: Page, server: Server) -> None:
    """Also where the screen is dark."""
    in_the_dark.emulate_media(media="print", color_scheme="dark")
    found: dict[str, list[str]] = {}
    for address in reading_addresses():
        in_the_dark.goto(server.url + address)
        found[address] = in_the_dark.evaluate(ON_PAPER)
    in_the_dark.context.close()
    assert {address: faults for address, faults in found.items() if faults} == {}


@pytest.mark.parametrize("address", ["detention-line/", "es/case-review/", "get-help/"])
def test_the_printed_page_reads_by_itself(chromium: Browser, server: Server, tmp_path: Path, address: str) -> None:
    """Links of others have their address beside them; who we are not stands first and last, and then the heading."""
    with looking(chromium, (816, 1056), "dark") as page:
        page.goto(server.url + address)
        who, title = page.inner_text(".guide-unofficial"), page.inner_text("h1")
        page.pdf(path=str(tmp_path / "page.pdf"), format="Letter")
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    words = re.sub(r"\s+", " ", text)
    assert words.strip().startswith(f"{who} {title}")
    assert len(re.findall("Not the government|No somos el gobierno", words)) >= 2
    assert "https://" in words or "www." in words
    assert "Menu" not in words.split(title)[0]


@pytest.mark.parametrize("address", ["for-people-inside/", "es/for-people-inside/"])
def test_the_page_for_people_inside_fits_on_one_sheet(
    chromium: Browser, server: Server, tmp_path: Path, address: str
) -> None:
    """Two sides of it, as the page itself says: it is mailed to people."""
    with looking(chromium, (816, 1056), "light") as page:
        page.goto(server.url + address)
        page.pdf(path=str(tmp_path / "sheet.pdf"), format="Letter")
    told = subprocess.run(["pdfinfo", str(tmp_path / "sheet.pdf")], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+2\n", told)
