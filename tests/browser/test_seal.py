"""Once Python runs, the page is sealed: whatever is tried from within it, not one request reaches the server."""

import re
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from scripts.site_server import Request, Server, serve
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.chromium import ChromiumTab
from tests.browser.engines.knocks import doors
from tests.browser.engines.scripts import script
from tests.browser.engines.stun import listening
from tests.browser.engines.tab import PATIENCE, wait
from tests.browser.engines.wizard_tab import WizardTab
from tests.browser.seen import looked_up

pytestmark = pytest.mark.browser

WAYS_AROUND = script("ways_around")
CONNECTING = re.findall(r"^    (\w+): \((?:link|_)", WAYS_AROUND, re.MULTILINE)
"""The ways by which a link gets into a page, to connect ahead."""
WAYS_OUT = script("ways_out")
WAYS = set(re.findall(r'at\("(\w+)"\)', WAYS_OUT))
CONTROLS = [
    pytest.param(engine, marks=[] if engine is Engine.CHROMIUM else pytest.mark.thorough, id=str(engine))
    for engine in Engine
]
"""That a test can fail is shown in Chromium at every run, and in the others with --thorough."""
NEVER_HEARD_OF = {
    Engine.CHROMIUM: set[str](),
    Engine.FIREFOX: set[str](),
    # WebKitGTK opens no window without a press, and does not prefetch.
    Engine.WEBKIT: {"open", "prefetch"},
}
"""The ways that bring nothing out of an unsealed page either: what the seal does to them is unproven."""

FENCE = "fence.html"
"""An address that is asked for last: what was sent before it has arrived by then."""


LOOKED_UP = "canary.name.invalid"
"""A name that is looked up nowhere else."""
TO_OUTSIDE_LINKS = {"emergency": ("false",), "need_groups": ("find",), "needs": ("find_a_person",)}


def noted_in(file: Path) -> str:
    """What a browser noted of the names that it looked up."""
    return "".join(part.read_text("utf-8", "replace") for part in file.parent.glob(f"{file.name}*"))


def ways_taken(requests: Iterable[Request]) -> set[str]:
    """The ways by which something reached the server."""
    return {found[1] for request in requests if (found := re.search(r"/out-(\w+)", request.path))}


