"""Makes your copy of the guide, in public/: the workflows of this folder run it, and nothing else.

It takes the release that release.toml names, and only if its SHA-256 is the one that stands there; makes it yours with
own.toml, by the release's own brand.py; and holds the result against the release, by its own verify.py. A fault is one
line. Then nothing is made, and the copy that is on the web stays as it is.

It needs Python 3.11 or newer and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SECONDS = 120


class RefusedError(Exception):
    """What is wrong, in one line."""


def release() -> tuple[str, str]:
    """What release.toml says: where the zip is, and its SHA-256."""
    try:
        told = tomllib.loads((HERE / "release.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RefusedError(f"release.toml cannot be read: {error}") from None
    where, sha256 = str(told.get("zip", "")).strip(), str(told.get("sha256", "")).strip().lower()
    if not where:
        raise RefusedError("release.toml: zip is empty; write the address of the release, or the name of its zip")
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise RefusedError("release.toml: sha256 must be 64 letters and digits, as they stand beside the release")
    return where, sha256


def content_of(where: str) -> bytes:
    """The zip at an address, or of this folder."""
    try:
        if re.match("https?://", where):
            with urllib.request.urlopen(where, timeout=SECONDS) as answer:  # noqa: S310 (its hash decides)
                return bytes(answer.read())
        return (HERE / Path(where).name).read_bytes()
    except OSError as error:
        raise RefusedError(f"release.toml: {where} cannot be read: {getattr(error, 'reason', None) or error}") from None


def unpacked(content: bytes, sha256: str, into: Path) -> Path:
    """The folder of the release, if its hash is right."""
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise RefusedError(f"this is not the release: its SHA-256 is {found}, and release.toml says {sha256}")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(into)
    (folder,) = into.iterdir()
    return folder


def run(program: Path, *arguments: str) -> None:
    """Runs a program of the release. What it says stands in the log."""
    done = subprocess.run([sys.executable, str(program), *arguments], cwd=program.parent, check=False)
    if done.returncode:
        raise RefusedError(f"{program.name} refused, for the reason above; nothing was published")


def main() -> int:
    """Makes public/; returns the exit code."""
    try:
        where, sha256 = release()
        with tempfile.TemporaryDirectory() as spare:
            folder = unpacked(content_of(where), sha256, Path(spare, "release"))
            made = Path(spare, "made")
            run(folder / "brand.py", "--own", str(HERE / "own.toml"), "--to", str(made), "--no-zip")
            run(folder / "verify.py", str(made), "--files")
            shutil.rmtree(HERE / "public", ignore_errors=True)
            shutil.copytree(made, HERE / "public")
    except RefusedError as fault:
        print(f"publish: {fault}", file=sys.stderr)
        return 1
    print("publish: your copy is in public/, and every file of the guide in it is that of the release")
    return 0


if __name__ == "__main__":
    sys.exit(main())
