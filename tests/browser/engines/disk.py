"""Looks for a text in every file that a browser left behind, as it is and as browsers pack it."""

import struct
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import cramjam

MOZLZ4 = b"mozLz40\0"
"""How Firefox's compressed files begin: then four bytes of length, and one block of LZ4."""
LEVELDB = (0xDB4775248B80FB57).to_bytes(8, "little")
"""How a table of LevelDB ends, in which Chromium keeps what pages store."""
HANDLES = 40
"""Bytes before that, which say where the list of blocks lies."""
PAGE, PAGE_HEADER = 32768, 7
"""A log of LevelDB is cut into pages; what goes over the end of one is cut too, and each piece has a header."""


def files_that_hold(text: str, folder: Path) -> list[str]:
    """The files below *folder* that hold *text* in UTF-8, UTF-16 or base64, as they are or as browsers pack them."""
    needles = [text.encode(), text.encode("utf-16-le"), *in_base64(text.encode()), *in_base64(text.encode("utf-16-le"))]
    holding = (path for path, content in contents(folder) if any(needle in content for needle in needles))
    return sorted({str(path.relative_to(folder)) for path in holding})


def in_base64(text: bytes) -> list[bytes]:
    """What base64 makes of *text*, wherever it begins in what is written so: without what its neighbours decide."""
    return [b64encode(bytes(before) + text)[-(-before * 8 // 6) : (before + len(text)) * 8 // 6] for before in range(3)]


def contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every regular file below *folder*; of one that is packed, also what it holds."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            yield path, content
            with suppress(IndexError, struct.error, cramjam.DecompressionError):  # cut off when the browser was killed
                if content.startswith(MOZLZ4):
                    yield path, unpacked(content)
                elif content.endswith(LEVELDB):
                    yield path, b"\n".join(entries(content))
                elif path.suffix == ".log":
                    yield path, joined(content)


def unpacked(packed: bytes) -> bytes:
    """The content of a Firefox file of the kind ``.jsonlz4``. Raises cramjam.DecompressionError when it is damaged."""
    return bytes(cramjam.lz4.decompress_block(packed[len(MOZLZ4) :]))


def entries(table: bytes) -> Iterator[bytes]:
    """Every key of a table of LevelDB, whole, with its value."""
    _, at = _handle(table, len(table) - len(LEVELDB) - HANDLES)
    index, _ = _handle(table, at)
    for _, where in _pairs(_block(table, index)):
        block, _ = _handle(where, 0)
        for key, value in _pairs(_block(table, block)):
            yield key + value


def joined(log: bytes) -> bytes:
    """A log of LevelDB without what lies between the pieces of an entry."""
    pages = (log[start : start + PAGE] for start in range(0, len(log), PAGE))
    return b"".join(page[PAGE_HEADER:] for page in pages)


def _block(table: bytes, where: tuple[int, int]) -> bytes:
    """A block of a table, unpacked: Snappy or nothing, as the byte after it says."""
    start, size = where
    block = table[start : start + size]
    return bytes(cramjam.snappy.decompress_raw(block)) if table[start + size] else block


def _pairs(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The keys and values of a block. Of a key that begins as the one before it, only the rest is written."""
    (restarts,) = struct.unpack("<I", block[-4:])
    at, end, key = 0, len(block) - 4 * restarts - 4, b""
    while at < end:
        same, at = _number(block, at)
        more, at = _number(block, at)
        size, at = _number(block, at)
        key = key[:same] + block[at : at + more]
        at += more
        yield key, block[at : at + size]
        at += size


def _handle(content: bytes, at: int) -> tuple[tuple[int, int], int]:
    """Where a block lies and how long it is; and what comes after these two numbers."""
    start, at = _number(content, at)
    size, at = _number(content, at)
    return (start, size), at


def _number(content: bytes, at: int) -> tuple[int, int]:
    """A number in pieces of seven bits, the least first; and what comes after it."""
    number = shift = 0
    while True:
        number |= (content[at] & 127) << shift
        shift += 7
        at += 1
        if content[at - 1] < 128:
            return number, at
