"""The small server sends what a good host sends, records what it is asked, and fails only as told."""

import gzip
import http.client
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.site_server import Fault, Server, serve

WASM = b"\0asm" + bytes(range(256)) * 400


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of a few files, one of them compressed beforehand."""
    (tmp_path / "wizard" / "runtime").mkdir(parents=True)
    (tmp_path / "index.html").write_text("<title>Start</title>")
    (tmp_path / "404.html").write_text("<title>Not here</title>")
    (tmp_path / "wizard" / "index.html").write_text("<title>Wizard</title>")
    (tmp_path / "wizard" / "runtime" / "worker.mjs").write_text("export {}")
    (tmp_path / "wizard" / "runtime" / "python.0123abcd.wasm").write_bytes(WASM)
    (tmp_path / "wizard" / "runtime" / "python.0123abcd.wasm.gz").write_bytes(gzip.compress(WASM))
    return tmp_path


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The server of that site, at the root."""
    with serve(site) as running:
        yield running


def get(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for `path` below the server's start page; return status, headers (lower-case names) and body."""
    address = urlsplit(server.url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
    try:
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, address.path + path, headers=fields)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


def received_until_silence(connection: socket.socket) -> bytes:
    """Read what comes until nothing has come for the connection's timeout."""
    received = b""
    try:
        while part := connection.recv(65536):
            received += part
    except TimeoutError:
        return received
    raise AssertionError("the connection ended")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("wizard/", "text/html; charset=utf-8"),
        ("wizard/runtime/worker.mjs", "text/javascript; charset=utf-8"),
        ("wizard/runtime/python.0123abcd.wasm", "application/wasm"),
    ],
)
def test_every_file_comes_with_its_type(server: Server, path: str, kind: str) -> None:
    """Browsers refuse modules and WebAssembly of the wrong type."""
    status, headers, _ = get(server, path)
    assert (status, headers["content-type"]) == (200, kind)


def test_only_hashed_names_are_kept_for_ever(server: Server) -> None:
    """A page that were kept would mix two versions of the guide."""
    assert get(server, "")[1]["cache-control"] == "no-cache"
    assert get(server, "wizard/runtime/worker.mjs")[1]["cache-control"] == "no-cache"
    assert "immutable" in get(server, "wizard/runtime/python.0123abcd.wasm")[1]["cache-control"]


def test_a_compressed_file_goes_to_who_takes_it(server: Server) -> None:
    """Everyone else gets the plain file."""
    path = "wizard/runtime/python.0123abcd.wasm"
    _, plain, plain_body = get(server, path)
    _, packed, packed_body = get(server, path, Accept_Encoding="br;q=1.0, gzip")
    assert (plain.get("content-encoding"), plain_body) == (None, WASM)
    assert (packed["content-encoding"], gzip.decompress(packed_body)) == ("gzip", WASM)
    assert plain["vary"] == packed["vary"] == "Accept-Encoding"
    assert plain["etag"] != packed["etag"]


def test_what_is_known_is_not_sent_again(server: Server) -> None:
    """A page that did not change answers 304 without a body."""
    _, headers, _ = get(server, "")
    assert get(server, "", If_None_Match=headers["etag"])[::2] == (304, b"")


def test_a_folder_needs_its_slash(site: Path) -> None:
    """Otherwise the page's relative links would lead astray."""
    with serve(site, subpath="a/b/") as server:
        status, headers, _ = get(server, "wizard")
    assert (status, headers["location"]) == (301, "/a/b/wizard/")


def test_below_a_subpath_nothing_stands_outside_it(site: Path) -> None:
    """A link that forgets the subpath fails here as it fails on the host."""
    with serve(site, subpath="/guide") as server:
        assert get(server, "wizard/")[0] == 200
        assert get(server, "../wizard/")[0] == 404
        assert server.url.endswith("/guide/")


@pytest.mark.parametrize("path", ["missing", "../secret.txt", "%2e%2e/secret.txt", "wizard/../../secret.txt"])
def test_what_is_not_in_the_site_is_not_found(site: Path, path: str) -> None:
    """The site's own 404 page answers, and no path leads out of the site."""
    site.parent.joinpath("secret.txt").write_text("secret")
    with serve(site) as server:
        status, _, body = get(server, path)
    assert (status, body) == (404, b"<title>Not here</title>")


