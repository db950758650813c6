"""The style sheets of the reading pages, each joined from parts that stand in styles/ by what they are for."""

from collections.abc import Iterator
from pathlib import Path

STYLES = Path(__file__).parent / "styles"

PARTS = {
    "site": (
        "base",
        "header",
        "search",
        "column",
        "pieces",
        "offline",
        "wide_tables",
        "changes",
        "footer",
        "stale",
        "diagram",
        "print",
    ),
    "offices": ("base", "filter", "map", "lists", "print"),
}
"""The parts of each sheet, in the order of the cascade: what stands later wins."""


def files() -> Iterator[tuple[str, bytes]]:
    """Path from the site's root and content of every joined sheet."""
    for sheet, parts in PARTS.items():
        text = "\n".join((STYLES / sheet / f"{part}.css").read_text("utf-8") for part in parts)
        yield f"assets/guide/{sheet}.css", text.encode()
