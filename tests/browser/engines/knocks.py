"""Ports that count who connects, and say nothing: a connection that is made ahead sends no request."""

import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field


@dataclass
class Doors:
    """A port for each name, and the names of those at which somebody knocked."""

    ports: Mapping[str, int]
    knocked: set[str] = field(default_factory=set)

    def hear(self, names: set[str], patience: float) -> bool:
        """Whether there was a knock at each of *names* within *patience* seconds."""
        end = time.monotonic() + patience
        while not names <= self.knocked and time.monotonic() < end:
            time.sleep(0.03)
        return names <= self.knocked


@contextmanager
def doors(names: Iterable[str]) -> Iterator[Doors]:
    """Listens on a free TCP port of this machine for each of *names*."""
    with ExitStack() as stack:
        sockets = {name: stack.enter_context(socket.create_server(("127.0.0.1", 0))) for name in names}
        found = Doors({name: one.getsockname()[1] for name, one in sockets.items()})

        def wait(name: str) -> None:
            try:
                sockets[name].accept()[0].close()
            except OSError:
                return
            found.knocked.add(name)

        for name in sockets:
            threading.Thread(target=wait, args=(name,), daemon=True).start()
        yield found
        for one in sockets.values():
            one.shutdown(socket.SHUT_RDWR)