def test_every_request_is_recorded(server: Server) -> None:
    """Also those that are refused, with their query: a leak shows."""
    get(server, "wizard/?answer=secret", Accept_Language="es")
    assert get(server, "collect", "POST")[0] == 405
    assert [(request.method, request.path) for request in server.requests] == [
        ("GET", "/wizard/?answer=secret"),
        ("POST", "/collect"),
    ]
    assert server.requests[0].headers["accept-language"] == "es"


def test_extra_headers_stand_on_every_answer(site: Path) -> None:
    """On errors as well as on pages."""
    with serve(site, headers={"Referrer-Policy": "no-referrer"}) as server:
        assert {get(server, path)[1]["referrer-policy"] for path in ("", "missing")} == {"no-referrer"}


@pytest.mark.parametrize(
    ("fault", "status", "kind", "body"),
    [
        (Fault.NOT_FOUND, 404, "text/html; charset=utf-8", b"<title>Not here</title>"),
        (Fault.TRUNCATE, 200, "application/wasm", WASM[: len(WASM) // 2]),
        (Fault.WRONG_TYPE, 200, "text/plain; charset=utf-8", WASM),
    ],
)
def test_a_fault_spoils_the_files_of_its_pattern(
    server: Server, fault: Fault, status: int, kind: str, body: bytes
) -> None:
    """And no others."""
    server.faults["*.wasm"] = fault
    answer = get(server, "wizard/runtime/python.0123abcd.wasm", Accept_Encoding="gzip")
    assert (answer[0], answer[1]["content-type"], answer[2]) == (status, kind, body)
    assert get(server, "wizard/")[2] == b"<title>Wizard</title>"


def test_one_bit_can_flip(server: Server) -> None:
    """The length stays: only a hash can tell."""
    server.faults["/wizard/runtime/*"] = Fault.FLIP_BIT
    body = get(server, "wizard/runtime/python.0123abcd.wasm", Accept_Encoding="gzip")[2]
    assert sum((one ^ other).bit_count() for one, other in zip(body, WASM, strict=True)) == 1


def test_a_connection_can_end_early(server: Server) -> None:
    """The announced length never comes."""
    server.faults["*.wasm"] = Fault.ABORT
    with pytest.raises(http.client.IncompleteRead):
        get(server, "wizard/runtime/python.0123abcd.wasm")


def test_a_login_page_can_stand_for_a_file(server: Server) -> None:
    """As in a hotel: no error, and nothing of ours."""
    server.faults["*.wasm"] = Fault.LOGIN_PAGE
    status, headers, body = get(server, "wizard/runtime/python.0123abcd.wasm", Accept_Encoding="gzip")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"Sign in" in body


def test_one_file_can_crawl(site: Path) -> None:
    """A kilobyte each second, until the server closes; every other file comes at once."""
    with serve(site, faults={"*.wasm": Fault.CRAWL}) as server:
        address = (str(urlsplit(server.url).hostname), int(urlsplit(server.url).port or 0))
        with socket.create_connection(address, timeout=0.5) as connection:
            connection.sendall(b"GET /wizard/runtime/python.0123abcd.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert received_until_silence(connection).endswith(b"\r\n\r\n" + WASM[:1024])
            assert get(server, "wizard/")[0] == 200
            started = time.monotonic()
            server.close()
            assert time.monotonic() - started < 2


def test_a_stalled_answer_ends_with_the_server(site: Path) -> None:
    """Half of the body, silence, and no thread that outlives the test."""
    with serve(site, faults={"*.wasm": Fault.STALL}) as server:
        address = (str(urlsplit(server.url).hostname), int(urlsplit(server.url).port or 0))
        with socket.create_connection(address, timeout=0.5) as connection:
            connection.sendall(b"GET /wizard/runtime/python.0123abcd.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert received_until_silence(connection).endswith(WASM[: len(WASM) // 2])
            started = time.monotonic()
            server.close()
            assert time.monotonic() - started < 2


def test_a_slow_line_is_slow(site: Path) -> None:
    """100 KB at 400 KB a second take a quarter of a second, and the answer begins after the latency."""
    with serve(site, throttle=(400_000, 0.1)) as server:
        started = time.monotonic()
        get(server, "wizard/runtime/python.0123abcd.wasm")
        assert 0.3 < time.monotonic() - started < 2
