"""The guide kept on a device, by choice: whole without a network, never two releases mixed, gone when removed."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, expect

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Fault, Request, Server, Throttle, serve
from tests.browser.conftest import Launch
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.chromium import ChromiumTab, chromium_tab
from tests.browser.engines.disk import files_that_hold
from tests.browser.engines.firefox import FirefoxTab
from tests.browser.engines.stun import listening
from tests.browser.engines.tab import Tab, kill, wait
from tests.browser.engines.walk import Walk, seed_of_a_walk
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.seen import NO_TRACES, inspector
from tests.browser.steps import ZONE, wait_for_python
from tests.browser.test_seal import FENCE, WAYS, WAYS_OUT, ways_taken

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
STATE = "state => document.querySelector('[data-offline]')?.dataset.offline === state"
TRACES = """async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    local: localStorage.length + sessionStorage.length,
    cookie: document.cookie,
})"""
NOTHING = {"caches": 0, "workers": 0, "databases": 0, "local": 0, "cookie": ""}
READ = "() => document.body.innerText"
FILE = "async address => { const got = await fetch(address); return got.ok ? await got.text() : String(got.status); }"
WAITING = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    return Boolean(registration.waiting);
}"""
HELD = "async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => url)"
NEW = "9.9.9"
"""The version of the newer release."""


class Host:
    """A host at one address, which may be down, or serve another release."""

    def __init__(self, subpath: str = "/a/b") -> None:
        self.subpath, self.port, self.requests = subpath, 0, list[Request]()
        self.server: Server | None = None
        self._running = ExitStack()

    def up(self, site: Path, throttle: Throttle | None = None) -> str:
        """Serves *site* from now on; the address of its start page."""
        self.down()
        serving = serve(
            site, self.port, subpath=self.subpath, log=self.requests, throttle=throttle, headers=SECURITY_HEADERS
        )
        self.server = self._running.enter_context(serving)
        self.port = self.server.server_port
        return self.server.url

    def down(self) -> None:
        """No network: nobody answers."""
        self._running.close()


@pytest.fixture
def host() -> Iterator[Host]:
    """A host below a path, which sends every header that it should."""
    made = Host()
    yield made
    made.down()


@pytest.fixture
def device(chromium: Browser) -> Iterator[Page]:
    """A page of a phone that has kept nothing yet."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, timezone_id=ZONE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def newer(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next release: another version on every page, another style sheet, other texts for the search."""
    folder = tmp_path_factory.mktemp("newer") / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"([Vv]ersi[oó]n) \d+\.\d+\.\d+", rf"\1 {NEW}", text), "utf-8")
    with (folder / "assets/guide/site.css").open("a") as sheet:
        sheet.write(f"/* {NEW} */\n")
    for file in folder.glob("search/*.json"):
        file.write_text(file.read_text("utf-8").replace("ICE", f"ICE {NEW}", 1), "utf-8")
    list_files(folder)
    return folder


@pytest.fixture(params=[Engine.CHROMIUM, Engine.FIREFOX])
def browser(request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path) -> Iterator[Tab]:
    """A browser that has kept nothing yet, of either engine."""
    with tab_of(request.param, playwright, tmp_path) as tab:
        yield tab


