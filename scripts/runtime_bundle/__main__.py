"""Make `build/runtime/`: the Python that runs in the browser, as few bytes as the wizard can live with.

    python -m scripts.runtime_bundle [--out build/runtime] [--force]

Needs `npm ci` and the packages of requirements/site.txt; uses no network. The steps and the reasons
are in docs/decisions/0003-runtime-bundle.md.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from .archive import read_archive, write_archive
from .fingerprint import fingerprint
from .inputs import (
    COMPILER,
    COPIED_FROM_PYODIDE,
    DONE_WITHOUT,
    LIBRARIES,
    PYODIDE_VERSION,
    STANDARD_LIBRARY,
    BundleError,
    PyodidePackage,
    find_pyodide,
    installed,
    library_files,
    stand_ins,
    wizard_files,
)
from .manifest import MANIFEST, matches_its_manifest, write_manifest
from .node import run_in_pyodide
from .prepared import start_modules, with_json_for_toml
from .templates import compiled_templates
from .trimming import trimmed

REPOSITORY = Path(__file__).resolve().parents[2]
WORKER = "worker.js"
PYTHON_ARCHIVE = "python.zip"


def main() -> int:
    """Make the bundle unless it is already up to date; return the exit code."""
    options = _options()
    started = time.monotonic()
    try:
        pyodide = find_pyodide(REPOSITORY / "node_modules" / "pyodide")
        wanted = fingerprint(REPOSITORY, pyodide)
        if not options.force and _is_up_to_date(options.out, wanted):
            print(f"bundle: {options.out} is up to date")
            return 0
        _make(options.out, pyodide)
        _fingerprint_file(options.out).write_text(wanted, "utf-8")
    except (BundleError, OSError) as failure:
        print(f"bundle: failed: {failure}", file=sys.stderr)
        return 1
    print(f"bundle: {options.out} is ready after {time.monotonic() - started:.0f} s")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=REPOSITORY / "build" / "runtime", help="the folder to fill")
    parser.add_argument("--force", action="store_true", help="make it again even if nothing changed")
    return parser.parse_args()


def _fingerprint_file(out: Path) -> Path:
    """Return where the inputs' hash is kept: beside the folder, because all that lies in it is published."""
    return out.with_name(out.name + ".inputs")


def _is_up_to_date(out: Path, wanted: str) -> bool:
    kept = _fingerprint_file(out)
    return kept.is_file() and kept.read_text("utf-8") == wanted and matches_its_manifest(out)


def _make(out: Path, pyodide: PyodidePackage) -> None:
    """Fill `out`, replacing it only when the new bundle has passed its handshake."""
    if out.exists() and not (out / MANIFEST).is_file():
        raise BundleError(f"{out} is there already and is no bundle: name another folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bundle-", dir=out.parent) as folder:
        work = Path(folder)
        _say("gathering the standard library, jinja2, markupsafe and the wizard")
        library = _whole_library(pyodide, work)
        write_archive(work / "library.zip", library)

        _say("measuring what the wizard imports when all of it is used")
        imported = run_in_pyodide("measure", abi=pyodide.abi, pyodide=pyodide.folder, library=work / "library.zip")
        kept = trimmed(library, imported)
        texts = run_in_pyodide("functions", abi=pyodide.abi, pyodide=pyodide.folder, library=work / "library.zip")
        kept.update(start_modules(texts))

        _say(f"compiling {len(kept)} of {len(library)} files to the bytecode of Python {pyodide.python_version}")
        ready = work / "runtime"
        ready.mkdir()
        _compile(kept, ready / PYTHON_ARCHIVE, pyodide, work)
        for name in COPIED_FROM_PYODIDE:
            shutil.copyfile(pyodide.folder / name, ready / name)
        shutil.copyfile(REPOSITORY / "wizard" / "web" / WORKER, ready / WORKER)
        names = (*COPIED_FROM_PYODIDE, PYTHON_ARCHIVE, WORKER)
        write_manifest(ready, names, python=pyodide.python_version, pyodide=PYODIDE_VERSION, abi=pyodide.abi)

        _say("starting the finished bundle and using all of it")
        run_in_pyodide("handshake", abi=pyodide.abi, pyodide=ready, library=ready / PYTHON_ARCHIVE)
        if out.exists():
            out.rename(work / "replaced")
        ready.rename(out)


def _whole_library(pyodide: PyodidePackage, work: Path) -> dict[str, bytes]:
    """Return everything that could be in the bundle, as Python source, by file name."""
    library = read_archive(pyodide.folder / STANDARD_LIBRARY)
    for import_name, distribution_name in LIBRARIES.items():
        library.update(library_files(import_name, distribution_name))
    if unknown := stand_ins().keys() - library.keys():
        raise BundleError(f"{min(unknown)} is no longer in the library: nothing is there to stand in for")
    library.update(stand_ins())
    library.update(with_json_for_toml(dict(wizard_files(REPOSITORY))))
    library.update(compiled_templates(REPOSITORY, work))
    return {name: content for name, content in library.items() if not name.startswith(DONE_WITHOUT)}


def _compile(kept: dict[str, bytes], target: Path, pyodide: PyodidePackage, work: Path) -> None:
    """Write `kept` to `target` with its Python source turned into bytecode."""
    source = work / "compile" / PYTHON_ARCHIVE
    source.parent.mkdir()
    write_archive(source, kept)
    run_in_pyodide(
        "compile",
        abi=pyodide.abi,
        pyodide=pyodide.folder,
        library=pyodide.folder / STANDARD_LIBRARY,
        packages=Path(str(installed(COMPILER).locate_file(""))),
        archive=source,
    )
    # py-compile stamps its zip with the time of day; written again, it is the same on every machine.
    write_archive(target, read_archive(source))


def _say(step: str) -> None:
    print(f"bundle: {step}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
