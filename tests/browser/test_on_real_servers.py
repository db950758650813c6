"""A copy with a brand, from the zip of a release by nothing but HOST.en.md, at `/` and `/a/b/`, to a saved letter.

On nginx, Caddy, Apache and Python's own server.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from scripts.guide.policies import SECURITY_HEADERS
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.test_own_words import HOTLINE, SPANISH, paper
from tests.browser.test_packet import ANSWERS, LETTER, TYPED
from tests.built_pages import REPOSITORY
from tests.host_servers import HOSTS, SERVERS, key_and_certificate, public_folder, served
from tests.hosted import Hosted, release_zip
from tests.locked_packages import installed
from tests.test_brand import lost
from wizard.questions import Need, group_of

pytestmark = [pytest.mark.thorough, pytest.mark.site]

PATHS = ("", "/a/b")
PLACES = [(server, path) for path in PATHS for server in SERVERS]
LEAST_SCORE = 130
OBSERVATORY = REPOSITORY / "tests" / "observatory"


def place_name(value: object) -> str | None:
    """What tests call a server and a path."""
    return f"{value[0]} at {value[1] or '/'}" if isinstance(value, tuple) else None


class Place(NamedTuple):
    """A copy on a running server."""

    server: str
    hosted: Hosted
    address: str


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Hosted]]:
    """The copies for both paths."""
    packed = release_zip(tmp_path_factory.mktemp("release"))
    with public_folder() as root, public_folder() as below:
        yield {path: Hosted(packed, folder, path) for path, folder in zip(PATHS, (root, below), strict=True)}


@pytest.fixture(scope="module", params=PLACES, ids=place_name)
def place(
    request: pytest.FixtureRequest, copies: dict[str, Hosted], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """A copy on a server, which was told what the page says, and what the release ships."""
    server, path = request.param
    hosted = copies[path]
    with served(server, hosted.told(server), tmp_path_factory.mktemp("server")) as root:
        yield Place(server, hosted, f"{root}{path[1:]}/" if path else root)


@pytest.mark.parametrize("path", PATHS)
def test_at_most_three_commands_and_no_dead_link(copies: dict[str, Hosted], path: str) -> None:
    """Whatever in the copy is linked is a file of it, and the place that is named is on that page."""
    assert len(copies[path].commands()) <= 3
    assert lost(copies[path].copy, f"https://example.org{path}/") == {}


def test_every_file_comes_byte_for_byte_with_every_header(place: Place) -> None:
    """The eight headers from those that can be told; no host needs a file of its own beside the pages."""
    there = urlsplit(place.address)
    wrong: list[str] = []
    names = [file.relative_to(place.hosted.copy) for file in place.hosted.copy.rglob("*") if file.is_file()]
    with closing(HTTPConnection(there.netloc, timeout=60)) as connection:
        for name in names:
            connection.request("GET", quote(there.path + name.as_posix().removesuffix("index.html")))
            answer = connection.getresponse()
            same = answer.read() == (place.hosted.copy / name).read_bytes()
            headers = {header: answer.headers[header] for header in SECURITY_HEADERS}
            if (answer.status, same) != (200, True) or (place.server in HOSTS and headers != SECURITY_HEADERS):
                wrong.append(f"{name}: {answer.status} {same} {headers}")
    assert len(names) > 400
    assert wrong == []


def test_verify_finds_it_genuine_and_no_fault_of_the_host(place: Place) -> None:
    """Each file as it is, as gzip and as brotli; lost pages, types, and how long a browser keeps what."""
    command = [sys.executable, "verify.py", place.address, "--json"]
    ran = subprocess.run(command, cwd=place.hosted.release, capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout)
    assert (found["verdict"], found["group"], found["unopened"]) == ("genuine", "Example Legal Aid", [])
    assert (ran.returncode, found["host"]) == (0, []) or place.server not in HOSTS, ran.stdout


def test_the_hotline_is_there_without_scripts_and_on_paper(place: Place, chromium: Browser, tmp_path: Path) -> None:
    """On the page that the address opens, which is Spanish, and in the wizard; a lost address leads back."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(place.address)
    page.wait_for_url(f"{place.address}es/")
    expect(page.locator(".own-line")).to_contain_text(HOTLINE)
    assert SPANISH in (told := paper(page, tmp_path))
    assert HOTLINE in told
    page.goto(f"{place.address}es/wizard/")
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        expect(page.locator(".own-line")).to_be_visible()
    assert HOTLINE in page.inner_text(".own-line")
    if place.server in HOSTS:
        leads_back(page, place.address)
    context.close()