def list_files(folder: Path) -> None:
    """Makes the worker of the site in *folder* as the build does."""
    node = subprocess.run([REPOSITORY / "scripts" / "find-node"], capture_output=True, text=True, check=True)
    command = [node.stdout.strip(), str(REPOSITORY / "scripts" / "offline" / "build.mjs"), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    for packed in folder.glob("sw*.js.*"):
        packed.unlink()


def kept(tab: Tab, url: str, state: str = "kept") -> None:
    """Opens the page, presses the button, and waits for how it ends."""
    tab.open(f"{url}offline/")
    wait(tab, STATE, "off")
    tab.click("[data-do=keep]")
    wait(tab, STATE, state)


def beside(tab: Tab, url: str, question: str) -> None:
    """Opens *url* in another tab of the same browser, asks there until the answer is yes, and closes it."""
    if isinstance(tab, ChromiumTab):
        other = ChromiumTab(tab.page.context.new_page())
        other.open(url)
        wait(other, question)
        other.page.close()
    if isinstance(tab, FirefoxTab):
        tab.ask("beside", url, question)


def text_of(tab: Tab, url: str) -> str:
    """What the page at *url* says."""
    tab.open(url)
    said: str = tab.run(READ)
    return said


def test_all_of_it_works_without_a_network_and_none_is_left_after(device: Page, host: Host, site: Path) -> None:
    """Below a path: nothing before the press, then each page, the search, a letter; then nothing again."""
    tab = ChromiumTab(device)
    url = host.up(site)
    tab.open(f"{url}offline/")
    wait(tab, STATE, "off")
    assert tab.run(TRACES) == NOTHING
    weight = device.inner_text("[data-figure=load] >> nth=0"), device.inner_text("[data-figure=room] >> nth=0")
    assert all(1 < float(figure) < 60 for figure in weight), weight
    kept(tab, url)
    host.down()

    tab.open(f"{url}es/offline/")
    wait(tab, STATE, "kept")
    for page in site.rglob("index.html"):
        address = f"{url}{page.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        assert tab.run(FILE, address) == page.read_text("utf-8"), address
    device.goto(f"{url}find-your-office/#x")
    device.click("[data-search-open]")
    device.fill("[data-search] input", "bond")
    expect(device.locator("[data-search-result]").first).to_be_visible()
    device.goto(f"{url}es/wizard/")
    wait_for_python(device)

    device.goto(f"{url}offline/")
    device.click("[data-do=remove]")
    wait(tab, STATE, "removed")
    assert tab.run(TRACES) == NOTHING


def test_the_box_says_how_it_stands_where_there_is_no_way(launch: Launch, host: Host, site: Path) -> None:
    """Over plain http, and in a browser that has no service worker: one sentence, and no button."""
    url = host.up(site)
    browser = launch("--host-resolver-rules=MAP guide.example 127.0.0.1")
    page = browser.new_page()
    page.goto(f"http://guide.example:{host.port}{host.subpath}/offline/")
    wait(ChromiumTab(page), STATE, "http")
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{url}offline/")
    wait(ChromiumTab(page), STATE, "none")
    assert page.locator("[data-offline] button:visible").count() == 0
    assert page.locator("[data-offline] [data-says]:visible").count() == 1
    browser.close()


@pytest.mark.thorough
@pytest.mark.parametrize("fault", [Fault.FLIP_BIT, Fault.TRUNCATE, Fault.NOT_FOUND, Fault.ABORT])
@pytest.mark.parametrize("file", ["*.wasm", "/search/es.json"])
def test_a_file_that_comes_wrong_leaves_nothing(fault: Fault, file: str, device: Page, host: Host, site: Path) -> None:
    """In the middle of the loading: it is said, nothing of it is used, and the site works on; the next try succeeds."""
    tab = ChromiumTab(device)
    url = host.up(site)
    assert host.server is not None
    host.server.faults[file] = fault
    kept(tab, url, "line" if fault is Fault.ABORT else "changed")
    traces = tab.run(TRACES)
    assert traces["workers"] == 0
    assert fault is Fault.ABORT or traces == NOTHING
    host.server.faults.clear()
    assert "ICE" in text_of(tab, f"{url}case-review/")
    tab.open(f"{url}offline/")
    wait(tab, STATE, "broken" if fault is Fault.ABORT else "off")
    tab.click("[data-do=keep]")
    wait(tab, STATE, "kept")


@pytest.mark.parametrize("megabytes", [1, pytest.param(12, marks=pytest.mark.thorough)])
def test_too_little_room_is_said_and_leaves_nothing(megabytes: int, device: Page, host: Host, site: Path) -> None:
    """With how much is needed."""
    tab = ChromiumTab(device)
    url = host.up(site)
    quota = {"origin": url.removesuffix(f"{host.subpath}/"), "quotaSize": megabytes * 1_000_000}
    device.context.new_cdp_session(device).send("Storage.overrideQuotaForOrigin", quota)
    kept(tab, url, "room")
    assert tab.run(TRACES) == NOTHING
    assert float(device.inner_text("[data-says=room] [data-figure=room]")) > megabytes
    assert "ICE" in text_of(tab, f"{url}case-review/")


@pytest.mark.thorough
def test_a_browser_that_is_killed_meanwhile_says_so_and_goes_on(
    playwright: Playwright, host: Host, site: Path, tmp_path: Path
) -> None:
    """What had come is in no use, the site works, and the next press loads only the rest; or removes it."""
    url = host.up(site, Throttle(1_500_000))
    with killed_chromium(playwright, tmp_path) as page:
        tab = ChromiumTab(page)
        tab.open(f"{url}offline/")
        wait(tab, STATE, "off")
        tab.click("[data-do=keep]")
        wait(tab, "() => document.querySelector('[data-offline] progress').value > 0.4")
    host.up(site)
    host.requests.clear()
    with chromium_tab(playwright, tmp_path) as tab:
        assert "ICE" in text_of(tab, f"{url}case-review/")
        tab.open(f"{url}offline/")
        wait(tab, STATE, "broken")
        tab.click("[data-do=keep]")
        wait(tab, STATE, "kept")
        listed = len(re.findall('"url"', (site / "sw.js").read_text("utf-8")))
        assert len({request.path for request in host.requests}) < listed - 10
        host.down()
        assert "ICE" in text_of(tab, f"{url}case-review/")
        tab.open(f"{url}offline/")
        tab.click("[data-do=remove]")
        wait(tab, STATE, "removed")
        assert tab.run(TRACES) == NOTHING


@contextmanager
def killed_chromium(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """A Chromium with *profile* that ends as when the battery is empty."""
    with suppress(Error), chromium_tab(playwright, profile) as tab:  # it cannot be closed any more
        yield tab.page
        kill(profile)
        time.sleep(1)


@pytest.mark.thorough
def test_a_newer_release_in_the_middle_of_an_interview(browser: Tab, host: Host, site: Path, newer: Path) -> None:
    """The interview ends as it began, with its letter; pages read meanwhile are whole pages of the newer one."""
    url = host.up(site)
    kept(browser, url)
    wizard = WizardTab(browser)
    wizard.open(f"{url}wizard/")
    walk = LetterWalk(wizard, Random(7), ("Q7CANARY", "CANARYQ7"), offline_inspector(url))  # noqa: S311
    walk.begin()
    host.up(newer)
    beside(browser, f"{url}privacy/", WAITING)
    assert browser.run("() => typeof ServiceWorkerRegistration.prototype.update") == "undefined", "it is sealed"
    walk.run()
    assert walk.letters
    assert NEW not in browser.run(READ)
    host.down()  # whatever is open, what is kept is still the first release
    assert NEW not in text_of(browser, f"{url}case-review/")
    host.up(newer)
    assert NEW in text_of(browser, f"{url}case-review/")
    for file in ("assets/guide/site.css", "search/es.json"):
        assert NEW in browser.run(FILE, f"{url}{file}"), "a page of the newer release has no file of the older"
    browser.open(f"{url}offline/")
    wait(browser, STATE, "newer")
    browser.click("[data-do=use]")
    wait(browser, STATE, "kept")
    host.down()
    assert NEW in text_of(browser, f"{url}es/case-review/")
    assert NEW in browser.run(FILE, f"{url}search/es.json")


@pytest.mark.thorough
def test_a_newer_release_waits_while_another_page_is_open(device: Page, host: Host, site: Path, newer: Path) -> None:
    """A page that was opened before gets its own release's files to its end; the press is refused while it is open."""
    tab = ChromiumTab(device)
    url = host.up(site)
    kept(tab, url)
    device.goto(f"{url}privacy/")
    host.up(newer)
    other = ChromiumTab(device.context.new_page())
    other.open(f"{url}offline/")
    wait(
        other,
        WAITING,
    )
    other.reload()
    wait(other, STATE, "newer")
    other.click("[data-do=use]")
    wait(other, STATE, "elsewhere")
    assert not tab.run("() => document.querySelector('[data-newer]').checkVisibility()"), "it was opened before"
    third = ChromiumTab(device.context.new_page())
    third.open(f"{url}es/privacy/")
    wait(third, "() => document.querySelector('[data-newer]').checkVisibility()")
    third.page.close()
    assert NEW not in tab.run(FILE, f"{url}search/en.json")
    assert NEW in other.run(FILE, f"{url}search/en.json")
    device.close()
    other.click("[data-do=use]")
    wait(other, STATE, "kept")
    assert len(other.run("async () => caches.keys()")) == 1


@pytest.mark.thorough
def test_the_kept_page_is_shown_where_the_host_is_slow_or_lost_or_somebody_else(
    device: Page, host: Host, site: Path, tmp_path: Path
) -> None:
    """A line that stalls, a page that is gone, and the page of a Wi-Fi that asks for a password."""
    tab = ChromiumTab(device)
    url = host.up(site)
    kept(tab, url)
    assert host.server is not None
    for fault in (Fault.STALL, Fault.NOT_FOUND, Fault.ABORT):
        host.server.faults["/case-review/"] = fault
        start = time.monotonic()
        assert "ICE" in text_of(tab, f"{url}case-review/")
        assert time.monotonic() - start < 10
    portal = tmp_path / "portal"
    (portal / "case-review").mkdir(parents=True)
    (portal / "case-review" / "index.html").write_text("<title>Free Wi-Fi</title>Password?", "utf-8")
    host.up(portal)
    assert "Password" not in text_of(tab, f"{url}case-review/")


@pytest.mark.thorough
def test_a_host_can_take_it_off_every_device(device: Page, host: Host, site: Path, tmp_path: Path) -> None:
    """With the other worker in place of the first, a device is clear after its next visit; open pages stay."""
    tab = ChromiumTab(device)
    url = host.up(site)
    kept(tab, url)
    ended = tmp_path / "site"
    shutil.copytree(site, ended)
    for packed in ended.glob("sw.js.*"):
        packed.unlink()
    shutil.copyfile(ended / "sw-remove.js", ended / "sw.js")
    host.up(ended)
    assert "ICE" in text_of(tab, f"{url}case-review/")
    tab.run("async () => { await (await navigator.serviceWorker.getRegistration())?.update(); }")
    wait(tab, "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length")
    assert "ICE" in text_of(tab, f"{url}privacy/")


@pytest.mark.thorough
def test_it_says_its_age_without_a_network(device: Page, host: Host, site: Path) -> None:
    """When ICE's page was last compared 90 days ago and more, by the clock of the device."""
    tab = ChromiumTab(device)
    url = host.up(site)
    kept(tab, url)
    host.down()
    device.goto(f"{url}privacy/")
    assert not device.is_visible(".guide-stale")
    device.clock.set_fixed_time("2031-01-01T12:00:00")
    device.reload()
    assert device.is_visible(".guide-stale")


class LetterWalk(Walk):
    """A walk that ends with letters wherever there are any."""

    letters = False

    def begin(self) -> None:
        """Takes the first step."""
        self._step(self.look())

    def _leave(self) -> None:
        if self.look()["prepare"]:
            self._leave_over_letters()
            self.letters = True


def offline_inspector(url: str) -> Any:
    """As in test_privacy, where the guide is kept: one cache and one worker, and nothing else."""
    traces = {name: value for name, value in NO_TRACES.items() if name != "caches"} | {"workers": 1}
    look_at = inspector(url, traces)

    def inspect(look: dict[str, Any]) -> None:
        names = look["traces"].pop("caches")
        assert all(name.startswith(f"ice-contact-guide {url} ") for name in names), names
        look_at(look)

    return inspect


WALKS = 20


@pytest.mark.thorough
@pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])
def test_interviews_with_letters_without_a_network_leave_no_trace(
    engine: Engine, playwright: Playwright, host: Host, site: Path, tmp_path: Path
) -> None:
    """Twenty at random, after a restart of nothing but the network. WALK_SEED=n repeats those of a failure."""
    seed = seed_of_a_walk()
    canaries = ("Q7CANARY5", "CANARYQ75")
    with tab_of(engine, playwright, tmp_path) as tab:
        url = host.up(site)
        kept(tab, url)
        host.down()
        walks = 0
        for number in range(4 * WALKS):
            wizard = WizardTab(tab)
            wizard.open(f"{url}wizard/")
            walk = LetterWalk(wizard, Random(seed + number), canaries, offline_inspector(url))  # noqa: S311
            walk.run()
            walks += walk.letters
            if walks == WALKS:
                break
        assert walks == WALKS
        held = tab.run(HELD)
        assert not any(canary in address for canary in canaries for address in held)
    for canary in canaries:
        assert canary not in repr(host.requests)
        assert files_that_hold(canary, tmp_path) == []


