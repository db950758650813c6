"""The gate is tried itself: what finds which of 142 known barriers, and that nothing is found where they are gone.

The gate is axe-core, html-validate, the Nu checker, our own checks (checks/*.js, words.py) and the walk by keyboard:
the same parts that look at every screen and page.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server, serve
from tests.browser.barriers import Barrier, barriers, write_pages
from tests.browser.by_keyboard import keyboard_faults
from tests.browser.faults import AXE, NARROW, WIDE, faults_of, looking
from tests.browser.words import KNOWN
from tests.test_valid_html import html_validate_faults, nu_faults

pytestmark = pytest.mark.browser

FEWEST_FOUND = 85
BATCHES = 12
"""The usual run has one of them, and every twelfth barrier; the thorough run has all."""
LIST = pytest.mark.parametrize(
    "barrier",
    [pytest.param(one, marks=[pytest.mark.thorough] if one.number % BATCHES else []) for one in barriers()],
    ids=lambda barrier: f"{barrier.group}-{barrier.name}"[:80],
)
WITHOUT = set[str]() if KNOWN else {"in another language than it says"}
"""What the gate does not find where it knows no languages."""
type Invalid = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all pages."""
    folder = tmp_path_factory.mktemp("barriers")
    write_pages(folder)
    return folder


@pytest.fixture(scope="module")
def invalid(pages: Path) -> Invalid:
    """What the two checkers of HTML find on the page of a name; they look at a batch at once."""

    @cache
    def of_batch(batch: int) -> dict[str, set[str]]:
        names = [name for one in barriers() if one.number % BATCHES == batch for name in (one.file, one.mended_file)]
        found: dict[str, set[str]] = {name: set() for name in names}
        for fault in html_validate_faults(*map(pages.joinpath, names)):
            where, rule, _ = fault.split(": ", 2)
            found[Path(where).name].add(f"html-validate {rule}")
        for fault in nu_faults(*map(pages.joinpath, names)):
            found[Path(fault.partition(": ")[0]).name].add("the Nu checker")
        return found

    return lambda name: of_batch(int(name.partition(".")[0].partition("-")[0]) % BATCHES)[name]


@pytest.fixture(scope="module")
def bakery(pages: Path) -> Iterator[Server]:
    """All pages on loopback."""
    with serve(pages) as running:
        yield running


@pytest.fixture(scope="module")
def looked_at(chromium: Browser, bakery: Server) -> Iterator[Page]:
    """One page for all of them, into which axe comes once."""
    with looking(chromium, WIDE, "light") as page:
        page.goto(bakery.url)
        page.evaluate(AXE)
        yield page


def found_on(page: Page, html: str) -> set[str]:
    """The names of what the gate finds in a browser."""
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.set_content(html)
    faults = faults_of(page)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    faults += faults_of(page, axe_too=False)
    faults += keyboard_faults(page)
    return {fault.partition(": ")[0] for fault in faults}


def test_the_table_has_every_barrier_once() -> None:
    """142, and what is not found says why."""
    assert len({(barrier.group, barrier.name) for barrier in barriers()}) == len(barriers()) == 142
    assert [barrier.name for barrier in barriers() if bool(barrier.found_by) == bool(barrier.why_not)] == []
    assert sum(bool(barrier.found_by) for barrier in barriers()) >= FEWEST_FOUND


@LIST
def test_a_barrier_is_found_by_what_the_table_says(looked_at: Page, invalid: Invalid, barrier: Barrier) -> None:
    """By all of that, and by nothing else."""
    found = found_on(looked_at, barrier.html(barrier.page)) | invalid(barrier.file)
    assert sorted(found) == sorted(set(barrier.found_by) - WITHOUT)


@LIST
def test_nothing_is_found_where_the_barrier_is_gone(looked_at: Page, invalid: Invalid, barrier: Barrier) -> None:
    """So each finding above is of the barrier, and no check always fires."""
    assert found_on(looked_at, barrier.html(barrier.mended)) | invalid(barrier.mended_file) == set()
