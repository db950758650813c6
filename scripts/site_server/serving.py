"""A server for as long as a test needs it."""

import threading
from collections.abc import Iterator, Mapping, MutableSequence
from contextlib import contextmanager
from pathlib import Path

from .listening import Handler, Server
from .model import Fault, Request, Site, Throttle


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
