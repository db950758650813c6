"""Once Python runs, the page is sealed: whatever is tried from within it, not one request reaches the server."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from scripts.site_server import Request, Server, serve
from tests.browser.engines import Engine, tab_of
from tests.browser.engines.chromium import ChromiumTab
from tests.browser.engines.scripts import script
from tests.browser.engines.stun import listening
from tests.browser.engines.tab import PATIENCE, wait
from tests.browser.engines.wizard_tab import WizardTab

pytestmark = pytest.mark.browser

WAYS_OUT = script("ways_out")
WAYS = set(re.findall(r'at\("(\w+)"\)', WAYS_OUT))
NEVER_HEARD_OF = {
    Engine.CHROMIUM: set[str](),
    Engine.FIREFOX: set[str](),
    # WebKitGTK opens no window without a press, and does not prefetch.
    Engine.WEBKIT: {"open", "prefetch"},
}
"""The ways that bring nothing out of an unsealed page either: what the seal does to them is unproven."""

FENCE = "fence.html"
"""An address that is asked for last: what was sent before it has arrived by then."""


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


@pytest.mark.parametrize("engine", list(Engine))
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
    };
    const got = {};
    for (const [name, attempt] of Object.entries(tries)) {
        try { const result = await attempt(); got[name] = result?.status ?? String(result); }
        catch (error) { got[name] = error.name; }
    }
    return got;
}"""


def test_python_s_own_worker_has_no_way_out(playwright: Playwright, server: Server, tmp_path: Path) -> None:
    """Code in the worker, beside Python, finds neither network nor store."""
    with tab_of(Engine.CHROMIUM, playwright, tmp_path) as tab:
        assert isinstance(tab, ChromiumTab)
        WizardTab(tab).open(f"{server.url}wizard/")
        before = len(server.requests)
        got = tab.page.workers[0].evaluate(IN_THE_WORKER, server.url)
        assert got.pop("fetch") == 404, "a file that is not in memory"
        assert set(got.values()) <= {"TypeError", "ReferenceError", "SecurityError", "undefined"}, got
        tab.open(f"{server.url}{FENCE}")
        wait(tab, "() => document.readyState === 'complete'")
        assert server.requests[before].path == f"/{FENCE}", got
