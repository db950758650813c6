"""Runs inside Pyodide while the bundle is made: uses the wizard fully, and tells what that imported."""

import sys

from .walk import walk_every_answer


def exercise() -> None:
    """Let the wizard import and render all it can; any exception it raises fails the build."""
    walk_every_answer()


def imported_files(archive: str) -> list[str]:
    """Return the files in the zip `archive`, an absolute path, that the loaded modules came from."""
    specs = (getattr(module, "__spec__", None) for module in list(sys.modules.values()))
    origins = {spec.origin for spec in specs if spec is not None and spec.has_location}
    inside = archive + "/"
    return sorted(origin.removeprefix(inside) for origin in origins if origin and origin.startswith(inside))
