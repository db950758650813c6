"""The wizard's templates, compiled to Python modules at build time, so that the browser need not."""

import os
import subprocess
import sys
from pathlib import Path

from .inputs import BundleError

PACKAGE = "wizard/templates_compiled"
"""Where the wizard's renderer looks for compiled templates before it looks for their sources."""

PACKAGE_DOCSTRING = b'"""The templates of `wizard/templates`, compiled by scripts/runtime_bundle."""\n'

COMPILER = "scripts.runtime_bundle.compile_templates"


def compiled_templates(repository: Path, work: Path) -> dict[str, bytes]:
    """Return the compiled templates as modules of one package; raise BundleError if one does not compile.

    They are compiled in a process with a fixed hash seed: Jinja2's compiler walks sets, and their order
    must not depend on the day.
    """
    target = work / "templates"
    target.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-B", "-m", COMPILER, str(target)]
    ran = subprocess.run(command, env=environment, cwd=repository, capture_output=True, text=True, check=False)
    if ran.returncode:
        reason = ran.stderr.strip().splitlines()[-1]
        raise BundleError(f"a template does not compile: {reason}")
    modules = {f"{PACKAGE}/{path.name}": path.read_bytes() for path in sorted(target.glob("*.py"))}
    return {f"{PACKAGE}/__init__.py": PACKAGE_DOCSTRING, **modules}
