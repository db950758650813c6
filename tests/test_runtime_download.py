"""The browser's download of Python: complete and right, or refused with the reason why, and never waiting forever."""

import gzip
import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts.runtime_bundle.manifest import MANIFEST, write_manifest

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[1]
STALL_SECONDS = 1
FILES = {"pyodide.asm.wasm": bytes(range(256)) * 4096, "python.zip": b"zip" * 50_000, "worker.js": b"// worker\n"}
BROKEN = "python.zip"


def flipped(content: bytes) -> bytes:
    """Return *content* with one bit in its middle turned over."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


CHANGED: dict[str, Callable[[bytes], bytes]] = {
    "flipped": flipped,
    "short": lambda content: content[:-1],
    "long": lambda content: content + b"\n",
    "login page": lambda _: b"<h1>Log in to this network</h1>",
}


class FaultyServer(ThreadingHTTPServer):
    """A web server on this machine that serves a folder, and packs nothing, with one thing wrong in one file."""

    daemon_threads = True

    def __init__(self, folder: Path, fault: str) -> None:
        """Serve *folder*; *fault* says what is wrong with the file BROKEN, and is empty if nothing is."""
        super().__init__(("127.0.0.1", 0), FaultyRequest)
        self.folder = folder
        self.fault = fault
        self.asked: list[str] = []


class FaultyRequest(BaseHTTPRequestHandler):
    """One request to the faulty server."""

    server: FaultyServer

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def do_HEAD(self) -> None:
        """Say that the file is there: the line is not dead."""
        self._send_headers(200, 0)

    def do_GET(self) -> None:
        """Send the file, or what the fault makes of it."""
        name = self.path.removeprefix("/")
        self.server.asked.append(name)
        content = (self.server.folder / name).read_bytes()
        fault = self.server.fault if name.removesuffix(".gz") == BROKEN else ""
        match fault:
            case "missing":
                self._send_headers(404, 0)
            case "cut" | "silent":
                self._send_headers(200, len(content))
                self.wfile.write(content[: len(content) // 2])
                self.wfile.flush()
                time.sleep(0 if fault == "cut" else STALL_SECONDS * 20)
            case _:
                sent = CHANGED.get(fault, bytes)(content)
                self._send_headers(200, len(sent))
                self.wfile.write(sent)

    def _send_headers(self, status: int, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.end_headers()


@contextmanager
def serving(folder: Path, fault: str = "") -> Iterator[FaultyServer]:
    """Serve a small runtime from *folder* for as long as the context lasts."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    write_manifest(folder, FILES, python="3.14.2", pyodide="314.0.7", abi="2026_0")
    server = FaultyServer(folder, fault)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def outcome_of_download(server: FaultyServer, *options: str, patience: int = 60) -> str:
    """Return what the browser's own download code says, run by Node. It waits *patience* seconds for one more byte."""
    probe = REPOSITORY / "tests" / "node" / "download_probe.mjs"
    command = ["node", str(probe), f"http://127.0.0.1:{server.server_port}/", str(patience), *options]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    return ran.stdout.strip()


HASHING = pytest.mark.parametrize("hashing", [(), ("without-hashing",)], ids=["hashed by us", "hashed by the browser"])


@HASHING
def test_the_right_files_arrive_and_each_is_asked_for_once(tmp_path: Path, hashing: tuple[str, ...]) -> None:
    """Packed where it can be opened here. Progress ends at the whole, and the whole is what the manifest lists."""
    names = FILES if hashing else [f"{name}.gz" for name in FILES]
    with serving(tmp_path) as server:
        assert outcome_of_download(server, *hashing) == "complete"
        assert sorted(server.asked) == sorted([MANIFEST, *names])


@HASHING
@pytest.mark.parametrize("fault", ["flipped", "short", "long", "login page", "missing"])
def test_a_file_that_is_not_the_file_is_refused(tmp_path: Path, fault: str, hashing: tuple[str, ...]) -> None:
    """One wrong bit is enough; after one more try, unpacked and past the browser's own store, nothing is used."""
    with serving(tmp_path, fault) as server:
        assert outcome_of_download(server, *hashing) == "corrupt"
        asked = [name for name in server.asked if name.startswith(BROKEN)]
        last = [BROKEN, BROKEN] if hashing or fault == "missing" else [BROKEN]
        assert asked == ([] if hashing else [f"{BROKEN}.gz"]) + last


def test_a_line_that_breaks_is_told_from_a_wrong_file(tmp_path: Path) -> None:
    """The page then says to look for a better connection, not that the site is broken."""
    with serving(tmp_path, "cut") as server:
        assert outcome_of_download(server) == "offline"


def test_a_line_that_goes_quiet_is_given_up(tmp_path: Path) -> None:
    """A person is not left before a bar that stands still."""
    with serving(tmp_path, "silent") as server:
        started = time.monotonic()
        assert outcome_of_download(server, patience=STALL_SECONDS) == "stalled"
        assert time.monotonic() - started < STALL_SECONDS * 10


def test_a_site_that_is_not_there_is_offline(tmp_path: Path) -> None:
    """Nothing listens at the address that the manifest's files are said to have."""
    with serving(tmp_path) as server:
        manifest = json.loads((tmp_path / MANIFEST).read_text("utf-8"))
        for file in manifest["files"]:
            file["url"] = f"http://127.0.0.1:1/{file['name']}"
        (tmp_path / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        assert outcome_of_download(server) == "offline"
