"""Pictures of the numbered screens that a PO file names, taken from the built site as it is without scripts."""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.guide.folders import home
from scripts.guide.whole_page import FOLDER
from scripts.site_server import serve

from .where import screens

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
"""What keeps Chromium itself from speaking to anyone."""
WIDTH, HEIGHT = 480, 800


class NotBuiltError(ValueError):
    """There is no page to take pictures of."""


def take_pictures(site: Path, language: str, folder: Path) -> int:
    """Takes a picture of every screen on which a text is shown first, into *folder*; returns how many."""
    address = f"{home(language)}{FOLDER}/"
    if not (site / address / "index.html").is_file():
        raise NotBuiltError(f"site/{address} is not built: run scripts/build")
    folder.mkdir(parents=True, exist_ok=True)
    numbers = sorted(set(screens().values()))
    with serve(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(java_script_enabled=False, viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{server.url}{address}")
        for number in numbers:
            page.goto(f"{server.url}{address}#n{number}")
            page.locator(f"#n{number}").screenshot(path=folder / f"n{number}.png")
        browser.close()
    return len(numbers)
