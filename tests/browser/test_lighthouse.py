"""Lighthouse has nothing to object to, on its phone profile, with the page as a good host serves it."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Server, serve
from tests.browser.conftest import CHROMIUM
from tests.built_pages import reading_addresses

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
HONEST = ("accessibility", "best-practices", "seo")
LEAST_PERFORMANCE = 95


@pytest.fixture
def guarded(site: Path) -> Iterator[Server]:
    """The site with the headers that every host should send, compressed with brotli."""
    with serve(site, headers=SECURITY_HEADERS) as running:
        yield running


def scores(server: Server, categories: tuple[str, ...], *pages: str) -> dict[str, dict[str, Any]]:
    """What Lighthouse says of each page: its scores of 100, and what is amiss."""
    addresses = [server.url + page for page in pages]
    ran = subprocess.run(
        ["node", "tests/lighthouse.mjs", CHROMIUM, ",".join(categories), *addresses],
        cwd=REPOSITORY,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, dict[str, Any]] = json.loads(ran.stdout)
    return {address.removeprefix(server.url): result for address, result in found.items()}


def below(found: dict[str, dict[str, Any]], least: int) -> dict[str, dict[str, Any]]:
    """The pages with any score under *least*."""
    return {page: result for page, result in found.items() if min(result["scores"].values()) < least}


def test_the_start_page_is_accessible_honest_and_found(guarded: Server) -> None:
    """100 of 100 each, in both languages."""
    found = scores(guarded, HONEST, "", "es/")
    assert len(found) == 2
    assert all(set(result["scores"]) == set(HONEST) for result in found.values())
    assert below(found, 100) == {}


@pytest.mark.thorough
def test_the_start_page_is_fast_on_a_slow_phone(guarded: Server) -> None:
    """At least 95 of 100, in both languages. Behind --thorough, since a busy machine is no fault of the page."""
    assert below(scores(guarded, ("performance",), "", "es/"), LEAST_PERFORMANCE) == {}


@pytest.mark.thorough
def test_every_page_is_accessible_honest_and_found(guarded: Server) -> None:
    """100 of 100 each."""
    pages = reading_addresses()
    assert below(scores(guarded, HONEST, *pages), 100) == {}
