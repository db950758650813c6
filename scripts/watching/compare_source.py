"""Holds a copy of ICE's page against ours. Run by ``scripts/compare-source``, whose first lines say how.

Exit code 0: it says what ours says; 1: there is a difference; 2: it cannot be told.
"""

import argparse
import sys
from pathlib import Path

from wizard.library import source

from .compared_report import report
from .fetching import UnreachableError, fetched, is_address
from .page_words import Page, page_of
from .verdict import UndecidableError, verdict


def main(arguments: list[str]) -> int:
    """Compares, tells, and returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="scripts/compare-source", description="Holds a copy of ICE's page against ours."
    )
    parser.add_argument("copy", nargs="?", default=source().url, metavar="FILE|ADDRESS", help=f"else {source().url}")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the text of the page, as it would be kept")
    told = parser.parse_args(arguments)
    try:
        page = _page(told.copy)
        if told.save:
            told.save.write_text("".join(f"{block}\n\n" for block in page.blocks), "utf-8")
        found = verdict(page)
    except (UnreachableError, UndecidableError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        print(f"compare-source: cannot tell: {told.copy}: {why}", file=sys.stderr)
        return 2
    sys.stdout.write(report(found, told.copy))
    return 0 if found.comparison.same else 1


def _page(copy: str) -> Page:
    """The page in the file or at the address *copy*."""
    if "://" not in copy:
        return page_of(Path(copy).read_bytes())
    if not is_address(copy):
        raise UnreachableError("that is no address of a page")
    answer = fetched(copy)
    return page_of(answer.content, answer.charset)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
