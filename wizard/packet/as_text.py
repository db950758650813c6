"""A document as plain text: a block a line, and an empty line where another kind of block begins.

Lines that are read from the right say so, both to programs that look at the first letter and to those that do not.
"""

from wizard.direction import END, RIGHT_TO_LEFT, RIGHT_TO_LEFT_MARK, is_from_the_right, set_apart
from wizard.packet.document import Block, Cell, Document, Style, Table
from wizard.packet.reading_order import ordered

RUNNING = (Style.ROW, Style.ITEM, Style.WORDS, Style.SIGN)
"""Blocks that follow one another without a space."""


def as_text(document: Document) -> str:
    """*document* as text, its last line ended."""
    lines: list[str] = []
    before: Block | Table | None = None
    for block in document.blocks:
        if before is not None and not (_style(before) is _style(block) and _style(block) in RUNNING):
            lines.append("")
        lines += [_line(block, document.language)] if isinstance(block, Block) else _rows(block, document.language)
        before = block
    return "\n".join(lines) + "\n"


def _style(block: Block | Table) -> Style | None:
    return block.style if isinstance(block, Block) else None


def _line(block: Block, language: str) -> str:
    paragraph = ordered(block.runs, language)
    return _directed(paragraph.text, language) if paragraph.right_to_left else paragraph.text


def _rows(table: Table, language: str) -> list[str]:
    rows = (table.head, *table.rows)
    return [_directed(" | ".join(_told(cell, language) for cell in cells).rstrip(), language) for cells in rows]


def _told(cell: Cell, language: str) -> str:
    """*cell*; one that is read the other way than the row stands apart in it."""
    paragraph = ordered(cell, language)
    return set_apart(paragraph.text) if paragraph.right_to_left is not is_from_the_right(language) else paragraph.text


def _directed(line: str, language: str) -> str:
    """*line* of our own words in *language*."""
    return f"{RIGHT_TO_LEFT_MARK}{RIGHT_TO_LEFT}{line}{END}" if is_from_the_right(language) else line
