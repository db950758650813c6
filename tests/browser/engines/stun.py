"""Hears the packets by which WebRTC asks where it is: a way out that no content security policy closes."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Ear:
    """A port that answers nothing, and what came to it."""

    port: int
    packets: list[bytes] = field(default_factory=list)

    def hears(self, patience: float) -> bool:
        """Whether something comes within *patience* seconds."""
        end = time.monotonic() + patience
        while not self.packets and time.monotonic() < end:
            time.sleep(0.03)
        return bool(self.packets)


@contextmanager
def listening() -> Iterator[Ear]:
    """Listens on a free UDP port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as open_socket:
        open_socket.bind(("127.0.0.1", 0))
        ear = Ear(open_socket.getsockname()[1])

        def hear() -> None:
            while packet := open_socket.recv(4096):
                ear.packets.append(packet)

        thread = threading.Thread(target=hear, daemon=True)
        thread.start()
        yield ear
        open_socket.sendto(b"", open_socket.getsockname())
        thread.join()
