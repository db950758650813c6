"""Nothing that is typed or chosen leaves the page: not by the network, not by the address bar, not to the disk."""

import os
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Playwright

from scripts.site_server import Server, serve
from tests.browser import walks
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.chromium import ChromiumTab
from tests.browser.engines.disk import LEVELDB, contents, entries, files_that_hold
from tests.browser.engines.tab import let_it_save, wait
from tests.browser.engines.walk import Walk, seed_of_a_walk
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.seen import inspector, origin

pytestmark = pytest.mark.browser

DAILY = 1
"""Walks an engine takes at every run of the tests. Hundreds are taken by walks.py, which --thorough goes on with."""
RUNS_OF_EACH_ENGINE = [pytest.param(engine, id=f"{engine}-{run}") for engine in Engine for run in range(DAILY)]


@pytest.mark.parametrize("engine", RUNS_OF_EACH_ENGINE)
def test_a_walk_leaves_no_trace(engine: Engine, playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """Whatever a person types and chooses is gone with the page. WALK_SEED=n repeats the walk of a failure."""
    seed = seed_of_a_walk()
    random = Random(seed)  # noqa: S311 (a walk that can be repeated)
    canaries = (f"Q{random.randrange(1000)}CANARY", f"CANARYQ{random.randrange(1000)}")
    with tab_of(engine, playwright, tmp_path) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        fetched = [request.path for request in server.requests]
        walk = Walk(wizard, random, canaries, inspector(server.url))
        walk.run()
        if walk.left_in_the_middle:
            let_it_save(tab, tmp_path)
            assert not any(files_that_hold(canary, tmp_path) for canary in canaries)
        assert [request.path for request in server.requests] == fetched, walk.steps
        if isinstance(tab, ChromiumTab):
            assert {origin(url) for url in tab.requested} <= {origin(server.url), "blob:", "data:"}
    assert [request.path for request in server.requests] == fetched, walk.steps
    assert_only_files_of_the_wizard(server)
    for canary in canaries:
        assert any(canary in step for step in walk.steps)
        assert canary not in repr(server.requests)
        assert files_that_hold(canary, tmp_path) == [], walk.steps


@pytest.mark.thorough
@pytest.mark.parametrize("engine", list(Engine))
def test_hundreds_of_walks_leave_no_trace(engine: Engine, playwright: Playwright) -> None:
    """500 in each engine (WALKS=n for another number), those that are on record for this build of the site included."""
    for left in walks.go_on(engine, int(os.environ.get("WALKS", "500")), playwright):
        assert not walks.bad(left), left
    print(walks.report(engine))
    assert not any(map(walks.bad, walks.walked(engine)))


def assert_only_files_of_the_wizard(server: Server) -> None:
    """The page, its parts, the interview and Python were each asked for once, with no query, and saying no origin."""
    paths = [request.path for request in server.requests]
    assert len(paths) == len(set(paths)), paths
    page = {"/wizard/", "/own.css", "/all-questions/"}
    assert all(path in page or path.startswith(("/wizard/assets/", "/wizard/runtime/")) for path in paths), paths
    assert all("?" not in path and "#" not in path for path in paths), paths
    assert all(request.method == "GET" and "referer" not in request.headers for request in server.requests)
    assert sum(path.startswith("/wizard/runtime/") for path in paths) == 5


CARELESS = """<!doctype html><title>A page that takes no care</title>
<form action="/done.html"><input name="story" id="story"><button>Send</button></form>
<textarea id="letter"></textarea>"""


@pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])
def test_a_careless_page_would_leave_a_trace(engine: Engine, playwright: Playwright, tmp_path: Path) -> None:
    """The search through the profile finds what an ordinary page leaves there: that none is found means something."""
    site, profile = tmp_path / "site", tmp_path / "profile"
    site.mkdir()
    (site / "index.html").write_text(CARELESS)
    (site / "done.html").write_text("<title>Done</title>")
    with serve(site) as server, tab_of(engine, playwright, profile) as tab:
        tab.open(server.url)
        tab.type("#story", "Q7CANARY1")
        tab.click("button")
        wait(tab, "() => document.title === 'Done'")
        tab.open(server.url)
        tab.type("#letter", "Q7CANARY2")
        let_it_save(tab, profile)
        found = files_that_hold("Q7CANARY2", profile)
        tab.open(f"{server.url}done.html")
        assert any("Q7CANARY1" in request.path for request in server.requests)
    assert files_that_hold("Q7CANARY1", profile)
    assert found + files_that_hold("Q7CANARY2", profile)


KEEPING = """async (text, records) => {
  const opening = indexedDB.open("careless");
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  await new Promise((done) => { opening.onsuccess = done; });
  for (let number = 0; number < records; number += 1) {
    const writing = opening.result.transaction("kept", "readwrite", { durability: "strict" });
    writing.objectStore("kept").put(`${text} ${number}. `.repeat(2000), `${text} ${number}`);
    await new Promise((done) => { writing.oncomplete = done; });
  }
}"""
RECORDS = 400


def test_what_chromium_packs_is_searched_too(playwright: Playwright, tmp_path: Path) -> None:
    """In a table of its database most of what a page keeps stands only as a hint of what stood there before."""
    site, profile = tmp_path / "site", tmp_path / "profile"
    site.mkdir()
    (site / "index.html").write_text(CARELESS)
    with serve(site) as server, tab_of(Engine.CHROMIUM, playwright, profile) as tab:
        tab.open(server.url)
        tab.run(KEEPING, "Q7CANARY3", RECORDS)
    tables = [content for _, content in contents(profile) if content.endswith(LEVELDB)]
    packed = [(table.count(b"Q7CANARY3"), b"".join(entries(table)).count(b"Q7CANARY3")) for table in tables]
    assert any(as_it_is < unpacked for as_it_is, unpacked in packed), packed
