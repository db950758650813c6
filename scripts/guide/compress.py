"""Put a .br and a .gz beside every file of a built site that gets smaller by it.

    python -m scripts.guide.compress SITE

The bytes are the same every time. What was compressed before is taken from build/compressed/, because brotli at its
best takes half a minute for Python itself.
"""

import gzip
import hashlib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import get_ident

import brotli

from .folders import BUILD

CACHE = BUILD / "compressed"
ENDINGS = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"}
SYSTEM_BYTE, UNKNOWN_SYSTEM = 9, b"\xff"
"""Where a .gz says on which system it was made, and how it says that nobody knows (RFC 1952)."""
SMALLEST = 256  # bytes; below, the headers weigh more


def compressible(site: Path) -> Iterator[Path]:
    """Yield the files of `site` worth trying, the largest first, so that they do not end up alone at the end."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.suffix in ENDINGS and path.is_file()}
    yield from sorted((path for path, size in sizes.items() if size >= SMALLEST), key=lambda path: -sizes[path])


def of_no_system(packed: bytes) -> bytes:
    """The same .gz from every Python: which system it names changed from one version to the next."""
    return packed[:SYSTEM_BYTE] + UNKNOWN_SYSTEM + packed[SYSTEM_BYTE + 1 :]


def compressed(content: bytes, encoding: str) -> bytes:
    """Return `content` as small as `encoding` (br or gz) can make it, from the cache if it is there."""
    kept = CACHE / f"{hashlib.sha256(content).hexdigest()}.{encoding}"
    if kept.is_file():
        return kept.read_bytes()
    CACHE.mkdir(parents=True, exist_ok=True)
    made = brotli.compress(content, quality=11) if encoding == "br" else gzip.compress(content, 9, mtime=0)
    # Two files of the site may hold the same, and be compressed at the same time.
    unfinished = kept.with_suffix(f"{kept.suffix}.{get_ident()}.part")
    unfinished.write_bytes(made)
    unfinished.replace(kept)
    return bytes(made)


def compress(path: Path) -> None:
    """Write the siblings of one file."""
    content = path.read_bytes()
    for encoding in ("br", "gz"):
        small = compressed(content, encoding)
        if len(small) < len(content):
            path.with_name(f"{path.name}.{encoding}").write_bytes(small if encoding == "br" else of_no_system(small))


def main() -> int:
    """Compress the site named on the command line; return the exit code."""
    if len(sys.argv) != 2:  # noqa: PLR2004 (the program and the site)
        print("usage: python -m scripts.guide.compress SITE", file=sys.stderr)
        return 2
    with ThreadPoolExecutor() as pool:  # both compressors let other threads run meanwhile
        list(pool.map(compress, compressible(Path(sys.argv[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
