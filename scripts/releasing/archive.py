"""The zip of a release: the same bytes whoever makes it, wherever, and whenever."""

import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from scripts.runtime_bundle.archive import READABLE_FILE

PACKED_ALREADY = (".br", ".gz", ".docx", ".png")
HARDEST = 9


class OtherZlibError(Exception):
    """This machine's zlib packs into other bytes than most."""


def write_zip(path: Path, files: Mapping[str, bytes], epoch: int) -> None:
    """Writes *files* to *path*, sorted by name, with one mode, and the date *epoch* in UTC. Raises `OtherZlibError`.

    The date is that of the release: hosts tell browsers by it whether a file is another than before.
    """
    if "ng" in zlib.ZLIB_RUNTIME_VERSION:
        raise OtherZlibError(
            f"zlib {zlib.ZLIB_RUNTIME_VERSION} packs into other bytes: make releases on Debian, with its zlib"
        )
    year, month, day, hour, minute, second = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
            entry.create_system = 3  # Unix, so that the mode below means the same on every machine
            entry.external_attr = READABLE_FILE << 16
            kind = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], kind, HARDEST)
