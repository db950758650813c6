"""Looks for a text in every file that a browser left behind."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

MOZLZ4 = b"mozLz40\0"
"""How Firefox's compressed files begin: then four bytes of length, and one block of LZ4."""


def files_that_hold(text: str, folder: Path) -> list[str]:
    """The files below *folder* that hold *text* in UTF-8, UTF-16 or base64, as they are or in Firefox's compression."""
    needles = [text.encode(), text.encode("utf-16-le"), *in_base64(text.encode()), *in_base64(text.encode("utf-16-le"))]
    return [str(path.relative_to(folder)) for path, content in contents(folder) if any(n in content for n in needles)]


def in_base64(text: bytes) -> list[bytes]:
    """What base64 makes of *text*, wherever it begins in what is written so: without what its neighbours decide."""
    return [b64encode(bytes(before) + text)[-(-before * 8 // 6) : (before + len(text)) * 8 // 6] for before in range(3)]


def contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every regular file below *folder*, unpacked where it is Firefox's."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            yield path, unpacked(content) if content.startswith(MOZLZ4) else content


def unpacked(packed: bytes) -> bytes:
    """The content of a Firefox file of the kind ``.jsonlz4``. Raises ValueError when it is damaged."""
    size = int.from_bytes(packed[len(MOZLZ4) : len(MOZLZ4) + 4], "little")
    block = packed[len(MOZLZ4) + 4 :]
    result = bytearray()
    at = 0
    while at < len(block):
        token = block[at]
        length, at = _length(block, at + 1, token >> 4)
        result += block[at : at + length]
        at += length
        if at >= len(block):
            break
        distance = int.from_bytes(block[at : at + 2], "little")
        length, at = _length(block, at + 2, token & 15)
        for _ in range(length + 4):  # a copy may reach into what it writes itself
            result.append(result[-distance])
    if len(result) != size:
        raise ValueError(f"{len(result)} bytes came out of a block of {size}")
    return bytes(result)


def _length(block: bytes, at: int, start: int) -> tuple[int, int]:
    """A length of LZ4: *start*, and if that is 15, every following byte up to one that is not 255."""
    length = start
    if start == 15:
        while True:
            length += block[at]
            at += 1
            if block[at - 1] != 255:
                break
    return length, at
