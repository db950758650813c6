"""A document as plain text: a block a line, and an empty line where another kind of block begins."""

from wizard.packet.document import Block, Document, Style, Table

RUNNING = (Style.ROW, Style.ITEM, Style.WORDS, Style.SIGN)
"""Blocks that follow one another without a space."""


def as_text(document: Document) -> str:
    """*document* as text, its last line ended."""
    lines: list[str] = []
    before: Block | Table | None = None
    for block in document.blocks:
        if before is not None and not (_style(before) is _style(block) and _style(block) in RUNNING):
            lines.append("")
        lines += [block.text] if isinstance(block, Block) else _rows(block)
        before = block
    return "\n".join(lines) + "\n"


def _style(block: Block | Table) -> Style | None:
    return block.style if isinstance(block, Block) else None


def _rows(table: Table) -> list[str]:
    rows = (table.head, *table.rows)
    return [" | ".join("".join(run.text for run in cell) for cell in cells).rstrip() for cells in rows]
