"""Prints what was measured, and every fault of texts, statements, facts and pages as one line; 1 where there is one.

Run by ``scripts/check``: ``python -m scripts.checks``.
"""

import sys
from collections.abc import Iterator

from wizard.engine import RULES
from wizard.library import facts, statements

from .changes import change_faults
from .content import fact_faults, statement_faults, wording_faults
from .offices import office_faults
from .pages import page_faults
from .reading_limits import reading_faults


def faults() -> Iterator[str]:
    """Every fault of content, one line each."""
    yield from statement_faults()
    yield from wording_faults()
    yield from fact_faults()
    yield from office_faults()
    yield from change_faults()
    yield from page_faults()
    yield from reading_faults()


def main() -> int:
    """Prints measures and faults. Returns the exit code."""
    found = list(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"content: {len(statements())} statements, {len(facts())} facts, {len(RULES)} rules; {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
