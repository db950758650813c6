"""The wizard's templates, compiled to Python modules at build time, so that the browser need not."""

import os
import subprocess
import sys
from pathlib import Path

from runtime_bundle.inputs import BundleError

PACKAGE = "wizard/templates_compiled"
"""Where the wizard's renderer looks for compiled templates before it looks for their sources."""

PACKAGE_DOCSTRING = b'"""The templates of `wizard/templates`, compiled by scripts/bundle.py."""\n'

COMPILER = Path(__file__).with_name("compile_templates.py")


def compiled_templates(repository: Path, work: Path) -> dict[str, bytes]:
    """Return the compiled templates as modules of one package; raise BundleError if one does not compile.

    They are compiled in a process with a fixed hash seed: Jinja2's compiler walks sets, and their order
    must not depend on the day.
    """
    target = work / "templates"
    target.mkdir()
    search_path = os.pathsep.join([str(repository), str(COMPILER.parents[1])])
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": search_path}
    command = [sys.executable, "-B", str(COMPILER), str(target)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        reason = ran.stderr.strip().splitlines()[-1]
        raise BundleError(f"a template does not compile: {reason}")
    modules = {f"{PACKAGE}/{path.name}": path.read_bytes() for path in sorted(target.glob("*.py"))}
    return {f"{PACKAGE}/__init__.py": PACKAGE_DOCSTRING, **modules}
