"""The detached signature of a manifest, by OpenSSH: most people have it, and most maintainers have a key."""

import shutil
import subprocess
import tempfile
from pathlib import Path

NAMESPACE = "ice-contact-guide"
"""So that a signature of this project can be taken for nothing else."""


class CannotSignError(Exception):
    """Why there is no signature, in one line."""


def signature(content: bytes, key: Path) -> bytes:
    """The signature of *content* by the private *key*. Raises `CannotSignError`."""
    program = shutil.which("ssh-keygen")
    if program is None:
        raise CannotSignError("ssh-keygen is not here: install openssh-client")
    if not key.is_file():
        raise CannotSignError(f"there is no key {key}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "MANIFEST.json")
        file.write_bytes(content)
        command = [program, "-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(file)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise CannotSignError(f"ssh-keygen: {' '.join(ran.stderr.split())}")
        return file.with_name(f"{file.name}.sig").read_bytes()
