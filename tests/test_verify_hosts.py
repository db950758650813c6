"""``verify.py`` names each fault of a host with its line, and finds none on the servers that we ship files for."""

import gzip
import json
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from scripts.guide.policies import FRESH, HASHED_NAME, KEPT, NOT_STORED, QUESTIONS, SECURITY_HEADERS, TYPES
from scripts.releasing.shipped import verify
from tests.host_servers import key_and_certificate

pytestmark = pytest.mark.site

Headers = dict[str, str]
Spoiling = Callable[[str, int, Headers, bytes], tuple[int, Headers, bytes]]
"""From the path, the status, the headers and the body of a good answer to those of a bad one."""


def well(_: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
    """As a good host answers."""
    return status, headers, body


def good_answer(site: Path, path: str, asked: Message) -> tuple[int, Headers, bytes]:
    """What a good host answers."""
    file = site / path
    if file.is_dir() and not (path.endswith("/") or not path):
        return 301, {"Location": f"/{path}/"}, b""
    file = file / "index.html" if file.is_dir() else file
    status = 200 if file.is_file() else 404
    file = file if file.is_file() else site / "404.html"
    headers = {**SECURITY_HEADERS, "Content-Type": TYPES[file.suffix[1:]], "ETag": f'"{file.stat().st_size}"'}
    headers["Cache-Control"] = KEPT if re.search(HASHED_NAME, file.name) else FRESH
    if re.search(QUESTIONS, f"/{path}"):
        headers["Cache-Control"] = NOT_STORED
    if asked.get("If-None-Match") == headers["ETag"]:
        return 304, headers, b""
    packed = file.with_name(f"{file.name}.gz")
    if "gzip" in asked.get("Accept-Encoding", "") and packed.is_file():
        return status, headers | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}, packed.read_bytes()
    if asked.get("Range"):
        return 206, headers | {"Content-Range": "bytes 0-99/1000"}, file.read_bytes()[:100]
    return status, headers, file.read_bytes()