@pytest.mark.parametrize("engine", list(Engine))
def test_a_sealed_page_has_no_way_out(engine: Engine, playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """Two dozen ways to send something, tried from the console of the wizard, bring nothing to the server."""
    with listening() as ear, tab_of(engine, playwright, tmp_path) as tab:
        WizardTab(tab).open(f"{server.url}wizard/")
        before = len(server.requests)
        ends = tab.run(WAYS_OUT, server.url, ear.port)
        assert set(ends) == WAYS | {"rtc"}
        tab.open(f"{server.url}{FENCE}")
        assert server.requests[before].path == f"/{FENCE}", ends
        assert ways_taken(server.requests) == set()
        assert ear.packets == []


@pytest.mark.parametrize("engine", CONTROLS)
def test_the_same_ways_lead_out_of_an_unsealed_page(engine: Engine, playwright: Playwright, tmp_path: Path) -> None:
    """The same attempts on a page without a seal reach the server: the test above can fail."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><title>Unsealed</title>")
    with serve(site) as server, listening() as ear, tab_of(engine, playwright, tmp_path / "profile") as tab:
        tab.open(server.url)
        ends = tab.run(WAYS_OUT, server.url, ear.port)
        # Firefox asks nothing of its own machine, and WebKitGTK has no WebRTC.
        assert engine is not Engine.CHROMIUM or ear.hears(PATIENCE), ends
        tab.open(f"{server.url}{FENCE}")
        assert ways_taken(server.requests) == WAYS - NEVER_HEARD_OF[engine], ends


@pytest.mark.parametrize("engine", list(Engine))
def test_what_no_policy_closes_is_closed(
    engine: Engine, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """Connecting and looking up ahead, frames and what is new in them, sign-in, saving from a server, opening pages."""
    noted = tmp_path / "lookups"
    with (
        listening() as ear,
        doors(CONNECTING) as there,
        tab_of(engine, playwright, tmp_path / "profile", lookups=noted) as tab,
    ):
        WizardTab(tab).open(f"{server.url}wizard/")
        before = len(server.requests)
        ends = tab.run(WAYS_AROUND, server.url, there.ports, LOOKED_UP, ear.port)
        time.sleep(2)  # for what a browser does later
        tab.open(f"{server.url}{FENCE}")
        assert server.requests[before].path == f"/{FENCE}", ends
        assert (there.knocked, ear.packets, ends["credentials"]) == (set(), [], "undefined"), ends
    assert LOOKED_UP not in noted_in(noted)


def asked_for(server: Server, paths: set[str]) -> bool:
    """Whether each of *paths* is asked for soon: a window that is opened takes its time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not paths <= {request.path for request in server.requests}:
        time.sleep(0.03)
    return paths <= {request.path for request in server.requests}


@pytest.mark.parametrize("engine", CONTROLS)
def test_the_same_ways_lead_around_the_policy_of_a_page_without_a_seal(
    engine: Engine, playwright: Playwright, tmp_path: Path
) -> None:
    """The test above can fail. WebKitGTK signs nobody in, opens no window without a press, and has no WebRTC."""
    site, noted = tmp_path / "site", tmp_path / "lookups"
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><title>Unsealed</title><body>")
    with (
        serve(site) as server,
        listening() as ear,
        doors(CONNECTING) as there,
        tab_of(engine, playwright, tmp_path / "profile", lookups=noted) as tab,
    ):
        tab.open(server.url)
        ends = tab.run(WAYS_AROUND, server.url, there.ports, LOOKED_UP, ear.port)
        assert there.hear(set(CONNECTING), PATIENCE), (set(CONNECTING) - there.knocked, ends)
        assert engine is not Engine.CHROMIUM or ear.hears(PATIENCE), ends
        ways = {"download"} if engine is Engine.WEBKIT else {"download", "opened"}
        assert asked_for(server, {f"/around-{name}?q=CANARY" for name in ways}), ends
        assert engine is Engine.WEBKIT or ends["credentials"] == "object"
    assert engine is Engine.WEBKIT or LOOKED_UP in looked_up(noted)


@pytest.mark.parametrize("engine", list(Engine))
def test_no_code_leads_the_page_away(engine: Engine, playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """But in WebKit, where nobody asks the page: privacy.md says so. A person's own press leads on everywhere."""
    with tab_of(engine, playwright, tmp_path) as tab:
        WizardTab(tab).open(f"{server.url}wizard/")
        before = len(server.requests)
        tab.run("there => void setTimeout(() => { location.href = there; })", f"{server.url}around-location")
        time.sleep(2)
        assert bool(server.requests[before:]) == (engine is Engine.WEBKIT)


@pytest.mark.parametrize("engine", [Engine.FIREFOX])
def test_no_name_is_looked_up_before_a_press(
    engine: Engine, playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    """A result that shows links to other websites, on a copy without https: nobody hears which ones."""
    noted = tmp_path / "lookups"
    with tab_of(engine, playwright, tmp_path / "profile", lookups=noted) as tab:
        wizard = WizardTab(tab)
        wizard.open(f"{server.url}wizard/")
        wizard.walk_to_result(TO_OUTSIDE_LINKS, by_key=True)  # a pointer that rests on a link looks its name up
        hosts = tab.run("() => [...document.querySelectorAll('a[href^=https]')].map((link) => link.hostname)")
        time.sleep(2)
    assert hosts
    assert [host for host in hosts if host in noted_in(noted)] == []


@pytest.mark.parametrize("engine", [Engine.FIREFOX])
def test_names_are_looked_up_where_a_page_does_not_forbid_it(
    engine: Engine, playwright: Playwright, tmp_path: Path
) -> None:
    """The test above can fail."""
    site, noted = tmp_path / "site", tmp_path / "lookups"
    site.mkdir()
    (site / "index.html").write_text(f"<!doctype html><title>A link</title><a href='https://{LOOKED_UP}/'>There</a>")
    with serve(site) as server, tab_of(engine, playwright, tmp_path / "profile", lookups=noted) as tab:
        tab.open(server.url)
        time.sleep(3)
    assert LOOKED_UP in looked_up(noted)


@pytest.mark.parametrize("engine", CONTROLS)
def test_webrtc_is_taken_away(engine: Engine, playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """What no policy closes is not there, and cannot be put back."""
    with tab_of(engine, playwright, tmp_path) as tab:
        WizardTab(tab).open(f"{server.url}wizard/")
        for name in ("RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"):
            assert tab.run("name => typeof window[name]", name) == "undefined"
        assert (
            tab.run("() => { delete window.RTCPeerConnection; return typeof window.RTCPeerConnection; }") == "undefined"
        )


IN_THE_WORKER = """async target => {
    const tries = {
        fetch: () => fetch(target + 'out-fetch'),
        import: () => import(target + 'out-import'),
        xhr: () => new XMLHttpRequest(),
        websocket: () => new WebSocket(target.replace('http', 'ws') + 'out-websocket'),
        eventsource: () => new EventSource(target + 'out-eventsource'),
        worker: () => new Worker(target + 'out-worker'),
        scripts: () => importScripts(target + 'out-scripts'),
        store: () => indexedDB.open('out'),
        cache: () => caches.open('out'),
        channel: () => new BroadcastChannel('out'),
        anew: () => Object.getPrototypeOf(self).fetch?.call(self, target + 'out-anew'),
        ...Object.fromEntries(['indexedDB', 'caches', 'XMLHttpRequest', 'Worker'].map((name) => [
            `${name} anew`, () => again(self, name),
        ])),
        ...Object.fromEntries(['storage', 'storageBuckets', 'locks', 'serviceWorker'].map((name) => [
            `${name} of the navigator`, () => again(navigator, name),
        ])),
    };
    // What the object itself has, or any of its prototypes, read and called as a getter of the real one.
    function again(object, name) {
        for (let owner = object; owner; owner = Object.getPrototypeOf(owner)) {
            const found = Object.getOwnPropertyDescriptor(owner, name);
            const had = found?.get ? found.get.call(object) : found?.value;
            if (had) return 'had again';
        }
    }
    const got = {};
    for (const [name, attempt] of Object.entries(tries)) {
        try { const result = await attempt(); got[name] = result?.status ?? String(result); }
        catch (error) { got[name] = error.name; }
    }
    return got;
}"""


def test_python_s_own_worker_has_no_way_out(playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """Code in the worker, beside Python, finds neither network nor store, nor any way to have them again."""
    with tab_of(Engine.CHROMIUM, playwright, tmp_path) as tab:
        assert isinstance(tab, ChromiumTab)
        WizardTab(tab).open(f"{server.url}wizard/")
        before = len(server.requests)
        got = tab.page.workers[0].evaluate(IN_THE_WORKER, server.url)
        assert got.pop("fetch") == 404, "a file that is not in memory"
        assert set(got.values()) <= SHUT, got
        tab.open(f"{server.url}{FENCE}")
        wait(tab, "() => document.readyState === 'complete'")
        assert server.requests[before].path == f"/{FENCE}", got


SHUT = {"TypeError", "ReferenceError", "SecurityError", "undefined"}
IN_ITS_PLACE = """(code, probe, target) => new Promise((resolve) => {
    const asked = `onmessage = async () => postMessage({ got: await (${probe})("${target}") })`;
    const url = URL.createObjectURL(new Blob([code, asked], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    worker.addEventListener("message", ({ data }) => data.got && resolve(data.got));
    worker.postMessage({});
})"""


@pytest.mark.parametrize("engine", list(Engine))
def test_the_worker_shuts_itself_off_in_every_engine(
    engine: Engine, playwright: Playwright, site: Path, tmp_path: Path
) -> None:
    """Its own script, and the same code after it: a worker without that script has all of it."""
    (script_of_worker,) = (site / "wizard" / "runtime").glob("worker.*.js")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<!doctype html><title>Unsealed</title>")
    with serve(tmp_path / "site") as server, tab_of(engine, playwright, tmp_path / "profile") as tab:
        tab.open(server.url)
        open_to = tab.run(IN_ITS_PLACE, "", IN_THE_WORKER, server.url)
        had = {name for name, end in open_to.items() if end == "had again"}
        assert {"indexedDB anew", "caches anew", "XMLHttpRequest anew"} <= had, open_to
        got = tab.run(IN_ITS_PLACE, script_of_worker.read_text("utf-8"), IN_THE_WORKER, server.url)
        # The network is the policy's to close, and this page has none.
        assert {got[name] for name in got if name not in {"fetch", "import", "anew"}} <= SHUT, got
