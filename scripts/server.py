"""Serve a built site on this machine alone: for a look at it, and for the tests.

    python scripts/server.py site [--port 8000] [--subpath /guide] [--headers] [--watch] [--no-open]

It keeps no access log. Tests use `serve`, which can record every request, slow the line down, and spoil
chosen files (see `Fault`).
"""

import argparse
import os
import sys
import threading
import webbrowser
from collections.abc import Iterator, Mapping, MutableSequence
from contextlib import contextmanager
from pathlib import Path

import live_reload
from security_headers import SECURITY_HEADERS
from site_server.listening import Handler, Server
from site_server.model import Fault, Request, Site, Throttle

__all__ = ["Fault", "Request", "Server", "Site", "Throttle", "serve"]

PROJECT = Path(__file__).resolve().parents[1]
FIRST_PORT = 8000
PORTS_TRIED = 100


@contextmanager
def serve(  # noqa: PLR0913 (each is one independent thing a test can set)
    directory: Path | str,
    port: int = 0,
    *,
    subpath: str = "",
    log: MutableSequence[Request] | None = None,
    throttle: Throttle | tuple[float, float] | None = None,
    faults: Mapping[str, Fault] | None = None,
    headers: Mapping[str, str] | None = None,
    handler: type[Handler] | None = None,
) -> Iterator[Server]:
    """Serve `directory` while the context lasts.

    `log` receives every request (`server.requests` is the same list); `throttle` is bytes a second and seconds of
    latency; `faults` maps patterns of paths below `subpath` to what goes wrong with them (a file with a fault is never
    sent compressed); `headers` are added to every answer; `handler` answers in its own way. Raises
    OSError when `port` is taken.
    """
    site = Site(
        Path(directory),
        subpath,
        headers=headers or {},
        throttle=Throttle(*throttle) if isinstance(throttle, tuple) else throttle,
        requests=log if log is not None else [],
        faults=dict(faults or {}),
    )
    server = Server(site, port, handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


def main() -> int:
    """Serve until the person presses Ctrl+C; return the exit code."""
    options = _options()
    if not (options.directory / "index.html").is_file():
        print(f"serve: there is no site in {options.directory}; run scripts/build first", file=sys.stderr)
        return 1
    site = Site(options.directory, options.subpath, headers=SECURITY_HEADERS if options.headers else {})
    if not options.watch:
        return _serve_until_the_end(site, options)
    with live_reload.watching(PROJECT) as handler:
        return _serve_until_the_end(site, options, handler)


def _serve_until_the_end(site: Site, options: argparse.Namespace, handler: type[Handler] | None = None) -> int:
    server = _on_the_next_free_port(site, options.port, handler)
    if server is None:
        print(f"serve: no free port from {options.port} on; name another with --port", file=sys.stderr)
        return 1
    shown = server.url
    print(f"The guide is at {server.url} (Ctrl+C ends it)", flush=True)
    if handler:
        shown = f"{server.url}{live_reload.FOLDER.strip('/')}/"
        print(f"It is loaded anew after each change at {shown}", flush=True)
    if not options.no_open and _has_a_screen():
        webbrowser.open(shown)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/serve", description="Show the guide on this computer.")
    parser.add_argument("directory", type=Path, help="the built site")
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="the next free one is taken if this one is busy")
    parser.add_argument("--subpath", default="", help="serve below this path, as some hosts do: /guide")
    parser.add_argument("--headers", action="store_true", help="send the headers of security_headers.py")
    parser.add_argument("--watch", action="store_true", help="build after each change, and load the page anew")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    options = parser.parse_args()
    if options.watch and options.headers:
        parser.error("--watch shows the guide in a frame, which --headers forbids")
    return options


def _on_the_next_free_port(site: Site, first: int, handler: type[Handler] | None) -> Server | None:
    for port in range(first, min(first + PORTS_TRIED, 2**16)):
        try:
            return Server(site, port, handler)
        except OSError:
            continue
    return None


def _has_a_screen() -> bool:
    if sys.platform in {"darwin", "win32"}:
        return True
    return any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
