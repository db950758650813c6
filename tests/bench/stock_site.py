"""Makes what is measured under one folder: our built site, the same wizard on stock Pyodide, and the neighbors.

Everything comes from what is installed and built already; nothing is downloaded.
"""

import os
import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from scripts.guide.compress import CACHE, compress, compressible
from scripts.runtime_bundle.inputs import LIBRARIES, find_pyodide, library_files, template_files, wizard_files
from tests.bench.neighbors import make_neighbors

REPOSITORY = Path(__file__).resolve().parents[2]
SITE = REPOSITORY / "site"
ROOT = REPOSITORY / "build" / "bench"
PAGE = Path(__file__).parent / "stock"
OURS = "/guide/wizard/"
STOCK = "/stock/"
FIRST_SCREEN_ALONE = "/guide/first-screen/"
"""Our page without the other screens, to tell what they cost."""

FROM_NPM = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
WHEEL = "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def make() -> Path:
    """Fills ``build/bench/`` anew, compressed like the site, and returns it. Needs ``scripts/build`` before."""
    if not (SITE / "wizard" / "index.html").is_file():
        raise FileNotFoundError("site/ is not built; run scripts/build first")
    shutil.rmtree(ROOT, ignore_errors=True)
    # Links, so that a build by someone else does not change what is being measured.
    shutil.copytree(SITE, ROOT / "guide", copy_function=os.link)
    _make_stock(ROOT / STOCK.strip("/"))
    neighbors = make_neighbors(ROOT, ROOT / STOCK.strip("/") / "pyodide")
    page = (SITE / "wizard" / "index.html").read_text("utf-8")
    short = ROOT / FIRST_SCREEN_ALONE.strip("/")
    short.mkdir()
    (short / "index.html").write_text(_first_screen_alone(page), "utf-8")
    CACHE.mkdir(parents=True, exist_ok=True)
    for folder in (ROOT / STOCK.strip("/"), neighbors, short):
        for path in compressible(folder):
            compress(path)
    return ROOT


def _make_stock(folder: Path) -> None:
    shutil.copytree(PAGE, folder)
    for sheet in ("palette.css", "wizard.css"):
        shutil.copy(REPOSITORY / "wizard" / "web" / sheet, folder)
    pyodide = find_pyodide(REPOSITORY / "node_modules" / "pyodide")
    (folder / "pyodide").mkdir()
    for name in FROM_NPM:
        shutil.copy(pyodide.folder / name, folder / "pyodide")
    (folder / "wheels").mkdir()
    for import_name, distribution in LIBRARIES.items():
        _write_wheel(folder / "wheels", import_name, library_files(import_name, distribution))
    _write_wheel(folder / "wheels", "wizard", _wizard_with_templates())


def _wizard_with_templates() -> Iterable[tuple[str, bytes]]:
    yield from wizard_files(REPOSITORY)
    for path in template_files(REPOSITORY):
        yield path.relative_to(REPOSITORY).as_posix(), path.read_bytes()


def _write_wheel(folder: Path, name: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes a wheel as any tool would: source, deflated. The version does not matter to Pyodide."""
    with zipfile.ZipFile(folder / f"{name}-1-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in files:
            if ".dist-info/" not in path:
                wheel.writestr(path, content)
        about = f"{name}-1.dist-info"
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        wheel.writestr(f"{about}/WHEEL", WHEEL)
        wheel.writestr(f"{about}/RECORD", "")


def _first_screen_alone(page: str) -> str:
    """*page*, where the screens that it fetches are not found."""
    return re.sub(r'(?<="whole": \{"url": ")[^"]*', "nothing/", page)
