"""One hash over everything that can change the bundle, so that an unchanged bundle is not made again."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from .inputs import (
    COMPILER,
    COPIED_FROM_PYODIDE,
    LIBRARIES,
    STANDARD_LIBRARY,
    PyodidePackage,
    installed,
    library_files,
    template_files,
    wizard_files,
)


def fingerprint(repository: Path, pyodide: PyodidePackage) -> str:
    """Return the SHA-256, in hex, of all inputs: names and contents, in a fixed order."""
    total = hashlib.sha256()
    for name, content in _inputs(repository, pyodide):
        total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()


def _inputs(repository: Path, pyodide: PyodidePackage) -> Iterator[tuple[str, bytes]]:
    # Jinja2 writes template code for the Python it runs in, so the building Python is an input too.
    yield "python", sys.version.encode()
    yield COMPILER, installed(COMPILER).version.encode()
    for name in (*COPIED_FROM_PYODIDE, STANDARD_LIBRARY):
        yield f"pyodide/{name}", (pyodide.folder / name).read_bytes()
    for import_name, distribution_name in LIBRARIES.items():
        yield from library_files(import_name, distribution_name)
    yield from wizard_files(repository)
    room = repository / "scripts" / "runtime_bundle"
    own_code = (path for ending in ("py", "mjs") for path in room.rglob(f"*.{ending}"))
    worker = repository / "wizard" / "web" / "worker.js"
    for path in (*template_files(repository), *sorted(own_code), worker):
        yield path.relative_to(repository).as_posix(), path.read_bytes()
