"""What Pyodide's start asks of its package loader. Every package is in the bundle, so nothing is ever loaded."""

from pathlib import Path
from site import getsitepackages

SITE_PACKAGES = Path(getsitepackages()[0])
DSO_DIR = Path("/usr/lib")


def init_loaded_packages() -> None:
    """Note nothing: there is no package besides the bundle."""
