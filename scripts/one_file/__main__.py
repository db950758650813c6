"""Make the guide as one file a language, of a built site.

    python -m scripts.one_file SITE --out FOLDER

``scripts/build --one-file`` builds the site first. The same site gives the same bytes.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from scripts.guide.assets import made_by, without_comments
from wizard.languages import languages

from .document import TooLargeError, document
from .leaves import Source, file_name


def bundled() -> dict[str, str]:
    """The scripts of the file, each as one text. Raises `subprocess.CalledProcessError`."""
    made = made_by(Path(__file__).with_name("bundle.mjs"))
    return {name: without_comments(text) for name, text in made.items()}


def files(site: Path) -> dict[str, bytes]:
    """The file of every language that *site* has, by its name."""
    scripts = bundled()
    return {file_name(code): document(Source(site, code), scripts) for code in languages()}


def main() -> int:
    """Writes the files; returns the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/build --one-file")
    parser.add_argument("site", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    try:
        made = files(options.site)
        options.out.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (options.out / name).write_bytes(content)
            print(f"one file: {options.out / name} ({len(content) / 1e6:.2f} MB)")
    except (LookupError, OSError, TooLargeError, subprocess.CalledProcessError) as error:
        print(f"one file: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
