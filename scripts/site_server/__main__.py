"""Serve a built site on this machine alone, for a look at it.

    python -m scripts.site_server site [--port 8000] [--subpath /guide] [--headers] [--watch] [--no-open]

It keeps no access log.
"""

import argparse
import os
import sys
import webbrowser
from pathlib import Path

from scripts.guide.folders import REPOSITORY
from scripts.guide.policies import SECURITY_HEADERS

from . import live_reload
from .listening import Handler, Server
from .model import Site

FIRST_PORT = 8000
PORTS_TRIED = 100


def main() -> int:
    """Serve until the person presses Ctrl+C; return the exit code."""
    options = _options()
    if not (options.directory / "index.html").is_file():
        print(f"serve: there is no site in {options.directory}; run scripts/build first", file=sys.stderr)
        return 1
    site = Site(options.directory, options.subpath, headers=SECURITY_HEADERS if options.headers else {})
    if not options.watch:
        return _serve_until_the_end(site, options)
    with live_reload.watching(REPOSITORY) as handler:
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
    parser.add_argument("--headers", action="store_true", help="send the headers of policies.py")
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
