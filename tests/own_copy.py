"""A copy of the guide as a group makes it: the release, its brand.py, and what a group may write into own.toml."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parents[1]
BRAND = REPOSITORY / "scripts" / "releasing" / "shipped" / "brand.py"
RELEASE = REPOSITORY / "build" / "release-site"

OWN = """
group = "Example Legal Aid"
reach = ["help@example.org", "(555) 555-0100"]
languages = ["es", "en"]
default = "es"
leave = "https://www.example.com/"
site = "https://example.org/guide/"
accent = "#623a92"
hide = ["hosting", "changing", "offline"]

[who]
en = "This copy is run by Example Legal Aid."
es = "Esta copia la publica Example Legal Aid."

[hotline]
number = "(555) 555-0199"
hours = { en = "Monday to Friday, 9 a.m. to 5 p.m.", es = "de lunes a viernes, de 9 a. m. a 5 p. m." }

[start]
en = "Free clinic each Tuesday."
es = "Clínica gratuita cada martes."

[cards.field_office]
en = "We can read your letter first."
es = "Podemos leer antes su carta."

[cards.detention_line]
en = "We can call with you."
es = "Podemos llamar con usted."

[[help]]
name = "Example Clinic"
contact = "https://clinic.example.org/"
area = { en = "Travis County", es = "condado de Travis" }
checked = 2026-11-20
"""
"""A copy that opens in Spanish, and uses every key but the logo."""


@cache
def release() -> Path:
    """The guide as it is shipped, without anybody's brand; built where it is not there yet."""
    subprocess.run([REPOSITORY / "scripts" / "build", "--release"], check=True, capture_output=True)
    return RELEASE


@cache
def brand() -> ModuleType:
    """brand.py as a module."""
    spec = importlib.util.spec_from_file_location("brand", BRAND)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["brand"] = module
    spec.loader.exec_module(module)
    return module


def branded(folder: Path, own: str = OWN) -> Path:
    """A copy in *folder*, made by a Python of its own with nothing but what *own* says; the folder of its pages."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "own.toml").write_text(own, "utf-8")
    run(folder, check=True)
    return folder / "ready"


def command(folder: Path, *options: str) -> list[str]:
    """How brand.py is run on ``own.toml`` of *folder*, with a Python that sees no package."""
    files = ["--own", str(folder / "own.toml"), "--site", str(release()), "--to", str(folder / "ready")]
    return [sys.executable, "-I", "-S", str(BRAND), *files, *options]


def run(
    folder: Path, *options: str, check: bool = False, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs it, in a process that calls *before* first."""
    return subprocess.run(
        command(folder, *options), capture_output=True, text=True, check=check, timeout=120, preexec_fn=before
    )


def mine(folder: Path) -> Path:
    """The copy that ``scripts/test --own`` made, else the one above."""
    made = os.environ.get("OWN_COPY")
    return Path(made) if made else branded(folder)
