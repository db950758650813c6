"""What goes into the bundle: where each source file lies, and proof that it is the pinned one.

Everything comes from what the two lock files have already installed, so a build needs no network.
May not know how the files are trimmed, compiled or packed.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from wizard.languages import PREVIEW, PREVIEW_FILE, languages, table
from wizard.wording import ENGLISH_SHOWN, REVIEW, SEARCH, shown_in_english

PYODIDE_VERSION = "314.0.7"
"""The only release the bundle is measured and tested with; an update is a decision, not an accident."""

COPIED_FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD_LIBRARY = "python_stdlib.zip"
LOCK_FILE = "pyodide-lock.json"

LIBRARIES = {"jinja2": "Jinja2", "markupsafe": "MarkupSafe"}
"""Import name of each pure-Python library in the bundle, and the distribution that holds it."""

COMPILER = "pyodide-build"

STAND_INS = {
    "asyncio/__init__.py": "no_asyncio",
    "ipaddress.py": "no_ipaddress",
    "jinja2/bccache.py": "jinja2_bccache",
    "jinja2/compiler.py": "jinja2_compiler",
    "jinja2/lexer.py": "jinja2_lexer",
    "jinja2/nodes.py": "jinja2_nodes",
    "jinja2/parser.py": "jinja2_parser",
    "pyodide/_package_loader.py": "pyodide_package_loader",
    "pyodide/webloop.py": "pyodide_webloop",
    "tomllib/__init__.py": "tomllib_of_json",
}
"""Files of the library, and the small module of `stand_ins` that takes the place of each."""

DONE_WITHOUT = ("bz2.py", "lzma.py", "compression/")
"""What `zipfile` and `shutil` import where it is there. The wizard's archives are stored, not compressed."""

OFFICES = ("areas", "centers", "courts", "field_offices", "opla", "sources")
"""The facts that find an office. The check-in offices weigh as much again, and nothing in the browser asks for them."""

WIZARD_DATA = (
    "wording/languages.toml",
    "wording/*/*.toml",
    "facts/*.toml",
    *(f"facts/offices/{name}.toml" for name in OFFICES),
    "calendar/*.toml",
    "gazetteer/*.toml",
    "countries/*.toml",
    "sources/*",
)
"""The files of `wizard/`, besides its modules, that the rules and the renderer read while they run."""

NOT_IN_THE_BROWSER = frozenset({"same.toml", "site.toml", REVIEW, SEARCH})
"""What stands with the texts of a language, and no screen or paper says."""


class BundleError(Exception):
    """A reason why no bundle can be made, in one line that a person can act on."""


@dataclass(frozen=True)
class PyodidePackage:
    """The unpacked npm package `pyodide`."""

    folder: Path
    python_version: str
    """The CPython inside, such as `3.14.2`."""

    abi: str
    """Its binary interface, such as `2026_0`: it does not start without being told the right one."""


def find_pyodide(folder: Path) -> PyodidePackage:
    """Return the npm package in `folder`; raise BundleError if it is missing or another release."""
    try:
        version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        lock = json.loads((folder / LOCK_FILE).read_text("utf-8"))
    except FileNotFoundError as missing:
        raise BundleError(f"{missing.filename} is missing: run `npm ci` first") from missing
    if version != PYODIDE_VERSION:
        raise BundleError(f"{folder} holds pyodide {version}, the bundle is made for {PYODIDE_VERSION}: run `npm ci`")
    return PyodidePackage(folder, str(lock["info"]["python"]), str(lock["info"]["abi_version"]))


def installed(name: str) -> Distribution:
    """Return an installed distribution by name; raise BundleError if there is none."""
    try:
        return distribution(name)
    except PackageNotFoundError as missing:
        raise BundleError(f"{name} is not installed: install requirements/site.txt first") from missing


def library_files(import_name: str, distribution_name: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of a library's pure-Python files and licences.

    Taken from the installed package, each file checked against the hash in its RECORD, and compiled
    accelerators left out: markupsafe without its `_speedups` is its own pure-Python form, so no
    second download and no compiler are needed. Raises BundleError for a file that was changed.
    """
    package = installed(distribution_name)
    for file in package.files or []:
        is_licence = ".dist-info" in file.parts[0] and "licenses" in file.parts
        if not (is_licence or (file.parts[0] == import_name and file.suffix == ".py")):
            continue
        content = Path(str(file.locate())).read_bytes()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        if file.hash is None or file.hash.value != digest:
            raise BundleError(f"{file} is not the file that {distribution_name} was installed with: reinstall it")
        yield file.as_posix(), content


def stand_ins() -> dict[str, bytes]:
    """Return the content of the stand-ins, by the name of the file that each takes the place of."""
    room = Path(__file__).with_name("stand_ins")
    return {name: (room / f"{module}.py").read_bytes() for name, module in STAND_INS.items()}


def wizard_files(repository: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the wizard's modules and of the data they read.

    Of what was reviewed, the browser is only told which texts it shows in English, where there are any.
    """
    wizard = repository / "wizard"
    modules = wizard.rglob("*.py")
    data = (path for pattern in WIZARD_DATA for path in wizard.glob(pattern) if path.is_file())
    unseen = {wizard / "wording" / code for code in table().keys() - set(languages())}
    for path in sorted({*modules, *data}):
        if path.parent not in unseen and path.name not in NOT_IN_THE_BROWSER:
            yield path.relative_to(repository).as_posix(), path.read_bytes()
    for language in languages():
        if ids := shown_in_english(language):
            yield f"wizard/wording/{language}/{ENGLISH_SHOWN}", f"ids = {json.dumps(ids)}\n".encode()
    if os.environ.get(PREVIEW):
        yield f"wizard/wording/{PREVIEW_FILE}", b""


def template_files(repository: Path) -> list[Path]:
    """Return the templates that enter the bundle, compiled, in the order of their names."""
    folder = repository / "wizard" / "templates"
    return sorted(path for path in folder.rglob("*") if path.is_file())
