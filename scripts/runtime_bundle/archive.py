"""Zip files that come out byte for byte the same wherever and whenever they are written."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip can hold. A real date would change the hash with every build."""

READABLE_FILE = 0o100644


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` to `path`: sorted by name, one fixed date and mode, and stored rather than deflated.

    Stored, because the server's gzip or brotli then sees all files as one text and packs them
    a third smaller than deflate can, file by file (docs/decisions/0003).
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_DATE)
            entry.create_system = 3  # Unix, so that the mode below means the same on every machine.
            entry.external_attr = READABLE_FILE << 16
            archive.writestr(entry, files[name])


def read_archive(path: Path) -> dict[str, bytes]:
    """Return the files in a zip by name, without its folder entries."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
