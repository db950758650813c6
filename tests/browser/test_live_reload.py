"""While somebody changes the guide, the page they look at is loaded anew, and no page of the guide knows of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.site_server import Server, live_reload, serve

PAGE = """<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><h1>{}</h1>"""
BUILD = f"""#!/bin/sh
cd "$(dirname "$0")/.."
if grep -q fault docs/page.md; then echo "build: there is a fault" >&2; exit 1; fi
cat >site/there/index.html <<END
{PAGE.format("$(cat docs/page.md)")}
END
cp docs/page.md build/site.stamp
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one page, which allows no script and no request; building it takes no time."""
    for folder in ("docs", "wizard", "scripts", "requirements", "build", "site/there"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text(PAGE.format("Start"))
    (tmp_path / "site" / "there" / "index.html").write_text(PAGE.format("Old"))
    (tmp_path / "scripts" / "build").write_text(BUILD)
    (tmp_path / "scripts" / "build").chmod(0o755)
    return tmp_path


@pytest.fixture
def watched(project: Path) -> Iterator[Server]:
    """Its server, as ``scripts/serve --watch`` starts it."""
    with live_reload.watching(project) as handler, serve(project / "site", subpath="/guide", handler=handler) as server:
        yield server


def test_a_change_is_seen_where_one_looks(watched: Server, project: Path, page: Page) -> None:
    """Also on a page that allows no script and no request, as the wizard's once it is sealed."""
    page.goto(f"{watched.url}live-reload/#there/")
    heading = page.frame_locator("#guide").locator("h1")
    expect(heading).to_have_text("Old")
    (project / "docs" / "page.md").write_text("New")
    expect(heading).to_have_text("New")
    assert page.url.endswith("/live-reload/#there/")


def test_a_fault_is_said_and_the_page_stays(watched: Server, project: Path, page: Page) -> None:
    """Until it is mended."""
    page.goto(f"{watched.url}live-reload/#there/")
    (project / "docs" / "page.md").write_text("a fault")
    expect(page.locator("#told")).to_have_text("build: there is a fault")
    expect(page.frame_locator("#guide").locator("h1")).to_have_text("Old")
    (project / "docs" / "page.md").write_text("Mended")
    expect(page.frame_locator("#guide").locator("h1")).to_have_text("Mended")
    expect(page.locator("#told")).to_have_text("")


def test_the_pages_of_the_guide_are_served_as_they_are(watched: Server, project: Path, page: Page, site: Path) -> None:
    """Nothing is added to them, and nothing of the reload lies in the site."""
    served = page.request.get(f"{watched.url}there/").body()
    assert served == (project / "site" / "there" / "index.html").read_bytes()
    assert not (site / "live-reload").exists()
    assert [path for path in site.rglob("*.html") if "live-reload" in path.read_text("utf-8")] == []


def test_without_watch_there_is_no_such_page(server: Server, page: Page) -> None:
    """The server of the tests, and of ``scripts/serve`` alone, does not know of it."""
    assert page.request.get(f"{server.url}live-reload/").status == 404
