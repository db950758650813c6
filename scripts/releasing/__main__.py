"""Make a release of a built site.

    python -m scripts.releasing SITE --out FOLDER [--key FILE]

``scripts/release`` builds the site first. The key is a private key of OpenSSH that lies outside the repository; the
variable GUIDE_RELEASE_KEY can name it too. SOURCE_DATE_EPOCH is the date of the files in the zip.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from scripts.guide.folders import REPOSITORY
from scripts.guide.version import version
from scripts.one_file import __main__ as one_file
from scripts.one_file.document import TooLargeError
from scripts.runtime_bundle.inputs import library_files

from . import servers
from .archive import OtherZlibError, write_zip
from .manifest import manifest, names_in
from .signing import CannotSignError, signature

BESIDE = ("LICENSE", "tests/paths.txt")
"""Files of the repository that go out too, beside tomli, by which brand.py reads TOML on older Pythons. By paths.txt it
tells what a new release decides in another way."""
SHIPPED = Path(__file__).parent / "shipped"
OLDEST = 315532800  # 1980: no zip has an older date
KEY = "GUIDE_RELEASE_KEY"


def release_files(site: Path, key: Path | None) -> dict[str, bytes]:
    """Every file of a release by its name in the zip. Raises `CannotSignError`."""
    beside = {name: (SHIPPED / name).read_bytes() for name in names_in(SHIPPED) if is_shipped(name)}
    beside["template/own.toml"] = beside["own.example.toml"]  # so that no key can be another
    beside |= {f"servers/{name}": content for name, content in servers.files().items()}
    beside |= {Path(name).name: (REPOSITORY / name).read_bytes() for name in BESIDE}
    beside |= dict(library_files("tomli", "tomli"))
    beside |= {f"one-file/{name}": content for name, content in one_file.files(site).items()}
    files = {f"site/{name}": (site / name).read_bytes() for name in names_in(site)} | beside
    files["MANIFEST.json"] = manifest(site, beside)
    if key:
        files["MANIFEST.json.sig"] = signature(files["MANIFEST.json"], key)
    return {f"guide-{version()}/{name}": content for name, content in files.items()}


def is_shipped(name: str) -> bool:
    """Whether a file of `shipped` goes out: all but what makes it a package here."""
    return name != "__init__.py" and "__pycache__" not in name


def main() -> int:
    """Writes the zip and its hash; returns the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/release")
    parser.add_argument("site", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--key", type=Path, default=os.environ.get(KEY) or None)
    options = parser.parse_args()
    key = Path(options.key).absolute() if options.key else None
    if key and key.is_relative_to(REPOSITORY):
        print(f"release: {key} lies in the repository: a key must lie outside of it", file=sys.stderr)
        return 1
    target = options.out / f"guide-{version()}.zip"
    try:
        files = release_files(options.site, key)
        options.out.mkdir(parents=True, exist_ok=True)
        write_zip(target, files, int(os.environ.get("SOURCE_DATE_EPOCH", OLDEST)))
    except (
        CannotSignError,
        OtherZlibError,
        TooLargeError,
        LookupError,
        OSError,
        subprocess.CalledProcessError,
    ) as error:
        print(f"release: {error}", file=sys.stderr)
        return 1
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", "utf-8")
    print(f"release: {target} ({len(files)} files, {'signed' if key else 'NOT signed: name a key with --key'})")
    print(f"release: SHA-256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
