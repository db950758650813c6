"""What the wizard and its Python weigh where a host packs all, some or nothing of what it sends."""

import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.site_server import Server
from tests import own_copy
from tests.browser.steps import wait_for_python
from tests.host_servers import public_folder, served

pytestmark = pytest.mark.site

MOST_BYTES = 6_000_000
TOLD = {
    "nginx": 'root "{}";',
    "Caddy": 'example.org {{\n    root * "{}"\n    file_server\n}}',
    "Apache": 'DocumentRoot "{0}"\n<Directory "{0}">\n    Require all granted\n</Directory>',
    "http.server": f'{sys.executable} -m http.server --directory "{{}}"',
}


def weights(chromium: Browser, address: str) -> Counter[str]:
    """The bytes that come over the wire, headers included, by the ending of the file's name.

    From the opening of the wizard's page until Python answers.
    """
    context = chromium.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    names: dict[str, str] = {}
    found: Counter[str] = Counter()
    broken: list[str] = []

    def asked(request: dict[str, Any]) -> None:
        names[request["requestId"]] = Path(request["request"]["url"]).suffix or ".html"

    network.on("Network.requestWillBeSent", asked)
    network.on(
        "Network.loadingFinished", lambda got: found.update({names[got["requestId"]]: int(got["encodedDataLength"])})
    )
    network.on("Network.loadingFailed", lambda got: broken.append(names[got["requestId"]]))
    network.send("Network.enable")
    page.goto(address)
    wait_for_python(page)
    context.close()
    assert broken == []  # of those nobody knows how much was on its way
    return found


@pytest.mark.thorough
@pytest.mark.parametrize("name", TOLD)
def test_python_weighs_little_on_a_host_that_was_told_nothing(
    chromium: Browser, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most six megabytes with the page itself, though none of them packs anything by itself."""
    with public_folder() as folder:
        pages = shutil.copytree(own_copy.release(), folder / "site")
        with served(name, TOLD[name].format(pages), tmp_path) as root:
            found = weights(chromium, f"{root}en/wizard/")
    with capsys.disabled():
        print(f"\n{name}: {found.total() / 1e6:.2f} MB: {dict(found.most_common())}")
    assert found.total() <= MOST_BYTES


def test_a_host_that_packs_is_asked_for_each_file_once(page: Page, server: Server) -> None:
    """It does it better: by brotli."""
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    asked = [request.path for request in server.requests if "/runtime/" in request.path]
    assert len(asked) == len(set(asked)) > 3
    assert not any(path.endswith(".gz") for path in asked)


@pytest.mark.thorough
def test_a_host_that_packs_scripts_alone_is_asked_for_the_rest_packed(page: Page, tmp_path: Path) -> None:
    """As many do, since nobody told them of .wasm."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(request.url).suffix))
    told = 'root "{}"; gzip on; gzip_types application/javascript text/javascript;'
    with served("nginx", told.format(own_copy.release()), tmp_path) as root:
        page.goto(f"{root}en/wizard/")
        wait_for_python(page)
    assert asked.count(".gz") >= 2
