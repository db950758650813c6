"""Slows a whole group of processes down: lets it run and stops it in short turns.

    python slow_cpu.py GROUP FACTOR

The browser's own CPU throttle does not reach workers, and Python runs in one. Ends, and lets the group run, when it
is told to or when its parent is gone.
"""

import os
import signal
import sys
import time

TURN = 0.020  # seconds; a step may be late by as much


def slow_down(group: int, factor: float) -> None:
    """Lets *group* run one part in *factor* of the time."""
    parent = os.getppid()
    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopping.append(number))
    try:
        while not stopping and os.getppid() == parent:
            os.killpg(group, signal.SIGCONT)
            time.sleep(TURN / factor)
            os.killpg(group, signal.SIGSTOP)
            time.sleep(TURN - TURN / factor)
    finally:
        os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    slow_down(int(sys.argv[1]), float(sys.argv[2]))
