"""Sends requests through the door, good and bad, and says what broke; `--from` goes on where an earlier run ended.

`.venv/bin/python -m tests.door 1000000`, or `.venv/bin/python -m tests.door 100000 --from 300000`.
"""

import argparse
import sys
from time import monotonic

from tests.door.trial import Trial

EVERY = 10_000


def main() -> None:
    """Exit with 1 where a request broke a promise; its number is all that is needed to send it again."""
    parser = argparse.ArgumentParser(prog="python -m tests.door", description=__doc__)
    parser.add_argument("count", type=int, help="how many requests")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of the first")
    options = parser.parse_args()
    trial, began = Trial(), monotonic()
    for number in range(options.first, options.first + options.count):
        trial.send(number)
        if (number + 1) % EVERY == 0:
            print(f"to {number}: {trial.told()}; {monotonic() - began:.0f} s", flush=True)
    print(f"{options.count} from {options.first}: {trial.told()}; {monotonic() - began:.0f} s")
    print(*trial.broken[:20], sep="\n")
    sys.exit(bool(trial.broken))


if __name__ == "__main__":
    main()