@pytest.mark.thorough
@pytest.mark.parametrize("engine", [Engine.CHROMIUM, Engine.FIREFOX])
def test_an_interview_of_a_kept_guide_sends_nothing_with_a_network_either(
    engine: Engine, playwright: Playwright, host: Host, site: Path, tmp_path: Path
) -> None:
    """The worker looks for a newer release, and knows no word of it; nor does the disk. WALK_SEED=n repeats it."""
    seed = seed_of_a_walk()
    canaries = ("Q7CANARY6", "CANARYQ76")
    with tab_of(engine, playwright, tmp_path) as tab:
        url = host.up(site)
        kept(tab, url)
        wizard = WizardTab(tab)
        wizard.open(f"{url}wizard/")
        walk = LetterWalk(wizard, Random(seed), canaries, offline_inspector(url))  # noqa: S311
        walk.run()
    for canary in canaries:
        assert any(canary in step for step in walk.steps)
        assert canary not in repr(host.requests)
        assert files_that_hold(canary, tmp_path) == []


@pytest.mark.thorough
def test_a_sealed_page_of_a_kept_guide_has_no_way_out(browser: Tab, host: Host, site: Path) -> None:
    """The same ways as in test_seal, with a worker between the page and the host."""
    url = host.up(site)
    kept(browser, url)
    with listening() as ear:
        WizardTab(browser).open(f"{url}wizard/")
        ends = browser.run(WAYS_OUT, url, ear.port)
        assert set(ends) == WAYS | {"rtc"}
        browser.open(f"{url}{FENCE}")
        wait(browser, "() => document.readyState === 'complete'")
        assert ways_taken(host.requests) == set(), ends
        assert ear.packets == []