def leads_back(page: Page, address: str) -> None:
    """Goes to an address that is no page, and from there to the first."""
    page.goto(f"{address}nothing/is/here")
    page.click("main a >> nth=0")
    assert page.url == f"{address}es/"


def saved_letter(engine: Engine, playwright: Playwright, profile: Path, address: str) -> str:
    """Walks from the first question to a saved letter; what it says."""
    group = group_of(Need(ANSWERS["needs"])).value
    answers = {"need_groups": [group]} | {question: [option] for question, option in ANSWERS.items()}
    with tab_of(engine, playwright, profile) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{address}es/wizard/")
        wizard.walk_to_result(answers)
        wizard.open_form()
        for name, text in TYPED.items():
            tab.type(f'#interview [name="{name}"]', text)
        wizard.go_on()
        name, content = tab.save(f'#interview [data-file="{LETTER}.txt"]')
    assert name == f"{LETTER}.txt"
    return content.decode()


def test_from_the_zip_to_a_saved_letter(
    place: Place, playwright: Playwright, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Chromium, on each of them."""
    start = time.monotonic()
    assert "Our child has cancer." in saved_letter(Engine.CHROMIUM, playwright, tmp_path, place.address)
    minutes = (place.hosted.seconds + time.monotonic() - start) / 60
    with capsys.disabled():
        print(f"\n{place.server} at {place.hosted.path or '/'}: {len(place.hosted.commands())} commands, {minutes:.1f} "
              "minutes of this machine from the zip to a saved letter")  # fmt: skip


@pytest.mark.parametrize(
    ("engine", "place"),
    [(Engine.FIREFOX, ("Apache", "/a/b")), (Engine.WEBKIT, ("Caddy", ""))],
    indirect=["place"],
    ids=place_name,
)
def test_a_letter_is_saved_in_other_browsers_too(
    engine: Engine, place: Place, playwright: Playwright, tmp_path: Path
) -> None:
    """Firefox, and WebKitGTK, which stands in for Safari."""
    assert "Our child has cancer." in saved_letter(engine, playwright, tmp_path, place.address)


@pytest.mark.parametrize("place", [one for one in PLACES if one[0] in HOSTS], indirect=True, ids=place_name)
def test_the_observatory_gives_the_best_score(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By Mozilla's own program: of the opening page, a page that is read, and the wizard's."""
    key, certificate = key_and_certificate(tmp_path)
    there = urlsplit(place.address)
    program = installed(OBSERVATORY) / "@mdn" / "mdn-http-observatory"
    paths = [f"{there.path}{page}" for page in ("", "es/", "es/wizard/")]
    command = ["node", "scan.mjs", str(program), str(key), str(certificate), str(there.port), *paths]
    patience = dict.fromkeys(("CLIENT_TIMEOUT", "ABORT_TIMEOUT"), "120000")
    environment = os.environ | {"NODE_EXTRA_CA_CERTS": str(certificate)} | patience
    ran = subprocess.run(command, cwd=OBSERVATORY, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    scores = {path: found[path]["scan"]["score"] for path in paths}
    with capsys.disabled():
        print(f"\n{place.server}: {scores}")
    assert min(scores.values()) >= LEAST_SCORE, {
        path: {name: test["result"] for name, test in report["tests"].items()} for path, report in found.items()
    }
