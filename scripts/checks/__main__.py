"""Prints what was measured, and every fault of texts, statements, facts and pages as one line; 1 where there is one.

Run by ``scripts/check``: ``python -m scripts.checks``.
"""

import sys
from collections.abc import Callable, Iterator

from jinja2 import TemplateError

from wizard.engine import RULES
from wizard.library import facts, statements

from .changes import change_faults
from .content import fact_faults, need_faults, statement_faults, wording_faults
from .explained import every_unexplained_word
from .offices import office_faults
from .pages import page_faults
from .reading_limits import reading_faults
from .review import review_faults
from .searching import every_search_fault

CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "statements": statement_faults,
    "wording": wording_faults,
    "review": review_faults,
    "needs": need_faults,
    "facts": fact_faults,
    "offices": office_faults,
    "changes": change_faults,
    "pages": page_faults,
    "explained": every_unexplained_word,
    "search": every_search_fault,
    "reading": reading_faults,
}
"""The parts of the check. The first say what is missing; the last fill in whole pages and screens."""


def faults() -> Iterator[str]:
    """Every fault of content, one line each. What one part lacks keeps no other from being looked at."""
    for name, part in CHECKS.items():
        yield from whole(name, part)


def whole(name: str, part: Callable[[], Iterator[str]]) -> Iterator[str]:
    """The faults of one *part*; where it cannot go on, for something that it needs is missing, that too is one."""
    try:
        yield from part()
    except KeyError as missing:
        yield f"{name}: not looked through to the end, for {missing.args[0]} is missing"
    except (ValueError, LookupError, OSError, TemplateError) as error:
        yield f"{name}: not looked through to the end: {error}"


def main() -> int:
    """Prints measures and faults. Returns the exit code."""
    found = list(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"content: {len(statements())} statements, {len(facts())} facts, {len(RULES)} rules; {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
