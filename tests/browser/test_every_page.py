"""Every reading page, looked at in a real Chromium through the site's own server: what it loads, and what it weighs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from scripts.guide.policies import SECURITY_HEADERS
from scripts.site_server import Server, serve
from tests.browser.screens import HOME, LANGUAGES, WHOLE
from tests.built_pages import addresses, paper_addresses, reading_addresses

pytestmark = pytest.mark.browser

MOST_BYTES = 70_000
MOST_BYTES_WITH_THE_LIST = 79_000
"""Of the page from which a device keeps the guide: to say what that weighs, it reads the list of all files (24 kB)."""
MOST_BYTES_WITH_PLACES = 90_000
"""Of the page whose box knows every place; the names of all places come when somebody first types."""

MOST_BYTES_OF_THE_FIRST_QUESTION = 8_000
"""Of the wizard's page alone, which holds it."""
MOST_BYTES_OF_THE_INTERVIEW = {"en": 30_000, "es": 36_000}
"""Of the page alone that holds every question and every result; Spanish needs a sixth more letters."""

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  console.error("policy:", violatedDirective, blockedURI);
});
"""


@dataclass(eq=False)
class Visit:
    """What a browser with an empty cache did for one page."""

    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """All bytes on the wire, answers' headers included."""
        return sum(self.weights.values())


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[Server]:
    """The site below a path, with the headers that every host should send."""
    with serve(site, subpath="/guide", headers=SECURITY_HEADERS) as running:
        yield running


@pytest.fixture(scope="module")
def visits(chromium: Browser, guarded: Server) -> dict[str, Visit]:
    """Each page visited once, alone, and left open for a moment after it has loaded."""
    found: dict[str, Visit] = {}
    for address in (*addresses(), *paper_addresses()):
        context = chromium.new_context(viewport={"width": 360, "height": 740})
        found[address] = visit(context, guarded.url, address)
        context.close()
    return found


def visit(context: BrowserContext, root: str, address: str) -> Visit:
    """Opens the page at *address* and notes what happens."""
    seen = Visit(address)
    names: dict[str, str] = {}
    page = context.new_page()
    page.add_init_script(REPORT_VIOLATIONS)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.messages.append(message.text) if message.type != "info" else None)
    page.on("pageerror", lambda error: seen.messages.append(str(error)))
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", lambda sent: names.update({sent["requestId"]: sent["request"]["url"]}))
    network.on(
        "Network.loadingFinished",
        lambda done: seen.weights.update({names[done["requestId"]]: int(done["encodedDataLength"])}),
    )
    page.goto(root + address)
    page.wait_for_timeout(150)
    return seen


def test_no_page_asks_any_other_origin_for_anything(visits: dict[str, Visit], guarded: Server) -> None:
    """Nor is there a request that the server did not see."""
    for visited in visits.values():
        assert visited.requests
        strangers = [url for url in visited.requests if not url.startswith((guarded.url, "data:", "blob:"))]
        assert strangers == [], (visited.address, strangers)


def test_no_page_breaks_the_policy_or_says_an_error(visits: dict[str, Visit]) -> None:
    """Under the server's policy and the page's own together."""
    assert {seen.address: seen.messages for seen in visits.values() if seen.messages} == {}


def test_the_page_for_lost_addresses_loads_at_any_depth(chromium: Browser, site: Path) -> None:
    """With its style sheets, and with no fault but the missing page itself."""
    with serve(site, headers=SECURITY_HEADERS) as server:
        context = chromium.new_context()
        seen = visit(context, server.url, "no/such/page/")
        context.close()
    assert len(seen.weights) >= 3
    assert [message for message in seen.messages if "404" not in message] == []
    assert len(seen.messages) == 1


def test_a_breach_of_the_policy_is_seen(chromium: Browser, guarded: Server) -> None:
    """That nothing is reported above means something."""
    context = chromium.new_context()
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.add_init_script(REPORT_VIOLATIONS)
    page.goto(guarded.url)
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), { src: '//x.invalid/' }))")
    page.wait_for_timeout(100)
    context.close()
    assert any("img-src" in message for message in messages)


def test_a_reading_page_weighs_at_most_seventy_kilobytes(
    visits: dict[str, Visit], capsys: pytest.CaptureFixture[str]
) -> None:
    """With all that it loads at first view, as it comes over the wire."""
    read = sorted((visits[address] for address in reading_addresses()), key=lambda seen: -seen.weight)
    with capsys.disabled():
        print()
        for seen in read:
            print(f"{seen.weight / 1000:6.1f} kB in {len(seen.weights):2} answers: /{seen.address}")
    assert len(read) > 30
    assert all(len(seen.weights) >= 6 for seen in read), "style sheets and scripts count"
    heavier = {"find-your-office/": MOST_BYTES_WITH_PLACES, "offline/": MOST_BYTES_WITH_THE_LIST}
    most = {seen: heavier.get(seen.address.removeprefix("es/"), MOST_BYTES) for seen in read}
    assert {seen.address: seen.weight for seen in read if seen.weight > most[seen]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interview_is_light(site: Path, language: str) -> None:
    """Its first question stands in a page of its own, and can be answered before anything else has come."""
    first, whole = ((site / address[language] / "index.html.br").stat().st_size for address in (HOME, WHOLE))
    print(f"the interview, {language}: {first / 1000:.1f} kB, and {whole / 1000:.1f} kB for the rest")
    assert 3_000 < first <= MOST_BYTES_OF_THE_FIRST_QUESTION
    assert 10_000 < whole <= MOST_BYTES_OF_THE_INTERVIEW[language]


def test_the_texts_of_the_search_are_loaded_only_when_it_is_opened(visits: dict[str, Visit]) -> None:
    """They would weigh more than the page."""
    assert not any("/search/" in url for seen in visits.values() for url in seen.requests)
