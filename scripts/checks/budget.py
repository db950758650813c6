"""Holds the bytes of the built site to a budget: what a phone on a slow line waits for may not grow unnoticed.

    python -m scripts.checks.budget          prints what every part weighs, and what is over its budget
    python -m scripts.checks.budget --set    builds the site, and records what it weighs as the budget

The table lies beside the bench and not in this room, whose files the site is built anew for.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomlkit

from scripts.guide.folders import REPOSITORY

TABLE = REPOSITORY / "tests" / "bench" / "budget.toml"
SITE = REPOSITORY / "site"
SET = ".venv/bin/python -m scripts.checks.budget --set"

ALLOWANCE = 0.02
"""How much more than its budget a part may weigh, and how much less before that is said."""

ENDINGS = {"brotli": ".br", "gzip": ".gz", "raw": ""}
"""What is added to a file's name where it lies compressed: in that form a host sends it, and else as it is."""


def weights(site: Path, patterns: list[str]) -> dict[str, int]:
    """The bytes of all files of *site* that one of *patterns* names, in each form.

    Raises FileNotFoundError where a pattern names none.
    """
    files: set[Path] = set()
    for pattern in patterns:
        found = {path for path in site.glob(pattern) if path.is_file() and path.suffix not in {".br", ".gz"}}
        if not found:
            raise FileNotFoundError(f"no file of the site is {pattern}")
        files |= found
    return {form: sum(_sent(file, ending) for file in files) for form, ending in ENDINGS.items()}


def _sent(file: Path, ending: str) -> int:
    packed = file.with_name(file.name + ending)
    return (packed if packed.is_file() else file).stat().st_size


def budget_faults(table: Mapping[str, Any], site: Path) -> Iterator[str]:
    """Prints what every part of *table* weighs and what is recorded too high; a fault where one outgrew its budget."""
    for part, row in table.items():
        try:
            weighed = weights(site, list(row["files"]))
        except FileNotFoundError as missing:
            yield f"bytes: {part}: {missing}; {TABLE.name} says which files are meant"
            continue
        print(f"bytes: {part}: " + ", ".join(f"{form} {weighed[form]:,}" for form in ENDINGS if form in row))
        for form, bytes_now in weighed.items():
            if form in row:
                yield from _judge(f"bytes: {part}, {form}:", bytes_now, row[form])


def _judge(what: str, bytes_now: int, budget: int) -> Iterator[str]:
    over = bytes_now - budget
    if over > ALLOWANCE * budget:
        yield (
            f"{what} {bytes_now:,}, which is {over / budget:.1%} ({over:,} bytes) over its budget of {budget:,}; "
            f"if that is worth it, {SET} records it"
        )
    elif -over > ALLOWANCE * budget:
        print(f"{what} {bytes_now:,}, which is {-over / budget:.1%} under its budget of {budget:,}; {SET} records it")


def with_weights(text: str, site: Path) -> str:
    """*text* of the table, with every figure in it as *site* has it; files and comments stay."""
    table = tomlkit.parse(text)
    for row in table.values():
        weighed = weights(site, list(row["files"]))
        for form in ENDINGS.keys() & row.keys():
            row[form] = weighed[form]
    return tomlkit.dumps(table)


def main() -> int:
    """Records the bytes, or prints them and what is over its budget. Returns the exit code."""
    if sys.argv[1:] == ["--set"]:
        subprocess.run([REPOSITORY / "scripts" / "build"], check=True)
        try:
            TABLE.write_text(with_weights(TABLE.read_text("utf-8"), SITE), "utf-8")
        except FileNotFoundError as missing:
            print(f"bytes: {missing}; {TABLE.name} says which files are meant", file=sys.stderr)
            return 1
    found = list(budget_faults(tomlkit.parse(TABLE.read_text("utf-8")).unwrap(), SITE))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
