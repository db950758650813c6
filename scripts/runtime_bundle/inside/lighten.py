"""Runs inside Pyodide while the bundle is made: takes the numbers of source lines out of compiled modules."""

import marshal
from types import CodeType
from zipfile import ZIP_STORED, ZipFile

HEADER_BYTES = 16
"""Before a .pyc file's code: magic number, flags, and a hash or date and size (PEP 552)."""


def lighten(archive: str) -> None:
    """Rewrite the zip *archive* with every .pyc file in it lightened."""
    with ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    with ZipFile(archive, "w", ZIP_STORED) as packed:
        for name, content in files.items():
            packed.writestr(name, _lightened(content) if name.endswith(".pyc") else content)


def _lightened(module: bytes) -> bytes:
    code = marshal.loads(module[HEADER_BYTES:])  # noqa: S302 - what was compiled a moment ago
    return module[:HEADER_BYTES] + marshal.dumps(_without_lines(code))


def _without_lines(code: CodeType) -> CodeType:
    """*code* that runs as before, and whose traceback names functions without line numbers."""
    constants = (_without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(constants))
