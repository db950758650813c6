"""The sockets: one thread a connection, a line that can be slow, and an end that ends everything."""

import sys
import threading
import time
from collections.abc import MutableMapping, MutableSequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from .answers import Answer, answer_to
from .model import Fault, Request, Site

ADDRESS = "127.0.0.1"
CHUNK = 16 * 1024  # bytes


class Server(ThreadingHTTPServer):
    """The server of one site; its address is `url`."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, site: Site, port: int, handler: "type[Handler] | None" = None) -> None:
        """Listen on `port` (0 for any free one). Raises OSError when it is taken. `handler` answers in its own way."""
        self.site = site
        self.closing = threading.Event()
        self.connections: set[socket] = set()
        self._line = threading.Lock()
        self._line_free_at = 0.0
        super().__init__((ADDRESS, port), handler or Handler)

    @property
    def url(self) -> str:
        """The address of the start page, with a closing slash."""
        return f"http://{ADDRESS}:{self.server_port}{self.site.subpath}/"

    @property
    def requests(self) -> MutableSequence[Request]:
        """Every request so far, the oldest first."""
        return self.site.requests

    @property
    def faults(self) -> MutableMapping[str, Fault]:
        """What is to fail from now on (see `Site.faults`)."""
        return self.site.faults

    def wait_for_the_line(self, count: int) -> None:
        """Wait until the throttled line has carried `count` more bytes; return at once without a throttle."""
        if self.site.throttle is None:
            return
        with self._line:
            start = max(self._line_free_at, time.monotonic())
            self._line_free_at = start + count / self.site.throttle.bytes_per_second
            done_at = self._line_free_at
        self.closing.wait(max(0.0, done_at - time.monotonic()))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent when a browser hangs up, as browsers do; report everything else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    def close(self) -> None:
        """Stop listening, and end every connection, the stalled ones too."""
        self.closing.set()
        self.shutdown()
        self.server_close()
        for connection in tuple(self.connections):
            with suppress(OSError):  # it ended by itself meanwhile
                connection.shutdown(SHUT_RDWR)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the files of the site."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "guide"
    sys_version = ""
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Note the connection, so that closing the server can end it."""
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        """Forget the connection."""
        self.server.connections.discard(self.connection)
        super().finish()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name is the base class's)
        """Keep no log: what people read here is nobody's business."""

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the headers of a file."""
        self._answer()

    def __getattr__(self, name: str) -> Any:
        """Answer any other method with 405, so that a POST, too, leaves its mark in the record."""
        if name.startswith("do_"):
            return self._refuse
        raise AttributeError(name)

    def _refuse(self) -> None:
        self._record()
        self.close_connection = True
        self._send(Answer(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"}))

    def _record(self) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, MappingProxyType(headers))
        self.server.site.requests.append(request)
        return request

    def _answer(self) -> None:
        request = self._record()
        site = self.server.site
        if site.throttle is not None:
            self.server.closing.wait(site.throttle.latency)
        path = unquote(urlsplit(self.path).path)
        inside = path.removeprefix(site.subpath) if path.startswith(f"{site.subpath}/") else None
        answer = answer_to(site, inside, request.headers)
        if answer.sent is not None:
            self.close_connection = True
        self._send(answer)
        if answer.stalls:
            self.server.closing.wait()

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in {**answer.headers, **self.server.site.headers}.items():
            self.send_header(name, value)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(answer.body[: answer.sent], answer.pace)

    def _send_body(self, body: bytes, pace: int | None) -> None:
        size = pace or CHUNK
        for start in range(0, len(body), size):
            part = body[start : start + size]
            self.server.wait_for_the_line(len(part))
            self.wfile.write(part)
            if pace and self.server.closing.wait(1):
                return