class Silent(ThreadingHTTPServer):
    """A server that says nothing where somebody hangs up."""

    def handle_error(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def host(
    site: Path, spoiled: Spoiling = well, server: str = "nginx", context: ssl.SSLContext | None = None
) -> Iterator[str]:
    """A host of *site* on the loopback whose answers are *spoiled*."""

    class Handler(BaseHTTPRequestHandler):
        """Answers GET."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """One answer."""
            path = urlsplit(self.path).path.removeprefix("/")
            status, headers, body = spoiled(path, *good_answer(site, path, self.headers))
            self.send_response_only(status)
            for name, value in ({"Server": server, "Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is noted."""

    listening = Silent(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    if context:
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{listening.server_port}/"
    finally:
        listening.shutdown()
        listening.server_close()


def faults(address: str, manifest: dict[str, Any]) -> list[tuple[str, str]]:
    """The faults of the host at *address*, each with its line."""
    return faults_at(verify.Address(address), manifest)


def faults_at(place: verify.Address, manifest: dict[str, Any]) -> list[tuple[str, str]]:
    """The same of a place."""
    found = verify.Host(place, manifest)
    found.look([])
    return found.faults


@pytest.fixture(scope="module")
def manifest(release: Path) -> dict[str, Any]:
    """The manifest of the release."""
    return verify.manifest_of(release / "MANIFEST.json")


def without(name: str, *statuses: int) -> Spoiling:
    """A host that does not send a header, or not with some statuses."""

    def spoil(_: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
        gone = not statuses or status in statuses
        return status, {key: value for key, value in headers.items() if not (gone and key == name)}, body

    return spoil


def with_header(name: str, value: str, ending: str = "") -> Spoiling:
    """A host that sends another header, with files of that ending or with all."""

    def spoil(path: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
        return status, headers | ({name: value} if path.endswith(ending) else {}), body

    return spoil


def plain(ending: str) -> Spoiling:
    """A host that does not compress what ends so."""

    def spoil(path: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
        if path.endswith(ending) and "Content-Encoding" in headers:
            headers = {key: value for key, value in headers.items() if key != "Content-Encoding"}
            body = gzip.decompress(body)
        return status, headers, body

    return spoil


def lost(status: int, body: bytes | None) -> Spoiling:
    """A host that answers in another way for pages that are not there."""

    def spoil(_: str, real: int, headers: Headers, good: bytes) -> tuple[int, Headers, bytes]:
        if real != 404:
            return real, headers, good
        headers = {key: value for key, value in headers.items() if key != "Content-Encoding"}
        return status, headers, good if body is None else body

    return spoil


def twice(_: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
    """A host that compresses what is compressed."""
    return status, headers, gzip.compress(body, 1) if "Content-Encoding" in headers else body


def never_304(_: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
    """A host without ETag and Last-Modified."""
    return status, {key: value for key, value in headers.items() if key != "ETag"}, body


def always(status: int, headers: Headers, body: bytes) -> Spoiling:
    """A host that knows one answer."""
    return lambda *_: (status, headers, body)


def listing(path: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
    """A host that shows what is in a folder."""
    return (200, headers, b"<a>palette.0123456789ab.css</a>") if path == "wizard/assets/" else (status, headers, body)


def elsewhere(_: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
    """A host whose redirects lead to plain http on another host."""
    return status, headers | ({"Location": "http://x.example/"} if status == 301 else {}), body


PYTHON, WASM = ".zip", ".wasm"
FAULTS: dict[str, tuple[Spoiling, str, str]] = {
    **{
        f"no {name}": (
            without(name),
            f"{name} is missing or another on every answer",
            f'add_header {name} "{value}" always;',
        )
        for name, value in SECURITY_HEADERS.items()
    },
    "none with 404": (without("Referrer-Policy", 404), "another on lost pages (404)", "add_header Referrer-Policy"),
    "none with 304": (
        without("Referrer-Policy", 304),
        "another on what did not change (304)",
        "add_header Referrer-Policy",
    ),
    "none with 206": (without("Referrer-Policy", 206), "another on parts of files (206)", "add_header Referrer-Policy"),
    "a weak policy": (
        with_header("Content-Security-Policy", "default-src *"),
        "Content-Security-Policy is missing or another",
        "default-src 'none'",
    ),
    "a short HSTS": (
        with_header("Strict-Transport-Security", "max-age=60"),
        "Strict-Transport-Security is missing",
        "63072000",
    ),
    "HSTS for all": (
        with_header("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        "binds every name",
        "63072000",
    ),
    "type of .mjs": (
        with_header("Content-Type", "text/plain", ".mjs"),
        ".mjs comes as text/plain",
        "types { text/javascript mjs; }",
    ),
    "type of .wasm": (
        with_header("Content-Type", "application/octet-stream", ".wasm"),
        ".wasm comes as",
        "types { application/wasm wasm; }",
    ),
    "letters of .txt": (
        with_header("Content-Type", "text/plain", ".txt"),
        ".txt comes as text/plain",
        "charset utf-8;",
    ),
    "python.zip plain": (plain(PYTHON), "python", "gzip_static on;"),
    "wasm plain": (plain(WASM), "pyodide.asm", "gzip_static on;"),
    "pages plain": (plain(""), "the pages come unpacked", "gzip_static on;"),
    "packed twice": (twice, "packed twice", "gzip off;"),
    "no Vary": (without("Vary"), "Vary does not name Accept-Encoding", "gzip_vary on;"),
    "never kept": (with_header("Cache-Control", "no-cache"), "is not kept for a year", KEPT),
    "pages kept": (with_header("Cache-Control", KEPT), "pages may be kept", FRESH),
    "questions stored": (with_header("Cache-Control", FRESH, "wizard/"), "the questions may be stored", NOT_STORED),
    "no 304": (never_304, "no 304", "etag on;"),
    "200 for a lost page": (lost(200, None), "is answered with 200", "=404;"),
    "another lost page": (
        lost(404, b"<h1>404</h1>"),
        "does not show the guide's own page",
        "error_page 404 /404.html;",
    ),
    "a list": (listing, "lists the files", "autoindex off;"),
    "a cookie": (with_header("Set-Cookie", "a=1"), "Set-Cookie is sent", "proxy_hide_header Set-Cookie;"),
    "a report": (with_header("NEL", "{}"), "NEL is sent", "proxy_hide_header NEL;"),
    "a link": (
        with_header("Link", "<https://x.example>; rel=preconnect"),
        "Link makes browsers ask x.example",
        "proxy_hide_header Link;",
    ),
    "a way out": (elsewhere, "a redirect leaves the copy", "absolute_redirect off;"),
}


def test_a_good_host_has_no_fault(release: Path, manifest: dict[str, Any]) -> None:
    """So that each of those below has one."""
    with host(release / "site") as address:
        assert faults(address, manifest) == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named_with_the_line_to_add(release: Path, manifest: dict[str, Any], name: str) -> None:
    """On nginx, which these say that they are."""
    spoiled, said, line = FAULTS[name]
    with host(release / "site", spoiled) as address:
        found = [(told, add) for told, add in faults(address, manifest) if said in told]
    assert found, name
    assert all(line in add and add.startswith("nginx: ") for _, add in found)


def test_there_are_at_least_twenty() -> None:
    """Kinds of faults, each tried above or below."""
    assert len(FAULTS) >= 20


@pytest.mark.parametrize(
    ("server", "names"),
    [
        ("Caddy", ["Caddy"]),
        ("Apache/2.4", ["Apache"]),
        ("", ["nginx", "Caddy", "Apache"]),
        ("GitHub.com", ["GitHub Pages"]),
    ],
)
def test_the_line_is_for_the_server_that_answers(
    release: Path, manifest: dict[str, Any], server: str, names: list[str]
) -> None:
    """For each of them where it does not tell; and none where none can be set."""
    with host(release / "site", without("Referrer-Policy"), server) as address:
        ((_, add),) = faults(address, manifest)
    assert sorted(line.partition(":")[0].partition(" sets")[0] for line in add.split("\n")) == sorted(names)


def small(manifest: dict[str, Any], folder: Path, *more: str) -> Path:
    """A manifest of the few files that a host is asked for, and of *more*."""
    kept = [
        path
        for path in manifest["files"]
        if re.search(r"(?:privacy|wizard)/index|palette\.|\.js$|\.zip$|\.wasm$|404", path)
    ]
    files = {path: manifest["files"][path] for path in (*kept, *more)}
    file = folder / "MANIFEST.json"
    file.write_text(json.dumps(manifest | {"files": files}), "utf-8")
    return file


def test_a_script_put_in_on_the_way_is_named(release: Path, manifest: dict[str, Any], tmp_path: Path) -> None:
    """As some hosts do for analytics."""

    def injected(path: str, status: int, headers: Headers, body: bytes) -> tuple[int, Headers, bytes]:
        if path == "en/privacy/" and "Content-Encoding" not in headers:
            body = body.replace(b"</head>", b'<script src="https://x.example/a.js"></script></head>')
        return status, headers, body

    with host(release / "site", injected) as address:
        report = verify.looked_at(address, small(manifest, tmp_path))
    assert (report["verdict"], report["changed"]) == (verify.CHANGED, ["en/privacy/index.html"])
    assert report["packed"] == ["en/privacy/index.html differs where it comes as gzip"]
    (fault,) = report["host"]
    assert "x.example" in fault["fault"]
    assert fault["line"] == "nginx: take out sub_filter"


def test_a_genuine_copy_on_a_host_with_faults_is_genuine_and_ends_with_1(
    release: Path, manifest: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And with 0 where nobody asks for the host."""
    file = str(small(manifest, tmp_path))
    with host(release / "site", without("Referrer-Policy")) as address:
        assert verify.main([address, "--manifest", file]) == 1
        assert capsys.readouterr().out.startswith("GENUINE")
        assert verify.main([address, "--manifest", file, "--files"]) == 0


def certificate(folder: Path) -> ssl.SSLContext:
    """A server's context with a certificate to throw away, for 127.0.0.1."""
    key, made = key_and_certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context


def test_https_is_asked_for_and_a_certificate_that_nobody_vouches_for_is_none(
    release: Path,
    manifest: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Plain http is a fault anywhere but on this machine."""
    with host(release / "site", context=certificate(tmp_path)) as address:
        assert verify.main([address, "--manifest", str(release / "MANIFEST.json")]) == 2
        assert "certificate" in capsys.readouterr().err
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        assert faults(address, manifest) == []
    with host(release / "site") as address:
        place = verify.Address(address)
        place.is_loopback = False
        found = faults_at(place, manifest)
    assert [said for said, _ in found] == ["the copy is not served over https"]


def test_a_host_that_breaks_off_is_no_traceback(
    release: Path,
    manifest: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Silence, answers cut short, words that are no HTTP, redirects in a circle."""
    monkeypatch.setattr(verify, "SECONDS", 0.3)
    spoilings: tuple[Spoiling, ...] = (
        with_header("Content-Length", "99999999"),
        with_header("Content-Length", "x"),
        with_header("Content-Encoding", "gzip"),
        with_header("Transfer-Encoding", "chunked"),
        always(301, {"Location": "/en/privacy/"}, b""),
        always(301, {"Location": "http://["}, b""),
        always(500, {}, b""),
        always(200, {}, b""),
    )
    file = str(small(manifest, tmp_path))
    for number, spoiled in enumerate(spoilings):
        with host(release / "site", spoiled) as address:
            code = verify.main([address, "--manifest", file])
        said = capsys.readouterr()
        assert code in {1, 2}, number
        assert "Traceback" not in said.out + said.err
        assert not said.out.startswith("GENUINE"), number
    assert verify.main(["http://127.0.0.1:9/", "--manifest", file]) == 2
    assert verify.main([str(tmp_path / "nowhere"), "--manifest", file]) == 2
    assert verify.main(["ftp://example.org/", "--manifest", file]) == 2
