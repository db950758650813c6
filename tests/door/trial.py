"""What must hold of every request at the door, whatever it is."""

import json
import resource
import sys
import traceback
from dataclasses import dataclass, field
from time import process_time

from tests.door.requests import CANARY, request
from wizard.bridge import handle
from wizard.protocol import BadRequestError

MOST_SECONDS = 2.0
"""Of one processor, for one request: the longest take all papers of the most words."""

MOST_GROWTH = 96
"""Mebibytes by which the process may grow once it is warm."""

WARM = 2000
"""After so many requests every table is read, and every template compiled."""

UNIT = 2**20 if sys.platform == "darwin" else 2**10
"""How much of what a process's size is told in makes a mebibyte."""


@dataclass
class Trial:
    """Requests that were sent, and what broke."""

    sent: int = 0
    refused: int = 0
    longest: tuple[float, int] = (0.0, -1)
    warm: int = 0
    broken: list[str] = field(default_factory=list)

    def send(self, number: int) -> None:
        """The request of this *number*: it is answered in JSON, or refused in one line that repeats nothing."""
        text = request(number)
        began = process_time()
        try:
            reply = handle(text)
        except BadRequestError as error:
            self.refused += 1
            self._hold(number, "repeats a value", CANARY not in "".join(traceback.format_exception(error)))
            self._hold(number, "is refused in more than a line", "\n" not in str(error) and len(str(error)) < 2000)
        except Exception as error:  # noqa: BLE001 (any other is a fault)
            self._hold(number, f"raises {type(error).__name__}", holds=False)
        else:
            self._hold(number, "is answered with no object", isinstance(json.loads(reply), dict))
            self._hold(number, "tells a problem with a value in it", CANARY not in _problem(reply))
        took = process_time() - began
        self.longest = max(self.longest, (took, number))
        self._hold(number, f"takes {took:.1f} s", took <= MOST_SECONDS)
        self._weigh(number)

    def _weigh(self, number: int) -> None:
        self.sent += 1
        if self.sent == WARM:
            self.warm = _mebibytes()
        if self.sent > WARM and self.sent % 100 == 0:
            self._hold(number, "comes when the process has grown too much", _mebibytes() - self.warm <= MOST_GROWTH)

    def _hold(self, number: int, what: str, holds: object) -> None:
        if not holds:
            self.broken.append(f"request {number} {what}")

    def told(self) -> str:
        """The figures so far."""
        took, number = self.longest
        grown = f"grew by {_mebibytes() - self.warm} MiB since it was warm" if self.warm else "not warm yet"
        counts = f"{self.refused} refused, {len(self.broken)} broken"
        return f"{counts}; the longest took {took:.2f} s (request {number}); {grown}"


def _problem(reply: str) -> str:
    told = json.loads(reply)
    return str(told.get("problem")) if isinstance(told, dict) else ""


def _mebibytes() -> int:
    """The most that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // UNIT
